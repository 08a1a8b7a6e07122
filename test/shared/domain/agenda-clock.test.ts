import { expect, test } from 'vitest'
import { agendaClock } from '#shared/domain/agenda-clock.ts'

const meeting = { startsOn: '2026-06-24', startsAt: '09:15', endsOn: null, endsAt: '10:00' }
const items = [
  { id: 'a', minutesPlanned: 20 },
  { id: 'b', minutesPlanned: null },
  { id: 'c', minutesPlanned: 40 },
]

test('each item begins when those before it have had their minutes', () => {
  const clock = agendaClock(meeting, items)
  expect([...clock.startsAt.values()]).toEqual(['09:15', '09:35', '09:35'])
  expect([clock.total, clock.endsAt, clock.overrun]).toEqual([60, '10:15', 15])
})

test('an agenda within its time has no overrun, nor has one without a planned end or over several days', () => {
  expect(agendaClock({ ...meeting, endsAt: '12:00' }, items).overrun).toBe(0)
  expect(agendaClock({ ...meeting, endsAt: null }, items).overrun).toBe(0)
  expect(agendaClock({ ...meeting, endsOn: '2026-06-25', endsAt: '08:00' }, items).overrun).toBe(0)
})

test('the clock goes past midnight', () => {
  const clock = agendaClock({ ...meeting, startsAt: '23:30', endsAt: null }, items)
  expect(clock.startsAt.get('c')).toBe('23:50')
  expect(clock.endsAt).toBe('00:30')
})
