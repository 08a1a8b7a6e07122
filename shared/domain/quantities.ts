/** Hours and other amounts of what partners give: read as people write them, kept as whole hundredths. */
import { type Checked, good, refusal } from './checked.ts'
import { formatAmount, formatNumber, parseAmount } from './numbers.ts'
import type { CommitmentUnit } from './records/commitment.ts'
import type { Language } from './values.ts'

const example = '7,5'
/** An hour in letters: `t`, `tim.`, `timer`, `timmar`, `h`, `hours`. */
const hourWords = '(?:timers?|timmar|timme|time|tim|hours?|hrs?|t|h)\\.?'
const minuteWords = '(?:minutter|minutt|minuter|minut|minutes?|mins?|m)\\.?'
const clock = /^(\d{1,6}):(\d{1,2})$/
const spelled = new RegExp(`^(?:(\\d{1,6}) ?${hourWords})? ?(?:(\\d{1,4}) ?${minuteWords})$`, 'i')
const afterHours = new RegExp(` ?${hourWords}$`, 'i')

/** A number of hundredths as people write it: `7,5`, `7,33`, `1 200`. */
function written(hundredths: number): string {
  const whole = String(Math.floor(hundredths / 100)).replace(/\B(?=(\d{3})+$)/g, ' ')
  const rest = String(hundredths % 100)
    .padStart(2, '0')
    .replace(/0+$/, '')
  return rest === '' ? whole : `${whole},${rest}`
}

function ofMinutes(hours: number, minutes: number, typed: string): Checked<number> {
  const hundredths = hours * 100 + (minutes * 100) / 60
  // Only every third minute is a whole hundredth; rounding in silence would make sums nobody can check.
  if (!Number.isInteger(hundredths)) {
    return refusal('hoursBetweenHundredths', { typed, nearest: written(Math.round(hundredths)) })
  }
  return good(hundredths)
}

/** Hundredths of anything: digits as in a sum of money, but without its words. */
function hundredthsOf(text: string): Checked<number | null> {
  if (!/^[-\u2212\u2013]?[\d\s.,]+$/u.test(text)) return refusal('notANumber', { example })
  const number = parseAmount(text)
  if (number.ok) return number
  if (number.message.key === 'problems.field.tooManyDecimals') return refusal('tooManyHundredths')
  return number.message.key === 'problems.field.notANumber' ? refusal('notANumber', { example }) : number
}

/**
 * Typed hours as hundredths of an hour: `7:30`, `7,5`, `7.5`, `7 t 30 min`, `45 min`, `7 timmar`. Null for an empty text.
 * Exact: minutes that are no whole hundredths (7:20) are refused with the nearest that is (`7,33`).
 */
export function parseHours(text: string): Checked<number | null> {
  const typed = text.normalize('NFKC').trim().replace(/\s+/gu, ' ')
  if (typed === '') return good(null)
  const onClock = clock.exec(typed)
  if (onClock) {
    const minutes = Number(onClock[2])
    if (minutes > 59) return refusal('minutesPastHour', { minutes })
    return ofMinutes(Number(onClock[1]), minutes, typed)
  }
  const inWords = spelled.exec(typed)
  if (inWords) {
    const minutes = Number(inWords[2])
    if (inWords[1] !== undefined && minutes > 59) return refusal('minutesPastHour', { minutes })
    return ofMinutes(Number(inWords[1] ?? 0), minutes, typed)
  }
  return hundredthsOf(typed.replace(afterHours, ''))
}

const ownWords = {
  NOK: /^NOK\b|\b(NOK|kroner)$/i,
  SEK: /^SEK\b|\b(SEK|kronor)$/i,
  posts: / ?(årsverk|årsarbetskraft(er)?|årsarbeten?|heltidstjänst(er)?|FTEs?|posts?)\.?$/iu,
  pieces: / ?(stykker|stykk|stk|stycken|styck|st|pcs|pieces?)\.?$/i,
} as const

/** A typed amount in a unit, as it is kept: øre/öre of money, else hundredths. Null for an empty text. Another currency's name is refused. */
export function parseQuantity(text: string, unit: CommitmentUnit): Checked<number | null> {
  if (unit === 'hours') return parseHours(text)
  const typed = text.normalize('NFKC').trim()
  if (unit === 'NOK' || unit === 'SEK') {
    return ownWords[unit === 'NOK' ? 'SEK' : 'NOK'].test(typed)
      ? refusal('typedOtherCurrency', { unit })
      : parseAmount(typed)
  }
  return typed === '' ? good(null) : hundredthsOf(typed.replace(ownWords[unit], ''))
}

const unitWords: Readonly<Record<Language, Readonly<Record<Exclude<CommitmentUnit, 'NOK' | 'SEK'>, string>>>> = {
  nb: { hours: 't', posts: 'årsverk', pieces: 'stk.' },
  sv: { hours: 'tim', posts: 'årsarbeten', pieces: 'st.' },
  en: { hours: 'h', posts: 'FTE', pieces: 'pcs' },
}

/** Hundredths as the language writes them, without decimals that say nothing: `7,5`, `7,33`, `1 200`. */
function formatHundredths(hundredths: number, language: Language): string {
  return formatNumber(hundredths / 100, language, hundredths % 100 === 0 ? 0 : hundredths % 10 === 0 ? 1 : 2)
}

/** A kept amount with its unit: `1 234,50 kr`, `7,5 t`, `0,5 årsverk`, `12 stk.` */
export function formatQuantity(value: number, unit: CommitmentUnit, language: Language): string {
  if (unit === 'NOK' || unit === 'SEK') return formatAmount(value, unit, language)
  // Swedish alone bends its word: one is an årsarbete.
  const one = language === 'sv' && unit === 'posts' && value === 100
  return `${formatHundredths(value, language)}\u00a0${one ? 'årsarbete' : unitWords[language][unit]}`
}

/** A kept amount as it stands in a field whose unit is chosen beside it: reads back as the same. */
export function formatQuantityField(value: number, unit: CommitmentUnit, language: Language): string {
  const money = unit === 'NOK' || unit === 'SEK'
  const text = money && value % 100 !== 0 ? formatNumber(value / 100, language, 2) : formatHundredths(value, language)
  // An English `1,234` may be two numbers.
  return language === 'en' ? text.replaceAll(',', '') : text
}
