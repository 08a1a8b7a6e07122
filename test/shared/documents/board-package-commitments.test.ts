import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { read, utils } from 'xlsx'
import { renderBoardPackageDocx } from '#shared/documents/board-package-docx.ts'
import { renderBoardPackageXlsx } from '#shared/documents/board-package-xlsx.ts'
import { completeSnapshot } from '#shared/documents/older-snapshot.ts'
import { type Snapshot, snapshot } from '#shared/documents/snapshot.ts'
import { inSentence } from '#shared/documents/strategy/words.ts'
import { languages } from '#shared/domain/values.ts'
import { translator } from '#shared/i18n/translator.ts'
import { aMeetingSnapshot } from './a-meeting-snapshot.ts'
import { aCommitment, aCommitmentsSnapshot } from './a-partner-paper.ts'
import { aSnapshot } from './a-snapshot.ts'
import { all, hasPythonReaders, part, partsOf, readWithPython, wordText } from './office-file.ts'
import { headingsOf } from './read-paper.ts'

const body = 'word/document.xml'
const wordOf = async (frozen: Snapshot) => part(partsOf(await renderBoardPackageDocx(frozen)), body)
/** The section alone, with plain blanks, so that sums can be written as they look. */
const sectionOf = async (frozen: Snapshot) => {
  const text = wordText(await wordOf(frozen)).replaceAll('\u00a0', ' ')
  const t = translator(frozen.language)
  const from = text.lastIndexOf(`\n${t('documents.commitments.heading')}\n`)
  return text.slice(from, text.indexOf(`\n${t('documents.visits.heading')}\n`, from))
}
const sectionsOf = (xml: string) =>
  headingsOf(xml)
    .filter((one) => one.startsWith('2 '))
    .map((one) => one.slice(2))
const sheetNames = (parts: Map<string, string>) => all(part(parts, 'xl/workbook.xml'), /<sheet name="([^"]+)"/g)
/** The rows of the sheet's table by header, as an independent reader sees them. */
async function rowsOf(frozen: Snapshot): Promise<Record<string, unknown>[]> {
  const t = translator(frozen.language)
  const sheet = read(await renderBoardPackageXlsx(frozen)).Sheets[t('documents.commitments.sheet')] ?? {}
  const lines = utils.sheet_to_json<unknown[]>(sheet, { header: 1, defval: null })
  const head = lines.findIndex((line) => line[0] === t('partners.doc.commitments.partner'))
  return lines.slice(head + 1).map((line) => Object.fromEntries((lines[head] ?? []).map((key, at) => [key, line[at]])))
}

describe.each([
  ['NO', 'nb'],
  ['SE', 'sv'],
  ['NO', 'en'],
] as const)('commitments in the Word package in %s, in %s', async (country, language) => {
  const xml = await wordOf(aCommitmentsSnapshot({ country, language }))
  const t = translator(language)

  it('stand after the information items and before the visits', () => {
    const sections = sectionsOf(xml)
    const at = sections.indexOf(t('documents.commitments.heading'))
    expect(sections[at - 1]).toBe(t('documents.meetings.information'))
    expect(sections[at + 1]).toBe(t('documents.visits.heading'))
  })
  it('skip no level of headings, and name each table', () => {
    const levels = headingsOf(xml).map((one) => Number(one[0]))
    levels.forEach((level, index) => {
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1)
    })
    for (const table of all(xml, /<w:tbl>(.*?)<\/w:tbl>/gs)) expect(table).toMatch(/<w:tblCaption w:val="[^"]+"\/>/)
  })
  it('are drawn per partner, once in money and once in hours, with the figures in the alternative text', () => {
    const money = inSentence(t(`codes.commitmentUnit.${country === 'NO' ? 'NOK' : 'SEK'}`))
    for (const unit of [money, t('codes.commitmentUnit.hours').toLocaleLowerCase()]) {
      const title = t('documents.commitments.chart', { unit })
      const drawing = all(xml, /(<wp:docPr\b[^>]*>)/g).filter((one) => one.includes(`title="${title}"`))
      expect(drawing).toHaveLength(1)
      expect(drawing[0]).toMatch(/descr="[^"]*; [^"]*\d/)
    }
  })
  it('leave no key untranslated and no blank unfilled', () => {
    expect(wordText(xml)).not.toMatch(/\b(documents|codes|partners)\.\w+\.|\{\{|undefined|NaN/)
  })
})

describe('sums in the Word package', () => {
  it('agree to the øre with those added by hand', async () => {
    const text = await sectionOf(aCommitmentsSnapshot())
    // In 2026: Sarpsborg 250 000,50 a year; Halden 199 999,99, and 1 000,01 that is not public. Given: 100 000,25 + 0,10 and 0,01.
    expect(25_000_050 + 19_999_999 + 100_001).toBe(45_100_050)
    expect(10_000_025 + 10 + 1).toBe(10_000_036)
    expect(45_100_050 - 10_000_036).toBe(35_100_014)
    expect(text).toContain('Norske kroner\n2026\n451 000,50 kr\n100 000,36 kr\n351 000,14 kr\n')
    // 120 h and 7,5 h promised, 37,5 h and 7,5 h given.
    expect(12_000 + 750 - (3750 + 750)).toBe(8250)
    expect(text).toContain('Timer\n2026\n127,5 t\n45 t\n82,5 t\n')
    expect(text).toContain('Stykk\n2026\n12 stk.\n15 stk.\n3 stk. over\n')
  })
  it('stand per partner with what is open and overdue', async () => {
    const text = await sectionOf(aCommitmentsSnapshot())
    const lines = [
      'Sarpsborg kommune',
      ...['250 000,50 kr', '120 t', '12 stk.'],
      ...['100 000,35 kr', '37,5 t', '15 stk.'],
      ...['150 000,15 kr', '82,5 t', '3 stk. over'],
      ...['3', '1'],
      ...['Halden kommune', '201 000 kr', '0,01 kr', '200 999,99 kr', '2', '0'],
    ]
    expect(text).toContain(lines.join('\n'))
    expect(text).toContain('5 forpliktelser er åpne, og 1 av dem er over fristen.')
  })
  it('count what is not public, and do not name it', async () => {
    const text = await sectionOf(aCommitmentsSnapshot())
    expect(text).toContain('Én forpliktelse er ikke offentlig. Den er talt med, men ikke navngitt.')
    expect(text).not.toContain('1 000,01')
    expect((await rowsOf(aCommitmentsSnapshot())).filter((row) => row.Partner === 'Halden kommune')).toHaveLength(1)
  })
  it('name what is not public in a closed package, which says so on its cover and each row', async () => {
    const frozen = aCommitmentsSnapshot()
    const { rows, ...told } = frozen.commitments ?? never()
    const closed = { ...told, rows: [...rows, aCommitment({ title: 'Ikke for alle', isPublic: false })] }
    const text = await sectionOf({ ...frozen, commitments: closed })
    expect(text).toContain('Ikke for alle\nPenger\n01.01.2026 – 31.12.2026\nIkke offentlig\n')
    expect(text).not.toContain('ikke navngitt')
    const t = translator('nb')
    for (const whole of [frozen, aSnapshot()]) {
      const cover = wordText(await wordOf({ ...whole, commitments: closed }))
      expect(cover).toContain(t('documents.meetings.cover.holdsConfidentialText'))
      expect(cover).not.toContain(t('documents.cover.confidentiality'))
    }
    const listed = await rowsOf({ ...frozen, commitments: closed })
    expect(listed.filter((row) => row.Offentlig === 'Nei').map((row) => row.Forpliktelse)).toEqual(['Ikke for alle'])
  })
  it('tell the year of each sum where the period spans several', async () => {
    const frozen = aCommitmentsSnapshot()
    const two = [2025, 2026].map((year) => ({ year, unit: 'NOK' as const, pledged: 100, delivered: 0 }))
    const commitments = {
      rows: [],
      totals: two,
      byPartner: [{ partner: 'X', totals: two, open: 1, overdue: 0 }],
      notPublic: 1,
    }
    const text = await sectionOf({ ...frozen, commitments })
    expect(text).toContain('X\n2025: 1 kr\n2026: 1 kr\n')
    expect(text).toContain('Én forpliktelse er åpen, og 0 er over fristen.')
  })
})

describe('commitments listed in the Word package', () => {
  it('are the overdue ones first, then the open ones; the rest is in the workbook', async () => {
    const text = await sectionOf(aCommitmentsSnapshot())
    const [late, open] = [text.indexOf('\nForpliktelser over fristen\n'), text.indexOf('\nÅpne forpliktelser innen')]
    expect(late).toBeGreaterThan(0)
    expect(text.slice(late, open)).toContain('Prosjektleder til Grønn industri')
    expect(text.slice(late, open)).toContain('156 dager over fristen')
    expect(text.slice(open)).toContain('Årlig grunntilskudd')
    expect(text.slice(open)).not.toContain('Prosjektleder')
    expect(text.slice(open)).toContain('I tillegg er 4 levert, foreslått eller trukket. De står i arbeidsboken.')
    expect(text).not.toContain('Møterom på rådhuset')
  })
  it('stop at sixty rows on paper and tell how many more there are', async () => {
    const frozen = aCommitmentsSnapshot()
    const rows = Array.from({ length: 75 }, (_, index) =>
      aCommitment({ title: `Nr. ${index}`, pledged: 1, remaining: 1 }),
    )
    const commitments = { ...(frozen.commitments ?? never()), rows }
    const text = await sectionOf({ ...frozen, commitments })
    expect(text).toContain('Nr. 59\n')
    expect(text).not.toContain('Nr. 60\n')
    expect(text).toContain('I tillegg kommer 15 til, som står i arbeidsboken.')
    expect(await rowsOf({ ...frozen, commitments })).toHaveLength(75)
  })
})

describe('a package without commitments', () => {
  it('made before there were any is completed as the schema would', () => {
    const { commitments, ...then } = aMeetingSnapshot()
    expect(commitments).toBeNull()
    // As it was written then: the type of today can't say it.
    const kept = JSON.parse(JSON.stringify(then)) as Snapshot
    expect(completeSnapshot(kept)).toEqual(snapshot.parse(kept))
    expect(completeSnapshot(kept).commitments).toBeNull()
  })
  it('has neither section nor sheet, whether it is older or nothing is promised', async () => {
    const t = translator('nb')
    const none = { rows: [], totals: [], byPartner: [], notPublic: 0 }
    for (const frozen of [aSnapshot(), aMeetingSnapshot()]) {
      const [older, empty] = [frozen, { ...frozen, commitments: none }]
      expect(sectionsOf(await wordOf(older))).not.toContain(t('documents.commitments.heading'))
      expect(await wordOf(empty)).toBe(await wordOf(older))
      const books = await Promise.all([older, empty].map(renderWorkbook))
      expect(sheetNames(partsOf(books[0] ?? never()))).not.toContain(t('documents.commitments.sheet'))
      expect(Buffer.from(books[1] ?? []).equals(Buffer.from(books[0] ?? []))).toBe(true)
    }
  })
  it('of meetings has the section all the same where partners have promised something', async () => {
    const { commitments } = aCommitmentsSnapshot()
    expect(sectionsOf(await wordOf({ ...aSnapshot(), commitments }))[0]).toBe('Status for forpliktelser')
  })
})

describe.each(languages)('the workbook of commitments in %s', async (language) => {
  const frozen = aCommitmentsSnapshot({ language })
  const parts = partsOf(await renderBoardPackageXlsx(frozen))
  const names = sheetNames(parts)
  const t = translator(language)

  it('has the sheet between attendance and visits, linked from the first', () => {
    const at = names.indexOf(t('documents.commitments.sheet'))
    expect(names[at - 1]).toBe(t('documents.meetings.sheets.attendance'))
    expect(names[at + 1]).toBe(t('documents.sheets.visits'))
    const links = all(part(parts, 'xl/worksheets/sheet1.xml'), /location="(?:'|&apos;)([^"]+?)(?:'|&apos;)!A1"/g)
    expect(new Set(links)).toEqual(new Set(names.slice(1)))
  })
  it('has one table a sheet, with headers that are unique', () => {
    const tables = [...parts].filter(([name]) => /xl\/tables\//.test(name)).map(([, xml]) => xml)
    expect(tables).toHaveLength(names.length)
    expect(new Set(tables.map((xml) => all(xml, / displayName="([^"]+)"/g)[0])).size).toBe(names.length)
    for (const xml of tables) {
      const headers = all(xml, /<tableColumn id="\d+" name="([^"]+)"/g).map((header) => header.toLowerCase())
      expect(new Set(headers).size).toBe(headers.length)
    }
  })
  it('explains its codes and its words, and leaves no key untranslated', () => {
    const strings = part(parts, 'xl/sharedStrings.xml')
    for (const list of ['commitmentKind', 'commitmentUnit', 'recurrence', 'commitmentStatus'] as const)
      expect(strings).toContain(`>${t(`documents.commitments.lists.${list}`)}<`)
    for (const code of ['Årsverk', 'Årsarbeten', 'Full-time posts']) expect(strings).toContain(`>${code}<`)
    expect(strings).toContain(t('documents.commitments.terms.amountsText'))
    expect(strings).not.toMatch(/\b(documents|codes|partners)\.\w+\.|\{\{|undefined|NaN/)
  })
})

describe('rows of commitments', () => {
  it('hold numbers of the row’s own unit that add up to the øre to what was added by hand', async () => {
    const rows = await rowsOf(aCommitmentsSnapshot())
    expect(rows).toHaveLength(8)
    const sum = (header: string) =>
      rows
        .filter((row) => row.Enhet === 'Norske kroner' && row.Status !== 'Foreslått')
        .reduce((whole, row) => whole + Math.round(Number(row[header]) * 100), 0)
    // 3 × 250 000,50 and 199 999,99; given 250 000,50 + 100 000,25 + 0,10 and 0,01.
    expect(sum('Mengde')).toBe(3 * 25_000_050 + 19_999_999)
    expect(sum('Levert (mengde)')).toBe(25_000_050 + 10_000_025 + 10 + 1)
    expect(sum('Gjenstår (mengde)')).toBe(40_000_065 + 19_999_998)
    const [late] = rows
    expect(late).toMatchObject({
      Forpliktelse: 'Prosjektleder til Grønn industri',
      Mengde: 120,
      Enhet: 'Timer',
      'Levert (mengde)': 37.5,
      'Gjenstår (mengde)': 82.5,
      'Over fristen': 'Ja',
      'Dager over fristen (antall)': 156,
    })
  })
  it('leave cells empty where nothing is counted, and tell what is given beyond the promise', async () => {
    const rows = await rowsOf(aCommitmentsSnapshot())
    const named = (title: string) => rows.find((row) => row.Forpliktelse === title)
    expect(named('Felles stand på Næringsdagene')).toMatchObject({ Mengde: null, Enhet: null, 'Levert (mengde)': null })
    expect(named('Møterom på rådhuset')).toMatchObject({ 'Gjenstår (mengde)': 0, 'Levert over (mengde)': 3 })
  })
  it.skipIf(!hasPythonReaders)('openpyxl reads real days, two decimals, and text that is no formula', async () => {
    const script =
      'import sys,json,openpyxl\nb=openpyxl.load_workbook(sys.argv[1]); s=b["Åtaganden"]\n' +
      't=list(s.tables.values())[0]; r=[[c for c in l] for l in s[t.ref]]; h=[c.value for c in r[0]]\n' +
      'rows=[dict(zip(h,l)) for l in r[1:]]\n' +
      'k=[x for x in rows if x["Åtagande"].value=="Årligt grundbidrag"][0]; f=[x for x in rows if x["Partner"].value=="Umeå kommun"][0]\n' +
      'print(json.dumps({"amount":k["Mängd"].value,"format":k["Mängd"].number_format,"unit":k["Enhet"].value,"from":k["Period från"].value.isoformat(),' +
      '"to":k["Period till"].value.isoformat(),"delivered":k["Levererat (mängd)"].value,"rest":k["Återstår (mängd)"].value,"source":k["Grund"].value,' +
      '"evidence":k["Underlag"].value,"formula":[f["Åtagande"].value,f["Åtagande"].data_type],"merged":len(s.merged_cells.ranges),' +
      '"notes":[s["A2"].value,s["A3"].value],"frozen":s.freeze_panes}))'
    const bytes = await renderBoardPackageXlsx(aCommitmentsSnapshot({ country: 'SE' }))
    expect(readWithPython(bytes, 'xlsx', script)).toEqual({
      amount: 750_001.5,
      format: '#,##0.00',
      unit: 'Svenska kronor',
      from: '2025-01-01T00:00:00',
      to: '2027-12-31T00:00:00',
      delivered: 350_000.85,
      rest: 400_000.65,
      source: '§ 12',
      evidence: 'Bilag 1004.pdf',
      formula: ['=1+1', 's'],
      merged: 0,
      notes: [expect.stringContaining('Filtrera på enhet'), expect.stringMatching(/har någon rad här: 1\.$/)],
      frozen: 'A7',
    })
  })
})

it('the same snapshot gives the same bytes', async () => {
  for (const render of [renderBoardPackageDocx, renderBoardPackageXlsx])
    expect(
      Buffer.from(await render(aCommitmentsSnapshot())).equals(Buffer.from(await render(aCommitmentsSnapshot()))),
    ).toBe(true)
})

it('an office file holds its charts as figures that can be edited', async () => {
  const files = Object.keys(unzipSync(await renderBoardPackageDocx(aCommitmentsSnapshot())))
  const before = Object.keys(unzipSync(await renderBoardPackageDocx(aMeetingSnapshot())))
  const workbooks = (names: string[]) => names.filter((name) => /embeddings\/.*\.xlsx$/.test(name)).length
  expect(workbooks(files) - workbooks(before)).toBe(2)
})

function renderWorkbook(frozen: Snapshot): Promise<Uint8Array> {
  return renderBoardPackageXlsx(frozen)
}

function never(): never {
  throw new Error('the builder made no such part')
}
