import type { Strategy } from '#shared/domain/records/goal.ts'
import type { Id } from '#shared/domain/values.ts'
import { decode, entities } from '../entities.ts'
import { type Store, sql } from '../store.ts'

/** Strategies of a goal in their order. */
export function strategiesOf(store: Store, planId: Id, goalId: Id): Strategy[] {
  const rows = sql(
    store,
    `SELECT ${entities.strategies.select} FROM strategies INDEXED BY strategies_plan
     WHERE plan_id = ? AND goal_id = ? AND deleted_at IS NULL ORDER BY position, id`,
  ).all(planId, goalId)
  return rows.map((row) => decode('strategies', row as Record<string, unknown>))
}

/** Ids of the sub-goals right under a goal, by their place in the plan. */
export function subGoalsOf(store: Store, id: Id): Id[] {
  return sql(
    store,
    `SELECT s.id FROM goals up CROSS JOIN goals s INDEXED BY goals_plan ON s.plan_id = up.plan_id AND s.parent_id = up.id
     WHERE up.id = ? AND s.deleted_at IS NULL ORDER BY s.position, s.id`,
  )
    .pluck()
    .all(id) as Id[]
}

/** Ids of the activities of a goal, by year. */
export function activitiesOfGoal(store: Store, id: Id): Id[] {
  return sql(
    store,
    `SELECT id FROM activities INDEXED BY activities_goal
     WHERE goal_id IS NOT NULL AND goal_id = ? AND deleted_at IS NULL ORDER BY year, due_on, sort_title, id`,
  )
    .pluck()
    .all(id) as Id[]
}

interface Version {
  readonly id: Id
  readonly planId: Id
  readonly versionLabel: string | null
  readonly title: string
}

/** The same goal in all versions of its plan, through `previousId` either way, the oldest first; those removed are left out, not walked round. */
export function versionsOf(store: Store, id: Id): Version[] {
  return sql(
    store,
    `WITH RECURSIVE earlier(id, previous_id, depth) AS (
       SELECT id, previous_id, 0 FROM goals WHERE id = ?
       UNION SELECT g.id, g.previous_id, e.depth - 1 FROM earlier e CROSS JOIN goals g ON g.id = e.previous_id WHERE e.depth > -100),
     chain(id, depth) AS (
       SELECT id, depth FROM earlier WHERE depth = (SELECT min(depth) FROM earlier)
       UNION SELECT g.id, c.depth + 1 FROM chain c CROSS JOIN goals g INDEXED BY goals_previous
         ON g.previous_id IS NOT NULL AND g.previous_id = c.id WHERE c.depth < 100)
     SELECT g.id, g.plan_id AS "planId", p.version_label AS "versionLabel", g.title
     FROM (SELECT id, min(depth) AS depth FROM chain GROUP BY id) c CROSS JOIN goals g ON g.id = c.id CROSS JOIN plans p ON p.id = g.plan_id
     WHERE g.deleted_at IS NULL ORDER BY c.depth, g.created_stamp, g.id`,
  ).all(id) as Version[]
}
