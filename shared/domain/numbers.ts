/** Numbers as people type and read them: decimal comma, blanks between thousands, kroner (records.md 3.21). */
import { type Checked, good, refusal } from './checked.ts'
import type { Language } from './values.ts'

const locales = { nb: 'nb-NO', sv: 'sv-SE', en: 'en-GB' } as const
const formats = new Map<string, Intl.NumberFormat>()
const largestCount = 10_000_000

/** What stands before the decimals, where it is known from other numbers of the same source. */
export type DecimalSign = ',' | '.'

interface Read {
  readonly negative: boolean
  /** Digits before the decimal sign. */
  readonly whole: string
  /** Digits after it, or an empty text. */
  readonly decimals: string
}

/** Takes a typed number apart. Either sign may be the decimal one; `1.234` may be two numbers and is refused unless `sign` is known. */
function read(text: string, sign?: DecimalSign): Checked<Read> {
  const typed = text.replace(/[\u2212\u2013]/g, '-').replace(/\s+/gu, ' ')
  const match = /^(-?) ?(\d[\d ., ]*)$/.exec(typed)
  if (!match?.[2]) return refusal('notANumber', { example: '1 234,50' })
  const negative = match[1] === '-'
  const body = match[2].trim()
  const signs = body.match(/[.,]/g) ?? []
  const last = signs.at(-1)
  const once = last !== undefined && signs.filter((sign) => sign === last).length === 1
  // One kind of sign more than once parts thousands; so do all signs before the last of another kind.
  const at = once ? body.lastIndexOf(last) : -1
  const whole = at < 0 ? body : body.slice(0, at)
  const decimals = at < 0 ? '' : body.slice(at + 1)
  const groups = whole.split(/[ .,]/)
  const used = new Set(whole.match(/[ .,]/g) ?? [])
  const grouped =
    groups.length === 1 || (used.size === 1 && groups.every((group, i) => (i ? /^\d{3}$/ : /^\d{1,3}$/).test(group)))
  if (!grouped || (at >= 0 && !/^\d+$/.test(decimals))) return refusal('notANumber', { example: '1 234,50' })
  if (signs.length === 1 && groups.length === 1 && decimals.length === 3 && /^[1-9]\d{0,2}$/.test(whole)) {
    if (sign)
      return good(sign === last ? { negative, whole, decimals } : { negative, whole: whole + decimals, decimals: '' })
    return refusal('numberInDoubt', { typed: body, thousands: `${whole} ${decimals}`, decimal: `${whole},${decimals}` })
  }
  return good({ negative, whole: groups.join('').replace(/^0+(?=\d)/, ''), decimals })
}

/**
 * A typed sum of money as øre/öre: `1 234,50 kr`, `NOK 1234.5`, `1.234.567,00`. Null for an empty text.
 * Computed on the digits, so that no sum is rounded. Negative sums and more than two decimals are refused.
 */
export function parseAmount(text: string): Checked<number | null> {
  const bare = text
    .normalize('NFKC')
    .trim()
    .replace(/^(kr\.?|NOK|SEK)\s*/i, '')
    .replace(/\s*(kr\.?|kroner|kronor|NOK|SEK|,-|:-)$/i, '')
  if (bare === '') return text.trim() === '' ? good(null) : refusal('notANumber', { example: '1 234,50' })
  const number = read(bare)
  if (!number.ok) return number
  const { negative, whole, decimals } = number.value
  if (decimals.replace(/0+$/, '').length > 2) return refusal('tooManyDecimals')
  const minor = Number(whole + decimals.slice(0, 2).padEnd(2, '0'))
  if (minor > 9_000_000_000_000_000) return refusal('tooMany')
  if (negative && minor > 0) return refusal('negative')
  return good(minor)
}

/** A typed whole number, 0 and up: `1 234`. Null for an empty text. */
export function parseCount(text: string): Checked<number | null> {
  const bare = text.normalize('NFKC').trim()
  if (bare === '') return good(null)
  const number = read(bare)
  if (!number.ok) return number
  const { negative, whole, decimals } = number.value
  if (/[1-9]/.test(decimals)) return refusal('notWhole')
  const count = Number(whole)
  if (count > largestCount) return refusal('tooMany')
  if (negative && count > 0) return refusal('negative')
  return good(count)
}

/**
 * A typed figure with its decimals and its sign: `−1 234,5`, `3.87`, `1,234,567.8`. Null for an empty text. `1.234` is refused as
 * in doubt unless `sign` says which sign is the decimal one; more than 15 digits are refused, since they are not kept exactly.
 */
export function parseDecimal(text: string, sign?: DecimalSign): Checked<number | null> {
  const bare = text.normalize('NFKC').trim()
  if (bare === '') return good(null)
  const number = read(bare, sign)
  if (!number.ok) return number
  const { negative, whole, decimals } = number.value
  const kept = decimals.replace(/0+$/, '')
  if ((whole + kept).replace(/^0+/, '').length > 15) return refusal('tooMany')
  const value = Number(`${whole}.${kept}`)
  return good(negative && value !== 0 ? -value : value)
}

/** A number as the language writes it, `1 234,5`; `decimals` exact ones, none unless said. */
export function formatNumber(value: number, language: Language, decimals = 0): string {
  const key = `${language} ${decimals}`
  let format = formats.get(key)
  if (!format) {
    format = new Intl.NumberFormat(locales[language], {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    })
    formats.set(key, format)
  }
  return format.format(value)
}

/**
 * A number as a field to be typed in shows it: with all its decimals, and so that reading it gives the same number again. English parts
 * thousands by the sign that others put before decimals, so there they stand unparted; `1,234` with its one sign gets a nought behind it.
 */
export function typedNumber(value: number, language: Language): string {
  const format = new Intl.NumberFormat(locales[language], { maximumFractionDigits: 15, useGrouping: language !== 'en' })
  const typed = format.format(value)
  const again = parseDecimal(typed)
  return again.ok && again.value === value ? typed : `${typed}0`
}

/** Øre/öre of a currency as money: nb `1 234,50 kr`, in another country's language `1 234,50 SEK`. Whole sums without decimals. */
export function formatAmount(minor: number, currency: 'NOK' | 'SEK', language: Language): string {
  const number = formatNumber(minor / 100, language, minor % 100 === 0 ? 0 : 2)
  if (language === 'en') return `${currency}\u00a0${number}`
  const own = (language === 'nb' && currency === 'NOK') || (language === 'sv' && currency === 'SEK')
  return `${number}\u00a0${own ? 'kr' : currency}`
}

/** A percentage given as the number shown (74 is 74 %): nb and sv `74 %`, en `74%`. */
export function formatShare(percent: number, language: Language, decimals = 0): string {
  return `${formatNumber(percent, language, decimals)}${language === 'en' ? '%' : '\u00a0%'}`
}
