import type { z } from 'zod'
import type { activityFilter, goalFilter } from '#shared/contract/goals.ts'
import { codeKey, statusOf } from '#shared/domain/goal-gaps.ts'
import { activityStatuses, goalGaps, goalStatuses } from '#shared/domain/records/goal.ts'
import type { Day, Id } from '#shared/domain/values.ts'
import { type Store, sql } from '../store.ts'
import { type ActivityRow, activityRowsOf, type GoalRow, goalRowsOf, type Reader } from './goals.ts'
import { type Keyed, pageByKey } from './key-paging.ts'
import { addEqual, addIn, type Condition, type Page } from './paging.ts'
import { textMatches } from './text-matches.ts'

type GoalFilter = z.infer<typeof goalFilter>
type ActivityFilter = z.infer<typeof activityFilter>
interface Paging {
  readonly direction: 'asc' | 'desc'
  readonly cursor: string | null
  readonly limit: number
}
const onScreen: Reader = { confidential: true }

/** The words of a filter as a condition on the ids; the newest matches only (`text-matches.ts`). */
function addText(
  store: Store,
  condition: Condition,
  entity: 'goals' | 'activities',
  column: string,
  text: string,
): void {
  const ids = textMatches(store, entity, text)
  if (ids === null) return
  condition.where.push(`${column} IN (SELECT value FROM json_each(?))`)
  condition.values.push(ids)
}

/** Ids and sort keys of all goals that fit what SQL can tell; status and gaps need the figures. */
function keyedGoals(store: Store, filter: GoalFilter, sort: 'code' | 'title'): Keyed[] {
  const condition: Condition = { where: ['g.deleted_at IS NULL'], values: [] }
  addText(store, condition, 'goals', 'g.id', filter.text)
  addEqual(condition, 'g.plan_id', filter.planId)
  addEqual(condition, 'g.focus_area_id', filter.focusAreaId)
  addEqual(condition, 'g.responsible_id', filter.responsibleId)
  addIn(condition, 'g.target_kind', filter.kinds)
  if (filter.inForceOnly) condition.where.push("p.status = 'inForce'")
  const rows = sql(
    store,
    `SELECT g.id, g.code, g.sort_title AS title FROM goals g CROSS JOIN plans p ON p.id = g.plan_id
     WHERE ${condition.where.join(' AND ')}`,
  ).all(...condition.values) as { id: Id; code: string; title: string }[]
  return rows.map(({ id, code, title }) => ({ id, key: sort === 'code' ? codeKey(code) : title }))
}

/** Whether a goal fits the part of a filter that needs its figures; null where nothing of the kind is asked. */
function fitsFigures({ statuses, gaps }: GoalFilter): ((row: GoalRow) => boolean) | null {
  if (statuses.length === 0 && gaps.length === 0) return null
  return (row) =>
    (statuses.length === 0 || statuses.includes(statusOf(row, row.figures))) &&
    (gaps.length === 0 || row.gaps.some((gap) => gaps.includes(gap)))
}

/** A page of goals, by code as people count or by title. */
export function listGoals(
  store: Store,
  { filter, sort, ...paging }: Paging & { readonly filter: GoalFilter; readonly sort: 'code' | 'title' },
  today: Day,
  reader: Reader = onScreen,
): Page<GoalRow> {
  return pageByKey(
    keyedGoals(store, filter, sort),
    paging,
    (ids) => goalRowsOf(store, ids, today, reader),
    fitsFigures(filter),
  )
}

/** How many goals of a filter there are, by status (set by hand, else by figures) and by what they lack. */
export function totalsOfGoals(store: Store, filter: GoalFilter, today: Day) {
  const ids = keyedGoals(store, filter, 'code').map(({ id }) => id)
  const fits = fitsFigures(filter)
  const all = goalRowsOf(store, ids, today)
  const rows = fits === null ? all : all.filter(fits)
  const count = (of: (row: GoalRow) => boolean) => rows.filter(of).length
  return {
    count: rows.length,
    byStatus: goalStatuses
      .map((status) => ({ status, count: count((row) => statusOf(row, row.figures) === status) }))
      .filter((one) => one.count > 0),
    byGap: goalGaps
      .map((gap) => ({ gap, count: count((row) => row.gaps.includes(gap)) }))
      .filter((one) => one.count > 0),
  }
}

type ActivitySort = 'code' | 'title' | 'year'
const nothingLast = '\uffff'

function keyedActivities(
  store: Store,
  filter: ActivityFilter,
  sort: ActivitySort,
  today: Day,
): (Keyed & { status: ActivityRow['status'] })[] {
  const condition: Condition = { where: ['c.deleted_at IS NULL'], values: [] }
  addText(store, condition, 'activities', 'c.id', filter.text)
  addEqual(condition, 'c.plan_id', filter.planId)
  addEqual(condition, 'c.focus_area_id', filter.focusAreaId)
  addEqual(condition, 'c.goal_id', filter.goalId)
  addEqual(condition, 'c.responsible_id', filter.responsibleId)
  addEqual(condition, 'c.year', filter.year)
  addIn(condition, 'c.status', filter.statuses)
  if (filter.overdueOnly) {
    // The same as `activityDaysOverdue`; a test holds the two together.
    condition.where.push("c.status NOT IN ('done', 'dropped') AND coalesce(c.due_on, c.year || '-12-31') < ?")
    condition.values.push(today)
  }
  const rows = sql(
    store,
    `SELECT c.id, c.code, c.year, c.sort_title AS title, c.status FROM activities c WHERE ${condition.where.join(' AND ')}`,
  ).all(...condition.values) as {
    id: Id
    code: string | null
    year: number | null
    title: string
    status: ActivityRow['status']
  }[]
  return rows.map(({ id, code, year, title, status }) => {
    const byCode = code === null ? nothingLast : codeKey(code)
    const key = { code: `${byCode} ${title}`, title, year: `${year ?? nothingLast} ${byCode} ${title}` }[sort]
    return { id, key, status }
  })
}

/** A page of activities, by code as people count, by title or by year; what has no code or year comes last. */
export function listActivities(
  store: Store,
  { filter, sort, ...paging }: Paging & { readonly filter: ActivityFilter; readonly sort: ActivitySort },
  today: Day,
): Page<ActivityRow> {
  return pageByKey(keyedActivities(store, filter, sort, today), paging, (ids) => activityRowsOf(store, ids, today))
}

/** How many activities of a filter there are, by status. */
export function totalsOfActivities(store: Store, filter: ActivityFilter, today: Day) {
  const rows = keyedActivities(store, filter, 'title', today)
  return {
    count: rows.length,
    byStatus: activityStatuses
      .map((status) => ({ status, count: rows.filter((row) => row.status === status).length }))
      .filter((one) => one.count > 0),
  }
}
