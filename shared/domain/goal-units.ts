/** Percent, percentage points and plain numbers are never mixed (records.md 3.16): which unit a target of each kind may have. */
import type { Message } from '../contract/problem.ts'
import { fieldMessage } from './checked.ts'
import type { TargetKind } from './records/goal.ts'
import type { IndicatorUnit } from './records/indicator.ts'

/** Units that count something: a figure in percent is none of them. */
const counting: ReadonlySet<IndicatorUnit> = new Set(['number', 'NOK', 'SEK', 'nokPerEmployee', 'rank'])

/**
 * What is wrong with the unit of a target of some kind beside the unit of its lead indicator; null where nothing is, or where either is
 * not known. A level has the indicator's unit. A relative change and a yearly rate are in percent whatever the indicator counts; a
 * change of, or a distance to, an indicator in percent is in percentage points. A multiple is a number of times.
 */
export function unitProblem(
  kind: TargetKind,
  unit: IndicatorUnit | null,
  leadUnit: IndicatorUnit | null,
): Message | null {
  if (unit === null || unit === 'notStated') return null
  if (kind === 'none' || kind === 'qualitative') return null
  if (kind === 'multiple') {
    return unit === 'percent' || unit === 'percentagePoints' ? fieldMessage('multipleInPercent') : null
  }
  if (kind === 'relativeChange' || kind === 'annualRate') {
    return unit === 'percentagePoints' ? fieldMessage('percentNotPoints') : null
  }
  if (leadUnit === null || leadUnit === 'notStated') return null
  const isChange = kind === 'absoluteChange' || kind === 'betterThanReference'
  if (isChange && leadUnit === 'percent') {
    if (unit === 'percent') return fieldMessage('pointsNotPercent')
    return counting.has(unit) ? mixed(unit, leadUnit) : null
  }
  const isShare = (one: IndicatorUnit) => one === 'percent' || one === 'percentagePoints'
  if (isShare(unit) && isShare(leadUnit)) return unit === leadUnit ? null : mixed(unit, leadUnit)
  const mixes = (isShare(unit) && counting.has(leadUnit)) || (counting.has(unit) && isShare(leadUnit))
  if (!mixes) return null
  return unit === 'percent' ? fieldMessage('percentOfNumber', codes(unit, leadUnit)) : mixed(unit, leadUnit)
}

const mixed = (unit: IndicatorUnit, leadUnit: IndicatorUnit) => fieldMessage('unitsMixed', codes(unit, leadUnit))
/** Units as codes: the sentence writes them by `codes.indicatorUnit`. */
const codes = (unit: IndicatorUnit, leadUnit: IndicatorUnit) => ({
  unit,
  leadUnit,
})
