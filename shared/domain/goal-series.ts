/** The figures of a goal's lead indicator: which of them is judged, from where, and which way they go. A part of `goal-figures.ts`. */
import { comparePeriods, isPeriod, periodKind } from './periods.ts'
import type { Goal } from './records/goal.ts'
import type { Indicator, MeasurementStatus } from './records/indicator.ts'

/** A figure in force of one period and region; `value` null where it is missing with a reason. */
export interface Point {
  readonly period: string
  readonly regionCode: string
  readonly value: number | null
  readonly status: MeasurementStatus
  readonly seriesBreak: boolean
}
type Figure = Point & { readonly value: number }

/** A figure as the contract tells it. */
export function figureOn({ value, period, status, regionCode }: Figure) {
  return { value, period, status, regionCode }
}

/**
 * The figures with a value, in order. Where the target period has its figure, nothing after it counts: that figure is to meet the target.
 * Held against a reference, nothing counts after the last period that both have.
 */
export function judgedSeries(
  series: readonly Point[],
  targetPeriod: string | null,
  reference: { readonly series: readonly Point[] } | null,
): readonly Figure[] {
  const figures = series
    .filter((point): point is Figure => point.value !== null)
    .toSorted((a, b) => comparePeriods(a.period, b.period))
  const target = figures.findLastIndex(({ period }) => period === targetPeriod)
  const upTo = target < 0 ? figures : figures.slice(0, target + 1)
  if (!reference) return upTo
  const known = new Set(reference.series.filter(({ value }) => value !== null).map(({ period }) => period))
  const both = upTo.findLastIndex(({ period }) => known.has(period))
  return both < 0 ? upTo : upTo.slice(0, both + 1)
}

/** The goal's own baseline; where it states only the period, the series' figure of it. Null = none. */
export function baselineOf(
  { baselineValue, baselinePeriod }: Pick<Goal, 'baselineValue' | 'baselinePeriod'>,
  series: readonly Point[],
): { value: number; period: string | null } | null {
  const period = baselinePeriod !== null && isPeriod(baselinePeriod) ? baselinePeriod : null
  if (baselineValue !== null) return { value: baselineValue, period }
  const value = series.find((point) => point.period === period)?.value ?? null
  return value === null ? null : { value, period }
}

/** The newest period with a series break after `from` and up to `to`; null = none. A break without a figure breaks it too. */
export function breakBetween(series: readonly Point[], from: string, to: string): string | null {
  let newest: string | null = null
  for (const { period, seriesBreak } of series) {
    if (!seriesBreak || comparePeriods(period, from) <= 0 || comparePeriods(period, to) > 0) continue
    if (newest === null || comparePeriods(period, newest) > 0) newest = period
  }
  return newest
}

/** From the figure before (of the same kind of period) to the last one. Equal as they are shown is flat, and neither better nor worse. */
export function trendOf(
  figures: readonly Figure[],
  { direction, decimals }: Pick<Indicator, 'direction' | 'decimals'>,
) {
  const last = figures.at(-1)
  if (!last) return null
  const before = figures.slice(0, -1).findLast(({ period }) => periodKind(period) === periodKind(last.period))
  if (!before) return null
  const scale = 10 ** decimals
  const flat = Math.round(last.value * scale) === Math.round(before.value * scale)
  const up = last.value > before.value
  // Fifteen digits are what a figure has; what comes after them is the machine's, not the statistics'.
  const change = flat ? 0 : Number((last.value - before.value).toPrecision(12))
  return {
    direction: flat ? ('flat' as const) : up ? ('up' as const) : ('down' as const),
    better: flat || direction === 'neutral' ? null : up === (direction === 'higherBetter'),
    change,
    since: before.period,
  }
}
