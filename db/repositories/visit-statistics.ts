/** The numbers of a period. Drafts and deleted visits are left out everywhere. */
import type { z } from 'zod'
import type { coverageRow, visitStatistics } from '#shared/contract/visits.ts'
import { addDays, endOfYear, monthsOf, startOfYear } from '#shared/domain/days.ts'
import { responseDays } from '#shared/domain/follow-up-rules.ts'
import { currentMunicipalityCode } from '#shared/domain/municipalities.ts'
import { themes, visitFlags, type visitTypes } from '#shared/domain/records/visit.ts'
import { mean, median } from '#shared/domain/statistics.ts'
import type { Day } from '#shared/domain/values.ts'
import { targetUntil } from '#shared/domain/visit-plan.ts'
import { countsTowardsTarget } from '#shared/domain/visit-rules.ts'
import { type Store, sql } from '../store.ts'
import { distributionOf } from './visit-plans.ts'

export type VisitStatistics = z.infer<typeof visitStatistics>
type CoverageRow = z.infer<typeof coverageRow>
type Type = (typeof visitTypes)[number]
interface Tally {
  readonly key: string | null
  readonly count: number
}

/** A count per key, most first; equal counts by `order` (a closed list) or by key. Not stated comes last. */
function tallies(counts: ReadonlyMap<string | null, number>, order: readonly string[] = []): Tally[] {
  const place = (key: string | null) => (key === null ? Number.POSITIVE_INFINITY : order.indexOf(key))
  return [...counts]
    .map(([key, count]) => ({ key, count }))
    .sort(
      (a, b) =>
        Number(a.key === null) - Number(b.key === null) ||
        b.count - a.count ||
        place(a.key) - place(b.key) ||
        ((a.key ?? '') < (b.key ?? '') ? -1 : 1),
    )
}
function add<K>(counts: Map<K, number>, key: K, count = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + count)
}

/** Everything the statistics screen and the board package count in a period, both days included. `today` decides what is overdue. */
export function statisticsOf(store: Store, from: Day, to: Day, today: Day): VisitStatistics {
  const visits = talliesOfVisits(store, from, to)
  const planned = plansOf(store)
  return {
    from,
    to,
    total: visits.total,
    counted: [...visits.months.values()].reduce((sum, count) => sum + count, 0),
    target: targetOf(store, from, to, planned),
    byMonth: monthsOf(from, to).map((month) => ({
      month,
      count: visits.months.get(month) ?? 0,
      target: planned(Number(month.slice(0, 4)))[Number(month.slice(5)) - 1] ?? 0,
    })),
    byType: tallies(visits.types),
    byFlag: tallies(visits.flags, visitFlags),
    byTheme: tallies(visits.themes, themes),
    ...talliesOfCompanies(store, from, to),
    followUps: followUpNumbers(store, from, to, today),
  }
}

/**
 * SQLite groups the visits that look alike, so that a few hundred rows cross instead of one for each visit
 * (measured at 5,000 visits: a third less than counting here).
 */
function talliesOfVisits(store: Store, from: Day, to: Day) {
  const months = new Map<string, number>()
  const types = new Map<Type, number>()
  const flags = new Map<string, number>()
  const themeCounts = new Map<string, number>()
  let total = 0
  const rows = sql(
    store,
    `SELECT substr(visited_on, 1, 7), type, flags, themes, count(*) FROM visits
     WHERE deleted_at IS NULL AND draft = 0 AND visited_on BETWEEN ? AND ? GROUP BY 1, 2, 3, 4`,
  )
    .raw()
    .all(from, to) as [string, Type, string, string, number][]
  for (const [month, type, flagJson, themeJson, count] of rows) {
    total += count
    add(types, type, count)
    if (countsTowardsTarget(type)) add(months, month, count)
    for (const flag of listIn(flagJson)) add(flags, flag, count)
    for (const theme of listIn(themeJson)) add(themeCounts, theme, count)
  }
  return { total, months, types, flags, themes: themeCounts }
}

/** The texts in a JSON list; most visits have none. */
function listIn(json: string): readonly string[] {
  return json === '[]' ? [] : (JSON.parse(json) as string[])
}

/** Visits by what their companies are today; a municipality's old code counts under the code that took over. */
function talliesOfCompanies(store: Store, from: Day, to: Day) {
  const sectors = new Map<string | null, number>()
  const municipalities = new Map<string | null, number>()
  const bands = new Map<string | null, number>()
  let companies = 0
  const rows = sql(
    store,
    `SELECT c.sector_id, c.municipality_code, c.employees_band, sum(met.visits), count(*)
     FROM (SELECT company_id, count(*) AS visits FROM visits
           WHERE deleted_at IS NULL AND draft = 0 AND visited_on BETWEEN ? AND ? GROUP BY company_id) met
     CROSS JOIN companies c ON c.id = met.company_id GROUP BY 1, 2, 3`,
  )
    .raw()
    .all(from, to) as [string | null, string | null, string | null, number, number][]
  for (const [sector, municipality, band, visits, met] of rows) {
    companies += met
    add(sectors, sector, visits)
    add(municipalities, municipality === null ? null : currentMunicipalityCode(municipality, store.country), visits)
    add(bands, band, visits)
  }
  return { companies, bySector: tallies(sectors), byMunicipality: tallies(municipalities), byBand: tallies(bands) }
}

type Plans = (year: number) => readonly number[]
/** The plan of each year, read once however many months ask for it. */
function plansOf(store: Store): Plans {
  const known = new Map<number, readonly number[]>()
  return (year) => {
    const plan = known.get(year) ?? distributionOf(store, year)
    known.set(year, plan)
    return plan
  }
}

/** Visits that the plan asks for from one day to another; of a month cut by the period its share by days. */
export function targetOf(store: Store, from: Day, to: Day, planned: Plans = plansOf(store)): number {
  let target = 0
  for (let start = from; start <= to; start = addDays(endOfYear(start), 1)) {
    const end = to < endOfYear(start) ? to : endOfYear(start)
    const distribution = planned(Number(start.slice(0, 4)))
    const before = start === startOfYear(start) ? 0 : targetUntil(distribution, addDays(start, -1))
    target += targetUntil(distribution, end) - before
  }
  return target
}

/** Company visits and reverse visits from one day to another. */
export function countedVisits(store: Store, from: Day, to: Day): number {
  return sql(
    store,
    `SELECT count(*) AS counted FROM visits
     WHERE deleted_at IS NULL AND draft = 0 AND visited_on BETWEEN ? AND ? AND type IN ('companyVisit', 'reverseVisit')`,
  )
    .pluck()
    .get(from, to) as number
}

/**
 * Made: of visits in the period. Open and overdue: today, of every visit up to its end. Answered and response days:
 * companies told in the period; closed: those of them that are closed. What can't be done is neither open nor closed.
 */
function followUpNumbers(store: Store, from: Day, to: Day, today: Day): VisitStatistics['followUps'] {
  const made = sql(
    store,
    `SELECT count(*) AS made FROM visits v CROSS JOIN follow_ups f ON f.visit_id = v.id
     WHERE v.deleted_at IS NULL AND v.draft = 0 AND v.visited_on BETWEEN ? AND ? AND f.deleted_at IS NULL`,
  )
    .pluck()
    .get(from, to) as number
  const unfinished = sql(
    store,
    `SELECT count(*) AS open, coalesce(sum(f.due_on < ?), 0) AS overdue
     FROM follow_ups f CROSS JOIN visits v ON v.id = f.visit_id
     WHERE f.deleted_at IS NULL AND f.status IN ('open', 'answered') AND v.draft = 0 AND v.visited_on <= ?`,
  ).get(today, to) as { open: number; overdue: number }
  const told = sql(
    store,
    `SELECT v.visited_on, f.answered_company_on, f.status FROM follow_ups f CROSS JOIN visits v ON v.id = f.visit_id
     WHERE f.deleted_at IS NULL AND f.answered_company_on BETWEEN ? AND ? AND v.draft = 0`,
  )
    .raw()
    .all(from, to) as [Day, Day, string][]
  const days = told.map(([visitedOn, answeredOn]) => responseDays(visitedOn, answeredOn) ?? 0)
  return {
    made,
    ...unfinished,
    closed: told.filter(([, , status]) => status === 'closed').length,
    answered: told.length,
    meanResponseDays: mean(days),
    medianResponseDays: median(days),
  }
}

const groups = {
  sector: 'c.sector_id',
  municipality: 'c.municipality_code',
  band: 'c.employees_band',
} as const

/**
 * How far the active companies of each group are covered: how many were met in the period, how many never were, and the
 * oldest latest visit (null where some were never visited). Largest group first, not stated last.
 */
export function coverageOf(store: Store, from: Day, to: Day, by: keyof typeof groups): CoverageRow[] {
  const rows = sql(
    store,
    `SELECT ${groups[by]}, (SELECT v.visited_on FROM visits v WHERE v.company_id = c.id AND v.deleted_at IS NULL
         AND v.draft = 0 ORDER BY v.visited_on DESC LIMIT 1),
       EXISTS (SELECT 1 FROM visits v WHERE v.company_id = c.id AND v.deleted_at IS NULL AND v.draft = 0
         AND v.visited_on BETWEEN ? AND ?)
     FROM companies c WHERE c.deleted_at IS NULL AND c.status = 'active'`,
  )
    .raw()
    .all(from, to) as [string | null, Day | null, 0 | 1][]
  const found = new Map<string | null, { -readonly [K in keyof CoverageRow]: CoverageRow[K] }>()
  for (const [value, last, visited] of rows) {
    const key = by === 'municipality' && value !== null ? currentMunicipalityCode(value, store.country) : value
    const group = found.get(key) ?? { key, companies: 0, visited: 0, oldestVisit: null, neverVisited: 0 }
    found.set(key, group)
    group.companies += 1
    group.visited += visited
    if (last === null) group.neverVisited += 1
    else if (group.oldestVisit === null || last < group.oldestVisit) group.oldestVisit = last
  }
  return tallies(new Map([...found].map(([key, { companies }]) => [key, companies]))).map(({ key }) => {
    const group = found.get(key) as CoverageRow
    return group.neverVisited > 0 ? { ...group, oldestVisit: null } : group
  })
}
