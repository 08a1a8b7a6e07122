import { describe, expect, it } from 'vitest'
import { addDays } from '#shared/domain/days.ts'
import { checkMeasurement, figureBefore, jumpOf, nextExpected, saysTheSame } from '#shared/domain/measurement-rules.ts'
import { frequencies } from '#shared/domain/records/indicator.ts'
import fc from '#test/random.ts'

const today = '2026-09-15'
type Figure = Parameters<typeof checkMeasurement>[0]
const figure: Figure = {
  ...{ regionCode: '31', period: '2025', breakdownCode: null, value: 10, missingReason: null, status: 'final' },
  ...{ vintage: today, seriesBreak: false, breakNote: null },
}
const setting = {
  indicator: { unit: 'number', frequency: 'yearly', breakdown: 'none' },
  country: 'NO',
} as const
const wrongIn = (
  given: Partial<Figure>,
  indicator: Partial<Parameters<typeof checkMeasurement>[1]['indicator']> = {},
) =>
  Object.entries(
    checkMeasurement(
      { ...figure, ...given },
      { ...setting, indicator: { ...setting.indicator, ...indicator } },
      { today },
    ),
  ).map(([field, { key }]) => `${field} ${key.replace('problems.field.', '')}`)

describe('a figure', () => {
  it.each<[string, Partial<Figure>, string[]]>([
    ['a value', {}, []],
    ['nought', { value: 0 }, []],
    ['neither value nor reason', { value: null }, ['value valueOrReason']],
    ['a reason', { value: null, missingReason: 'Ikke spurt', status: 'missing' }, []],
    ['both', { missingReason: 'Ikke spurt' }, ['missingReason valueAndReason']],
    ['a value that is said to be missing', { status: 'missing' }, ['status valueNotMissing']],
    ['six decimals', { value: 0.123456 }, []],
    ['seven decimals', { value: 0.1234567 }, ['value figureDecimals']],
    ['the year that has begun, as of 1 January', { period: '2026', vintage: '2026-01-01' }, []],
    ['a year that begins tomorrow', { period: '2026', vintage: '2025-12-31' }, ['period periodNotBegun']],
    ['a day ahead', { vintage: '2026-09-16' }, ['vintage dayInFuture']],
    ['no period', { period: 'i fjor' }, ['period badPeriod']],
    ['a break without a word', { seriesBreak: true }, ['breakNote breakNoteMissing']],
    ['a part of what is not divided', { breakdownCode: 'C' }, ['breakdownCode indicatorNotDivided']],
    ['a county before it was one, counted back', { period: '2010' }, []],
    ['a county after it ended', { regionCode: '01' }, ['regionCode regionReplaced']],
    ['a county while it was one', { regionCode: '01', period: '2015' }, []],
    ['a name of its own', { regionCode: 'Nedre Glomma' }, []],
  ])('%s', (_what, given, wrong) => {
    expect(wrongIn(given)).toEqual(wrong)
  })

  it('of a rank is whole and from 1 up', () => {
    expect(wrongIn({ value: 0 }, { unit: 'rank' })).toEqual(['value rankNotWhole'])
    expect(wrongIn({ value: 2.5 }, { unit: 'rank' })).toEqual(['value rankNotWhole'])
    expect(wrongIn({ value: 3 }, { unit: 'rank' })).toEqual([])
  })
})

describe('the question about a jump', () => {
  const usual = { jumpFactor: null, decimals: 0 }
  const asked = (before: number | null, value: number | null, given: object = {}) =>
    jumpOf({ value, seriesBreak: false, ...given }, before === null ? null : { period: '2024', value: before }, {
      ...usual,
      ...given,
    }) !== null

  it.each([
    ['three times as much', 100, 300, false],
    ['more', 100, 301, true],
    ['a third, with the rounding of binary numbers', 0.3, 0.1, false],
    ['less', 100, 33, true],
    ['another sign', 1, -1, true],
    ['both below nought', -100, -200, false],
    ['a fall to nought', 5, 0, true],
    ['a rise from nought', 0, 500, false],
    ['nothing before', null, 500, false],
    ['nothing now', 500, null, false],
  ])('%s', (_what, before, value, expected) => {
    expect(asked(before, value)).toBe(expected)
  })
  it('follows the factor of the indicator, and a break explains any distance', () => {
    expect(asked(100, 130, { jumpFactor: 1.2 })).toBe(true)
    expect(asked(100, 130, { jumpFactor: 1.5 })).toBe(false)
    expect(asked(100, 9000, { seriesBreak: true })).toBe(false)
  })
  it('is the same in both directions but for nought', () => {
    const some = fc.double({ min: 1e-6, max: 1e9, noNaN: true })
    fc.assert(fc.property(some, some, (a, b) => asked(a, b) === asked(b, a)))
  })
})

it('the figure before is the newest with a value whose period ended before, whatever their order', () => {
  const years = fc.uniqueArray(fc.integer({ min: 1990, max: 2030 }), { maxLength: 20 })
  fc.assert(
    fc.property(years, fc.integer({ min: 1990, max: 2030 }), (all, year) => {
      const figures = all.map((one) => ({ period: `${one}`, value: one % 3 === 0 ? null : one }))
      const expected = all.filter((one) => one < year && one % 3 !== 0)
      const best = expected.length === 0 ? null : Math.max(...expected)
      expect(figureBefore(`${year}`, figures)?.value ?? null).toBe(best)
    }),
  )
})

it('two figures say the same whatever is noted beside them', () => {
  const one = { value: 1, missingReason: null, status: 'final', seriesBreak: false, breakNote: null } as const
  expect(saysTheSame(one, { ...one })).toBe(true)
  for (const other of [{ value: 2 }, { status: 'preliminary' as const }, { seriesBreak: true }, { breakNote: 'x' }]) {
    expect(saysTheSame(one, { ...one, ...other })).toBe(false)
  }
})

describe('the day that the next figure is expected', () => {
  it.each([
    ['not yet due', '2026-10-01', 'yearly', '2026-09-15', '2026-10-01'],
    ['due today', '2026-09-15', 'yearly', '2026-09-15', '2027-09-15'],
    ['years late', '2023-03-01', 'yearly', '2026-09-15', '2027-03-01'],
    ['the end of a month', '2026-08-31', 'monthly', '2026-09-15', '2026-09-30'],
    ['nothing expected', null, 'yearly', '2026-09-15', null],
    ['no rhythm', '2026-09-01', 'irregular', '2026-09-15', null],
  ] as const)('%s', (_what, expectedOn, frequency, vintage, next) => {
    expect(nextExpected(expectedOn, frequency, vintage)).toBe(next)
  })
  it('lies after the day that a figure came, or is not known', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2000, max: 2000 }), fc.constantFrom(...frequencies), (offset, frequency) => {
        const next = nextExpected(addDays(today, offset), frequency, today)
        expect(next === null || next > today).toBe(true)
      }),
    )
  })
})
