import { problem } from '#shared/contract/problem.ts'
import { isSealed } from '#shared/domain/meeting-states.ts'
import { itemTimes, votersAt } from '#shared/domain/presence.ts'
import type { AgendaItem, Disqualification } from '#shared/domain/records/agenda-item.ts'
import type { Body } from '#shared/domain/records/body.ts'
import type { Attendance, Meeting } from '#shared/domain/records/meeting.ts'
import { childrenOf, clocksOf } from './repositories/agenda-items.ts'
import { rollOf } from './repositories/attendances.ts'
import { read, type Store } from './store.ts'

/** What surrounds an item at its meeting: who is there and who may vote on it. */
export interface ItemSetting {
  readonly item: AgendaItem
  readonly meeting: Meeting
  readonly body: Body
  readonly attendances: readonly Attendance[]
  readonly disqualifications: readonly Disqualification[]
  /** The time that counts for who was there (`itemTimes`). */
  readonly at: string | null
  readonly voterIds: readonly string[]
}

/** @throws ProblemError `refused` where nothing within the meeting may change. */
export function refuseSealed(meeting: Pick<Meeting, 'status'>): void {
  if (isSealed(meeting.status)) throw problem('refused', 'problems.meetingSealed')
}

/** An item that may be written in: in a queue, or of a meeting that isn't sealed. @throws ProblemError `notFound`, `refused`. */
export function openItem(store: Store, id: string): AgendaItem {
  const item = read(store, 'agendaItems', id)
  if (item.meetingId !== null) refuseSealed(read(store, 'meetings', item.meetingId))
  return item
}

/** The setting of an item on an agenda, sealed or not; null for an item in a queue. @throws ProblemError `notFound`. */
export function findSetting(store: Store, itemId: string): ItemSetting | null {
  const item = read(store, 'agendaItems', itemId)
  if (item.meetingId === null) return null
  const meeting = read(store, 'meetings', item.meetingId)
  const attendances = rollOf(store, meeting.id)
  const disqualifications = childrenOf(store, 'disqualifications', itemId)
  const at = itemTimes(meeting, clocksOf(store, meeting.id)).get(itemId) ?? null
  return {
    item,
    meeting,
    body: read(store, 'bodies', item.bodyId),
    attendances,
    disqualifications,
    at,
    voterIds: votersAt({ attendances, disqualifications, at, openedAt: meeting.openedAt }),
  }
}

/**
 * The setting of an item that something may be done in. What happens at a meeting, proposals, votes, decisions, can't happen in
 * a queue.
 *
 * @throws ProblemError `notFound`; `refused` for an item in a queue or of a sealed meeting.
 */
export function settingOf(store: Store, itemId: string): ItemSetting {
  const setting = findSetting(store, itemId)
  if (!setting) throw problem('refused', 'problems.itemInQueue')
  refuseSealed(setting.meeting)
  return setting
}

/** Those whom the body found disqualified on the item: they take no part in it. */
export function disqualifiedIn({ disqualifications }: Pick<ItemSetting, 'disqualifications'>): string[] {
  return disqualifications.filter(({ outcome }) => outcome === 'disqualified').map(({ personId }) => personId)
}
