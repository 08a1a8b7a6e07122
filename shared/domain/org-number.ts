/** Organisation numbers of Norway and Sweden (records.md 3.1): read, checked with the rule that failed, and written out. */
import { type Checked, good, refusal } from './checked.ts'
import type { Country } from './values.ts'

const weightsNo = [3, 2, 7, 6, 5, 4, 3, 2]

/**
 * Takes off what people write around the number: blanks (NBSP too), hyphens, dots, `NO` or `SE` before, `MVA` after,
 * and the `01` that ends a Swedish VAT number. What is left is returned as it is, upper case, digits or not.
 */
export function normaliseOrgNo(text: string): string {
  const bare = text
    .normalize('NFKC')
    .replace(/[\s.\u00ad\u200b\u2010-\u2015\u2212-]/g, '')
    .toUpperCase()
  // Only the VAT form loses its 01: twelve bare digits may be a personal identity number.
  const vat = /^SE(\d{10})01$/.exec(bare)
  if (vat?.[1]) return vat[1]
  return bare.replace(/^(NO|SE)/, '').replace(/MVA$/, '')
}

/** The check digit of the first eight digits of a Norwegian number, weights 3,2,7,6,5,4,3,2 mod 11; 10 = the number can't exist. */
export function checkDigitNo(firstEight: string): number {
  const sum = weightsNo.reduce((total, weight, index) => total + weight * Number(firstEight[index]), 0)
  return (11 - (sum % 11)) % 11
}

/** The Luhn check digit of the first nine digits of a Swedish number. */
export function checkDigitSe(firstNine: string): number {
  const sum = [...firstNine].reduce((total, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return total + (product > 9 ? product - 9 : product)
  }, 0)
  return (10 - (sum % 10)) % 10
}

/**
 * Checks a typed organisation number. Gives its digits, or null for an empty text; otherwise says which rule failed.
 * A Swedish sole trader's number is the owner's personal identity number (IMY) and is refused whatever it is.
 */
export function checkOrgNo(
  text: string,
  country: Country,
  options: { readonly soleTrader?: boolean } = {},
): Checked<string | null> {
  const digits = normaliseOrgNo(text)
  if (digits === '') return good(null)
  if (country === 'SE' && options.soleTrader) return refusal('orgNoSoleTrader')
  const letter = /\D/u.exec(digits)
  if (letter) return refusal('orgNoLetters', { found: [...digits].find((sign) => !/\d/.test(sign)) ?? letter[0] })
  const length = country === 'NO' ? 9 : 10
  if (digits.length !== length) {
    return refusal(country === 'NO' ? 'orgNoLengthNO' : 'orgNoLengthSE', { digits: digits.length })
  }
  if (country === 'SE' && Number(digits[2]) < 2) return refusal('orgNoThirdDigit', { found: Number(digits[2]) })
  const expected = country === 'NO' ? checkDigitNo(digits) : checkDigitSe(digits.slice(0, 9))
  if (expected === 10) return refusal('orgNoImpossible', { start: digits.slice(0, 8) })
  const found = Number(digits[length - 1])
  if (expected !== found) return refusal('orgNoCheckDigit', { expected, found })
  return good(digits)
}

/** As it is printed: NO `123 456 785`, SE `556012-5790`. A text of another length comes back unchanged. */
export function formatOrgNo(orgNo: string, country: Country): string {
  if (country === 'NO' && /^\d{9}$/.test(orgNo)) return orgNo.replace(/(\d{3})(?=\d)/g, '$1\u00a0')
  if (country === 'SE' && /^\d{10}$/.test(orgNo)) return `${orgNo.slice(0, 6)}-${orgNo.slice(6)}`
  return orgNo
}
