import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  daysBetween,
  formatDay,
  formatDayLong,
  formatMonth,
  monthsOf,
  parseDay,
  startOfYear,
  todayIn,
} from '#shared/domain/days.ts'
import { isDay, languages } from '#shared/domain/values.ts'
import fc from '#test/random.ts'

const today = '2026-03-15'
const anyDay = fc
  .date({ min: new Date('1800-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('a typed day', () => {
  it.each([
    ['31.12.2026', '2026-12-31'],
    ['1.2.2026', '2026-02-01'],
    ['01. 02. 2026', '2026-02-01'],
    ['2026-12-31', '2026-12-31'],
    ['20261231', '2026-12-31'],
    ['31. desember 2026', '2026-12-31'],
    ['31 December 2026', '2026-12-31'],
    ['1 maj 2026', '2026-05-01'],
    ['1. okt. 2026', '2026-10-01'],
    ['31/12/2026', '2026-12-31'],
    ['5/5/2026', '2026-05-05'],
    ['i dag', '2026-03-15'],
    ['Idag', '2026-03-15'],
    ['today', '2026-03-15'],
    ['i går', '2026-03-14'],
    ['igår', '2026-03-14'],
    ['yesterday', '2026-03-14'],
    ['i morgon', '2026-03-16'],
  ])('%s is %s', (typed, day) => {
    expect(parseDay(typed, 'nb', today)).toEqual({ ok: true, value: day })
  })

  it.each([
    ['31.12.26', 'dayWithoutCentury'],
    ['311226', 'dayWithoutCentury'],
    ['01/02/2026', 'dayInDoubt'],
    ['31.12.', 'dayWithoutYear'],
    ['31/12', 'dayWithoutYear'],
    ['31.13.2026', 'noSuchMonth'],
    ['2026-00-01', 'noSuchMonth'],
    ['0.1.2026', 'noSuchDate'],
    ['1.1.1700', 'badDayYear'],
    ['next week', 'notADay'],
    ['2026', 'notADay'],
  ])('%s is refused: %s', (typed, key) => {
    expect(parseDay(typed, 'nb', today)).toMatchObject({ ok: false, message: { key: `problems.field.${key}` } })
  })

  it('past the end of a month, the last day is named', () => {
    expect(parseDay('32.01.2026', 'nb', today)).toEqual({
      ok: false,
      message: {
        key: 'problems.field.noSuchDate',
        params: { date: 32, month: 'januar 2026', last: '31.01.2026' },
      },
    })
    expect(parseDay('2026-02-29', 'sv', today)).toMatchObject({ message: { params: { last: '2026-02-28' } } })
    expect(parseDay('2028-02-29', 'sv', today)).toEqual({ ok: true, value: '2028-02-29' })
  })

  it('without a year means the nearest such day, where that is allowed', () => {
    const at = (typed: string, yearless: 'past' | 'future') => parseDay(typed, 'nb', today, { yearless })
    expect(at('31.12.', 'past')).toEqual({ ok: true, value: '2025-12-31' })
    expect(at('31/12', 'future')).toEqual({ ok: true, value: '2026-12-31' })
    expect(at('15.3', 'past')).toEqual({ ok: true, value: today })
    expect(at('29.2', 'past')).toEqual({ ok: true, value: '2024-02-29' })
    expect(at('30.2', 'past')).toMatchObject({ message: { key: 'problems.field.noSuchDate' } })
  })

  it('every day that is written can be read back, in every language', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...languages), (day, language) => {
        expect(parseDay(formatDay(day, language), language, today)).toEqual({ ok: true, value: day })
      }),
    )
  })

  it('nothing typed gives anything but a day, null or a message', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789./- ') })), (typed) => {
        const read = parseDay(typed, 'sv', today)
        if (read.ok && read.value !== null) expect(isDay(read.value)).toBe(true)
      }),
    )
  })
})

describe('days in words', () => {
  it('follow the language', () => {
    expect(formatDay('2026-12-31', 'nb')).toBe('31.12.2026')
    expect(formatDay('2026-12-31', 'sv')).toBe('2026-12-31')
    expect(formatDay('2026-12-01', 'en')).toBe('1 Dec 2026')
    expect(formatDayLong('2026-12-31', 'nb')).toBe('torsdag 31. desember 2026')
    expect(formatDayLong('2026-12-31', 'sv')).toBe('torsdag 31 december 2026')
    expect(formatDayLong('2026-12-31', 'en')).toBe('Thursday 31 December 2026')
    expect(formatMonth('2026-05', 'sv')).toBe('maj 2026')
  })
})

describe('counting days', () => {
  it('months are clamped to their last day', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28')
    expect(addMonths('2026-01-15', -13)).toBe('2024-12-15')
    expect(startOfYear('2026-07-01')).toBe('2026-01-01')
  })
  it('adding and measuring agree, over summer time and leap years', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -2000, max: 2000 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days)
      }),
    )
  })
  it('names the months of a period', () => {
    expect(monthsOf('2025-11-30', '2026-02-01')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
    expect(monthsOf('2026-02-01', '2026-01-31')).toEqual([])
    expect(monthsOf('2026-02-20', '2026-02-01')).toEqual([])
  })
  it('today is the day on the wall, not in London', () => {
    expect(todayIn('Europe/Oslo', '2026-06-30T22:30:00.000Z')).toBe('2026-07-01')
    expect(todayIn('Europe/Stockholm', '2026-12-31T22:59:59.000Z')).toBe('2026-12-31')
  })
})
