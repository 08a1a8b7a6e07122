import { Packer } from 'docx'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { renderMeetingPaperDocx } from '#shared/documents/meeting-docx.ts'
import type { MeetingPaper } from '#shared/documents/meeting-paper.ts'
import { paperKinds } from '#shared/domain/records/meeting.ts'
import { languages } from '#shared/domain/values.ts'
import { localeOf, translator } from '#shared/i18n/translator.ts'
import { aNorwegianBoard, anItem, aSwedishCouncil, doc, para, secretWords } from './a-meeting-paper.ts'
import {
  all,
  hasLibreOffice,
  hasPdfReader,
  hasPythonReaders,
  part,
  partsOf,
  pdfPages,
  readWithPython,
  toPdf,
  wordText,
} from './office-file.ts'

const body = 'word/document.xml'
const xmlOf = async (paper: MeetingPaper) => part(partsOf(await renderMeetingPaperDocx(paper)), body)
const textOf = async (paper: MeetingPaper) => wordText(await xmlOf(paper))
/** The headings in order, each with its level before it. */
const headingsOf = (xml: string) =>
  [...xml.matchAll(/<w:p>(?:(?!<\/w:p>).)*?<w:pStyle w:val="Heading(\d)"\/>.*?<\/w:p>/gs)].map(
    ([paragraph, level]) => `${level} ${wordText(`<w:x xmlns:w="w">${paragraph}</w:x>`)}`,
  )
const makers = [
  ['a Norwegian board', aNorwegianBoard],
  ['a Swedish council', aSwedishCouncil],
] as const

afterEach(() => {
  vi.restoreAllMocks()
})

describe.each(makers)('every paper of %s', (_, make) => {
  const every = languages.flatMap((language) => paperKinds.map((kind) => ({ kind, language })))

  it.each(every)(
    '$kind in $language: one title, no skipped heading, header rows, language, no key left',
    async (choice) => {
      const parts = partsOf(await renderMeetingPaperDocx(make(choice)))
      const xml = part(parts, body)
      const levels = headingsOf(xml).map((one) => Number(one[0]))
      expect(levels[0]).toBe(1)
      expect(levels.filter((level) => level === 1)).toHaveLength(1)
      levels.forEach((level, index) => {
        expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1)
      })
      const t = translator(choice.language)
      const locale = localeOf(choice.language)
      expect(headingsOf(xml)[0]).toBe(`1 ${t(`codes.paperKind.${choice.kind}`)}`)
      expect(part(parts, 'word/styles.xml')).toContain(`<w:lang w:val="${locale}"/>`)
      const core = part(parts, 'docProps/core.xml')
      expect(core).toContain(`<dc:language>${locale}</dc:language>`)
      expect(core).toContain(`<dc:title>${t(`codes.paperKind.${choice.kind}`)}, `)
      expect(core).toMatch(/<dc:creator>(Lars Moen|Maria Blom)<\/dc:creator>/)
      for (const table of all(xml, /<w:tbl>(.*?)<\/w:tbl>/gs)) {
        expect(table).toMatch(/<w:tr><w:trPr>(?:<w:cantSplit\/>)?<w:tblHeader\/>/)
        expect(table).toMatch(/<w:tblCaption w:val="[^"]+"\/>/)
      }
      expect(xml).not.toMatch(/gridSpan|vMerge|txbxContent/)
      const everything = [...parts]
        .filter(([name]) => /^word\/(document|header|footer)/.test(name))
        .map(([, text]) => wordText(text))
      expect(everything.join('\n')).not.toMatch(
        /\b(papers|documents|codes|problems)\.\w+\.|\{\{|undefined|NaN|\[object/,
      )
      const feet = [...parts].filter(([name]) => /^word\/footer/.test(name))
      expect(feet.length).toBeGreaterThan(0)
      for (const [, foot] of feet) expect(foot).toContain('NUMPAGES')
    },
  )
})

describe('minutes of a Norwegian board', async () => {
  const xml = await xmlOf(aNorwegianBoard({ kind: 'minutes', language: 'nb' }))
  const text = wordText(xml)

  it('hold time, place, who attended and was absent, each item, all proposals not withdrawn and the result (koml § 11-4)', () => {
    expect(headingsOf(xml)).toEqual([
      '1 Møteprotokoll',
      '2 Frammøte',
      '3 Til stede',
      '3 Møtende vara',
      '3 Varamedlemmer til stede uten å tre inn',
      '3 Andre til stede',
      '3 Forfall',
      '2 Vedtaksførhet',
      '2 Saker',
      '3 Sak 11/26 Godkjenning av innkalling og saksliste',
      '4 Vedtak',
      '3 Sak 12/26 Godkjenning av protokoll fra møte 2/2026',
      '4 Vedtak',
      '2 Vedtakssaker',
      '3 Sak 13/26 Grønn havn: bevilgning til fyrtårnprosjektet',
      '4 Forslag',
      '4 Votering',
      '4 Vedtak',
      '4 Dissens',
      '4 Protokolltilførsel',
      '4 Oppfølging',
      '3 Sak 14/26 Tildeling av etablererstipend',
      '4 Habilitet',
      '4 Vedtak',
      '3 Sak 15/26 Kjøp av Glommen Brygge for 41 millioner',
      '4 Forslag',
      '4 Vedtak',
      '3 Sak 16/26 Bedriftsbesøk hittil i år',
      '4 Vedtak',
      '3 Sak 17/26 Eventuelt',
      '2 Neste møte',
      '2 Godkjenning og underskrift',
    ])
    for (const line of [
      'Styret, møte 3/2026 · torsdag 12. mars 2026',
      'kl. 09.02–11.55',
      'Sarpsborg rådhus, møterom Glengshølen',
      'Møtet var vedtaksført: 6 av 7 stemmeberettigede var til stede. Det kreves minst 4.',
      'Forslag 1. Innstilling',
      'Forslag 2. Utsettelsesforslag, fremsatt av Marit Lie (Sp)',
      'Vedtatt med stemmetall 5 mot 2.',
      'Enstemmig vedtatt.',
      'Ansvarlig: Hanne Berg · Frist: 01.09.2026',
      'Torsdag 23. april 2026 kl. 09.00, Fredrikstad.',
    ])
      expect(text).toContain(line)
    expect(text).not.toContain('Et forslag som ble trukket')
  })
  it('say who came late, who left, whom a deputy replaced, and how many may vote thereafter', () => {
    expect(text).toMatch(/Ingrid Dahl\nAnne Holm\nNHO\npå fjernmøte/)
    expect(text).toMatch(/Per Vik\nMedlem\nMoss kommune, V\nkom kl\. 09\.25/)
    expect(text).toContain('Kl. 09.25 kom Per Vik til møtet.\nStemmeberettigede til stede: 7 av 7.')
    expect(text).toContain('Kl. 11.05 forlot Ola Ødegård møtet.')
  })
  it('keep the reason of an absence, often somebody’s health, out of the paper', () => {
    expect(text).toMatch(/Forfall\n(.*\n)*?Anne Holm\nMedlem\nNHO\nIngrid Dahl/)
    expect(text).not.toContain('sykdom')
  })
  it('tell which party voted for which proposal, with names where a party splits or somebody has none', () => {
    expect(text).toContain(
      'Satt opp mot hverandre: forslag 1 og forslag 2. Stemmer for forslag 1: 5. Stemmer for forslag 2: 2. Dermed er forslag 1 vedtatt.',
    )
    expect(text).toContain('For: Ap (2), H (Siri Åsen), Ingrid Dahl (uavhengig), V (1).')
    expect(text).toContain('Mot: H (Jon Bø), Sp (1).')
    expect(text).toContain('Jon Bø\nH\nMot')
  })
  it('hold dissent and note to the minutes, and who was disqualified, why, and who served instead', () => {
    expect(text).toMatch(/Dissens\nMarit Lie \(Sp\), levert 12\.03\.2026 kl\. 10\.50\nBevilgningen binder midler/)
    expect(text).toMatch(/Protokolltilførsel\nSiri Åsen \(H\), levert 12\.03\.2026\nJeg forutsetter/)
    expect(text).toContain(
      'Jon Bø er inhabil (nær tilknytning til en part: søster er daglig leder i Nordlys Data AS) og deltok ikke i behandlingen. Eva Strand tiltrådte i stedet.',
    )
    expect(text).toContain('Møtet fant Siri Åsen habil.')
  })
  it('print a failing quorum with its item and at the head', () => {
    expect(text).toContain('Ikke vedtaksført under: Sak 15/26.')
    expect(text).toContain('Ikke vedtaksført: 3 av 7 stemmeberettigede var til stede. Det kreves minst 4.')
  })
  it('are marked as a draft on every page until approved, then tell meeting, version and hash', async () => {
    const parts = partsOf(await renderMeetingPaperDocx(aNorwegianBoard({ kind: 'minutes', language: 'nb' })))
    expect(text).toContain('Utkast. Protokollen er ikke godkjent.')
    for (const [name, content] of parts) if (/^word\/footer/.test(name)) expect(wordText(content)).toContain('Utkast')
    const approved = await textOf(
      aNorwegianBoard({
        kind: 'minutes',
        language: 'nb',
        minutes: {
          version: 2,
          status: 'approved',
          approvedOn: '2026-04-23',
          approvedIn: 'Styret, møte 4/2026',
          announcedOn: null,
          sha256: '0123456789abcdef'.repeat(4),
          adjusters: [],
        },
      }),
    )
    expect(approved).toContain('Godkjent 23.04.2026 i Styret, møte 4/2026. Versjon 2, kontrollsum 0123456789ab.')
    expect(approved).not.toContain('Utkast')
  })
  it('set the decision apart in a style of its own, its points a real list that begins at 1', () => {
    const decided = all(xml, /(<w:p>(?:(?!<\/w:p>).)*?<w:pStyle w:val="Decision"\/>.*?<\/w:p>)/gs)
    expect(decided.length).toBeGreaterThan(5)
    expect(decided.filter((one) => one.includes('<w:numPr>'))).toHaveLength(2)
    expect(text).not.toContain('1. Styret bevilger')
  })
})

describe('minutes of a Swedish council', async () => {
  const paper = aSwedishCouncil({ kind: 'minutes', language: 'sv' })
  const xml = await xmlOf(paper)
  const text = wordText(xml)

  it('hold who served, the paragraphs, proposals not withdrawn, order of propositions, votes, decision, reservations (KL 5:65–69)', () => {
    expect(headingsOf(xml)).toEqual([
      '1 Protokoll',
      '2 Närvaro',
      '3 Närvarande',
      '3 Tjänstgörande ersättare',
      '3 Närvarande ersättare som inte tjänstgör',
      '3 Anmält förhinder',
      '3 Frånvarande',
      '2 Beslutförhet',
      '2 Ärenden',
      '3 § 34 Upprop',
      '3 § 35 Val av justerare',
      '4 Beslut',
      '3 § 36 Näringslivsstrategi 2026–2030',
      '4 Yrkanden',
      '4 Propositionsordning',
      '4 Proposition på yrkandena',
      '4 Omröstning',
      '4 Beslut',
      '4 Reservation',
      '4 Protokollsanteckning',
      '3 § 37 Markanvisning Hemliga kvarteret Lyckebo',
      '4 Yrkanden',
      '3 § 38 Arrende för småbåtshamnen',
      '4 Jäv',
      '4 Yrkanden',
      '4 Proposition på yrkandena',
      '4 Beslut',
      '3 § 39 Anmälningsärenden',
      '4 Beslut',
      '2 Nästa sammanträde',
      '2 Underskrifter och justering',
      '2 Anslag',
      '2 Så överklagas beslut',
    ])
    for (const line of [
      'Paragrafer§§ 34–39',
      'Inga Strand\nJohan Falk\nV',
      'Förslag 2. Återremissyrkande av Hans Nyberg (L)',
      'Återremiss: Proposition på förslag 2',
      'Huvudvotering: Proposition på förslag 1 mot förslag 2',
      'Ordföranden ställer proposition på förslag 2 och finner att det avslås.',
      'Ja-röst för förslag 1, nej-röst för förslag 2. Ja-röster (förslag 1): 4. Nej-röster (förslag 2): 4. Avstår: 1.',
      'ordförandens utslagsröst avgjorde för förslag 1',
      'Hans Nyberg\nL\nNej',
      'Inga Strand\nV\nAvstår',
      'Hans Nyberg (L), lämnad 2026-03-25 kl. 19.40\nJag reserverar mig',
      'Ärendet bordläggs.',
      'Eva Öberg är jävig (själv part i ärendet) och deltog inte i och var inte närvarande vid handläggningen. Ulf Ros tjänstgjorde i stället.',
    ])
      expect(text).toContain(line)
    expect(text).not.toContain('återtaget')
  })
  it('tell adjusters, day and place of adjustment, the notice board and how to appeal', () => {
    for (const line of [
      'Justerat 2026-04-02. Version 1, kontrollsumma ab12cd34ef56.',
      'JusterareBjörn Åkesson',
      'Justeringens platsDalbo',
      'Justeringens datum2026-04-02',
      'Björn Åkesson\nDalbo, 2026-04-02\nGodkänt elektroniskt',
      'Anslaget sätts upp2026-04-03',
      'Anslaget tas ned tidigast2026-04-25',
      'Gäller § 36, § 38.',
      'alltså senast 2026-04-24',
    ])
      expect(text).toContain(line)
  })
  it('say until when they are to be adjusted while they are not, 14 days after the meeting', async () => {
    const draft = await textOf({ ...paper, minutes: null })
    expect(draft).toContain('Utkast. Protokollet är inte justerat.')
    expect(draft).toContain('Justeras senast2026-04-08, 14 dagar efter sammanträdet')
  })
  it('of a company speak of suppleanter and hold no notice board', async () => {
    const company = await textOf({
      ...paper,
      body: { ...paper.body, rules: 'associationOrCompany', adjustmentRule: 'signedInMeeting' },
    })
    expect(company).toContain('Tjänstgörande suppleanter')
    expect(company).not.toMatch(/Anslag|överklagas beslut/)
    // Nobody is chosen beside the adjuster given, so chair, adjuster and secretary sign.
    expect(company).toContain('Protokollet undertecknas av dem som deltog')
  })
})

describe('a redacted paper', () => {
  it.each(paperKinds.filter((kind) => kind !== 'extract'))(
    '%s says so and holds nothing of a withheld item anywhere',
    async (kind) => {
      for (const [, make] of makers) {
        const paper = make({ kind, language: 'nb', redacted: true })
        const parts = partsOf(await renderMeetingPaperDocx(paper))
        const whole = [...parts.values()].join('\n')
        for (const word of secretWords) expect(whole).not.toContain(word)
        expect(wordText(part(parts, body))).toContain('Offentlig utgave.')
      }
    },
  )
  it('keeps number and ground, in agenda and minutes alike', async () => {
    for (const kind of ['agenda', 'minutes', 'casePapers'] as const)
      expect(await textOf(aNorwegianBoard({ kind, language: 'nb', redacted: true }))).toMatch(
        /Sak 15\/26\s+Unntatt offentlighet, offentleglova § 13/,
      )
  })
  it('of an extract of a withheld decision holds its number and ground', async () => {
    const paper = {
      ...aNorwegianBoard({ kind: 'extract', language: 'nb', redacted: true }),
      extractOf: { item: 5, decision: 0 },
    }
    const whole = [...partsOf(await renderMeetingPaperDocx(paper)).values()].join('\n')
    for (const word of secretWords) expect(whole).not.toContain(word)
    expect(whole).toContain('Sak 15/26')
  })
})

describe('a notice', () => {
  it('tells whom to report absence to, when deputies meet, disqualification, and warns when it is late', async () => {
    const text = await textOf(aNorwegianBoard({ kind: 'notice', language: 'nb' }))
    for (const line of [
      'Forfall meldes så snart som mulig til Lars Moen, lars.moen@ostfold.example, telefon +47 69 00 00 00.',
      'Varamedlemmer møter bare når de blir særskilt innkalt.',
      'forvaltningsloven § 8',
      'Innkallingen er datert 08.03.2026, 4 dager før møtet. Organets frist er 7 dager.',
      'Lunsj serveres kl. 11.30.',
      'Planlagt tid i alt: 155 minutter (2 t 35 min).',
      'Varamedlem, møter for Anne Holm',
    ])
      expect(text).toContain(line)
    expect(text).not.toContain('kari@sarpsborg.example')
    expect(text).not.toContain('Eva Strand')
  })
  it('does not warn when it is in time', async () => {
    const text = await textOf(aSwedishCouncil({ kind: 'notice', language: 'sv' }))
    expect(text).not.toContain('Organets frist')
    expect(text).toContain('6 kap. 30 § kommunallagen')
  })
})

describe('case papers', () => {
  it('put the proposed decision before the summary and the background, whose headings keep their order', async () => {
    const xml = await xmlOf(aNorwegianBoard({ kind: 'casePapers', language: 'nb' }))
    const headings = headingsOf(xml)
    const at = headings.indexOf('2 Sak 13/26 Grønn havn: bevilgning til fyrtårnprosjektet')
    expect(headings.slice(at, at + 9)).toEqual([
      '2 Sak 13/26 Grønn havn: bevilgning til fyrtårnprosjektet',
      '3 Forslag til vedtak',
      '3 Sammendrag',
      '3 Vedlegg',
      '3 Bakgrunn',
      '4 Hva partnerne har lovet',
      '4 Vurdering',
      '4 Økonomi',
      '3 Vedtaket sendes til',
    ])
    expect(wordText(xml)).toContain('Vedlegg 2: Prosjektplan for Grønn havn')
  })
  it.skipIf(!hasLibreOffice || !hasPdfReader)(
    'tell in their contents the pages that LibreOffice prints',
    async () => {
      const many = Array.from({ length: 12 }, (_, index) =>
        anItem({
          numberText: `Sak ${index + 1}/26`,
          title: `Sak om tema ${index + 1}`,
          proposedDecision: doc(para('Styret vedtar dette.')),
          background: doc(
            ...Array.from({ length: 4 + index * 2 }, () => para('En lang utredning med mange ord. '.repeat(14).trim())),
          ),
        }),
      )
      const bytes = await renderMeetingPaperDocx(aNorwegianBoard({ kind: 'casePapers', language: 'nb', items: many }))
      const xml = part(partsOf(bytes), body)
      const told = all(xml, /PAGEREF _Toc\d+[^<]*<\/w:instrText><w:fldChar[^>]*\/><w:t[^>]*>(\d+)<\/w:t>/g).map(Number)
      const titles = headingsOf(xml)
        .filter((one) => one.startsWith('2 '))
        .map((one) => one.slice(2))
      const pages = pdfPages(toPdf(bytes, 'docx'))
      let from = 1
      const found = titles.map((title) => {
        from = pages.findIndex((one, index) => index >= from && one.split('\n').some((line) => line.trim() === title))
        return from + 1
      })
      expect(told).toEqual(found)
    },
    60_000,
  )
})

describe('a follow-up list', () => {
  it('begins with what is overdue, says so in words, and works without a meeting', async () => {
    const text = await textOf({ ...aNorwegianBoard({ kind: 'followUpList', language: 'nb' }), meeting: null })
    expect(text.indexOf('Over frist (1)')).toBeLessThan(text.indexOf('Under oppfølging (1)'))
    expect(text).toContain('20 dager over frist')
    expect(text).toContain('Sendt til alle partnere.')
  })
})

describe('an extract', () => {
  it('holds its item and one decision with the line that certifies it', async () => {
    const xml = await xmlOf(aSwedishCouncil({ kind: 'extract', language: 'sv' }))
    const headings = headingsOf(xml)
    expect(headings[1]).toBe('2 § 36 Näringslivsstrategi 2026–2030')
    expect(headings.at(-1)).toBe('2 Utdragets riktighet bestyrks')
    expect(wordText(xml)).not.toContain('§ 38')
  })
  it('of no decision is refused', async () => {
    await expect(
      renderMeetingPaperDocx({ ...aSwedishCouncil({ kind: 'extract', language: 'sv' }), extractOf: null }),
    ).rejects.toThrow('which decision')
  })
})

describe('the same paper', () => {
  it('gives the same bytes, on the second run and years later', async () => {
    const paper = aNorwegianBoard({ kind: 'casePapers', language: 'nb' })
    const first = await renderMeetingPaperDocx(paper)
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(2041, 3, 4) })
    const second = await renderMeetingPaperDocx(paper)
    vi.useRealTimers()
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true)
  })
  it('stops where the progress callback throws', async () => {
    const stop = new Error('cancelled')
    const packed = vi.spyOn(Packer, 'pack')
    await expect(
      renderMeetingPaperDocx(aNorwegianBoard({ kind: 'minutes', language: 'nb' }), () => {
        throw stop
      }),
    ).rejects.toBe(stop)
    expect(packed).not.toHaveBeenCalled()
  })
  it('with hostile names and texts stays well-formed and literal', async () => {
    const hostile = '<b>&amp;</b> ]]> \u0000_x0041_ \ud83d 🚀 " \' {{t}} $t(papers.title)'
    const paper = aNorwegianBoard({ kind: 'minutes', language: 'nb', madeBy: hostile, nextMeetings: [] })
    const items = paper.items.map((item) => ({ ...item, title: hostile }))
    const parts = partsOf(
      await renderMeetingPaperDocx({
        ...paper,
        items,
        attendances: paper.attendances.map((one) => ({ ...one, name: hostile })),
      }),
    )
    expect(wordText(part(parts, body))).toContain('<b>&amp;</b> ]]> _x0041_')
  })
})

describe('second readers', () => {
  it.skipIf(!hasPythonReaders)('python-docx reads headings, tables and core properties', async () => {
    const bytes = await renderMeetingPaperDocx(aNorwegianBoard({ kind: 'minutes', language: 'nb' }))
    const script = `
import sys, json, docx
d = docx.Document(sys.argv[1])
print(json.dumps({"title": d.core_properties.title, "tables": len(d.tables), "h1": [p.text for p in d.paragraphs if p.style.name == "Heading 1"]}))`
    expect(readWithPython(bytes, 'docx', script)).toMatchObject({
      title: 'Møteprotokoll, Styret, møte 3/2026, 12.03.2026',
      h1: ['Møteprotokoll'],
    })
  })
  it.skipIf(!hasLibreOffice || !hasPdfReader)(
    'LibreOffice numbers the pages and prints the header from the second page on',
    async () => {
      const pages = pdfPages(
        toPdf(await renderMeetingPaperDocx(aSwedishCouncil({ kind: 'minutes', language: 'sv' })), 'docx'),
      ).filter((one) => one.trim() !== '')
      expect(pages[0]).toContain(`sida 1 av ${pages.length}`)
      expect(pages[0]).not.toContain('sammanträde 4/2026 · 2026-03-25')
      expect(pages[1]).toContain('Kommunfullmäktige, sammanträde 4/2026 · 2026-03-25 · Protokoll')
    },
    60_000,
  )
})
