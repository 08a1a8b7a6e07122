import { expect, test } from 'vitest'
import { keyOf } from '#db/encryption/key.ts'
import { recoveryCodeOf } from '#shared/domain/recovery-code.ts'

const code = recoveryCodeOf(Uint8Array.from({ length: 16 }, (_, at) => at))

// Another derivation would lock every file that was ever encrypted: this value may never change.
test('the key of a code stays what it is', () => {
  expect(keyOf(code).toString('hex')).toBe('f769f358ee2f18f39cd97ac073550ba4af81a81f34fe536427cd51b17c1749aa')
})

test('no two uses and no two codes share a key', () => {
  const keys = [keyOf(code), keyOf(code, 'beside'), keyOf(recoveryCodeOf(new Uint8Array(16)))].map((key) =>
    key.toString('hex'),
  )
  expect(new Set(keys).size).toBe(3)
})
