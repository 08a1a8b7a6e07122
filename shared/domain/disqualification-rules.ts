/** Who may be declared disqualified, and who may serve instead (records.md 3.7; practice.md 6.1, "Disqualification"). */
import { type FieldMessages, fieldMessage } from './checked.ts'
import { isThere, votersAt } from './presence.ts'
import type { Disqualification } from './records/agenda-item.ts'
import type { Attendance } from './records/meeting.ts'

export interface DisqualificationSetting {
  readonly attendances: readonly Attendance[]
  /** The item's other disqualifications. */
  readonly others: readonly Pick<Disqualification, 'personId' | 'outcome' | 'replacedById'>[]
  /** When the item is treated (`itemTimes`). */
  readonly at: string | null
  readonly openedAt: string | null
  /** `vacantSeatsOf` the meeting. */
  readonly vacantSeats?: number
}

/**
 * Field → what is wrong; empty = good. The person is at the meeting and named once in the item. Who serves instead is a deputy
 * who is there and does not vote already; while the question is pending the roll need not have been called.
 */
export function checkDisqualification(
  disqualification: Pick<Disqualification, 'personId' | 'outcome' | 'replacedById'>,
  { attendances, others, at, openedAt, vacantSeats = 0 }: DisqualificationSetting,
): FieldMessages {
  const wrong: FieldMessages = {}
  const { personId, outcome, replacedById } = disqualification
  if (others.some((other) => other.personId === personId)) wrong.personId = fieldMessage('disqualifiedTwice')
  else if (!attendances.some((one) => one.personId === personId)) wrong.personId = fieldMessage('notAtMeeting')
  if (replacedById === null) return wrong
  const deputy = attendances.find((one) => one.personId === replacedById)
  const called =
    deputy !== undefined && (isThere(deputy, at, openedAt) || (outcome === 'pending' && deputy.status === null))
  const votes =
    others.some((other) => other.replacedById === replacedById) ||
    votersAt({ attendances, disqualifications: others, at, openedAt, vacantSeats }).includes(replacedById)
  if (outcome === 'notDisqualified') wrong.replacedById = fieldMessage('replacedButNotDisqualified')
  else if (deputy?.role !== 'deputy') wrong.replacedById = fieldMessage('replacerNotDeputy')
  else if (!called) wrong.replacedById = fieldMessage('replacerNotThere')
  else if (votes) wrong.replacedById = fieldMessage('replacerVotesAlready')
  else if (others.some((other) => other.personId === replacedById)) {
    wrong.replacedById = fieldMessage('disqualifiedHere')
  }
  return wrong
}
