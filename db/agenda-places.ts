import { invalid, problem } from '#shared/contract/problem.ts'
import { fieldMessage } from '#shared/domain/checked.ts'
import type { AgendaItem } from '#shared/domain/records/agenda-item.ts'
import type { Meeting } from '#shared/domain/records/meeting.ts'
import type { Writer } from './changes.ts'
import { childrenOf, idsInPlace } from './repositories/agenda-items.ts'
import { read, type Store } from './store.ts'

/** Where an item stands: on the agenda of a meeting, or in the queue of its body. */
export interface Place {
  readonly bodyId: string
  readonly meetingId: string | null
}

/** True while items may come and go: until the meeting is closed and the numbers are given. */
export function isAgendaOpen(meeting: Pick<Meeting, 'status'>): boolean {
  return meeting.status === 'planned' || meeting.status === 'noticeSent'
}

/**
 * Refuses a place that no item may be put in or taken from.
 *
 * @throws ProblemError `notFound`, `invalid` on `meetingId` for a meeting of another body, `refused` for a closed agenda.
 */
export function refuseClosedPlace(store: Store, { bodyId, meetingId }: Place): void {
  if (meetingId === null) {
    read(store, 'bodies', bodyId)
    return
  }
  const meeting = read(store, 'meetings', meetingId)
  if (meeting.bodyId !== bodyId) throw invalid({ meetingId: fieldMessage('meetingOfOtherBody') })
  if (!isAgendaOpen(meeting)) throw problem('refused', 'problems.agendaClosed')
}

/**
 * Refuses to take an item away from its agenda once something has come of it there: a number, a vote, a decision.
 *
 * @throws ProblemError `refused`.
 */
export function refuseTreated(store: Store, item: AgendaItem): void {
  if (item.number !== null) throw problem('refused', 'problems.itemNumbered')
  const hasChildren = (['votes', 'decisions', 'statements'] as const).some(
    (entity) => childrenOf(store, entity, item.id).length > 0,
  )
  if (item.status === 'treated' || hasChildren) throw problem('refused', 'problems.itemTreated')
}

/**
 * Puts an item at a place of an agenda or queue, the end where `position` is null or beyond it; the others make room. The
 * places of the agenda are 0 … n−1 without gaps afterwards.
 */
export function putAt(write: Writer, itemId: string, place: Place, position: number | null): void {
  const others = idsInPlace(write, place).filter((id) => id !== itemId)
  const at = Math.min(position ?? others.length, others.length)
  write.revise('agendaItems', itemId, { meetingId: place.meetingId })
  inOrder(write, [...others.slice(0, at), itemId, ...others.slice(at)])
}

/** Closes the gaps that an item which went away left behind. */
export function closeGaps(write: Writer, place: Place): void {
  inOrder(write, idsInPlace(write, place))
}

function inOrder(write: Writer, ids: readonly string[]): void {
  ids.forEach((id, position) => {
    write.revise('agendaItems', id, { position })
  })
}
