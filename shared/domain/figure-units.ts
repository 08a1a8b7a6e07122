/** Units that may be held against each other. Percent and percentage points are never mixed (records.md 3.16). A part of `goal-figures.ts`. */
import type { Goal, TargetKind } from './records/goal.ts'
import type { IndicatorUnit } from './records/indicator.ts'

type Unit = IndicatorUnit | null

/** What isn't stated contradicts nothing; a count and a unit of one's own ("arbeidsplasser") may be the same. */
function agree(a: Unit, b: Unit): boolean {
  if (a === null || b === null || a === 'notStated' || b === 'notStated' || a === b) return true
  const counts: readonly Unit[] = ['number', 'other']
  return counts.includes(a) && counts.includes(b)
}

/** `unitsDiffer` where the goal's units can't be held against the lead's, or the lead's against the reference's; null where they can. */
export function unitGap(
  goal: Pick<Goal, 'targetUnit' | 'baselineUnit' | 'baselinePeriod' | 'comparator' | 'targetValue'>,
  kind: TargetKind,
  lead: Unit,
  reference: Unit,
): 'unitsDiffer' | null {
  if (kind === 'none' || kind === 'qualitative') return null
  const baseline = kind !== 'betterThanReference' || goal.baselinePeriod !== null
  if (baseline && !agree(goal.baselineUnit, lead)) return 'unitsDiffer'
  if (kind === 'betterThanReference' && !agree(lead, reference)) return 'unitsDiffer'
  if (goal.comparator === 'rank' && !agree('rank', lead)) return 'unitsDiffer'
  return goal.targetValue === null || agree(goal.targetUnit, unitOfTarget(goal, kind, lead)) ? null : 'unitsDiffer'
}

/** The unit that the target value of a kind is in, given the lead's; null = any. */
function unitOfTarget({ baselinePeriod }: Pick<Goal, 'baselinePeriod'>, kind: TargetKind, lead: Unit): Unit {
  // Of a factor plans name the unit of what is multiplied, or none.
  if (kind === 'multiple') return null
  if (kind === 'relativeChange' || kind === 'annualRate') return 'percent'
  // A change of, or a distance between, percentages is in percentage points; so is a distance between two growth rates.
  if (kind === 'betterThanReference' && baselinePeriod !== null) return 'percentagePoints'
  if (kind !== 'level' && lead === 'percent') return 'percentagePoints'
  return lead
}
