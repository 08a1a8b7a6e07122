import { describe, expect, it } from 'vitest'
import {
  bytesOfRecoveryCode,
  checkRecoveryCode,
  groupsOfRecoveryCode,
  recoveryCodeBytes,
  recoveryCodeOf,
} from '#shared/domain/recovery-code.ts'
import fc from '#test/random.ts'

const sixteen = fc.uint8Array({ minLength: recoveryCodeBytes, maxLength: recoveryCodeBytes })
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

describe('a recovery code', () => {
  it('is seven groups of four, and gives its bytes back', () => {
    fc.assert(
      fc.property(sixteen, (bytes) => {
        const code = recoveryCodeOf(bytes)
        expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/)
        expect(groupsOfRecoveryCode(code)).toHaveLength(7)
        expect([...bytesOfRecoveryCode(code)]).toEqual([...bytes])
        expect(checkRecoveryCode(code)).toEqual({ ok: true, value: code })
      }),
    )
  })

  it('is read however it is typed', () => {
    const code = recoveryCodeOf(Uint8Array.from({ length: 16 }, (_, at) => at * 16 + 1))
    for (const typed of [
      code.toLowerCase(),
      code.replaceAll('-', ' '),
      code.replaceAll('-', ''),
      ` ${code.replaceAll('-', ' – ')}\n`,
      code.replaceAll('0', 'o').replaceAll('1', 'l'),
      code.replaceAll('0', 'O').replaceAll('1', 'I'),
    ]) {
      expect(checkRecoveryCode(typed), typed).toEqual({ ok: true, value: code })
    }
  })

  it('tells of every single mistyped letter', () => {
    fc.assert(
      fc.property(sixteen, fc.nat(27), fc.nat(31), (bytes, at, other) => {
        const letters = recoveryCodeOf(bytes).replaceAll('-', '')
        const letter = alphabet[other] ?? '0'
        fc.pre(letters[at] !== letter)
        const typed = letters.slice(0, at) + letter + letters.slice(at + 1)
        expect(checkRecoveryCode(typed)).toEqual({ ok: false, message: { key: 'problems.field.recoveryCodeMistyped' } })
      }),
    )
  })

  it('tells of two neighbours that changed places', () => {
    fc.assert(
      fc.property(sixteen, fc.nat(24), (bytes, at) => {
        const letters = recoveryCodeOf(bytes).replaceAll('-', '')
        const [one = '', two = ''] = letters.slice(at, at + 2)
        fc.pre(one !== two)
        expect(checkRecoveryCode(letters.slice(0, at) + two + one + letters.slice(at + 2)).ok).toBe(false)
      }),
    )
  })

  it.each([
    ['', { key: 'problems.field.recoveryCodeLength', params: { found: 0, expected: 28 } }],
    ['0000-0000', { key: 'problems.field.recoveryCodeLength', params: { found: 8, expected: 28 } }],
    ['0000-00U0', { key: 'problems.field.recoveryCodeLetter', params: { letter: 'U' } }],
    ['0000-00Å0', { key: 'problems.field.recoveryCodeLetter', params: { letter: 'Å' } }],
    // More than 128 bits, with the right check.
    ['ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZ00', { key: 'problems.field.recoveryCodeMistyped' }],
  ])('%j is refused with the rule that failed', (typed, message) => {
    expect(checkRecoveryCode(typed)).toEqual({ ok: false, message })
  })

  it('is made of 16 bytes and no other number', () => {
    expect(() => recoveryCodeOf(new Uint8Array(15))).toThrow(RangeError)
  })
})
