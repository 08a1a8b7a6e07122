import { describe, expect, it } from 'vitest'
import { createBackend, noPorts } from '#db/backend.ts'
import { firstPdf, hostPdf, libreOfficePdf, type PdfMaker } from '#db/pdf.ts'
import { problem } from '#shared/contract/problem.ts'
import { aFolder } from './a-store.ts'

const docx = new Uint8Array([80, 75])
const going = () => new AbortController().signal
const bytes = (text: string) => new TextEncoder().encode(text)
const failed = { problem: { code: 'unavailable', key: 'problems.pdfFailed' } }
const maker = (means: ReturnType<PdfMaker['means']>, convert: PdfMaker['convert']): PdfMaker => ({
  means: () => means,
  convert,
})

describe('PDF by the host', () => {
  it('gives what the host printed of the document', async () => {
    const asked: Uint8Array[] = []
    const pdf = hostPdf(async (args) => {
      asked.push(args.docx)
      return bytes('%PDF-')
    })
    expect(pdf.means()).toBe('host')
    expect(await pdf.convert(docx, going())).toEqual(bytes('%PDF-'))
    expect(asked).toEqual([docx])
  })

  it('says that it went wrong where the host gives nothing', async () => {
    await expect(hostPdf(async () => null).convert(docx, going())).rejects.toMatchObject(failed)
  })

  it('is left at once when the user cancels, before and while it prints', async () => {
    const cancelled = { problem: { code: 'cancelled' } }
    let asked = 0
    const pdf = hostPdf(() => {
      asked += 1
      return new Promise(() => {})
    })
    await expect(pdf.convert(docx, AbortSignal.abort())).rejects.toMatchObject(cancelled)
    expect(asked).toBe(0)
    const stop = new AbortController()
    const result = expect(pdf.convert(docx, stop.signal)).rejects.toMatchObject(cancelled)
    stop.abort()
    await result
    expect(asked).toBe(1)
  })
})

describe('the first that works', () => {
  const office = maker('libreOffice', async () => bytes('office'))
  const host = maker('host', async () => bytes('host'))
  const none = libreOfficePdf(() => null)
  const broken = maker('libreOffice', async () => {
    throw problem('unavailable', 'problems.pdfFailed')
  })

  it.each([
    ['LibreOffice before the host', [office, host], 'libreOffice', 'office'],
    ['the host where LibreOffice is missing', [none, host], 'host', 'host'],
    ['the host where LibreOffice fails', [broken, host], 'libreOffice', 'host'],
  ] as const)('takes %s', async (_what, makers, means, made) => {
    const pdf = firstPdf(makers)
    expect(pdf.means()).toBe(means)
    expect(await pdf.convert(docx, going())).toEqual(bytes(made))
  })

  it('says what is missing where there is none, and what went wrong where none succeeds', async () => {
    expect(firstPdf([none]).means()).toBeNull()
    await expect(firstPdf([none]).convert(docx, going())).rejects.toMatchObject({
      problem: { code: 'unavailable', key: 'problems.noPdf' },
    })
    await expect(firstPdf([broken]).convert(docx, going())).rejects.toMatchObject(failed)
  })

  it('does not go on after a cancel or a fault of our own', async () => {
    for (const cause of [problem('cancelled', 'problems.cancelled'), new TypeError('ours')]) {
      const stopped = maker('libreOffice', async () => {
        throw cause
      })
      await expect(firstPdf([stopped, host]).convert(docx, going())).rejects.toBe(cause)
    }
  })
})

it('a host that prints pages is a means of PDF, one that does not is none', async () => {
  const meansOf = async (printsPages: boolean) => {
    const home = aFolder()
    const backend = createBackend({
      home,
      host: 'direct',
      version: '1.2.3',
      can: { openFiles: false, revealFiles: false },
      ports: { ...noPorts, pickSave: async ({ suggestedName }) => `${home}/${suggestedName}` },
      automaticBackups: false,
      printsPages,
    })
    await backend.dispatch('workspace.create', {
      name: 'Øst',
      country: 'NO',
      language: 'nb',
      givenName: 'Kari',
      familyName: 'Berg',
    })
    const reply = await backend.dispatch('packages.means', {})
    await backend.close()
    return reply
  }
  const office = libreOfficePdf().means()
  expect(await meansOf(false)).toMatchObject({ ok: true, value: { pdf: office } })
  expect(await meansOf(true)).toMatchObject({ ok: true, value: { pdf: office ?? 'host' } })
})
