import { statusOf } from '#shared/domain/goal-gaps.ts'
import type { GoalStatus } from '#shared/domain/records/goal.ts'
import type { OpenPlan, PlanActivity, PlanArea, PlanGoal } from './plan-use.ts'

export interface MapFilter {
  readonly gapsOnly: boolean
  readonly statuses: readonly GoalStatus[]
}
/** A goal of the map with the sub-goals under it that are shown. */
export interface MapGoal {
  readonly goal: PlanGoal
  readonly subGoals: readonly MapGoal[]
}
export interface MapColumn {
  /** Null: what belongs to no area. */
  readonly area: PlanArea | null
  readonly goals: readonly MapGoal[]
  /** Under the area itself or under goals of it. */
  readonly activities: readonly PlanActivity[]
}

const fits = (goal: PlanGoal, { gapsOnly, statuses }: MapFilter) =>
  (!gapsOnly || goal.gaps.length > 0) && (statuses.length === 0 || statuses.includes(statusOf(goal, goal.figures)))

/**
 * The plan's areas in their order, each with its goals and activities; last what belongs to none, where there is any. A goal that doesn't
 * fit the filter stays where a sub-goal of it does. While a filter is on, areas without a goal that fits are left out.
 */
export function columnsOf(open: OpenPlan, filter: MapFilter): MapColumn[] {
  const filtered = filter.gapsOnly || filter.statuses.length > 0
  const ids = new Set(open.goals.map(({ id }) => id))
  const areaIds = new Set(open.plan.areas.map(({ id }) => id))
  const home = (areaId: string | null) => (areaId !== null && areaIds.has(areaId) ? areaId : null)
  const byId = new Map(open.goals.map((goal) => [goal.id, goal]))
  const under = (parentId: string): MapGoal[] => open.goals.filter((one) => one.parentId === parentId).flatMap(shown)
  const shown = (goal: PlanGoal): MapGoal[] => {
    const subGoals = under(goal.id)
    return subGoals.length > 0 || fits(goal, filter) ? [{ goal, subGoals }] : []
  }
  const tops = open.goals.filter(({ parentId }) => parentId === null || !ids.has(parentId))
  const areaOfActivity = ({ focusAreaId, goalId }: PlanActivity) =>
    home(focusAreaId ?? byId.get(goalId ?? '')?.focusAreaId ?? null)
  const column = (area: PlanArea | null): MapColumn => ({
    area,
    goals: tops.filter(({ focusAreaId }) => home(focusAreaId) === (area?.id ?? null)).flatMap(shown),
    activities: open.activities.filter((one) => areaOfActivity(one) === (area?.id ?? null)),
  })
  const rest = column(null)
  const all = [...open.plan.areas.map(column), ...(rest.goals.length + rest.activities.length > 0 ? [rest] : [])]
  return filtered ? all.filter(({ goals }) => goals.length > 0) : all
}

/** How many goals of the plan fit the filter by themselves. */
export const countFitting = (open: OpenPlan, filter: MapFilter) =>
  open.goals.filter((goal) => fits(goal, filter)).length
