import { describe, expect, it } from 'vitest'
import { renderPartnerPaperDocx } from '#shared/documents/partner-docx.ts'
import type { PartnerPaper } from '#shared/documents/partner-paper.ts'
import { languages } from '#shared/domain/values.ts'
import { localeOf, translator } from '#shared/i18n/translator.ts'
import { aCommitment, aPartnerPaper, partnerCommitments } from './a-partner-paper.ts'
import { all, hasPythonReaders, part, partsOf, readWithPython, wordText } from './office-file.ts'
import { body, headingsOf } from './read-paper.ts'

const made = async (paper: PartnerPaper) => partsOf(await renderPartnerPaperDocx(paper))
/** The text with plain blanks, so that sums can be written as they look. */
const textOf = async (paper: PartnerPaper) => wordText(part(await made(paper), body)).replaceAll('\u00a0', ' ')

describe.each(languages)('the page of a partner in %s', async (language) => {
  const parts = await made(aPartnerPaper({ language }))
  const xml = part(parts, body)
  const t = translator(language)

  it('has the partner as its one title, and no heading skips a level', () => {
    const levels = headingsOf(xml).map((one) => Number(one[0]))
    expect(headingsOf(xml)[0]).toBe('1 Sarpsborg kommune')
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    levels.forEach((level, index) => {
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1)
    })
  })
  it('says its language, repeats the head of each table and names each table', () => {
    expect(part(parts, 'word/styles.xml')).toContain(`<w:lang w:val="${localeOf(language)}"/>`)
    expect(part(parts, 'docProps/core.xml')).toContain(`<dc:title>${t('partners.doc.kind')}, Sarpsborg kommune, `)
    const tables = all(xml, /<w:tbl>(.*?)<\/w:tbl>/gs)
    expect(tables).toHaveLength(5)
    for (const table of tables) {
      expect(table).toMatch(/<w:tblHeader\/>/)
      expect(table).toMatch(/<w:tblCaption w:val="[^"]+"\/>/)
    }
    expect(xml).not.toMatch(/gridSpan|vMerge|txbxContent/)
  })
  it('draws the years of a unit that has several, and tells their figures in the alternative text', () => {
    const told = all(xml, /<wp:docPr\b[^>]* descr="([^"]*)"/g)
    expect(told).toHaveLength(1)
    for (const year of ['2025: ', '2026: ', '2027: ']) expect(told[0]).toContain(year)
    expect([...parts.keys()].filter((name) => /^word\/charts\/chart\d*\.xml$/.test(name))).toHaveLength(1)
  })
  it('leaves no key untranslated and no blank unfilled', () => {
    const everything = [...parts]
      .filter(([name]) => /^word\/(document|header|footer|charts\/chart)/.test(name))
      .map(([, text]) => (text.includes('<w:p') ? wordText(text) : text))
    expect(everything.join('\n')).not.toMatch(/\b(partners|documents|codes)\.\w+\.|\{\{|undefined|NaN|\[object/)
  })
})

describe('what a partner promised and gave', () => {
  it('stands to the øre, year by year, as added by hand', async () => {
    const text = await textOf(aPartnerPaper())
    // 250 000,50 a year; given 250 000,50 in 2025, then 100 000,25 and 0,10 in 2026.
    const [yearly, first, second] = [25_000_050, 10_000_025, 10]
    expect(first + second).toBe(10_000_035)
    expect(yearly - (first + second)).toBe(15_000_015)
    expect(text).toContain('Norske kroner\n2025\n250 000,50 kr\n250 000,50 kr\n0 kr\n')
    expect(text).toContain('Norske kroner\n2026\n250 000,50 kr\n100 000,35 kr\n150 000,15 kr\n')
    expect(text).toContain('Norske kroner\n2027\n250 000,50 kr\n0 kr\n250 000,50 kr\n')
    // Three years of it, and what has come of them: 750 001,50 less 350 000,85.
    expect(3 * yearly - (yearly + first + second)).toBe(40_000_065)
    expect(text).toContain('750 001,50 kr lovet\n350 000,85 kr levert\n400 000,65 kr gjenstår\n')
  })
  it('says what is given beyond the promise instead of a negative rest', async () => {
    const text = await textOf(aPartnerPaper())
    expect(text).toContain('2026\n12 stk.\n15 stk.\n3 stk. over\n')
    expect(text).toContain('12 stk. lovet\n15 stk. levert\n3 stk. over\n')
  })
  it('draws kroner, not øre', async () => {
    const parts = await made(aPartnerPaper())
    const charts = [...parts].filter(([name]) => /^word\/charts\/chart\d*\.xml$/.test(name)).map(([, xml]) => xml)
    expect(charts.some((xml) => xml.includes('<c:v>250000.5</c:v>') && xml.includes('<c:v>100000.35</c:v>'))).toBe(true)
  })
  it('draws one unit where none has years to compare, and none where there are no sums', async () => {
    const drawn = async (totals: PartnerPaper['totals']) =>
      all(part(await made(aPartnerPaper({}, { totals })), body), /<wp:docPr\b[^>]* descr="([^"]*)"/g)
    const hours = { year: 2026, unit: 'hours', pledged: 750, delivered: 0 } as const
    const pieces = { year: 2026, unit: 'pieces', pledged: 100, delivered: 100 } as const
    expect(await drawn([pieces, hours])).toEqual([expect.stringContaining('7,5')])
    expect(await drawn([])).toEqual([])
  })
  it('says of what is no promise only how much it is', async () => {
    const text = await textOf(aPartnerPaper())
    expect(text).toContain('\n50 000 kr\nIngen leveranser\nForeslått')
    expect(text).not.toContain('50 000 kr lovet')
  })
  it('lists open commitments first, the overdue one first of all, each with its deliveries by day', async () => {
    const text = await textOf(aPartnerPaper())
    const list = text.slice(text.lastIndexOf('\nForpliktelser\n'))
    const order = [
      'Åpne',
      'Prosjektleder til Grønn industri',
      'Delvis levert\n156 dager over fristen',
      'Felles stand på Næringsdagene',
      'Årlig grunntilskudd',
      '01.06.2025, 250 000,50 kr\n15.03.2026, 100 000,25 kr, Første rate, faktura 1004\n20.05.2026, 0,10 kr',
      'Levert\n',
      'Møterom på rådhuset',
      'Foreslått og trukket',
      'Annonser i lokalavisen',
      'Kartlegging av næringsarealer',
    ]
    const places: number[] = []
    for (const words of order) places.push(list.indexOf(words, places.at(-1)))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(list).toContain('Bygger på Sak 12/25')
    expect(list).toContain('Dokumentasjon: Bilag 1004.pdf')
  })
})

describe('what to talk about', () => {
  const talkOf = async (paper: PartnerPaper) => {
    const text = await textOf(paper)
    return text.slice(text.indexOf('Å snakke om\n') + 12, text.indexOf('\nPersoner\n')).split('\n')
  }
  it('is the agreement that ends, what is overdue, not begun, and given beyond the promise', async () => {
    expect(await talkOf(aPartnerPaper())).toEqual([
      'Avtalen går ut om 40 dager.',
      'Prosjektleder til Grønn industri: 156 dager over fristen. 82,5 t av 120 t gjenstår.',
      'Felles stand på Næringsdagene: ikke begynt. Perioden går ut 31.12.2026.',
      'Møterom på rådhuset: 3 stk. er levert ut over det som er lovet.',
    ])
  })
  it('is nothing where all goes well: what begins later is no matter yet', async () => {
    const { partner } = aPartnerPaper()
    const later = aCommitment({ title: 'Senere', periodFrom: '2026-09-04', pledged: 100, remaining: 100 })
    const paper = aPartnerPaper({}, { commitments: [later], partner: { ...partner, agreementEndsInDays: 91 } })
    expect(await talkOf(paper)).toEqual(['Ingenting er over fristen, og alt som skal være i gang, er begynt.'])
    const today = aPartnerPaper({}, { ...paper, commitments: [{ ...later, periodFrom: '2026-09-03' }] })
    expect(await talkOf(today)).toEqual(['Senere: ikke begynt. Perioden går ut 31.12.2026.'])
  })
  it('names a missing agreement of an active partner, and an agreement that is over', async () => {
    const { partner } = aPartnerPaper()
    const none = { ...partner, agreementSignedOn: null, agreementValidTo: null, agreementEndsInDays: null }
    expect((await talkOf(aPartnerPaper({}, { partner: none })))[0]).toBe('Partneren har ingen signert avtale.')
    const over = { ...partner, agreementEndsInDays: -1 }
    expect((await talkOf(aPartnerPaper({}, { partner: over })))[0]).toBe('Avtalen gikk ut for 1 dag siden.')
  })
  it('stays short: twelve points, and how many more there are', async () => {
    const commitments = Array.from({ length: 20 }, (_, index) => aCommitment({ title: `Nr. ${index}` }))
    const lines = await talkOf(aPartnerPaper({}, { commitments }))
    expect(lines).toHaveLength(13)
    expect(lines.at(-1)).toBe('I tillegg kommer 9 punkter som ikke er listet her.')
  })
})

it('says so where a partner has no people, no sums and no commitments', async () => {
  const text = await textOf(aPartnerPaper({}, { people: [], totals: [], commitments: [] }))
  for (const key of ['people.none', 'totals.none', 'commitments.none'] as const)
    expect(text).toContain(translator('nb')(`partners.doc.${key}`))
})

it('names the contact first', async () => {
  const text = await textOf(aPartnerPaper())
  expect(text.indexOf('Anne Holm\nNæringssjef\nJa')).toBeGreaterThan(0)
  expect(text.indexOf('Anne Holm\nNæringssjef\nJa')).toBeLessThan(text.indexOf('Per Åsen\nKommunedirektør\nNei'))
})

it('the same paper gives the same bytes, and does not reorder what it was given', async () => {
  const paper = aPartnerPaper({ country: 'SE' })
  const before = structuredClone(paper)
  const bytes = Buffer.from(await renderPartnerPaperDocx(paper))
  expect(bytes.equals(Buffer.from(await renderPartnerPaperDocx(aPartnerPaper({ country: 'SE' }))))).toBe(true)
  expect(paper).toEqual(before)
})

it('text from people that XML forbids is cleaned, and markup stays text', async () => {
  const [first] = partnerCommitments()
  const text = await textOf(aPartnerPaper({}, { commitments: first ? [{ ...first, title: 'A\u0001 <b> & "c"' }] : [] }))
  expect(text).toContain('A <b> & "c"')
})

it('an error thrown by the progress callback stops the work and comes out unchanged', async () => {
  const stop = new Error('cancelled')
  await expect(
    renderPartnerPaperDocx(aPartnerPaper(), () => {
      throw stop
    }),
  ).rejects.toBe(stop)
})

it.skipIf(!hasPythonReaders)(
  'python-docx reads the sums of a Swedish partner from the first table of its kind',
  async () => {
    const script =
      'import sys,json,docx\nd=docx.Document(sys.argv[1])\n' +
      'rows=[[c.text for c in r.cells] for t in d.tables if t.rows[0].cells[1].text=="År" for r in t.rows[1:]]\n' +
      'print(json.dumps([[c.replace("\\u00a0"," ") for c in r] for r in rows]))'
    const bytes = await renderPartnerPaperDocx(aPartnerPaper({ country: 'SE' }))
    expect(readWithPython(bytes, 'docx', script)).toEqual([
      ['Svenska kronor', '2025', '250 000,50 kr', '250 000,50 kr', '0 kr'],
      ['Svenska kronor', '2026', '250 000,50 kr', '100 000,35 kr', '150 000,15 kr'],
      ['Svenska kronor', '2027', '250 000,50 kr', '0 kr', '250 000,50 kr'],
      ['Timmar', '2026', '120 tim', '37,5 tim', '82,5 tim'],
      ['Styck', '2026', '12 st.', '15 st.', '3 st. över'],
    ])
  },
)
