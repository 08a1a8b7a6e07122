import { expect, test } from 'vitest'
import { firstLine, linesOf } from '#shared/domain/text-lines.ts'

test('lines that say nothing are no lines', () => {
  expect(linesOf(' Fylket \r\n\n  \nKommunen')).toEqual(['Fylket', 'Kommunen'])
  expect(linesOf(null)).toEqual([])
})

test('a text is called by its first line, with a mark where it goes on', () => {
  expect(firstLine('Styret vedtar planen.')).toBe('Styret vedtar planen.')
  expect(firstLine('1. Planen vedtas.\n2. Den legges fram.')).toBe('1. Planen vedtas.…')
  expect(firstLine('a'.repeat(120))).toBe('a'.repeat(120))
  expect(firstLine('a'.repeat(121))).toBe(`${'a'.repeat(119)}…`)
})
