/** What makes an indicator right, and what of it is to be looked at (records.md 3.16). */
import type { Message } from '../contract/problem.ts'
import { type FieldMessages, fieldMessage } from './checked.ts'
import { formatDay } from './days.ts'
import { unitProblem } from './goal-units.ts'
import { fitsFrequency, formatPeriod } from './periods.ts'
import type { Goal } from './records/goal.ts'
import type { Indicator } from './records/indicator.ts'
import type { Day, Language } from './values.ts'

type IndicatorRules = Pick<Indicator, 'unit' | 'frequency' | 'breakdown' | 'sourceUrl' | 'regionCodes'>
/** What stands around an indicator. */
export interface IndicatorSetting {
  /** Another indicator with the same code; its title is told. */
  readonly twin: { readonly title: string } | null
  /** Goals that it leads: their targets are held against its unit. */
  readonly leads: readonly Pick<Goal, 'code' | 'targetKind' | 'targetUnit' | 'baselineValue' | 'baselineUnit'>[]
  /** Periods that it has figures of. */
  readonly periods: readonly string[]
  /** True where one of its figures is no rank: below one, or not whole. */
  readonly hasFractions: boolean
  /** True where one of its figures is of a part: of a sex, an industry, an age. */
  readonly hasParts: boolean
}

/**
 * Field → what is wrong with an indicator; empty = good. Its code is its own in the file; its unit turns no goal's percent into percentage
 * points; its frequency and its breakdown have room for the figures that it has; its address can be opened.
 */
export function checkIndicator(
  indicator: IndicatorRules,
  { twin, leads, periods, hasFractions, hasParts }: IndicatorSetting,
  { language = 'sv' }: { readonly language?: Language } = {},
): FieldMessages {
  const wrong: FieldMessages = {}
  if (twin) wrong.code = fieldMessage('codeTaken', { title: twin.title })
  const mixed = leads.find(
    (goal) =>
      unitProblem(goal.targetKind, goal.targetUnit, indicator.unit) !== null ||
      (goal.baselineValue !== null && unitProblem('level', goal.baselineUnit, indicator.unit) !== null),
  )
  if (mixed) wrong.unit = fieldMessage('unitAgainstGoal', { code: mixed.code })
  else if (indicator.unit === 'rank' && hasFractions) wrong.unit = fieldMessage('figuresAreNoRanks')
  const misfit = periods.find((period) => !fitsFrequency(period, indicator.frequency))
  if (misfit !== undefined) {
    wrong.frequency = fieldMessage('frequencyAgainstFigures', { period: formatPeriod(misfit, language) })
  }
  if (indicator.breakdown === 'none' && hasParts) wrong.breakdown = fieldMessage('breakdownAgainstFigures')
  const { sourceUrl, regionCodes } = indicator
  if (sourceUrl !== null && !/^https?:\/\/[^\s/]/i.test(sourceUrl)) wrong.sourceUrl = fieldMessage('badSourceUrl')
  const twice = regionCodes.find((code, at) => regionCodes.indexOf(code) !== at)
  if (twice !== undefined) wrong.regionCodes = fieldMessage('regionTwice', { code: twice })
  return wrong
}

/** Right, but to be looked at, in the order of the fields: no unit, source, frequency or definition; a figure that has not come. */
export function indicatorWarnings(
  indicator: Pick<Indicator, 'unit' | 'frequency' | 'sourceName' | 'definition' | 'nextExpectedOn' | 'availability'>,
  { today, language = 'sv' }: { readonly today: Day; readonly language?: Language },
): { field: string; message: Message }[] {
  const found: { field: string; message: Message }[] = []
  const warn = (field: string, key: string, params?: Message['params']) =>
    found.push({ field, message: fieldMessage(key, params) })
  if (indicator.unit === 'notStated') warn('unit', 'unitNotStated')
  if (indicator.sourceName === null) {
    warn('sourceName', indicator.availability === 'mustBeOrdered' ? 'sourceToOrderMissing' : 'sourceMissing')
  }
  if (indicator.frequency === 'notStated') warn('frequency', 'frequencyNotStated')
  if (indicator.definition === null) warn('definition', 'definitionMissing')
  if (indicator.nextExpectedOn !== null && indicator.nextExpectedOn < today) {
    warn('nextExpectedOn', 'figureOverdue', { day: formatDay(indicator.nextExpectedOn, language) })
  }
  return found
}
