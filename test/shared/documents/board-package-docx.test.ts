import { describe, expect, it } from 'vitest'
import { renderBoardPackageDocx } from '#shared/documents/board-package-docx.ts'
import { languages } from '#shared/domain/values.ts'
import { localeOf, translator } from '#shared/i18n/translator.ts'
import { aSnapshot } from './a-snapshot.ts'
import { all, hasLibreOffice, hasPythonReaders, part, partsOf, readWithPython, toPdf, wordText } from './office-file.ts'

const body = 'word/document.xml'
const rendered = async (...args: Parameters<typeof aSnapshot>) =>
  partsOf(await renderBoardPackageDocx(aSnapshot(...args)))

describe.each(languages)('a Word package in %s', async (language) => {
  const parts = await rendered({ language })
  const xml = part(parts, body)
  const t = translator(language)

  it('tells its language, title, subject, author and keywords', () => {
    const core = part(parts, 'docProps/core.xml')
    expect(part(parts, 'word/styles.xml')).toContain(`<w:lang w:val="${localeOf(language)}"/>`)
    expect(core).toContain(`<dc:language>${localeOf(language)}</dc:language>`)
    expect(core).toContain('<dc:title>Styrepakke, første halvår 2026</dc:title>')
    expect(core).toContain(`<dc:subject>${t('documents.kind')} `)
    expect(core).toContain('<dc:creator>Kari Nordmann</dc:creator>')
    expect(core).toContain(`<cp:keywords>${t('documents.cover.keywords')}</cp:keywords>`)
  })
  it('has one Heading 1, and no heading skips a level', () => {
    const levels = all(xml, /<w:pStyle w:val="Heading(\d)"\/>/g).map(Number)
    expect(levels[0]).toBe(1)
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    levels.forEach((level, index) => {
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1)
    })
  })
  it('has contents that link every heading of the sections and tell its page', () => {
    const headings = all(xml, /<w:pStyle w:val="Heading[23]"\/>/g).length
    const links = all(xml, /<w:hyperlink\b[^>]*w:anchor="(_Toc\d+)"/g)
    const targets = all(xml, /<w:bookmarkStart\b[^>]*w:name="(_Toc\d+)"/g)
    const pages = all(xml, /PAGEREF _Toc\d+[^<]*<\/w:instrText><w:fldChar[^>]*\/><w:t[^>]*>(\d+)<\/w:t>/g).map(Number)
    expect(links).toHaveLength(headings)
    expect(new Set(targets)).toEqual(new Set(links))
    expect(pages).toHaveLength(headings)
    expect(pages).toEqual(pages.toSorted((a, b) => a - b))
    expect(pages[0]).toBeGreaterThan(1)
  })
  it('has tables with a repeated header row, a marked first column, a title, and no merged cell', () => {
    const tables = all(xml, /<w:tbl>(.*?)<\/w:tbl>/gs)
    expect(tables.length).toBeGreaterThan(8)
    for (const table of tables) {
      expect(table).toMatch(/<w:tr><w:trPr>(?:<w:cantSplit\/>)?<w:tblHeader\/>/)
      expect(table).toMatch(/<w:tblLook[^>]*w:firstColumn="(?:true|1)"/)
      expect(table).toMatch(/<w:tblCaption w:val="[^"]+"\/>/)
      expect(table).toContain('<w:pStyle w:val="TableFirst"/>')
    }
    expect(xml).not.toMatch(/gridSpan|vMerge|txbxContent/)
  })
  it('has native charts whose alternative text tells the figures', () => {
    const told = all(xml, /<wp:docPr [^>]*descr="([^"]+)"/g)
    expect(told).toHaveLength(2)
    expect(told[0]).toContain(t('documents.visits.byMonth.altMonth', { month: '', visits: '3', target: '4' }).slice(2))
    expect(part(parts, 'word/charts/chart1.xml')).toContain('<c:v>6</c:v>')
    expect([...parts.keys()].filter((name) => name.endsWith('.xlsx'))).toHaveLength(2)
  })
  it('has a running foot with the page of the pages', () => {
    const feet = [...parts.keys()].filter((name) => /^word\/footer/.test(name)).map((name) => part(parts, name))
    const foot = feet.find((each) => each.includes('NUMPAGES'))
    expect(foot).toContain(`${t('documents.page')} `)
    expect(foot).toContain(` ${t('documents.pageOf')} `)
    expect(foot).toContain('PAGE')
  })
  it('leaves no key untranslated and no blank unfilled', () => {
    expect(wordText(xml)).not.toMatch(/\b(documents|codes)\.\w|\{\{|undefined|NaN/)
  })
})

describe('follow-ups', () => {
  it('are listed overdue first, and overdue is said in words', async () => {
    const text = wordText(part(await rendered({ language: 'en' }), body))
    const [overdue, open, closed] = ['Overdue', 'Open, within the deadline', 'Closed in the period'].map((name) =>
      text.lastIndexOf(`\n${name}\n`),
    )
    expect(overdue).toBeGreaterThan(0)
    expect(open).toBeGreaterThan(overdue ?? 0)
    expect(closed).toBeGreaterThan(open ?? 0)
    expect(text).toContain('91 days overdue')
  })
})

describe('empty sections', () => {
  it('say so in a sentence instead of an empty table, and a first package says that it is the first', async () => {
    const none = { from: '2026-01-01', to: '2026-06-30', counted: 0, total: 0, target: 0, companies: 0 }
    const parts = await rendered({
      language: 'en',
      changes: null,
      visits: {
        period: none,
        year: none,
        byMonth: [],
        byType: [],
        flags: [],
        themes: [],
        coverage: { bySector: [], byMunicipality: [], byBand: [] },
        notVisited: { since: '2024-06-30', total: 0, rows: [] },
        summaries: [],
        rows: [],
        confidential: 0,
      },
      followUps: {
        made: 0,
        open: 0,
        overdue: 0,
        closed: 0,
        answered: 0,
        medianResponseDays: null,
        meanResponseDays: null,
        rows: [],
        confidential: 0,
      },
    })
    const xml = part(parts, body)
    const text = wordText(xml)
    expect(text).toContain('This is the first package for this body')
    for (const sentence of [
      'No flags are set',
      'No follow-ups are recorded',
      'no coverage to show',
      'publishable summary',
    ])
      expect(text).toContain(sentence)
    expect(all(xml, /(<w:tbl>)/g)).toHaveLength(1)
  })
})

describe('hostile content', () => {
  const hostile = '=1+1 <b>&amp;</b> ]]> \u0000\u0007_x0041_ \ud83d lone 🚀 שלום \u202Eevil " \' @SUM(A1)'
  const long = `${'æøå lang tekst '.repeat(6667)}SLUTT`
  const [row] = aSnapshot().followUps.rows
  const made = async () =>
    renderBoardPackageDocx(
      aSnapshot({
        package: { title: hostile, madeBy: hostile },
        body: { name: hostile },
        visits: {
          summaries: [
            {
              visitedOn: '2026-02-01',
              companyName: hostile,
              municipality: hostile,
              type: 'companyVisit',
              text: hostile,
            },
            { visitedOn: '2026-02-01', companyName: null, municipality: null, type: 'phone', text: long },
          ],
        },
        followUps: { rows: [{ ...(row ?? never()), description: long, companyName: hostile, result: hostile }] },
      }),
    )
  it('stays well-formed, literal and whole', async () => {
    const parts = partsOf(await made())
    const text = wordText(part(parts, body))
    expect(text).toContain('=1+1 <b>&amp;</b> ]]> _x0041_ \ufffd lone 🚀 שלום evil " \' @SUM(A1)')
    expect(text.match(/SLUTT/g)).toHaveLength(2)
    expect([...parts.values()].join('')).not.toContain('\u202e')
  })
  it('does not stop the page numbers', async () => {
    const xml = part(partsOf(await made()), body)
    expect(all(xml, /PAGEREF _Toc\d+[^<]*<\/w:instrText><w:fldChar[^>]*\/><w:t[^>]*>(\d+)<\/w:t>/g).length).toBe(
      all(xml, /(PAGEREF)/g).length,
    )
  })
})

describe('the same snapshot', () => {
  it('gives the same bytes, on the second run too', async () => {
    const [first, second] = [await renderBoardPackageDocx(aSnapshot()), await renderBoardPackageDocx(aSnapshot())]
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true)
  })
  it('prints no visit rows: a name that only the workbook lists is not in the document', async () => {
    const [visit] = aSnapshot().visits.rows
    const marker = 'PLANTED-MARKER-41'
    const snapshot = aSnapshot({ visits: { rows: [{ ...(visit ?? never()), companyName: marker }] } })
    const texts = [...partsOf(await renderBoardPackageDocx(snapshot)).values()].join('')
    expect(texts).not.toContain(marker)
  })
})

it('a package of 5,000 visits, 500 summaries and 500 follow-ups is made', async () => {
  const steps: number[] = []
  const snapshot = aSnapshot({}, { visits: 5000, summaries: 500, followUps: 500 })
  const bytes = await renderBoardPackageDocx(snapshot, (done) => steps.push(done))
  expect(all(part(partsOf(bytes), body), /(<w:pStyle w:val="Heading4"\/>)/g)).toHaveLength(500)
  expect(steps).toEqual(steps.toSorted((a, b) => a - b))
  expect(steps.at(-1)).toBe(1)
})

describe('second readers', () => {
  it.skipIf(!hasPythonReaders)('python-docx finds the headings and the tables', async () => {
    const script =
      'import sys,json,docx\nd=docx.Document(sys.argv[1])\n' +
      'print(json.dumps({"title":d.core_properties.title,"language":d.core_properties.language,"tables":len(d.tables),' +
      '"first":[p.text for p in d.paragraphs if p.style.name=="Heading 1"],"rows":len(d.tables[0].rows)}))'
    expect(readWithPython(await renderBoardPackageDocx(aSnapshot()), 'docx', script)).toMatchObject({
      title: 'Styrepakke, første halvår 2026',
      language: 'nb-NO',
      first: ['Styrepakke, første halvår 2026'],
      rows: 6,
    })
  })
  it.skipIf(!hasLibreOffice)('LibreOffice lays it out', { timeout: 120_000 }, async () => {
    const pdf = toPdf(await renderBoardPackageDocx(aSnapshot()), 'docx')
    expect(Buffer.from(pdf.slice(0, 5)).toString()).toBe('%PDF-')
  })
})

function never(): never {
  throw new Error('the builder made no row')
}

it('a pasted text of a million characters, in 160,000 lines or none, is printed whole, with page numbers', async () => {
  for (const text of ['linje\n'.repeat(160_000), 'x'.repeat(1_000_000)]) {
    const summary = { visitedOn: '2026-02-01', companyName: 'A', municipality: null, type: 'phone' as const, text }
    const xml = part(partsOf(await renderBoardPackageDocx(aSnapshot({ visits: { summaries: [summary] } }))), body)
    const letters = text.replaceAll('\n', '')
    expect(all(xml, /<w:t[^>]*>(linje|x{100,})<\/w:t>/g).join('')).toHaveLength(letters.length)
    expect(all(xml, /PAGEREF _Toc\d+[^<]*<\/w:instrText><w:fldChar[^>]*\/><w:t[^>]*>(\d+)<\/w:t>/g).length).toBe(
      all(xml, /(PAGEREF)/g).length,
    )
  }
})
