/** A year's visit target over its months, and how much of it should be reached by a day. */
import { type FieldMessages, fieldMessage } from './checked.ts'
import type { Day } from './values.ts'

/** Who gets the visits left over, first to last: the months when companies have the best time, June and December last. */
const remainderOrder = [2, 8, 9, 4, 10, 1, 3, 0, 7, 5, 11]

/**
 * Twelve whole numbers, January first, that add up to the target: none in July, the holiday month of both countries,
 * and otherwise as even as can be. 50 gives 5 in six of the months and 4 in five.
 */
export function spreadTarget(target: number): number[] {
  const each = Math.floor(target / remainderOrder.length)
  const extra = new Set(remainderOrder.slice(0, target % remainderOrder.length))
  return Array.from({ length: 12 }, (_, month) => (month === 6 ? 0 : each + (extra.has(month) ? 1 : 0)))
}

/** Field → what is wrong with a distribution: twelve months, none negative or broken, that add up to the target. Empty = good. */
export function checkDistribution(target: number, distribution: readonly number[]): FieldMessages {
  const wrong: FieldMessages = {}
  if (distribution.length !== 12) wrong.distribution = fieldMessage('twelveMonths', { months: distribution.length })
  distribution.forEach((month, index) => {
    if (!Number.isInteger(month) || month < 0) wrong[`distribution.${index}`] = fieldMessage('negative')
  })
  const sum = distribution.reduce((total, month) => total + month, 0)
  if (Object.keys(wrong).length === 0 && sum !== target) {
    wrong.distribution = fieldMessage('distributionSum', { sum, target })
  }
  return wrong
}

/**
 * The visits that should be made from 1 January to the end of a day: whole months that are over, and of the running
 * month its share by days, rounded. On 31 December this is the target.
 */
export function targetUntil(distribution: readonly number[], day: Day): number {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))]
  const over = distribution.slice(0, month - 1).reduce((total, one) => total + one, 0)
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return over + Math.round(((distribution[month - 1] ?? 0) * date) / days)
}
