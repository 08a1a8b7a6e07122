/**
 * Plans, goals and indicators as papers print them: section 10 of a board package, its sheets, and the report that walks a plan. Made
 * from the database by `db/strategy-snapshot.ts`. Figures are in the unit that stands beside them; nothing confidential is named.
 */
import { z } from 'zod'
import {
  activityStatuses,
  comparators,
  figureGaps,
  goalGaps,
  goalStatuses,
  linkKinds,
  targetKinds,
} from '../domain/records/goal.ts'
import {
  availabilities,
  directions,
  frequencies,
  indicatorUnits,
  measurementStatuses,
} from '../domain/records/indicator.ts'
import { lights, projectStatuses } from '../domain/records/project.ts'
import { country, day, instant, language } from '../domain/values.ts'

const trend = z.object({
  direction: z.enum(['up', 'down', 'flat']),
  /** Null where the indicator is neither better higher nor lower. */
  better: z.boolean().nullable(),
  change: z.number(),
  /** The period of the figure before. */
  since: z.string(),
})
const figure = z.object({ value: z.number(), period: z.string(), status: z.enum(measurementStatuses) })

const paperIndicator = z.object({
  code: z.string(),
  title: z.string(),
  /** Of its plan's main goal: the heading that it stands under; null for those of goals. */
  group: z.string().nullable(),
  /** True for an indicator of a plan's main goal. */
  ofMainGoal: z.boolean(),
  unit: z.enum(indicatorUnits),
  unitText: z.string().nullable(),
  decimals: z.int(),
  direction: z.enum(directions),
  source: z.string().nullable(),
  frequency: z.enum(frequencies),
  availability: z.enum(availabilities),
  nextExpectedOn: day.nullable(),
  /** 0 where it is not late, or where nothing says when it is to come. */
  daysOverdue: z.int(),
  responsible: z.string().nullable(),
  definition: z.string().nullable(),
  /** Codes of the goals that it measures. */
  goals: z.array(z.string()),
  /** The newest figure in force of its first region, the whole. */
  latest: figure.nullable(),
  /** Why the newest period has no figure; null where it has one, or where there is none at all. */
  missing: z.object({ period: z.string(), reason: z.string().nullable() }).nullable(),
  trend: trend.nullable(),
})

/** Something that serves a goal and may be named. */
const serving = z.object({
  kind: z.enum(linkKinds.filter((kind) => kind !== 'indicator')),
  title: z.string(),
  /** Partner, project or company that it belongs to. */
  of: z.string().nullable(),
  on: day.nullable(),
  note: z.string().nullable(),
})

const point = z.object({
  period: z.string(),
  value: z.number().nullable(),
  status: z.enum(measurementStatuses),
  /** Figures from here on can't be compared with those before. */
  breaks: z.boolean(),
  breakNote: z.string().nullable(),
  /** The reference series' figure of the same period. */
  reference: z.number().nullable(),
})

const paperGoal = z.object({
  code: z.string(),
  /** The wording in force, else the title. */
  title: z.string(),
  areaNumber: z.int().nullable(),
  parentCode: z.string().nullable(),
  definition: z.string().nullable(),
  /** Every wording where more than one is kept. */
  wordings: z.array(
    z.object({
      text: z.string(),
      source: z.string().nullable(),
      place: z.string().nullable(),
      inForce: z.boolean(),
      targetValue: z.number().nullable(),
    }),
  ),
  kind: z.enum(targetKinds),
  targetValue: z.number().nullable(),
  targetUnit: z.enum(indicatorUnits).nullable(),
  comparator: z.enum(comparators).nullable(),
  /** The level that is aimed at, in the lead indicator's unit; null where it can't be counted out. */
  target: z.number().nullable(),
  targetPeriod: z.string().nullable(),
  deadline: day.nullable(),
  test: z.string().nullable(),
  baseline: z.object({ value: z.number(), period: z.string().nullable(), source: z.string().nullable() }).nullable(),
  baselineUnit: z.enum(indicatorUnits).nullable(),
  /** What it is compared with: the plan's own words, else the series. */
  reference: z.string().nullable(),
  /** Code of the indicator whose figures tell its progress. */
  lead: z.string().nullable(),
  latest: figure.nullable(),
  referenceFigure: figure.nullable(),
  expected: z.number().nullable(),
  /** Share of the way from baseline to target; 0.35 = 35 %. */
  progress: z.number().nullable(),
  trend: trend.nullable(),
  /** The period of the newest series break between baseline and latest figure, and what is said of it. */
  brokenIn: z.string().nullable(),
  statusByFigures: z.enum(goalStatuses),
  figureGaps: z.array(z.enum(figureGaps)),
  status: z.enum(goalStatuses).nullable(),
  statusComment: z.string().nullable(),
  statusOn: day.nullable(),
  responsible: z.string().nullable(),
  gaps: z.array(z.enum(goalGaps)),
  /** The lead indicator's figures in force, the oldest first. */
  series: z.array(point),
  serving: z.array(serving),
  /** Serves it and may not be named here: counted only. */
  withheld: z.int(),
  strategies: z.array(z.object({ text: z.string(), examples: z.array(z.string()) })),
  strategyIntro: z.string().nullable(),
})

const paperActivity = z.object({
  code: z.string().nullable(),
  title: z.string(),
  year: z.int().nullable(),
  areaNumber: z.int().nullable(),
  goalCode: z.string().nullable(),
  responsible: z.string().nullable(),
  status: z.enum(activityStatuses),
  statusComment: z.string().nullable(),
  dueOn: day.nullable(),
  daysOverdue: z.int(),
  dependsOn: z.string().nullable(),
})

export const paperPlan = z.object({
  title: z.string(),
  organisation: z.string().nullable(),
  versionLabel: z.string().nullable(),
  periodFrom: z.int().nullable(),
  periodTo: z.int().nullable(),
  adoptedBy: z.string().nullable(),
  adoptedOn: day.nullable(),
  vision: z.string().nullable(),
  mission: z.string().nullable(),
  values: z.array(z.string()),
  /** The main goal's wording in force, else as it is written in the plan. */
  mainGoal: z.string().nullable(),
  /** What the plan calls its parts; null = the usual word. */
  areaLabel: z.string().nullable(),
  goalLabel: z.string().nullable(),
  strategyLabel: z.string().nullable(),
  activityLabel: z.string().nullable(),
  areas: z.array(
    z.object({
      number: z.int(),
      title: z.string(),
      description: z.string().nullable(),
      responsible: z.string().nullable(),
      strategies: z.array(z.object({ text: z.string(), examples: z.array(z.string()) })),
      strategyIntro: z.string().nullable(),
    }),
  ),
  /** By position, sub-goals after the goal that they belong to. */
  goals: z.array(paperGoal),
  activities: z.array(paperActivity),
  /** Those of the main goal and of the goals, by code. */
  indicators: z.array(paperIndicator),
})

/** A figure in force as the workbook lists it: one row per value. */
const sheetFigure = z.object({
  /** Code of the indicator. */
  indicator: z.string(),
  region: z.string(),
  period: z.string(),
  /** Of the indicator's breakdown; null = the whole. */
  part: z.string().nullable(),
  value: z.number().nullable(),
  missingReason: z.string().nullable(),
  status: z.enum(measurementStatuses),
  vintage: day,
  breaks: z.boolean(),
  breakNote: z.string().nullable(),
  note: z.string().nullable(),
})

/** What a board package holds of the plans in force. */
export const snapshotStrategy = z.object({ plans: z.array(paperPlan), figures: z.array(sheetFigure) })

const planProject = z.object({
  title: z.string(),
  number: z.string().nullable(),
  lighthouse: z.boolean(),
  /** Those of its focus areas that the plan has; none where it goes across them. */
  areaNumbers: z.array(z.int()),
  lead: z.string().nullable(),
  status: z.enum(projectStatuses),
  /** Null where it was never assessed. */
  light: z.enum(lights).nullable(),
  lightOn: day.nullable(),
  lightComment: z.string().nullable(),
})

/** The report that walks a plan. */
export const planPaper = z.object({
  format: z.literal('fyr-plan-paper'),
  formatVersion: z.literal(1),
  language,
  partnership: z.object({
    name: z.string(),
    country,
    contactName: z.string().nullable(),
    contactEmail: z.string().nullable(),
  }),
  plan: paperPlan,
  /** Projects of this version of the plan, lighthouses first, then by number. */
  projects: z.array(planProject),
  /** What of the plan is neither area nor goal, in its order. */
  sections: z.array(z.object({ title: z.string(), lines: z.array(z.string()) })),
  today: day,
  dataAsOf: instant,
  madeBy: z.string(),
})

export type SnapshotStrategy = z.infer<typeof snapshotStrategy>
export type PaperPlan = z.infer<typeof paperPlan>
export type PaperGoal = z.infer<typeof paperGoal>
export type PaperIndicator = z.infer<typeof paperIndicator>
export type PaperActivity = z.infer<typeof paperActivity>
export type PaperServing = z.infer<typeof serving>
export type SheetFigure = z.infer<typeof sheetFigure>
export type PlanProject = z.infer<typeof planProject>
export type PlanPaper = z.infer<typeof planPaper>
