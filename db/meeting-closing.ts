/** What closing a meeting does beside its own fields: numbers, statuses, the queue, and the minutes that it approved. */

import type { MeetingDetail } from '#shared/contract/meetings.ts'
import { hasContent, isDeciding } from '#shared/domain/meeting-readiness.ts'
import { lastDayOf, statusAfter } from '#shared/domain/meeting-states.ts'
import { isNumbered, numbersFor, seriesOf } from '#shared/domain/numbering.ts'
import type { AgendaItem } from '#shared/domain/records/agenda-item.ts'
import type { Body } from '#shared/domain/records/body.ts'
import type { Meeting } from '#shared/domain/records/meeting.ts'
import { carryItem } from './carry-over.ts'
import type { Writer } from './changes.ts'
import { itemsOf } from './repositories/agenda-items.ts'
import { bodyOf } from './repositories/meeting-detail.ts'
import { lastItemNumber } from './repositories/meetings.ts'
import { versionsOf } from './repositories/minutes.ts'
import { find, sql } from './store.ts'

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

/**
 * Makes the minutes final that an item of this meeting approved: those of `aboutMeetingId`, where they are in review, their body
 * approves in the next meeting, nobody refused them, and the item has a decision that approves.
 */
export function approveEarlierMinutes(write: Writer, meeting: Meeting, items: MeetingDetail['items']): void {
  for (const { item, decisions } of items) {
    if (item.type !== 'minutesApproval' || item.aboutMeetingId === null || isPutOff(item)) continue
    if (!decisions.some(({ kind }) => kind === 'approval')) continue
    const about = find(write, 'meetings', item.aboutMeetingId)
    if (!about || about.deletedAt !== null || about.bodyId !== meeting.bodyId) continue
    // A meeting that was moved may have come before the one whose minutes were put to it.
    if (lastDayOf(about) > lastDayOf(meeting)) continue
    if (bodyOf(write, about).adjustmentRule !== 'approvedInNextMeeting') continue
    makeFinal(write, about, { approvedOn: lastDayOf(meeting), approvedInId: meeting.id })
  }
}

/** Makes the newest version of a meeting's minutes final; gives undefined where they are not in review. */
export function makeFinal(
  write: Writer,
  meeting: Meeting,
  { approvedOn, approvedInId }: { readonly approvedOn: string; readonly approvedInId: string | null },
) {
  const status = statusAfter('approve', meeting.status)
  const version = versionsOf(write, meeting.id).at(-1)
  if (status === null || version?.status !== 'inReview') return undefined
  write.revise('meetings', meeting.id, { status, adjustedOn: approvedOn, approvedInId })
  return write.revise('minutes', version.id, { status: 'approved', approvedOn })
}
