import { describe, expect, it } from 'vitest'
import { mostOccurrences, occurrences, type SeriesRule, type Weekday, weekdayOf } from '#shared/domain/series.ts'
import fc from '#test/random.ts'

const year = { from: '2026-01-01', until: '2026-12-31', count: null }

describe('a series of meetings', () => {
  it('falls on every second Tuesday from the first one on', () => {
    expect(occurrences({ ...year, every: 'week', step: 2, weekday: 2, until: '2026-02-28' })).toEqual([
      '2026-01-06',
      '2026-01-20',
      '2026-02-03',
      '2026-02-17',
    ])
  })

  it('falls on the second Thursday of each month, the first left out where it is past', () => {
    const rule: SeriesRule = { ...year, from: '2026-01-09', count: 3, every: 'month', step: 1, nth: 2, weekday: 4 }
    expect(occurrences(rule)).toEqual(['2026-02-12', '2026-03-12', '2026-04-09'])
  })

  it('falls on the last Friday of every third month', () => {
    expect(occurrences({ ...year, every: 'month', step: 3, nth: -1, weekday: 5 })).toEqual([
      '2026-01-30',
      '2026-04-24',
      '2026-07-31',
      '2026-10-30',
    ])
  })

  it('falls on the 31st, or on the last day of a shorter month', () => {
    expect(occurrences({ ...year, count: 4, every: 'month', step: 1, date: 31 })).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
    ])
  })

  it('is in order, without repeats, within its bounds, and never longer than may be planned', () => {
    const weekday = fc.integer({ min: 1, max: 7 }).map((n) => n as Weekday)
    const step = fc.integer({ min: 1, max: 12 })
    const rule = fc
      .record({
        from: fc
          .date({ min: new Date('2000-01-01'), max: new Date('2190-12-31'), noInvalidDate: true })
          .map((date) => date.toISOString().slice(0, 10)),
        count: fc.option(fc.integer({ min: 0, max: 150 })),
        step,
      })
      .chain((base) =>
        fc.oneof(
          weekday.map((one): SeriesRule => ({ ...base, until: null, every: 'week', weekday: one })),
          fc
            .tuple(weekday, fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, -1 as const))
            .map(([one, nth]): SeriesRule => ({ ...base, until: null, every: 'month', nth, weekday: one })),
          fc.integer({ min: 1, max: 31 }).map((date): SeriesRule => ({ ...base, until: null, every: 'month', date })),
        ),
      )
    fc.assert(
      fc.property(rule, (one) => {
        const days = occurrences(one)
        expect(days).toEqual([...new Set(days)].sort())
        expect(days.length).toBeLessThanOrEqual(Math.min(one.count ?? mostOccurrences, mostOccurrences))
        for (const day of days) {
          expect(day >= one.from && day <= '2199-12-31').toBe(true)
          if ('weekday' in one) expect(weekdayOf(day)).toBe(one.weekday)
        }
        if (one.from < '2090-01-01' && one.step === 1) expect(days.length).toBe(Math.min(one.count ?? 100, 100))
      }),
    )
  })
})
