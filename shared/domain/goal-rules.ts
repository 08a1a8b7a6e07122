/** What makes goals, wordings, strategies and activities right, and what of a goal is to be looked at (records.md 3.15). */
import type { Message } from '../contract/problem.ts'
import { type FieldMessages, fieldMessage } from './checked.ts'
import { formatDay } from './days.ts'
import { kindsWithBaseline, kindsWithValue, statusDiffers } from './goal-gaps.ts'
import { unitProblem } from './goal-units.ts'
import { formatPeriod, isPeriod, periodEnd, periodStart } from './periods.ts'
import type { Activity, Goal, GoalStatus, Strategy, Wording } from './records/goal.ts'
import type { IndicatorUnit } from './records/indicator.ts'
import type { FocusArea } from './records/plan.ts'
import type { Day, Id, Language } from './values.ts'

type Marks = 'id' | 'createdStamp' | 'changedStamp' | 'deletedAt'
export type GoalContent = Omit<Goal, Marks>
/** What rules ask of the moment; days in messages are ISO unless `language` is given. */
interface Moment {
  readonly today: Day
  readonly language?: Language
}
/** What stands around a goal. */
export interface GoalSetting {
  /** Another goal of the plan with the same code; its title is told. */
  readonly twin: Pick<Goal, 'title'> | null
  readonly area: Pick<FocusArea, 'planId' | 'title'> | null
  readonly parent: Pick<Goal, 'planId' | 'code' | 'focusAreaId'> | null
  /** Codes from the goal up to itself where its parents go in a ring; null where they do not. */
  readonly ring: readonly string[] | null
  /** Unit of the lead indicator; null where none is chosen. */
  readonly leadUnit: IndicatorUnit | null
  /** True where wordings state values of their own and none of them is in force: the value is then not decided. */
  readonly undecided: boolean
}

/**
 * Field → what is wrong with a goal; empty = good. Its code is its own in the plan; its target has what its kind needs and no unit that
 * turns percent into percentage points; its periods can be read and follow each other; area and parent are of its plan and in no ring.
 */
export function checkGoal(goal: GoalContent, setting: GoalSetting, { today, language = 'sv' }: Moment): FieldMessages {
  const wrong: FieldMessages = { ...checkTarget(goal, setting), ...checkPeriods(goal, language) }
  if (setting.twin) wrong.code = fieldMessage('codeTaken', { title: setting.twin.title })
  if (setting.area && setting.area.planId !== goal.planId) {
    wrong.focusAreaId = fieldMessage('areaOfOtherPlan', { title: setting.area.title })
  }
  const { parent, ring } = setting
  if (parent && parent.planId !== goal.planId) wrong.parentId = fieldMessage('goalOfOtherPlan', { code: parent.code })
  else if (ring) wrong.parentId = fieldMessage('goalInRing', { ring: ring.join(' → ') })
  else if (parent && parent.focusAreaId !== goal.focusAreaId) {
    wrong.focusAreaId = fieldMessage('subGoalOtherArea', { code: parent.code })
  }
  if (goal.statusOn !== null && goal.statusOn > today) {
    wrong.statusOn = fieldMessage('dayInFuture', { today: formatDay(today, language) })
  }
  return wrong
}

function checkTarget(goal: GoalContent, { leadUnit, undecided }: GoalSetting): FieldMessages {
  const wrong: FieldMessages = {}
  const { targetKind, comparator } = goal
  if (kindsWithValue.has(targetKind) && goal.targetValue === null && !undecided) {
    wrong.targetValue = fieldMessage('targetValueMissing')
  }
  if (targetKind === 'level' && goal.targetUnit === null && leadUnit === null) {
    wrong.targetUnit = fieldMessage('targetUnitMissing')
  }
  const least = targetKind === 'annualRate' ? -99.999 : targetKind === 'relativeChange' ? -100 : -Infinity
  if (goal.targetValue !== null && goal.targetValue < least) wrong.targetValue = fieldMessage('fallsBelowNothing')
  if (targetKind === 'multiple' && goal.targetValue !== null && goal.targetValue <= 0) {
    wrong.targetValue = fieldMessage('multipleNotPositive')
  }
  const target = goal.targetValue === null && !undecided ? null : goal.targetUnit
  const unit = unitProblem(targetKind, target, leadUnit)
  if (unit) wrong.targetUnit = unit
  const baseline = goal.baselineValue === null ? null : unitProblem('level', goal.baselineUnit, leadUnit)
  if (baseline) wrong.baselineUnit = baseline
  if (targetKind === 'betterThanReference' && goal.referenceId === null && goal.referenceText === null) {
    wrong.referenceId = fieldMessage('referenceMissing')
  }
  if (goal.referenceId !== null && goal.referenceId === goal.leadIndicatorId) {
    wrong.referenceId = fieldMessage('referenceIsLead')
  }
  if (targetKind === 'qualitative' && goal.test === null) wrong.test = fieldMessage('testMissing')
  if (comparator === 'rank' && targetKind !== 'qualitative' && (goal.targetUnit ?? leadUnit) !== 'rank') {
    wrong.comparator = fieldMessage('rankNeedsRank')
  }
  return wrong
}

function checkPeriods(goal: GoalContent, language: Language): FieldMessages {
  const wrong: FieldMessages = {}
  const { baselinePeriod, targetPeriod, deadline } = goal
  if (baselinePeriod !== null && !isPeriod(baselinePeriod)) wrong.baselinePeriod = fieldMessage('badPeriod')
  if (targetPeriod !== null && !isPeriod(targetPeriod)) wrong.targetPeriod = fieldMessage('badPeriod')
  if (wrong.baselinePeriod || wrong.targetPeriod) return wrong
  // Without a target period the deadline is what is counted to.
  if (targetPeriod === null && deadline !== null && baselinePeriod !== null && deadline <= periodEnd(baselinePeriod)) {
    wrong.deadline = fieldMessage('deadlineBeforeBaseline', {
      day: formatDay(deadline, language),
      period: formatPeriod(baselinePeriod, language),
    })
  }
  if (targetPeriod === null) return wrong
  if (baselinePeriod !== null && periodEnd(targetPeriod) <= periodEnd(baselinePeriod)) {
    wrong.targetPeriod = fieldMessage('targetBeforeBaseline', { period: formatPeriod(baselinePeriod, language) })
  }
  if (deadline !== null && deadline < periodStart(targetPeriod)) {
    wrong.deadline = fieldMessage('deadlineBeforeTarget', {
      day: formatDay(deadline, language),
      period: formatPeriod(targetPeriod, language),
    })
  }
  return wrong
}

/**
 * What is wrong with a status set by hand; asked when it is set, since figures that come later contradict no form that is being filled
 * in: where it says another thing than the figures, it says why (records.md 3.15).
 */
export function checkStatus(
  { status, statusComment }: Pick<Goal, 'status' | 'statusComment'>,
  byFigures: GoalStatus,
): FieldMessages {
  if (!statusDiffers(status, byFigures) || statusComment !== null) return {}
  return { statusComment: fieldMessage('statusCommentMissing') }
}

/**
 * The goals from one up through its parents and back to itself, if it were put under `parentId`; null where there is no such ring.
 * `next` gives the parent of a goal as it is stored.
 */
export function parentRing(id: Id, parentId: Id | null, next: (id: Id) => Id | null): Id[] | null {
  const ring = [id]
  const seen = new Set(ring)
  for (let at = parentId; at !== null; at = next(at)) {
    ring.push(at)
    if (at === id) return ring
    // A ring of others is not this goal's; stored data has none, and going round for ever helps nobody.
    if (seen.has(at)) return null
    seen.add(at)
  }
  return null
}

/**
 * Right, but to be looked at, in the order of the fields: no baseline to count from; a rate without its first or last year; no target
 * year (records.md 3.15: a warning, none of the founding goals states one); a deadline after the target period; another value than the
 * wording in force states.
 */
export function goalWarnings(
  goal: GoalContent,
  of: { readonly inForce: Pick<Wording, 'targetValue'> | null },
  { language = 'sv' }: { readonly language?: Language } = {},
): { field: string; message: Message }[] {
  const found: { field: string; message: Message }[] = []
  const warn = (field: string, key: string, params?: Message['params']) =>
    found.push({ field, message: fieldMessage(key, params) })
  const { targetKind, targetPeriod, deadline } = goal
  const stated = of.inForce?.targetValue ?? null
  if (stated !== null && goal.targetValue !== null && stated !== goal.targetValue) {
    warn('targetValue', 'wordingSaysOther')
  }
  if (kindsWithBaseline.has(targetKind) && goal.baselineValue === null) warn('baselineValue', 'baselineMissing')
  if (goal.baselineValue !== null && goal.baselinePeriod === null) warn('baselinePeriod', 'baselinePeriodMissing')
  if (targetKind === 'annualRate' && goal.baselinePeriod === null && goal.baselineValue === null) {
    warn('baselinePeriod', 'rateWithoutStart')
  }
  if (targetKind === 'annualRate' && targetPeriod === null && deadline === null) {
    warn('targetPeriod', 'rateWithoutEnd')
  } else if (targetKind !== 'none' && targetPeriod === null && deadline === null) {
    warn('targetPeriod', 'targetPeriodMissing')
  }
  if (targetPeriod !== null && deadline !== null && deadline > periodEnd(targetPeriod)) {
    warn('deadline', 'deadlineAfterTarget', {
      day: formatDay(deadline, language),
      period: formatPeriod(targetPeriod, language),
    })
  }
  return found
}

/** Field → what is wrong with a strategy: it stands under a goal or under a focus area, not both, of its own plan. */
export function checkStrategy(
  strategy: Pick<Strategy, 'planId' | 'goalId' | 'focusAreaId'>,
  of: {
    readonly goal: Pick<Goal, 'planId' | 'code'> | null
    readonly area: Pick<FocusArea, 'planId' | 'title'> | null
  },
): FieldMessages {
  const wrong = homeProblems(strategy.planId, of)
  if ((strategy.goalId === null) === (strategy.focusAreaId === null)) wrong.goalId = fieldMessage('strategyHome')
  return wrong
}

/** Field → what is wrong with a wording: its goal is of its plan, and no `other` of the same goal is in force beside it. */
export function checkWording(
  wording: Pick<Wording, 'planId' | 'inForce'>,
  of: { readonly goal: Pick<Goal, 'planId' | 'code'> | null; readonly other: Pick<Wording, 'text'> | null },
): FieldMessages {
  const wrong = homeProblems(wording.planId, { goal: of.goal, area: null })
  if (wording.inForce && of.other) wrong.inForce = fieldMessage('wordingInForceAlready', { text: of.other.text })
  return wrong
}

/**
 * Field → what is wrong with an activity: what it belongs to is of its plan and agrees, its code is its own, what was dropped says why,
 * and nothing has happened in the future.
 */
export function checkActivity(
  activity: Omit<Activity, Marks>,
  of: {
    readonly twin: Pick<Activity, 'title'> | null
    readonly goal: Pick<Goal, 'planId' | 'code' | 'focusAreaId'> | null
    readonly area: Pick<FocusArea, 'planId' | 'title'> | null
    readonly strategy: Pick<Strategy, 'planId'> | null
  },
  { today, language = 'sv' }: Moment,
): FieldMessages {
  const wrong = homeProblems(activity.planId, of)
  if (of.twin) wrong.code = fieldMessage('codeTaken', { title: of.twin.title })
  if (of.strategy && of.strategy.planId !== activity.planId) wrong.strategyId = fieldMessage('strategyOfOtherPlan')
  if (!wrong.goalId && of.goal?.focusAreaId && activity.focusAreaId !== of.goal.focusAreaId) {
    wrong.focusAreaId ??= fieldMessage('activityOtherArea', { code: of.goal.code })
  }
  if (activity.status === 'dropped' && activity.statusComment === null) {
    wrong.statusComment = fieldMessage('droppedWithoutReason')
  }
  if (activity.statusOn !== null && activity.statusOn > today) {
    wrong.statusOn = fieldMessage('dayInFuture', { today: formatDay(today, language) })
  }
  if (activity.status === 'done' && activity.year !== null && activity.year > Number(today.slice(0, 4))) {
    wrong.status = fieldMessage('doneBeforeItsYear', { year: activity.year })
  }
  return wrong
}

function homeProblems(
  planId: Id,
  of: {
    readonly goal: Pick<Goal, 'planId' | 'code'> | null
    readonly area: Pick<FocusArea, 'planId' | 'title'> | null
  },
): FieldMessages {
  const wrong: FieldMessages = {}
  if (of.goal && of.goal.planId !== planId) wrong.goalId = fieldMessage('goalOfOtherPlan', { code: of.goal.code })
  if (of.area && of.area.planId !== planId)
    wrong.focusAreaId = fieldMessage('areaOfOtherPlan', { title: of.area.title })
  return wrong
}
