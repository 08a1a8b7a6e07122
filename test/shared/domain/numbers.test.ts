import { describe, expect, it } from 'vitest'
import {
  formatAmount,
  formatNumber,
  formatShare,
  parseAmount,
  parseCount,
  parseDecimal,
  typedNumber,
} from '#shared/domain/numbers.ts'
import { languages } from '#shared/domain/values.ts'
import fc from '#test/random.ts'

describe('a typed sum', () => {
  it.each([
    ['1234', 123400],
    ['1 234,50', 123450],
    ['1\u00a0234\u00a0567 kr', 123456700],
    ['1\u202f234,5', 123450],
    ['NOK 1234.5', 123450],
    ['12 kr', 1200],
    ['500,-', 50000],
    ['500:-', 50000],
    ['1.234.567', 123456700],
    ['1.234,50', 123450],
    ['1,234.50', 123450],
    ['0,12', 12],
    ['0', 0],
  ])('%s', (typed, value) => {
    expect(parseAmount(typed)).toEqual({ ok: true, value })
  })

  it.each([
    ['1 23', 'notANumber'],
    ['abc', 'notANumber'],
    ['kr', 'notANumber'],
    ['1,2,3', 'notANumber'],
    ['0,125', 'tooManyDecimals'],
    ['1 234,567', 'tooManyDecimals'],
    ['-5', 'negative'],
    ['1.234', 'numberInDoubt'],
    ['12,500', 'numberInDoubt'],
    ['90 071 992 547 409,91', 'tooMany'],
    ['12 mill', 'notANumber'],
  ])('%s is refused: %s', (typed, key) => {
    expect(parseAmount(typed)).toMatchObject({ ok: false, message: { key: `problems.field.${key}` } })
  })

  it('an empty text is no sum', () => {
    expect(parseAmount('  ')).toEqual({ ok: true, value: null })
  })

  it('what is written can be read back, to the öre', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 9_000_000_000_000 }),
        fc.constantFrom('nb' as const, 'sv' as const),
        (minor, language) => {
          expect(parseAmount(formatAmount(minor, 'SEK', language))).toEqual({ ok: true, value: minor })
        },
      ),
    )
  })
})

describe('a typed count', () => {
  it.each([
    ['1 234', 1234],
    ['12', 12],
    ['12,0', 12],
    ['', null],
  ])('%s', (typed, value) => {
    expect(parseCount(typed)).toEqual({ ok: true, value })
  })
  it.each([
    ['1.234', 'numberInDoubt'],
    ['2,5', 'notWhole'],
    ['-1', 'negative'],
    ['99 999 999', 'tooMany'],
    ['ti', 'notANumber'],
  ])('%s is refused: %s', (typed, key) => {
    expect(parseCount(typed)).toMatchObject({ ok: false, message: { key: `problems.field.${key}` } })
  })
})

describe('written numbers', () => {
  it('follow the language', () => {
    expect(formatNumber(1234.5, 'nb', 1)).toBe('1\u00a0234,5')
    expect(formatNumber(1234, 'en')).toBe('1,234')
    expect(formatAmount(123450, 'NOK', 'nb')).toBe('1\u00a0234,50\u00a0kr')
    expect(formatAmount(123400, 'SEK', 'nb')).toBe('1\u00a0234\u00a0SEK')
    expect(formatShare(74, 'sv')).toBe('74\u00a0%')
    expect(formatShare(74, 'en')).toBe('74%')
  })
})

describe('a typed figure', () => {
  it.each([
    ['3,87', 3.87],
    ['3.87', 3.87],
    ['1 234,5', 1234.5],
    ['1\u202f234\u202f567,25', 1234567.25],
    ['1,234,567.8', 1234567.8],
    ['1.234,5', 1234.5],
    ['\u22120,4', -0.4],
    ['\u20131,5', -1.5],
    ['-0', 0],
    ['0', 0],
    ['007', 7],
    ['0,125', 0.125],
    ['100000', 100000],
    ['', null],
  ])('%s', (typed, value) => {
    expect(parseDecimal(typed)).toEqual({ ok: true, value })
  })
  it.each([
    ['1.234', 'numberInDoubt'],
    ['12,500', 'numberInDoubt'],
    ['3,8,7', 'notANumber'],
    ['1e5', 'notANumber'],
    ['Infinity', 'notANumber'],
    ['1234567890,1234567', 'tooMany'],
  ])('%s is refused: %s', (typed, key) => {
    expect(parseDecimal(typed)).toMatchObject({ ok: false, message: { key: `problems.field.${key}` } })
  })
  it('is in no doubt where the decimal sign is known', () => {
    expect(parseDecimal('1.234', '.')).toEqual({ ok: true, value: 1.234 })
    expect(parseDecimal('1.234', ',')).toEqual({ ok: true, value: 1234 })
    expect(parseDecimal('12,500', ',')).toEqual({ ok: true, value: 12.5 })
    expect(parseDecimal('-12,500', '.')).toEqual({ ok: true, value: -12500 })
    expect(parseDecimal('3.87', ',')).toEqual({ ok: true, value: 3.87 })
  })
  it('any number of at most six decimals comes back as it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 0, max: 3 }), (units, decimals) => {
        const value = units / 10 ** decimals
        const written = formatNumber(value, 'nb', decimals)
        const read = parseDecimal(written, ',')
        expect(read).toEqual({ ok: true, value: value === 0 ? 0 : value })
      }),
    )
  })
})

describe('a number to be typed over', () => {
  it.each([
    ['nb', 120_000, '120 000'],
    ['nb', 3.875, '3,8750'],
    ['sv', -1234.5, '−1 234,5'],
    ['en', 120_000, '120000'],
    ['en', 1234.5, '1234.5'],
    ['en', 1.234, '1.2340'],
  ] as const)('in %s %s stands as %s', (language, value, shown) => {
    expect(typedNumber(value, language).replace(/\s/gu, ' ')).toBe(shown)
  })

  it('is read as the same number in every language', () => {
    const figures = fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((value) => Number(value.toFixed(6)))
    fc.assert(
      fc.property(figures, fc.constantFrom(...languages), (value, language) => {
        expect(parseDecimal(typedNumber(value, language))).toEqual({ ok: true, value: value === 0 ? 0 : value })
      }),
    )
  })
})
