import { problem } from '#shared/contract/problem.ts'
import { itemTimes, votersAt } from '#shared/domain/presence.ts'
import type { AgendaItem, Disqualification } from '#shared/domain/records/agenda-item.ts'
import type { Body } from '#shared/domain/records/body.ts'
import type { Attendance, Meeting } from '#shared/domain/records/meeting.ts'
import { childrenOf, clocksOf } from './repositories/agenda-items.ts'
import { rollOf } from './repositories/attendances.ts'
import { vacantSeatsAt } from './repositories/vacant-seats.ts'
import { read, type Store } from './store.ts'

/** What surrounds an item at its meeting: who is there and who may vote on it. */
export interface ItemSetting {
  readonly item: AgendaItem
  readonly meeting: Meeting
  readonly body: Body
  readonly attendances: readonly Attendance[]
  /** Seats that nobody holds, in which deputies may serve. */
  readonly vacantSeats: number
  readonly disqualifications: readonly Disqualification[]
  /** The time that counts for who was there (`itemTimes`). */
  readonly at: string | null
  readonly voterIds: readonly string[]
}

/** The setting of an item on an agenda; null for an item in a queue. @throws ProblemError `notFound`. */
export function findSetting(store: Store, itemId: string): ItemSetting | null {
  const item = read(store, 'agendaItems', itemId)
  if (item.meetingId === null) return null
  const meeting = read(store, 'meetings', item.meetingId)
  const attendances = rollOf(store, meeting.id)
  const vacantSeats = vacantSeatsAt(store, meeting, attendances)
  const disqualifications = childrenOf(store, 'disqualifications', itemId)
  const at = itemTimes(meeting, clocksOf(store, meeting.id)).get(itemId) ?? null
  return {
    item,
    meeting,
    body: read(store, 'bodies', item.bodyId),
    attendances,
    vacantSeats,
    disqualifications,
    at,
    voterIds: votersAt({ attendances, disqualifications, at, openedAt: meeting.openedAt, vacantSeats }),
  }
}

/** The setting of an item. Proposals, votes, decisions belong to a meeting. @throws ProblemError `notFound`; `refused` in a queue. */
export function settingOf(store: Store, itemId: string): ItemSetting {
  const setting = findSetting(store, itemId)
  if (!setting) throw problem('refused', 'problems.itemInQueue')
  return setting
}

/** Those whom the body found disqualified on the item: they take no part in it. */
export function disqualifiedIn({ disqualifications }: Pick<ItemSetting, 'disqualifications'>): string[] {
  return disqualifications.filter(({ outcome }) => outcome === 'disqualified').map(({ personId }) => personId)
}
