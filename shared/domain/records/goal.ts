import { z } from 'zod'
import { count, day, id, line, oneOf, text, title, year } from '../values.ts'
import { changesOf, recordMarks } from './common.ts'
import { figure, indicatorUnits } from './indicator.ts'

export const targetKinds = [
  'none',
  'level',
  'multiple',
  'relativeChange',
  'absoluteChange',
  'annualRate',
  'betterThanReference',
  'qualitative',
] as const
export type TargetKind = (typeof targetKinds)[number]
export const comparators = ['atLeast', 'moreThan', 'atMost', 'lessThan', 'rank'] as const
export type Comparator = (typeof comparators)[number]
export const goalStatuses = ['onTrack', 'atRisk', 'offTrack', 'reached', 'notMeasurable'] as const
export type GoalStatus = (typeof goalStatuses)[number]

/** A period as `indicator.ts` has it (`periodText`), or null; told apart from a day, since "2016" is no day. */
const period = line

/**
 * A goal or sub-goal (mål, delmål; records.md 3.15). What the target value means depends on `targetKind`: the level itself, the factor,
 * percent of change, change in the indicator's unit, percent a year, the distance to the reference series (none = just better).
 */
export const goalFields = {
  planId: id,
  focusAreaId: id.nullable(),
  /** The goal that this is a sub-goal of; never in a ring, always of the same plan. */
  parentId: id.nullable(),
  /** "M-1.1"; unique within the plan. */
  code: z.string().trim().min(1, 'problems.field.required').max(20, 'problems.field.codeTooLong'),
  title,
  /** 0, 1, 2 … among the goals of its plan. */
  position: count,
  definition: text,
  targetKind: oneOf(targetKinds),
  targetValue: figure.nullable(),
  targetUnit: oneOf(indicatorUnits).nullable(),
  /** Null = at least where the lead indicator is better higher, at most where it is better lower. */
  comparator: oneOf(comparators).nullable(),
  baselineValue: figure.nullable(),
  baselineUnit: oneOf(indicatorUnits).nullable(),
  baselinePeriod: period,
  baselineSource: line,
  /** The series that it is to be better than. */
  referenceId: id.nullable(),
  /** What it is compared with, in the plan's own words ("nasjonalt nivå"). */
  referenceText: line,
  /** The period whose figure is to meet the target; null = the plan states none, which is told and never guessed. */
  targetPeriod: period,
  deadline: day.nullable(),
  /** How a qualitative goal is judged; needed for one. */
  test: text,
  responsibleId: id.nullable(),
  /** Set by hand; the status by figures stands beside it. */
  status: oneOf(goalStatuses).nullable(),
  /** Needed where the status set by hand differs from the one by figures. */
  statusComment: text,
  statusOn: day.nullable(),
  /** The indicator whose figures tell its progress. */
  leadIndicatorId: id.nullable(),
  /** The sentence that leads into its strategies. */
  strategyIntro: text,
  /** The same goal in the version before. */
  previousId: id.nullable(),
}
export const goal = z.object({ ...recordMarks, ...goalFields })
export type Goal = z.infer<typeof goal>
export const goalChanges = changesOf(goalFields)

/** A wording of a goal, or of its plan's main goal where `goalId` is null. One at most is in force; conflicting ones are kept. */
export const wordingFields = {
  planId: id,
  goalId: id.nullable(),
  text: z.string().trim().min(1, 'problems.field.required').max(10_000, 'problems.field.textTooLong'),
  sourceDocument: line,
  /** Page, section. */
  place: line,
  inForce: z.boolean(),
  /** The target value that this wording states, where wordings differ in it. */
  targetValue: figure.nullable(),
}
export const wording = z.object({ ...recordMarks, ...wordingFields })
export type Wording = z.infer<typeof wording>
export const wordingChanges = changesOf(wordingFields)

/** A strategy line of a goal, or of a whole focus area. */
export const strategyFields = {
  planId: id,
  goalId: id.nullable(),
  focusAreaId: id.nullable(),
  /** 0, 1, 2 … under its goal or area. */
  position: count,
  text: z.string().trim().min(1, 'problems.field.required').max(10_000, 'problems.field.textTooLong'),
  examples: z.array(z.string().trim().min(1).max(200)).max(50),
}
export const strategy = z.object({ ...recordMarks, ...strategyFields })
export type Strategy = z.infer<typeof strategy>
export const strategyChanges = changesOf(strategyFields)

export const activityStatuses = ['notStated', 'planned', 'ongoing', 'done', 'dropped'] as const
export type ActivityStatus = (typeof activityStatuses)[number]
/** A measure or yearly activity (tiltak, aktivitet / åtgärd, aktivitet) of a plan, under an area, promise or goal where that is said. */
export const activityFields = {
  planId: id,
  focusAreaId: id.nullable(),
  goalId: id.nullable(),
  /** The strategy that it carries out. */
  strategyId: id.nullable(),
  /** "A-1"; unique within the plan where given. */
  code: z.string().trim().max(20, 'problems.field.codeTooLong').nullable(),
  title,
  /** The year that it is for; null = not stated or each year. */
  year: year.nullable(),
  responsibleId: id.nullable(),
  status: oneOf(activityStatuses),
  /** What came of it; needed where it was dropped. */
  statusComment: text,
  statusOn: day.nullable(),
  dueOn: day.nullable(),
  /** What must come first, in words. */
  dependsOn: line,
  previousId: id.nullable(),
}
export const activity = z.object({ ...recordMarks, ...activityFields })
export type Activity = z.infer<typeof activity>
export const activityChanges = changesOf(activityFields)

/** What may serve a goal, and the field of the link that names it. */
export const linkKinds = ['commitment', 'project', 'milestone', 'decision', 'visit', 'followUp', 'indicator'] as const
export type LinkKind = (typeof linkKinds)[number]
/** A strand of the red thread (rød tråd / röd tråd): exactly one of the ids is set. */
export const goalLinkFields = {
  goalId: id,
  commitmentId: id.nullable(),
  projectId: id.nullable(),
  milestoneId: id.nullable(),
  decisionId: id.nullable(),
  visitId: id.nullable(),
  followUpId: id.nullable(),
  indicatorId: id.nullable(),
  /** How it serves the goal. */
  note: line,
}
export const goalLink = z.object({ ...recordMarks, ...goalLinkFields })
export type GoalLink = z.infer<typeof goalLink>

/** Why the figures say nothing, or less than they could, of a goal. Told, never guessed at. */
export const figureGaps = [
  'noTarget',
  'noLeadIndicator',
  'noBaseline',
  'noBaselinePeriod',
  'baselineNotPositive',
  'noTargetPeriod',
  'noFigure',
  'noNewerFigure',
  'noReference',
  'noReferenceFigure',
  'unitsDiffer',
  'judgedByHand',
  'seriesBroken',
] as const
export type FigureGap = (typeof figureGaps)[number]
/** What a goal lacks on the red thread. */
export const goalGaps = [
  'noResponsible',
  'noIndicator',
  'noProject',
  'nothingServes',
  'noRecentFigure',
  'noTarget',
  'noBaseline',
  'noTargetPeriod',
  'noWordingInForce',
  'statusDiffers',
] as const
export type GoalGap = (typeof goalGaps)[number]
