import { describe, expect, it } from 'vitest'
import { renderBoardPackageXlsx } from '#shared/documents/board-package-xlsx.ts'
import { serialOf } from '#shared/documents/workbook.ts'
import { languages } from '#shared/domain/values.ts'
import { localeOf, translator } from '#shared/i18n/translator.ts'
import { aSnapshot } from './a-snapshot.ts'
import { all, hasLibreOffice, hasPythonReaders, part, partsOf, readWithPython, toPdf } from './office-file.ts'

const rendered = async (...args: Parameters<typeof aSnapshot>) =>
  partsOf(await renderBoardPackageXlsx(aSnapshot(...args)))
const sheets = (parts: Map<string, string>) =>
  [...parts.keys()].filter((name) => /worksheets\/sheet\d+\.xml$/.test(name))

describe.each(languages)('a workbook in %s', async (language) => {
  const parts = await rendered({ language })
  const t = translator(language)
  const book = part(parts, 'xl/workbook.xml')

  it('has its sheets in order, each named once', () => {
    const names = all(book, /<sheet name="([^"]+)"/g)
    const keys = ['readMe', 'visits', 'months', 'distribution', 'coverage', 'followUps', 'codes'] as const
    expect(names).toEqual(keys.map((key) => t(`documents.sheets.${key}`)))
    expect(new Set(names).size).toBe(7)
  })
  it('has one real table a sheet, with a name of its own, unique headers and a filter', () => {
    const tables = [...parts.keys()].filter((name) => /xl\/tables\//.test(name)).map((name) => part(parts, name))
    expect(tables).toHaveLength(7)
    const names = tables.map((table) => all(table, / name="([^"]+)"/g)[0])
    expect(new Set(names).size).toBe(7)
    for (const table of tables) {
      expect(table).toContain('<autoFilter ref=')
      expect(table).toContain('showFirstColumn="1"')
      expect(all(table, / displayName="([^"]+)"/g)[0]).toMatch(/^[A-Za-z_][A-Za-z0-9_]*$/)
      const headers = all(table, /<tableColumn id="\d+" name="([^"]+)"/g)
      expect(new Set(headers.map((header) => header.toLowerCase())).size).toBe(headers.length)
    }
  })
  it('has frozen headers, landscape pages one page wide, and no merged cell', () => {
    for (const name of sheets(parts)) {
      const xml = part(parts, name)
      expect(xml).toContain('state="frozen"')
      expect(xml).toMatch(/orientation="landscape"/)
      expect(xml).toMatch(/fitToWidth="1"/)
      expect(xml).not.toContain('mergeCell')
    }
  })
  it('repeats the header row in print, with the sheet’s name quoted as Excel demands', () => {
    const titles = all(book, /_xlnm\.Print_Titles" localSheetId="\d+">([^<]+)</g)
    expect(titles).toHaveLength(7)
    for (const title of titles) expect(title).toMatch(/^'[^']+'!\$\d+:\$\d+$/)
  })
  it('tells its title, author and language', () => {
    const core = part(parts, 'docProps/core.xml')
    expect(core).toContain('<dc:title>Styrepakke, første halvår 2026</dc:title>')
    expect(core).toContain('<dc:creator>Kari Nordmann</dc:creator>')
    expect(core).toContain(`<dc:language>${localeOf(language)}</dc:language>`)
    expect(part(parts, 'docProps/custom.xml')).toContain(localeOf(language))
  })
  it('has charts whose alternative text tells the figures', () => {
    const drawings = [...parts.keys()].filter((name) => /xl\/drawings\/drawing\d+\.xml$/.test(name))
    const told = drawings.flatMap((name) => all(part(parts, name), /descr="([^"]+)"/g))
    expect(told).toHaveLength(2)
    for (const alt of told) expect(alt).toMatch(/\d/)
  })
  it('leaves no key untranslated and no blank unfilled', () => {
    expect(part(parts, 'xl/sharedStrings.xml')).not.toMatch(/\b(documents|codes)\.\w|\{\{|undefined|NaN/)
  })
})

describe('cells', () => {
  it('hold days and numbers as numbers, with a day format', async () => {
    const parts = await rendered()
    const visits = part(parts, 'xl/worksheets/sheet2.xml')
    expect(visits).toMatch(new RegExp(`<c r="B6" s="\\d+"><v>${serialOf('2026-01-01')}</v></c>`))
    expect(part(parts, 'xl/styles.xml')).toContain('formatCode="dd.mm.yyyy"')
    expect(serialOf('2026-01-01')).toBe(46_023)
  })
  it('keep a day before Excel’s calendar as text', () => {
    expect(serialOf('1900-02-28')).toBeNull()
    expect(serialOf('1900-03-01')).toBe(61)
  })
  it('hold only our own formulas, whatever people write', async () => {
    const bait = ['=1+1', '+cmd|A1', '-2', '@SUM(A1)', '=HYPERLINK("http://x","y")', '\t=1']
    const [visit] = aSnapshot().visits.rows
    const parts = await rendered({
      visits: { rows: bait.map((companyName) => ({ ...(visit ?? never()), companyName, municipality: companyName })) },
    })
    const formulas = sheets(parts).flatMap((name) => all(part(parts, name), /<f[^>]*>([^<]*)<\/f>/g))
    expect(formulas.length).toBeGreaterThan(4)
    for (const formula of formulas)
      expect(formula).toMatch(/^(SUBTOTAL\(10\d,\w+\[.+\]\)|IF\(\w+=0,0,\w+\/\w+\)|B\d+-C\d+)$/)
    for (const text of bait.slice(0, 4)) expect(part(parts, 'xl/sharedStrings.xml')).toContain(`>${text}<`)
    expect([...parts.keys()].some((name) => name.includes('externalLink'))).toBe(false)
  })
  it('have no blank row within a table', async () => {
    const xml = part(await rendered(), 'xl/worksheets/sheet2.xml')
    const numbers = all(xml, /<row r="(\d+)"/g).map(Number)
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
  })
})

it('a sheet without rows says so and has no empty table', async () => {
  const parts = await rendered({ visits: { rows: [], byMonth: [] }, followUps: { rows: [] } })
  expect([...parts.keys()].filter((name) => /xl\/tables\//.test(name))).toHaveLength(4)
  expect(part(parts, 'xl/sharedStrings.xml')).toContain(translator('nb')('documents.followUps.empty'))
})

describe('the same snapshot', () => {
  it('gives the same bytes', async () => {
    const [first, second] = [await renderBoardPackageXlsx(aSnapshot()), await renderBoardPackageXlsx(aSnapshot())]
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true)
  })
})

describe('second readers', () => {
  const hostile = '=1+1 _x0041_ \u0000\ud83d <b>&amp; 🚀 שלום'
  const [visit] = aSnapshot().visits.rows
  const [row] = aSnapshot().followUps.rows
  const snapshot = aSnapshot({
    visits: { rows: [{ ...(visit ?? never()), companyName: hostile }] },
    followUps: { rows: [{ ...(row ?? never()), description: 'æ'.repeat(100_000) }] },
  })
  it.skipIf(!hasPythonReaders)('openpyxl reads tables, days and hostile text as they were', async () => {
    const script =
      'import sys,json,openpyxl\nb=openpyxl.load_workbook(sys.argv[1])\nv=b.worksheets[1]\nf=b.worksheets[5]\n' +
      'print(json.dumps({"tables":[len(s.tables) for s in b],"name":v["A6"].value,"type":v["A6"].data_type,"day":v["B6"].value.isoformat(),' +
      '"isDate":v["B6"].is_date,"title":b.properties.title,"language":b.properties.language,"freeze":v.freeze_panes,' +
      '"long":len(f["B6"].value),"end":f["B6"].value[-5:],"titles":v.print_title_rows}))'
    expect(readWithPython(await renderBoardPackageXlsx(snapshot), 'xlsx', script)).toEqual({
      tables: [1, 1, 1, 1, 1, 1, 1],
      // The reader leaves `_x005F_` as it is; Excel and LibreOffice show `_x0041_`.
      name: expect.stringMatching(/^=1\+1 (_x005F)?_x0041_ \ufffd <b>&amp; 🚀 שלום$/),
      type: 's',
      day: '2026-01-01T00:00:00',
      isDate: true,
      title: 'Styrepakke, første halvår 2026',
      language: 'nb-NO',
      freeze: 'A6',
      long: 32_767,
      end: 'ken.]',
      titles: '$5:$5',
    })
  })
  it.skipIf(!hasLibreOffice)('LibreOffice prints it', { timeout: 120_000 }, async () => {
    const pdf = toPdf(await renderBoardPackageXlsx(snapshot), 'xlsx')
    expect(Buffer.from(pdf.slice(0, 5)).toString()).toBe('%PDF-')
  })
})

function never(): never {
  throw new Error('the builder made no row')
}
