import { describe, expect, it } from 'vitest'
import { deputiesInOrder, nextDeputy } from '#shared/domain/deputies.ts'

const term = { termFrom: '2024-01-01', termTo: null }
const seat = (personId: string, position: number, deputyForId: string | null = null) => ({
  personId,
  role: 'deputy' as const,
  deputyForId,
  position,
  ...term,
})
const day = '2026-09-10'
const members = [
  { ...seat('anne', 0), role: 'member' as const },
  seat('eva', 2),
  seat('dag', 1),
  { ...seat('olav', 3), termTo: '2025-12-31' },
  seat('pia', 4, 'anne'),
]
const none = new Set<string>()

describe('deputies', () => {
  it('serve in the order of the body, those in term only', () => {
    expect(deputiesInOrder(members, day).map(({ personId }) => personId)).toEqual(['dag', 'eva', 'pia'])
    expect(deputiesInOrder(members, day, new Set(['dag'])).map(({ personId }) => personId)).toEqual(['eva', 'pia'])
  })

  it('in turn come from the head of the row, whomever for', () => {
    const next = (taken: ReadonlySet<string>) =>
      nextDeputy({ deputyOrder: 'inTurn' }, members, { forId: 'anne', day, taken })
    expect(next(none)).toBe('dag')
    expect(next(new Set(['dag', 'eva', 'pia']))).toBeNull()
  })

  it('bound to a member come first for that one, and never for another', () => {
    const next = (forId: string, taken: ReadonlySet<string> = none) =>
      nextDeputy({ deputyOrder: 'personal' }, members, { forId, day, taken })
    expect(next('anne')).toBe('pia')
    expect(next('anne', new Set(['pia']))).toBe('dag')
    expect(next('bo')).toBe('dag')
    expect(next('bo', new Set(['dag', 'eva']))).toBeNull()
  })

  it('bound to a member who has left the body come first for a vacant seat, those of sitting members never', () => {
    const next = (on: string, taken: ReadonlySet<string> = none) =>
      nextDeputy({ deputyOrder: 'personal' }, resigned, { forId: null, day: on, taken })
    const resigned = members.map((one) => (one.personId === 'anne' ? { ...one, termTo: '2026-06-30' } : one))
    expect(next(day)).toBe('pia')
    expect(next(day, new Set(['pia']))).toBe('dag')
    expect(next('2026-06-30', new Set(['dag', 'eva']))).toBeNull()
    expect(nextDeputy({ deputyOrder: 'inTurn' }, resigned, { forId: null, day, taken: none })).toBe('dag')
  })
})
