/** The figures of a goal as the series of a chart: result, way to the target, reference. Pure. */
import { pathValue } from '../../domain/goal-targets.ts'
import { periodPosition } from '../../domain/periods.ts'
import type { PaperGoal } from '../strategy-snapshot.ts'

/** Fewer figures make no line worth a chart. */
export const fewestFigures = 3
/** A paper shows the newest of a long series. */
const mostPoints = 24

export interface GoalChart {
  readonly periods: readonly string[]
  readonly value: readonly (number | null)[]
  /** From the newest break on; null where the series has none. */
  readonly afterBreak: readonly (number | null)[] | null
  /** Where the figure should be to arrive in time, or the level aimed at where the plan says no time; null where there is no target. */
  readonly path: readonly (number | null)[] | null
  /** True where `path` climbs from baseline to target, false where it is the target's level all along. */
  readonly climbs: boolean
  readonly reference: readonly (number | null)[] | null
}

/** Kinds whose target is, or gives, a level of the lead indicator; "better than" is none. */
const levelKinds: ReadonlySet<PaperGoal['kind']> = new Set([
  'level',
  'multiple',
  'relativeChange',
  'absoluteChange',
  'annualRate',
])

/** Null where the lead indicator has fewer than three figures. */
export function chartOf(goal: PaperGoal): GoalChart | null {
  const points = goal.series.slice(-mostPoints)
  if (points.filter(({ value }) => value !== null).length < fewestFigures) return null
  const broken = points.findLastIndex(({ breaks }) => breaks)
  const value = points.map(({ value: one }) => one)
  const periods = points.map(({ period }) => period)
  const { path, climbs } = pathOf(goal, periods)
  const reference = points.map(({ reference: one }) => one)
  // A break at the first figure shown parts it from nothing.
  const parts = broken > 0
  return {
    periods,
    value: parts ? value.map((one, at) => (at < broken ? one : null)) : value,
    afterBreak: parts ? value.map((one, at) => (at < broken ? null : one)) : null,
    path,
    climbs,
    reference: reference.every((one) => one === null) ? null : reference,
  }
}

function pathOf(goal: PaperGoal, periods: readonly string[]): Pick<GoalChart, 'path' | 'climbs'> {
  const { target, baseline, kind } = goal
  if (target === null || !levelKinds.has(kind)) return { path: null, climbs: false }
  const targetPeriod = goal.targetPeriod ?? goal.deadline
  const aim = { kind, value: goal.targetValue, comparator: goal.comparator, way: 'up' as const, targetPeriod }
  const from = baseline?.period ?? null
  if (baseline === null || from === null || targetPeriod === null) {
    return { path: periods.map(() => target), climbs: false }
  }
  const path = periods.map((period) =>
    periodPosition(period) < periodPosition(from) ? null : pathValue(aim, baseline, target, period),
  )
  return { path, climbs: true }
}
