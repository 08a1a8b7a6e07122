/** What makes an agenda item right (records.md 3.7). */
import { type FieldMessages, fieldMessage } from './checked.ts'
import { isNumbered } from './numbering.ts'
import { minutesIntoMeeting } from './presence.ts'
import type { AgendaItem } from './records/agenda-item.ts'

/**
 * Field → what is wrong; empty = good. The clock ends after it started; what has a number stays of a type that has one; only an
 * approval of minutes is about a meeting. `openedAt` tells times after midnight from those before.
 */
export function checkItem(
  item: Pick<AgendaItem, 'type' | 'number' | 'startedAt' | 'endedAt' | 'aboutMeetingId'>,
  openedAt: string | null,
): FieldMessages {
  const wrong: FieldMessages = {}
  const { startedAt, endedAt } = item
  if (endedAt !== null && startedAt === null) wrong.startedAt = fieldMessage('clockStartMissing')
  if (startedAt !== null && endedAt !== null) {
    const early = minutesIntoMeeting(endedAt, openedAt) < minutesIntoMeeting(startedAt, openedAt)
    if (early) wrong.endedAt = fieldMessage('clockEndBeforeStart', { start: startedAt })
  }
  if (item.number !== null && !isNumbered(item.type)) wrong.type = fieldMessage('numberedType')
  if (item.aboutMeetingId !== null && item.type !== 'minutesApproval') {
    wrong.aboutMeetingId = fieldMessage('aboutOnlyInApproval')
  }
  return wrong
}
