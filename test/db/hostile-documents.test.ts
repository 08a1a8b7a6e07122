/**
 * What people type comes out of every document whole and inert, whatever it is. Each free text of both samples is followed by something that
 * a writer, a reader or a spreadsheet may take for more than text; what stood in the clean document must stand in the hostile one, with its tail.
 */
import { describe, expect, it } from 'vitest'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import { renderBoardPackageDocx } from '#shared/documents/board-package-docx.ts'
import { renderBoardPackageXlsx } from '#shared/documents/board-package-xlsx.ts'
import { renderMeetingPaperDocx } from '#shared/documents/meeting-docx.ts'
import { renderPartnerPaperDocx } from '#shared/documents/partner-docx.ts'
import { startOfYear } from '#shared/domain/days.ts'
import { paperKinds } from '#shared/domain/records/meeting.ts'
import { languages } from '#shared/domain/values.ts'
import { translator } from '#shared/i18n/translator.ts'
import {
  hasLibreOffice,
  hasPdfReader,
  hasPythonReaders,
  partsOf,
  pdfPages,
  readWithPython,
  toPdf,
} from '../shared/documents/office-file.ts'
import { aBackend, type TestBackend, today } from './a-backend.ts'

/** Tails, each with what is left of it in a document: XML can't carry control characters, and overrides would make text read otherwise. */
const tails: readonly (readonly [put: string, left: string])[] = [
  ['=1+1', '=1+1'],
  ['+cmd|’ /C calc’!A0', '+cmd|’ /C calc’!A0'],
  ['<w:p>&amp;]]></w:p>', '<w:p>&amp;]]></w:p>'],
  ['</script><!--{{name}}', '</script><!--{{name}}'],
  ['\u0000\u0007\u001b\ufffe_x0041_', '_x0041_'],
  ['\ud800ensom', '\ufffdensom'],
  ['שלום 12', 'שלום 12'],
  ['\u202eاسم\u202c', 'اسم\u202c'],
  ['👩‍👩‍👧‍👦🇳🇴é̂', '👩‍👩‍👧‍👦🇳🇴é̂'],
  ['x'.repeat(300), 'x'.repeat(300)],
  ['A\u2028B\u0085C\u000bD', 'A B CD'],
  ['a\u200bb\u2060c', 'a\u200bb\u2060c'],
]

/** True for what somebody wrote: not a code, an id, a day, a number or bytes. */
const isFree = (key: string, text: string) =>
  /\p{Lu}|\s/u.test(text) &&
  !/^[a-z]+[A-Za-z]*$/.test(text) &&
  !/^[\d\s.:,TZ-]+$/.test(text) &&
  !/^[0-9a-f-]{36}$/.test(text) &&
  !/id$|ids$|sha256$|bytes$|font|colour|type$|kind$|status$|email$|link$|mime|^at$|url$|orgNo/i.test(key)

interface Planted {
  readonly before: string
  readonly after: string
}

/** A copy with a tail behind every free text, and what was planted. */
function planted<T>(value: T, found: Map<string, Planted>, key = ''): T {
  if (typeof value === 'string') {
    if (!isFree(key, value) || value.length > 20_000) return value
    const [put, left] = tails[found.size % tails.length] ?? ['', '']
    const mark = `Q${found.size}Q`
    if (!found.has(value)) found.set(value, { before: value, after: `${mark}${left}` })
    const known = found.get(value)
    const own = known?.after === `${mark}${left}`
    return (own ? `${value}${mark}${put}` : `${value}${tailOf(known?.after ?? '')}`) as T
  }
  if (Array.isArray(value)) return value.map((one) => planted(one, found, key)) as T
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, planted(one, found, name)])) as T
}
/** The tail that was put where this is what is left of it. */
function tailOf(after: string): string {
  const mark = /^Q\d+Q/.exec(after)?.[0] ?? ''
  return mark + (tails.find(([, left]) => left === after.slice(mark.length))?.[0] ?? '')
}

/** Soft hyphens and blanks aside: where a line may break is no part of a text. */
const bare = (text: string) => text.replaceAll(/[\s\u00ad]/g, '')

/** Everything that a reader of the file finds as text, of the body, heads, feet, notes, charts and properties. */
function textOf(bytes: Uint8Array): string {
  return [...partsOf(bytes)]
    .filter(([name]) => /\.xml$/.test(name))
    .map(([, xml]) =>
      xml
        // A paragraph's runs are one text; a cell's are too.
        .replaceAll(/<(w:tab|w:br|w:noBreakHyphen)\b[^>]*\/>/g, ' ')
        // Two cells of a sheet are no one text.
        .replaceAll(/<\/(si|c)>/g, '¦')
        .replaceAll(/<[^>]*>/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&apos;', "'")
        .replaceAll(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
        .replaceAll('&amp;', '&'),
    )
    .join('\n')
}

/** Labels of the documents' own, which stand in the sample as a text as well. */
const labels = languages.flatMap((language) => {
  const t = translator(language)
  return [t('documents.smallGroups', { smallest: 3 }), t('codes.itemType.anyOtherBusiness')]
})

/** The planted texts that the clean document shows and the hostile one doesn't, or not to their end. */
function lost(clean: Uint8Array, hostile: Uint8Array, found: ReadonlyMap<string, Planted>): string[] {
  const kept = labels.map(bare)
  const [before, after] = [bare(textOf(clean)), bare(textOf(hostile).replaceAll('_x005F_', '_'))]
  let looked = 0
  const others = [...found.keys()].map(bare)
  const gone = [...found.values()].filter(({ before: text, after: tail }) => {
    const plain = bare(text)
    // Short words stand in headings and labels too, and a sentence may be shown as part of another text only.
    if (plain.length < 12 || !before.includes(plain)) return false
    // Nor does one that a document puts together itself, of a code and a name, say anything of what was typed.
    if (others.some((other) => other.length > 8 && other !== plain && plain.endsWith(other))) return false
    if (kept.includes(plain) || others.some((other) => other !== plain && other.includes(plain))) return false
    looked += 1
    return !after.includes(bare(tail))
  })
  expect(looked, 'texts that were looked for').toBeGreaterThan(5)
  return gone.map(({ before: text, after: tail }) => `${tail.slice(0, 30)} after “${text.slice(0, 60)}”`)
}

/** Cells that a spreadsheet would reckon with text that somebody typed. */
const formulasOf = (bytes: Uint8Array) =>
  [...partsOf(bytes)].flatMap(([name, xml]) =>
    /sheet\d+\.xml$/.test(name) ? [...xml.matchAll(/<f\b[^>]*>([^<]*)<\/f>/g)].map((match) => match[1] ?? '') : [],
  )

async function snapshotOf(desk: TestBackend, language: (typeof languages)[number]) {
  const [body] = await desk.call('bodies.list', {})
  const meetings = await desk.call('meetings.list', {
    filter: { bodyId: body?.id ?? '', statuses: ['noticeSent', 'planned'] },
  })
  const { id } = await desk.call('packages.make', {
    ...{ bodyId: body?.id ?? '', language, withConfidential: true },
    ...{ meetingId: meetings.rows[0]?.id ?? null, periodFrom: startOfYear(today), periodTo: today },
  })
  return (await desk.call('packages.open', { id })).snapshot
}

describe.each(['ostfold', 'robertsfors'] as const)(
  'hostile text in the documents of %s',
  { timeout: 240_000 },
  (sample) => {
    const opened = async () => {
      const desk = await aBackend({ country: sample === 'ostfold' ? 'NO' : 'SE' })
      await desk.call('workspace.openSample', { sample })
      return desk
    }

    it('comes out of the package whole and inert, in Word and in Excel', async () => {
      const desk = await opened()
      for (const language of languages) {
        const snapshot = await snapshotOf(desk, language)
        const found = new Map<string, Planted>()
        const hostile = planted(snapshot, found)
        const [word, workbook] = [await renderBoardPackageDocx(hostile), await renderBoardPackageXlsx(hostile)]
        const clean = await renderBoardPackageDocx(snapshot)
        expect(lost(clean, word, found), `${language} Word`).toEqual([])
        expect(lost(await renderBoardPackageXlsx(snapshot), workbook, found), `${language} Excel`).toEqual([])
        expect(formulasOf(workbook).filter((formula) => /Q\d+Q/.test(formula))).toEqual([])
        // The looking sees: of a document without the tails all are missed.
        expect(lost(clean, clean, found).length).toBeGreaterThan(50)
        if (language !== languages[0] || sample !== 'ostfold') continue
        if (hasPythonReaders) {
          const script = `
import sys, json, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
cells = [c for s in book for r in s.iter_rows() for c in r if isinstance(c.value, str) and 'Q' in c.value]
print(json.dumps([len(cells), [c.coordinate for c in cells if c.data_type == 'f' and not c.value.startswith('=SUBTOTAL') and '1+1' in c.value]]))`
          const [count, formulas] = readWithPython(workbook, 'xlsx', script) as [number, string[]]
          expect(count).toBeGreaterThan(100)
          expect(formulas).toEqual([])
        }
        if (hasLibreOffice && hasPdfReader) {
          const printed = pdfPages(toPdf(word, 'docx')).join('\n')
          const marks = new Set([...textOf(word).matchAll(/Q\d+Q/g)].map(([mark]) => mark))
          const missing = [...marks].filter((mark) => !bare(printed).includes(mark))
          // A word that is parted over two lines of a narrow cell stands in two places of the page's text.
          expect(missing.length / marks.size).toBeLessThan(0.1)
        }
      }
    })

    it('comes out of meeting papers and the pages of partners whole', async () => {
      const desk = await opened()
      const [decided] = (await desk.call('decisions.list', {})).rows.filter(
        (row) => row.meetingId !== null && row.bodyId !== null,
      )
      const bodyId = decided?.bodyId ?? ''
      const called = (await desk.call('meetings.list', { filter: { bodyId, statuses: ['noticeSent', 'planned'] } }))
        .rows[0]
      for (const [index, kind] of paperKinds.entries()) {
        const language = languages[index % languages.length] ?? 'nb'
        const held = kind === 'minutes' || kind === 'extract'
        const paper: OutputOf<'papers.preview'> = await desk.call('papers.preview', {
          ...{ kind, bodyId, language, redacted: false },
          ...{ meetingId: held ? (decided?.meetingId ?? null) : (called?.id ?? null) },
          decisionId: kind === 'extract' ? (decided?.id ?? null) : null,
        })
        const found = new Map<string, Planted>()
        const hostile = planted(paper, found)
        const [clean, word] = [await renderMeetingPaperDocx(paper), await renderMeetingPaperDocx(hostile)]
        expect(lost(clean, word, found), kind).toEqual([])
      }
      const [partner] = await desk.call('partners.list', {})
      const paper = await desk.call('partners.preview', { id: partner?.id ?? '', language: 'nb' })
      const found = new Map<string, Planted>()
      expect(
        lost(await renderPartnerPaperDocx(paper), await renderPartnerPaperDocx(planted(paper, found)), found),
      ).toEqual([])
    })
  },
)

describe('a text of 100,000 characters', { timeout: 240_000 }, () => {
  it.each([
    ['in words', 'ord på rad '.repeat(9091).slice(0, 100_000)],
    ['without a space', 'ø'.repeat(100_000)],
    ['of family emoji', '👩‍👩‍👧‍👦'.repeat(9000)],
  ])('%s comes out of the package whole', async (_name, long) => {
    const desk = await aBackend({})
    await desk.call('workspace.openSample', { sample: 'ostfold' })
    const snapshot = await snapshotOf(desk, 'nb')
    const doc = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: long }] }] }
    let put = 0
    // The first rich text of the package, whichever section holds it.
    const lengthened = JSON.parse(JSON.stringify(snapshot), (_key, value) => {
      if (put > 0 || value?.type !== 'doc') return value
      put += 1
      return doc
    }) as typeof snapshot
    expect(put).toBe(1)
    const word = bare(textOf(await renderBoardPackageDocx(lengthened)))
    expect(word.includes(bare(long))).toBe(true)
    const cells = [...partsOf(await renderBoardPackageXlsx(lengthened))].flatMap(([name, xml]) =>
      /sheet\d+\.xml$|sharedStrings/.test(name)
        ? [...xml.matchAll(/<t\b[^>]*>([^<]*)<\/t>/g)].map((match) => match[1]?.length ?? 0)
        : [],
    )
    expect(Math.max(...cells)).toBeLessThanOrEqual(32_767)
  })
})
