// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { drawWord } from '#renderer/components/paper/word-pages.ts'

test('bytes that are no Word file are an error, never an empty page', () => {
  for (const bytes of [new Uint8Array(), new Uint8Array([80, 75, 3, 4]), new TextEncoder().encode('%PDF-1.7')])
    expect(() => drawWord(bytes)).toThrow()
})
