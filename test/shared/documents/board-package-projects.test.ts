import { describe, expect, it } from 'vitest'
import { read, utils } from 'xlsx'
import { renderBoardPackageDocx } from '#shared/documents/board-package-docx.ts'
import { renderBoardPackageXlsx } from '#shared/documents/board-package-xlsx.ts'
import { completeSnapshot } from '#shared/documents/older-snapshot.ts'
import { type Snapshot, snapshot } from '#shared/documents/snapshot.ts'
import { languages } from '#shared/domain/values.ts'
import { translator } from '#shared/i18n/translator.ts'
import { aCommitmentsSnapshot } from './a-partner-paper.ts'
import { aMilestone, aProject, aProjectsSnapshot, someProjects } from './a-projects-snapshot.ts'
import { aSnapshot } from './a-snapshot.ts'
import { all, hasPythonReaders, part, partsOf, readWithPython, wordText } from './office-file.ts'
import { headingsOf } from './read-paper.ts'

const body = 'word/document.xml'
const wordOf = async (frozen: Snapshot) => part(partsOf(await renderBoardPackageDocx(frozen)), body)
/** The section alone, with plain blanks, so that sums can be written as they look. */
const sectionOf = async (frozen: Snapshot) => {
  const text = wordText(await wordOf(frozen)).replaceAll('\u00a0', ' ')
  const t = translator(frozen.language)
  const from = text.lastIndexOf(`\n${t('documents.projects.heading')}\n`)
  return text.slice(from, text.indexOf(`\n${t('documents.visits.heading')}\n`, from))
}
const sectionsOf = (xml: string) =>
  headingsOf(xml)
    .filter((one) => one.startsWith('2 '))
    .map((one) => one.slice(2))
const sheetNames = (parts: Map<string, string>) => all(part(parts, 'xl/workbook.xml'), /<sheet name="([^"]+)"/g)
/** The rows of a sheet's table by header, as an independent reader sees them. */
async function rowsOf(frozen: Snapshot, name: 'projects' | 'milestones'): Promise<Record<string, unknown>[]> {
  const t = translator(frozen.language)
  const sheet = read(await renderBoardPackageXlsx(frozen)).Sheets[t(`documents.projects.sheets.${name}`)] ?? {}
  const lines = utils.sheet_to_json<unknown[]>(sheet, { header: 1, defval: null })
  const head = lines.findIndex((line) => line.filter((cell) => cell !== null).length > 8)
  return lines.slice(head + 1).map((line) => Object.fromEntries((lines[head] ?? []).map((key, at) => [key, line[at]])))
}
/** Excel's number of a day. */
const serial = (day: string) => Date.parse(day) / 86_400_000 + 25_569

describe.each([
  ['NO', 'nb'],
  ['SE', 'sv'],
  ['NO', 'en'],
] as const)('projects in the Word package in %s, in %s', async (country, language) => {
  const frozen = aProjectsSnapshot({ country, language })
  const xml = await wordOf(frozen)
  const t = translator(language)

  it('stand between commitments and visits', () => {
    const sections = sectionsOf(xml)
    const at = sections.indexOf(t('documents.projects.heading'))
    expect(sections[at - 1]).toBe(t('documents.commitments.heading'))
    expect(sections[at + 1]).toBe(t('documents.visits.heading'))
  })
  it('have an overview, a timeline and a heading each, and no heading skips a level', () => {
    const headings = headingsOf(xml)
    const at = headings.indexOf(`2 ${t('documents.projects.heading')}`)
    const titles = someProjects(country).map(({ number, title }) => (number === null ? title : `${number} ${title}`))
    const thirds = headings.slice(at + 1).filter((one) => one.startsWith('3 '))
    expect(thirds.slice(0, 7)).toEqual(
      [t('documents.projects.overview'), t('documents.timeline.heading'), ...titles].map((title) => `3 ${title}`),
    )
    const levels = headings.map((one) => Number(one[0]))
    levels.forEach((level, index) => {
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1)
    })
  })
  it('lead from the overview to each project by links within the document', () => {
    const anchors = all(xml, /<w:hyperlink\b[^>]*w:anchor="(fyr_project_\d+)"/g)
    const marks = all(xml, /<w:bookmarkStart\b[^>]*w:name="(fyr_[^"]+)"/g)
    expect(new Set(anchors)).toEqual(new Set([1, 2, 3, 4, 5].map((no) => `fyr_project_${no}`)))
    expect(new Set(marks).size).toBe(marks.length)
    for (const anchor of all(xml, /<w:hyperlink\b[^>]*w:anchor="(fyr_[^"]+)"/g)) expect(marks).toContain(anchor)
  })
  it('tell each light in a word beside its mark', () => {
    const text = wordText(xml)
    for (const [mark, light] of [
      ['■', 'red'],
      ['▲', 'amber'],
      ['●', 'green'],
    ] as const)
      expect(text).toContain(`${mark} ${t(`codes.light.${light}`)}`)
    expect(text).toContain(t('documents.projects.lightNone'))
  })
  it('merge no cell, name each table, and leave no key untranslated', () => {
    expect(xml).not.toMatch(/gridSpan|vMerge|txbxContent/)
    const own = xml.slice(xml.indexOf('"fyr_project_1"'), xml.lastIndexOf('"fyr_project_5"'))
    const tables = all(own, /<w:tbl>(.*?)<\/w:tbl>/gs)
    expect(tables.length).toBeGreaterThan(4)
    for (const table of tables) {
      expect(table).toMatch(/<w:tblCaption w:val="[^"]+"\/>/)
      expect(table).toMatch(/<w:tblHeader\/>/)
      expect(table).toContain('<w:pStyle w:val="TableFirst"/>')
    }
    expect(wordText(xml)).not.toMatch(/\b(documents|codes|partners)\.\w+\.|\{\{|undefined|NaN/)
  })
})

describe('a project in the Word package', async () => {
  const text = await sectionOf(aProjectsSnapshot())

  it('is counted: those finished have no light that anybody can change', () => {
    expect(text).toContain('Pakken omfatter 5 prosjekter. Fyrtårnprosjekter: 2.')
    expect(text).toContain('Rødt lys: 1. Gult lys: 1. Milepæler over fristen: 1.')
  })
  it('stands in the overview with lead, status, light, milestones reached of all, and what is next', () => {
    const lines = [
      ...['F-1 Grønn industri på Øra', 'Fyrtårnprosjekt', 'Siri Næss', 'I gang', '■ Rødt', '12.06.2026', '1 av 4 nådd'],
      ...['Avtale med grunneier', '30.04.2026'],
      ...['Sak 14/26 Tilskudd til Grønn industri', 'Styret i partnerskapet', '16.09.2026'],
      'F-2 Fagbrev i verkstedene',
    ]
    expect(text).toContain(lines.join('\n'))
  })
  it('tells its money against its budget, to the øre', () => {
    // 2 000 000,50 − 1 200 000,00
    expect(200_000_050 - 120_000_000).toBe(80_000_050)
    expect(text).toContain('Budsjett2 000 000,50 kr, 800 000,50 kr mangler tilsagn\n')
    expect(text).toContain('Tilsagn1 200 000 kr, søkt om 300 000 kr til\n')
    // 900 000 granted for 800 000.
    expect(text).toContain('Budsjett800 000 kr, tilsagnene er 100 000 kr over\nTilsagn900 000 kr\n')
  })
  it('names its area as the plan calls it, its period, and what carries it on', () => {
    expect(text).toContain('SatsingsområdeGrønn omstilling\n')
    expect(text).toContain('SatsingsområdeGår på tvers av områdene\n')
    expect(text).toContain('Periode01.02.2025 – 31.12.2027 (planlagt)\n')
    expect(text).toContain('Periode01.08.2025 – 15.04.2026\n')
    expect(text).toContain('PeriodeFra 2024\n')
    expect(text).toContain('Videreføres iNettverk for kompetansetilflytting\n')
    expect(text).toContain('VidereførerForstudie om næringsvertskap\n')
  })
  it('dates its comment, and says where that is no newer than the last package', () => {
    expect(text).toContain('Kommentar 12.06.2026: Grunneieren har ikke skrevet under avtalen.')
    const stale = 'Kommentaren er ikke nyere enn forrige pakke.'
    expect(text.split(stale)).toHaveLength(2)
    expect(text).toContain(`Fylkeskommunen svarer i august.\n${stale}\n`)
  })
  it('has its milestones with three dates, slippage, state and reason', () => {
    // 24 September is 7 days before 1 October; from 1 September to 1 December are 30 + 31 + 30 days.
    expect(30 + 31 + 30).toBe(91)
    const lines = [
      ...['Mulighetsstudien er levert', 'Per Åsen', '01.10.2025', '–', '24.09.2025', '7 dager tidligere', 'Nådd'],
      'Dokumentasjon: Rapport.pdf',
      ...['Avtale med grunneier', 'Siri Næss', '30.04.2026', 'Endret 2 ganger', 'Satt 15.01.2026', '–', '–', '–'],
      ...['Over fristen, 62 dager', 'Grunneieren venter på takst.'],
      ...['Rammesøknad sendt', 'Per Åsen', '01.09.2026', '01.12.2026', '–', '91 dager', 'Forsinket'],
      'Tilbudene kom tre måneder for sent fordi grunnlaget måtte lyses ut på nytt.',
      ...['Byggestart', 'Per Åsen', '01.03.2027', 'Endret én gang', 'Satt 15.01.2026'],
    ]
    expect(text).toContain(lines.join('\n'))
  })
  it('has its partners with roles and what they pledged and delivered', () => {
    const lines = [
      ...['Sarpsborg kommune', 'Eier, Finansiør'],
      'Årlig grunntilskudd: 100 000,25 kr levert av 250 000,50 kr lovet',
      'Prosjektleder: 37,5 t levert av 120 t lovet',
      ...['Østfold fylkeskommune', 'Partner', '–'],
      ...['Borg Havn IKS', 'Leverandør, Referansegruppe', 'Lokaler til prosjektkontor'],
    ]
    expect(text).toContain(lines.join('\n'))
  })
  it('is told in few lines where nothing is new', () => {
    expect(text).not.toContain('SKAL-IKKE-STÅ')
    expect(text).toContain('PartnereØstfold fylkeskommune (partner)\n')
    expect(text.endsWith('MilepælerProsjektet har ingen milepæler.')).toBe(true)
  })
  it('keeps what a person wrote as text, over several paragraphs', async () => {
    const said = await sectionOf(
      aProjectsSnapshot({}, [aProject({ title: '=1+1 <b>', effect: 'Første.\n\nAndre & siste.', light: 'red' })]),
    )
    expect(said).toContain('\n=1+1 <b>\n')
    expect(said).toMatch(/Effekt: Første\.\nAndre & siste\.$/)
    expect(said).toContain('Kommentar: Ingen kommentar er gitt.')
  })
})

it('many projects do not bury the contents: their headings stand a level lower', async () => {
  const rows = Array.from({ length: 31 }, (_, no) =>
    aProject({ title: `Nr. ${no}`, milestones: [aMilestone({ title: 'M' })] }),
  )
  const headings = headingsOf(await wordOf(aProjectsSnapshot({}, rows)))
  expect(headings).toContain('4 Nr. 30')
  expect(headings).toContain('3 Prosjekt for prosjekt')
  expect(headings.filter((one) => one.startsWith('3 Nr.'))).toEqual([])
})

describe('a package without projects', () => {
  it('made before there were any is completed as the schema would, and prints as it did', async () => {
    const { projects, agreements, ...then } = aCommitmentsSnapshot()
    expect([projects, agreements]).toEqual([null, null])
    // As it was written then: the type of today can't say it.
    const kept = JSON.parse(JSON.stringify(then)) as Snapshot
    expect(completeSnapshot(kept)).toEqual(snapshot.parse(kept))
    const t = translator('nb')
    const sections = sectionsOf(await wordOf(completeSnapshot(kept)))
    expect(sections).not.toContain(t('documents.projects.heading'))
    expect(sections).not.toContain(t('documents.exceptions.heading'))
    const names = sheetNames(partsOf(await renderBoardPackageXlsx(completeSnapshot(kept))))
    expect(names).not.toContain(t('documents.projects.sheets.projects'))
  })
  it('has neither section nor sheets of them, and tells of exceptions all the same', async () => {
    const frozen = { ...aSnapshot(), projects: { areaLabel: null, rows: [] } }
    const t = translator('nb')
    const sections = sectionsOf(await wordOf(frozen))
    expect(sections).not.toContain(t('documents.projects.heading'))
    expect(sections).toContain(t('documents.exceptions.heading'))
    expect(sheetNames(partsOf(await renderBoardPackageXlsx(frozen)))).toHaveLength(7)
  })
})

describe.each(languages)('the workbook of projects in %s', async (language) => {
  const frozen = aProjectsSnapshot({ language })
  const parts = partsOf(await renderBoardPackageXlsx(frozen))
  const names = sheetNames(parts)
  const t = translator(language)

  it('has both sheets between commitments and visits, linked from the first', () => {
    const at = names.indexOf(t('documents.projects.sheets.projects'))
    expect(names[at - 1]).toBe(t('documents.commitments.sheet'))
    expect(names[at + 1]).toBe(t('documents.projects.sheets.milestones'))
    expect(names[at + 2]).toBe(t('documents.sheets.visits'))
    const links = all(part(parts, 'xl/worksheets/sheet1.xml'), /location="(?:'|&apos;)([^"]+?)(?:'|&apos;)!A1"/g)
    expect(new Set(links)).toEqual(new Set(names.slice(1)))
  })
  it('has one table a sheet, with names and headers that are unique', () => {
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
    for (const list of ['projectStatus', 'light', 'milestoneState'] as const)
      expect(strings).toContain(`>${t(`documents.projects.lists.${list}`)}<`)
    for (const code of ['Forprosjekt', 'Vilande', 'Reached late']) expect(strings).toContain(`>${code}<`)
    expect(strings).toContain(t('documents.projects.terms.datesText'))
    expect(strings).not.toMatch(/\b(documents|codes|partners)\.\w+\.|\{\{|undefined|NaN/)
  })
})

describe('rows of projects and milestones', () => {
  it('hold amounts as numbers, and what nobody has granted as the difference', async () => {
    const rows = await rowsOf(aProjectsSnapshot(), 'projects')
    expect(rows).toHaveLength(5)
    expect(rows[0]).toMatchObject({
      Prosjekt: 'Grønn industri på Øra',
      Nummer: 'F-1',
      Fyrtårn: 'Ja',
      Startår: 2025,
      'Planlagt slutt': serial('2027-12-31'),
      Statuslys: 'Rødt',
      'Statuslys vurdert': serial('2026-06-12'),
      'Kommentar eldre enn forrige pakke': 'Nei',
      'Budsjett (beløp)': 2_000_000.5,
      'Tilsagn (beløp)': 1_200_000,
      'Søkt om (beløp)': 300_000,
      'Mangler tilsagn (beløp)': 800_000.5,
      Valuta: 'Norske kroner',
      'Neste beslutning': 'Sak 14/26 Tilskudd til Grønn industri, Styret i partnerskapet',
      'Møtedato for neste beslutning': serial('2026-09-16'),
    })
    expect(rows[1]).toMatchObject({ 'Mangler tilsagn (beløp)': -100_000, 'Kommentar eldre enn forrige pakke': 'Ja' })
    expect(rows[4]).toMatchObject({
      'Budsjett (beløp)': null,
      'Mangler tilsagn (beløp)': null,
      Innsatsområder: 'På tvers',
    })
  })
  it('sum only where all projects are in one currency', async () => {
    const strings = async (frozen: Snapshot) =>
      part(partsOf(await renderBoardPackageXlsx(frozen)), 'xl/sharedStrings.xml')
    expect(await strings(aProjectsSnapshot())).toContain('>Budsjett, sum<')
    const two = [
      aProject({ title: 'A', currency: 'NOK', budget: 1 }),
      aProject({ title: 'B', currency: 'SEK', budget: 1 }),
    ]
    expect(await strings(aProjectsSnapshot({}, two))).not.toContain('>Budsjett, sum<')
  })
  it('hold the three dates as days, and slippage computed from them', async () => {
    const frozen = aProjectsSnapshot()
    const rows = await rowsOf(frozen, 'milestones')
    expect(rows).toHaveLength(7)
    expect(rows[2]).toMatchObject({
      Milepæl: 'Rammesøknad sendt',
      Prosjekt: 'F-1 Grønn industri på Øra',
      'Planlagt dato': serial('2026-09-01'),
      Prognose: serial('2026-12-01'),
      'Faktisk dato': null,
      'Forsinkelse (dager)': 91,
      Tilstand: 'Forsinket',
    })
    expect(rows[0]).toMatchObject({ 'Forsinkelse (dager)': -7, 'Dager over fristen (antall)': 0 })
    expect(rows[1]).toMatchObject({
      'Forsinkelse (dager)': null,
      'Dager over fristen (antall)': 62,
      'Planlagt dato endret (antall)': 2,
    })
    const parts = partsOf(await renderBoardPackageXlsx(frozen))
    const at = sheetNames(parts).indexOf('Milepæler') + 1
    const formulas = all(part(parts, `xl/worksheets/sheet${at}.xml`), /<f[^>]*>([^<]*)<\/f>/g)
    expect(formulas.filter((one) => one.startsWith('IF'))).toContain('IF(ISNUMBER(F9),F9,E9)-D9')
  })
  it('of a partnership whose projects have no milestones say so', async () => {
    const parts = partsOf(await renderBoardPackageXlsx(aProjectsSnapshot({}, [aProject({ title: 'A' })])))
    expect(part(parts, 'xl/sharedStrings.xml')).toContain('Prosjektene har ingen milepæler.')
  })
  it.skipIf(!hasPythonReaders)('openpyxl reads real days, numbers, and text that is no formula', async () => {
    const script =
      'import sys,json,openpyxl\nb=openpyxl.load_workbook(sys.argv[1]); s=b["Milstolpar"]\n' +
      't=list(s.tables.values())[0]; r=[[c for c in l] for l in s[t.ref]]; h=[c.value for c in r[0]]\n' +
      'x=dict(zip(h,r[1]))\np=b["Projekt"]; q=[[c for c in l] for l in p[list(p.tables.values())[0].ref]]; y=dict(zip([c.value for c in q[0]],q[1]))\n' +
      'print(json.dumps({"title":[x["Milstolpe"].value,x["Milstolpe"].data_type],"baseline":x["Planerat datum"].value.isoformat(),' +
      '"isDate":x["Planerat datum"].is_date,"slip":x["Försening (dagar)"].value,"year":[y["Startår"].value,y["Startår"].number_format],' +
      '"budget":[y["Budget (belopp)"].value,y["Budget (belopp)"].number_format],"merged":len(s.merged_cells.ranges)+len(p.merged_cells.ranges)}))'
    const rows = [
      aProject({
        title: '@SUM(A1)',
        budget: 12_345,
        currency: 'SEK',
        milestones: [aMilestone({ title: '=1+1', forecastOn: '2026-10-11', slipDays: 10, state: 'late' })],
      }),
    ]
    expect(
      readWithPython(await renderBoardPackageXlsx(aProjectsSnapshot({ country: 'SE' }, rows)), 'xlsx', script),
    ).toEqual({
      title: ['=1+1', 's'],
      baseline: '2026-10-01T00:00:00',
      isDate: true,
      slip: expect.stringMatching(/^=IF\(ISNUMBER\(F(\d+)\),F\1,E\1\)-D\1$/),
      year: [2026, '0'],
      budget: [123.45, '#,##0.00'],
      merged: 0,
    })
  })
})

it('the same snapshot gives the same bytes', async () => {
  for (const render of [renderBoardPackageDocx, renderBoardPackageXlsx])
    expect(Buffer.from(await render(aProjectsSnapshot())).equals(Buffer.from(await render(aProjectsSnapshot())))).toBe(
      true,
    )
})
