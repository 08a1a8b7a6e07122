/** When a notice must be out (records.md 3.5; practice.md 6.1, "Notice"). */
import { addDays } from './days.ts'
import type { Body } from './records/body.ts'
import type { Meeting } from './records/meeting.ts'
import type { Day } from './values.ts'

/** Last day for the notice: the body's days before the meeting begins. */
export function noticeDueOn(body: Pick<Body, 'noticeDays'>, meeting: Pick<Meeting, 'startsOn'>): Day {
  return addDays(meeting.startsOn, -body.noticeDays)
}

/** True where the notice went out after its last day, or has not gone out and the last day is past. A warning, never a bar. */
export function isNoticeLate(
  body: Pick<Body, 'noticeDays'>,
  meeting: Pick<Meeting, 'startsOn' | 'noticeSentOn'>,
  today: Day,
): boolean {
  return (meeting.noticeSentOn ?? today) > noticeDueOn(body, meeting)
}
