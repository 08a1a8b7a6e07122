import { z } from 'zod'
import { day, id, line, oneOf, text, title } from '../values.ts'
import { changesOf, recordMarks } from './common.ts'

export const indicatorUnits = [
  'notStated',
  'number',
  'percent',
  'percentagePoints',
  'NOK',
  'SEK',
  'nokPerEmployee',
  'index',
  'rank',
  'other',
] as const
export type IndicatorUnit = (typeof indicatorUnits)[number]
export const directions = ['higherBetter', 'lowerBetter', 'neutral'] as const
export const frequencies = [
  'monthly',
  'quarterly',
  'twiceYearly',
  'yearly',
  'everySecondYear',
  'irregular',
  'notStated',
] as const
export type Frequency = (typeof frequencies)[number]
export const availabilities = ['open', 'mustBeOrdered', 'ownSurvey', 'ownRegister'] as const
export const breakdowns = ['none', 'industry', 'municipality', 'sex', 'age'] as const
export const measurementStatuses = ['final', 'preliminary', 'estimated', 'revised', 'missing'] as const
export type MeasurementStatus = (typeof measurementStatuses)[number]

/** A figure as it is shown, in its unit: 3.87 means 3,87 %; money in whole kroner, not øre. Up to 15 digits are exact. */
export const figure = z
  .number({ error: 'problems.field.invalid' })
  .min(-1e15, 'problems.field.tooMany')
  .max(1e15, 'problems.field.tooMany')

/** A region code: Norwegian or Swedish county or municipality, "NO", "SE", or the user's own short name. */
export const regionCode = z
  .string()
  .trim()
  .min(1, 'problems.field.required')
  .max(40, 'problems.field.codeTooLong')
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u, 'problems.field.badRegionCode')

/** "2024", "2024-H1", "2024-Q3", "2024-03", "2024-03-15", or years as an interval "2017/2022". `periods.ts` reads what people type. */
export const periodText = z
  .string()
  .regex(
    /^(19|20|21)\d\d(\/(19|20|21)\d\d|-H[12]|-Q[1-4]|-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
    'problems.field.badPeriod',
  )

/** An indicator (indikator; records.md 3.16). Which goals it measures are links (`goalLinks.indicatorId`); `planId` = of the plan's main goal. */
export const indicatorFields = {
  /** "I-1.1.1"; unique within the file. */
  code: z.string().trim().min(1, 'problems.field.required').max(30, 'problems.field.codeTooLong'),
  title,
  planId: id.nullable(),
  /** A heading to stand under: "Sysselsetting". */
  group: line,
  unit: oneOf(indicatorUnits),
  /** What the unit is called where it is `other` or `number`: "arbeidsplasser". */
  unitText: line,
  decimals: z.int().min(0, 'problems.field.negative').max(6, 'problems.field.tooMany'),
  direction: oneOf(directions),
  /** Empty = warning. */
  sourceName: line,
  sourceUrl: line,
  sourceTable: line,
  frequency: oneOf(frequencies),
  availability: oneOf(availabilities),
  /** The first is the one that goals are held against. */
  regionCodes: z.array(regionCode).max(500),
  breakdown: oneOf(breakdowns),
  /** Empty = warning. */
  definition: text,
  calculation: text,
  responsibleId: id.nullable(),
  nextExpectedOn: day.nullable(),
  /** A change by more than this factor from one period to the next is asked about; null = 3. */
  jumpFactor: z.number().min(1.01, 'problems.field.jumpFactor').max(1000, 'problems.field.jumpFactor').nullable(),
}
export const indicator = z.object({ ...recordMarks, ...indicatorFields })
export type Indicator = z.infer<typeof indicator>
export const indicatorChanges = changesOf(indicatorFields)

/**
 * A figure of one period, region and part as it was on the day it was fetched (måleverdi / mätvärde; records.md 3.17). A revision is a
 * record with a later `vintage`; the one with the latest vintage is in force.
 */
export const measurementFields = {
  indicatorId: id,
  regionCode,
  period: periodText,
  /** Of the indicator's breakdown: an industry, a municipality …; null = the whole. */
  breakdownCode: line,
  /** 0 is a value. Null only with a reason. */
  value: figure.nullable(),
  missingReason: line,
  status: oneOf(measurementStatuses),
  vintage: day,
  seriesBreak: z.boolean(),
  /** Needed with a break. */
  breakNote: line,
  sourceDocument: line,
  enteredBy: line,
  note: text,
}
export const measurement = z.object({ ...recordMarks, ...measurementFields })
export type Measurement = z.infer<typeof measurement>
export const measurementChanges = changesOf(measurementFields)
