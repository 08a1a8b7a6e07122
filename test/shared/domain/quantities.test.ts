import { expect, test } from 'vitest'
import { formatQuantity, formatQuantityField, parseHours, parseQuantity } from '#shared/domain/quantities.ts'
import { commitmentUnits } from '#shared/domain/records/commitment.ts'
import { languages } from '#shared/domain/values.ts'
import fc from '#test/random.ts'

test.each([
  ['NOK', '1 234,50 kr', 123_450],
  ['NOK', '200000', 20_000_000],
  ['NOK', '1.234.567,00', 123_456_700],
  ['SEK', '500 kronor', 50_000],
  ['hours', '7:30', 750],
  ['hours', '7,5', 750],
  ['hours', '7.5 timer', 750],
  ['hours', '7 t 30 min', 750],
  ['hours', '7 tim', 700],
  ['hours', '45 min', 75],
  ['hours', '0:03', 5],
  ['hours', '120 h', 12_000],
  ['posts', '0,5 årsverk', 50],
  ['posts', '1 årsarbete', 100],
  ['posts', '2,5 årsarbeten', 250],
  ['pieces', '12 stk.', 1_200],
] as const)('%s: «%s» is %d hundredths', (unit, text, value) => {
  expect(parseQuantity(text, unit)).toEqual({ ok: true, value })
})

test('nothing typed is no amount', () => {
  for (const unit of commitmentUnits) expect(parseQuantity('  ', unit)).toEqual({ ok: true, value: null })
})

test.each([
  ['hours', '7:75', 'minutesPastHour'],
  ['hours', '100 kr', 'notANumber'],
  ['hours', 'timer', 'notANumber'],
  ['hours', '7,3333', 'tooManyHundredths'],
  ['hours', '1.234', 'numberInDoubt'],
  ['hours', '-1', 'negative'],
  ['NOK', '100 SEK', 'typedOtherCurrency'],
  ['SEK', '100 kroner', 'typedOtherCurrency'],
  ['NOK', 'mye', 'notANumber'],
  ['NOK', '7:30', 'notANumber'],
  ['pieces', '-2', 'negative'],
] as const)('%s: «%s» is refused: %s', (unit, text, key) => {
  expect(parseQuantity(text, unit)).toMatchObject({ ok: false, message: { key: `problems.field.${key}` } })
})

test.each([
  ['7:20', '7,33'],
  ['0:01', '0,02'],
  ['1 t 10 min', '1,17'],
])('%s lies between two hundredths and is refused with the nearest, %s', (typed, nearest) => {
  expect(parseHours(typed)).toEqual({
    ok: false,
    message: { key: 'problems.field.hoursBetweenHundredths', params: { typed, nearest } },
  })
})

test('every third minute is exact, and no other is taken', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_999 }), fc.integer({ min: 0, max: 59 }), (hours, minutes) => {
      const read = parseHours(`${hours}:${String(minutes).padStart(2, '0')}`)
      expect(read.ok).toBe(minutes % 3 === 0)
      if (read.ok) expect((read.value ?? 0) * 3).toBe(hours * 300 + minutes * 5)
    }),
  )
})

test('what stands in a field is read as the same amount', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1_000_000_000_000 }),
      fc.constantFrom(...commitmentUnits),
      fc.constantFrom(...languages),
      (value, unit, language) => {
        expect(parseQuantity(formatQuantityField(value, unit, language), unit)).toEqual({ ok: true, value })
      },
    ),
  )
})

test.each([
  [750, 'hours', 'nb', '7,5\u00a0t'],
  [733, 'hours', 'sv', '7,33\u00a0tim'],
  [50, 'posts', 'nb', '0,5\u00a0årsverk'],
  [100, 'posts', 'sv', '1\u00a0årsarbete'],
  [250, 'posts', 'sv', '2,5\u00a0årsarbeten'],
  [100, 'posts', 'nb', '1\u00a0årsverk'],
  [1200, 'pieces', 'en', '12\u00a0pcs'],
  [123450, 'NOK', 'nb', '1\u00a0234,50\u00a0kr'],
] as const)('%d of %s reads in %s as %s', (value, unit, language, text) => {
  expect(formatQuantity(value, unit, language)).toBe(text)
})
