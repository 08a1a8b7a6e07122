import { expect, it } from 'vitest'
import { canonicalJson } from '#shared/documents/canonical.ts'
import fc from '#test/random.ts'

it('gives equal values equal text, whatever order their keys were set in', () => {
  expect(canonicalJson({ b: [1, { d: null, c: 'å"\n' }], a: true })).toBe('{"a":true,"b":[1,{"c":"å\\"\\n","d":null}]}')
  expect(canonicalJson({ a: 1, b: 2 })).toBe(canonicalJson({ b: 2, a: 1 }))
})
it('reads back as the same value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})
it('leaves out what is undefined, as JSON does', () => {
  expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}')
})
it('refuses what JSON can’t carry', () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 1n, () => 1, new Date(0), [undefined]])
    expect(() => canonicalJson(value)).toThrow(TypeError)
})
