/** How papers write goals and figures: values with their unit, periods, targets, trends, all in the language of the paper. */
import { formatDay } from '../../domain/days.ts'
import { formatNumber } from '../../domain/numbers.ts'
import { formatPeriod, isPeriod } from '../../domain/periods.ts'
import type { IndicatorUnit } from '../../domain/records/indicator.ts'
import type { Language } from '../../domain/values.ts'
import { type Translate, translator } from '../../i18n/translator.ts'
import { cleanLine } from '../clean-text.ts'
import type { PaperGoal, PaperIndicator, PaperPlan } from '../strategy-snapshot.ts'

/** What a figure is counted in. */
export type Measure = Pick<PaperIndicator, 'unit' | 'unitText' | 'decimals'>
export type StrategyWords = {
  t: Translate
  day: (day: string) => string
  number: (value: number) => string
  /** A figure with its unit: "7,9 %", "146 bedrifter", "1 200 kr". */
  value: (value: number, measure: Measure) => string
  /** A stored period as it is read: "2024", "3. kvartal 2024", "2017–2022". */
  period: (period: string) => string
  /** A part of the way, 0.35 as "35 %". */
  share: (share: number) => string
}

/** The words of a language. */
export function strategyWords(language: Language): StrategyWords {
  const t = translator(language)
  const number = (value: number) => formatNumber(value, language, 0)
  return {
    t,
    number,
    day: (day) => formatDay(day, language),
    period: (period) => (isPeriod(period) ? formatPeriod(period, language) : period),
    share: (share) => withUnit(formatNumber(100 * share, language, 0), { unit: 'percent', unitText: null }, t),
    value: (value, measure) => withUnit(formatNumber(value, language, measure.decimals), measure, t),
  }
}

function withUnit(number: string, { unit, unitText }: Pick<Measure, 'unit' | 'unitText'>, t: Translate): string {
  switch (unit) {
    case 'percent':
      return `${number}\u00a0%`
    case 'percentagePoints':
      return t('documents.strategy.units.percentagePoints', { value: number })
    case 'NOK':
    case 'SEK':
      return t('documents.strategy.units.money', { value: number })
    case 'nokPerEmployee':
      return t('documents.strategy.units.perEmployee', { value: number })
    case 'rank':
      return t('documents.strategy.units.rank', { value: number })
    default:
      if (unitText === null) return number
      // A long word held to its number would be cut in a narrow cell.
      return `${number}${unitText.length > longestHeld ? ' ' : '\u00a0'}${cleanLine(unitText)}`
  }
}

const longestHeld = 8

/** English writes the names of countries' things with a capital anywhere. */
const ofCountry = /^(?:Norwegian|Swedish)\b/

/** A word of a list of codes as it stands within a sentence. */
export function inSentence(word: string): string {
  return ofCountry.test(word) ? word : word.charAt(0).toLocaleLowerCase() + word.slice(1)
}

/** The same at its beginning. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}

/** "av 6", "of 10", "/ 5": the end of a scale, which a change on it has not. */
const scale = /^(av|of|\/)\s*\d/i

/** A change of a figure: of per cent it is in percentage points; without a sign. */
export function changeText(change: number, measure: Measure, words: StrategyWords): string {
  const unit: IndicatorUnit = measure.unit === 'percent' ? 'percentagePoints' : measure.unit
  const bare = measure.unit === 'rank' || (measure.unitText !== null && scale.test(measure.unitText.trim()))
  const plain = bare ? { ...measure, unit: 'number' as const, unitText: null } : { ...measure, unit }
  return words.value(Math.abs(change), plain)
}

/** "↑ Opp 0,4 prosentpoeng siden 2021: bedre"; null where there are too few figures. */
export function trendText(trend: PaperGoal['trend'], measure: Measure, words: StrategyWords): string | null {
  if (trend === null) return null
  const { t, period } = words
  const told = { change: changeText(trend.change, measure, words), since: period(trend.since) }
  const text = t(`documents.strategy.trend.${trend.direction}`, told)
  if (trend.better === null || trend.direction === 'flat') return text
  return t(`documents.strategy.trend.${trend.better ? 'better' : 'worse'}`, { trend: text })
}

/** The indicator of a plan with this code. */
export function indicatorOf(plan: Pick<PaperPlan, 'indicators'>, code: string | null): PaperIndicator | undefined {
  return code === null ? undefined : plan.indicators.find((one) => one.code === code)
}

/** The indicators of a plan, or of a goal alone, with what each is counted in. */
interface Measuring {
  readonly indicators: readonly (Measure & Pick<PaperIndicator, 'code'>)[]
}
/** As much of a goal as tells what it aims at, and by when. */
export type Aim = Pick<
  PaperGoal,
  | 'kind'
  | 'targetValue'
  | 'targetUnit'
  | 'comparator'
  | 'target'
  | 'targetPeriod'
  | 'deadline'
  | 'test'
  | 'reference'
  | 'lead'
  | 'baseline'
  | 'baselineUnit'
  | 'gaps'
  | 'wordings'
>

/** What the figures of a goal are counted in: as its lead indicator is, else as the goal says. */
export function measureOf(
  goal: Pick<Aim, 'lead' | 'baseline' | 'baselineUnit' | 'targetUnit' | 'targetValue'>,
  plan: Measuring,
): Measure {
  const lead = goal.lead === null ? undefined : plan.indicators.find(({ code }) => code === goal.lead)
  if (lead) return lead
  const unit = goal.baselineUnit ?? goal.targetUnit ?? 'notStated'
  return { unit, unitText: null, decimals: decimalsOf(goal.baseline?.value ?? goal.targetValue ?? 0) }
}

/** As many decimals as a value typed without an indicator has; 3 at most. */
function decimalsOf(value: number): number {
  const [, decimals = ''] = String(value).split('.')
  return Math.min(3, decimals.length)
}

/** A target's own value: percent of change, times, points; its decimals are those that were typed. */
function ownValue(goal: Pick<Aim, 'targetValue'>, measure: Measure, unit: IndicatorUnit, words: StrategyWords): string {
  const value = Math.abs(goal.targetValue ?? 0)
  const own = unit === measure.unit ? measure.unitText : null
  return words.value(value, { unit, unitText: own, decimals: decimalsOf(value) })
}

/** What is aimed at, in words; says so where the plan doesn't. No full stop. */
export function targetText(goal: Aim, plan: Measuring, words: StrategyWords): string {
  const { t } = words
  const measure = measureOf(goal, plan)
  const { kind, targetValue, target } = goal
  if (kind === 'qualitative') return goal.test ?? t('documents.strategy.targets.qualitative')
  if (kind === 'betterThanReference') return betterText(goal, measure, words)
  if (targetValue === null || kind === 'none') {
    const unsettled = goal.gaps.includes('noWordingInForce')
    return unsettled
      ? t('documents.strategy.noWording', { number: words.number(goal.wordings.length) })
      : t('documents.strategy.noTarget')
  }
  const level = target === null ? null : words.value(target, { ...measure, decimals: measureDecimals(target, measure) })
  switch (kind) {
    case 'level': {
      if (goal.comparator === 'rank') return t('documents.strategy.targets.rank', { value: words.number(targetValue) })
      const value = ownValue(goal, measure, goal.targetUnit ?? measure.unit, words)
      const signed = targetValue < 0 ? `−${value}` : value
      return goal.comparator === null
        ? signed
        : t('documents.strategy.targets.level', { comparator: t(`codes.comparator.${goal.comparator}`), value: signed })
    }
    case 'multiple': {
      const value = ownValue(goal, measure, 'number', { ...words, value: (factor) => plainNumber(factor, words) })
      return level === null
        ? t('documents.strategy.targets.multiple', { value })
        : t('documents.strategy.targets.multipleTo', { value, target: level })
    }
    case 'annualRate':
      return t('documents.strategy.targets.annualRate', {
        value: `${targetValue < 0 ? '−' : ''}${ownValue(goal, measure, 'percent', words)}`,
      })
    default: {
      const points = measure.unit === 'percent' ? 'percentagePoints' : measure.unit
      const unit = kind === 'relativeChange' ? 'percent' : (goal.targetUnit ?? points)
      const value = ownValue(goal, measure, unit, words)
      const way = targetValue < 0 ? 'down' : 'up'
      return level === null
        ? t(`documents.strategy.targets.${way}`, { value })
        : t(`documents.strategy.targets.${way}To`, { value, target: level })
    }
  }
}

function plainNumber(value: number, words: StrategyWords): string {
  return words.value(value, { unit: 'number', unitText: null, decimals: decimalsOf(value) })
}

/** A level that was counted out is shown as finely as the figures. */
function measureDecimals(target: number, { decimals }: Measure): number {
  return Number.isInteger(target) ? Math.min(decimals, 0) : decimals
}

function betterText(goal: Pick<Aim, 'reference' | 'targetValue'>, measure: Measure, words: StrategyWords): string {
  const { t } = words
  const reference = goal.reference ?? t('documents.strategy.targets.theReference')
  if (goal.targetValue === null || goal.targetValue === 0) return t('documents.strategy.targets.better', { reference })
  const value = changeText(goal.targetValue, { ...measure, decimals: decimalsOf(goal.targetValue) }, words)
  return t('documents.strategy.targets.betterBy', { value, reference })
}

/** When it is to be reached, or that the plan doesn't say. No full stop. */
export function whenText(
  { targetPeriod, deadline }: Pick<Aim, 'targetPeriod' | 'deadline'>,
  { t, period, day }: StrategyWords,
): string {
  if (targetPeriod !== null) return t('documents.strategy.by', { when: period(targetPeriod) })
  return deadline === null
    ? t('documents.strategy.noTargetPeriod')
    : t('documents.strategy.by', { when: day(deadline) })
}

/** A figure's period, with a word where it is not final. */
export function figurePeriod(
  { period, status }: { period: string; status: string },
  { t, period: read }: StrategyWords,
): string {
  return status === 'preliminary' || status === 'estimated' || status === 'revised'
    ? `${read(period)}, ${t(`documents.strategy.${status}`)}`
    : read(period)
}

/** The series breaks of a goal's figures, each in a sentence without a full stop. */
export function breakTexts({ series }: PaperGoal, { t, period: read }: StrategyWords): string[] {
  return series
    .filter(({ breaks }) => breaks)
    .map(({ period, breakNote: note }) =>
      note === null
        ? t('documents.strategy.breaks', { period: read(period) })
        : t('documents.strategy.breakNote', { period: read(period), note: note.replace(/[.\s]+$/, '') }),
    )
}

/** What a goal lacks: on the red thread, then in the figures, each once. */
export function missingTexts({ gaps, figureGaps }: PaperGoal, { t }: StrategyWords): string[] {
  const named = new Set<string>(gaps)
  const figures = figureGaps.filter(
    (gap) =>
      // Said by the goal's own gaps already, or no lack at all.
      !(named.has(gap) || gap === 'judgedByHand' || gap === 'seriesBroken') &&
      !(gap === 'noLeadIndicator' && named.has('noIndicator')) &&
      !(gap === 'noFigure' && named.has('noRecentFigure')) &&
      !(gap === 'noBaselinePeriod' && named.has('noBaseline')),
  )
  return [
    ...gaps.map((gap) => t(`codes.goalGap.${gap}`)),
    ...figures.map((gap) => t(`codes.figureGap.${gap}`).replace(/\.$/, '')),
  ]
}
