import type { z } from 'zod'
import type { decisionFilter, decisionRow } from '#shared/contract/decisions.ts'
import { decisionDaysOverdue } from '#shared/domain/decision-rules.ts'
import type { Decision } from '#shared/domain/records/decision.ts'
import { firstLine } from '#shared/domain/text-lines.ts'
import type { Day } from '#shared/domain/values.ts'
import { decode, entities } from '../entities.ts'
import { type Store, sql } from '../store.ts'
import { addEqual, addIn, type Condition, type CursorValue, type Page, pageOf, readCursor } from './paging.ts'
import { mostMatches, textMatches } from './text-matches.ts'

type Filter = z.infer<typeof decisionFilter>
export type DecisionRow = z.infer<typeof decisionRow>
interface ListQuery {
  readonly filter: Filter
  readonly sort: 'decidedOn' | 'deadline'
  readonly direction: 'asc' | 'desc'
  readonly cursor: string | null
  readonly limit: number
}

const fields = entities.decisions.select.replaceAll(/(^|, )(\w+) AS/g, '$1d.$2 AS')
const rowColumns = `${fields}, m.id AS "meetingId", i.body_id AS "bodyId",
  coalesce(b.name, d.external_body, '') AS "bodyName", i.number_text AS "numberText", i.case_no AS "caseNo",
  coalesce(i.title, substr(d.text, 1, 200)) AS "itemTitle", coalesce(i.confidential, 0) AS confidential,
  nullif(trim(p.given_name || ' ' || p.family_name), '') AS "responsibleName",
  coalesce(m.status, '') IN ('minutesApproved', 'archived') AS sealed,
  v.kind AS "voteKind", v.for_count AS "forCount", v.against_count AS "againstCount", v.abstain_count AS "abstainCount",
  v.casting_vote AS "castingVote",
  (SELECT count(*) FROM actions a WHERE a.origin_decision_id = d.id AND a.deleted_at IS NULL
    AND a.status IN ('open', 'inProgress')) AS "openActions"`
/** Decisions come with their item, meeting and body, who is responsible and the deciding ballot. */
const named = `LEFT JOIN agenda_items i ON i.id = d.item_id LEFT JOIN meetings m ON m.id = i.meeting_id
  LEFT JOIN bodies b ON b.id = i.body_id LEFT JOIN persons p ON p.id = d.responsible_id
  LEFT JOIN votes v ON v.id = d.vote_id AND v.deleted_at IS NULL`

function shown(row: Record<string, unknown>, today: Day): DecisionRow {
  const { voteKind, forCount, againstCount, abstainCount, castingVote, ...rest } = row
  // The SQL gives the record and what is joined to it; tests parse every answer.
  const decision = decode('decisions', rest) as unknown as DecisionRow
  const daysOverdue = decisionDaysOverdue(decision, today)
  return {
    ...decision,
    itemTitle: decision.itemId === null ? firstLine(decision.itemTitle) : decision.itemTitle,
    confidential: rest.confidential === 1,
    sealed: rest.sealed === 1,
    isOverdue: daysOverdue > 0,
    daysOverdue,
    vote:
      voteKind === null
        ? null
        : ({
            kind: voteKind,
            forCount,
            againstCount,
            abstainCount,
            castingVote: castingVote === 1,
          } as DecisionRow['vote']),
  }
}

/** Left to itself SQLite may take the index of every day and walk past all that is done. */
const openIndex = 'INDEXED BY decisions_open'

/**
 * Decisions that hold every word in their own text, or whose item does, as a JSON list of ids; null where nothing is asked.
 * "Budsjett" finds what was decided in the budget item.
 */
function matching(store: Store, text: string): string | null {
  const own = textMatches(store, 'decisions', text)
  const items = textMatches(store, 'agendaItems', text)
  if (own === null || items === null) return null
  return sql(
    store,
    `SELECT json_group_array(id) FROM (SELECT value AS id FROM json_each(?) UNION
       SELECT d.id FROM json_each(?) hit CROSS JOIN decisions d ON d.item_id = hit.value LIMIT ${mostMatches})`,
  )
    .pluck()
    .get(own, items) as string
}

/** The index that gives the order of a list read from end to end. */
const orderIndex = { decidedOn: 'INDEXED BY decisions_decided', deadline: 'INDEXED BY decisions_deadline' } as const

function conditionOf(
  store: Store,
  filter: Filter,
  today: Day,
  sort: ListQuery['sort'],
): Condition & { readonly from: string } {
  const condition: Condition = { where: ['d.deleted_at IS NULL'], values: [] }
  const ids = matching(store, filter.text)
  if (ids !== null) condition.values.push(ids)
  addEqual(condition, 'i.meeting_id', filter.meetingId)
  addEqual(condition, 'i.body_id', filter.bodyId)
  addEqual(condition, 'd.responsible_id', filter.responsibleId)
  addIn(condition, 'd.kind', filter.kinds)
  const add = (where: string, ...values: unknown[]) => {
    condition.where.push(where)
    condition.values.push(...values)
  }
  if (filter.from !== null) add('d.decided_on >= ?', filter.from)
  if (filter.to !== null) add('d.decided_on <= ?', filter.to)
  const unfinished = filter.state === 'open' || filter.state === 'overdue'
  if (unfinished) add("d.status IN ('open', 'inProgress')")
  if (filter.state === 'overdue') add('d.deadline < ?', today)
  if (filter.state === 'done' || filter.state === 'noAction') add('d.status = ?', filter.state)
  if (filter.state === 'external') add('d.item_id IS NULL')
  // The loops begin where the fewest rows are: the matches, one meeting's items, or an index of days.
  const from =
    ids !== null
      ? 'json_each(?) hit CROSS JOIN decisions d ON d.id = hit.value'
      : filter.meetingId !== null
        ? 'agenda_items mi CROSS JOIN decisions d ON d.item_id = mi.id'
        : `decisions d ${unfinished && sort === 'deadline' ? openIndex : orderIndex[sort]}`
  if (ids === null && filter.meetingId !== null) add('mi.meeting_id = ?', filter.meetingId)
  return { ...condition, from }
}

/**
 * A page of decisions. By day it walks the index of days, by deadline that of deadlines, those without one last in either
 * direction. `today` decides what is overdue.
 */
export function listDecisions(
  store: Store,
  { filter, sort, direction, cursor, limit }: ListQuery,
  today: Day,
): Page<DecisionRow> {
  const { from, where, values } = conditionOf(store, filter, today, sort)
  const order = direction.toUpperCase()
  const compare = direction === 'asc' ? '>' : '<'
  const page = (conditions: readonly string[], given: readonly unknown[], keys: readonly string[], rows: number) =>
    sql(
      store,
      `SELECT ${rowColumns} FROM ${from} ${named} WHERE ${[...where, ...conditions].join(' AND ')}
       ORDER BY ${keys.map((key) => `${key} ${order}`).join(', ')} LIMIT ?`,
    ).all(...values, ...given, rows) as Record<string, unknown>[]
  const last = (row: Record<string, unknown>) => row as { deadline: string | null; decidedOn: string; id: string }
  if (sort === 'decidedOn') {
    const after = readCursor(cursor, ['string', 'string'])
    const beyond = after ? [`(d.decided_on, d.id) ${compare} (?, ?)`] : []
    const rows = page(beyond, after ?? [], ['d.decided_on', 'd.id'], limit + 1)
    return pageOf(
      rows,
      limit,
      (row) => [last(row).decidedOn, last(row).id] as CursorValue[],
      (row) => shown(row, today),
    )
  }
  const after = readCursor(cursor, ['string', 'string'])
  const [deadline, id] = after ?? []
  const dated =
    after && deadline === ''
      ? []
      : page(
          after ? ['d.deadline IS NOT NULL', `(d.deadline, d.id) ${compare} (?, ?)`] : ['d.deadline IS NOT NULL'],
          after ?? [],
          ['d.deadline', 'd.id'],
          limit + 1,
        )
  const undated =
    dated.length > limit || filter.state === 'overdue'
      ? []
      : page(
          after && deadline === '' ? ['d.deadline IS NULL', `d.id ${compare} ?`] : ['d.deadline IS NULL'],
          after && deadline === '' ? [id] : [],
          ['d.id'],
          limit + 1 - dated.length,
        )
  return pageOf(
    [...dated, ...undated],
    limit,
    (row) => [last(row).deadline ?? '', last(row).id] as CursorValue[],
    (row) => shown(row, today),
  )
}

/** How many decisions the list holds. */
export function countDecisions(store: Store, filter: Filter, today: Day): number {
  const { from, where, values } = conditionOf(store, filter, today, 'deadline')
  const items = 'LEFT JOIN agenda_items i ON i.id = d.item_id'
  return sql(store, `SELECT count(*) FROM ${from} ${items} WHERE ${where.join(' AND ')}`)
    .pluck()
    .get(...values) as number
}

function rowsWhere(store: Store, where: string, value: string, today: Day): DecisionRow[] {
  const rows = sql(
    store,
    `SELECT ${rowColumns} FROM decisions d ${named} WHERE ${where} AND d.deleted_at IS NULL ORDER BY d.decided_on, d.id`,
  ).all(value) as Record<string, unknown>[]
  return rows.map((row) => shown(row, today))
}

/** One decision as the list shows it; undefined where there is none. */
export function decisionRowOf(store: Store, id: string, today: Day): DecisionRow | undefined {
  return rowsWhere(store, 'd.id = ?', id, today)[0]
}

/** The decisions that correct one. */
export function correctionsOf(store: Store, id: string, today: Day): DecisionRow[] {
  return rowsWhere(store, 'd.corrects_id = ?', id, today)
}

/** Decisions that a ballot decided. */
export function decisionsOfVote(store: Store, voteId: string): Decision[] {
  const rows = sql(
    store,
    `SELECT ${entities.decisions.select} FROM decisions WHERE vote_id = ? AND deleted_at IS NULL`,
  ).all(voteId)
  return rows.map((row) => decode('decisions', row as Record<string, unknown>))
}
