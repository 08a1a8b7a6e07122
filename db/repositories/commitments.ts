import type { z } from 'zod'
import type { commitmentFilter, commitmentRow } from '#shared/contract/commitments.ts'
import { standingOf } from '#shared/domain/commitment-rules.ts'
import type { Delivery } from '#shared/domain/records/commitment.ts'
import { sortKey } from '#shared/domain/search-text.ts'
import type { Day, Id } from '#shared/domain/values.ts'
import { decode, entities } from '../entities.ts'
import { readAll, type Store, sql } from '../store.ts'
import { addEqual, addIn, type Condition, type CursorValue, type Page, pageOf, readCursor } from './paging.ts'
import { mostMatches, textMatches } from './text-matches.ts'

type Filter = z.infer<typeof commitmentFilter>
export type CommitmentRow = z.infer<typeof commitmentRow>
interface ListQuery {
  readonly filter: Filter
  readonly sort: 'periodTo' | 'partner' | 'title'
  readonly direction: 'asc' | 'desc'
  readonly cursor: string | null
  readonly limit: number
}

const fields = entities.commitments.select.replaceAll(/(^|, )(\w+) AS/g, '$1c.$2 AS')
/** Both are read off the index of deliveries alone: it holds their amounts. */
export const delivered = `(SELECT coalesce(sum(d.amount), 0) FROM deliveries d WHERE d.commitment_id = c.id AND d.deleted_at IS NULL)`
export const deliveries = `(SELECT count(*) FROM deliveries d WHERE d.commitment_id = c.id AND d.deleted_at IS NULL)`
const rowColumns = `${fields}, p.name AS "partnerName", ${delivered} AS delivered, ${deliveries} AS deliveries,
  i.number_text AS "decisionNumber", j.title AS "projectTitle"`
/** Commitments come with their partner and the number of the decision they rest on. */
const named = `CROSS JOIN partners p ON p.id = c.partner_id
  LEFT JOIN decisions s ON s.id = c.source_decision_id LEFT JOIN agenda_items i ON i.id = s.item_id
  LEFT JOIN projects j ON j.id = c.project_id`

/** The same as `statedAmount`; tests hold the two together. */
export const stated = `c.amount * iif(c.recurrence = 'once', 1, substr(c.period_to, 1, 4) - substr(c.period_from, 1, 4) + 1)`
/** The same as `statusOf`, over the SQL of what was stated, what came of it and how often. */
export const statusSql = (pledged: string, came: string, times: string) => `CASE WHEN c.stage <> 'promised' THEN c.stage
  WHEN c.amount IS NULL THEN iif(${times} > 0, 'delivered', 'promised')
  WHEN ${came} >= ${pledged} THEN 'delivered' WHEN ${came} > 0 THEN 'partlyDelivered' ELSE 'promised' END`
const status = statusSql(stated, delivered, deliveries)
const isOpen = `${status} IN ('promised', 'partlyDelivered')`

/** Completes a row in place: copying it costs more than reading it. */
function shown(row: Record<string, unknown>, today: Day): CommitmentRow {
  // The SQL gives the record and what is joined to it; tests parse every answer.
  const commitment = decode('commitments', row) as unknown as CommitmentRow
  return Object.assign(commitment, standingOf(commitment, commitment, today))
}

/** The index that gives the order of a list read from end to end. */
const orderIndex = {
  periodTo: 'INDEXED BY commitments_period',
  partner: 'INDEXED BY commitments_period',
  title: 'INDEXED BY commitments_title',
} as const

/** Commitments that hold every word, or whose partner does, as a JSON list of ids; null where nothing is asked. */
function matching(store: Store, text: string): string | null {
  const own = textMatches(store, 'commitments', text)
  const partners = textMatches(store, 'partners', text)
  if (own === null || partners === null) return null
  return sql(
    store,
    `SELECT json_group_array(id) FROM (SELECT value AS id FROM json_each(?) UNION
       SELECT c.id FROM json_each(?) hit CROSS JOIN commitments c ON c.partner_id = hit.value AND c.deleted_at IS NULL
       LIMIT ${mostMatches})`,
  )
    .pluck()
    .get(own, partners) as string
}

/** Filter as SQL: where the rows come from, and what holds of them. `sort` says which index the loops follow. */
export function conditionOf(
  store: Store,
  filter: Filter,
  today: Day,
  sort: ListQuery['sort'],
): Condition & { readonly from: string } {
  const condition: Condition = { where: ['c.deleted_at IS NULL'], values: [] }
  const add = (where: string, ...values: unknown[]) => {
    condition.where.push(where)
    condition.values.push(...values)
  }
  const ids = matching(store, filter.text)
  if (ids !== null) condition.values.push(ids)
  addEqual(condition, 'c.partner_id', filter.partnerId)
  addEqual(condition, 'c.project_id', filter.projectId)
  addIn(condition, 'c.kind', filter.kinds)
  if (filter.year !== null)
    add('c.period_from <= ? AND c.period_to >= ?', `${filter.year}-12-31`, `${filter.year}-01-01`)
  if (filter.overdueOnly) add(`c.period_to < ? AND ${isOpen}`, today)
  addIn(condition, status, filter.statuses)
  // The loops begin where the fewest rows are: the matches, one partner's own, or an index of the order.
  const from =
    ids !== null
      ? 'json_each(?) hit CROSS JOIN commitments c ON c.id = hit.value'
      : `commitments c ${filter.partnerId !== null ? 'INDEXED BY commitments_partner' : orderIndex[sort]}`
  return { ...condition, from }
}

/** A page of commitments with what was delivered of each. `today` decides what is overdue. */
export function listCommitments(
  store: Store,
  { filter, sort, direction, cursor, limit }: ListQuery,
  today: Day,
): Page<CommitmentRow> {
  const { from, where, values } = conditionOf(store, filter, today, sort)
  const order = direction.toUpperCase()
  const compare = direction === 'asc' ? '>' : '<'
  const byPartner = sort === 'partner'
  const keys = sort === 'title' ? ['c.sort_title', 'c.id'] : ['c.period_to', 'c.id']
  if (byPartner) keys.unshift('o.rank')
  const after = readCursor(
    cursor,
    keys.map((key) => (key === 'o.rank' ? 'number' : 'string')),
  )
  const rows = sql(
    store,
    `${byPartner ? 'WITH places (id, rank) AS MATERIALIZED (SELECT key, value FROM json_each(?))' : ''}
     SELECT ${rowColumns} ${sort === 'title' ? ', c.sort_title AS "sortTitle"' : byPartner ? ', o.rank' : ''}
     FROM ${from} ${named} ${byPartner ? 'JOIN places o ON o.id = c.partner_id' : ''}
     WHERE ${[...where, ...(after ? [`(${keys.join(', ')}) ${compare} (${keys.map(() => '?').join(', ')})`] : [])].join(' AND ')}
     ORDER BY ${keys.map((key) => `${key} ${order}`).join(', ')} LIMIT ?`,
  ).all(...(byPartner ? [partnerRanks(store)] : []), ...values, ...(after ?? []), limit + 1) as Record<
    string,
    unknown
  >[]
  return pageOf(
    rows,
    limit,
    (row) =>
      (sort === 'title'
        ? [row.sortTitle, row.id]
        : [...(byPartner ? [row.rank] : []), row.periodTo, row.id]) as CursorValue[],
    sort === 'periodTo' ? (row) => shown(row, today) : ({ rank: _, sortTitle: __, ...row }) => shown(row, today),
  )
}

/** Partner id → place in the alphabet, as JSON. */
function partnerRanks(store: Store): string {
  const sorted = readAll(store, 'partners', 'id')
    .map(({ id, name }) => ({ id, key: sortKey(name, store.country) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  return JSON.stringify(Object.fromEntries(sorted.map(({ id }, rank) => [id, rank])))
}

/** How many commitments the list holds. */
export function countCommitments(store: Store, filter: Filter, today: Day): number {
  const { from, where, values } = conditionOf(store, filter, today, 'periodTo')
  return sql(store, `SELECT count(*) FROM ${from} WHERE ${where.join(' AND ')}`)
    .pluck()
    .get(...values) as number
}

function rowsWhere(store: Store, where: string, values: readonly unknown[], today: Day): CommitmentRow[] {
  const rows = sql(
    store,
    `SELECT ${rowColumns} FROM commitments c ${named} WHERE ${where} AND c.deleted_at IS NULL ORDER BY c.period_to, c.id`,
  ).all(...values) as Record<string, unknown>[]
  return rows.map((row) => shown(row, today))
}

/** One commitment as the list shows it; undefined where there is none. */
export function commitmentRowOf(store: Store, id: Id, today: Day): CommitmentRow | undefined {
  return rowsWhere(store, 'c.id = ?', [id], today)[0]
}

/** Every commitment of a partner, by the end of its period. */
export function commitmentsOfPartner(store: Store, partnerId: Id, today: Day): CommitmentRow[] {
  return rowsWhere(store, 'c.partner_id = ?', [partnerId], today)
}

/** Every commitment given to a project, by the end of its period. */
export function commitmentsOfProject(store: Store, projectId: Id, today: Day): CommitmentRow[] {
  return rowsWhere(store, 'c.project_id = ?', [projectId], today)
}

/** Commitments whose period touches another, and those open after a period that ended before it, by the end of their period. */
export function commitmentsTouching(store: Store, from: Day, to: Day, today: Day): CommitmentRow[] {
  return rowsWhere(
    store,
    `c.period_from <= ? AND (c.period_to >= ? OR (c.period_to < ? AND ${isOpen}))`,
    [to, from, today],
    today,
  )
}

/** What was delivered of a commitment, in order of day. */
export function deliveriesOf(store: Store, commitmentId: Id): Delivery[] {
  const rows = sql(
    store,
    `SELECT ${entities.deliveries.select} FROM deliveries WHERE commitment_id = ? AND deleted_at IS NULL
     ORDER BY delivered_on, id`,
  ).all(commitmentId)
  return rows.map((row) => decode('deliveries', row as Record<string, unknown>))
}
