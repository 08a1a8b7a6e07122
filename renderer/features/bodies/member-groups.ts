import type { OutputOf } from '#shared/contract/dispatcher.ts'
import { inTerm, isSeated } from '#shared/domain/seats.ts'

export type Member = OutputOf<'bodyMembers.list'>[number]

/** A body's members as the screen shows them: those of today by their place at the table, others by when. Each in the order of the roll. */
export function groupMembers(members: readonly Member[], today: string) {
  const inOrder = members.toSorted((a, b) => a.position - b.position)
  const now = inOrder.filter((one) => inTerm(one, today))
  return {
    seated: now.filter((one) => isSeated(one.role)),
    deputies: now.filter((one) => one.role === 'deputy'),
    others: now.filter((one) => !isSeated(one.role) && one.role !== 'deputy'),
    coming: inOrder.filter((one) => one.termFrom > today).sort((a, b) => a.termFrom.localeCompare(b.termFrom)),
    past: inOrder
      .filter((one) => one.termTo !== null && one.termTo < today && one.termFrom <= today)
      .sort((a, b) => (b.termTo ?? '').localeCompare(a.termTo ?? '')),
  }
}
