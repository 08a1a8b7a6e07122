/** An agenda item and what comes of it. One file, because the tables point to one another in a ring: item, vote, decision, action, item. */
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
import type { RichText } from '#shared/domain/rich-text.ts'
import { inList, isDay, isJson, marks } from './columns.ts'
import { toMeeting } from './meetings.ts'
import { bodies, toPartner, toPerson } from './partnership.ts'
import { followUps, visits } from './visits.ts'

const toItem = (name: string) => text(name).references((): AnySQLiteColumn => agendaItems.id, { onDelete: 'restrict' })
const rich = (name: string) => text(name, { mode: 'json' }).$type<RichText>()

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
    // Without a foreign key: those tables point here, and files may not import in a ring. The writer checks both (entity-definitions.ts).
    originCommitmentId: text('origin_commitment_id'),
    originProjectId: text('origin_project_id'),
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
