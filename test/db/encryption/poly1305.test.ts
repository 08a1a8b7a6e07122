import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { poly1305 } from '#db/encryption/poly1305.ts'

// RFC 8439, section 2.5.2, and two of its appendix A.3: sums that wrap around the prime.
test.each([
  [
    '85d6be7857556d337f4452fe42d506a80103808afb0db2fd4abff6af4149f51b',
    Buffer.from('Cryptographic Forum Research Group').toString('hex'),
    'a8061dc1305136c6c22b8baf0c0127a9',
  ],
  [`02${'00'.repeat(31)}`, 'ff'.repeat(16), `03${'00'.repeat(15)}`],
  [`01${'00'.repeat(31)}`, `${'ff'.repeat(16)}f0${'ff'.repeat(15)}11${'00'.repeat(15)}`, `05${'00'.repeat(15)}`],
])('the tag of %s', (key, message, tag) => {
  expect(poly1305(Buffer.from(key, 'hex'), Buffer.from(message, 'hex')).toString('hex')).toBe(tag)
})

test('any bit of message or key changes it', () => {
  const key = createHmac('sha256', 'k').digest()
  const message = Buffer.alloc(4080, 'a page')
  const tag = poly1305(key, message).toString('hex')
  for (const at of [0, 15, 16, 4079]) {
    const other = Buffer.from(message)
    other[at] = (other[at] ?? 0) ^ 0x80
    expect(poly1305(key, other).toString('hex')).not.toBe(tag)
  }
})
