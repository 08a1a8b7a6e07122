/** What closing a meeting does beside its own fields: numbers, statuses, the queue, and the minutes that it approved. */

import type { ItemDetail, MeetingDetail } from '#shared/contract/meetings.ts'
import { hasContent, isDeciding } from '#shared/domain/meeting-readiness.ts'
import { lastDayOf, statusAfter } from '#shared/domain/meeting-states.ts'
import { isNumbered, numbersFor, seriesOf } from '#shared/domain/numbering.ts'
import type { AgendaItem } from '#shared/domain/records/agenda-item.ts'
import type { Body } from '#shared/domain/records/body.ts'
import type { Meeting, Minutes } from '#shared/domain/records/meeting.ts'
import { carryItem } from './carry-over.ts'
import type { Writer } from './changes.ts'
import { itemsOf } from './repositories/agenda-items.ts'
import { bodyOf } from './repositories/meeting-detail.ts'
import { lastItemNumber } from './repositories/meetings.ts'
import { versionsOf } from './repositories/minutes.ts'
import { find, type Store, sql } from './store.ts'

/** Gives numbers to the items that have none, in agenda order after the highest that the series ever gave (records.md 3.21). */
export function giveNumbers(write: Writer, meeting: Meeting, body: Body): void {
  const last = lastItemNumber(write, seriesOf(body, meeting))
  for (const { itemId, ...number } of numbersFor(body, meeting, itemsOf(write, meeting.id), last)) {
    write.revise('agendaItems', itemId, number)
  }
}

/** What was talked about or decided is treated, though nobody ticked it. */
export function settleItems(write: Writer, items: MeetingDetail['items']): void {
  for (const one of items) {
    const { item, decisions } = one
    if (item.status !== 'pending' || !isNumbered(item.type)) continue
    if (isDeciding(item.type) ? decisions.length > 0 : hasContent(one)) {
      write.revise('agendaItems', item.id, { status: 'treated' })
    }
  }
}

/** Items that a later meeting is to take up again. */
export function isPutOff({ status }: Pick<AgendaItem, 'status'>): boolean {
  return status === 'postponed' || status === 'referredBack'
}

/** Takes each item up again at the end of its body's queue; none whose copy is there already, or was taken up since. */
export function queueAgain(write: Writer, items: readonly AgendaItem[], newId: () => string): void {
  for (const item of items) {
    const known = sql(write, 'SELECT 1 FROM agenda_items WHERE carried_from_id = ? AND deleted_at IS NULL').get(item.id)
    if (!known) carryItem(write, newId, item, { bodyId: item.bodyId, meetingId: null })
  }
}

/** Minutes that an item of a later meeting approves. */
export interface EarlierMinutes {
  readonly about: Meeting
  readonly version: Minutes
  /** They were sent to review after the item was decided: the meeting saw others. */
  readonly isNewer: boolean
}

/**
 * The minutes that the items of this meeting approve when it is closed: those of `aboutMeetingId`, where they are in review, their
 * body approves in the next meeting, nobody refused them, and the item has a decision that approves.
 */
export function minutesApprovedBy(
  store: Store,
  meeting: Meeting,
  items: readonly Pick<ItemDetail, 'item' | 'decisions'>[],
): EarlierMinutes[] {
  return items.flatMap(({ item, decisions }) => {
    if (item.type !== 'minutesApproval' || item.aboutMeetingId === null || isPutOff(item)) return []
    const approvals = decisions.filter(({ kind }) => kind === 'approval')
    if (approvals.length === 0) return []
    const about = find(store, 'meetings', item.aboutMeetingId)
    if (!about || about.deletedAt !== null || about.bodyId !== meeting.bodyId) return []
    // A meeting that was moved may have come before the one whose minutes were put to it.
    if (lastDayOf(about) > lastDayOf(meeting)) return []
    if (bodyOf(store, about).adjustmentRule !== 'approvedInNextMeeting') return []
    const version = versionToApprove(store, about)
    if (!version) return []
    return [{ about, version, isNewer: approvals.every(({ changedStamp }) => changedStamp < version.createdStamp) }]
  })
}

/** The version in review, which approving makes final. */
function versionToApprove(store: Store, meeting: Meeting): Minutes | undefined {
  const version = versionsOf(store, meeting.id).at(-1)
  return statusAfter('approve', meeting.status) !== null && version?.status === 'inReview' ? version : undefined
}

/** Makes the newest version of a meeting's minutes final; gives undefined where they are not in review. */
export function makeFinal(
  write: Writer,
  meeting: Meeting,
  { approvedOn, approvedInId }: { readonly approvedOn: string; readonly approvedInId: string | null },
) {
  const status = statusAfter('approve', meeting.status)
  const version = versionToApprove(write, meeting)
  if (status === null || !version) return undefined
  write.revise('meetings', meeting.id, { status, adjustedOn: approvedOn, approvedInId })
  return write.revise('minutes', version.id, { status: 'approved', approvedOn })
}
