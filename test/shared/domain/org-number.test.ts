import { describe, expect, it } from 'vitest'
import { checkDigitNo, checkDigitSe, checkOrgNo, formatOrgNo, normaliseOrgNo } from '#shared/domain/org-number.ts'
import fc from '#test/random.ts'

const norwegian = ['123456785', '701730496', '923609016', '974760673', '996756246']
const swedish = ['5560125790', '5560160680', '2120002601', '2321000164']

describe('an organisation number', () => {
  it.each(norwegian)('%s passes in Norway', (number) => {
    expect(checkOrgNo(number, 'NO')).toEqual({ ok: true, value: number })
  })
  it.each(swedish)('%s passes in Sweden', (number) => {
    expect(checkOrgNo(number, 'SE')).toEqual({ ok: true, value: number })
  })

  it.each([
    ['NO 923 609 016 MVA', '923609016'],
    ['923\u00a0609\u00a0016mva', '923609016'],
    ['923.609.016', '923609016'],
    ['556012-5790', '5560125790'],
    ['SE556012579001', '5560125790'],
    ['se 556012–5790 01', '5560125790'],
  ])('%s is read as %s', (typed, digits) => {
    expect(normaliseOrgNo(typed)).toBe(digits)
  })

  it.each([
    ['123456789', 'NO', { key: 'problems.field.orgNoCheckDigit', params: { expected: 5, found: 9 } }],
    ['12345678', 'NO', { key: 'problems.field.orgNoLengthNO', params: { digits: 8 } }],
    ['556012579', 'SE', { key: 'problems.field.orgNoLengthSE', params: { digits: 9 } }],
    ['556012-5791', 'SE', { key: 'problems.field.orgNoCheckDigit', params: { expected: 0, found: 1 } }],
    ['811228-9874', 'SE', { key: 'problems.field.orgNoThirdDigit', params: { found: 1 } }],
    ['92360901O', 'NO', { key: 'problems.field.orgNoLetters', params: { found: 'O' } }],
    ['19811228987401', 'SE', { key: 'problems.field.orgNoLengthSE', params: { digits: 14 } }],
  ] as const)('%s in %s is refused with the rule that failed', (typed, country, message) => {
    expect(checkOrgNo(typed, country)).toEqual({ ok: false, message })
  })

  it('an empty text is no number', () => {
    expect(checkOrgNo(' \u00a0', 'NO')).toEqual({ ok: true, value: null })
  })

  it('a Swedish sole trader has none, a Norwegian one may', () => {
    expect(checkOrgNo('556012-5790', 'SE', { soleTrader: true })).toMatchObject({
      ok: false,
      message: { key: 'problems.field.orgNoSoleTrader' },
    })
    expect(checkOrgNo('923609016', 'NO', { soleTrader: true }).ok).toBe(true)
  })

  it('a Norwegian start whose check digit would be 10 is refused with every last digit', () => {
    const start = Array.from({ length: 100 }, (_, index) => String(10_000_000 + index)).find(
      (eight) => checkDigitNo(eight) === 10,
    )
    expect(start).toBeDefined()
    for (let last = 0; last < 10; last++) {
      expect(checkOrgNo(`${start}${last}`, 'NO')).toMatchObject({ message: { key: 'problems.field.orgNoImpossible' } })
    }
  })

  const change = (number: string, at: number, by: number) =>
    `${number.slice(0, at)}${(Number(number[at]) + by) % 10}${number.slice(at + 1)}`
  const eight = fc.integer({ min: 10_000_000, max: 99_999_999 }).map(String)
  const steps = fc.integer({ min: 1, max: 9 })

  it('one wrong digit never passes in Norway', () => {
    fc.assert(
      fc.property(eight, fc.nat(8), steps, (start, at, by) => {
        const digit = checkDigitNo(start)
        fc.pre(digit < 10)
        expect(checkOrgNo(`${start}${digit}`, 'NO').ok).toBe(true)
        expect(checkOrgNo(change(`${start}${digit}`, at, by), 'NO').ok).toBe(false)
      }),
    )
  })

  it('one wrong digit never passes in Sweden', () => {
    fc.assert(
      fc.property(eight, fc.nat(9), steps, (start, at, by) => {
        const nine = `${start.slice(0, 2)}2${start.slice(2)}`
        const number = `${nine}${checkDigitSe(nine)}`
        expect(checkOrgNo(number, 'SE').ok).toBe(true)
        expect(checkOrgNo(change(number, at, by), 'SE').ok).toBe(false)
      }),
    )
  })

  it('is printed as the country prints it', () => {
    expect(formatOrgNo('123456785', 'NO')).toBe('123\u00a0456\u00a0785')
    expect(formatOrgNo('5560125790', 'SE')).toBe('556012-5790')
    expect(formatOrgNo('12', 'NO')).toBe('12')
  })
})
