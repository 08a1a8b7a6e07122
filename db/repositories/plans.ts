import type { z } from 'zod'
import type { planCounts } from '#shared/contract/plans.ts'
import { seriesOf } from '#shared/domain/plan-rules.ts'
import type { PlanContent } from '#shared/domain/plan-tree.ts'
import type { ActivityStatus, GoalLink, Strategy, Wording } from '#shared/domain/records/goal.ts'
import type { FocusArea, Plan, PlanSection } from '#shared/domain/records/plan.ts'
import type { Project } from '#shared/domain/records/project.ts'
import type { Id } from '#shared/domain/values.ts'
import { decode, type EntityName, entities, type Records } from '../entities.ts'
import { readAll, type Store, sql } from '../store.ts'

type Counts = z.infer<typeof planCounts>

/** Parts of a plan: every record of a kind that names it, in the order of its page. */
function partsOf<N extends EntityName>(store: Store, entity: N, planId: Id, orderBy: string): Records[N][] {
  const { select, table } = entities[entity]
  const rows = sql(
    store,
    `SELECT ${select} FROM ${table} WHERE plan_id = ? AND deleted_at IS NULL ORDER BY ${orderBy}`,
  ).all(planId)
  return rows.map((row) => decode(entity, row as Record<string, unknown>))
}

/** The focus areas of a plan, by number. */
export function areasOf(store: Store, planId: Id): FocusArea[] {
  return partsOf(store, 'focusAreas', planId, 'number, id')
}

/** The sections of a plan, in their order. */
export function sectionsOf(store: Store, planId: Id): PlanSection[] {
  return partsOf(store, 'planSections', planId, 'position, created_stamp, id')
}

/** Wordings of a plan's main goal (`goalId` null) and of its goals, in the order they were added. */
export function wordingsOf(store: Store, planId: Id): Wording[] {
  return partsOf(store, 'wordings', planId, 'created_stamp, id')
}

/** The strategies of a plan, by place. */
export function strategiesOf(store: Store, planId: Id): Strategy[] {
  return partsOf(store, 'strategies', planId, 'position, created_stamp, id')
}

/** The goals of a plan as they are stored, by place. */
export function goalsOf(store: Store, planId: Id): Records['goals'][] {
  return partsOf(store, 'goals', planId, 'position, id')
}

/** The activities of a plan as they are stored, in the order they were added. */
export function activitiesOf(store: Store, planId: Id): Records['activities'][] {
  return partsOf(store, 'activities', planId, 'created_stamp, id')
}

/** A plan with all that is a part of it. */
export function contentOf(store: Store, plan: Plan): PlanContent {
  return {
    plan,
    areas: areasOf(store, plan.id),
    sections: sectionsOf(store, plan.id),
    goals: goalsOf(store, plan.id),
    wordings: wordingsOf(store, plan.id),
    strategies: strategiesOf(store, plan.id),
    activities: activitiesOf(store, plan.id),
  }
}

/** The links of the red thread from the goals of some plans, in the order they were tied. */
export function linksOfPlans(store: Store, planIds: readonly Id[]): GoalLink[] {
  const columns = entities.goalLinks.select.replaceAll(/(^|, )(\w+) AS/g, '$1l.$2 AS')
  const rows = sql(
    store,
    `SELECT ${columns} FROM json_each(?) hit CROSS JOIN goals g ON g.plan_id = hit.value AND g.deleted_at IS NULL
       CROSS JOIN goal_links l ON l.goal_id = g.id AND l.deleted_at IS NULL ORDER BY l.created_stamp, l.id`,
  ).all(JSON.stringify(planIds))
  return rows.map((row) => decode('goalLinks', row as Record<string, unknown>))
}

/** The projects of some plans, by title. */
export function projectsOfPlans(store: Store, planIds: readonly Id[]): Project[] {
  const rows = sql(
    store,
    `SELECT ${entities.projects.select} FROM projects
     WHERE deleted_at IS NULL AND plan_id IN (SELECT value FROM json_each(?)) ORDER BY sort_title, id`,
  ).all(JSON.stringify(planIds))
  return rows.map((row) => decode('projects', row as Record<string, unknown>))
}

/** The plans in force, the partnership's own before those of other organisations, the newest first. */
export function plansInForce(store: Store): Plan[] {
  return readAll(store, 'plans', 'organisation IS NOT NULL, created_stamp DESC, id').filter(
    ({ status }) => status === 'inForce',
  )
}

/** The versions of the series that a plan belongs to, the oldest first, itself among them. Empty where the plan is gone. */
export function versionsOf(store: Store, planId: Id): Plan[] {
  return seriesOf(readAll(store, 'plans', 'created_stamp, id'), planId)
}

/**
 * The ids of the series that a plan belongs to, as SQL; `plan` is where the statement has the plan's id. The same as `versionsOf`; ends
 * even where versions follow one another in a ring, since UNION takes each once.
 */
export const seriesSql = (plan: string) => `WITH RECURSIVE series(id) AS (SELECT ${plan} UNION
    SELECT n.id FROM series s CROSS JOIN plans n WHERE n.deleted_at IS NULL
      AND (n.previous_version_id = s.id OR n.id = (SELECT o.previous_version_id FROM plans o WHERE o.id = s.id)))
  SELECT id FROM series`

/** The number that the next focus area of a plan takes: one past the highest. */
export function nextAreaNumber(store: Store, planId: Id): number {
  return Math.max(0, ...areasOf(store, planId).map(({ number }) => number)) + 1
}

/**
 * How many of each every plan holds, by plan; one statement per kind, however many plans. A sub-goal is a goal with a parent and not
 * counted among the goals. Indicators are those tied to the plan's goals, their lead indicators and reference series, and those of the main
 * goal of any version of its series, each once: a main-goal indicator stays with the version that it was made for.
 */
export function countsOfPlans(store: Store, plans: readonly Plan[]): Map<Id, Counts> {
  const counts = new Map(plans.map(({ id }) => [id, { ...noCounts }]))
  const count = (of: Exclude<keyof Counts, 'indicators'>, table: string, where = '') => {
    const rows = sql(
      store,
      `SELECT plan_id AS "planId", count(*) AS count FROM ${table} WHERE deleted_at IS NULL ${where} GROUP BY plan_id`,
    ).all() as { planId: Id; count: number }[]
    for (const row of rows) {
      const own = counts.get(row.planId)
      if (own) own[of] = row.count
    }
  }
  count('areas', 'focus_areas')
  count('goals', 'goals', 'AND parent_id IS NULL')
  count('subGoals', 'goals', 'AND parent_id IS NOT NULL')
  count('strategies', 'strategies')
  count('activities', 'activities')
  count('projects', 'projects')
  count('sections', 'plan_sections')
  const measuring = indicatorsByPlan(store)
  const versions = new Map(plans.map(({ id }) => [id, seriesOf(plans, id).map((one) => one.id)]))
  for (const [id, own] of counts) {
    const main = (versions.get(id) ?? []).flatMap((version) => [...(measuring.main.get(version) ?? [])])
    own.indicators = new Set([...(measuring.ofGoals.get(id) ?? []), ...main]).size
  }
  return counts
}

const noCounts: Counts = {
  areas: 0,
  goals: 0,
  subGoals: 0,
  strategies: 0,
  activities: 0,
  indicators: 0,
  projects: 0,
  sections: 0,
}

function indicatorsByPlan(store: Store): Record<'main' | 'ofGoals', Map<Id, Set<Id>>> {
  const rows = sql(
    store,
    `SELECT 'main' AS kind, plan_id AS "planId", id FROM indicators WHERE plan_id IS NOT NULL AND deleted_at IS NULL
     UNION SELECT 'ofGoals', g.plan_id, l.indicator_id FROM goal_links l CROSS JOIN goals g ON g.id = l.goal_id
       WHERE l.indicator_id IS NOT NULL AND l.deleted_at IS NULL AND g.deleted_at IS NULL
     UNION SELECT 'ofGoals', plan_id, lead_indicator_id FROM goals WHERE lead_indicator_id IS NOT NULL AND deleted_at IS NULL
     UNION SELECT 'ofGoals', plan_id, reference_id FROM goals WHERE reference_id IS NOT NULL AND deleted_at IS NULL`,
  ).all() as { kind: 'main' | 'ofGoals'; planId: Id; id: Id }[]
  const found = { main: new Map<Id, Set<Id>>(), ofGoals: new Map<Id, Set<Id>>() }
  for (const { kind, planId, id } of rows) {
    const own = found[kind].get(planId)
    if (own) own.add(id)
    else found[kind].set(planId, new Set([id]))
  }
  return found
}

/** How many activities of a plan stand at each status; statuses that none has are left out. */
export function activitiesByStatus(store: Store, planId: Id): { status: ActivityStatus; count: number }[] {
  return sql(
    store,
    `SELECT status, count(*) AS count FROM activities WHERE plan_id = ? AND deleted_at IS NULL GROUP BY status ORDER BY status`,
  ).all(planId) as { status: ActivityStatus; count: number }[]
}
