import type { Milestone } from '#shared/domain/records/project.ts'
import type { Id } from '#shared/domain/values.ts'
import type { Writer } from './changes.ts'
import { placesIn } from './repositories/milestones.ts'

/** Puts a milestone at a place among its project's, the last where that is beyond them; the others keep their order. */
export function placeMilestone(write: Writer, { id, projectId }: Pick<Milestone, 'id' | 'projectId'>, place: number) {
  const others = placesIn(write, projectId).filter((one) => one.id !== id)
  inOrder(write, projectId, [
    ...others.slice(0, place).map((one) => one.id),
    id,
    ...others.slice(place).map((one) => one.id),
  ])
}

/** Counts the places of a project's milestones anew: 0 … n−1 without gaps, in the order they stand in. */
export function closeMilestoneGaps(write: Writer, projectId: Id): void {
  inOrder(
    write,
    projectId,
    placesIn(write, projectId).map(({ id }) => id),
  )
}

function inOrder(write: Writer, projectId: Id, ids: readonly Id[]): void {
  const now = new Map(placesIn(write, projectId).map(({ id, position }) => [id, position]))
  for (const [position, id] of ids.entries()) {
    if (now.get(id) !== position) write.revise('milestones', id, { position })
  }
}
