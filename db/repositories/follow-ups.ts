import type { z } from 'zod'
import type { followUpFilter, followUpRow } from '#shared/contract/follow-ups.ts'
import { daysOverdue, isOverdue, responseDays } from '#shared/domain/follow-up-rules.ts'
import type { FollowUp } from '#shared/domain/records/follow-up.ts'
import type { Day } from '#shared/domain/values.ts'
import { decode, entities } from '../entities.ts'
import { type Store, sql } from '../store.ts'
import { ownerRanks } from './owner-ranks.ts'
import { addEqual, addIn, type Condition, type CursorValue, type Page, pageOf, readCursor } from './paging.ts'
import { textMatches } from './text-matches.ts'

type Filter = z.infer<typeof followUpFilter>
export type FollowUpRow = z.infer<typeof followUpRow>
interface ListQuery {
  readonly filter: Filter
  readonly sort: 'dueOn' | 'company' | 'owner'
  readonly direction: 'asc' | 'desc'
  readonly cursor: string | null
  readonly limit: number
}

const fields = entities.followUps.select.replaceAll(/(^|, )(\w+) AS/g, '$1f.$2 AS')
const rowColumns = `${fields}, v.company_id AS "companyId", c.name AS "companyName", v.visited_on AS "visitedOn",
  trim(p.given_name || ' ' || p.family_name) AS "ownerName", partners.name AS "forwardedToName"`
/** Follow-ups come with their visit, company, owner and the partner they were passed on to. */
const named = `CROSS JOIN companies c ON c.id = v.company_id CROSS JOIN persons p ON p.id = f.owner_id
  LEFT JOIN partners ON partners.id = f.forwarded_to_id`

function shown(row: Record<string, unknown>, today: Day): FollowUpRow {
  // The SQL gives the record and the names joined to it; tests parse every answer.
  const followUp = decode('followUps', row) as unknown as FollowUpRow
  return {
    ...followUp,
    isOverdue: isOverdue(followUp, today),
    daysOverdue: daysOverdue(followUp, today),
    responseDays: responseDays(followUp.visitedOn, followUp.answeredCompanyOn),
  }
}

/** Left to itself SQLite may take the index of every due day and walk past all that is closed. */
const openIndex = 'INDEXED BY follow_ups_open'

function conditionOf(store: Store, filter: Filter, today: Day): Condition & { readonly from: string } {
  const condition: Condition = { where: ['f.deleted_at IS NULL'], values: [] }
  const ids = textMatches(store, 'followUps', filter.text)
  if (ids !== null) condition.values.push(ids)
  addEqual(condition, 'f.owner_id', filter.ownerId)
  addEqual(condition, 'v.company_id', filter.companyId)
  addEqual(condition, 'f.visit_id', filter.visitId)
  addIn(condition, 'f.theme', filter.themes)
  if (filter.state === 'closed') condition.where.push("f.status IN ('closed', 'cannotBeDone')")
  const unfinished = filter.state === 'open' || filter.state === 'overdue'
  if (unfinished) condition.where.push("f.status IN ('open', 'answered')")
  if (filter.state === 'overdue') {
    condition.where.push('f.due_on < ?')
    condition.values.push(today)
  }
  // The loops begin where the fewest rows are: the matches, one company's visits, or the index of due days.
  const from =
    ids !== null
      ? 'json_each(?) hit CROSS JOIN follow_ups f ON f.id = hit.value CROSS JOIN visits v ON v.id = f.visit_id'
      : filter.companyId !== null
        ? 'visits v CROSS JOIN follow_ups f ON f.visit_id = v.id'
        : `follow_ups f ${unfinished && filter.visitId === null ? openIndex : ''} CROSS JOIN visits v ON v.id = f.visit_id`
  if (ids === null && filter.companyId !== null) condition.where.push('v.deleted_at IS NULL')
  return { ...condition, from }
}

/** A page of follow-ups. `today` decides what is overdue. */
export function listFollowUps(
  store: Store,
  { filter, sort, direction, cursor, limit }: ListQuery,
  today: Day,
): Page<FollowUpRow> {
  const { from, where, values } = conditionOf(store, filter, today)
  const order = direction.toUpperCase()
  const compare = direction === 'asc' ? '>' : '<'
  const owners = sort === 'owner'
  const keys = ['f.due_on', 'f.id']
  if (sort === 'company') keys.unshift('c.sort_name')
  if (owners) keys.unshift('o.rank')
  const kinds = keys.map((key) => (key === 'o.rank' ? 'number' : 'string') as 'number' | 'string')
  const after = readCursor(cursor, kinds)
  const rows = sql(
    store,
    `${owners ? 'WITH owners (id, rank) AS MATERIALIZED (SELECT key, value FROM json_each(?))' : ''}
     SELECT ${rowColumns}, c.sort_name AS "sortName" ${owners ? ', o.rank' : ''}
     FROM ${from} ${owners ? `${named} JOIN owners o ON o.id = f.owner_id` : named}
     WHERE ${[...where, ...(after ? [`(${keys.join(', ')}) ${compare} (${keys.map(() => '?').join(', ')})`] : [])].join(' AND ')}
     ORDER BY ${keys.map((key) => `${key} ${order}`).join(', ')} LIMIT ?`,
  ).all(...(owners ? [ownerRanks(store)] : []), ...values, ...(after ?? []), limit + 1) as Record<string, unknown>[]
  return pageOf(
    rows,
    limit,
    (row) =>
      [
        ...(sort === 'company' ? [row.sortName] : []),
        ...(owners ? [row.rank] : []),
        row.dueOn,
        row.id,
      ] as CursorValue[],
    ({ sortName: _, rank: __, ...row }) => shown(row, today),
  )
}

/** How many follow-ups the list holds. */
export function countFollowUps(store: Store, filter: Filter, today: Day): number {
  const { from, where, values } = conditionOf(store, filter, today)
  return sql(store, `SELECT count(*) FROM ${from} WHERE ${where.join(' AND ')}`)
    .pluck()
    .get(...values) as number
}

/** One follow-up as the list shows it; undefined where there is none. */
export function followUpRowOf(store: Store, id: string, today: Day): FollowUpRow | undefined {
  const row = sql(
    store,
    `SELECT ${rowColumns} FROM follow_ups f CROSS JOIN visits v ON v.id = f.visit_id ${named}
     WHERE f.id = ? AND f.deleted_at IS NULL`,
  ).get(id) as Record<string, unknown> | undefined
  return row && shown(row, today)
}

/** A visit's follow-ups by due day. */
export function followUpsOfVisit(store: Store, visitId: string): FollowUp[] {
  const rows = sql(
    store,
    `SELECT ${entities.followUps.select} FROM follow_ups WHERE visit_id = ? AND deleted_at IS NULL ORDER BY due_on, id`,
  ).all(visitId)
  return rows.map((row) => decode('followUps', row as Record<string, unknown>))
}
