import { addDays, addMonths } from '#shared/domain/days.ts'
import { occurrences } from '#shared/domain/series.ts'
import type { Day } from '#shared/domain/values.ts'
import { type Turn, turnOf } from './turns.ts'

/** Months of the ordinary meetings, on the second Thursday. */
const months = [2, 4, 6, 9, 11]
const thursday = 4

/** The ordinary days of a year. */
function ordinaryDays(year: number): Day[] {
  return months.flatMap((month) =>
    occurrences({
      every: 'month',
      nth: 2,
      weekday: thursday,
      from: `${year}-${String(month).padStart(2, '0')}-01`,
      until: null,
      count: 1,
      step: 1,
    }),
  )
}

export interface Held {
  readonly day: Day
  readonly turn: Turn
}
export interface Calendar {
  /** Year → its ordinary days, planned as one series on `plannedOn`. */
  readonly series: readonly { readonly days: readonly Day[]; readonly plannedOn: Day }[]
  /** Meetings that took place before today, the extraordinary one among them, in order. */
  readonly held: readonly Held[]
  readonly remote: Day | null
  readonly cancelled: Day | null
  /** The next meeting: an ordinary one if it is near, else one more. */
  readonly coming: { readonly day: Day; readonly isExtra: boolean }
  /** Meetings of the smaller body that took place. */
  readonly small: readonly Day[]
}

/** All meetings of a sample by day. The turns are counted back from the newest, so that today's corners are there however long the history. */
export function calendarOf(from: Day, years: readonly number[], today: Day): Calendar {
  const last = (years.at(-1) ?? 0) + 1
  const series = [...years, last].flatMap((year, index) => {
    const plannedOn = index === 0 ? addDays(from, 4) : `${year - 1}-11-17`
    return plannedOn < today ? [{ days: ordinaryDays(year), plannedOn }] : []
  })
  const all = series.flatMap(({ days }) => days)
  const past = all.filter((day) => day < today)
  const third = past.at(-3) ?? null
  const remote = third === null ? null : addDays(third, 14)
  const cancelled = third === null ? null : addDays(third, -21)
  const held: Held[] = past.map((day, index) => ({ day, turn: turnOf(past.length - 1 - index) }))
  if (remote !== null && remote < today) held.push({ day: remote, turn: { remote: true } })
  held.sort((a, b) => (a.day < b.day ? -1 : 1))
  const near = all.find((day) => day >= today)
  const coming =
    near !== undefined && near <= addDays(today, 38)
      ? { day: near, isExtra: false }
      : { day: firstThursday(addDays(today, 22)), isExtra: true }
  const small = past.slice(-2).map((day) => addDays(day, -14))
  return { series, held, remote, cancelled, coming, small }
}

function firstThursday(from: Day): Day {
  return (
    occurrences({ every: 'week', weekday: thursday, from, until: addMonths(from, 1), count: 1, step: 1 })[0] ?? from
  )
}
