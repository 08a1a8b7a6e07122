import type { Attendance, Meeting } from '#shared/domain/records/meeting.ts'
import { vacantSeatsOf } from '#shared/domain/seats.ts'
import { read, type Store } from '../store.ts'
import { membersOf } from './body-members.ts'

/** Seats of a meeting's body that nobody holds at it, with this roll. */
export function vacantSeatsAt(
  store: Store,
  { bodyId, startsOn }: Pick<Meeting, 'bodyId' | 'startsOn'>,
  roll: readonly Pick<Attendance, 'role' | 'personId' | 'votes'>[],
): number {
  return vacantSeatsOf(read(store, 'bodies', bodyId), membersOf(store, bodyId, startsOn), roll, startsOn)
}
