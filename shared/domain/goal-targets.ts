/** What level a goal aims at, whether a figure meets it, and where it should be on the way. A part of `goal-figures.ts`. */
import { periodPosition } from './periods.ts'
import type { Comparator, TargetKind } from './records/goal.ts'
import type { Indicator } from './records/indicator.ts'

/** What a goal aims at. */
export interface Aim {
  readonly kind: TargetKind
  readonly value: number | null
  readonly comparator: Comparator | null
  /** Which way is better. */
  readonly way: 'up' | 'down'
  readonly targetPeriod: string | null
}
interface Baseline {
  readonly value: number
  readonly period: string | null
}

/** The comparator decides; without one the indicator: better lower = at most, else at least. */
function wayOf(comparator: Comparator | null, direction: Indicator['direction']): 'up' | 'down' {
  if (comparator === null) return direction === 'lowerBetter' ? 'down' : 'up'
  return comparator === 'atLeast' || comparator === 'moreThan' ? 'up' : 'down'
}

/**
 * Which way a goal goes. Where neither comparator nor indicator says so, the way from its baseline to its target does: a fifth fewer than a
 * hundred is not reached by ninety. A series that tells growth itself goes down where it is to be negative.
 */
export function wayOfAim(
  aim: Omit<Aim, 'way'>,
  direction: Indicator['direction'],
  baseline: Baseline | null,
  growth: boolean,
): 'up' | 'down' {
  if (aim.comparator !== null || direction !== 'neutral') return wayOf(aim.comparator, direction)
  if (aim.kind === 'annualRate' && growth) return (aim.value ?? 0) < 0 ? 'down' : 'up'
  const target = targetOf(aim, baseline)
  return baseline !== null && typeof target === 'number' && target < baseline.value ? 'down' : 'up'
}

/** Equal but for what counting with binary fractions leaves behind. */
function same(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b))
}

/** True where a figure meets the target. */
export function meets(value: number, target: number, { comparator, way }: Pick<Aim, 'comparator' | 'way'>): boolean {
  if (same(value, target)) return comparator !== 'moreThan' && comparator !== 'lessThan'
  return way === 'up' ? value > target : value < target
}

/** True where the target lies the wrong way from the baseline, or on it: there is no way to go, only a line to hold. */
export function opposed(baseline: number, target: number, { way }: Pick<Aim, 'way'>): boolean {
  return same(baseline, target) || (way === 'up' ? target < baseline : target > baseline)
}

/**
 * The level aimed at, in the lead indicator's unit; null where value, baseline or periods for it are missing. A multiple or a percentage
 * of nought or of a negative baseline says nothing that people would mean: `baselineNotPositive`.
 */
export function targetOf(aim: Omit<Aim, 'way'>, baseline: Baseline | null): number | null | 'baselineNotPositive' {
  const { kind, value } = aim
  if (value === null) return null
  if (kind === 'level') return value
  if (!baseline) return null
  if (kind === 'absoluteChange') return baseline.value + value
  if (baseline.value <= 0) return 'baselineNotPositive'
  if (kind === 'multiple') return baseline.value * value
  // Taken apart in this order, 200 + 10 % is 220 and not 220.00000000000003.
  if (kind === 'relativeChange') return (baseline.value * (100 + value)) / 100
  if (kind !== 'annualRate' || baseline.period === null || aim.targetPeriod === null) return null
  return finite(grown(baseline.value, value, periodPosition(aim.targetPeriod) - periodPosition(baseline.period)))
}

function grown(value: number, percent: number, years: number): number {
  return value * (1 + percent / 100) ** years
}

/** Growth over many years, or a year's growth told from a day's, can be more than any number holds: then nothing can be said. */
function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null
}

/** Where it should be in a period to arrive in time; null without the baseline's period or the target's. Not beyond either end. */
export function pathValue(aim: Aim, baseline: Baseline, target: number, period: string): number | null {
  if (baseline.period === null || aim.targetPeriod === null) return null
  const from = periodPosition(baseline.period)
  const whole = periodPosition(aim.targetPeriod) - from
  if (whole <= 0) return target
  const years = Math.min(Math.max(periodPosition(period) - from, 0), whole)
  if (aim.kind === 'annualRate' && aim.value !== null) return finite(grown(baseline.value, aim.value, years))
  return baseline.value + ((target - baseline.value) * years) / whole
}

/** The even growth from the baseline to a figure, in percent a year (CAGR); null where either isn't positive or no time lies between. */
export function ratePerYear(
  baseline: Baseline,
  current: { readonly value: number; readonly period: string },
): number | null {
  if (baseline.period === null || baseline.value <= 0 || current.value <= 0) return null
  const years = periodPosition(current.period) - periodPosition(baseline.period)
  return years > 0 ? finite(((current.value / baseline.value) ** (1 / years) - 1) * 100) : null
}
