/** How minutes become final (records.md 3.4, 3.5, 3.8; practice.md 6.1, "Making minutes final"). */
import { wasPresent } from './attendance-rules.ts'
import { addDays } from './days.ts'
import { lastDayOf } from './meeting-states.ts'
import type { Body } from './records/body.ts'
import type { Adjustment, Attendance, Meeting } from './records/meeting.ts'
import type { Day } from './values.ts'

type Days = Pick<Meeting, 'startsOn' | 'endsOn' | 'adjournedOn'>

/**
 * Last day for the adjusters: the body's days after the meeting ended, or the day itself where minutes are signed in the meeting.
 * Null for minutes that the next meeting approves.
 */
export function adjustmentDueOn(body: Pick<Body, 'adjustmentRule' | 'adjustmentDays'>, meeting: Days): Day | null {
  switch (body.adjustmentRule) {
    case 'adjustedWithinDays':
      return addDays(lastDayOf(meeting), body.adjustmentDays ?? 14)
    case 'signedInMeeting':
      return lastDayOf(meeting)
    case 'approvedInNextMeeting':
      return null
  }
}

/**
 * Who must sign, in order: the chair, then the adjusters. In a company's board all who voted sign where nobody was elected to
 * (aksjeloven § 6-29). Minutes that the next meeting approves are signed by nobody unless adjusters were chosen.
 */
export function signersOf(
  body: Pick<Body, 'adjustmentRule'>,
  chairId: string | null,
  adjusterIds: readonly string[],
  attendances: readonly Pick<Attendance, 'personId' | 'status' | 'votes' | 'position'>[],
): string[] {
  const chair = chairId === null ? [] : [chairId]
  if (adjusterIds.length > 0) return [...new Set([...chair, ...adjusterIds])]
  if (body.adjustmentRule === 'approvedInNextMeeting') return []
  if (body.adjustmentRule === 'adjustedWithinDays') return chair
  const voters = attendances.filter((one) => one.votes && wasPresent(one)).toSorted((a, b) => a.position - b.position)
  return [...new Set([...chair, ...voters.map(({ personId }) => personId)])]
}

/** True where every verdict must be given before the minutes are final; what the next meeting approves is final by its decision. */
export function needsVerdicts(body: Pick<Body, 'adjustmentRule'>): boolean {
  return body.adjustmentRule !== 'approvedInNextMeeting'
}

/** True for a person who may adjust: was there, at least for a part (practice.md 6.1; JO 3339-2013: certifies what was decided). */
export function mayAdjust(personId: string, attendances: readonly Pick<Attendance, 'personId' | 'status'>[]): boolean {
  return attendances.some((one) => one.personId === personId && wasPresent(one))
}

/** True where no voter was there at all: such a meeting decided nothing, and its minutes can't be approved. */
export function isQuorumEmpty(attendances: readonly Pick<Attendance, 'status' | 'votes'>[]): boolean {
  return !attendances.some((one) => one.votes && wasPresent(one))
}

/** Not answered and past its day. */
export function isLate(adjustment: Pick<Adjustment, 'verdict' | 'dueOn'>, today: Day): boolean {
  return adjustment.verdict === null && adjustment.dueOn !== null && adjustment.dueOn < today
}

/** SE: last day for the announcement on the notice board, two days after adjustment; null for other rules (KL 8:12). */
export function announcementDueOn(body: Pick<Body, 'rules'>, adjustedOn: Day | null): Day | null {
  return body.rules === 'municipalLikeSe' && adjustedOn !== null ? addDays(adjustedOn, 2) : null
}

/** SE: last day to appeal, three weeks from the announcement (practice.md 6.1). */
export function appealUntil(announcedOn: Day | null): Day | null {
  return announcedOn === null ? null : addDays(announcedOn, 21)
}
