import { expect, test } from 'vitest'
import { resultText } from '#renderer/features/session/vote-words.ts'
import { winnerOf } from '#shared/domain/vote-rules.ts'
import { translator } from '#shared/i18n/translator.ts'

const vote = {
  kind: 'showOfHands' as const,
  forId: 'a',
  againstId: null,
  forCount: 4,
  againstCount: 3,
  abstainCount: null,
  castingVote: false,
  castFor: null,
}
const nb = translator('nb')

test('a ballot says who won, with how many, and who abstained', () => {
  expect(resultText(nb, vote)).toBe('Forslaget er vedtatt med 4 mot 3 stemmer.')
  expect(resultText(nb, { ...vote, forCount: 2, abstainCount: 1 })).toBe(
    'Forslaget falt med 2 mot 3 stemmer. Én avsto.',
  )
  expect(resultText(translator('sv'), { ...vote, forCount: 2 })).toBe('Yrkandet avslås med 3 röster mot 2.')
})

test('of two proposals against each other the one with more votes has won', () => {
  const contraposition = { ...vote, againstId: 'b', forCount: 2, againstCount: 5 }
  expect(resultText(nb, contraposition)).toBe('Det andre forslaget er vedtatt med 5 mot 2 stemmer.')
  expect(winnerOf(contraposition)).toBe('b')
})

test('even votes decide nothing until the chair’s vote does', () => {
  const even = { ...vote, forCount: 3 }
  expect(resultText(nb, even)).toBe('Stemmene står likt, 3 mot 3. Ingenting er vedtatt.')
  expect(winnerOf(even)).toBeNull()
  const cast = { ...even, castingVote: true, castFor: 'for' as const }
  expect(resultText(nb, cast)).toBe('Forslaget er vedtatt med 3 mot 3 stemmer. Dobbeltstemmen avgjorde.')
  expect(winnerOf(cast)).toBe('a')
})
