import {
  type MeetingPaper,
  meetingPaper,
  type PaperAttendance,
  type PaperItem,
  type PaperVote,
} from '#shared/documents/meeting-paper.ts'
import type { RichBlock, RichInline, RichText } from '#shared/domain/rich-text.ts'

export const text = (
  words: string,
  ...marks: NonNullable<Extract<RichInline, { type: 'text' }>['marks']>
): RichInline => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 ? { marks } : {}),
})
export const para = (...content: (string | RichInline)[]): RichBlock => ({
  type: 'paragraph',
  content: content.map((one) => (typeof one === 'string' ? text(one) : one)),
})
export const head = (level: 1 | 2 | 3, words: string): RichBlock => ({
  type: 'heading',
  attrs: { level },
  content: [text(words)],
})
export const listOf = (type: 'bulletList' | 'orderedList', ...items: (string | RichBlock[])[]): RichBlock => ({
  type,
  content: items.map((one) => ({ type: 'listItem', content: typeof one === 'string' ? [para(one)] : one })),
})
export const tableOf = (...rows: string[][]): RichBlock => ({
  type: 'table',
  content: rows.map((cells, index) => ({
    type: 'tableRow',
    content: cells.map((cell) => ({ type: index === 0 ? 'tableHeader' : 'tableCell', content: [para(cell)] })),
  })),
})
export const doc = (...content: RichBlock[]): RichText => ({ type: 'doc', content })

/** A person called who was there from the beginning to the end, a voting member unless told otherwise. */
export function aPerson(name: string, parts: Partial<PaperAttendance> = {}): PaperAttendance {
  return {
    name,
    organisation: null,
    party: null,
    role: 'member',
    status: 'present',
    validReason: null,
    replaces: null,
    arrivedAt: null,
    leftAt: null,
    votes: true,
    ...parts,
  }
}

/** An item that was treated with nothing special; 7 of 7 may vote. */
export function anItem(parts: Partial<PaperItem> = {}): PaperItem {
  return {
    numberText: null,
    type: 'decision',
    title: 'En sak',
    caseNo: null,
    responsible: null,
    presenter: null,
    minutesPlanned: null,
    summary: null,
    background: null,
    proposedDecision: null,
    recipients: [],
    confidential: false,
    confidentialGround: null,
    withheld: false,
    attachments: [],
    status: 'treated',
    startedAt: null,
    endedAt: null,
    minutesText: null,
    quorum: { seats: 7, voters: 7, needed: 4, met: true, why: null },
    disqualifications: [],
    proposals: [],
    votes: [],
    decisions: [],
    statements: [],
    actions: [],
    movements: [],
    ...parts,
  }
}

export function aVote(parts: Partial<PaperVote> = {}): PaperVote {
  return {
    subject: null,
    kind: 'showOfHands',
    forText: null,
    againstText: null,
    forCount: null,
    againstCount: null,
    abstainCount: null,
    named: [],
    castingVote: false,
    castFor: null,
    ...parts,
  }
}

export function aDecision(
  words: string,
  parts: Partial<PaperItem['decisions'][number]> = {},
): PaperItem['decisions'][number] {
  return {
    numberText: null,
    text: words,
    kind: 'decision',
    unanimous: 'yes',
    vote: null,
    effectiveFrom: null,
    recipients: [],
    appealable: null,
    responsible: null,
    deadline: null,
    corrects: null,
    ...parts,
  }
}

type Chosen = Pick<MeetingPaper, 'kind' | 'language'> & Partial<MeetingPaper>

const secret = 'Kjøp av Glommen Brygge for 41 millioner'
/** Words that only the confidential items hold; none may be found in a redacted file. */
export const secretWords = ['Glommen', '41 millioner', 'Tomas Hemmelig', 'Lyckebo', 'Hemliga']

const lobbyProposal = 'Saken utsettes til budsjettet for 2027 er lagt fram.'
const mainProposal =
  '1. Styret bevilger 450 000 kroner til fyrtårnprosjektet «Grønn havn» for 2026 og 2027.\n2. Prosjektlederen rapporterer til styret hvert halvår.'

/** A Norwegian board: a member comes late, one is disqualified, one vote is split, one member dissents. */
export function aNorwegianBoard({ kind, language, ...parts }: Chosen): MeetingPaper {
  const split = aVote({
    forText: mainProposal,
    againstText: lobbyProposal,
    forCount: 5,
    againstCount: 2,
    abstainCount: null,
    kind: 'named',
    named: [
      { name: 'Kari Nordmann', party: 'Ap', vote: 'for' },
      { name: 'Ola Ødegård', party: 'Ap', vote: 'for' },
      { name: 'Siri Åsen', party: 'H', vote: 'for' },
      { name: 'Jon Bø', party: 'H', vote: 'against' },
      { name: 'Marit Lie', party: 'Sp', vote: 'against' },
      { name: 'Ingrid Dahl', party: null, vote: 'for' },
      { name: 'Per Vik', party: 'V', vote: 'for' },
    ],
  })
  const items: PaperItem[] = [
    anItem({
      numberText: 'Sak 11/26',
      type: 'noticeApproval',
      title: 'Godkjenning av innkalling og saksliste',
      minutesPlanned: 5,
      quorum: { seats: 7, voters: 6, needed: 4, met: true, why: null },
      decisions: [aDecision('Innkallingen og sakslisten godkjennes.', { kind: 'approval' })],
    }),
    anItem({
      numberText: 'Sak 12/26',
      type: 'minutesApproval',
      title: 'Godkjenning av protokoll fra møte 2/2026',
      minutesPlanned: 5,
      quorum: { seats: 7, voters: 6, needed: 4, met: true, why: null },
      attachments: [{ no: 1, title: 'Protokoll fra møte 2/2026', fileName: 'protokoll-2-2026.pdf' }],
      decisions: [aDecision('Protokollen fra møte 2/2026 godkjennes.', { kind: 'approval' })],
    }),
    anItem({ type: 'heading', title: 'Vedtakssaker', status: 'pending' }),
    anItem({
      numberText: 'Sak 13/26',
      title: 'Grønn havn: bevilgning til fyrtårnprosjektet',
      caseNo: '26/00417',
      responsible: 'Hanne Berg',
      presenter: 'Hanne Berg',
      minutesPlanned: 40,
      summary:
        'Prosjektet skal gi landstrøm og felles energilager ved havnen i Borg. Partnerne har lovet 1,2 millioner kroner i egeninnsats. Sekretariatet tilrår at partnerskapet bidrar med 450 000 kroner.',
      proposedDecision: doc(
        listOf(
          'orderedList',
          'Styret bevilger 450 000 kroner til fyrtårnprosjektet «Grønn havn» for 2026 og 2027.',
          'Prosjektlederen rapporterer til styret hvert halvår.',
        ),
      ),
      background: doc(
        head(2, 'Bakgrunn'),
        para(
          'Havnen er ',
          text('Nordens nest største', { type: 'bold' }),
          ' for trelast. Se ',
          text('prosjektets sider', { type: 'link', attrs: { href: 'https://havn.example/gronn?a=1&b=2' } }),
          ' for bakgrunn og framdrift.',
        ),
        head(3, 'Hva partnerne har lovet'),
        tableOf(['Partner', 'Beløp', 'Timer'], ['Borg Havn', '800 000', '200'], ['Østfold Energi', '400 000', '350']),
        head(2, 'Vurdering'),
        listOf('bulletList', 'Prosjektet svarer til mål 2 i strategien.', [
          para('Risikoen er lav:'),
          listOf('orderedList', 'Avtalene er underskrevet.', 'Kraftlinjen er bygd.'),
        ]),
        { type: 'blockquote', content: [para('Uten partnerskapet hadde vi ikke kommet i gang.')] },
        head(2, 'Økonomi'),
        listOf('orderedList', '250 000 kroner i 2026.', '200 000 kroner i 2027.'),
      ),
      recipients: ['Borg Havn IKS', 'Østfold Energi AS'],
      attachments: [
        { no: 2, title: 'Prosjektplan for Grønn havn', fileName: 'prosjektplan.pdf' },
        { no: 3, title: 'Budsjett 2026–2027', fileName: 'budsjett.xlsx' },
      ],
      movements: [{ name: 'Per Vik', at: '09:25', does: 'arrives', replacedBy: null }],
      minutesText: doc(
        para('Hanne Berg orienterte om prosjektet og svarte på spørsmål.'),
        para('Marit Lie fremsatte utsettelsesforslag.'),
      ),
      proposals: [
        { kind: 'main', proposer: null, party: null, text: mainProposal, status: 'adopted' },
        { kind: 'postponement', proposer: 'Marit Lie', party: 'Sp', text: lobbyProposal, status: 'rejected' },
        { kind: 'addition', proposer: 'Jon Bø', party: 'H', text: 'Et forslag som ble trukket.', status: 'withdrawn' },
      ],
      votes: [split],
      decisions: [
        aDecision(mainProposal, {
          unanimous: 'no',
          vote: split,
          recipients: ['Borg Havn IKS', 'Østfold Energi AS'],
          responsible: 'Hanne Berg',
          deadline: '2026-09-01',
          appealable: false,
        }),
      ],
      statements: [
        {
          kind: 'dissent',
          name: 'Marit Lie',
          party: 'Sp',
          text: 'Bevilgningen binder midler som ikke er avsatt i budsjettet.',
          deliveredOn: '2026-03-12',
          deliveredAt: '10:50',
        },
        {
          kind: 'noteToMinutes',
          name: 'Siri Åsen',
          party: 'H',
          text: 'Jeg forutsetter at rapporteringen omfatter klimagassutslipp.',
          deliveredOn: '2026-03-12',
          deliveredAt: null,
        },
      ],
      actions: [
        { title: 'Sende tilsagnsbrev til Borg Havn', owner: 'Hanne Berg', dueOn: '2026-03-27', status: 'open' },
        { title: 'Sette opp halvårsrapport', owner: 'Lars Moen', dueOn: '2026-08-15', status: 'open' },
      ],
    }),
    anItem({
      numberText: 'Sak 14/26',
      title: 'Tildeling av etablererstipend',
      caseNo: '26/00388',
      presenter: 'Lars Moen',
      responsible: 'Lars Moen',
      minutesPlanned: 20,
      proposedDecision: doc(para('Styret tildeler Nordlys Data AS etablererstipend på 80 000 kroner.')),
      summary: 'Seks søknader er vurdert. Nordlys Data AS har fått høyest samlet vurdering.',
      disqualifications: [
        {
          name: 'Jon Bø',
          ground: 'closeRelation',
          explanation: 'søster er daglig leder i Nordlys Data AS',
          outcome: 'disqualified',
          replacedBy: 'Eva Strand',
        },
        {
          name: 'Siri Åsen',
          ground: 'otherCircumstance',
          explanation: 'leier ut lokaler til en annen søker',
          outcome: 'notDisqualified',
          replacedBy: null,
        },
      ],
      decisions: [
        aDecision('Styret tildeler Nordlys Data AS etablererstipend på 80 000 kroner.', { appealable: true }),
      ],
    }),
    anItem({
      numberText: 'Sak 15/26',
      title: secret,
      caseNo: '26/00391 Glommen',
      presenter: 'Tomas Hemmelig',
      minutesPlanned: 30,
      confidential: true,
      confidentialGround: 'offentleglova § 13, jf. forvaltningsloven § 13 første ledd nr. 2',
      summary: 'Selgeren av Glommen krever 41 millioner.',
      background: doc(para('Glommen Brygge er til salgs.')),
      proposedDecision: doc(para('Styret kjøper Glommen.')),
      attachments: [{ no: 4, title: 'Takst Glommen', fileName: 'glommen.pdf' }],
      minutesText: doc(para('Tomas Hemmelig orienterte om Glommen.')),
      quorum: {
        seats: 7,
        voters: 3,
        needed: 4,
        met: false,
        why: null,
      },
      movements: [{ name: 'Ola Ødegård', at: '11:05', does: 'leaves', replacedBy: null }],
      decisions: [aDecision('Styret kjøper Glommen Brygge.', { kind: 'postponement', unanimous: 'notRecorded' })],
    }),
    anItem({ type: 'break', title: 'Lunsj', minutesPlanned: 30, status: 'pending' }),
    anItem({
      numberText: 'Sak 16/26',
      type: 'information',
      title: 'Bedriftsbesøk hittil i år',
      presenter: 'Lars Moen',
      minutesPlanned: 15,
      summary: 'Det er gjennomført 11 av 50 planlagte besøk. Tilgang på arbeidskraft er det som går igjen.',
      minutesText: doc(para('Lars Moen orienterte. Styret tok saken til orientering.')),
      decisions: [aDecision('Saken tas til orientering.', { kind: 'informationNoted' })],
    }),
    anItem({
      numberText: 'Sak 17/26',
      type: 'anyOtherBusiness',
      title: 'Eventuelt',
      minutesPlanned: 10,
      minutesText: doc(para('Ingenting ble tatt opp.')),
    }),
  ]
  return checked({
    format: 'fyr-meeting-paper',
    formatVersion: 1,
    kind,
    language,
    redacted: false,
    partnership: {
      name: 'Partnerskap Østfold',
      country: 'NO',
      contactName: 'Hanne Berg',
      contactEmail: 'post@ostfold.example',
    },
    body: {
      name: 'Styret',
      kind: 'board',
      rules: 'publicLikeNo',
      numbering: 'perYear',
      quorumRule: 'moreThanHalf',
      adjustmentRule: 'approvedInNextMeeting',
      adjustmentDays: null,
      deputiesAllowed: true,
      noticeDays: 7,
    },
    meeting: {
      id: '0195a000-0000-7000-8000-000000000001',
      bodyName: 'Styret',
      number: 3,
      numberYear: 2026,
      title: null,
      kind: 'ordinary',
      startsOn: '2026-03-12',
      startsAt: '09:00',
      endsOn: null,
      endsAt: '12:00',
      place: 'Sarpsborg rådhus, møterom Glengshølen',
      remoteLink: 'https://video.example/styret',
      allSeeAndHear: false,
      openness: 'partlyClosed',
      status: 'noticeSent',
      chair: 'Kari Nordmann',
      secretary: 'Lars Moen',
      secretaryEmail: 'lars.moen@ostfold.example',
      secretaryPhone: '+47 69 00 00 00',
      noticeText: 'Lunsj serveres kl. 11.30. Ta med adgangskort.',
      noticeSentOn: '2026-03-08',
      openedAt: '09:02',
      adjournedAt: '11:55',
      adjournedOn: null,
      papersDueOn: '2026-03-02',
    },
    attendances: [
      aPerson('Kari Nordmann', { role: 'chair', party: 'Ap', organisation: 'Sarpsborg kommune' }),
      aPerson('Ola Ødegård', {
        party: 'Ap',
        organisation: 'Fredrikstad kommune',
        status: 'partlyPresent',
        leftAt: '11:05',
      }),
      aPerson('Siri Åsen', { party: 'H', organisation: 'Halden kommune' }),
      aPerson('Jon Bø', { party: 'H', organisation: 'Østfold fylkeskommune' }),
      aPerson('Marit Lie', { party: 'Sp', organisation: 'Rakkestad kommune' }),
      aPerson('Per Vik', { party: 'V', organisation: 'Moss kommune', status: 'partlyPresent', arrivedAt: '09:25' }),
      aPerson('Anne Holm', { organisation: 'NHO', status: 'absentWithReason', validReason: 'sykdom', votes: false }),
      aPerson('Ingrid Dahl', { role: 'deputy', organisation: 'NHO', replaces: 'Anne Holm', status: 'remote' }),
      aPerson('Eva Strand', { role: 'deputy', organisation: 'Østfold fylkeskommune', votes: false }),
      aPerson('Lars Moen', { role: 'secretary', organisation: 'Sekretariatet', votes: false }),
      aPerson('Hanne Berg', { role: 'caseOfficer', organisation: 'Sekretariatet', votes: false }),
    ],
    items,
    followUps: [
      {
        kind: 'decision',
        confidential: false,
        numberText: 'Sak 4/26',
        caseNo: '25/01211',
        bodyName: 'Styret',
        meetingOn: '2026-01-22',
        title: 'Felles innkjøp av kartdata',
        text: 'Sekretariatet innhenter tilbud fra tre leverandører.',
        decisionKind: 'decision',
        unanimous: 'yes',
        vote: null,
        origin: null,
        responsible: 'Lars Moen',
        organisation: 'Sekretariatet',
        dueOn: '2026-02-20',
        decisionStatus: 'inProgress',
        actionStatus: null,
        daysOverdue: 20,
        doneOn: null,
        result: 'To av tre tilbud er kommet.',
      },
      {
        kind: 'action',
        confidential: false,
        numberText: 'Sak 5/26',
        caseNo: null,
        bodyName: 'Styret',
        meetingOn: '2026-01-22',
        title: 'Invitere NAV til neste møte',
        text: null,
        decisionKind: null,
        unanimous: null,
        vote: null,
        origin: 'Oppgave fra sak 5/26',
        responsible: 'Hanne Berg',
        organisation: null,
        dueOn: '2026-04-01',
        decisionStatus: null,
        actionStatus: 'open',
        daysOverdue: 0,
        doneOn: null,
        result: null,
      },
      {
        kind: 'decision',
        confidential: false,
        numberText: 'Sak 2/26',
        caseNo: null,
        bodyName: 'Styret',
        meetingOn: '2026-01-22',
        title: 'Møteplan for 2026',
        text: 'Møteplanen vedtas.',
        decisionKind: 'decision',
        unanimous: 'yes',
        vote: null,
        origin: null,
        responsible: 'Lars Moen',
        organisation: null,
        dueOn: '2026-02-01',
        decisionStatus: 'done',
        actionStatus: null,
        daysOverdue: 0,
        doneOn: '2026-01-30',
        result: 'Sendt til alle partnere.',
      },
    ],
    nextMeetings: [
      { startsOn: '2026-04-23', startsAt: '09:00', place: 'Fredrikstad', papersDueOn: '2026-04-13' },
      { startsOn: '2026-06-11', startsAt: '09:00', place: null, papersDueOn: null },
    ],
    minutes: null,
    extractOf: kind === 'extract' ? { item: 3, decision: 0 } : null,
    emails: [{ name: 'Kari Nordmann', email: 'kari@sarpsborg.example' }],
    dataAsOf: '2026-03-12T14:05:00.000Z',
    madeBy: 'Lars Moen',
    ...parts,
  })
}

const mainYrkande = 'Fullmäktige antar näringslivsstrategin för 2026–2030.'
const counterYrkande = 'Strategin återremitteras för att kompletteras med en ekonomisk kalkyl.'
const councilNames = [
  'Anna Svensson',
  'Björn Åkesson',
  'Cecilia Lind',
  'David Ek',
  'Eva Öberg',
  'Fredrik Holm',
  'Gunilla Dahl',
  'Hans Nyberg',
  'Inga Strand',
]
const parties = ['S', 'S', 'S', 'M', 'M', 'M', 'C', 'L', 'V']

/** A Swedish council: deputies serve in turn, names are called, a member reserves, adjusted within 14 days. */
export function aSwedishCouncil({ kind, language, ...parts }: Chosen): MeetingPaper {
  const recall = aVote({ subject: 'Återremiss', kind: 'acclamation', forText: counterYrkande })
  const named = aVote({
    subject: 'Huvudvotering',
    kind: 'named',
    forText: mainYrkande,
    againstText: counterYrkande,
    forCount: 4,
    againstCount: 4,
    abstainCount: 1,
    castingVote: true,
    castFor: 'for',
    named: councilNames.map((name, index) => ({
      name,
      party: parties[index] ?? null,
      vote: index < 4 ? 'for' : index < 8 ? 'against' : 'abstain',
    })),
  })
  const quorum = { seats: 9, voters: 9, needed: 5, met: true, why: null }
  const items: PaperItem[] = [
    anItem({
      numberText: '§ 34',
      type: 'opening',
      title: 'Upprop',
      quorum,
      minutesText: doc(para('Upprop förrättas. Nio röstberättigade är närvarande.')),
    }),
    anItem({
      numberText: '§ 35',
      type: 'election',
      title: 'Val av justerare',
      quorum,
      decisions: [aDecision('Björn Åkesson utses att jämte ordföranden justera protokollet.', { kind: 'election' })],
    }),
    anItem({
      numberText: '§ 36',
      title: 'Näringslivsstrategi 2026–2030',
      caseNo: 'KS 2026/112',
      responsible: 'Maria Blom',
      presenter: 'Maria Blom',
      minutesPlanned: 45,
      quorum,
      summary: 'Strategin anger fyra insatsområden och tolv mål. Den har varit på remiss hos nitton instanser.',
      proposedDecision: doc(para(mainYrkande)),
      background: doc(
        head(1, 'Ärendet'),
        para('Den gällande strategin löper ut 2025.'),
        head(2, 'Ekonomi'),
        para('Kostnaden ryms inom ram.'),
      ),
      recipients: ['Näringslivskontoret', 'Samtliga nämnder'],
      attachments: [{ no: 1, title: 'Näringslivsstrategi', fileName: 'strategi.docx' }],
      minutesText: doc(para('Maria Blom föredrar ärendet.')),
      proposals: [
        { kind: 'main', proposer: 'Anna Svensson', party: 'S', text: mainYrkande, status: 'adopted' },
        { kind: 'referralBack', proposer: 'Hans Nyberg', party: 'L', text: counterYrkande, status: 'rejected' },
        { kind: 'amendment', proposer: 'David Ek', party: 'M', text: 'Ett återtaget yrkande.', status: 'withdrawn' },
      ],
      votes: [recall, named],
      decisions: [
        aDecision(mainYrkande, {
          unanimous: 'no',
          vote: named,
          appealable: true,
          effectiveFrom: '2026-05-01',
          recipients: ['Näringslivskontoret'],
          responsible: 'Maria Blom',
          deadline: '2026-06-30',
        }),
      ],
      statements: [
        {
          kind: 'dissent',
          name: 'Hans Nyberg',
          party: 'L',
          text: 'Jag reserverar mig mot beslutet till förmån för eget yrkande.',
          deliveredOn: '2026-03-25',
          deliveredAt: '19:40',
        },
        {
          kind: 'noteToMinutes',
          name: 'Inga Strand',
          party: 'V',
          text: 'Vi saknar ett jämställdhetsmål.',
          deliveredOn: '2026-03-27',
          deliveredAt: null,
        },
      ],
    }),
    anItem({
      numberText: '§ 37',
      title: 'Markanvisning Hemliga kvarteret Lyckebo',
      quorum: { ...quorum, voters: 4, met: false },
      confidential: true,
      confidentialGround: '19 kap. 1 § offentlighets- och sekretesslagen',
      summary: 'Lyckebo säljs.',
      proposedDecision: doc(para('Lyckebo säljs.')),
      status: 'postponed',
    }),
    anItem({
      numberText: '§ 38',
      title: 'Arrende för småbåtshamnen',
      caseNo: 'KS 2026/140',
      quorum,
      disqualifications: [
        {
          name: 'Eva Öberg',
          ground: 'partyToTheCase',
          explanation: null,
          outcome: 'disqualified',
          replacedBy: 'Ulf Ros',
        },
      ],
      proposals: [
        {
          kind: 'main',
          proposer: 'Anna Svensson',
          party: 'S',
          text: 'Arrendet förlängs till 2030.',
          status: 'adopted',
        },
      ],
      votes: [aVote({ kind: 'acclamation', forText: 'Arrendet förlängs till 2030.' })],
      decisions: [aDecision('Arrendet förlängs till 2030.', { unanimous: 'yes', appealable: true })],
    }),
    anItem({
      numberText: '§ 39',
      type: 'reference',
      title: 'Anmälningsärenden',
      quorum,
      summary: 'Protokoll från revisorerna 2026-02-11.',
      decisions: [aDecision('Anmälningarna läggs till handlingarna.', { kind: 'informationNoted' })],
    }),
  ]
  return checked({
    format: 'fyr-meeting-paper',
    formatVersion: 1,
    kind,
    language,
    redacted: false,
    partnership: {
      name: 'Näringslivsråd Dalbo',
      country: 'SE',
      contactName: 'Maria Blom',
      contactEmail: 'rad@dalbo.example',
    },
    body: {
      name: 'Kommunfullmäktige',
      kind: 'council',
      rules: 'municipalLikeSe',
      numbering: 'perYear',
      quorumRule: 'moreThanHalf',
      adjustmentRule: 'adjustedWithinDays',
      adjustmentDays: 14,
      deputiesAllowed: true,
      noticeDays: 5,
    },
    meeting: {
      id: '0195a000-0000-7000-8000-000000000002',
      bodyName: 'Kommunfullmäktige',
      number: 4,
      numberYear: 2026,
      title: null,
      kind: 'ordinary',
      startsOn: '2026-03-25',
      startsAt: '18:00',
      endsOn: null,
      endsAt: '21:00',
      place: 'Stadshuset, Dalbo',
      remoteLink: null,
      allSeeAndHear: false,
      openness: 'open',
      status: 'noticeSent',
      chair: 'Anna Svensson',
      secretary: 'Maria Blom',
      secretaryEmail: 'maria.blom@dalbo.example',
      secretaryPhone: null,
      noticeText: null,
      noticeSentOn: '2026-03-16',
      openedAt: '18:00',
      adjournedAt: '20:35',
      adjournedOn: null,
      papersDueOn: null,
    },
    attendances: [
      ...councilNames
        .slice(0, 8)
        .map((name, index) => aPerson(name, { party: parties[index] ?? null, role: index === 0 ? 'chair' : 'member' })),
      aPerson('Johan Falk', { party: 'V', status: 'absentWithReason', votes: false }),
      aPerson('Karin Mård', { party: 'KD', status: 'absent', votes: false }),
      aPerson('Inga Strand', { party: 'V', role: 'deputy', replaces: 'Johan Falk' }),
      aPerson('Ulf Ros', { party: 'M', role: 'deputy', votes: false }),
      aPerson('Maria Blom', { role: 'secretary', votes: false }),
    ],
    items,
    followUps: [],
    nextMeetings: [
      { startsOn: '2026-04-29', startsAt: '18:00', place: 'Stadshuset, Dalbo', papersDueOn: '2026-04-14' },
    ],
    minutes: {
      version: 1,
      status: 'approved',
      approvedOn: '2026-04-02',
      approvedIn: null,
      announcedOn: '2026-04-03',
      sha256: 'ab12cd34ef56'.padEnd(64, '0'),
      adjusters: [
        { name: 'Anna Svensson', role: 'chair', verdict: 'approved', decidedOn: '2026-04-01', place: 'Dalbo' },
        { name: 'Björn Åkesson', role: 'adjuster', verdict: 'approved', decidedOn: '2026-04-02', place: 'Dalbo' },
      ],
    },
    extractOf: kind === 'extract' ? { item: 2, decision: 0 } : null,
    emails: [],
    dataAsOf: '2026-04-03T08:00:00.000Z',
    madeBy: 'Maria Blom',
    ...parts,
  })
}

/** A builder gives only what the schema allows. */
function checked(paper: MeetingPaper): MeetingPaper {
  return meetingPaper.parse(paper)
}
