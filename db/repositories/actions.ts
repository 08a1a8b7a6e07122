import type { z } from 'zod'
import type { actionFilter, actionRow } from '#shared/contract/decisions.ts'
import { actionDaysOverdue, isActionOverdue } from '#shared/domain/action-rules.ts'
import type { Day } from '#shared/domain/values.ts'
import { decode, entities } from '../entities.ts'
import { type Store, sql } from '../store.ts'
import { ownerRanks } from './owner-ranks.ts'
import { addEqual, type Condition, type CursorValue, type Page, pageOf, readCursor } from './paging.ts'
import { textMatches } from './text-matches.ts'

type Filter = z.infer<typeof actionFilter>
export type ActionRow = z.infer<typeof actionRow>
interface ListQuery {
  readonly filter: Filter
  readonly sort: 'dueOn' | 'owner'
  readonly direction: 'asc' | 'desc'
  readonly cursor: string | null
  readonly limit: number
}

const fields = entities.actions.select.replaceAll(/(^|, )(\w+) AS/g, '$1a.$2 AS')
const rowColumns = `${fields}, trim(p.given_name || ' ' || p.family_name) AS "ownerName", partners.name AS organisation,
  coalesce(nullif(trim(coalesce(i.number_text, '') || ' ' || coalesce(i.title, '')), ''), d.external_body, c.name)
    AS "originTitle",
  coalesce(i.meeting_id, a.origin_visit_id) AS "originMeetingId", coalesce(b.name, d.external_body) AS "bodyName",
  coalesce((SELECT m.starts_on FROM meetings m WHERE m.id = i.meeting_id), d.decided_on, v.visited_on) AS "arisenOn"`
/** The item that an action came from, by itself or by its decision. */
const ofItem = `LEFT JOIN decisions d ON d.id = a.origin_decision_id
  LEFT JOIN agenda_items i ON i.id = coalesce(a.origin_item_id, d.item_id)`
const named = `${ofItem} LEFT JOIN bodies b ON b.id = i.body_id LEFT JOIN visits v ON v.id = a.origin_visit_id
  LEFT JOIN companies c ON c.id = v.company_id CROSS JOIN persons p ON p.id = a.owner_id
  LEFT JOIN partners ON partners.id = a.organisation_id`

function shown(row: Record<string, unknown>, today: Day): ActionRow {
  // The SQL gives the record and the names joined to it; tests parse every answer.
  const action = decode('actions', row) as unknown as ActionRow
  return { ...action, isOverdue: isActionOverdue(action, today), daysOverdue: actionDaysOverdue(action, today) }
}

/** Left to itself SQLite may take the index of every due day and walk past all that is done. */
const openIndex = 'INDEXED BY actions_open'
const dueIndex = 'INDEXED BY actions_due'

function conditionOf(store: Store, filter: Filter, today: Day): Condition & { readonly from: string } {
  const condition: Condition = { where: ['a.deleted_at IS NULL'], values: [] }
  const ids = textMatches(store, 'actions', filter.text)
  if (ids !== null) condition.values.push(ids)
  addEqual(condition, 'a.owner_id', filter.ownerId)
  addEqual(condition, 'i.body_id', filter.bodyId)
  addEqual(condition, 'i.meeting_id', filter.meetingId)
  addEqual(condition, 'a.origin_visit_id', filter.visitId)
  const unfinished = filter.state === 'open' || filter.state === 'overdue'
  if (unfinished) condition.where.push("a.status IN ('open', 'inProgress')")
  else if (filter.state !== 'all') addEqual(condition, 'a.status', filter.state)
  if (filter.state === 'overdue') {
    condition.where.push('a.due_on < ?')
    condition.values.push(today)
  }
  // The loops begin where the fewest rows are: the matches, else the index of due days.
  const from =
    ids !== null
      ? 'json_each(?) hit CROSS JOIN actions a ON a.id = hit.value'
      : `actions a ${unfinished ? openIndex : dueIndex}`
  return { ...condition, from }
}

/** A page of actions. `today` decides what is overdue. */
export function listActions(
  store: Store,
  { filter, sort, direction, cursor, limit }: ListQuery,
  today: Day,
): Page<ActionRow> {
  const { from, where, values } = conditionOf(store, filter, today)
  const order = direction.toUpperCase()
  const compare = direction === 'asc' ? '>' : '<'
  const owners = sort === 'owner'
  const keys = owners ? ['o.rank', 'a.due_on', 'a.id'] : ['a.due_on', 'a.id']
  const after = readCursor(cursor, owners ? ['number', 'string', 'string'] : ['string', 'string'])
  const rows = sql(
    store,
    `${owners ? 'WITH owners (id, rank) AS MATERIALIZED (SELECT key, value FROM json_each(?))' : ''}
     SELECT ${rowColumns} ${owners ? ', o.rank' : ''}
     FROM ${from} ${named} ${owners ? 'JOIN owners o ON o.id = a.owner_id' : ''}
     WHERE ${[...where, ...(after ? [`(${keys.join(', ')}) ${compare} (${keys.map(() => '?').join(', ')})`] : [])].join(' AND ')}
     ORDER BY ${keys.map((key) => `${key} ${order}`).join(', ')} LIMIT ?`,
  ).all(...(owners ? [ownerRanks(store)] : []), ...values, ...(after ?? []), limit + 1) as Record<string, unknown>[]
  return pageOf(
    rows,
    limit,
    (row) => [...(owners ? [row.rank] : []), row.dueOn, row.id] as CursorValue[],
    ({ rank: _, ...row }) => shown(row, today),
  )
}

/** How many actions the list holds. */
export function countActions(store: Store, filter: Filter, today: Day): number {
  const { from, where, values } = conditionOf(store, filter, today)
  return sql(store, `SELECT count(*) FROM ${from} ${ofItem} WHERE ${where.join(' AND ')}`)
    .pluck()
    .get(...values) as number
}

function rowsWhere(store: Store, where: string, value: string, today: Day): ActionRow[] {
  const rows = sql(
    store,
    `SELECT ${rowColumns} FROM actions a ${named} WHERE ${where} AND a.deleted_at IS NULL ORDER BY a.due_on, a.id`,
  ).all(value) as Record<string, unknown>[]
  return rows.map((row) => shown(row, today))
}

/** One action as the list shows it; undefined where there is none. */
export function actionRowOf(store: Store, id: string, today: Day): ActionRow | undefined {
  return rowsWhere(store, 'a.id = ?', id, today)[0]
}

/** The actions that a decision gave rise to, by due day. */
export function actionsOfDecision(store: Store, decisionId: string, today: Day): ActionRow[] {
  return rowsWhere(store, 'a.origin_decision_id = ?', decisionId, today)
}
