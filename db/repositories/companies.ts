import type { z } from 'zod'
import type { companyFilter, companyRow, companySorts, companyVisitRow } from '#shared/contract/companies.ts'
import { companyNameKey } from '#shared/domain/company-rules.ts'
import { municipalitiesOf } from '#shared/domain/municipalities.ts'
import { normaliseOrgNo } from '#shared/domain/org-number.ts'
import { employeeBands } from '#shared/domain/records/company.ts'
import { sortKey } from '#shared/domain/search-text.ts'
import type { Country, Day } from '#shared/domain/values.ts'
import { decode } from '../entities.ts'
import { type Store, sql } from '../store.ts'
import { addIn, type Condition, type Page, pageOf, readCursor } from './paging.ts'
import { textMatches } from './text-matches.ts'

type Filter = z.infer<typeof companyFilter>
type Row = z.infer<typeof companyRow>
type Sort = (typeof companySorts)[number]
interface ListQuery {
  readonly filter: Filter
  readonly sort: Sort
  readonly direction: 'asc' | 'desc'
  readonly cursor: string | null
  readonly limit: number
}

/** The latest held visit of company `c`, read off the end of its index. */
export const lastVisit = `(SELECT v.visited_on FROM visits v
  WHERE v.company_id = c.id AND v.deleted_at IS NULL AND v.draft = 0 ORDER BY v.visited_on DESC LIMIT 1)`
const rowColumns = `c.id, c.name, c.org_no AS "orgNo", c.country, c.municipality_code AS "municipalityCode", c.place,
  c.sector_id AS "sectorId", c.employees, c.employees_band AS "employeesBand", c.status,
  ${lastVisit} AS "lastVisitedOn",
  (SELECT count(*) FROM visits v WHERE v.company_id = c.id AND v.deleted_at IS NULL AND v.draft = 0) AS "visitCount"`

const bandFloor = `CASE c.employees_band ${employeeBands
  .map((band) => `WHEN '${band}' THEN ${Number.parseInt(band, 10)}`)
  .join(' ')} ELSE -1 END`
/** What each sort but the name sorts by, before the name. */
const sortValues: Readonly<Record<Exclude<Sort, 'name'>, { value: string; kind: 'string' | 'number' }>> = {
  municipality: { value: 'coalesce(m.rank, 100000)', kind: 'number' },
  employees: { value: `coalesce(c.employees, ${bandFloor})`, kind: 'number' },
  lastVisit: { value: `coalesce(${lastVisit}, '')`, kind: 'string' },
}

function conditionOf(store: Store, filter: Filter): Condition & { readonly from: string } {
  const condition: Condition = { where: ['c.deleted_at IS NULL'], values: [] }
  const ids = textMatches(store, 'companies', filter.text)
  if (ids !== null) condition.values.push(ids)
  addIn(condition, 'c.sector_id', filter.sectorIds)
  addIn(condition, 'c.municipality_code', filter.municipalityCodes)
  addIn(condition, 'c.employees_band', filter.bands)
  addIn(condition, 'c.status', filter.statuses)
  if (filter.notVisitedSince !== null) {
    condition.where.push(`NOT EXISTS (SELECT 1 FROM visits v
      WHERE v.company_id = c.id AND v.deleted_at IS NULL AND v.draft = 0 AND v.visited_on >= ?)`)
    condition.values.push(filter.notVisitedSince)
  }
  return {
    ...condition,
    from: ids === null ? 'companies c' : 'json_each(?) hit CROSS JOIN companies c ON c.id = hit.value',
  }
}

/** A page of companies. By name it walks the index; by anything else the filtered companies are sorted anew. */
export function listCompanies(store: Store, { filter, sort, direction, cursor, limit }: ListQuery): Page<Row> {
  const { from, where, values } = conditionOf(store, filter)
  const compare = direction === 'asc' ? '>' : '<'
  const order = direction.toUpperCase()
  if (sort === 'name') {
    const after = readCursor(cursor, ['string', 'string'])
    const rows = sql(
      store,
      `SELECT ${rowColumns}, c.sort_name AS "sortName" FROM ${from}
       WHERE ${[...where, ...(after ? [`(c.sort_name, c.id) ${compare} (?, ?)`] : [])].join(' AND ')}
       ORDER BY c.sort_name ${order}, c.id ${order} LIMIT ?`,
    ).all(...values, ...(after ?? []), limit + 1) as (Row & { sortName: string })[]
    return pageOf(
      rows,
      limit,
      (row) => [row.sortName, row.id],
      ({ sortName: _, ...row }) => row,
    )
  }
  const { value, kind } = sortValues[sort]
  const after = readCursor(cursor, [kind, 'string', 'string'])
  const ranked = sort === 'municipality'
  const rows = sql(
    store,
    `WITH ${ranked ? 'ranks (code, rank) AS MATERIALIZED (SELECT key, value FROM json_each(?)),' : ''}
     sorted AS (
       SELECT c.id, c.sort_name, ${value} AS value
       FROM ${from} ${ranked ? 'LEFT JOIN ranks m ON m.code = c.municipality_code' : ''} WHERE ${where.join(' AND ')}
     ),
     page AS MATERIALIZED (
       SELECT * FROM sorted ${after ? `WHERE (value, sort_name, id) ${compare} (?, ?, ?)` : ''}
       ORDER BY value ${order}, sort_name ${order}, id ${order} LIMIT ?
     )
     SELECT ${rowColumns}, c.sort_name AS "sortName", page.value AS "sortValue"
     FROM page CROSS JOIN companies c ON c.id = page.id
     ORDER BY page.value ${order}, c.sort_name ${order}, c.id ${order}`,
  ).all(...(ranked ? [municipalityRanks(store.country)] : []), ...values, ...(after ?? []), limit + 1) as (Row & {
    sortName: string
    sortValue: string | number
  })[]
  return pageOf(
    rows,
    limit,
    (row) => [row.sortValue, row.sortName, row.id],
    ({ sortName: _, sortValue: __, ...row }) => row,
  )
}

const ranks = new Map<Country, string>()
/** Municipality code → its place in the alphabet, as JSON. */
function municipalityRanks(country: Country): string {
  let known = ranks.get(country)
  if (known === undefined) {
    // Old codes share the order of the day they were last valid; two days take in every code in the list.
    const codes = [...municipalitiesOf(country, '2199-12-31'), ...municipalitiesOf(country, '2023-12-31')]
    const sorted = [...new Map(codes.map(({ code, name }) => [code, sortKey(name, country)]))].sort(([, a], [, b]) =>
      a < b ? -1 : 1,
    )
    known = JSON.stringify(Object.fromEntries(sorted.map(([code], rank) => [code, rank])))
    ranks.set(country, known)
  }
  return known
}

/** How many companies the list holds. */
export function countCompanies(store: Store, filter: Filter): number {
  const { from, where, values } = conditionOf(store, filter)
  return sql(store, `SELECT count(*) FROM ${from} WHERE ${where.join(' AND ')}`)
    .pluck()
    .get(...values) as number
}

/** A company's latest visits, newest first, drafts too; the excerpt never holds confidential text. */
export function visitsOfCompany(store: Store, companyId: string, limit: number): z.infer<typeof companyVisitRow>[] {
  const rows = sql(
    store,
    `SELECT v.id, v.visited_on AS "visitedOn", v.type, v.confidentiality, v.flags, v.draft,
       substr(coalesce(v.notes, v.publishable_summary, v.purpose, ''), 1, 160) AS excerpt,
       (SELECT count(*) FROM follow_ups f
        WHERE f.visit_id = v.id AND f.deleted_at IS NULL AND f.status IN ('open', 'answered')) AS "openFollowUps"
     FROM visits v WHERE v.company_id = ? AND v.deleted_at IS NULL ORDER BY v.visited_on DESC, v.id DESC LIMIT ?`,
  ).all(companyId, limit) as Record<string, unknown>[]
  // The SQL gives exactly the fields of the row; tests parse every answer.
  return rows.map((row) => decode('visits', row) as unknown as z.infer<typeof companyVisitRow>)
}

/** Numbers for a company's page: all its visits, drafts too, and its unfinished follow-ups. */
export function countsOfCompany(store: Store, companyId: string): { visitCount: number; openFollowUps: number } {
  return sql(
    store,
    `SELECT count(*) AS "visitCount", coalesce(sum((SELECT count(*) FROM follow_ups f
       WHERE f.visit_id = v.id AND f.deleted_at IS NULL AND f.status IN ('open', 'answered'))), 0) AS "openFollowUps"
     FROM visits v WHERE v.company_id = ? AND v.deleted_at IS NULL`,
  ).get(companyId) as { visitCount: number; openFollowUps: number }
}

/** Day of a company's latest held visit; null where it has none. */
export function lastVisitedOn(store: Store, companyId: string): Day | null {
  return sql(store, `SELECT ${lastVisit} FROM companies c WHERE c.id = ?`).pluck().get(companyId) as Day | null
}

/** The branch units of a head company, by name. */
export function branchUnits(store: Store, headId: string): { id: string; name: string }[] {
  return sql(
    store,
    'SELECT id, name FROM companies WHERE local_unit_of_id = ? AND deleted_at IS NULL ORDER BY sort_name',
  ).all(headId) as { id: string; name: string }[]
}

const suggested = `c.id, c.name, c.place, c.org_no AS "orgNo", ${lastVisit} AS "lastVisitedOn"`
export interface Suggestion {
  readonly id: string
  readonly name: string
  readonly place: string | null
  readonly orgNo: string | null
  readonly lastVisitedOn: Day | null
}

/** Up to `limit` companies for what is typed: names that begin so, in order, then names with such words further in. */
export function suggestCompanies(store: Store, text: string, limit: number): Suggestion[] {
  const start = sortKey(text, store.country).split('\u0001')[0] ?? ''
  if (start === '') return []
  const first = sql(
    store,
    `SELECT ${suggested} FROM companies c
     WHERE c.deleted_at IS NULL AND c.sort_name >= ? AND c.sort_name < ? ORDER BY c.sort_name, c.id LIMIT ?`,
  ).all(start, `${start}\u{10ffff}`, limit) as Suggestion[]
  if (first.length === limit) return first
  const ids = textMatches(store, 'companies', text, 500) ?? '[]'
  const more = sql(
    store,
    `WITH page (id) AS MATERIALIZED (
       SELECT c.id FROM json_each(?) hit CROSS JOIN companies c ON c.id = hit.value
       WHERE c.deleted_at IS NULL ORDER BY c.sort_name, c.id LIMIT ?
     )
     SELECT ${suggested} FROM page CROSS JOIN companies c ON c.id = page.id ORDER BY c.sort_name, c.id`,
  ).all(ids, limit + first.length) as Suggestion[]
  const known = new Set(first.map(({ id }) => id))
  return [...first, ...more.filter(({ id }) => !known.has(id))].slice(0, limit)
}

export interface Duplicate {
  readonly id: string
  readonly name: string
  readonly orgNo: string | null
  readonly place: string | null
  readonly because: 'orgNo' | 'name'
}

/** The company that has an organisation number in a country, other than `exceptId`. */
export function companyWithOrgNo(
  store: Store,
  country: Country,
  orgNo: string,
  exceptId: string | null,
): Omit<Duplicate, 'because'> | undefined {
  return sql(
    store,
    `SELECT id, name, org_no AS "orgNo", place FROM companies
     WHERE country = ? AND org_no = ? AND deleted_at IS NULL AND id IS NOT ?`,
  ).get(country, orgNo, exceptId) as Omit<Duplicate, 'because'> | undefined
}

/** Companies that may be the same: the same number first, then those whose name differs only by case, punctuation and legal form. */
export function duplicatesOf(
  store: Store,
  { name, orgNo, country, exceptId }: { name: string; orgNo: string | null; country: Country; exceptId: string | null },
): Duplicate[] {
  const found: Duplicate[] = []
  const digits = orgNo === null ? '' : normaliseOrgNo(orgNo)
  const same = digits === '' ? undefined : companyWithOrgNo(store, country, digits, exceptId)
  if (same) found.push({ ...same, because: 'orgNo' })
  const key = companyNameKey(name)
  const word = key.split(' ')[0] ?? ''
  if (word === '') return found
  const candidates = sql(
    store,
    `SELECT c.id, c.name, c.org_no AS "orgNo", c.place FROM json_each(?) hit CROSS JOIN companies c ON c.id = hit.value
     WHERE c.deleted_at IS NULL AND c.country = ? AND c.id IS NOT ? ORDER BY c.sort_name`,
  ).all(textMatches(store, 'companies', word) ?? '[]', country, exceptId) as Omit<Duplicate, 'because'>[]
  for (const candidate of candidates) {
    if (candidate.id !== same?.id && companyNameKey(candidate.name) === key)
      found.push({ ...candidate, because: 'name' })
  }
  return found.slice(0, 20)
}
