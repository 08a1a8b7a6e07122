import { expect, test } from 'vitest'
import { dayToTell } from '#shared/domain/overdue-notices.ts'
import { day } from '#shared/domain/values.ts'

// 2026-11-23 is a Monday; Oslo is an hour before UTC in winter and two in summer.
test.each([
  ['a Monday morning', '2026-11-23T07:00:00Z', 3, null, '2026-11-23'],
  ['the minute before eight', '2026-11-23T06:59:00Z', 3, null, null],
  ['the last minute before four', '2026-11-23T14:59:00Z', 3, null, '2026-11-23'],
  ['four o’clock', '2026-11-23T15:00:00Z', 3, null, null],
  ['eight in summer', '2026-07-01T06:00:00Z', 3, null, '2026-07-01'],
  ['midnight, which some clocks call 24', '2026-11-22T23:00:00Z', 3, null, null],
  ['a Friday', '2026-11-27T10:00:00Z', 3, '2026-11-26', '2026-11-27'],
  ['a Saturday', '2026-11-28T10:00:00Z', 3, null, null],
  ['a Sunday', '2026-11-29T10:00:00Z', 3, null, null],
  ['nothing overdue', '2026-11-23T10:00:00Z', 0, null, null],
  ['told today', '2026-11-23T10:00:00Z', 9, '2026-11-23', null],
  ['told on a day that is still to come: the clock was wrong', '2026-11-23T10:00:00Z', 1, '2027-01-01', '2026-11-23'],
] as const)('%s', (_what, now, overdue, last, expected) => {
  const lastTold = last === null ? null : day.parse(last)
  expect(dayToTell(overdue, lastTold, new Date(now), 'Europe/Oslo')).toBe(expected)
})
