/** Decisions and actions of a body as a follow-up list prints them (board-package.md, section 6). */

import type { PaperFollowUp, PaperVote } from '#shared/documents/meeting-paper.ts'
import { daysBetween } from '#shared/domain/days.ts'
import type { Action, Decision } from '#shared/domain/records/decision.ts'
import { firstLine } from '#shared/domain/text-lines.ts'
import type { Day, Id } from '#shared/domain/values.ts'
import { decode, entities } from '../entities.ts'
import { find, type Store, sql } from '../store.ts'
import { personName } from './person-name.ts'

interface Item {
  readonly item_title: string | null
  readonly number_text: string | null
  readonly case_no: string | null
  readonly confidential: 0 | 1 | null
  readonly body_name: string | null
  readonly starts_on: string | null
}
const itemColumns =
  'i.title AS item_title, i.number_text, i.case_no, i.confidential, b.name AS body_name, m.starts_on AS starts_on'
const prefixed = (alias: string, select: string) =>
  select
    .split(', ')
    .map((part) => `${alias}.${part}`)
    .join(', ')

/**
 * What is open in a body, and what was done from `since` on: overdue first with the most days first, then open by day, then
 * done by day. Decisions of meetings that are closed only; external decisions stand with every body. An action made of a
 * confidential visit is on no list that leaves the file: see `actionsOfConfidentialVisits`.
 */
export function followUpList(store: Store, bodyId: Id, since: Day, today: Day): PaperFollowUp[] {
  const decisions = sql(
    store,
    `SELECT ${prefixed('d', entities.decisions.select)}, ${itemColumns}
     FROM decisions d LEFT JOIN agenda_items i ON i.id = d.item_id LEFT JOIN meetings m ON m.id = i.meeting_id
       LEFT JOIN bodies b ON b.id = i.body_id
     WHERE d.deleted_at IS NULL AND (i.id IS NULL OR (i.body_id = ? AND m.number IS NOT NULL))
       AND (d.status IN ('open', 'inProgress') OR (d.status = 'done' AND d.done_on >= ?))`,
  ).all(bodyId, since) as (Record<string, unknown> & Item)[]
  const actions = sql(
    store,
    `SELECT ${prefixed('a', entities.actions.select)}, ${itemColumns}
     FROM actions a LEFT JOIN visits v ON v.id = a.origin_visit_id LEFT JOIN decisions d ON d.id = a.origin_decision_id
       LEFT JOIN agenda_items i ON i.id = coalesce(a.origin_item_id, d.item_id)
       LEFT JOIN meetings m ON m.id = i.meeting_id LEFT JOIN bodies b ON b.id = i.body_id
     WHERE a.deleted_at IS NULL AND v.confidentiality IS NOT 'confidential' AND (i.id IS NULL OR i.body_id = ?)
       AND (a.status IN ('open', 'inProgress') OR (a.status = 'done' AND a.done_on >= ?))`,
  ).all(bodyId, since) as (Record<string, unknown> & Item)[]
  return [
    ...decisions.map((row) => decisionRow(store, decode('decisions', { ...row }), row, today)),
    ...actions.map((row) => actionRow(store, decode('actions', { ...row }), row, today)),
  ].sort(byUrgency)
}

/** How many open actions were made of confidential visits: counted in a package, printed nowhere. */
export function actionsOfConfidentialVisits(store: Store): number {
  return sql(
    store,
    `SELECT count(*) FROM actions a JOIN visits v ON v.id = a.origin_visit_id
     WHERE a.deleted_at IS NULL AND v.confidentiality = 'confidential' AND a.status IN ('open', 'inProgress')`,
  )
    .pluck()
    .get() as number
}

function byUrgency(a: PaperFollowUp, b: PaperFollowUp): number {
  const place = (row: PaperFollowUp) => (row.daysOverdue > 0 ? 0 : row.doneOn === null ? 1 : 2)
  if (place(a) !== place(b)) return place(a) - place(b)
  if (a.daysOverdue !== b.daysOverdue) return b.daysOverdue - a.daysOverdue
  const day = (row: PaperFollowUp) => row.doneOn ?? row.dueOn ?? '9999'
  return day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : a.title < b.title ? -1 : 1
}

const overdueDays = (open: boolean, dueOn: Day | null, today: Day) =>
  open && dueOn !== null && dueOn < today ? daysBetween(dueOn, today) : 0

function decisionRow(store: Store, decision: Decision, item: Item, today: Day): PaperFollowUp {
  const open = decision.status === 'open' || decision.status === 'inProgress'
  return {
    kind: 'decision',
    confidential: item.confidential === 1,
    numberText: item.number_text,
    caseNo: item.case_no,
    bodyName: item.body_name ?? decision.externalBody,
    meetingOn: item.starts_on ?? decision.decidedOn,
    title: item.item_title ?? firstLine(decision.text),
    text: decision.text,
    decisionKind: decision.kind,
    unanimous: decision.unanimous,
    vote: decision.voteId === null ? null : paperVote(store, decision.voteId),
    origin: null,
    responsible: personName(store, decision.responsibleId),
    organisation: null,
    dueOn: decision.deadline,
    decisionStatus: decision.status,
    actionStatus: null,
    daysOverdue: overdueDays(open, decision.deadline, today),
    doneOn: decision.doneOn,
    result: decision.result,
  }
}

function actionRow(store: Store, action: Action, item: Item, today: Day): PaperFollowUp {
  const open = action.status === 'open' || action.status === 'inProgress'
  return {
    kind: 'action',
    confidential: item.confidential === 1,
    numberText: item.number_text,
    caseNo: item.case_no,
    bodyName: item.body_name,
    meetingOn: item.starts_on,
    title: action.title,
    text: null,
    decisionKind: null,
    unanimous: null,
    vote: null,
    // The visit's company is not told: an action made of a visit has its own words.
    origin: item.item_title === null ? null : [item.number_text, item.item_title].filter(Boolean).join(' '),
    responsible: personName(store, action.ownerId),
    organisation:
      action.organisationId === null ? null : (find(store, 'partners', action.organisationId)?.name ?? null),
    dueOn: action.dueOn,
    decisionStatus: null,
    actionStatus: action.status,
    daysOverdue: overdueDays(open, action.dueOn, today),
    doneOn: action.doneOn,
    result: action.result,
  }
}

/** A ballot as papers print it, with names and the texts of the proposals put; null where it is gone. */
export function paperVote(store: Store, id: Id): PaperVote | null {
  const vote = find(store, 'votes', id)
  if (!vote || vote.deletedAt !== null) return null
  const text = (proposalId: Id | null) =>
    proposalId === null ? null : (find(store, 'proposals', proposalId)?.text ?? null)
  return {
    subject: vote.subject,
    kind: vote.kind,
    forText: text(vote.forId),
    againstText: text(vote.againstId),
    forCount: vote.forCount,
    againstCount: vote.againstCount,
    abstainCount: vote.abstainCount,
    named: vote.namedVotes.map(({ personId, vote: choice }) => ({
      name: personName(store, personId) ?? '',
      party: partyOf(store, vote.itemId, personId),
      vote: choice,
    })),
    castingVote: vote.castingVote,
    castFor: vote.castFor,
  }
}

/** Whom a voter stands for, as the roll of the item's meeting says. */
function partyOf(store: Store, itemId: Id | null, personId: Id): string | null {
  const party = sql(
    store,
    `SELECT a.party FROM agenda_items i JOIN attendances a ON a.meeting_id = i.meeting_id
     WHERE i.id = ? AND a.person_id = ? AND a.deleted_at IS NULL`,
  )
    .pluck()
    .get(itemId, personId)
  return typeof party === 'string' ? party : null
}
