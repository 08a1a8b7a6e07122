/**
 * What the figures say of a goal (records.md 3.15): what is aimed at, where it stands, and whether it arrives in time on a path from its
 * baseline. What the plan doesn't state is told as a gap and never guessed. The thresholds are our own (docs/decisions.md).
 */

import { unitGap } from './figure-units.ts'
import { baselineOf, breakBetween, figureOn, judgedSeries, type Point, trendOf } from './goal-series.ts'
import { type Aim, meets, opposed, pathValue, ratePerYear, targetOf, wayOfAim } from './goal-targets.ts'
import { comparePeriods, isPeriod, periodKind, periodPosition } from './periods.ts'
import { type FigureGap, figureGaps, type Goal, type GoalStatus } from './records/goal.ts'
import type { Indicator, MeasurementStatus } from './records/indicator.ts'

/** An indicator and the figures in force of its first region, the whole and not a part of it. */
export interface IndicatorSeries {
  readonly indicator: Pick<Indicator, 'unit' | 'direction' | 'decimals'>
  readonly series: readonly Point[]
}
export interface FigureOn {
  value: number
  period: string
  status: MeasurementStatus
  regionCode: string
}
/** The contract's `goalFigures`. Numbers in the lead indicator's unit; `rate` in percent a year. */
export interface GoalFigures {
  status: GoalStatus
  gaps: FigureGap[]
  progress: number | null
  target: number | null
  current: FigureOn | null
  baseline: { value: number; period: string | null } | null
  expected: number | null
  rate: number | null
  reference: FigureOn | null
  trend: { direction: 'up' | 'down' | 'flat'; better: boolean | null; change: number; since: string } | null
  brokenIn: string | null
}
/** What of a goal the figures are held against. */
export type GoalTerms = Pick<
  Goal,
  | 'targetKind'
  | 'targetValue'
  | 'targetUnit'
  | 'comparator'
  | 'baselineValue'
  | 'baselineUnit'
  | 'baselinePeriod'
  | 'targetPeriod'
  | 'deadline'
>

/** On track from nine tenths of the way that the path had come by then: so much yearly figures waver without meaning anything. */
export const onTrackShare = 0.9
/** At risk from half of it; below that the rest would have to go more than twice as fast as what was planned from the start. */
export const atRiskShare = 0.5

/** The figures of a goal: `lead` the series that tells its progress, `reference` the one that it is to be better than; null = none chosen. */
export function goalFigures(
  goal: GoalTerms,
  lead: IndicatorSeries | null,
  reference: IndicatorSeries | null,
): GoalFigures {
  const baseline = baselineOf(goal, lead?.series ?? [])
  const aim = aimOf(goal, lead, baseline)
  const gaps = new Set<FigureGap>()
  if (!lead) gaps.add('noLeadIndicator')
  const unit = unitGap(goal, aim.kind, lead?.indicator.unit ?? null, reference?.indicator.unit ?? null)
  if (unit) gaps.add(unit)
  const points = judgedSeries(
    lead?.series ?? [],
    aim.targetPeriod,
    aim.kind === 'betterThanReference' ? reference : null,
  )
  const current = points.at(-1) ?? null
  if (lead && !current) gaps.add('noFigure')
  const stand: Stand = { aim, gaps, points, current, baseline, since: goal.baselinePeriod, lead, reference }
  const judged = judge(stand)
  const from = baseline?.period ?? null
  const brokenIn =
    current && from && aim.kind !== 'none'
      ? breakBetween(
          [...(lead?.series ?? []), ...(aim.kind === 'betterThanReference' ? (reference?.series ?? []) : [])],
          from,
          current.period,
        )
      : null
  if (brokenIn) gaps.add('seriesBroken')
  // A change counted across a break would compare two different things; a level is what it is on either side.
  const held = aim.kind === 'annualRate' && lead?.indicator.unit === 'percent'
  const incomparable = brokenIn !== null && changes.has(aim.kind) && !held
  const blocked = unit !== null || aim.kind === 'none' || aim.kind === 'qualitative' || !current || incomparable
  return {
    status: blocked ? 'notMeasurable' : judged.status,
    gaps: figureGaps.filter((gap) => gaps.has(gap)),
    progress: blocked ? null : judged.progress,
    target: judged.target,
    current: current && figureOn(current),
    baseline: baseline && { value: baseline.value, period: baseline.period },
    expected: blocked ? null : judged.expected,
    rate: blocked ? null : judged.rate,
    reference: judged.reference && figureOn(judged.reference),
    trend: lead && trendOf(points, lead.indicator),
    brokenIn,
  }
}

/** Kinds of target that are counted from the baseline. */
const changes: ReadonlySet<string> = new Set(['multiple', 'relativeChange', 'absoluteChange', 'annualRate'])

interface Stand {
  readonly aim: Aim
  readonly gaps: Set<FigureGap>
  /** With a value, in order, none after the one that is judged. */
  readonly points: readonly Figure[]
  readonly current: Figure | null
  readonly baseline: { readonly value: number; readonly period: string | null } | null
  /** The baseline's period as the goal states it. */
  readonly since: string | null
  readonly lead: IndicatorSeries | null
  readonly reference: IndicatorSeries | null
}
type Figure = Point & { readonly value: number }
interface Judged {
  status: GoalStatus
  progress: number | null
  target: number | null
  expected: number | null
  rate: number | null
  reference: Figure | null
}
const unknown: Judged = {
  status: 'notMeasurable',
  progress: null,
  target: null,
  expected: null,
  rate: null,
  reference: null,
}

/** A qualitative goal that is a place in a row, and has an indicator of places, is told by figures like any other. */
function aimOf(goal: GoalTerms, lead: IndicatorSeries | null, baseline: Stand['baseline']): Aim {
  const ranked = goal.targetKind === 'qualitative' && goal.comparator === 'rank' && lead?.indicator.unit === 'rank'
  const target = goal.targetPeriod ?? goal.deadline
  const aim = {
    kind: ranked ? ('level' as const) : goal.targetKind,
    value: goal.targetValue,
    comparator: goal.comparator,
    targetPeriod: target !== null && isPeriod(target) ? target : null,
  }
  const direction = lead?.indicator.direction ?? 'higherBetter'
  return { ...aim, way: wayOfAim(aim, direction, baseline, lead?.indicator.unit === 'percent') }
}

function judge(stand: Stand): Judged {
  const { aim, gaps } = stand
  if (aim.kind === 'qualitative') {
    gaps.add('judgedByHand')
    return unknown
  }
  if (aim.kind === 'none') {
    gaps.add('noTarget')
    return unknown
  }
  if (aim.targetPeriod === null) gaps.add('noTargetPeriod')
  if (aim.kind === 'betterThanReference') return againstReference(stand)
  if (aim.value === null) gaps.add('noTarget')
  if (aim.kind === 'annualRate' && stand.lead?.indicator.unit === 'percent') return heldRate(stand, aim.value)
  if (!stand.baseline) gaps.add('noBaseline')
  else if (stand.baseline.period === null) gaps.add('noBaselinePeriod')
  const target = targetOf(aim, stand.baseline)
  if (target === 'baselineNotPositive') gaps.add('baselineNotPositive')
  return alongPath(stand, typeof target === 'number' ? target : null)
}

/** A level to be reached: straight from the baseline, or growing evenly where a yearly rate is aimed at. */
function alongPath({ aim, gaps, current, baseline }: Stand, target: number | null): Judged {
  const rate = current && baseline && aim.kind === 'annualRate' ? ratePerYear(baseline, current) : null
  const told = { ...unknown, target, rate }
  if (target === null || !current) return told
  const met = meets(current.value, target, aim)
  const way = baseline && !opposed(baseline.value, target, aim) ? target - baseline.value : 0
  const progress = baseline && way !== 0 ? (current.value - baseline.value) / way : null
  const expected = baseline && aim.targetPeriod ? pathValue(aim, baseline, target, current.period) : null
  const says = (status: GoalStatus): Judged => ({ ...told, status, progress, expected })
  if (met) return says('reached')
  if (aim.targetPeriod && periodPosition(current.period) >= periodPosition(aim.targetPeriod)) return says('offTrack')
  if (!baseline || expected === null) return says('notMeasurable')
  if (baseline.period && comparePeriods(current.period, baseline.period) <= 0) {
    gaps.add('noNewerFigure')
    return says('notMeasurable')
  }
  if (progress === null) return says('offTrack')
  return says(paceOf(progress, (expected - baseline.value) / way))
}

function paceOf(progress: number, expected: number): GoalStatus {
  const slack = 1e-9
  if (progress >= onTrackShare * expected - slack) return 'onTrack'
  return progress >= atRiskShare * expected - slack ? 'atRisk' : 'offTrack'
}

/**
 * A series that tells growth itself, in percent: its latest figure and the mean since the start are held against the rate. Both meet it =
 * on track, one of them = at risk. In the target period the mean decides.
 */
function heldRate({ aim, gaps, points, current, baseline }: Stand, target: number | null): Judged {
  const start = baseline?.period ?? null
  if (start === null) gaps.add('noBaselinePeriod')
  const told = { ...unknown, target, expected: target }
  if (target === null || !current) return told
  const kind = periodKind(current.period)
  const since = points.filter(
    (p) => start !== null && periodKind(p.period) === kind && comparePeriods(p.period, start) > 0,
  )
  const rate = since.length > 0 ? since.reduce((sum, p) => sum + p.value, 0) / since.length : current.value
  const [latestMet, meanMet] = [meets(current.value, target, aim), meets(rate, target, aim)]
  const says = (status: GoalStatus): Judged => ({ ...told, rate, status })
  if (aim.targetPeriod === null) return says(latestMet && meanMet ? 'reached' : 'notMeasurable')
  if (periodPosition(current.period) >= periodPosition(aim.targetPeriod)) return says(meanMet ? 'reached' : 'offTrack')
  return says(latestMet && meanMet ? 'onTrack' : latestMet || meanMet ? 'atRisk' : 'offTrack')
}

/**
 * Held against the reference's figure of the same period; with a baseline period the growth of both since then. `target` is the level
 * that the lead had to beat. There is no path: ahead is on track, behind is at risk while there is time, and both are final in the target
 * period. Without one, behind is off track: no time is stated in which to catch up.
 */
function againstReference({ aim, gaps, current, baseline, since, lead, reference }: Stand): Judged {
  if (!reference) gaps.add('noReference')
  if (!lead || !reference || !current) return unknown
  const beside = pointOf(reference, current.period)
  if (!beside) {
    gaps.add('noReferenceFigure')
    return unknown
  }
  const margin = (aim.value ?? 0) * (aim.way === 'up' ? 1 : -1)
  let target = beside.value + margin
  if (since !== null) {
    if (!baseline?.period) {
      gaps.add('noBaseline')
      return { ...unknown, reference: beside }
    }
    const start = pointOf(reference, baseline.period)
    if (!start) {
      gaps.add('noReferenceFigure')
      return { ...unknown, reference: beside }
    }
    if (baseline.value <= 0 || start.value <= 0) {
      gaps.add('baselineNotPositive')
      return { ...unknown, reference: beside }
    }
    target = baseline.value * (beside.value / start.value + margin / 100)
  }
  // "Better" is more than as good, where the plan says nothing else.
  const met = meets(current.value, target, {
    ...aim,
    comparator: aim.comparator ?? (aim.way === 'up' ? 'moreThan' : 'lessThan'),
  })
  const told = { ...unknown, target, reference: beside }
  const over = aim.targetPeriod === null || periodPosition(current.period) >= periodPosition(aim.targetPeriod)
  return { ...told, status: over ? (met ? 'reached' : 'offTrack') : met ? 'onTrack' : 'atRisk' }
}

function pointOf({ series }: IndicatorSeries, period: string): Figure | null {
  const found = series.find((point) => point.period === period && point.value !== null)
  return found ? (found as Figure) : null
}
