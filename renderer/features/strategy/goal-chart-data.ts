import type { OutputOf } from '#shared/contract/dispatcher.ts'
import { comparePeriods, isPeriod, nextPeriod, periodKind, periodPosition } from '#shared/domain/periods.ts'
import type { GoalRow } from './goal-use.ts'

type Series = OutputOf<'indicators.open'>['series'][number]
export interface GoalLine {
  readonly kind: 'result' | 'afterBreak' | 'path' | 'reference'
  readonly values: readonly (number | null)[]
}
/** The most periods filled in between: a chart of more says nothing. */
const longest = 60

/** The whole of the first region: what goals are held against. */
export function wholeOf(series: readonly Series[], firstRegion: string | undefined): Series | undefined {
  const whole = series.filter(({ breakdownCode }) => breakdownCode === null)
  return whole.find(({ regionCode }) => regionCode === firstRegion) ?? whole[0]
}

/**
 * The lead indicator's figures, the way from the baseline to the target and the reference, on one axis of periods. A break in the
 * series begins a line of its own: what lies on both sides can't be compared.
 */
export function goalLines(
  goal: Pick<GoalRow, 'targetKind' | 'targetPeriod' | 'figures'>,
  lead: Series | undefined,
  reference: Series | undefined,
): { readonly periods: readonly string[]; readonly lines: readonly GoalLine[] } {
  const figures = (lead?.figures ?? []).filter(({ period }) => isPeriod(period))
  const others = (reference?.figures ?? []).filter(({ period }) => isPeriod(period))
  const { baseline, target } = goal.figures
  const from = baseline?.period && isPeriod(baseline.period) ? { period: baseline.period, value: baseline.value } : null
  const to =
    goal.targetPeriod && isPeriod(goal.targetPeriod) && target !== null
      ? { period: goal.targetPeriod, value: target }
      : null
  const periods = filled([
    ...figures.map(({ period }) => period),
    ...others.map(({ period }) => period),
    ...(from ? [from.period] : []),
    ...(to ? [to.period] : []),
  ])
  const valueIn = (rows: readonly { readonly period: string; readonly value: number | null }[]) => {
    const values = new Map(rows.map(({ period, value }) => [period, value]))
    return periods.map((period) => values.get(period) ?? null)
  }
  const broken = figures.filter(({ seriesBreak }) => seriesBreak).map(({ period }) => period)
  const lastBreak = broken.sort(comparePeriods).at(-1)
  const before = lastBreak ? figures.filter(({ period }) => comparePeriods(period, lastBreak) < 0) : figures
  const after = lastBreak ? figures.filter(({ period }) => comparePeriods(period, lastBreak) >= 0) : []
  const has = ({ values }: GoalLine) => values.some((value) => value !== null)
  const lines: GoalLine[] = [
    { kind: 'result', values: valueIn(before) },
    { kind: 'afterBreak', values: valueIn(after) },
    { kind: 'path', values: path(periods, from, to, goal.targetKind === 'annualRate') },
    { kind: 'reference', values: valueIn(others) },
  ]
  return { periods, lines: lines.filter(has) }
}

interface Point {
  readonly period: string
  readonly value: number
}
/** The even way from one point to the other; a yearly rate grows by the same share each year. With one of them only that point. */
function path(periods: readonly string[], from: Point | null, to: Point | null, byShare: boolean): (number | null)[] {
  if (!from || !to) return periods.map((period) => (to?.period === period ? to.value : null))
  const [start, end] = [periodPosition(from.period), periodPosition(to.period)]
  return periods.map((period) => {
    const at = periodPosition(period)
    if (at < start || at > end || end <= start) return period === to.period ? to.value : null
    const share = (at - start) / (end - start)
    const value =
      byShare && from.value > 0 && to.value > 0
        ? from.value * (to.value / from.value) ** share
        : from.value + (to.value - from.value) * share
    return Number(value.toPrecision(6))
  })
}

/** In order, and where all are of one kind with those between, so that the axis is true to time. */
function filled(given: readonly string[]): string[] {
  const periods = [...new Set(given)].sort(comparePeriods)
  const [first, last] = [periods[0], periods.at(-1)]
  if (!first || !last) return periods
  const kind = periodKind(first)
  if (kind === 'day' || kind === 'years' || periods.some((one) => periodKind(one) !== kind)) return periods
  const all: string[] = []
  for (let period = first; comparePeriods(period, last) <= 0; period = nextPeriod(period)) {
    all.push(period)
    if (all.length > longest) return periods
  }
  return all
}
