import { useMemo } from 'react'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useLanguage, useT } from '#renderer/lib/use-t.ts'
import { formatPeriod, isPeriod } from '#shared/domain/periods.ts'
import type { Goal, TargetKind } from '#shared/domain/records/goal.ts'
import type { IndicatorUnit } from '#shared/domain/records/indicator.ts'
import { type Unit, useFigureWords } from './figure-words.ts'

/** What of a goal says what it aims at. */
export type Target = Pick<
  Goal,
  | 'targetKind'
  | 'targetValue'
  | 'targetUnit'
  | 'comparator'
  | 'baselineValue'
  | 'baselineUnit'
  | 'baselinePeriod'
  | 'baselineSource'
  | 'referenceId'
  | 'referenceText'
  | 'targetPeriod'
  | 'deadline'
  | 'test'
>
/** The target with what its lead indicator and its figures add; all that a row of the register has. */
export type ShownTarget = Target & {
  readonly leadIndicator: Unit | null
  /** As the figures have it, where the baseline is the indicator's own figure. */
  readonly figures?: {
    readonly target: number | null
    readonly baseline: { readonly value: number; readonly period: string | null } | null
  }
}

/** Which fields a kind of target needs; the others are not asked for. */
export const fieldsOfKind: Readonly<
  Record<
    TargetKind,
    {
      readonly value?: boolean
      readonly unit?: boolean
      readonly comparator?: boolean
      readonly baseline?: boolean
      readonly reference?: boolean
      readonly test?: boolean
    }
  >
> = {
  none: {},
  level: { value: true, unit: true, comparator: true, baseline: true },
  multiple: { value: true, baseline: true },
  relativeChange: { value: true, baseline: true },
  absoluteChange: { value: true, unit: true, baseline: true },
  annualRate: { value: true, baseline: true },
  betterThanReference: { value: true, unit: true, reference: true },
  // A rank among regions may be judged too.
  qualitative: { value: true, comparator: true, test: true, baseline: true },
}

/** The unit that the target value of a kind is in: percent of change and of yearly growth whatever the indicator counts. */
export function unitOfValue(kind: TargetKind, chosen: IndicatorUnit | null, lead: Unit | null): IndicatorUnit {
  if (kind === 'relativeChange' || kind === 'annualRate') return 'percent'
  if (kind === 'multiple') return 'number'
  if (chosen !== null) return chosen
  if (lead === null) return 'notStated'
  const difference = kind === 'absoluteChange' || kind === 'betterThanReference'
  return difference && lead.unit === 'percent' ? 'percentagePoints' : lead.unit
}

/** What a target comes to in the indicator's unit; null where value or baseline is missing, or the kind has no level. */
export function levelOf(goal: Pick<Target, 'targetKind' | 'targetValue' | 'baselineValue'>): number | null {
  const { targetKind, targetValue: value, baselineValue: from } = goal
  if (value === null) return null
  if (targetKind === 'level') return value
  if (from === null) return null
  if (targetKind === 'multiple') return round(from * value)
  if (targetKind === 'relativeChange') return round(from * (1 + value / 100))
  if (targetKind === 'absoluteChange') return round(from + value)
  return null
}
/** Away with what floating point adds: 1.1 * 3. */
const round = (value: number) => Number(value.toPrecision(12))

/** As many decimals as a number has, at most six. */
function decimalsIn(value: number): number {
  const [, decimals = ''] = String(value).split('.')
  return Math.min(6, decimals.length)
}

/**
 * How many decimals a figure is shown with: its own, and the indicator's at least. What is worked out (growth of 1.5 % a year) has no end,
 * and is cut to what can be read: three decimals below one, one below a hundred, none above.
 */
function decimalsShown(value: number, unit: Unit | null): number {
  const [own, least] = [decimalsIn(value), unit?.decimals ?? 0]
  if (own <= Math.max(3, least)) return Math.max(own, least)
  const size = Math.abs(value)
  return Math.max(least, size < 1 ? 3 : size < 100 ? 1 : 0)
}

/** Targets as sentences: what is aimed at, from where to where, and by when. */
export function useTargetWords() {
  const t = useT()
  const format = useFormat()
  const language = useLanguage()
  const figures = useFigureWords()
  return useMemo(() => {
    const period = (text: string) => (isPeriod(text) ? formatPeriod(text, language) : text)
    /** In the indicator's unit. */
    const value = (number: number, unit: Unit | null): string =>
      figures.value(number, {
        unit: unit?.unit ?? 'notStated',
        unitText: unit?.unitText ?? null,
        decimals: decimalsShown(number, unit),
      })
    const inUnit = (number: number, unit: IndicatorUnit | null, lead: Unit | null) =>
      value(number, unit === null || unit === lead?.unit ? lead : { unit, unitText: null, decimals: 0 })
    const ofTarget = (goal: ShownTarget, number: number) =>
      inUnit(number, unitOfValue(goal.targetKind, goal.targetUnit, goal.leadIndicator), goal.leadIndicator)
    /** "minst 292 arbeidsplasser", "2 ganger utgangsverdien", "bedre enn nasjonalt nivå"; empty where nothing is aimed at. */
    const aim = (goal: ShownTarget): string => {
      const { targetKind, targetValue: number } = goal
      if (targetKind === 'none') return ''
      if (targetKind === 'betterThanReference') {
        const reference = goal.referenceText ?? t('goals.target.theReference')
        return number === null
          ? t('goals.target.better', { reference })
          : t('goals.target.betterBy', { reference, shown: ofTarget(goal, number) })
      }
      if (number === null)
        return targetKind === 'qualitative' ? (goal.test ?? t('goals.target.judged')) : t('goals.target.noValue')
      if (goal.comparator === 'rank')
        return t('goals.target.rank', { shown: format.number(number, decimalsIn(number)) })
      const shown = ofTarget(goal, Math.abs(number))
      if (targetKind === 'multiple')
        return t('goals.target.times', { shown: format.number(number, decimalsIn(number)) })
      if (targetKind === 'relativeChange' || targetKind === 'absoluteChange') {
        return t(number < 0 ? 'goals.target.down' : 'goals.target.up', { shown })
      }
      if (targetKind === 'annualRate') return t('goals.target.yearly', { shown: ofTarget(goal, number) })
      const plain = ofTarget(goal, number)
      return goal.comparator === null ? plain : `${t(`codes.comparator.${goal.comparator}`)} ${plain}`
    }
    /** "innen 2026", "innen 31.12.2026", "uten målår". */
    const when = ({ targetPeriod, deadline }: Pick<Target, 'targetPeriod' | 'deadline'>): string => {
      if (targetPeriod !== null) return t('goals.target.by', { when: period(targetPeriod) })
      if (deadline !== null) return t('goals.target.by', { when: format.day(deadline) })
      return t('goals.target.noYear')
    }
    /** "146 (2017)", "146 (uten år)", "uten utgangsverdi". */
    const baseline = (goal: ShownTarget): string | null => {
      const own =
        goal.baselineValue === null
          ? (goal.figures?.baseline ?? null)
          : { value: goal.baselineValue, period: goal.baselinePeriod }
      if (own === null) return null
      return t('goals.target.at', {
        shown: inUnit(own.value, goal.baselineUnit, goal.leadIndicator),
        when: own.period === null ? t('goals.target.noBaselineYear') : period(own.period),
      })
    }
    /** "Fra 146 (2017) til 292 (uten målår)": all of it, read back. */
    const sentence = (goal: ShownTarget): string => {
      const { targetKind } = goal
      if (targetKind === 'none') return t('goals.target.none')
      const from = baseline(goal)
      const to = levelOf(goal) ?? goal.figures?.target ?? null
      const what = aim(goal)
      const due = when(goal)
      const path =
        to !== null && targetKind !== 'qualitative' && targetKind !== 'betterThanReference' && from !== null
          ? t('goals.target.fromTo', {
              from,
              to: inUnit(to, targetKind === 'level' ? goal.targetUnit : goal.baselineUnit, goal.leadIndicator),
              when: due,
            })
          : from !== null
            ? t('goals.target.from', { from, when: due })
            : fieldsOfKind[targetKind].baseline && targetKind !== 'qualitative'
              ? t('goals.target.noBaseline', { when: due })
              : goal.targetPeriod === null && goal.deadline === null
                ? capital(due)
                : t('goals.target.only', { when: due })
      // A test in words ends with its own full stop.
      return what === '' ? path : t('goals.target.sentence', { what: capital(what).replace(/\.$/, ''), path })
    }
    return { period, value, aim, when, baseline, sentence, inUnit }
  }, [t, format, language, figures])
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}
