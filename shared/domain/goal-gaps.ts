/** What a goal lacks on the red thread, and how late an activity is: told in lists, never stored (records.md 3.15). */
import { addMonths, daysBetween } from './days.ts'
import type { Activity, Goal, GoalGap, GoalStatus, LinkKind, TargetKind } from './records/goal.ts'
import type { Day } from './values.ts'

/** Kinds whose target value says something of a number. For the reference kind none is needed: it means "just better". */
export const kindsWithValue: ReadonlySet<TargetKind> = new Set([
  'level',
  'multiple',
  'relativeChange',
  'absoluteChange',
  'annualRate',
])
/** Kinds whose target is counted from a baseline. */
export const kindsWithBaseline: ReadonlySet<TargetKind> = new Set(['multiple', 'relativeChange', 'absoluteChange'])

/** A code as a sort key: its numbers padded, so that M-1.10 comes after M-1.9; codes alike but for case stand together. */
export function codeKey(code: string): string {
  return code.toLowerCase().replace(/\d+/g, (digits) => digits.padStart(8, '0'))
}

/**
 * True where a status set by hand says another thing than the figures. Not where either is "not measurable": figures that say nothing
 * contradict nobody, and whoever says so by hand claims nothing.
 */
export function statusDiffers(byHand: GoalStatus | null, byFigures: GoalStatus): boolean {
  return byHand !== null && byHand !== 'notMeasurable' && byFigures !== 'notMeasurable' && byHand !== byFigures
}

/** The status that counts: set by hand, else by figures. */
export function statusOf(goal: Pick<Goal, 'status'>, figures: { readonly status: GoalStatus }): GoalStatus {
  return goal.status ?? figures.status
}

/** The kinds of link that are work or means towards a goal; an indicator only measures it. */
const working: readonly LinkKind[] = ['commitment', 'project', 'milestone', 'decision', 'visit', 'followUp']

/**
 * What a goal lacks, in the order that lists name it. `indicators` is how many measure it, `measuredSince` tells whether one of them has a
 * value of a period that ends on a day or later; `wordings` how many are kept and `inForce` how many of them are in force.
 */
export function gapsOfGoal(
  goal: Pick<
    Goal,
    | 'responsibleId'
    | 'targetKind'
    | 'targetValue'
    | 'baselineValue'
    | 'targetPeriod'
    | 'deadline'
    | 'referenceId'
    | 'referenceText'
    | 'status'
  >,
  of: {
    readonly figures: { readonly status: GoalStatus; readonly baseline: object | null }
    readonly serving: Readonly<Record<LinkKind, number>>
    readonly activities: number
    readonly wordings: number
    readonly inForce: number
    readonly indicators: number
    readonly measuredSince: (day: Day) => boolean
    readonly today: Day
  },
): GoalGap[] {
  const gaps: GoalGap[] = []
  const { targetKind } = goal
  if (goal.responsibleId === null) gaps.push('noResponsible')
  if (of.indicators === 0) gaps.push('noIndicator')
  if (of.serving.project === 0) gaps.push('noProject')
  if (of.activities === 0 && working.every((kind) => of.serving[kind] === 0)) gaps.push('nothingServes')
  // A figure that ends on the day two years ago is recent still.
  if (of.indicators > 0 && !of.measuredSince(addMonths(of.today, -24))) gaps.push('noRecentFigure')
  if (targetKind === 'none' || (kindsWithValue.has(targetKind) && goal.targetValue === null)) gaps.push('noTarget')
  if (kindsWithBaseline.has(targetKind) && goal.baselineValue === null && of.figures.baseline === null) {
    gaps.push('noBaseline')
  }
  if (targetKind !== 'none' && goal.targetPeriod === null && goal.deadline === null) gaps.push('noTargetPeriod')
  if (of.wordings > 0 && of.inForce === 0) gaps.push('noWordingInForce')
  if (statusDiffers(goal.status, of.figures.status)) gaps.push('statusDiffers')
  return gaps
}

/** Days since an activity's day, or the end of its year, passed while it is neither done nor dropped; 0 else. */
export function activityDaysOverdue({ status, dueOn, year }: Pick<Activity, 'status' | 'dueOn' | 'year'>, today: Day) {
  if (status === 'done' || status === 'dropped') return 0
  const due = dueOn ?? (year === null ? null : `${year}-12-31`)
  return due === null ? 0 : Math.max(0, daysBetween(due, today))
}
