/** What makes a milestone's three dates right, and how it stands by them (records.md 3.19). */
import { type FieldMessages, fieldMessage } from './checked.ts'
import { daysBetween, formatDay } from './days.ts'
import { isEndedProject } from './project-rules.ts'
import type { Milestone, MilestoneState, ProjectStatus } from './records/project.ts'
import type { Day, Language } from './values.ts'

type Dates = Pick<Milestone, 'baselineOn' | 'forecastOn' | 'actualOn'>
/** What rules ask of the moment; days in messages are ISO unless `language` is given. */
interface Moment {
  readonly today: Day
  readonly language?: Language
}

/**
 * Derived, never stored (records.md 3.19): reached or reached late where the actual day is said, by the baseline; else not reached
 * where the project is finished or stopped, since nobody waits for it any more; else overdue where the day it is expected on has
 * passed; else late where the forecast is past the baseline; else on time. Exactly one holds.
 */
export function milestoneState(
  { baselineOn, forecastOn, actualOn }: Dates,
  today: Day,
  project: ProjectStatus,
): MilestoneState {
  if (actualOn !== null) return actualOn > baselineOn ? 'reachedLate' : 'reached'
  if (isEndedProject(project)) return 'notReached'
  if ((forecastOn ?? baselineOn) < today) return 'overdue'
  return forecastOn !== null && forecastOn > baselineOn ? 'late' : 'onTime'
}

/** True for a milestone that waits and is late or overdue. */
export function isSlipping(state: MilestoneState): boolean {
  return state === 'late' || state === 'overdue'
}

/** The day it stands on: actual, else forecast, else baseline. */
export function standsOn({ baselineOn, forecastOn, actualOn }: Dates): Day {
  return actualOn ?? forecastOn ?? baselineOn
}

/** Days from the baseline to the actual day, else the forecast; negative = early; null where neither is said (records.md 3.19). */
export function slipDays({ baselineOn, forecastOn, actualOn }: Dates): number | null {
  const day = actualOn ?? forecastOn
  return day === null ? null : daysBetween(baselineOn, day)
}

/** Days since the day it was expected on, the forecast, else the baseline; 0 where it is not overdue. */
export function milestoneDaysOverdue(milestone: Dates, today: Day, project: ProjectStatus): number {
  return milestoneState(milestone, today, project) === 'overdue' ? daysBetween(standsOn(milestone), today) : 0
}

/** Everything that a list tells of a milestone beside its own fields; `project` is the status of its project. */
export function milestoneStanding(milestone: Dates, today: Day, project: ProjectStatus) {
  return {
    state: milestoneState(milestone, today, project),
    standsOn: standsOn(milestone),
    slipDays: slipDays(milestone),
    daysOverdue: milestoneDaysOverdue(milestone, today, project),
  }
}

/** True where the forecast or the actual day is later than the baseline: a reason is needed then (records.md 3.19). */
export function deviates({ baselineOn, forecastOn, actualOn }: Dates): boolean {
  return (forecastOn !== null && forecastOn > baselineOn) || (actualOn !== null && actualOn > baselineOn)
}

/**
 * Field → what is wrong with a milestone; empty = good. A forecast or an actual day later than the baseline needs a reason; neither
 * the actual day nor the day that the baseline was set on lies in the future (records.md 3.19).
 */
export function checkMilestone(
  milestone: Dates & Pick<Milestone, 'deviationReason' | 'baselineSetOn'>,
  { today, language = 'sv' }: Moment,
): FieldMessages {
  const wrong: FieldMessages = {}
  const inFuture = fieldMessage('dayInFuture', { today: formatDay(today, language) })
  if (milestone.actualOn !== null && milestone.actualOn > today) wrong.actualOn = inFuture
  if (milestone.baselineSetOn > today) wrong.baselineSetOn = inFuture
  if (deviates(milestone) && milestone.deviationReason === null) {
    wrong.deviationReason = fieldMessage('deviationReasonMissing', { day: formatDay(milestone.baselineOn, language) })
  }
  return wrong
}

/**
 * Field → what is wrong with a new baseline of a milestone; empty = good. It is another day than the one in force, set no earlier than
 * that one and not in the future, with a reason; a forecast past it needs its own reason first, since none is taken away in silence.
 */
export function checkRebaseline(
  milestone: Dates & Pick<Milestone, 'deviationReason' | 'baselineSetOn'>,
  next: { readonly baselineOn: Day; readonly setOn: Day; readonly reason: string | null },
  { today, language = 'sv' }: Moment,
): FieldMessages {
  const wrong: FieldMessages = {}
  const written = (day: Day) => ({ day: formatDay(day, language) })
  if (next.baselineOn === milestone.baselineOn) wrong.baselineOn = fieldMessage('baselineUnchanged')
  else if (milestone.deviationReason === null && deviates({ ...milestone, baselineOn: next.baselineOn })) {
    wrong.baselineOn = fieldMessage('forecastAfterBaseline', written(standsOn(milestone)))
  }
  if (next.setOn > today) wrong.setOn = fieldMessage('dayInFuture', { today: formatDay(today, language) })
  else if (next.setOn < milestone.baselineSetOn) {
    wrong.setOn = fieldMessage('baselineSetBefore', written(milestone.baselineSetOn))
  }
  if (next.reason === null) wrong.reason = fieldMessage('rebaselineReasonMissing')
  else if (next.reason.trim().length > 10_000) wrong.reason = fieldMessage('textTooLong')
  return wrong
}
