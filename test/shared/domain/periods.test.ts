import { describe, expect, it } from 'vitest'
import {
  comparePeriods,
  fitsFrequency,
  formatPeriod,
  frequencyOf,
  isPeriod,
  nextPeriod,
  periodEnd,
  periodPosition,
  periodStart,
  periodsBetween,
  readPeriod,
  yearOf,
} from '#shared/domain/periods.ts'
import { languages } from '#shared/domain/values.ts'
import fc from '#test/random.ts'

const year = fc.integer({ min: 1900, max: 2198 }).map(String)
const anyPeriod = fc.oneof(
  year,
  fc.tuple(year, fc.integer({ min: 1, max: 2 })).map(([y, h]) => `${y}-H${h}`),
  fc.tuple(year, fc.integer({ min: 1, max: 4 })).map(([y, q]) => `${y}-Q${q}`),
  fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`),
  fc
    .date({ min: new Date('1900-01-01'), max: new Date('2198-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  fc.tuple(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 50 })).map(([y, n]) => `${y}/${y + n}`),
)

describe('a typed period', () => {
  it.each([
    ['2024', '2024'],
    [' 2024 ', '2024'],
    ['2024K1', '2024-Q1'],
    ['2024Q1', '2024-Q1'],
    ['2024-Q1', '2024-Q1'],
    ['2024 k4', '2024-Q4'],
    ['K1 2024', '2024-Q1'],
    ['Q1/2024', '2024-Q1'],
    ['1. kvartal 2024', '2024-Q1'],
    ['kvartal 3 2024', '2024-Q3'],
    ['2024M03', '2024-03'],
    ['2024M3', '2024-03'],
    ['2024-03', '2024-03'],
    ['2024-3', '2024-03'],
    ['03.2024', '2024-03'],
    ['mars 2024', '2024-03'],
    ['Maj 2024', '2024-05'],
    ['okt. 2024', '2024-10'],
    ['2024 mars', '2024-03'],
    ['2024H2', '2024-H2'],
    ['2. halvår 2024', '2024-H2'],
    ['1:a halvåret 2024', '2024-H1'],
    ['2017-2022', '2017/2022'],
    ['2017–2022', '2017/2022'],
    ['2017 – 2022', '2017/2022'],
    ['2017/2022', '2017/2022'],
    ['2024-03-15', '2024-03-15'],
    ['15.03.2024', '2024-03-15'],
    ['15.3.2024', '2024-03-15'],
  ])('%s is read as %s', (typed, period) => {
    expect(readPeriod(typed)).toEqual({ ok: true, value: period })
  })

  it.each([
    '24',
    '202403',
    '2024K5',
    '2024H3',
    '2024-13',
    '2024-02-30',
    '2022-2017',
    '2020-2020',
    '1899',
    '2017-22',
    'i fjor',
    'constructor 2024',
  ])('%s is refused, not guessed at', (typed) => {
    expect(readPeriod(typed)).toEqual({ ok: false, message: { key: 'problems.field.badPeriod' } })
  })

  it('nothing typed is no period', () => {
    expect(readPeriod('  ')).toEqual({ ok: true, value: null })
  })

  it('what is shown is read back as the same period, in each language', () => {
    fc.assert(
      fc.property(anyPeriod, fc.constantFrom(...languages), (period, language) => {
        const shown = formatPeriod(period, language)
        expect(readPeriod(shown)).toEqual({ ok: true, value: period })
      }),
    )
  })
})

it('periods are written as people of each language read them', () => {
  expect(
    ['2024', '2024-H1', '2024-Q3', '2024-03', '2024-03-15', '2017/2022'].map((p) => formatPeriod(p, 'nb')),
  ).toEqual(['2024', '1. halvår 2024', '3. kvartal 2024', 'mars 2024', '15.03.2024', '2017–2022'])
  expect([formatPeriod('2024-H2', 'sv'), formatPeriod('2024-Q3', 'sv')]).toEqual([
    'andra halvåret 2024',
    'kvartal 3 2024',
  ])
  expect([formatPeriod('2024-H2', 'en'), formatPeriod('2024-Q3', 'en')]).toEqual(['second half of 2024', 'Q3 2024'])
})

it('first and last days are those of the calendar', () => {
  const ends = (period: string) => [periodStart(period), periodEnd(period)]
  expect(ends('2024')).toEqual(['2024-01-01', '2024-12-31'])
  expect(ends('2024-H1')).toEqual(['2024-01-01', '2024-06-30'])
  expect(ends('2024-Q3')).toEqual(['2024-07-01', '2024-09-30'])
  expect(ends('2024-02')).toEqual(['2024-02-01', '2024-02-29'])
  expect(ends('2024-03-15')).toEqual(['2024-03-15', '2024-03-15'])
  expect(ends('2017/2022')).toEqual(['2017-01-01', '2022-12-31'])
  expect(yearOf('2017/2022')).toBe(2022)
  expect([periodPosition('2024'), periodPosition('2024-Q3'), periodPosition('2030-12-31')]).toEqual([
    2025, 2024.75, 2031,
  ])
})

it('periods stand in the order in which they end, the longer before the shorter', () => {
  const sorted = ['2024-Q4', '2024', '2017/2024', '2024-Q3', '2023', '2024-12-31'].sort(comparePeriods)
  expect(sorted).toEqual(['2023', '2024-Q3', '2017/2024', '2024', '2024-Q4', '2024-12-31'])
})

it('the next period begins after this one ends, and is of the same kind', () => {
  fc.assert(
    fc.property(anyPeriod, (period) => {
      const next = nextPeriod(period)
      expect(isPeriod(next)).toBe(true)
      expect(frequencyOf(next)).toBe(frequencyOf(period))
      expect(comparePeriods(period, next)).toBe(-1)
      if (!period.includes('/')) expect(periodStart(next) > periodEnd(period)).toBe(true)
    }),
  )
})

it('a grid of years has the periods of the frequency', () => {
  expect(periodsBetween('quarterly', 2023, 2024)).toHaveLength(8)
  expect(periodsBetween('monthly', 2024, 2024)).toHaveLength(12)
  expect(periodsBetween('twiceYearly', 2024, 2024)).toEqual(['2024-H1', '2024-H2'])
  expect(periodsBetween('everySecondYear', 2016, 2021)).toEqual(['2016', '2018', '2020'])
  expect(periodsBetween('notStated', 2023, 2024)).toEqual(['2023', '2024'])
  expect(periodsBetween('yearly', 2024, 2023)).toEqual([])
})

it('a period of another kind than the frequency does not fit it', () => {
  expect(fitsFrequency('2024-Q1', 'quarterly')).toBe(true)
  expect(fitsFrequency('2024', 'quarterly')).toBe(false)
  expect(fitsFrequency('2024-03', 'yearly')).toBe(false)
  expect(fitsFrequency('2017/2022', 'yearly')).toBe(true)
  expect(fitsFrequency('2024-03', 'notStated')).toBe(true)
})
