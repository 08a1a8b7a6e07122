/** Rules of goals that need other records beside them: codes of the plan, parents, areas, units of indicators, wordings in force. */
import { type FieldMessages, fieldMessage } from '#shared/domain/checked.ts'
import { codeKey } from '#shared/domain/goal-gaps.ts'
import {
  checkActivity,
  checkGoal,
  checkStrategy,
  checkWording,
  type GoalContent,
  parentRing,
} from '#shared/domain/goal-rules.ts'
import type { Activity, Goal, GoalLink, Strategy, Wording } from '#shared/domain/records/goal.ts'
import type { Day, Id, Language } from '#shared/domain/values.ts'
import { decode, type EntityName, entities, type Records } from './entities.ts'
import { find, type Store, sql } from './store.ts'

type Marks = 'id' | 'createdStamp' | 'changedStamp' | 'deletedAt'
interface Moment {
  readonly today: Day
  readonly language: Language
}

/** What is wrong with a goal as it stands in its plan; empty = good. `id` is null for a new one. */
export function wrongInGoal(store: Store, id: Id | null, goal: GoalContent, day: Moment): FieldMessages {
  const next = (one: Id) => alive(store, 'goals', one)?.parentId ?? null
  const ring = id === null ? null : parentRing(id, goal.parentId, next)
  const codeOf = (one: Id) => (one === id ? goal.code : (find(store, 'goals', one)?.code ?? ''))
  return checkGoal(
    goal,
    {
      twin: twinOf(store, 'goals', goal.planId, goal.code, id),
      area: alive(store, 'focusAreas', goal.focusAreaId),
      parent: alive(store, 'goals', goal.parentId),
      ring: ring?.map(codeOf) ?? null,
      leadUnit: alive(store, 'indicators', goal.leadIndicatorId)?.unit ?? null,
      undecided: id !== null && isUndecided(store, goal.planId, id),
    },
    day,
  )
}

/** What is wrong between a goal and what lies under it: sub-goals share its area, activities too where it has one; empty = good. */
export function wrongUnderGoal(store: Store, { id, planId, focusAreaId }: Goal): FieldMessages {
  const stray = sql(
    store,
    `SELECT 1 FROM goals WHERE plan_id = ? AND parent_id = ? AND deleted_at IS NULL AND focus_area_id IS NOT ?
     UNION ALL SELECT 1 FROM activities WHERE goal_id = ? AND deleted_at IS NULL AND ? IS NOT NULL AND focus_area_id IS NOT ? LIMIT 1`,
  ).get(planId, id, focusAreaId, id, focusAreaId, focusAreaId)
  return stray === undefined ? {} : { focusAreaId: fieldMessage('goalPartsOtherArea') }
}

/** Another record of a plan with the same code, but for case. */
function twinOf(
  store: Store,
  entity: 'goals' | 'activities',
  planId: Id,
  code: string | null,
  id: Id | null,
): { readonly title: string } | null {
  if (code === null) return null
  const rows = sql(
    store,
    `SELECT id, code, title FROM ${entity} INDEXED BY ${entity}_plan WHERE plan_id = ? AND deleted_at IS NULL`,
  ).all(planId) as { id: Id; code: string | null; title: string }[]
  const key = codeKey(code)
  return rows.find((row) => row.id !== id && row.code !== null && codeKey(row.code) === key) ?? null
}

/** True where a goal keeps wordings that state values, and none of its wordings is in force. */
function isUndecided(store: Store, planId: Id, goalId: Id): boolean {
  const own = wordingsOf(store, planId, goalId)
  return own.some(({ targetValue }) => targetValue !== null) && !own.some(({ inForce }) => inForce)
}

/** Wordings of a goal, or of the plan's main goal where `goalId` is null: the one in force first, then as they were made. */
export function wordingsOf(store: Store, planId: Id, goalId: Id | null): Wording[] {
  const rows = sql(
    store,
    `SELECT ${entities.wordings.select} FROM wordings INDEXED BY wordings_plan
     WHERE plan_id = ? AND goal_id IS ? AND deleted_at IS NULL ORDER BY in_force DESC, created_stamp, id`,
  ).all(planId, goalId)
  return rows.map((row) => decode('wordings', row as Record<string, unknown>))
}

/** What is wrong with a wording beside the others of its goal; empty = good. */
export function wrongInWording(store: Store, id: Id | null, wording: Omit<Wording, Marks>): FieldMessages {
  const other = wordingsOf(store, wording.planId, wording.goalId).find((one) => one.id !== id && one.inForce)
  return checkWording(wording, { goal: alive(store, 'goals', wording.goalId), other: other ?? null })
}

/** What is wrong with a strategy; empty = good. */
export function wrongInStrategy(store: Store, strategy: Omit<Strategy, Marks>): FieldMessages {
  return checkStrategy(strategy, {
    goal: alive(store, 'goals', strategy.goalId),
    area: alive(store, 'focusAreas', strategy.focusAreaId),
  })
}

/** What is wrong with an activity as it stands in its plan; empty = good. `id` is null for a new one. */
export function wrongInActivity(
  store: Store,
  id: Id | null,
  activity: Omit<Activity, Marks>,
  day: Moment,
): FieldMessages {
  return checkActivity(
    activity,
    {
      twin: twinOf(store, 'activities', activity.planId, activity.code, id),
      goal: alive(store, 'goals', activity.goalId),
      area: alive(store, 'focusAreas', activity.focusAreaId),
      strategy: alive(store, 'strategies', activity.strategyId),
    },
    day,
  )
}

/** What is wrong with a link: the same record is tied to a goal once; empty = good. */
export function wrongInGoalLink(store: Store, id: Id, link: GoalLink): FieldMessages {
  const twin = sql(
    store,
    `SELECT id FROM goal_links INDEXED BY goal_links_goal WHERE goal_id = ? AND deleted_at IS NULL AND id <> ?
       AND coalesce(commitment_id, project_id, milestone_id, decision_id, visit_id, follow_up_id, indicator_id) = ?`,
  )
    .pluck()
    .get(link.goalId, id, recordOfLink(link)) as Id | undefined
  return twin === undefined ? {} : { goalId: fieldMessage('goalLinkTwice') }
}

/** The id of what a link ties to its goal. */
export function recordOfLink(link: Omit<GoalLink, Marks | 'goalId' | 'note'>): Id | null {
  return (
    link.commitmentId ??
    link.projectId ??
    link.milestoneId ??
    link.decisionId ??
    link.visitId ??
    link.followUpId ??
    link.indicatorId
  )
}

function alive<N extends EntityName>(store: Store, entity: N, id: Id | null): Records[N] | null {
  const record = id === null ? undefined : find(store, entity, id)
  return record?.deletedAt === null ? record : null
}
