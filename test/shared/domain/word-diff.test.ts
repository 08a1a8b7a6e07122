import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordDiff } from '#shared/domain/word-diff.ts'

const read = (before: string, after: string) => wordDiff(before, after).map(({ kind, text }) => `${kind}:${text}`)

test('a word that came, went or took the place of another', () => {
  expect(read('vi møtes i mai', 'vi møtes i juni')).toEqual(['same:vi møtes i ', 'gone:mai', 'new:juni'])
  expect(read('en to tre', 'en tre')).toEqual(['same:en ', 'gone:to ', 'same:tre'])
  expect(read('', 'ny')).toEqual(['new:ny'])
  expect(read('likt', 'likt')).toEqual(['same:likt'])
})

test('the pieces always give both texts', () => {
  const words = fc.array(fc.constantFrom('a ', 'b ', 'c\n', ' ', 'lang ', ''), { maxLength: 40 }).map((w) => w.join(''))
  fc.assert(
    fc.property(words, words, (before, after) => {
      const pieces = wordDiff(before, after)
      const without = (kind: string) => pieces.map((piece) => (piece.kind === kind ? '' : piece.text)).join('')
      expect(without('new')).toBe(before)
      expect(without('gone')).toBe(after)
    }),
  )
})

test('texts too long to compare are told as written anew between what is the same at both ends', () => {
  const one = Array.from({ length: 1500 }, (_, n) => `a${n} `).join('')
  const two = Array.from({ length: 1500 }, (_, n) => `b${n} `).join('')
  expect(wordDiff(`start ${one}slutt`, `start ${two}slutt`).map(({ kind }) => kind)).toEqual([
    'same',
    'gone',
    'new',
    'same',
  ])
})
