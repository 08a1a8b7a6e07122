import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from '#shared/domain/days.ts'
import {
  checkMilestone,
  checkRebaseline,
  deviates,
  isSlipping,
  milestoneDaysOverdue,
  milestoneStanding,
  milestoneState,
  slipDays,
  standsOn,
} from '#shared/domain/milestone-rules.ts'
import { projectStatuses } from '#shared/domain/records/project.ts'
import fc from '#test/random.ts'

const today = '2026-09-15'
const dates = (baselineOn: string, forecastOn: string | null = null, actualOn: string | null = null) => ({
  baselineOn,
  forecastOn,
  actualOn,
})
const full = (given: Partial<Parameters<typeof checkMilestone>[0]>) => ({
  ...dates('2026-10-01'),
  baselineSetOn: '2026-01-15',
  deviationReason: null,
  ...given,
})
const anyDay = fc.integer({ min: -60, max: 60 }).map((offset) => addDays(today, offset))
const anyDates = fc.record({
  baselineOn: anyDay,
  forecastOn: fc.option(anyDay, { nil: null }),
  actualOn: fc.option(anyDay, { nil: null }),
})

describe('the state of a milestone', () => {
  it.each([
    ['on time before its baseline', dates('2026-09-16'), 'onTime', null, 0],
    ['on time on the day itself', dates('2026-09-15'), 'onTime', null, 0],
    ['overdue the day after', dates('2026-09-14'), 'overdue', null, 1],
    ['on time when expected early', dates('2026-10-01', '2026-09-20'), 'onTime', -11, 0],
    ['late when expected past its baseline', dates('2026-10-01', '2026-10-02'), 'late', 1, 0],
    [
      'late, not overdue, when a passed baseline has a coming forecast',
      dates('2026-09-01', '2026-09-15'),
      'late',
      14,
      0,
    ],
    [
      'overdue when the forecast has passed, be it before the baseline',
      dates('2026-10-01', '2026-09-10'),
      'overdue',
      -21,
      5,
    ],
    ['reached on the baseline', dates('2026-09-01', null, '2026-09-01'), 'reached', 0, 0],
    ['reached early', dates('2026-09-01', '2026-09-10', '2026-08-30'), 'reached', -2, 0],
    ['reached late, whatever was expected', dates('2026-09-01', '2026-08-01', '2026-09-02'), 'reachedLate', 1, 0],
  ] as const)('is %s', (_what, given, state, slip, overdue) => {
    expect(milestoneState(given, today, 'running')).toBe(state)
    expect(slipDays(given)).toBe(slip)
    expect(milestoneDaysOverdue(given, today, 'running')).toBe(overdue)
  })

  it('is exactly one, and tells what it says of the dates', () => {
    fc.assert(
      fc.property(anyDates, fc.constantFrom(...projectStatuses), (given, project) => {
        const ended = project === 'finished' || project === 'stopped'
        const { state, daysOverdue, slipDays: slip } = milestoneStanding(given, today, project)
        const { baselineOn, forecastOn, actualOn } = given
        const expected = forecastOn ?? baselineOn
        const holds = {
          reached: actualOn !== null && actualOn <= baselineOn,
          reachedLate: actualOn !== null && actualOn > baselineOn,
          notReached: actualOn === null && ended,
          overdue: actualOn === null && !ended && expected < today,
          late: actualOn === null && !ended && expected >= today && expected > baselineOn && forecastOn !== null,
          onTime: actualOn === null && !ended && expected >= today && expected <= baselineOn,
        }
        expect(Object.entries(holds).filter(([, is]) => is)).toEqual([[state, true]])
        expect(daysOverdue > 0).toBe(state === 'overdue')
        expect(slip === null).toBe(forecastOn === null && actualOn === null)
        if (slip !== null) expect(slip).toBe(daysBetween(baselineOn, standsOn(given)))
        if (isSlipping(state)) expect(actualOn).toBe(null)
      }),
    )
  })
})

describe('a milestone', () => {
  it('needs a reason exactly where a date is past its baseline', () => {
    fc.assert(
      fc.property(anyDates, (given) => {
        const wrong = checkMilestone(full(given), { today })
        expect('deviationReason' in wrong).toBe(deviates(given))
        expect(checkMilestone(full({ ...given, deviationReason: 'x' }), { today }).deviationReason).toBe(undefined)
        expect('actualOn' in wrong).toBe(given.actualOn !== null && given.actualOn > today)
      }),
    )
  })

  it('was not given its baseline in the future', () => {
    expect(checkMilestone(full({ baselineSetOn: '2026-09-16' }), { today, language: 'nb' })).toEqual({
      baselineSetOn: { key: 'problems.field.dayInFuture', params: { today: '15.09.2026' } },
    })
  })

  it('gets a new baseline that is another day, with a reason that fits a text', () => {
    const next = { baselineOn: '2026-11-01', setOn: today, reason: 'Vedtatt' }
    expect(checkRebaseline(full({}), next, { today })).toEqual({})
    expect(Object.keys(checkRebaseline(full({}), { ...next, reason: null }, { today }))).toEqual(['reason'])
    expect(Object.keys(checkRebaseline(full({}), { ...next, reason: 'x'.repeat(10_001) }, { today }))).toEqual([
      'reason',
    ])
    // A forecast with its reason stays; one that would come to deviate without any is asked about.
    const expected = { forecastOn: '2026-10-01' }
    const sooner = { ...next, baselineOn: '2026-09-20' }
    expect(Object.keys(checkRebaseline(full(expected), sooner, { today }))).toEqual(['baselineOn'])
    expect(checkRebaseline(full({ ...expected, deviationReason: 'x' }), sooner, { today })).toEqual({})
    expect(checkRebaseline(full(expected), { ...next, baselineOn: '2026-10-02' }, { today })).toEqual({})
  })
})
