import { type MeetingPaper, meetingPaper, type PaperFollowUp, type PaperItem } from '#shared/documents/meeting-paper.ts'
import { redactPaper } from '#shared/documents/redact-paper.ts'
import { type Snapshot, snapshot } from '#shared/documents/snapshot.ts'
import type { Language } from '#shared/domain/values.ts'
import { aSnapshot } from './a-snapshot.ts'
import { type Form, forms } from './meeting-forms.ts'
import { list, rich, table, text, titled } from './rich-builders.ts'

/** Stands in every text of the confidential item: it must not be found where that is withheld. */
export const secret = 'HEMMELIGORD-7'

function anItem(parts: Partial<PaperItem> & Pick<PaperItem, 'type' | 'title'>): PaperItem {
  return {
    numberText: null,
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
    status: 'pending',
    startedAt: null,
    endedAt: null,
    minutesText: null,
    quorum: { seats: 7, voters: 6, needed: 4, met: true, why: null },
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

function agenda(form: Form): PaperItem[] {
  const { number, titles, chair, secretary, members } = form
  return [
    anItem({ type: 'opening', title: titles.opening, presenter: chair, minutesPlanned: 5 }),
    anItem({
      type: 'noticeApproval',
      title: titles.notice,
      numberText: number(12),
      presenter: chair,
      minutesPlanned: 5,
    }),
    anItem({
      type: 'minutesApproval',
      title: titles.last,
      numberText: number(13),
      presenter: chair,
      minutesPlanned: 5,
    }),
    anItem({ type: 'followUpList', title: titles.list, presenter: secretary, minutesPlanned: 10 }),
    anItem({
      type: 'decision',
      title: titles.plan,
      numberText: number(14),
      caseNo: '26/01234-5',
      responsible: secretary,
      presenter: members[0] ?? null,
      minutesPlanned: 40,
      summary: form.background[0] ?? null,
      proposedDecision: rich(list('orderedList', ...form.proposal)),
      background: rich(
        ...form.background.map(text),
        titled(2, form.heading),
        table(['2027', '2028'], ['1 200 000', '1 250 000'], ['800 000', '900 000']),
        list('bulletList', 'A', 'B'),
      ),
      recipients: [form.partnership, members[1] ?? ''],
      attachments: [
        { no: 1, title: titles.plan, fileName: 'plan.pdf' },
        { no: 2, title: 'Høringsuttalelser', fileName: 'uttalelser.pdf' },
      ],
    }),
    anItem({
      type: 'decision',
      title: titles.grant,
      numberText: number(15),
      responsible: secretary,
      minutesPlanned: 20,
      proposedDecision: rich(text(form.proposal[0] ?? '')),
      background: rich(...Array.from({ length: 14 }, (_, index) => text(form.background[index % 2] ?? ''))),
      attachments: [{ no: 3, title: titles.grant, fileName: 'soknad.pdf' }],
    }),
    anItem({ type: 'break', title: 'Pause', minutesPlanned: 10 }),
    anItem({
      type: 'decision',
      title: `${titles.staff} ${secret}`,
      numberText: number(16),
      caseNo: secret,
      responsible: secret,
      presenter: secret,
      minutesPlanned: 15,
      summary: secret,
      proposedDecision: rich(text(secret)),
      background: rich(text(secret)),
      recipients: [secret],
      confidential: true,
      confidentialGround: form.ground,
      attachments: [{ no: 4, title: secret, fileName: `${secret}.pdf` }],
    }),
    anItem({ type: 'heading', title: titles.info }),
    anItem({
      type: 'information',
      title: titles.info,
      presenter: secretary,
      minutesPlanned: 15,
      summary: form.background[1] ?? null,
    }),
    anItem({ type: 'reference', title: titles.reference, minutesPlanned: 5, summary: form.background[0] ?? null }),
    anItem({ type: 'anyOtherBusiness', title: titles.other, minutesPlanned: 10 }),
  ]
}

function held(form: Form): PaperItem[] {
  const { number, titles, proposal, members } = form
  return [
    anItem({ type: 'opening', title: titles.opening, status: 'treated' }),
    anItem({
      type: 'decision',
      title: titles.grant,
      numberText: number(9),
      status: 'treated',
      proposedDecision: rich(text(proposal[0] ?? '')),
      minutesText: rich(text(form.background[0] ?? '')),
      votes: [
        {
          subject: null,
          kind: 'showOfHands',
          forText: proposal[0] ?? null,
          againstText: proposal[1] ?? null,
          forCount: 4,
          againstCount: 2,
          abstainCount: 0,
          named: [],
          castingVote: false,
          castFor: null,
        },
      ],
      decisions: [
        {
          numberText: number(9),
          text: proposal.map((line, index) => `${index + 1}. ${line}`).join('\n'),
          kind: 'decision',
          unanimous: 'no',
          vote: null,
          effectiveFrom: null,
          recipients: [],
          appealable: null,
          responsible: members[0] ?? null,
          deadline: '2026-09-01',
          corrects: null,
        },
      ],
      actions: [{ title: titles.list, owner: members[1] ?? '', dueOn: '2026-08-15', status: 'open' }],
    }),
    anItem({
      type: 'decision',
      title: secret,
      numberText: number(10),
      status: 'treated',
      confidential: true,
      confidentialGround: form.ground,
      minutesText: rich(text(secret)),
      actions: [{ title: secret, owner: secret, dueOn: '2026-09-01', status: 'open' }],
    }),
  ]
}

function aPaper(form: Form, language: Language, kind: 'casePapers' | 'minutes'): MeetingPaper {
  const isMinutes = kind === 'minutes'
  const names = [form.chair, ...form.members]
  return meetingPaper.parse({
    format: 'fyr-meeting-paper',
    formatVersion: 1,
    kind,
    language,
    redacted: false,
    partnership: {
      name: form.partnership,
      country: form.country,
      contactName: form.secretary,
      contactEmail: 'post@partnerskapet.example',
    },
    body: {
      name: form.body,
      kind: 'board',
      rules: form.rules,
      numbering: 'perYear',
      quorumRule: 'moreThanHalf',
      adjustmentRule: form.country === 'SE' ? 'adjustedWithinDays' : 'approvedInNextMeeting',
      adjustmentDays: form.country === 'SE' ? 14 : null,
      deputiesAllowed: true,
      noticeDays: 7,
    },
    meeting: {
      id: 'meeting-1',
      bodyName: form.body,
      number: isMinutes ? 3 : null,
      numberYear: isMinutes ? 2026 : null,
      title: null,
      kind: 'ordinary',
      startsOn: isMinutes ? '2026-05-20' : '2026-09-16',
      startsAt: '10:00',
      endsOn: null,
      endsAt: '13:00',
      place: form.place,
      remoteLink: isMinutes ? null : 'https://meet.example/styret',
      allSeeAndHear: false,
      openness: 'open',
      status: isMinutes ? 'minutesInReview' : 'planned',
      chair: form.chair,
      secretary: form.secretary,
      secretaryEmail: 'sekretariat@partnerskapet.example',
      secretaryPhone: '400 00 000',
      noticeText: null,
      noticeSentOn: isMinutes ? '2026-05-08' : '2026-09-04',
      openedAt: isMinutes ? '10:02' : null,
      adjournedAt: isMinutes ? '12:40' : null,
      adjournedOn: null,
      papersDueOn: '2026-09-02',
    },
    attendances: [
      ...names.map((name, index) => ({
        name,
        organisation: index % 2 ? 'Kommunen' : 'Nordlys Data',
        party: null,
        role: index === 0 ? ('chair' as const) : ('member' as const),
        status: isMinutes ? (index === 3 ? ('absentWithReason' as const) : ('present' as const)) : null,
        validReason: null,
        replaces: null,
        arrivedAt: null,
        leftAt: null,
        votes: true,
      })),
      {
        name: form.deputy,
        organisation: null,
        party: null,
        role: 'deputy',
        status: isMinutes ? 'present' : null,
        validReason: null,
        replaces: isMinutes ? (form.members[2] ?? null) : null,
        arrivedAt: null,
        leftAt: null,
        votes: isMinutes,
      },
    ],
    items: isMinutes ? held(form) : agenda(form),
    followUps: [],
    nextMeetings: [],
    minutes: isMinutes
      ? {
          version: 1,
          status: 'inReview',
          approvedOn: null,
          approvedIn: null,
          announcedOn: null,
          sha256: null,
          adjusters: [
            { name: form.secretary, role: 'secretary', verdict: null, decidedOn: null, place: null },
            { name: form.chair, role: 'chair', verdict: null, decidedOn: null, place: null },
          ],
        }
      : null,
    extractOf: null,
    emails: [],
    dataAsOf: '2026-09-03T08:00:00.000Z',
    madeBy: form.secretary,
  })
}

function followed(form: Form): PaperFollowUp[] {
  const row = (parts: Partial<PaperFollowUp> & Pick<PaperFollowUp, 'title'>): PaperFollowUp => ({
    kind: 'decision',
    confidential: false,
    numberText: null,
    caseNo: null,
    bodyName: form.body,
    meetingOn: '2026-05-20',
    text: null,
    decisionKind: null,
    unanimous: null,
    vote: null,
    origin: null,
    responsible: form.members[0] ?? null,
    organisation: null,
    dueOn: null,
    decisionStatus: null,
    actionStatus: null,
    daysOverdue: 0,
    doneOn: null,
    result: null,
    ...parts,
  })
  const decision = { kind: 'decision', decisionKind: 'decision', unanimous: 'yes' } as const
  return [
    row({
      ...decision,
      numberText: form.number(9),
      title: form.titles.grant,
      text: `=1+1 ${form.proposal[0]}`,
      unanimous: 'no',
      vote: held(form)[1]?.votes[0] ?? null,
      dueOn: '2026-09-01',
      decisionStatus: 'inProgress',
      daysOverdue: 2,
    }),
    row({
      kind: 'action',
      title: form.titles.list,
      origin: `${form.number(9)} ${form.titles.grant}`,
      organisation: 'Kommunen',
      dueOn: '2026-08-15',
      actionStatus: 'open',
      daysOverdue: 19,
    }),
    row({
      ...decision,
      numberText: form.number(8),
      title: form.titles.plan,
      text: form.proposal[1] ?? '',
      decisionStatus: 'open',
    }),
    row({
      ...decision,
      confidential: true,
      numberText: form.number(10),
      title: secret,
      text: secret,
      responsible: secret,
      decisionStatus: 'open',
      dueOn: '2026-12-01',
    }),
    row({
      ...decision,
      numberText: form.number(4),
      title: form.titles.info,
      text: form.proposal[0] ?? '',
      decisionStatus: 'done',
      doneOn: '2026-06-30',
      result: form.background[1] ?? null,
    }),
    row({
      kind: 'action',
      title: form.titles.reference,
      actionStatus: 'done',
      doneOn: '2026-06-12',
      dueOn: '2026-06-15',
    }),
  ]
}

/** A package of a board with a meeting ahead and one behind it, put together as `db/meeting-snapshot.ts` does. */
export function aMeetingSnapshot(
  choice: { country?: 'NO' | 'SE'; language?: Language; withConfidential?: boolean } = {},
  size?: Parameters<typeof aSnapshot>[1],
): Snapshot {
  const { country = 'NO', withConfidential = false } = choice
  const language = choice.language ?? (country === 'SE' ? 'sv' : 'nb')
  const form = forms[country]
  const ready = (paper: MeetingPaper) => (withConfidential ? paper : redactPaper(paper))
  const rows = followed(form)
  const shown = rows.filter(({ confidential }) => withConfidential || !confidential)
  const base = aSnapshot({ language }, size)
  return snapshot.parse({
    ...base,
    partnership: { ...base.partnership, name: form.partnership, country, contactName: form.secretary },
    body: { name: form.body, kind: 'board' },
    package: {
      ...base.package,
      title: country === 'SE' ? 'Styrelsehandlingar, första halvåret 2026' : base.package.title,
      madeBy: form.secretary,
    },
    meeting: ready(aPaper(form, language, 'casePapers')),
    previousMinutes: ready(aPaper(form, language, 'minutes')),
    decisions: { open: 4, overdue: 2, done: 2, confidential: 1, rows: shown },
    attendance: [form.chair, ...form.members, form.deputy].map((name, index) => ({
      meetingOn: '2026-05-20',
      meetingNumber: '3/2026',
      name,
      role: index === 0 ? 'chair' : index === 5 ? 'deputy' : 'member',
      status: index === 3 ? 'absentWithReason' : 'present',
      replaces: index === 5 ? (form.members[2] ?? null) : null,
      votes: index !== 3,
    })),
    nextMeetings: [
      { startsOn: '2026-10-21', startsAt: '10:00', place: form.place, papersDueOn: '2026-10-07' },
      { startsOn: '2026-12-02', startsAt: '10:00', place: null, papersDueOn: null },
    ],
    changes: base.changes && {
      ...base.changes,
      newDecisions: [{ numberText: form.number(9), title: form.titles.grant, text: form.proposal.join('\n') }],
      doneDecisions: [{ numberText: form.number(4), title: form.titles.info, result: form.background[1] ?? null }],
      newActions: [{ title: form.titles.list, responsible: form.members[1] ?? '', dueOn: '2026-08-15' }],
      doneActions: [{ title: form.titles.reference, result: null }],
    },
  } satisfies Record<keyof Snapshot, unknown>)
}
