import { todayIn } from './days.ts'
import type { Day } from './values.ts'

/** First and last whole hour, by the partnership's own clock, in which a machine may tell of follow-ups. */
const firstHour = 8
const lastHour = 15

/**
 * Whether to tell now that follow-ups are past their day: at most once a day, on Monday to Friday from 8 to 16 by the clock of
 * `timeZone`, so that a machine that is on at night or over the weekend says nothing. Public holidays are not known here.
 *
 * @param overdue how many are past their day.
 * @param lastTold the day on which it was last told of this file; null for never.
 * @returns the day to note as the last one; null when there is nothing to tell now.
 */
export function dayToTell(overdue: number, lastTold: Day | null, now: Date, timeZone: string): Day | null {
  if (overdue < 1) return null
  const today = todayIn(timeZone, now)
  // A clock that was set back must not silence the days until it has caught up, only the same day.
  if (today === lastTold) return null
  const hour = Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(now))
  const weekday = new Date(`${today}T12:00:00Z`).getUTCDay()
  return weekday >= 1 && weekday <= 5 && hour >= firstHour && hour <= lastHour ? today : null
}
