import type { FieldMessages } from '#shared/domain/checked.ts'
import { readFigure } from '#shared/domain/figure-text.ts'
import { typedNumber } from '#shared/domain/numbers.ts'
import { formatPeriod, readPeriod } from '#shared/domain/periods.ts'
import type { Comparator, Goal, TargetKind } from '#shared/domain/records/goal.ts'
import type { IndicatorUnit } from '#shared/domain/records/indicator.ts'
import type { Language } from '#shared/domain/values.ts'
import type { Unit } from './figure-words.ts'
import { fieldsOfKind, type Target, unitOfValue } from './goal-target-words.ts'

/** What stands in the form of a target: numbers and periods as they are typed. */
export type EnteredTarget = {
  targetKind: TargetKind
  targetValue: string
  targetUnit: IndicatorUnit | null
  comparator: Comparator | null
  baselineValue: string
  baselineUnit: IndicatorUnit | null
  baselinePeriod: string
  baselineSource: string
  referenceId: string | null
  /** The name of the series, so that the field shows it again. */
  referenceName: string
  referenceText: string
  targetPeriod: string
  deadline: string | null
  test: string
  /** Fields that have been left: only those are told to be wrong while the form is filled in. */
  left: string[]
}

/** A goal's target as the form shows it. */
export function enteredOf(goal: Target, language: Language): EnteredTarget {
  const shown = (value: number | null) => (value === null ? '' : typedNumber(value, language))
  const period = (stored: string | null) => (stored === null ? '' : formatPeriod(stored, language))
  return {
    targetKind: goal.targetKind,
    targetValue: shown(goal.targetValue),
    targetUnit: goal.targetUnit,
    comparator: goal.comparator,
    baselineValue: shown(goal.baselineValue),
    baselineUnit: goal.baselineUnit,
    baselinePeriod: period(goal.baselinePeriod),
    baselineSource: goal.baselineSource ?? '',
    referenceId: goal.referenceId,
    referenceName: '',
    referenceText: goal.referenceText ?? '',
    targetPeriod: period(goal.targetPeriod),
    deadline: goal.deadline,
    test: goal.test ?? '',
    left: [],
  }
}

const times = /\s*(ganger|gånger|times|×|x)\.?$/iu
/** "+20 %", "2 ganger": what stands around a number in its kind. */
function bare(text: string, kind: TargetKind): string {
  const typed = text.trim().replace(/^\+\s*/, '')
  return kind === 'multiple' ? typed.replace(times, '') : typed
}

/** The unit that a typed number names: "7,9 %" is percent. */
export function unitTyped(text: string): IndicatorUnit | null {
  const typed = text.trim()
  if (/(prosentpoeng|procentenheter?|percentage points?|%-poeng|%-enheter?|pp)\.?$/iu.test(typed))
    return 'percentagePoints'
  if (/(%|prosent|procent|percent|pct\.?|pst\.?)$/iu.test(typed)) return 'percent'
  const money = /\b(NOK|SEK)\b/i.exec(typed)?.[1]?.toUpperCase()
  return money === 'NOK' || money === 'SEK' ? money : null
}

export type ReadTarget =
  | { readonly ok: true; readonly value: Target & Pick<Goal, 'targetKind'> }
  | { readonly ok: false; readonly wrong: FieldMessages }

/** The form as a goal's fields, or what can't be read. What its kind does not ask for is taken away; a baseline is a fact and stays. */
export function readTarget(entered: EnteredTarget, lead: Unit | null): ReadTarget {
  const { targetKind: kind } = entered
  const needs = fieldsOfKind[kind]
  const wrong: FieldMessages = {}
  const figure = (field: 'targetValue' | 'baselineValue', unit: IndicatorUnit): number | null => {
    const typed = entered[field]
    const named = unit === 'notStated' ? unitTyped(typed) : null
    const read = readFigure(bare(typed, field === 'targetValue' ? kind : 'level'), {
      unit: named ?? unit,
      unitText: unit === lead?.unit ? lead.unitText : null,
    })
    if (read.kind === 'refused') wrong[field] = read.message
    else if (read.kind === 'missing')
      wrong[field] = { key: 'problems.field.notANumber', params: { example: '1 234,5' } }
    return read.kind === 'value' ? read.value : null
  }
  const period = (field: 'baselinePeriod' | 'targetPeriod'): string | null => {
    const read = readPeriod(entered[field])
    if (!read.ok) wrong[field] = read.message
    return read.ok ? read.value : null
  }
  const text = (typed: string) => (typed.trim() === '' ? null : typed)
  const rank = entered.comparator === 'rank'
  const value: Target = {
    targetKind: kind,
    targetValue: needs.value
      ? figure('targetValue', rank && kind === 'qualitative' ? 'rank' : unitOfValue(kind, entered.targetUnit, lead))
      : null,
    targetUnit: needs.unit ? (entered.targetUnit ?? unitFrom(entered.targetValue, lead)) : null,
    comparator: needs.comparator ? entered.comparator : null,
    baselineValue: figure('baselineValue', entered.baselineUnit ?? lead?.unit ?? 'notStated'),
    baselineUnit: entered.baselineUnit ?? unitFrom(entered.baselineValue, lead),
    baselinePeriod: period('baselinePeriod'),
    baselineSource: text(entered.baselineSource),
    referenceId: needs.reference ? entered.referenceId : null,
    referenceText: needs.reference ? text(entered.referenceText) : null,
    targetPeriod: kind === 'none' ? null : period('targetPeriod'),
    deadline: kind === 'none' ? null : entered.deadline,
    test: needs.test ? text(entered.test) : null,
  }
  return Object.keys(wrong).length > 0 ? { ok: false, wrong } : { ok: true, value }
}

/** What was typed behind the number counts where nobody else says the unit. */
function unitFrom(text: string, lead: Unit | null): IndicatorUnit | null {
  return lead === null || lead.unit === 'notStated' ? unitTyped(text) : null
}
