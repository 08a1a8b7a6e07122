/** The minutes of two meetings, read line by line against practice.md 6.1: "Minutes must hold", "Vote detail", "Dissent". */
import { describe, expect, it } from 'vitest'
import { renderMeetingPaperDocx } from '#shared/documents/meeting-docx.ts'
import { aPerson } from './a-meeting-paper.ts'
import { aNorwegianBoard } from './a-norwegian-board.ts'
import { aSwedishCouncil } from './a-swedish-council.ts'
import { all, partsOf, wordText } from './office-file.ts'
import { headingsOf, textOf, xmlOf } from './read-paper.ts'

describe('minutes of a Norwegian board', async () => {
  const xml = await xmlOf(aNorwegianBoard({ kind: 'minutes', language: 'nb' }))
  const text = wordText(xml)

  it('hold time, place, who attended and was absent, each item, all proposals not withdrawn and the result (koml § 11-4)', () => {
    expect(headingsOf(xml)).toEqual([
      '1 Møteprotokoll',
      '2 Frammøte',
      '3 Til stede',
      '3 Møtende vara',
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
    expect(text).toContain('Eva Strand\nJon Bø (Sak 14/26)')
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

describe('a deputy in a vacant seat', async () => {
  const serving = aPerson('Inga Strand', { role: 'deputy' })
  const waiting = aPerson('Ola Ek', { role: 'deputy', votes: false })

  it.each([
    ['nb', 'NO', 'Møtende vara', 'ledig plass'],
    ['sv', 'SE', 'Tjänstgörande ersättare', 'vakant plats'],
    ['en', 'NO', 'Serving deputies', 'a vacant seat'],
  ] as const)('is told in the minutes in %s, and who waited is not', async (language, form, heading, seat) => {
    const paper = (form === 'NO' ? aNorwegianBoard : aSwedishCouncil)({ kind: 'minutes', language })
    const text = await textOf({ ...paper, attendances: [aPerson('Kari Berg'), serving, waiting] })
    expect(text).toContain(heading)
    expect(text.split(seat)).toHaveLength(2)
    expect(text.slice(text.indexOf('Inga Strand'))).toMatch(new RegExp(`^Inga Strand\\s*${seat}`))
  })
})
