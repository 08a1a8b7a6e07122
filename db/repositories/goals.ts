import type { z } from 'zod'
import type { activityRow, goalRow } from '#shared/contract/goals.ts'
import { goalFigures } from '#shared/domain/goal-figures.ts'
import { activityDaysOverdue, codeKey, gapsOfGoal } from '#shared/domain/goal-gaps.ts'
import { periodEnd } from '#shared/domain/periods.ts'
import { type LinkKind, linkKinds } from '#shared/domain/records/goal.ts'
import type { Indicator } from '#shared/domain/records/indicator.ts'
import type { Day, Id } from '#shared/domain/values.ts'
import { decode, entities } from '../entities.ts'
import { find, type Store, sql } from '../store.ts'
import { currentSeries, latestPeriod, leadRegion } from './measurements.ts'

export type GoalRow = z.infer<typeof goalRow>
export type ActivityRow = z.infer<typeof activityRow>
/** What a reader may see: a paper counts nothing confidential (docs/decisions.md 47). */
export interface Reader {
  readonly confidential: boolean
}
const onScreen: Reader = { confidential: true }

const goalColumns = entities.goals.select.replaceAll(/(^|, )(\w+) AS/g, '$1g.$2 AS')
const rowColumns = `${goalColumns}, p.title AS "planTitle", a.number AS "areaNumber", a.title AS "areaTitle",
  up.code AS "parentCode", nullif(trim(r.given_name || ' ' || r.family_name), '') AS "responsibleName"`
const named = `CROSS JOIN plans p ON p.id = g.plan_id LEFT JOIN focus_areas a ON a.id = g.focus_area_id
  LEFT JOIN goals up ON up.id = g.parent_id LEFT JOIN persons r ON r.id = g.responsible_id`

/** Every goal of a plan with what serves it and what the figures say, by position. `today` decides what figure is recent. */
export function goalRowsOfPlan(store: Store, planId: Id, today: Day, reader: Reader = onScreen): GoalRow[] {
  const rows = sql(
    store,
    `SELECT ${rowColumns} FROM goals g INDEXED BY goals_plan ${named}
     WHERE g.plan_id = ? AND g.deleted_at IS NULL ORDER BY g.position, g.id`,
  ).all(planId)
  return shownAll(store, rows as Record<string, unknown>[], today, reader)
}

/** Goals by id, in the order of the ids; those that are gone are left out. */
export function goalRowsOf(store: Store, goalIds: readonly Id[], today: Day, reader: Reader = onScreen): GoalRow[] {
  if (goalIds.length === 0) return []
  const rows = sql(
    store,
    `SELECT ${rowColumns} FROM json_each(?) hit CROSS JOIN goals g ON g.id = hit.value ${named}
     WHERE g.deleted_at IS NULL ORDER BY hit.key`,
  ).all(JSON.stringify(goalIds))
  return shownAll(store, rows as Record<string, unknown>[], today, reader)
}

interface Ties {
  readonly serving: Record<LinkKind, number>
  readonly indicatorIds: Id[]
  activities: number
  wordings: number
  inForce: number
}

/** The link's column of each kind. */
export const linkColumns: Readonly<Record<LinkKind, string>> = {
  commitment: 'commitment_id',
  project: 'project_id',
  milestone: 'milestone_id',
  decision: 'decision_id',
  visit: 'visit_id',
  followUp: 'follow_up_id',
  indicator: 'indicator_id',
}
const secret = (visitId: string) =>
  `EXISTS (SELECT 1 FROM visits v WHERE v.id = ${visitId} AND v.confidentiality = 'confidential')`
/** True of a link `l` to something that stays in the file. */
const confidentialLink = `(${secret('l.visit_id')}
  OR EXISTS (SELECT 1 FROM follow_ups f WHERE f.id = l.follow_up_id AND ${secret('f.visit_id')})
  OR EXISTS (SELECT 1 FROM decisions d CROSS JOIN agenda_items i ON i.id = d.item_id WHERE d.id = l.decision_id AND i.confidential = 1))`

/** What hangs on some goals: one statement each for links, activities and wordings, however many goals. */
function tiesOf(store: Store, goalIds: readonly Id[], { confidential }: Reader): Map<Id, Ties> {
  const ids = JSON.stringify(goalIds)
  const ties = new Map<Id, Ties>(
    goalIds.map((id) => [
      id,
      {
        serving: Object.fromEntries(linkKinds.map((kind) => [kind, 0])) as Record<LinkKind, number>,
        indicatorIds: [],
        activities: 0,
        wordings: 0,
        inForce: 0,
      },
    ]),
  )
  const kind = `CASE ${linkKinds.map((one) => `WHEN l.${linkColumns[one]} IS NOT NULL THEN '${one}'`).join(' ')} END`
  const links = sql(
    store,
    `SELECT l.goal_id AS "goalId", ${kind} AS kind, l.indicator_id AS "indicatorId"
     FROM json_each(?) hit CROSS JOIN goal_links l INDEXED BY goal_links_goal ON l.goal_id = hit.value
     WHERE l.deleted_at IS NULL ${confidential ? '' : `AND NOT ${confidentialLink}`}`,
  ).all(ids) as { goalId: Id; kind: LinkKind; indicatorId: Id | null }[]
  for (const link of links) {
    const own = ties.get(link.goalId)
    if (!own) continue
    own.serving[link.kind] += 1
    if (link.indicatorId !== null) own.indicatorIds.push(link.indicatorId)
  }
  const activities = sql(
    store,
    `SELECT c.goal_id AS "goalId", count(*) AS count
     FROM json_each(?) hit CROSS JOIN activities c INDEXED BY activities_goal ON c.goal_id = hit.value
     WHERE c.goal_id IS NOT NULL AND c.deleted_at IS NULL GROUP BY c.goal_id`,
  ).all(ids) as { goalId: Id; count: number }[]
  for (const { goalId, count } of activities) {
    const own = ties.get(goalId)
    if (own) own.activities = count
  }
  // The index of wordings begins with the plan, so the plan is named with the goal.
  const wordings = sql(
    store,
    `SELECT w.goal_id AS "goalId", count(*) AS count, sum(w.in_force) AS "inForce"
     FROM json_each(?) hit CROSS JOIN goals g ON g.id = hit.value
     CROSS JOIN wordings w INDEXED BY wordings_plan ON w.plan_id = g.plan_id AND w.goal_id = g.id
     WHERE w.deleted_at IS NULL GROUP BY w.goal_id`,
  ).all(ids) as { goalId: Id; count: number; inForce: number }[]
  for (const { goalId, count, inForce } of wordings) {
    const own = ties.get(goalId)
    if (!own) continue
    own.wordings = count
    own.inForce = inForce
  }
  return ties
}

/** Reads each indicator, its series and its latest period once, however many goals it measures. */
function figureReader(store: Store) {
  const leads = new Map<Id, { indicator: Indicator; series: ReturnType<typeof currentSeries> } | null>()
  const latest = new Map<Id, string | null>()
  return {
    seriesOf(id: Id | null) {
      if (id === null) return null
      const known = leads.get(id)
      if (known !== undefined) return known
      const indicator = find(store, 'indicators', id)
      const region = indicator ? leadRegion(store, id, indicator.regionCodes) : null
      const lead = indicator ? { indicator, series: region === null ? [] : currentSeries(store, id, region) } : null
      leads.set(id, lead)
      return lead
    },
    latestOf(id: Id) {
      const known = latest.get(id)
      if (known !== undefined) return known
      const period = latestPeriod(store, id)
      latest.set(id, period)
      return period
    },
  }
}

function shownAll(store: Store, rows: readonly Record<string, unknown>[], today: Day, reader: Reader): GoalRow[] {
  const ties = tiesOf(
    store,
    rows.map((row) => String(row.id)),
    reader,
  )
  const read = figureReader(store)
  return rows.map((row) => {
    const goal = decode('goals', row) as unknown as Omit<
      GoalRow,
      'leadIndicator' | 'figures' | 'serving' | 'activities' | 'gaps'
    >
    const own = ties.get(goal.id) as Ties
    const lead = read.seriesOf(goal.leadIndicatorId)
    const figures = goalFigures(goal, lead, read.seriesOf(goal.referenceId))
    const indicatorIds = [...new Set([...own.indicatorIds, ...(goal.leadIndicatorId ? [goal.leadIndicatorId] : [])])]
    const since = (period: string | null | undefined, day: Day) => period != null && periodEnd(period) >= day
    const { serving, activities } = own
    return {
      ...goal,
      leadIndicator: lead && {
        id: lead.indicator.id,
        code: lead.indicator.code,
        title: lead.indicator.title,
        unit: lead.indicator.unit,
        unitText: lead.indicator.unitText,
        decimals: lead.indicator.decimals,
      },
      figures,
      serving,
      activities,
      gaps: gapsOfGoal(goal, {
        figures,
        serving,
        activities,
        wordings: own.wordings,
        inForce: own.inForce,
        indicators: indicatorIds.length,
        // The figure that the goal stands at is read already; the other indicators are asked only where it is not enough.
        measuredSince: (day) =>
          since(figures.current?.period, day) || indicatorIds.some((id) => since(read.latestOf(id), day)),
        today,
      }),
    }
  })
}

const activityColumns = `${entities.activities.select.replaceAll(/(^|, )(\w+) AS/g, '$1c.$2 AS')},
  p.title AS "planTitle", a.title AS "areaTitle", g.code AS "goalCode",
  nullif(trim(r.given_name || ' ' || r.family_name), '') AS "responsibleName"`
const activityNamed = `CROSS JOIN plans p ON p.id = c.plan_id LEFT JOIN focus_areas a ON a.id = c.focus_area_id
  LEFT JOIN goals g ON g.id = c.goal_id LEFT JOIN persons r ON r.id = c.responsible_id`

function activityShown(row: unknown, today: Day): ActivityRow {
  const activity = decode('activities', row as Record<string, unknown>) as unknown as Omit<ActivityRow, 'daysOverdue'>
  return { ...activity, daysOverdue: activityDaysOverdue(activity, today) }
}

/** Every activity of a plan, by code as people count, then by year and title; what has no code comes last. */
export function activityRowsOfPlan(store: Store, planId: Id, today: Day): ActivityRow[] {
  const rows = sql(
    store,
    `SELECT ${activityColumns} FROM activities c INDEXED BY activities_plan ${activityNamed}
     WHERE c.plan_id = ? AND c.deleted_at IS NULL ORDER BY c.year, c.sort_title, c.id`,
  ).all(planId)
  const key = ({ code }: ActivityRow) => (code === null ? '\uffff' : codeKey(code))
  const shown = rows.map((row) => activityShown(row, today))
  return shown.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
}

/** Activities by id, in the order of the ids; those that are gone are left out. */
export function activityRowsOf(store: Store, ids: readonly Id[], today: Day): ActivityRow[] {
  return sql(
    store,
    `SELECT ${activityColumns} FROM json_each(?) hit CROSS JOIN activities c ON c.id = hit.value ${activityNamed}
     WHERE c.deleted_at IS NULL ORDER BY hit.key`,
  )
    .all(JSON.stringify(ids))
    .map((row) => activityShown(row, today))
}
