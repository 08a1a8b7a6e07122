/** The life of a meeting as one table (records.md 3.5: forward only, except reopening, which needs a reason). */
import type { Meeting, MeetingStatus } from './records/meeting.ts'

/** What moves a meeting from one state to another. */
export type MeetingStep =
  | 'sendNotice'
  | 'start'
  | 'close'
  | 'cancel'
  | 'sendToReview'
  | 'return'
  | 'approve'
  | 'archive'
  | 'reopen'

/** Step → the state before → the state after. What is not here is not allowed. */
const steps: Readonly<Record<MeetingStep, Partial<Record<MeetingStatus, MeetingStatus>>>> = {
  sendNotice: { planned: 'noticeSent', noticeSent: 'noticeSent' },
  // Opening a meeting is a time, not a state of its own: it is in session while opened and not yet held.
  start: { planned: 'planned', noticeSent: 'noticeSent' },
  close: { planned: 'held', noticeSent: 'held' },
  cancel: { planned: 'cancelled', noticeSent: 'cancelled' },
  sendToReview: { held: 'minutesInReview' },
  return: { minutesInReview: 'held' },
  approve: { minutesInReview: 'minutesApproved' },
  archive: { minutesApproved: 'archived' },
  reopen: { minutesInReview: 'held', minutesApproved: 'held', archived: 'held' },
}

/** The state after a step; null where the step can't be taken from here. */
export function statusAfter(step: MeetingStep, status: MeetingStatus): MeetingStatus | null {
  return steps[step][status] ?? null
}

/** Nothing within a meeting of these states may change: what it holds lies with the adjusters, is final, or never was. */
export const sealedStatuses = [
  'minutesInReview',
  'minutesApproved',
  'archived',
  'cancelled',
] as const satisfies readonly MeetingStatus[]

/** True where nothing within the meeting may change. */
export function isSealed(status: MeetingStatus): boolean {
  return (sealedStatuses as readonly string[]).includes(status)
}

/** True from the moment the chair opens the meeting until it is closed. */
export function isInSession(meeting: Pick<Meeting, 'status' | 'openedAt'>): boolean {
  return meeting.openedAt !== null && (meeting.status === 'planned' || meeting.status === 'noticeSent')
}

/** True for a day that the meeting is planned to be held on. */
export function isOn({ startsOn, endsOn }: Pick<Meeting, 'startsOn' | 'endsOn'>, day: string): boolean {
  return day >= startsOn && day <= (endsOn ?? startsOn)
}

/** The day a meeting ended: the day it passed midnight into, else the planned last day, else the day it began. */
export function lastDayOf(meeting: Pick<Meeting, 'startsOn' | 'endsOn' | 'adjournedOn'>): string {
  return meeting.adjournedOn ?? meeting.endsOn ?? meeting.startsOn
}
