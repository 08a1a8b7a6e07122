import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from '#shared/domain/days.ts'
import {
  type AxisUnit,
  daysOfProject,
  fitIn,
  isoWeek,
  projectBar,
  rangeOf,
  scaleOf,
  startOf,
  stepZoom,
  ticksOf,
  widened,
  zooms,
} from '#shared/domain/timeline.ts'
import fc from '#test/random.ts'

const units = ['day', ...zooms] as const satisfies readonly AxisUnit[]
const anyDay = fc
  .date({ min: new Date('1801-01-01'), max: new Date('2189-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const anyRange = fc
  .tuple(anyDay, fc.integer({ min: 0, max: 3000 }))
  .map(([from, days]) => ({ from, to: addDays(from, days) }))

describe('the weeks of ISO 8601', () => {
  it.each([
    ['2026-01-01', 2026, 1],
    ['2027-01-01', 2026, 53],
    ['2024-12-30', 2025, 1],
    ['2026-11-22', 2026, 47],
    ['2021-01-03', 2020, 53],
  ])('%s lies in week %i/%i', (day, year, week) => {
    expect(isoWeek(day)).toEqual({ year, week })
  })
  it('begin on Monday', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(new Date(`${startOf('week', day)}T00:00:00Z`).getUTCDay()).toBe(1)
      }),
    )
  })
})

describe('units', () => {
  it.each([
    ['week', '2026-11-22', '2026-11-16'],
    ['month', '2026-11-22', '2026-11-01'],
    ['quarter', '2026-11-22', '2026-10-01'],
    ['quarter', '2026-03-31', '2026-01-01'],
    ['year', '2026-11-22', '2026-01-01'],
    ['decade', '2029-12-31', '2020-01-01'],
  ] as const)('a %s holding %s begins on %s', (unit, day, start) => {
    expect(startOf(unit, day)).toBe(start)
  })
})

describe('ticks', () => {
  it('stand in order, cover the range and leave out nothing between', () => {
    fc.assert(
      fc.property(fc.constantFrom(...units), anyRange, (unit, range) => {
        const ticks = ticksOf(unit, range)
        expect(ticks[0] !== undefined && ticks[0] <= range.from).toBe(true)
        expect((ticks.at(-1) ?? '') <= range.to).toBe(true)
        ticks.forEach((tick, index) => {
          const next = ticks[index + 1] ?? addDays(range.to, 1)
          expect(tick < next).toBe(true)
          // The last day before the next line belongs to this one.
          expect(startOf(unit, addDays(next, -1))).toBe(tick)
        })
      }),
      { numRuns: 150 },
    )
  })
})

describe('days and places', () => {
  it('lead to one another at every zoom', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zooms), anyRange, fc.nat(), (zoom, range, step) => {
        const scale = scaleOf(zoom, range)
        const day = addDays(range.from, step % (daysBetween(range.from, range.to) + 1))
        expect(scale.dayAt(scale.xOf(day))).toBe(day)
        expect(scale.dayAt(scale.middleOf(day))).toBe(day)
      }),
    )
  })
  it('lead to one another when all is fitted into any width', () => {
    fc.assert(
      fc.property(anyRange, fc.integer({ min: 40, max: 4000 }), fc.nat(), (range, width, step) => {
        const { zoom, dayWidth } = fitIn(range, width)
        const scale = scaleOf(zoom, range, dayWidth)
        const day = addDays(range.from, step % (daysBetween(range.from, range.to) + 1))
        expect(scale.dayAt(scale.xOf(day))).toBe(day)
        expect(scale.width).toBeLessThanOrEqual(width + 0.001)
      }),
    )
  })
  it('a place outside snaps to the nearest day of the range', () => {
    const scale = scaleOf('month', { from: '2026-01-01', to: '2026-01-31' })
    expect(scale.dayAt(-500)).toBe('2026-01-01')
    expect(scale.dayAt(100_000)).toBe('2026-01-31')
    expect(scale.dayAt(12 * 3 + 11.9)).toBe('2026-01-04')
  })
})

describe('a range', () => {
  it('holds all its days in whole units', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zooms), fc.array(anyDay, { minLength: 1 }), (unit, days) => {
        const range = rangeOf(unit, days, '2026-01-01')
        for (const day of days) expect(day >= range.from && day <= range.to).toBe(true)
        expect(startOf(unit, range.from)).toBe(range.from)
        expect(startOf(unit, addDays(range.to, 1))).toBe(addDays(range.to, 1))
      }),
    )
  })
  it('is that of the given day where there are none', () => {
    expect(rangeOf('quarter', [], '2026-11-22')).toEqual({ from: '2026-10-01', to: '2026-12-31' })
  })
  it('never leaves the days that can be written', () => {
    expect(widened({ from: '1800-02-01', to: '2199-12-01' }, 400)).toEqual({ from: '1800-01-01', to: '2199-12-31' })
  })
})

describe('zooming', () => {
  it('goes from week to decade and stops at the ends', () => {
    expect(zooms.map((zoom) => stepZoom(zoom, 1))).toEqual(['month', 'quarter', 'year', 'decade', 'decade'])
    expect(stepZoom('week', -1)).toBe('week')
  })
})

describe('the bar of a project', () => {
  const project = { startYear: 2026, startOn: null, endPlannedOn: null, endActualOn: null, milestones: [] }
  it('begins with its year and is open where no end is said', () => {
    expect(projectBar(project)).toEqual({ from: '2026-01-01', to: '2026-12-31', open: true })
  })
  it('reaches its last milestone where no end is said', () => {
    const milestones = [{ baselineOn: '2027-03-01', forecastOn: '2027-06-01', actualOn: null }]
    expect(projectBar({ ...project, milestones })).toEqual({ from: '2026-01-01', to: '2027-06-01', open: true })
  })
  it('ends on the actual day before the planned one, and has both on the axis', () => {
    const ended = { ...project, startOn: '2026-02-01', endPlannedOn: '2026-12-31', endActualOn: '2026-09-15' }
    expect(projectBar(ended)).toEqual({ from: '2026-02-01', to: '2026-09-15', open: false })
    expect(daysOfProject(ended)).toContain('2026-12-31')
  })
})
