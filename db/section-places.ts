import type { PlanSection } from '#shared/domain/records/plan.ts'
import type { Id } from '#shared/domain/values.ts'
import type { Writer } from './changes.ts'
import { sectionsOf } from './repositories/plans.ts'

/** Puts a section at a place among its plan's, the last where that is beyond them; the others keep their order. */
export function placeSection(write: Writer, { id, planId }: Pick<PlanSection, 'id' | 'planId'>, place: number): void {
  const others = sectionsOf(write, planId).filter((one) => one.id !== id)
  inOrder(write, planId, [
    ...others.slice(0, place).map((one) => one.id),
    id,
    ...others.slice(place).map((one) => one.id),
  ])
}

/** Counts the places of a plan's sections anew: 0 … n−1 without gaps, in the order they stand in. */
export function closeSectionGaps(write: Writer, planId: Id): void {
  inOrder(
    write,
    planId,
    sectionsOf(write, planId).map(({ id }) => id),
  )
}

function inOrder(write: Writer, planId: Id, ids: readonly Id[]): void {
  const now = new Map(sectionsOf(write, planId).map(({ id, position }) => [id, position]))
  for (const [position, id] of ids.entries()) {
    if (now.get(id) !== position) write.revise('planSections', id, { position })
  }
}
