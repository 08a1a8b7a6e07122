import type { z } from 'zod'
import type { dueCompany, visitFilter, visitRow, visitSorts } from '#shared/contract/visits.ts'
import type { Day } from '#shared/domain/values.ts'
import { type Store, sql } from '../store.ts'
import { addEqual, addHolds, addIn, type Condition, type CursorValue, type Page, pageOf, readCursor } from './paging.ts'
import { textMatches } from './text-matches.ts'

type Filter = z.infer<typeof visitFilter>
type Row = z.infer<typeof visitRow>
type Due = z.infer<typeof dueCompany>
interface ListQuery {
  readonly filter: Filter
  readonly sort: (typeof visitSorts)[number]
  readonly direction: 'asc' | 'desc'
  readonly cursor: string | null
  readonly limit: number
}

/** Unfinished follow-ups of visit `v`. */
const openFollowUps = `(SELECT count(*) FROM follow_ups f
  WHERE f.visit_id = v.id AND f.deleted_at IS NULL AND f.status IN ('open', 'answered'))`
// The excerpt is cut in SQL, so that long notes don't cross; confidential text is never looked at.
const rowColumns = `v.id, v.visited_on AS "visitedOn", v.company_id AS "companyId", c.name AS "companyName",
  c.municipality_code AS "municipalityCode", c.sector_id AS "sectorId", v.type, v.flags, v.themes, v.confidentiality,
  v.draft, v.publishable_summary IS NOT NULL AS "hasSummary",
  substr(coalesce(v.notes, v.publishable_summary, v.purpose, ''), 1, 160) AS excerpt, ${openFollowUps} AS "openFollowUps"`

/** Most lists are empty, and parsing is what a page of rows costs most. */
function listOf(json: unknown): unknown[] {
  return json === '[]' ? [] : (JSON.parse(String(json)) as unknown[])
}

function shown(row: Record<string, unknown>): Row {
  row.flags = listOf(row.flags)
  row.themes = listOf(row.themes)
  row.draft = row.draft === 1
  row.hasSummary = row.hasSummary === 1
  // The SQL above gives exactly the fields of the row; tests parse every answer.
  return row as unknown as Row
}

function conditionOf(filter: Filter): Condition {
  const condition: Condition = { where: ['v.deleted_at IS NULL'], values: [] }
  const add = (where: string, value: unknown) => {
    if (value === null) return
    condition.where.push(where)
    condition.values.push(value)
  }
  addEqual(condition, 'v.company_id', filter.companyId)
  add('v.visited_on >= ?', filter.from)
  add('v.visited_on <= ?', filter.to)
  addIn(condition, 'v.type', filter.types)
  addHolds(condition, 'v.flags', filter.flags)
  addHolds(condition, 'v.themes', filter.themes)
  addIn(condition, 'c.sector_id', filter.sectorIds)
  addIn(condition, 'c.municipality_code', filter.municipalityCodes)
  addIn(condition, 'v.confidentiality', filter.confidentialities)
  addHolds(condition, 'v.our_participant_ids', filter.participantId === null ? [] : [filter.participantId])
  if (filter.drafts !== 'with') condition.where.push(`v.draft = ${filter.drafts === 'only' ? 1 : 0}`)
  return condition
}

/** `CROSS JOIN` keeps SQLite to this order of the loops: the first table's index gives the order of the list. */
const byDay = 'visits v CROSS JOIN companies c ON c.id = v.company_id'
const byCompany = 'companies c CROSS JOIN visits v ON v.company_id = c.id'
const byMatch = `json_each(?) hit CROSS JOIN visits v ON v.id = hit.value CROSS JOIN companies c ON c.id = v.company_id`

/**
 * A page of visits. By day it walks the index of days; by company the index of names, and in each company its visits,
 * newest first. A text filter looks at the newest matches only (`text-matches.ts`) and sorts those.
 */
export function listVisits(store: Store, { filter, sort, direction, cursor, limit }: ListQuery): Page<Row> {
  const ids = textMatches(store, 'visits', filter.text)
  const { where, values } = conditionOf(filter)
  const matches = ids === null ? [] : [ids]
  const order = direction.toUpperCase()
  const compare = direction === 'asc' ? '>' : '<'
  if (sort === 'visitedOn') {
    const after = readCursor(cursor, ['string', 'string'])
    const from = ids === null ? byDay : byMatch
    const ordered = `ORDER BY v.visited_on ${order}, v.id ${order}`
    const rows = sql(
      store,
      picked(
        ids !== null,
        `FROM ${from} WHERE ${[...where, ...(after ? [`(v.visited_on, v.id) ${compare} (?, ?)`] : [])].join(' AND ')}`,
        ordered,
      ),
    ).all(...matches, ...values, ...(after ?? []), limit + 1) as Record<string, unknown>[]
    return pageOf(rows, limit, (row) => [row.visitedOn, row.id] as CursorValue[], shown)
  }
  const after = readCursor(cursor, ['string', 'string', 'string', 'string'])
  // The company where the last page ended is read again from its own place; the companies before it are not.
  const beyond = `(c.sort_name, c.id) ${compare}= (?, ?) AND NOT (c.id = ? AND (v.visited_on, v.id) >= (?, ?))`
  const [name, companyId, day, id] = after ?? []
  const conditions = ['c.deleted_at IS NULL', ...where, ...(after ? [beyond] : [])].join(' AND ')
  const rows = sql(
    store,
    picked(
      ids !== null,
      `FROM ${ids === null ? byCompany : byMatch} WHERE ${conditions}`,
      `ORDER BY c.sort_name ${order}, c.id ${order}, v.visited_on DESC, v.id DESC`,
      `${rowColumns}, c.sort_name AS "sortName"`,
    ),
  ).all(...matches, ...values, ...(after ? [name, companyId, companyId, day, id] : []), limit + 1) as Record<
    string,
    unknown
  >[]
  return pageOf(
    rows,
    limit,
    (row) => [row.sortName, row.companyId, row.visitedOn, row.id] as CursorValue[],
    ({ sortName: _, ...row }) => shown(row),
  )
}

/**
 * The rows of a page. What an index gives in order is read row by row; what must be sorted is sorted by id first, so that
 * texts and follow-ups are read for the page alone.
 */
function picked(sorted: boolean, from: string, order: string, columns = rowColumns): string {
  return sorted
    ? `WITH page (id) AS MATERIALIZED (SELECT v.id ${from} ${order} LIMIT ?)
       SELECT ${columns} FROM page CROSS JOIN visits v ON v.id = page.id CROSS JOIN companies c ON c.id = v.company_id ${order}`
    : `SELECT ${columns} ${from} ${order} LIMIT ?`
}

/** How many visits the list holds. */
export function countVisits(store: Store, filter: Filter): number {
  const ids = textMatches(store, 'visits', filter.text)
  const { where, values } = conditionOf(filter)
  const ofCompany = filter.sectorIds.length > 0 || filter.municipalityCodes.length > 0
  // A bare count is read off an index; left to itself SQLite may walk the whole table, texts and all.
  const all = where.length === 1 ? 'visits v INDEXED BY visits_company' : ofCompany ? byDay : 'visits v'
  return sql(store, `SELECT count(*) FROM ${ids === null ? all : byMatch} WHERE ${where.join(' AND ')}`)
    .pluck()
    .get(...(ids === null ? [] : [ids]), ...values) as number
}

/** Visits that aren't released yet. */
export function countDrafts(store: Store): number {
  return sql(store, 'SELECT count(*) AS drafts FROM visits WHERE deleted_at IS NULL AND draft = 1')
    .pluck()
    .get() as number
}

/** The visits of the same company before and after a visit, by day; null at either end. */
export function neighboursOf(
  store: Store,
  visit: { readonly id: string; readonly companyId: string; readonly visitedOn: Day },
): { earlierId: string | null; laterId: string | null } {
  const next = (compare: string, order: string) =>
    (sql(
      store,
      `SELECT id FROM visits WHERE company_id = ? AND deleted_at IS NULL AND (visited_on, id) ${compare} (?, ?)
       ORDER BY visited_on ${order}, id ${order} LIMIT 1`,
    )
      .pluck()
      .get(visit.companyId, visit.visitedOn, visit.id) as string | undefined) ?? null
  return { earlierId: next('<', 'DESC'), laterId: next('>', 'ASC') }
}

/** A column of the latest held visit of company `c`, read off the end of its index. */
const latest = (column: string) => `(SELECT v.${column} FROM visits v
  WHERE v.company_id = c.id AND v.deleted_at IS NULL AND v.draft = 0 ORDER BY v.visited_on DESC, v.id DESC LIMIT 1)`
const rank = { agreed: 0, never: 1, longAgo: 2 } as const
const reasons = ['agreed', 'never', 'longAgo'] as const

/**
 * Active companies to visit next: those whose agreed day has come (the earliest first), then those never visited (by
 * name), then those not visited since a day (the longest ago first). The latest held visit decides.
 */
export function dueCompanies(
  store: Store,
  query: {
    readonly notVisitedSince: Day
    readonly today: Day
    readonly sectorId: string | null
    readonly municipalityCode: string | null
    readonly cursor: string | null
    readonly limit: number
  },
): Page<Due> {
  const after = readCursor(query.cursor, ['number', 'string', 'string', 'string'])
  const condition: Condition = { where: ["c.deleted_at IS NULL AND c.status = 'active'"], values: [] }
  addEqual(condition, 'c.sector_id', query.sectorId)
  addEqual(condition, 'c.municipality_code', query.municipalityCode)
  const rows = sql(
    store,
    `SELECT page.*, (SELECT count(*) FROM visits v CROSS JOIN follow_ups f ON f.visit_id = v.id
       WHERE v.company_id = page.id AND v.deleted_at IS NULL AND f.deleted_at IS NULL
         AND f.status IN ('open', 'answered')) AS "openFollowUps"
     FROM (
       SELECT *, CASE WHEN "nextVisitBy" <= ? THEN ${rank.agreed} WHEN "lastVisitedOn" IS NULL THEN ${rank.never}
           ELSE ${rank.longAgo} END AS reason,
         CASE WHEN "nextVisitBy" <= ? THEN "nextVisitBy" ELSE coalesce("lastVisitedOn", '') END AS "sortDay"
       FROM (
         SELECT c.id, c.name, c.place, c.municipality_code AS "municipalityCode", c.sector_id AS "sectorId",
           c.employees_band AS "employeesBand", ${latest('visited_on')} AS "lastVisitedOn",
           ${latest('next_visit_by')} AS "nextVisitBy", c.sort_name AS "sortName"
         FROM companies c WHERE ${condition.where.join(' AND ')}
       )
       WHERE ("lastVisitedOn" IS NULL OR "lastVisitedOn" < ? OR "nextVisitBy" <= ?)
         ${after ? 'AND (reason, "sortDay", "sortName", id) > (?, ?, ?, ?)' : ''}
       ORDER BY reason, "sortDay", "sortName", id LIMIT ?
     ) page ORDER BY page.reason, page."sortDay", page."sortName", page.id`,
  ).all(
    query.today,
    query.today,
    ...condition.values,
    query.notVisitedSince,
    query.today,
    ...(after ?? []),
    query.limit + 1,
  ) as (Omit<Due, 'because'> & { reason: 0 | 1 | 2; sortDay: string; sortName: string })[]
  return pageOf(
    rows,
    query.limit,
    (row) => [row.reason, row.sortDay, row.sortName, row.id],
    ({ reason, sortDay: _, sortName: __, ...row }) => ({ ...row, because: reasons[reason] }),
  )
}
