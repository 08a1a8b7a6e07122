import { sql } from 'drizzle-orm'
import { type AnySQLiteColumn, check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import {
  disqualificationGrounds,
  disqualificationOutcomes,
  itemStatuses,
  itemTypes,
  proposalKinds,
  proposalStatuses,
  statementKinds,
  voteKinds,
} from '#shared/domain/records/agenda-item.ts'
import {
  actionPriorities,
  actionStatuses,
  decisionKinds,
  decisionStatuses,
  unanimities,
} from '#shared/domain/records/decision.ts'
import {
  attendanceRoles,
  attendanceStatuses,
  meetingKinds,
  meetingStatuses,
  minutesStatuses,
  openness,
  paperKinds,
  verdicts,
} from '#shared/domain/records/meeting.ts'
import type { RichText } from '#shared/domain/rich-text.ts'
import { languages } from '#shared/domain/values.ts'
import { inList, isDay, isJson, marks } from './columns.ts'
import { bodies, partners, persons } from './partnership.ts'
import { followUps, visits } from './visits.ts'

const toPerson = (name: string) => text(name).references(() => persons.id, { onDelete: 'restrict' })
const toPartner = (name: string) => text(name).references(() => partners.id, { onDelete: 'restrict' })
const toMeeting = (name: string) => text(name).references((): AnySQLiteColumn => meetings.id, { onDelete: 'restrict' })
const toItem = (name: string) => text(name).references((): AnySQLiteColumn => agendaItems.id, { onDelete: 'restrict' })
const rich = (name: string) => text(name, { mode: 'json' }).$type<RichText>()

export const meetings = sqliteTable(
  'meetings',
  {
    ...marks,
    bodyId: text('body_id')
      .notNull()
      .references(() => bodies.id, { onDelete: 'restrict' }),
    number: integer('number'),
    numberYear: integer('number_year'),
    title: text('title'),
    kind: text('kind', { enum: meetingKinds }).notNull(),
    startsOn: text('starts_on').notNull(),
    startsAt: text('starts_at').notNull(),
    endsOn: text('ends_on'),
    endsAt: text('ends_at'),
    place: text('place'),
    remoteLink: text('remote_link'),
    allSeeAndHear: integer('all_see_and_hear', { mode: 'boolean' }).notNull(),
    openness: text('openness', { enum: openness }).notNull(),
    chairId: toPerson('chair_id'),
    secretaryId: toPerson('secretary_id'),
    papersDueOn: text('papers_due_on'),
    noticeText: text('notice_text'),
    noticeSentOn: text('notice_sent_on'),
    status: text('status', { enum: meetingStatuses }).notNull(),
    openedAt: text('opened_at'),
    adjournedAt: text('adjourned_at'),
    adjournedOn: text('adjourned_on'),
    adjustedOn: text('adjusted_on'),
    approvedInId: toMeeting('approved_in_id'),
    announcedOn: text('announced_on'),
    cancelledReason: text('cancelled_reason'),
    seriesId: text('series_id'),
  },
  (t) => [
    isDay('meetings_day', t.startsOn),
    inList('meetings_kind', t.kind, meetingKinds),
    inList('meetings_openness', t.openness, openness),
    inList('meetings_status', t.status, meetingStatuses),
    index('meetings_starts').on(t.startsOn, t.startsAt, t.id).where(sql`deleted_at IS NULL`),
    index('meetings_body').on(t.bodyId, t.startsOn, t.startsAt, t.id).where(sql`deleted_at IS NULL`),
    // Deleted ones too: a number is never given again.
    uniqueIndex('meetings_number').on(t.bodyId, t.numberYear, t.number).where(sql`number IS NOT NULL`),
  ],
)

export const attendances = sqliteTable(
  'attendances',
  {
    ...marks,
    meetingId: toMeeting('meeting_id').notNull(),
    personId: toPerson('person_id').notNull(),
    representingId: toPartner('representing_id'),
    party: text('party'),
    role: text('role', { enum: attendanceRoles }).notNull(),
    status: text('status', { enum: attendanceStatuses }),
    validReason: text('valid_reason'),
    replacesId: toPerson('replaces_id'),
    arrivedAt: text('arrived_at'),
    leftAt: text('left_at'),
    votes: integer('votes', { mode: 'boolean' }).notNull(),
    position: integer('position').notNull(),
  },
  (t) => [
    inList('attendances_role', t.role, attendanceRoles),
    inList('attendances_status', t.status, attendanceStatuses),
    uniqueIndex('attendances_once').on(t.meetingId, t.personId).where(sql`deleted_at IS NULL`),
    index('attendances_person').on(t.personId),
  ],
)

export const agendaItems = sqliteTable(
  'agenda_items',
  {
    ...marks,
    bodyId: text('body_id')
      .notNull()
      .references(() => bodies.id, { onDelete: 'restrict' }),
    meetingId: toMeeting('meeting_id'),
    position: integer('position').notNull(),
    number: integer('number'),
    numberYear: integer('number_year'),
    numberText: text('number_text'),
    numberSeries: text('number_series'),
    type: text('type', { enum: itemTypes }).notNull(),
    title: text('title').notNull(),
    caseNo: text('case_no'),
    responsibleId: toPerson('responsible_id'),
    presenterId: toPerson('presenter_id'),
    minutesPlanned: integer('minutes_planned'),
    summary: text('summary'),
    background: rich('background'),
    proposedDecision: rich('proposed_decision'),
    recipients: text('recipients'),
    minutesText: rich('minutes_text'),
    confidential: integer('confidential', { mode: 'boolean' }).notNull(),
    confidentialGround: text('confidential_ground'),
    status: text('status', { enum: itemStatuses }).notNull(),
    startedAt: text('started_at'),
    endedAt: text('ended_at'),
    carriedFromId: toItem('carried_from_id'),
    aboutMeetingId: toMeeting('about_meeting_id'),
    originVisitId: text('origin_visit_id').references((): AnySQLiteColumn => visits.id, { onDelete: 'restrict' }),
    originFollowUpId: text('origin_follow_up_id').references((): AnySQLiteColumn => followUps.id, {
      onDelete: 'restrict',
    }),
    originActionId: text('origin_action_id').references((): AnySQLiteColumn => actions.id, { onDelete: 'restrict' }),
  },
  (t) => [
    inList('agenda_items_type', t.type, itemTypes),
    inList('agenda_items_status', t.status, itemStatuses),
    isJson('agenda_items_background', t.background),
    isJson('agenda_items_proposed', t.proposedDecision),
    isJson('agenda_items_minutes', t.minutesText),
    index('agenda_items_meeting').on(t.meetingId, t.position).where(sql`deleted_at IS NULL`),
    index('agenda_items_queue').on(t.bodyId, t.position).where(sql`deleted_at IS NULL AND meeting_id IS NULL`),
    // Deleted ones too: a number is never given again.
    uniqueIndex('agenda_items_number').on(t.numberSeries, t.number).where(sql`number IS NOT NULL`),
    index('agenda_items_carried').on(t.carriedFromId).where(sql`carried_from_id IS NOT NULL`),
  ],
)

export const disqualifications = sqliteTable(
  'disqualifications',
  {
    ...marks,
    itemId: toItem('item_id').notNull(),
    personId: toPerson('person_id').notNull(),
    ground: text('ground', { enum: disqualificationGrounds }).notNull(),
    explanation: text('explanation'),
    outcome: text('outcome', { enum: disqualificationOutcomes }).notNull(),
    replacedById: toPerson('replaced_by_id'),
  },
  (t) => [
    inList('disqualifications_ground', t.ground, disqualificationGrounds),
    inList('disqualifications_outcome', t.outcome, disqualificationOutcomes),
    uniqueIndex('disqualifications_once').on(t.itemId, t.personId).where(sql`deleted_at IS NULL`),
  ],
)

export const proposals = sqliteTable(
  'proposals',
  {
    ...marks,
    itemId: toItem('item_id').notNull(),
    position: integer('position').notNull(),
    kind: text('kind', { enum: proposalKinds }).notNull(),
    proposerId: toPerson('proposer_id'),
    party: text('party'),
    text: text('text').notNull(),
    status: text('status', { enum: proposalStatuses }).notNull(),
  },
  (t) => [
    inList('proposals_kind', t.kind, proposalKinds),
    inList('proposals_status', t.status, proposalStatuses),
    index('proposals_item').on(t.itemId, t.position),
  ],
)

export const votes = sqliteTable(
  'votes',
  {
    ...marks,
    itemId: toItem('item_id'),
    position: integer('position').notNull(),
    subject: text('subject'),
    forId: text('for_id').references(() => proposals.id, { onDelete: 'restrict' }),
    againstId: text('against_id').references(() => proposals.id, { onDelete: 'restrict' }),
    kind: text('kind', { enum: voteKinds }).notNull(),
    forCount: integer('for_count'),
    againstCount: integer('against_count'),
    abstainCount: integer('abstain_count'),
    namedVotes: text('named_votes', { mode: 'json' })
      .$type<{ personId: string; vote: 'for' | 'against' | 'abstain' }[]>()
      .notNull(),
    castingVote: integer('casting_vote', { mode: 'boolean' }).notNull(),
    castFor: text('cast_for', { enum: ['for', 'against'] }),
  },
  (t) => [
    inList('votes_kind', t.kind, voteKinds),
    isJson('votes_named', t.namedVotes),
    index('votes_item').on(t.itemId, t.position),
  ],
)

export const decisions = sqliteTable(
  'decisions',
  {
    ...marks,
    itemId: toItem('item_id'),
    externalBody: text('external_body'),
    externalSource: text('external_source'),
    decidedOn: text('decided_on').notNull(),
    position: integer('position').notNull(),
    text: text('text').notNull(),
    kind: text('kind', { enum: decisionKinds }).notNull(),
    unanimous: text('unanimous', { enum: unanimities }).notNull(),
    voteId: text('vote_id').references(() => votes.id, { onDelete: 'restrict' }),
    proposalId: text('proposal_id').references(() => proposals.id, { onDelete: 'restrict' }),
    effectiveFrom: text('effective_from'),
    recipients: text('recipients', { mode: 'json' }).$type<string[]>().notNull(),
    appealable: integer('appealable', { mode: 'boolean' }),
    responsibleId: toPerson('responsible_id'),
    deadline: text('deadline'),
    status: text('status', { enum: decisionStatuses }).notNull(),
    doneOn: text('done_on'),
    result: text('result'),
    reportedInId: toMeeting('reported_in_id'),
    correctsId: text('corrects_id').references((): AnySQLiteColumn => decisions.id, { onDelete: 'restrict' }),
  },
  (t) => [
    isDay('decisions_day', t.decidedOn),
    inList('decisions_kind', t.kind, decisionKinds),
    inList('decisions_unanimous', t.unanimous, unanimities),
    inList('decisions_status', t.status, decisionStatuses),
    isJson('decisions_recipients', t.recipients),
    check('decisions_one_source', sql`(${t.itemId} IS NULL) <> (${t.externalBody} IS NULL)`),
    index('decisions_item').on(t.itemId, t.position),
    index('decisions_decided').on(t.decidedOn, t.id).where(sql`deleted_at IS NULL`),
    index('decisions_deadline').on(t.deadline, t.id).where(sql`deleted_at IS NULL`),
    index('decisions_open').on(t.deadline, t.id).where(sql`deleted_at IS NULL AND status IN ('open', 'inProgress')`),
    index('decisions_corrects').on(t.correctsId).where(sql`corrects_id IS NOT NULL`),
  ],
)

export const statements = sqliteTable(
  'statements',
  {
    ...marks,
    itemId: toItem('item_id').notNull(),
    kind: text('kind', { enum: statementKinds }).notNull(),
    personId: toPerson('person_id'),
    party: text('party'),
    text: text('text').notNull(),
    deliveredOn: text('delivered_on').notNull(),
    deliveredAt: text('delivered_at'),
  },
  (t) => [
    inList('statements_kind', t.kind, statementKinds),
    isDay('statements_day', t.deliveredOn),
    index('statements_item').on(t.itemId),
  ],
)

export const actions = sqliteTable(
  'actions',
  {
    ...marks,
    title: text('title').notNull(),
    originItemId: toItem('origin_item_id'),
    originDecisionId: text('origin_decision_id').references((): AnySQLiteColumn => decisions.id, {
      onDelete: 'restrict',
    }),
    originVisitId: text('origin_visit_id').references((): AnySQLiteColumn => visits.id, { onDelete: 'restrict' }),
    ownerId: toPerson('owner_id').notNull(),
    organisationId: toPartner('organisation_id'),
    dueOn: text('due_on').notNull(),
    priority: text('priority', { enum: actionPriorities }).notNull(),
    status: text('status', { enum: actionStatuses }).notNull(),
    doneOn: text('done_on'),
    result: text('result'),
    reportedInId: toMeeting('reported_in_id'),
  },
  (t) => [
    isDay('actions_due_day', t.dueOn),
    inList('actions_priority', t.priority, actionPriorities),
    inList('actions_status', t.status, actionStatuses),
    index('actions_due').on(t.dueOn, t.id).where(sql`deleted_at IS NULL`),
    index('actions_open').on(t.dueOn, t.id).where(sql`deleted_at IS NULL AND status IN ('open', 'inProgress')`),
    index('actions_item').on(t.originItemId),
    index('actions_decision').on(t.originDecisionId),
    index('actions_owner').on(t.ownerId),
  ],
)

export const minutes = sqliteTable(
  'minutes',
  {
    ...marks,
    meetingId: toMeeting('meeting_id').notNull(),
    version: integer('version').notNull(),
    status: text('status', { enum: minutesStatuses }).notNull(),
    language: text('language', { enum: languages }).notNull(),
    madeOn: text('made_on').notNull(),
    madeBy: text('made_by'),
    snapshotSha256: text('snapshot_sha256').notNull(),
    dataStamp: text('data_stamp').notNull(),
    approvedOn: text('approved_on'),
    reason: text('reason'),
  },
  (t) => [
    inList('minutes_status', t.status, minutesStatuses),
    inList('minutes_language', t.language, languages),
    uniqueIndex('minutes_version').on(t.meetingId, t.version),
  ],
)

export const adjustments = sqliteTable(
  'adjustments',
  {
    ...marks,
    meetingId: toMeeting('meeting_id').notNull(),
    minutesId: text('minutes_id').references(() => minutes.id, { onDelete: 'restrict' }),
    personId: toPerson('person_id').notNull(),
    dueOn: text('due_on'),
    verdict: text('verdict', { enum: verdicts }),
    comment: text('comment'),
    decidedOn: text('decided_on'),
    place: text('place'),
  },
  (t) => [inList('adjustments_verdict', t.verdict, verdicts), index('adjustments_meeting').on(t.meetingId)],
)

export const papers = sqliteTable(
  'papers',
  {
    ...marks,
    meetingId: toMeeting('meeting_id'),
    bodyId: text('body_id')
      .notNull()
      .references(() => bodies.id, { onDelete: 'restrict' }),
    kind: text('kind', { enum: paperKinds }).notNull(),
    decisionId: text('decision_id').references(() => decisions.id, { onDelete: 'restrict' }),
    language: text('language', { enum: languages }).notNull(),
    format: text('format', { enum: ['docx', 'eml', 'ics'] }).notNull(),
    redacted: integer('redacted', { mode: 'boolean' }).notNull(),
    fileName: text('file_name').notNull(),
    sha256: text('sha256').notNull(),
    size: integer('size').notNull(),
    version: integer('version').notNull(),
    madeOn: text('made_on').notNull(),
    madeBy: text('made_by'),
    dataStamp: text('data_stamp').notNull(),
  },
  (t) => [
    inList('papers_kind', t.kind, paperKinds),
    inList('papers_language', t.language, languages),
    index('papers_meeting').on(t.meetingId, t.kind, t.version),
  ],
)

export const agendaTemplates = sqliteTable(
  'agenda_templates',
  {
    ...marks,
    bodyId: text('body_id').references(() => bodies.id, { onDelete: 'restrict' }),
    name: text('name').notNull(),
    standing: integer('standing', { mode: 'boolean' }).notNull(),
    rows: text('rows', { mode: 'json' })
      .$type<{ type: (typeof itemTypes)[number]; title: string; minutesPlanned: number | null }[]>()
      .notNull(),
  },
  (t) => [isJson('agenda_templates_rows', t.rows)],
)

export const phrases = sqliteTable(
  'phrases',
  {
    ...marks,
    bodyId: text('body_id').references(() => bodies.id, { onDelete: 'restrict' }),
    language: text('language', { enum: languages }).notNull(),
    name: text('name').notNull(),
    text: text('text').notNull(),
  },
  (t) => [inList('phrases_language', t.language, languages)],
)
