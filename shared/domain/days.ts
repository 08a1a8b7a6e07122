/** Calendar days: read as people type them, written as they read them, counted. Days are `YYYY-MM-DD` texts without a time zone. */
import { type Checked, good, refusal } from './checked.ts'
import { type Country, type Day, isDay, type Language } from './values.ts'

const dayMs = 86_400_000
const locales = { nb: 'nb-NO', sv: 'sv-SE', en: 'en-GB' } as const
const formats = new Map<string, Intl.DateTimeFormat>()
const zones = new Map<string, Intl.DateTimeFormat>()

function format(language: Language, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${name}`
  let known = formats.get(key)
  if (!known) {
    known = new Intl.DateTimeFormat(locales[language], { ...options, timeZone: 'UTC' })
    formats.set(key, known)
  }
  return known
}

/** Midnight UTC of a day, in milliseconds. */
function timeOf(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`)
}
function dayAt(time: number): Day {
  return new Date(time).toISOString().slice(0, 10)
}
function dayOf(year: number, month: number, date: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}
/** Days in a month; month 1–12. */
function lastDateOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** The day `days` later (earlier when negative). */
export function addDays(day: Day, days: number): Day {
  return dayAt(timeOf(day) + days * dayMs)
}

/** The same date `months` later, or the last day of that month where it is shorter: 31 January + 1 = 28 February. */
export function addMonths(day: Day, months: number): Day {
  const total = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  const [year, month] = [Math.floor(total / 12), (total % 12) + 1]
  return dayOf(year, month, Math.min(Number(day.slice(8)), lastDateOf(year, month)))
}

/** Days from one day to the next; negative when `to` lies before `from`. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}

/** A day counted from 1 March of the year 0: six times as quick as reading it as an instant, and lists ask it of every row. */
function dayNumber(day: Day): number {
  const digit = (at: number) => day.charCodeAt(at) - 48
  const month = digit(5) * 10 + digit(6)
  // The year begins in March, so that the odd day of a leap year is its last.
  const year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3) - (month < 3 ? 1 : 0)
  const beforeMonth = Math.floor((153 * (month < 3 ? month + 9 : month - 3) + 2) / 5)
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
  return year * 365 + leapDays + beforeMonth + digit(8) * 10 + digit(9) - 1
}

/** 1 January of the day's year. */
export function startOfYear(day: Day): Day {
  return `${day.slice(0, 4)}-01-01`
}

/** 31 December of the day's year. */
export function endOfYear(day: Day): Day {
  return `${day.slice(0, 4)}-12-31`
}

/** The months `YYYY-MM` that a period touches, in order; none when `to` lies before `from`. */
export function monthsOf(from: Day, to: Day): string[] {
  const months: string[] = []
  for (let day = `${from.slice(0, 7)}-01`; day <= to; day = addMonths(day, 1)) months.push(day.slice(0, 7))
  return to < from ? [] : months
}

/** The time zone whose calendar a country's partnership lives by. */
export function timeZoneOf(country: Country): string {
  return country === 'NO' ? 'Europe/Oslo' : 'Europe/Stockholm'
}

const quarterHourMs = 900_000
/** The last answer of each zone. Since 1970 no midnight lies within a quarter of an hour of UTC. */
const lastAnswers = new Map<string, { readonly quarter: number; readonly day: Day }>()

/** Which day it is in a time zone (`Europe/Oslo`) at an instant: a Date or UTC ISO text. */
export function todayIn(timeZone: string, instant: Date | string): Day {
  const date = typeof instant === 'string' ? new Date(instant) : instant
  const quarter = Math.floor(date.getTime() / quarterHourMs)
  const last = lastAnswers.get(timeZone)
  if (last?.quarter === quarter) return last.day
  const day = dayInZone(timeZone, date)
  // Asking for it was a third of what saving a visit costs beyond the database.
  if (quarter >= 0) lastAnswers.set(timeZone, { quarter, day })
  return day
}

function dayInZone(timeZone: string, date: Date): Day {
  let zoned = zones.get(timeZone)
  if (!zoned) {
    // Made once: a new one at every call showed in the profile of saving a visit.
    zoned = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    })
    zones.set(timeZone, zoned)
  }
  const parts = zoned.formatToParts(date)
  const part = (type: string) => parts.find((item) => item.type === type)?.value ?? ''
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`
}

/** nb `31.12.2026`, sv `2026-12-31`, en `31 Dec 2026`. */
export function formatDay(day: Day, language: Language): string {
  if (language === 'sv') return day
  if (language === 'nb') return `${day.slice(8)}.${day.slice(5, 7)}.${day.slice(0, 4)}`
  return format('en', 'day', { day: 'numeric', month: 'short', year: 'numeric' }).format(timeOf(day))
}

/** With the day of the week: nb `torsdag 31. desember 2026`, sv `torsdag 31 december 2026`, en `Thursday 31 December 2026`. */
export function formatDayLong(day: Day, language: Language): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
  return format(language, 'long', options).format(timeOf(day)).replace(',', '')
}

/** A month `YYYY-MM`, or the month of a day, in words: `desember 2026`. */
export function formatMonth(month: string, language: Language): string {
  return format(language, 'month', { month: 'long', year: 'numeric' }).format(timeOf(`${month.slice(0, 7)}-01`))
}

/** `jan.`, for the axis of a chart; `jan. 26` with the year. */
export function formatMonthShort(month: string, language: Language, withYear: boolean): string {
  const parts = withYear ? ({ month: 'short', year: '2-digit' } as const) : ({ month: 'short' } as const)
  return format(language, withYear ? 'monthShortYear' : 'monthShort', parts).format(timeOf(`${month.slice(0, 7)}-01`))
}

const dayWords: Readonly<Record<string, number>> = {
  idag: 0,
  today: 0,
  igår: -1,
  yesterday: -1,
  iforgårs: -2,
  iförrgår: -2,
  imorgen: 1,
  imorgon: 1,
  tomorrow: 1,
}

/** Month names and their short forms, in the three languages, to month numbers. */
let monthNames: Map<string, number> | null = null
/** The number of a month's name or short form in any of the three languages, 1–12. */
export function monthNumber(name: string): number | undefined {
  if (!monthNames) {
    monthNames = new Map()
    for (const language of ['nb', 'sv', 'en'] as const) {
      for (let month = 1; month <= 12; month++) {
        const long = format(language, 'name', { month: 'long' })
          .format(Date.UTC(2000, month - 1, 1))
          .toLowerCase()
        monthNames.set(long, month)
        monthNames.set(long.slice(0, 3), month)
        // `sept`, as English is written too.
        monthNames.set(long.slice(0, 4), month)
      }
    }
  }
  return monthNames.get(name.toLowerCase().replace(/\.$/, ''))
}

export interface ParseDayOptions {
  /** Allows `31.12.` and `31/12`: the latest such day up to today (`past`), or the next from today on (`future`). */
  readonly yearless?: 'past' | 'future'
}

/**
 * Reads a typed day: `31.12.2026`, `2026-12-31`, `20261231`, `31. desember 2026`, `i dag`, `igår`, `yesterday`.
 * A year without its century and a day that may be a month are refused, not guessed (records.md 3.21).
 * Gives null for an empty text. `language` is the one that dates in messages are written in.
 */
export function parseDay(
  text: string,
  language: Language,
  today: Day,
  options: ParseDayOptions = {},
): Checked<Day | null> {
  const typed = text.normalize('NFKC').trim().replace(/\s+/g, ' ')
  if (typed === '') return good(null)
  const word = typed.toLowerCase().replaceAll(' ', '')
  // Own words only: every object knows `constructor`.
  const away = Object.hasOwn(dayWords, word) ? dayWords[word] : undefined
  if (away !== undefined) return good(addDays(today, away))

  const iso = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/.exec(typed) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(typed)
  if (iso) return checked(Number(iso[1]), Number(iso[2]), Number(iso[3]), language)
  const dotted = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(typed)
  if (dotted) return checked(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]), language)
  const named = /^(\d{1,2})\.? ?(\p{L}+)\.? (\d{4})$/u.exec(typed)
  const month = named?.[2] ? monthNumber(named[2]) : undefined
  if (named && month) return checked(Number(named[3]), month, Number(named[1]), language)
  const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(typed)
  if (slashed) {
    const [first, second] = [Number(slashed[1]), Number(slashed[2])]
    if (first <= 12 && second <= 31 && first !== second) return refusal('dayInDoubt', examples(today, language))
    return checked(Number(slashed[3]), second, first, language)
  }
  if (/^\d{1,2}[./-] ?\d{1,2}[./-] ?\d{2}$/.test(typed) || /^\d{6}$/.test(typed)) {
    return refusal('dayWithoutCentury', examples(today, language))
  }
  const short = /^(\d{1,2})(?:\. ?(\d{1,2})\.?|\/(\d{1,2}))$/.exec(typed)
  if (short) {
    if (!options.yearless) return refusal('dayWithoutYear', examples(today, language))
    return yearless(Number(short[2] ?? short[3]), Number(short[1]), language, today, options.yearless)
  }
  return refusal('notADay', examples(today, language))
}

function examples(today: Day, language: Language) {
  return { example: language === 'en' ? today : formatDay(today, language) }
}

function checked(year: number, month: number, date: number, language: Language): Checked<Day> {
  if (year < 1800 || year > 2199) return refusal('badDayYear', { year })
  if (month < 1 || month > 12) return refusal('noSuchMonth', { month })
  const last = lastDateOf(year, month)
  if (date < 1 || date > last) {
    return refusal('noSuchDate', {
      date,
      month: formatMonth(dayOf(year, month, 1), language),
      last: formatDay(dayOf(year, month, last), language),
    })
  }
  const day = dayOf(year, month, date)
  return isDay(day) ? good(day) : refusal('notADay', { example: day })
}

function yearless(month: number, date: number, language: Language, today: Day, way: 'past' | 'future'): Checked<Day> {
  const thisYear = Number(today.slice(0, 4))
  // Up to eight years away: 29 February may be as far off as that.
  for (let step = 0; step <= 8; step++) {
    const year = way === 'past' ? thisYear - step : thisYear + step
    const day = dayOf(year, month, date)
    if (isDay(day) && (way === 'past' ? day <= today : day >= today)) return good(day)
  }
  return checked(thisYear, month, date, language)
}
