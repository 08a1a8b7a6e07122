/**
 * PDF without LibreOffice, whole: a package of each sample, the host's printer, `app://` and the built print page, in a
 * real Chromium that stands in for Electron's hidden window.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Protocol } from 'electron'
import { strFromU8, unzipSync } from 'fflate'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { hostPdf } from '#db/pdf.ts'
import { type PrintWindow, pagePrinter } from '#electron/main/print-pages.ts'
import { serveRenderer } from '#electron/main/security/app-protocol.ts'
import { startOfYear } from '#shared/domain/days.ts'
import { aBackend, today } from '../db/a-backend.ts'
import { all, hasPdfReader, pdfPages, wordText } from '../shared/documents/office-file.ts'
import { launchBrowser } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

// Chromium alone knows no scheme of ours: its page stands at a web address, and what it asks for is asked of app://.
const standsAt = 'https://fyr.test'

/** Main's printer over the built renderer; the window is a page of Chromium. `asked`: every address, `faults`: what went wrong in a page. */
function aPrinter() {
  const asked: string[] = []
  const faults: string[] = []
  const seen: { fonts: boolean }[] = []
  let handler: Parameters<Protocol['handle']>[1] = () => new Response(null, { status: 404 })
  const printer = pagePrinter(() => {
    let page: Page | null = null
    const shown = () => page ?? expect.unreachable('nothing is loaded')
    const window: PrintWindow = {
      async loadURL(address) {
        page = await browser.newPage()
        page.on('pageerror', (error) => faults.push(error.message))
        page.on('console', (message) => {
          if (message.type() === 'error') faults.push(message.text())
        })
        await page.route('**/*', async (route) => {
          const request = route.request()
          asked.push(new URL(request.url()).pathname)
          const url = request.url().replace(standsAt, 'app://fyr')
          const answer = await handler(new Request(url, { method: request.method() }))
          await route.fulfill({
            status: answer.status,
            headers: Object.fromEntries(answer.headers),
            body: Buffer.from(await answer.arrayBuffer()),
          })
        })
        await page.goto(address.replace('app://fyr', standsAt))
      },
      webContents: {
        executeJavaScript: (code: string) => shown().evaluate(code),
        async printToPDF(options) {
          // With neither Calibri nor its free twin the lines break elsewhere than the document's own count has them.
          seen.push({ fonts: await shown().evaluate(hasCalibri) })
          return shown().pdf({
            preferCSSPageSize: options.preferCSSPageSize ?? false,
            printBackground: options.printBackground ?? false,
            tagged: options.generateTaggedPDF ?? false,
            outline: options.generateDocumentOutline ?? false,
          })
        },
        // Nothing of this page navigates, crashes or opens windows; the unit tests see to those.
        on: (() => {}) as unknown as PrintWindow['webContents']['on'],
        setWindowOpenHandler: () => {},
      },
      isDestroyed: () => page?.isClosed() ?? true,
      destroy: () => void page?.close(),
    }
    return window
  })
  serveRenderer(
    {
      handle(_scheme, given) {
        handler = given
      },
    },
    inject('rendererDir'),
    printer.answer,
  )
  return { printer, asked, faults, seen }
}

function hasCalibri(): boolean {
  const width = (font: string) => {
    const brush = document.createElement('canvas').getContext('2d')
    if (brush) brush.font = `72px ${font}`
    return brush?.measureText('Partnerskapet').width
  }
  return width('Calibri, Carlito, monospace') !== width('monospace')
}

/** Headings of a Word file with the page that its contents tell of each. */
function contentsOf(docx: Uint8Array): { title: string; page: number }[] {
  const xml = strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array())
  const pages = all(xml, /PAGEREF _Toc\d+[^<]*<\/w:instrText><w:fldChar[^>]*\/><w:t[^>]*>(\d+)<\/w:t>/g).map(Number)
  const titles = all(xml, /(<w:p>(?:(?!<\/w:p>).)*?<w:pStyle w:val="Heading[23]"\/>.*?<\/w:p>)/gs).map((one) =>
    wordText(`<w:x xmlns:w="w">${one}</w:x>`),
  )
  expect(titles).toHaveLength(pages.length)
  return titles.map((title, at) => ({ title, page: pages[at] ?? 0 }))
}

const bare = (text: string) => text.replaceAll(/[\s\u00ad\u200b]/g, '')

it.each([
  ['ostfold', 'NO', 'nb', 'full'],
  ['robertsfors', 'SE', 'sv', 'public'],
] as const)('the PDF of %s has the pages that its contents tell', async (sample, country, language, edition) => {
  const { printer, asked, faults, seen } = aPrinter()
  const desk = await aBackend({ country, pdf: hostPdf(({ docx }) => printer.print(docx)) })
  await desk.call('workspace.openSample', { sample })
  expect(await desk.call('packages.means', {})).toEqual({ pdf: 'host' })
  const past = (await desk.call('decisions.list', {})).rows
  const bodyId = past.find((one) => one.meetingId !== null && one.bodyId !== null)?.bodyId ?? ''
  const { id } = await desk.call('packages.make', {
    bodyId,
    meetingId: null,
    language,
    withConfidential: true,
    periodFrom: startOfYear(today),
    periodTo: today,
  })
  const exported = async (format: 'docx' | 'pdf') => {
    const { jobId } = await desk.call('packages.export', { id, formats: [format], editions: [edition] })
    const job = () => desk.call('jobs.show', { id: jobId })
    await expect.poll(async () => (await job())?.state, { timeout: 60_000 }).toBe('done')
    expect((await job())?.problem).toBeNull()
    return new Uint8Array(readFileSync(join(desk.home, (await job())?.file?.name ?? '')))
  }
  const pdf = await exported('pdf')
  expect(faults).toEqual([])
  // One document was asked for, once; everything else is a file of the print page.
  expect(asked.filter((path) => path.startsWith('/pages/'))).toHaveLength(1)
  expect(asked.filter((path) => !/^\/(pages\/|print\.html$|assets\/|favicon\.ico$)/.test(path))).toEqual([])

  const raw = Buffer.from(pdf).toString('latin1')
  expect(raw).toContain('/StructTreeRoot')
  expect(raw).toContain('/Outlines')
  expect(raw).toContain(`/Lang (${language === 'nb' ? 'nb' : 'sv'}`)
  // Nothing of where it was printed stays in it.
  expect(raw).not.toContain('fyr.test')
  if (!hasPdfReader) return
  const asLaid = pdfPages(pdf)
  // Each fact of the cover stands apart from its label.
  expect(asLaid[0]).toMatch(/\n(Periode|Period) {3,}\S/)
  const printed = asLaid.slice(0, -1).map((page) => page.split('\n').map(bare).filter(Boolean).join('\n'))
  const contents = contentsOf(await exported('docx'))
  expect(contents.length).toBeGreaterThan(20)
  expect(printed).toHaveLength(raw.match(/\/Type \/Page\b/g)?.length ?? 0)
  const running = new RegExp(`2(av|of)${printed.length}$`)
  expect(printed[0]).not.toMatch(/1(av|of)\d+$/)
  expect(printed[1]).toMatch(running)
  // The contents that were printed tell of each heading where it was printed …
  const upTo = contents[0]?.page ?? 0
  const toldHere = printed.slice(1, upTo - 1).join('\n')
  let from = 0
  for (const { title } of contents) {
    // A long title stands in two lines; the number ends its own.
    const signs = [...bare(title)].map((sign) => sign.replace(/[\^$.*+?()[\]{}|/]/, '\\$&')).join('\n?')
    const found = new RegExp(`${signs}\n?(\\d+)\n`).exec(toldHere.slice(from))
    expect(found, title).not.toBeNull()
    from += (found?.index ?? 0) + (found?.[0].length ?? 0)
    const told = Number(found?.[1])
    expect(bare(printed[told - 1] ?? ''), `${title} on page ${told}`).toContain(bare(title))
  }
  // … and so does the Word file, whose lines Word breaks.
  if (!seen[0]?.fonts) return
  const on = (title: string, page: number) => bare(printed[page - 1] ?? '').includes(bare(title))
  // Where a line more or less decides, a block may go to the page beside; each chapter begins on its own again.
  const near = contents.filter(({ title, page }) => [page - 1, page, page + 1].some((one) => on(title, one)))
  expect(near).toEqual(contents)
  const exact = contents.filter(({ title, page }) => on(title, page))
  expect(exact.length / contents.length).toBeGreaterThan(0.85)
})
