import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { renderBoardPackageDocx } from '#shared/documents/board-package-docx.ts'
import { renderBoardPackageXlsx } from '#shared/documents/board-package-xlsx.ts'
import { completeSnapshot } from '#shared/documents/older-snapshot.ts'
import { type Snapshot, snapshot } from '#shared/documents/snapshot.ts'
import { languages } from '#shared/domain/values.ts'
import { translator } from '#shared/i18n/translator.ts'
import { aMeetingSnapshot, secret } from './a-meeting-snapshot.ts'
import { aSnapshot } from './a-snapshot.ts'
import { all, hasPythonReaders, part, partsOf, readWithPython, wordText } from './office-file.ts'

const body = 'word/document.xml'
type Choice = Parameters<typeof aMeetingSnapshot>[0]
const word = async (choice: Choice = {}) => partsOf(await renderBoardPackageDocx(aMeetingSnapshot(choice)))
const book = async (choice: Choice = {}) => partsOf(await renderBoardPackageXlsx(aMeetingSnapshot(choice)))
const headingsOf = (xml: string) =>
  all(xml, /(<w:p>(?:(?!<\/w:p>).)*?<w:pStyle w:val="Heading\d"\/>.*?<\/w:p>)/gs).map((paragraph) => ({
    level: Number(all(paragraph, /w:val="Heading(\d)"/g)[0]),
    text: wordText(`<w:x xmlns:w="w">${paragraph}</w:x>`),
  }))
const sections = (xml: string) =>
  headingsOf(xml)
    .filter(({ level }) => level === 2)
    .map(({ text }) => text)
const sheetNames = (parts: Map<string, string>) => all(part(parts, 'xl/workbook.xml'), /<sheet name="([^"]+)"/g)

describe.each([
  ['NO', 'nb'],
  ['SE', 'sv'],
  ['NO', 'en'],
] as const)('the Word package of a meeting in %s, in %s', async (country, language) => {
  const parts = await word({ country, language })
  const xml = part(parts, body)
  const text = wordText(xml)
  const t = translator(language)

  it('has its sections in the order that a board reads them', () => {
    expect(sections(xml)).toEqual([
      t('codes.paperKind.notice'),
      t('codes.paperKind.agenda'),
      t('documents.meetings.previous.heading'),
      t('documents.meetings.decisions.heading'),
      t('documents.meetings.casePapers'),
      t('documents.meetings.information'),
      t('documents.visits.heading'),
      t('documents.meetings.visitFollowUps'),
      t('documents.meetings.next'),
      t('documents.meetings.attachments'),
      t('documents.changes.heading'),
    ])
  })
  it('has one Heading 1, and no heading skips a level', () => {
    const levels = headingsOf(xml).map(({ level }) => level)
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    levels.forEach((level, index) => {
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1)
    })
    expect(Math.max(...levels)).toBeGreaterThan(4)
  })
  it('has a cover with the meeting and those called to it', () => {
    const cover = text.slice(0, text.indexOf(t('documents.contents')))
    for (const told of country === 'NO'
      ? ['Liv Ødegård, Per Åsen', 'Sarpsborg rådhus', 'meet.example/styret']
      : ['Gunilla Öberg, Maria Häggström', 'Kommunhuset', 'meet.example/styret'])
      expect(cover).toContain(told)
    expect(cover).toContain(t('documents.meetings.cover.withheld'))
  })
  it('puts the proposed decision before all else that a case paper says', () => {
    const titles = headingsOf(xml).map((one) => one.text)
    const at = titles.findIndex((title) => /(Sak 14\/26|§ 14) /.test(title))
    expect(titles[at + 1]).toBe(t('papers.doc.case.proposed'))
  })
  it('says that the minutes are a draft', () => {
    expect(text).toContain(t(country === 'SE' ? 'papers.doc.draftSe' : 'papers.doc.draft'))
  })
  it('lists what is overdue first, and tells that a row is withheld', () => {
    const from = text.lastIndexOf(t('documents.meetings.decisions.intro'))
    const [overdue, open, done] = (['overdue', 'open', 'done'] as const).map((key) =>
      text.indexOf(t(`papers.doc.followUp.${key}`), from + 200),
    )
    expect(overdue).toBeGreaterThan(from)
    expect(open).toBeGreaterThan(overdue ?? 0)
    expect(done).toBeGreaterThan(open ?? 0)
    expect(text).toContain(t('documents.meetings.decisions.withheld', { count: 1, number: '1' }))
  })
  it('names the attachments under the contents and in a list at the end', () => {
    expect(text.match(new RegExp(`${t('papers.doc.attachment', { no: 2 })}\\b`, 'g'))?.length).toBeGreaterThanOrEqual(3)
  })
  it('tells of new and finished decisions and actions', () => {
    const titles = headingsOf(xml).map((one) => one.text)
    for (const key of ['newDecisions', 'doneDecisions', 'newActions', 'doneActions'] as const)
      expect(titles).toContain(`${t(`documents.meetings.changes.${key}`)} (1)`)
  })
  it('leaves no key untranslated and no blank unfilled', () => {
    expect(text).not.toMatch(/\b(documents|codes|papers)\.\w|\{\{|undefined|NaN/)
  })
})

describe('what is confidential', () => {
  const wholeOf = (bytes: Uint8Array) =>
    Object.values(unzipSync(bytes))
      .map((content) => Buffer.from(content).toString('utf8'))
      .join('\n')

  it('stands in neither file, but for the number and the ground of the item', async () => {
    for (const country of ['NO', 'SE'] as const) {
      const frozen = aMeetingSnapshot({ country })
      const docx = wholeOf(await renderBoardPackageDocx(frozen))
      const xlsx = wholeOf(await renderBoardPackageXlsx(frozen))
      for (const whole of [docx, xlsx]) {
        expect(whole).not.toContain(secret)
        expect(whole).toContain(country === 'NO' ? 'Sak 16/26' : '§ 16')
        expect(whole).toContain(country === 'NO' ? 'offentleglova § 13' : 'sekretesslagen 19 kap. 3 §')
      }
    }
  })
  it('stays out even where a paper that calls itself redacted still holds it', async () => {
    const open = aMeetingSnapshot({ withConfidential: true })
    const closed = aMeetingSnapshot()
    const badly = {
      ...closed,
      meeting: open.meeting && { ...open.meeting, redacted: true },
      previousMinutes: open.previousMinutes && { ...open.previousMinutes, redacted: true },
    }
    expect(wholeOf(await renderBoardPackageDocx(badly))).not.toContain(secret)
    expect(wholeOf(await renderBoardPackageXlsx(badly))).not.toContain(secret)
  })
  it('is printed where the package is made with it, and the cover, each page and the workbook say so', async () => {
    const t = translator('nb')
    const parts = await word({ withConfidential: true })
    const heads = [...parts].filter(([name]) => /^word\/header/.test(name)).map(([, xml]) => xml)
    expect(wordText(part(parts, body))).toContain(secret)
    expect(wordText(part(parts, body))).toContain(t('documents.meetings.cover.holdsConfidentialText'))
    expect(heads.some((xml) => xml.includes(t('documents.meetings.cover.holdsConfidential')))).toBe(true)
    expect(part(await book({ withConfidential: true }), 'xl/sharedStrings.xml')).toContain(
      t('documents.meetings.terms.privacyConfidential'),
    )
  })
})

describe('a package without a meeting', () => {
  it('kept before there were meetings is completed as the schema would, the changes in it too', () => {
    const now = aSnapshot()
    const { meeting, previousMinutes, decisions, attendance, nextMeetings, changes, ...parts } = now
    const { newDecisions, doneDecisions, newActions, doneActions, sections: _, ...told } = changes ?? never()
    // As it was written then: the type of today can't say it.
    const kept = JSON.parse(JSON.stringify({ ...parts, changes: told })) as Snapshot
    expect(completeSnapshot(kept)).toEqual(snapshot.parse(kept))
    expect(completeSnapshot(kept)).toEqual(now)
  })
  it('made before there were meetings looks as it did then', async () => {
    const { meeting, previousMinutes, decisions, attendance, nextMeetings, ...then } = aSnapshot()
    expect([meeting, previousMinutes, decisions]).toEqual([null, null, null])
    expect([...attendance, ...nextMeetings]).toEqual([])
    const old = snapshot.parse(then)
    const t = translator('nb')
    expect(sections(part(partsOf(await renderBoardPackageDocx(old)), body))).toEqual([
      t('documents.visits.heading'),
      t('documents.followUps.heading'),
      t('documents.changes.heading'),
    ])
    expect(sheetNames(partsOf(await renderBoardPackageXlsx(old)))).toEqual(
      (['readMe', 'visits', 'months', 'distribution', 'coverage', 'followUps', 'codes'] as const).map((key) =>
        t(`documents.sheets.${key}`),
      ),
    )
  })
  it('still follows up what the body decided, with no notice, agenda or case paper', async () => {
    const frozen = { ...aMeetingSnapshot(), meeting: null }
    const t = translator('nb')
    const names = sections(part(partsOf(await renderBoardPackageDocx(frozen)), body))
    expect(names.slice(0, 3)).toEqual([
      t('documents.meetings.previous.heading'),
      t('documents.meetings.decisions.heading'),
      t('documents.visits.heading'),
    ])
    const parts = partsOf(await renderBoardPackageXlsx(frozen))
    expect(sheetNames(parts)).not.toContain(t('documents.meetings.sheets.agenda'))
    expect(sheetNames(parts)).toContain(t('documents.meetings.sheets.decisions'))
  })
  it('says so where the body has no minutes, no decisions and no meeting ahead', async () => {
    const frozen = {
      ...aMeetingSnapshot({ language: 'en' }),
      previousMinutes: null,
      decisions: { open: 0, overdue: 0, done: 0, confidential: 0, rows: [] },
      attendance: [],
      nextMeetings: [],
    }
    const t = translator('en')
    const text = wordText(part(partsOf(await renderBoardPackageDocx(frozen)), body))
    for (const key of [
      'documents.meetings.previous.none',
      'papers.doc.followUp.empty',
      'papers.doc.next.none',
    ] as const)
      expect(text).toContain(t(key))
    const strings = part(partsOf(await renderBoardPackageXlsx(frozen)), 'xl/sharedStrings.xml')
    for (const key of ['decisions', 'actions', 'attendance'] as const)
      expect(strings).toContain(t(`documents.meetings.empty.${key}`))
  })
})

describe.each(languages)('the workbook of a meeting in %s', async (language) => {
  const parts = await book({ language })
  const t = translator(language)
  const names = sheetNames(parts)
  const meetingSheets = ['agenda', 'decisions', 'actions', 'attendance'] as const

  it('tells actions of meetings and follow-ups of visits apart, each on a sheet of its own', () => {
    expect(names.slice(1, 5)).toEqual(meetingSheets.map((key) => t(`documents.meetings.sheets.${key}`)))
    expect(names).toContain(t('documents.meetings.sheets.visitFollowUps'))
    expect(new Set(names).size).toBe(11)
    expect(Math.max(...names.map((name) => name.length))).toBeLessThanOrEqual(31)
  })
  it('has one table a sheet, with headers that are unique and a filter', () => {
    const tables = [...parts].filter(([name]) => /xl\/tables\//.test(name)).map(([, xml]) => xml)
    expect(tables).toHaveLength(11)
    expect(new Set(tables.map((xml) => all(xml, / displayName="([^"]+)"/g)[0])).size).toBe(11)
    for (const xml of tables) {
      expect(xml).toContain('<autoFilter ref=')
      const headers = all(xml, /<tableColumn id="\d+" name="([^"]+)"/g).map((header) => header.toLowerCase())
      expect(new Set(headers).size).toBe(headers.length)
    }
  })
  it('has frozen headers, landscape pages and the title in A1 of every meeting sheet', () => {
    for (const index of [2, 3, 4, 5]) {
      const xml = part(parts, `xl/worksheets/sheet${index}.xml`)
      expect(xml).toContain('state="frozen"')
      expect(xml).toMatch(/orientation="landscape"/)
      expect(xml).not.toContain('mergeCell')
      expect(xml).toMatch(/<c r="A1"/)
    }
  })
  it('links every sheet from the first', () => {
    const links = all(part(parts, 'xl/worksheets/sheet1.xml'), /location="(?:'|&apos;)([^"]+?)(?:'|&apos;)!A1"/g)
    expect(new Set(links)).toEqual(new Set(names.slice(1)))
  })
  it('leaves no key untranslated and no blank unfilled', () => {
    expect(part(parts, 'xl/sharedStrings.xml')).not.toMatch(/\b(documents|codes|papers)\.\w|\{\{|undefined|NaN/)
  })
})

describe('second readers', () => {
  it.skipIf(!hasPythonReaders)('openpyxl reads days, votes, days overdue and codes as they were', async () => {
    const script =
      'import sys,json,openpyxl\nb=openpyxl.load_workbook(sys.argv[1])\n' +
      'def rows(n):\n' +
      '  s=b[n]; t=list(s.tables.values())[0]; r=[[c.value for c in l] for l in s[t.ref]]\n' +
      '  return [dict(zip(r[0],l)) for l in r[1:]]\n' +
      'd=rows("Vedtak")[0]; a=rows("Oppfølging")[0]; k=rows("Kodeliste"); f=rows("Frammøte")\n' +
      'print(json.dumps({"on":d["Møtedato"].isoformat(),"due":d["Frist"].isoformat(),"for":d["For (stemmer)"],"against":d["Mot (stemmer)"],' +
      '"text":d["Vedtak"],"overdue":d["Dager over fristen (antall)"],"action":a["Oppfølgingspunkt"],"days":a["Dager over fristen (antall)"],' +
      '"minutes":sum(r["Tid (minutter)"] or 0 for r in rows("Saksliste")),"people":len(f),"for whom":f[5]["Møter for"],' +
      '"codes":[[r["Norsk"],r["Svenska"]] for r in k if r["Kode"]=="decision" and r["Liste"]=="Sakstype"],' +
      '"formulas":[c.value for l in b["Vedtak"].iter_rows() for c in l if c.data_type=="f"]}))'
    expect(readWithPython(await renderBoardPackageXlsx(aMeetingSnapshot()), 'xlsx', script)).toEqual({
      on: '2026-05-20T00:00:00',
      due: '2026-09-01T00:00:00',
      for: 4,
      against: 2,
      text: '=1+1 Styret vedtar handlingsprogrammet slik det ligger ved.',
      overdue: 2,
      action: 'Oppfølging av vedtak',
      days: 19,
      minutes: 140,
      people: 6,
      'for whom': 'Ola Brekke',
      codes: [['Vedtakssak', 'Beslutsärende']],
      formulas: [expect.stringMatching(/^=SUBTOTAL\(103,Vedtak\[/), expect.stringMatching(/^=SUBTOTAL\(104,Vedtak\[/)],
    })
  })
  it.skipIf(!hasPythonReaders)('python-docx finds every section and the agenda as a table', async () => {
    const script =
      'import sys,json,docx\nd=docx.Document(sys.argv[1])\n' +
      'rows=[[c.text for c in r.cells] for t in d.tables if t.rows[0].cells[1].text=="Tittel" and len(t.columns)==6 for r in t.rows]\n' +
      'print(json.dumps({"sections":len([p for p in d.paragraphs if p.style.name=="Heading 2"]),"rows":len(rows),"withheld":[r[1] for r in rows if r[0]=="Sak 16/26"]}))'
    expect(readWithPython(await renderBoardPackageDocx(aMeetingSnapshot()), 'docx', script)).toEqual({
      sections: 11,
      rows: 13,
      withheld: ['Unntatt offentlighet, offentleglova § 13, jf. forvaltningsloven § 13'],
    })
  })
})

it('the same snapshot gives the same bytes', async () => {
  const frozen = aMeetingSnapshot()
  for (const render of [renderBoardPackageDocx, renderBoardPackageXlsx])
    expect(Buffer.from(await render(frozen)).equals(Buffer.from(await render(frozen)))).toBe(true)
})

function never(): never {
  throw new Error('the builder made no changes')
}
