import type { z } from 'zod'
import type { indicatorFilter, indicatorRow } from '#shared/contract/indicators.ts'
import { addMonths, daysBetween } from '#shared/domain/days.ts'
import type { Indicator } from '#shared/domain/records/indicator.ts'
import type { Day, Id } from '#shared/domain/values.ts'
import { decode, entities } from '../entities.ts'
import { type Store, sql } from '../store.ts'
import { latestFigures } from './measurements.ts'
import { addEqual, addIn, type Condition, type CursorValue, type Page, pageOf, readCursor } from './paging.ts'
import { seriesSql } from './plans.ts'
import { textMatches } from './text-matches.ts'

export type IndicatorRow = z.infer<typeof indicatorRow>
type Filter = z.infer<typeof indicatorFilter>
interface ListQuery {
  readonly filter: Filter
  readonly sort: 'code' | 'title' | 'nextExpectedOn'
  readonly direction: 'asc' | 'desc'
  readonly cursor: string | null
  readonly limit: number
}

/** Months after which the newest figure of an indicator is old, as for goals (`goal-gaps.ts`). */
const recentMonths = 24

const fields = entities.indicators.select.replaceAll(/(^|, )(\w+) AS/g, '$1i.$2 AS')
/**
 * True of an indicator whose figure was expected before a day, and has not come: a figure that comes moves the day on
 * (`nextExpected` in `measurement-rules.ts`). One question mark: the day.
 */
const overdue = 'ifnull(i.next_expected_on < ?, 0)'
const rowColumns = `${fields}, p.title AS "planTitle", nullif(trim(r.given_name || ' ' || r.family_name), '') AS "responsibleName",
  iif(${overdue}, i.next_expected_on, NULL) AS "overdueSince",
  (SELECT count(DISTINCT m.period) FROM measurements m INDEXED BY measurements_series
    WHERE m.indicator_id = i.id AND m.deleted_at IS NULL) AS figures`
const named = 'LEFT JOIN plans p ON p.id = i.plan_id LEFT JOIN persons r ON r.id = i.responsible_id'

/** The last day of a period as text to compare, the same as `periodEnd`; tests hold the two together. */
const lastPart = `substr(m.period, instr(m.period, '/') + 1)`
const periodEndSql = `CASE WHEN length(${lastPart}) = 4 THEN ${lastPart} || '-12-31'
  WHEN substr(${lastPart}, 6, 1) = 'Q' THEN substr(${lastPart}, 1, 5) || printf('%02d', substr(${lastPart}, 7) * 3) || '-31'
  WHEN substr(${lastPart}, 6) = 'H1' THEN substr(${lastPart}, 1, 4) || '-06-31'
  WHEN substr(${lastPart}, 6) = 'H2' THEN substr(${lastPart}, 1, 4) || '-12-31'
  WHEN length(${lastPart}) = 7 THEN ${lastPart} || '-31' ELSE ${lastPart} END`
/** True of an indicator with a value of a period that ended on a day or later. One question mark: the day. */
const recent = `EXISTS (SELECT 1 FROM measurements m INDEXED BY measurements_series
  WHERE m.indicator_id = i.id AND m.deleted_at IS NULL AND ${periodEndSql} >= ? AND m.value IS NOT NULL)`

/** Ids of what belongs to a plan: its main goal's, and those that its goals are measured by or held against. `+` hides the value from the planner, as `steady` does. */
const ofPlan = `SELECT id FROM indicators INDEXED BY indicators_plan WHERE plan_id IN (${seriesSql('+@plan')}) AND plan_id IS NOT NULL
  UNION SELECT l.indicator_id FROM goals g INDEXED BY goals_plan CROSS JOIN goal_links l INDEXED BY goal_links_goal
    ON l.goal_id = g.id WHERE g.plan_id = +@plan AND g.deleted_at IS NULL AND l.deleted_at IS NULL AND l.indicator_id IS NOT NULL
  UNION SELECT lead_indicator_id FROM goals INDEXED BY goals_plan
    WHERE plan_id = +@plan AND deleted_at IS NULL AND lead_indicator_id IS NOT NULL
  UNION SELECT reference_id FROM goals INDEXED BY goals_plan
    WHERE plan_id = +@plan AND deleted_at IS NULL AND reference_id IS NOT NULL`
/** Ids of what measures a goal, its reference series among them. */
const ofGoal = `SELECT indicator_id AS id FROM goal_links INDEXED BY goal_links_goal
    WHERE goal_id = +@goal AND deleted_at IS NULL AND indicator_id IS NOT NULL
  UNION SELECT lead_indicator_id FROM goals WHERE id = +@goal AND deleted_at IS NULL AND lead_indicator_id IS NOT NULL
  UNION SELECT reference_id FROM goals WHERE id = +@goal AND deleted_at IS NULL AND reference_id IS NOT NULL`

/** Ids of a plan's indicators, of the main goal in any version of its series, and of its goals as measure, lead or reference. */
export function indicatorIdsOfPlan(store: Store, planId: Id): Id[] {
  return sql(store, ofPlan).pluck().all({ plan: planId }) as Id[]
}

/** Ids of a goal's indicators: those tied to it, its lead and its reference. */
export function indicatorIdsOfGoal(store: Store, goalId: Id): Id[] {
  return sql(store, ofGoal).pluck().all({ goal: goalId }) as Id[]
}

/** Indicators by id with their goals and newest figures, in the order of the ids; those that are gone are left out. */
export function indicatorRowsOf(store: Store, ids: readonly Id[], today: Day): IndicatorRow[] {
  if (ids.length === 0) return []
  const rows = sql(
    store,
    `SELECT ${rowColumns} FROM json_each(?) hit CROSS JOIN indicators i ON i.id = hit.value ${named}
     WHERE i.deleted_at IS NULL ORDER BY hit.key`,
  ).all(today, JSON.stringify(ids))
  return shownAll(store, rows as Record<string, unknown>[], today)
}

/** Every indicator of a plan (of the main goal in any version of its series, and of its goals as measure, lead or reference), by code as people count. */
export function indicatorRowsOfPlan(store: Store, planId: Id, today: Day): IndicatorRow[] {
  const rows = sql(
    store,
    `SELECT ${rowColumns} FROM json_each(?) hit CROSS JOIN indicators i ON i.id = hit.value ${named}
     WHERE i.deleted_at IS NULL ORDER BY i.sort_code, i.id`,
  ).all(today, JSON.stringify(indicatorIdsOfPlan(store, planId)))
  return shownAll(store, rows as Record<string, unknown>[], today)
}

/** The goals that some indicators measure, by indicator: one statement however many there are. */
function goalsOfIndicators(store: Store, ids: readonly Id[]): Map<Id, IndicatorRow['goals']> {
  const rows = sql(
    store,
    `SELECT tie.indicator AS "indicatorId", g.id, g.code, g.title, g.lead_indicator_id IS tie.indicator AS lead,
       p.title AS "planTitle", p.version_label AS "versionLabel", p.status = 'inForce' AS "inForce"
     FROM (
       SELECT l.indicator_id AS indicator, l.goal_id AS goal FROM json_each(@ids) one
         CROSS JOIN goal_links l INDEXED BY goal_links_indicator ON l.indicator_id = one.value
         WHERE l.indicator_id IS NOT NULL AND l.deleted_at IS NULL
       UNION SELECT led.lead_indicator_id, led.id FROM json_each(@ids) one
         CROSS JOIN goals led INDEXED BY goals_lead ON led.lead_indicator_id = one.value
         WHERE led.lead_indicator_id IS NOT NULL
     ) tie CROSS JOIN goals g ON g.id = tie.goal CROSS JOIN plans p ON p.id = g.plan_id WHERE g.deleted_at IS NULL
     ORDER BY p.status = 'inForce' DESC, g.plan_id DESC, g.position, g.id`,
  ).all({ ids: JSON.stringify(ids) }) as (Record<'lead' | 'inForce', 0 | 1> & { indicatorId: Id } & Omit<
      IndicatorRow['goals'][number],
      'lead' | 'inForce'
    >)[]
  const own = new Map<Id, IndicatorRow['goals']>()
  for (const { indicatorId, lead, inForce, ...goal } of rows) {
    const list = own.get(indicatorId) ?? []
    list.push({ ...goal, lead: lead === 1, inForce: inForce === 1 })
    own.set(indicatorId, list)
  }
  return own
}

function shownAll(store: Store, rows: readonly Record<string, unknown>[], today: Day): IndicatorRow[] {
  const ids = rows.map((row) => String(row.id))
  const [goals, figures] = [goalsOfIndicators(store, ids), latestFigures(store, ids)]
  return rows.map(({ overdueSince, ...row }) => {
    const indicator = decode('indicators', row) as unknown as Omit<
      IndicatorRow,
      'goals' | 'latest' | 'previous' | 'daysOverdue'
    >
    const { latest, previous } = figures.get(indicator.id) ?? { latest: null, previous: null }
    return {
      ...indicator,
      goals: goals.get(indicator.id) ?? [],
      latest,
      previous,
      daysOverdue: overdueSince === null ? 0 : daysBetween(overdueSince as Day, today),
    }
  })
}

/** Its own regions, or those that it has figures of. One question mark: the codes. */
const inRegions = `EXISTS (SELECT 1 FROM json_each(?) w WHERE w.value IN (SELECT value FROM json_each(i.region_codes))
  OR EXISTS (SELECT 1 FROM measurements m INDEXED BY measurements_series
    WHERE m.indicator_id = i.id AND m.region_code = w.value AND m.deleted_at IS NULL))`

function conditionOf(store: Store, filter: Filter, today: Day): Condition & { readonly ids: string | null } {
  const condition: Condition = { where: ['i.deleted_at IS NULL'], values: [] }
  const add = (where: string, ...values: unknown[]) => {
    condition.where.push(where)
    condition.values.push(...values)
  }
  const sets = [
    parsed(textMatches(store, 'indicators', filter.text)),
    filter.planId === null ? null : indicatorIdsOfPlan(store, filter.planId),
    filter.goalId === null ? null : indicatorIdsOfGoal(store, filter.goalId),
  ].filter((set) => set !== null)
  const [first, ...others] = sets
  const ids = first?.filter((id) => others.every((set) => set.includes(id))) ?? null
  if (filter.regionCodes.length > 0) add(inRegions, JSON.stringify(filter.regionCodes))
  addIn(condition, 'i.unit', filter.units)
  addIn(condition, 'i.frequency', filter.frequencies)
  addIn(condition, 'i.availability', filter.availabilities)
  addEqual(condition, 'i.responsible_id', filter.responsibleId)
  if (filter.overdueOnly) add(overdue, today)
  if (filter.withoutRecentOnly) add(`NOT ${recent}`, addMonths(today, -recentMonths))
  if (filter.incompleteOnly) add('(i.source_name IS NULL OR i.definition IS NULL)')
  return { ...condition, ids: ids === null ? null : JSON.stringify(ids) }
}

function parsed(ids: string | null): Id[] | null {
  return ids === null ? null : (JSON.parse(ids) as Id[])
}

/** What each sort orders by; those that expect nothing come last, whichever the direction is. */
const orders = {
  code: { key: 'i.sort_code', column: 'sortKey', index: 'INDEXED BY indicators_code' },
  title: { key: 'i.sort_title', column: 'sortKey', index: 'INDEXED BY indicators_title' },
  nextExpectedOn: { key: `ifnull(i.next_expected_on, '9999')`, column: 'sortKey', index: '' },
} as const

/** A page of indicators with their goals and newest figures. */
export function listIndicators(
  store: Store,
  { filter, sort, direction, cursor, limit }: ListQuery,
  today: Day,
): Page<IndicatorRow> {
  const { ids, where, values } = conditionOf(store, filter, today)
  const { key, column, index } = orders[sort]
  const order = direction.toUpperCase()
  const after = readCursor(cursor, ['string', 'string'])
  const from = ids === null ? `indicators i ${index}` : 'json_each(?) hit CROSS JOIN indicators i ON i.id = hit.value'
  const rows = sql(
    store,
    `SELECT i.id, ${key} AS "sortKey" FROM ${from}
     WHERE ${[...where, ...(after ? [`(${key}, i.id) ${direction === 'asc' ? '>' : '<'} (?, ?)`] : [])].join(' AND ')}
     ORDER BY ${key} ${order}, i.id ${order} LIMIT ?`,
  ).all(...(ids === null ? [] : [ids]), ...values, ...(after ?? []), limit + 1) as Record<string, unknown>[]
  const page = pageOf(
    rows,
    limit,
    (row) => [row[column], row.id] as CursorValue[],
    (row) => String(row.id),
  )
  return { rows: indicatorRowsOf(store, page.rows, today), next: page.next }
}

/** How many indicators a filter holds, and how many of them lack what. */
export function totalsOfIndicators(store: Store, filter: Filter, today: Day) {
  const { ids, where, values } = conditionOf(store, filter, today)
  const from = ids === null ? 'indicators i' : 'json_each(?) hit CROSS JOIN indicators i ON i.id = hit.value'
  return sql(
    store,
    `SELECT count(*) AS count, ifnull(sum(${overdue}), 0) AS overdue, ifnull(sum(NOT ${recent}), 0) AS "withoutRecent",
       ifnull(sum(i.source_name IS NULL), 0) AS "withoutSource"
     FROM ${from} WHERE ${where.join(' AND ')}`,
  ).get(today, addMonths(today, -recentMonths), ...(ids === null ? [] : [ids]), ...values) as {
    count: number
    overdue: number
    withoutRecent: number
    withoutSource: number
  }
}

/** Indicators whose figure is expected by a day and has not come; the earliest first. */
export function indicatorReminders(store: Store, today: Day, horizon: Day) {
  const due = sql(
    store,
    `SELECT i.id, i.code, i.title, nullif(trim(r.given_name || ' ' || r.family_name), '') AS "responsibleName",
       i.next_expected_on AS "dueOn"
     FROM indicators i INDEXED BY indicators_expected ${named}
     WHERE i.deleted_at IS NULL AND i.next_expected_on IS NOT NULL AND i.next_expected_on <= ?
     ORDER BY i.next_expected_on, i.id`,
  ).all(horizon) as { id: Id; code: string; title: string; responsibleName: string | null; dueOn: Day }[]
  return due.map((one) => ({ ...one, daysOverdue: Math.max(0, daysBetween(one.dueOn, today)) }))
}

/** Another indicator with the same code, whatever its case; undefined where there is none. */
export function indicatorWithCode(store: Store, code: string, but: Id | null): { id: Id; title: string } | undefined {
  return sql(
    store,
    `SELECT id, title FROM indicators WHERE lower(code) = lower(?) AND deleted_at IS NULL AND id IS NOT ? LIMIT 1`,
  ).get(code, but) as { id: Id; title: string } | undefined
}

/** Indicators by id, by code as people count; those that are gone are left out. */
export function indicatorsByCode(store: Store, ids: readonly Id[]): Indicator[] {
  const rows = sql(
    store,
    `SELECT ${fields} FROM json_each(?) hit CROSS JOIN indicators i ON i.id = hit.value
     WHERE i.deleted_at IS NULL ORDER BY i.sort_code, i.id`,
  ).all(JSON.stringify(ids))
  return rows.map((row) => decode('indicators', row as Record<string, unknown>))
}
