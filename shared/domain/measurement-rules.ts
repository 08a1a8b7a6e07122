/** What makes a figure right, and when it is asked about (records.md 3.17). */
import type { Message } from '../contract/problem.ts'
import { type FieldMessages, fieldMessage } from './checked.ts'
import { addMonths, formatDay } from './days.ts'
import { formatNumber } from './numbers.ts'
import { fitsFrequency, formatPeriod, isPeriod, periodEnd, periodStart } from './periods.ts'
import type { Frequency, Indicator, Measurement } from './records/indicator.ts'
import { regionAt } from './regions.ts'
import type { Country, Day, Language } from './values.ts'

/** What of a figure the rules look at. */
export type FigureContent = Pick<
  Measurement,
  | 'regionCode'
  | 'period'
  | 'breakdownCode'
  | 'value'
  | 'missingReason'
  | 'status'
  | 'vintage'
  | 'seriesBreak'
  | 'breakNote'
>
interface Setting {
  readonly indicator: Pick<Indicator, 'unit' | 'frequency' | 'breakdown'>
  /** Whose region codes they are: the plan's, else the partnership's. */
  readonly country: Country
}
interface Moment {
  readonly today: Day
  readonly language?: Language
}
/** By how much a figure may differ from the one before, where its indicator does not say. */
export const usualJumpFactor = 3
/** A figure holds no more decimals than its indicator may show. */
const mostDecimals = 6

/**
 * Field → what is wrong with a figure; empty = good. It has a value or the reason why not, never both; 0 is a value. Its period is of the
 * indicator's frequency and has begun when the figure was fetched: counts as of 1 January are published in the year that they are of, so
 * that it be over is not asked. A break says what broke. Its region was in use in the period.
 */
export function checkMeasurement(
  figure: FigureContent,
  { indicator, country }: Setting,
  { today, language = 'sv' }: Moment,
): FieldMessages {
  const wrong: FieldMessages = { ...checkValue(figure, indicator) }
  const { period, vintage, regionCode } = figure
  if (vintage > today) wrong.vintage = fieldMessage('dayInFuture', { today: formatDay(today, language) })
  if (figure.seriesBreak && figure.breakNote === null) wrong.breakNote = fieldMessage('breakNoteMissing')
  if (figure.breakdownCode !== null && indicator.breakdown === 'none') {
    wrong.breakdownCode = fieldMessage('indicatorNotDivided')
  }
  if (!isPeriod(period)) return { ...wrong, period: fieldMessage('badPeriod') }
  if (!fitsFrequency(period, indicator.frequency)) {
    wrong.period = fieldMessage('periodOtherFrequency', { period: formatPeriod(period, language) })
  } else if (periodStart(period) > vintage) {
    wrong.period = fieldMessage('periodNotBegun', {
      period: formatPeriod(period, language),
      day: formatDay(vintage, language),
    })
  }
  const at = regionAt(regionCode, country, period)
  if (at.kind === 'gone') {
    const params = { region: `${at.region.code} ${at.region.name}`, day: formatDay(at.region.validTo ?? '', language) }
    const now = at.now.map(({ code, name }) => `${code} ${name}`).join(', ')
    wrong.regionCode =
      now === '' ? fieldMessage('regionGone', params) : fieldMessage('regionReplaced', { ...params, now })
  }
  return wrong
}

function checkValue({ value, missingReason, status }: FigureContent, { unit }: Pick<Indicator, 'unit'>): FieldMessages {
  if (value === null) {
    if (missingReason === null) return { value: fieldMessage('valueOrReason') }
    return status === 'missing' ? {} : { status: fieldMessage('missingStatusMissing') }
  }
  const wrong: FieldMessages = {}
  if (missingReason !== null) wrong.missingReason = fieldMessage('valueAndReason')
  if (status === 'missing') wrong.status = fieldMessage('valueNotMissing')
  if (unit === 'rank' && (!Number.isInteger(value) || value < 1)) wrong.value = fieldMessage('rankNotWhole')
  else if (Math.abs(value) < 1e9 && Number(value.toFixed(mostDecimals)) !== value) {
    wrong.value = fieldMessage('figureDecimals', { count: mostDecimals })
  }
  return wrong
}

/**
 * The question that a figure raises beside the one before it, `problems.field.jump`; null where it raises none. It is asked where one is
 * more than `jumpFactor` times the other (null = 3), where the sign changes, and where a figure falls to nought, which is often a value
 * that is missing. From nought no factor can be told, and a break in the series explains any distance.
 */
export function jumpOf(
  figure: Pick<Measurement, 'value' | 'seriesBreak'>,
  before: { readonly period: string; readonly value: number } | null,
  indicator: Pick<Indicator, 'jumpFactor' | 'decimals'>,
  language: Language = 'sv',
): Message | null {
  const { value } = figure
  if (value === null || before === null || figure.seriesBreak || before.value === 0 || value === before.value)
    return null
  const factor = indicator.jumpFactor ?? usualJumpFactor
  const [large, small] = [
    Math.max(Math.abs(value), Math.abs(before.value)),
    Math.min(Math.abs(value), Math.abs(before.value)),
  ]
  // Multiplied, not divided: nought is small enough for any factor.
  if (Math.sign(value) === Math.sign(before.value) && large <= small * factor * (1 + 1e-12)) return null
  return fieldMessage('jump', {
    before: formatNumber(before.value, language, indicator.decimals),
    period: formatPeriod(before.period, language),
  })
}

/** A text that sorts periods as `comparePeriods` does. */
function orderKey(period: string): string {
  return `${periodEnd(period)} ${periodStart(period)}`
}

/** Of figures in force, the one of the period before with a value; null where there is none. */
export function figureBefore<T extends { readonly period: string; readonly value: number | null }>(
  period: string,
  figures: Iterable<T>,
): (T & { readonly value: number }) | null {
  const limit = orderKey(period)
  let found: T | null = null
  let foundAt = ''
  for (const one of figures) {
    if (one.value === null) continue
    const at = orderKey(one.period)
    if (at >= limit || at <= foundAt) continue
    found = one
    foundAt = at
  }
  return found as (T & { readonly value: number }) | null
}

/** True where two figures say the same. */
export function saysTheSame(
  a: Pick<Measurement, 'value' | 'missingReason' | 'status' | 'seriesBreak' | 'breakNote'>,
  b: Pick<Measurement, 'value' | 'missingReason' | 'status' | 'seriesBreak' | 'breakNote'>,
): boolean {
  return (
    a.value === b.value &&
    a.missingReason === b.missingReason &&
    a.status === b.status &&
    a.seriesBreak === b.seriesBreak &&
    a.breakNote === b.breakNote
  )
}

const monthsOf: Partial<Record<Frequency, number>> = {
  monthly: 1,
  quarterly: 3,
  twiceYearly: 6,
  yearly: 12,
  everySecondYear: 24,
}

/**
 * When the next figure is expected, once one has come on `vintage`: the day moves on by the frequency until it lies after that day. Null
 * where the frequency says nothing; unchanged where nothing was expected by then.
 */
export function nextExpected(expectedOn: Day | null, frequency: Frequency, vintage: Day): Day | null {
  if (expectedOn === null || vintage < expectedOn) return expectedOn
  const months = monthsOf[frequency]
  if (months === undefined) return null
  let steps = 1
  while (addMonths(expectedOn, months * steps) <= vintage) steps += 1
  return addMonths(expectedOn, months * steps)
}
