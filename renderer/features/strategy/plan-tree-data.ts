import type { Strategy } from '#shared/domain/records/goal.ts'
import type { OpenPlan, PlanActivity, PlanArea, PlanGoal } from './plan-use.ts'

/** What hangs under an area, a goal or the plan itself, each kind in its order. */
export interface Under {
  readonly strategies: readonly Strategy[]
  readonly goals: readonly PlanGoal[]
  readonly activities: readonly PlanActivity[]
}

/** What stands right under an area; under none (null), also what names a part that is gone, so that nothing is out of sight. */
export function underArea(open: OpenPlan, area: PlanArea | null): Under {
  const areas = new Set(open.plan.areas.map(({ id }) => id))
  const goals = new Set(open.goals.map(({ id }) => id))
  const here = (id: string | null) => (area ? id === area.id : id === null || !areas.has(id))
  const free = (id: string | null) => id === null || !goals.has(id)
  return {
    strategies: open.strategies.filter((one) => free(one.goalId) && here(one.focusAreaId)),
    goals: open.goals.filter((one) => free(one.parentId) && here(one.focusAreaId)),
    activities: open.activities.filter((one) => free(one.goalId) && here(one.focusAreaId)),
  }
}

/** What stands right under a goal. */
export function underGoal(open: OpenPlan, { id }: PlanGoal): Under {
  return {
    strategies: open.strategies.filter(({ goalId }) => goalId === id),
    goals: open.goals.filter(({ parentId }) => parentId === id),
    activities: open.activities.filter(({ goalId }) => goalId === id),
  }
}
