import type { MeetingPaper, PaperItem } from '#shared/documents/meeting-paper.ts'
import { aDecision, anItem, aPerson, aVote, type Chosen, checked, doc, head, para } from './a-meeting-paper.ts'

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
