/**
 * The recovery code of an encrypted partnership file: 128 random bits as a person can read, print and type them. Whoever has the code has the
 * file; there is no other way into it. 26 letters of Crockford's alphabet (no I, L, O, U) and two that check them, in seven groups of four.
 */
import { type Checked, good, refusal } from './checked.ts'

/** Random bytes behind a code. */
export const recoveryCodeBytes = 16
export const recoveryCodeGroups = 7
export const recoveryCodeGroupLength = 4

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const letters = 26
const allLetters = recoveryCodeGroups * recoveryCodeGroupLength
/** The largest prime below 32²: by it one letter mistyped, or two beside each other changed about, never pass. */
const checkPrime = 1021n

/**
 * The code of `bytes`, `XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX`.
 *
 * @throws RangeError where there are not 16 bytes.
 */
export function recoveryCodeOf(bytes: Uint8Array): string {
  if (bytes.length !== recoveryCodeBytes) throw new RangeError(`A recovery code is made of ${recoveryCodeBytes} bytes`)
  let value = 0n
  for (const byte of bytes) value = value * 256n + BigInt(byte)
  return grouped(digits(value, letters) + digits(value % checkPrime, allLetters - letters))
}

/** The 16 bytes behind a code that `checkRecoveryCode` has passed. */
export function bytesOfRecoveryCode(code: string): Uint8Array {
  let value = numberOf(plain(code).slice(0, letters))
  const bytes = new Uint8Array(recoveryCodeBytes)
  for (let at = recoveryCodeBytes - 1; at >= 0; at -= 1) {
    bytes[at] = Number(value % 256n)
    value /= 256n
  }
  return bytes
}

/**
 * Reads what somebody typed or pasted: any case, with or without hyphens and blanks, O for 0, I and L for 1. Gives the code as
 * `recoveryCodeOf` writes it; otherwise says which rule failed: letters that no code has, how many are missing or too many, or that one is
 * mistyped.
 */
export function checkRecoveryCode(typed: string): Checked<string> {
  const text = plain(typed)
  const strange = [...text].find((letter) => !alphabet.includes(letter))
  if (strange !== undefined) return refusal('recoveryCodeLetter', { letter: strange })
  if (text.length !== allLetters) return refusal('recoveryCodeLength', { found: text.length, expected: allLetters })
  const value = numberOf(text.slice(0, letters))
  if (value >> 128n !== 0n || value % checkPrime !== numberOf(text.slice(letters)))
    return refusal('recoveryCodeMistyped')
  return good(grouped(text))
}

/** The groups of a code, four letters each. */
export function groupsOfRecoveryCode(code: string): string[] {
  return code.split('-')
}

/** Whether somebody typed a group of a code, as forgivingly as the whole. */
export function isGroupOfRecoveryCode(typed: string, group: string): boolean {
  return plain(typed) === group
}

function plain(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\s\u00ad\u200b-\u200d\ufeff\u2010-\u2015\u2212_.-]/g, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
}

function digits(value: bigint, count: number): string {
  let text = ''
  for (let rest = value; text.length < count; rest /= 32n) text = `${alphabet[Number(rest % 32n)]}${text}`
  return text
}

function numberOf(text: string): bigint {
  let value = 0n
  for (const letter of text) value = value * 32n + BigInt(alphabet.indexOf(letter))
  return value
}

function grouped(text: string): string {
  return (text.match(/.{4}/g) ?? []).join('-')
}
