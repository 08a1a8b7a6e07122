/**
 * Periods of figures, as `records/indicator.ts` stores them: "2024", "2024-H1", "2024-Q3", "2024-03", "2024-03-15", and years as an
 * interval "2017/2022", both years with. Read as people and statistical tables write them, written as people read them, put in order.
 */
import { type Checked, good, refusal } from './checked.ts'
import { addDays, addMonths, formatDay, formatMonth, monthNumber } from './days.ts'
import { type Frequency, periodText } from './records/indicator.ts'
import { type Day, isDay, type Language } from './values.ts'

/** What kind of time a period is. */
export type PeriodKind = 'year' | 'halfYear' | 'quarter' | 'month' | 'day' | 'years'

const monthsIn = { year: 12, halfYear: 6, quarter: 3, month: 1 } as const

/** True of a period as it is stored, whose day exists and whose interval runs forward. */
export function isPeriod(text: string): boolean {
  if (!periodText.safeParse(text).success) return false
  if (text.includes('/')) return text.slice(0, 4) < text.slice(5)
  return text.length < 10 || isDay(text)
}

/**
 * Reads a typed period: `2024`, `2024K1`, `2024Q1`, `K1 2024`, `1. kvartal 2024`, `2024M03`, `2024-03`, `03.2024`, `mars 2024`, `2024H1`,
 * `1. halvår 2024`, `andra halvåret 2024`, `first half of 2024`, `15.03.2024`, `15 March 2024`, `2017-2022`, `2017–2022`. Null for an empty text; what may be read in two ways is refused (`badPeriod`).
 */
export function readPeriod(text: string): Checked<string | null> {
  const typed = text
    .normalize('NFKC')
    .trim()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
  if (typed === '') return good(null)
  const period = asRead(typed)
  return period !== null && isPeriod(period) ? good(period) : refusal('badPeriod')
}

const quarterWord = '(?:kvartal|quarter|kv|[kq])\\.?'
const halfWord = '(?:halvåret|halvår|half|h)\\.?'
const partForms = [
  ['Q', quarterWord],
  ['H', halfWord],
].map(([letter, word]) => ({
  letter,
  // 2024K1, 2024-Q1, 2024 kvartal 1
  yearFirst: new RegExp(`^(\\d{4})[ -]?${word} ?([1-4])$`, 'iu'),
  // K1 2024, kvartal 1, 2024, Q1/2024
  partFirst: new RegExp(`^${word} ?([1-4])[ ,/-]{1,2}(\\d{4})$`, 'iu'),
  // 1. kvartal 2024, 1:a halvåret 2024
  numberFirst: new RegExp(`^([1-4])(?:\\.|:[ae]|st|nd|rd|th)? ?${word} (\\d{4})$`, 'iu'),
}))

const halfNamed = /^(?:(första|fyrste|første|first)|andra|andre|second) (?:halvåret|halvår|half(?: of)?) (\d{4})$/iu

function asRead(typed: string): string | null {
  if (/^\d{4}$/.test(typed)) return typed
  const years = /^(\d{4}) ?[-/] ?(\d{4})$/.exec(typed)
  if (years) return `${years[1]}/${years[2]}`
  for (const { letter, yearFirst, partFirst, numberFirst } of partForms) {
    const first = yearFirst.exec(typed)
    if (first) return `${first[1]}-${letter}${first[2]}`
    const last = partFirst.exec(typed) ?? numberFirst.exec(typed)
    if (last) return `${last[2]}-${letter}${last[1]}`
  }
  const half = halfNamed.exec(typed)
  if (half) return `${half[2]}-H${half[1] ? 1 : 2}`
  const month = /^(\d{4})(?:-| ?M)(\d{1,2})$/i.exec(typed)
  if (month) return `${month[1]}-${month[2]?.padStart(2, '0')}`
  const turned = /^(\d{1,2})[./](\d{4})$/.exec(typed)
  if (turned) return `${turned[2]}-${turned[1]?.padStart(2, '0')}`
  const named =
    /^(\p{L}+)\.? (\d{4})$/u.exec(typed) ?? /^(\p{L}+)\.?,? (\d{4})$/u.exec(typed.replace(/^(\d{4}) (.+)$/, '$2 $1'))
  const number = named?.[1] ? monthNumber(named[1]) : undefined
  if (named && number) return `${named[2]}-${String(number).padStart(2, '0')}`
  const day = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed)
  if (day) return `${day[1]}-${day[2]?.padStart(2, '0')}-${day[3]?.padStart(2, '0')}`
  const dotted = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(typed)
  if (dotted) return `${dotted[3]}-${dotted[2]?.padStart(2, '0')}-${dotted[1]?.padStart(2, '0')}`
  const written = /^(\d{1,2})\.? (\p{L}+)\.? (\d{4})$/u.exec(typed)
  const at = written?.[2] ? monthNumber(written[2]) : undefined
  if (written && at) return `${written[3]}-${String(at).padStart(2, '0')}-${written[1]?.padStart(2, '0')}`
  return null
}

/** What kind of time a stored period is. */
export function periodKind(period: string): PeriodKind {
  if (period.includes('/')) return 'years'
  if (period.length === 4) return 'year'
  if (period.length === 10) return 'day'
  return period[5] === 'Q' ? 'quarter' : period[5] === 'H' ? 'halfYear' : 'month'
}

const frequencyByKind: Readonly<Record<PeriodKind, Frequency>> = {
  year: 'yearly',
  halfYear: 'twiceYearly',
  quarter: 'quarterly',
  month: 'monthly',
  day: 'irregular',
  years: 'irregular',
}

/** How often a figure of such a period comes; days and intervals come irregularly. */
export function frequencyOf(period: string): Frequency {
  return frequencyByKind[periodKind(period)]
}

/**
 * True where a period is of the kind that an indicator of this frequency has (records.md 3.17). One that is irregular or not stated has
 * any; a yearly one has days too, since surveys and counts are dated, and every second year is told by years.
 */
export function fitsFrequency(period: string, frequency: Frequency): boolean {
  if (frequency === 'irregular' || frequency === 'notStated') return true
  const kind = periodKind(period)
  if (frequency === 'yearly' || frequency === 'everySecondYear')
    return kind === 'year' || kind === 'years' || kind === 'day'
  return frequencyByKind[kind] === frequency
}

/** nb `2024`, `1. halvår 2024`, `3. kvartal 2024`, `mars 2024`, `15.03.2024`, `2017–2022`; sv `kvartal 3 2024`; en `Q3 2024`. */
export function formatPeriod(period: string, language: Language): string {
  const [year, part] = [period.slice(0, 4), period.slice(6)]
  switch (periodKind(period)) {
    case 'year':
      return period
    case 'years':
      return period.replace('/', '–')
    case 'day':
      return formatDay(period, language)
    case 'month':
      return formatMonth(period, language)
    case 'quarter':
      return { nb: `${part}. kvartal ${year}`, sv: `kvartal ${part} ${year}`, en: `Q${part} ${year}` }[language]
    case 'halfYear': {
      const half = { nb: [`1.`, `2.`], sv: ['första', 'andra'], en: ['first', 'second'] }[language][Number(part) - 1]
      return { nb: `${half} halvår ${year}`, sv: `${half} halvåret ${year}`, en: `${half} half of ${year}` }[language]
    }
  }
}

/** The first day of a stored period. */
export function periodStart(period: string): Day {
  const kind = periodKind(period)
  if (kind === 'day') return period
  const year = period.slice(0, 4)
  if (kind === 'year' || kind === 'years') return `${year}-01-01`
  if (kind === 'month') return `${period}-01`
  return addMonths(`${year}-01-01`, (Number(period.slice(6)) - 1) * monthsIn[kind])
}

/** The last day of a stored period. */
export function periodEnd(period: string): Day {
  const kind = periodKind(period)
  if (kind === 'day') return period
  if (kind === 'years') return `${period.slice(5)}-12-31`
  if (kind === 'year') return `${period}-12-31`
  return endOfMonth(addMonths(periodStart(period), monthsIn[kind] - 1))
}

/** The last day of the month that a day lies in. Texts alone: lists put thousands of periods in order by their ends. */
function endOfMonth(day: Day): Day {
  return addMonths(`${day.slice(0, 7)}-31`, 0)
}

/** The order of periods: by their last day, then the shorter one last, for it is the news: 2023, 2024-Q3, 2017/2024, 2024, 2024-Q4. */
export function comparePeriods(a: string, b: string): number {
  const [endA, endB] = [periodEnd(a), periodEnd(b)]
  if (endA !== endB) return endA < endB ? -1 : 1
  const [startA, startB] = [periodStart(a), periodStart(b)]
  return startA === startB ? 0 : startA < startB ? -1 : 1
}

/** The year that a period ends in. */
export function yearOf(period: string): number {
  return Number(periodEnd(period).slice(0, 4))
}

/** Where a period ends on a line of years: "2024" at 2025, "2024-Q3" at 2024.75; between two of a kind it is a whole number of parts. */
export function periodPosition(period: string): number {
  const end = periodEnd(period)
  const [year, month, date] = [Number(end.slice(0, 4)), Number(end.slice(5, 7)), Number(end.slice(8))]
  const days = Number(endOfMonth(end).slice(8))
  return year + (month - 1 + date / days) / 12
}

/** The next period of the same kind. An interval moves on by a year, as running averages do; `step` = how many, for every second year 2. */
export function nextPeriod(period: string, step = 1): string {
  const kind = periodKind(period)
  if (kind === 'day') return addDays(period, step)
  if (kind === 'years') return `${Number(period.slice(0, 4)) + step}/${Number(period.slice(5)) + step}`
  const start = addMonths(periodStart(period), step * monthsIn[kind])
  const [year, month] = [start.slice(0, 4), Number(start.slice(5, 7))]
  if (kind === 'year') return year
  if (kind === 'month') return start.slice(0, 7)
  return kind === 'quarter' ? `${year}-Q${(month + 2) / 3}` : `${year}-H${(month + 5) / 6}`
}

const firstOf: Partial<Record<Frequency, string>> = { monthly: '-01', quarterly: '-Q1', twiceYearly: '-H1' }

/** The periods that an indicator of this frequency has from one year to another, both with; whole years where its frequency says nothing. */
export function periodsBetween(frequency: Frequency, fromYear: number, toYear: number): string[] {
  const periods: string[] = []
  const step = frequency === 'everySecondYear' ? 2 : 1
  for (
    let period = `${fromYear}${firstOf[frequency] ?? ''}`;
    yearOf(period) <= toYear;
    period = nextPeriod(period, step)
  ) {
    periods.push(period)
  }
  return periods
}
