/** Figures as people type them and paste them from sheets: numbers in the unit of their indicator, or a sign that there is none. */
import type { Message } from '../contract/problem.ts'
import { fieldMessage } from './checked.ts'
import { type DecimalSign, parseDecimal } from './numbers.ts'
import type { Indicator, IndicatorUnit } from './records/indicator.ts'

/** What the signs of statistical tables mean (SSB and SCB use the same): nothing can be there, it is withheld, it isn't known. */
export type MissingSign = 'impossible' | 'withheld' | 'unknown'
export type FigureText =
  | { readonly kind: 'empty' }
  | { readonly kind: 'value'; readonly value: number }
  /** `sign` null: said in a word, so that why must be asked. */
  | { readonly kind: 'missing'; readonly sign: MissingSign | null }
  | { readonly kind: 'refused'; readonly message: Message }

const signs: Readonly<Record<string, MissingSign>> = { '.': 'impossible', ':': 'withheld', '..': 'unknown' }
const words = new Set(['mangler', 'saknas', 'missing', 'n/a', 'na', 'i/t', '#n/a', '#i/t', '#saknas!', '...', '…'])
const dash = /^[-\u2010-\u2015\u2212]$/
const percentPoints = /\s*(prosentpoeng|procentenheter?|percentage points?|%-poeng|%-enheter?|pp)\.?$/iu
const percent = /\s*(%|prosent|procent|percent|pct\.?|pst\.?)$/iu
const currency = /^(kr\.?|NOK|SEK)\s*|\s*(kr\.?|kroner|kronor|NOK|SEK)$/giu
const moneyOf: Partial<Record<IndicatorUnit, 'NOK' | 'SEK'>> = { NOK: 'NOK', SEK: 'SEK', nokPerEmployee: 'NOK' }

/**
 * Reads what stands in a cell, in the unit of its indicator. `3,87 %` is read where the unit is percent and refused where it is not,
 * percentage points likewise (records.md 3.16: never mixed); a rank is a whole number from 1; a dash is refused, since tables mean
 * both nought and "none" by it. `sign`: the decimal sign of the sheet that it came from, where that is known.
 */
export function readFigure(
  text: string,
  { unit, unitText }: Pick<Indicator, 'unit' | 'unitText'>,
  sign?: DecimalSign,
): FigureText {
  const typed = text.normalize('NFKC').trim()
  if (typed === '') return { kind: 'empty' }
  const raw = text.trim()
  const known = signs[raw]
  if (known) return { kind: 'missing', sign: known }
  if (words.has(raw.toLowerCase())) return { kind: 'missing', sign: null }
  if (dash.test(raw)) return refused('dashInDoubt')
  const bare = withoutUnit(typed, unit, unitText)
  if (typeof bare !== 'string') return bare
  const read = parseDecimal(bare, sign)
  if (!read.ok) return { kind: 'refused', message: read.message }
  if (read.value === null) return refused('notANumber', { example: '1 234,5' })
  if (Math.abs(read.value) > 1e15) return refused('tooMany')
  if (unit === 'rank' && (!Number.isInteger(read.value) || read.value < 1)) return refused('rankNotWhole')
  return { kind: 'value', value: read.value }
}

function refused(key: string, params?: Message['params']): FigureText & { kind: 'refused' } {
  return { kind: 'refused', message: fieldMessage(key, params) }
}

/** The digits without the unit behind them, or why that is another unit. */
function withoutUnit(typed: string, unit: IndicatorUnit, unitText: string | null): string | FigureText {
  if (percentPoints.test(typed)) {
    return unit === 'percentagePoints' ? typed.replace(percentPoints, '') : refused('percentPointsHere')
  }
  if (percent.test(typed)) {
    if (unit === 'percentagePoints') return refused('percentForPoints')
    return unit === 'percent' ? typed.replace(percent, '') : refused('percentHere')
  }
  const money = moneyOf[unit]
  const named = /\b(NOK|SEK)\b/i.exec(typed)?.[1]?.toUpperCase()
  if (money && named && named !== money) return refused('otherCurrency', { currency: money })
  if (money) return typed.replace(currency, '').trim()
  const own = unitText?.normalize('NFKC').trim().toLocaleLowerCase()
  if (own && typed.toLocaleLowerCase().endsWith(own) && typed.length > own.length) {
    return typed.slice(0, typed.length - own.length).trim()
  }
  return typed
}
