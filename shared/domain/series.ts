/** The days of a recurring series of meetings, for the year plan (årshjul). */
import { addDays, addMonths } from './days.ts'
import type { Day } from './values.ts'

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

export type SeriesRule = {
  /** First day that may be one of the series. */
  readonly from: Day
  /** Last day that may be one; null = until `count` are found. */
  readonly until: Day | null
  /** How many at most; null = until `until`. */
  readonly count: number | null
  /** Every n weeks or months, 1 or more. */
  readonly step: number
} & (
  | { readonly every: 'week'; readonly weekday: Weekday }
  /** The nth such weekday of the month; -1 = the last. */
  | { readonly every: 'month'; readonly nth: 1 | 2 | 3 | 4 | -1; readonly weekday: Weekday }
  /** A date of the month, or its last day where the month is shorter. */
  | { readonly every: 'month'; readonly date: number }
)

/** No series is longer than the operation that plans it takes. */
export const mostOccurrences = 100

const lastDay = '2199-12-31'

/** The days of a series, in order: at most `count`, none after `until`, never more than `mostOccurrences`. */
export function occurrences(rule: SeriesRule): Day[] {
  const days: Day[] = []
  const most = Math.min(rule.count ?? mostOccurrences, mostOccurrences)
  const step = Math.max(1, Math.trunc(rule.step))
  // One candidate more than is wanted, for the first may lie before `from`.
  for (let index = 0; days.length < most && index <= mostOccurrences; index++) {
    const day = candidate(rule, index * step)
    if (day > (rule.until ?? lastDay)) break
    if (day >= rule.from) days.push(day)
  }
  return days
}

function candidate(rule: SeriesRule, steps: number): Day {
  if (rule.every === 'week') {
    const ahead = (rule.weekday - weekdayOf(rule.from) + 7) % 7
    return addDays(rule.from, ahead + steps * 7)
  }
  const first = addMonths(`${rule.from.slice(0, 7)}-01`, steps)
  if ('date' in rule) {
    const last = Number(addDays(addMonths(first, 1), -1).slice(8))
    return addDays(first, Math.min(Math.max(1, rule.date), last) - 1)
  }
  if (rule.nth === -1) {
    const last = addDays(addMonths(first, 1), -1)
    return addDays(last, -((weekdayOf(last) - rule.weekday + 7) % 7))
  }
  return addDays(first, ((rule.weekday - weekdayOf(first) + 7) % 7) + (rule.nth - 1) * 7)
}

/** Day of the week, 1 = Monday … 7 = Sunday. */
export function weekdayOf(day: Day): Weekday {
  const sundayFirst = new Date(`${day}T00:00:00Z`).getUTCDay()
  return (sundayFirst === 0 ? 7 : sundayFirst) as Weekday
}
