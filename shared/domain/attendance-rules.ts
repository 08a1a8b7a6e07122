/** Who may stand in a meeting's roll, and how (records.md 3.6). */
import { type FieldMessages, fieldMessage } from './checked.ts'
import { minutesIntoMeeting } from './presence.ts'
import type { Attendance, Meeting } from './records/meeting.ts'
import { isForVacantSeat } from './seats.ts'

type Row = Pick<Attendance, 'personId' | 'role' | 'status' | 'replacesId' | 'arrivedAt' | 'leftAt' | 'votes'> & {
  readonly id?: string
}
type Setting = Pick<Meeting, 'startsOn' | 'startsAt' | 'endsOn' | 'openedAt' | 'adjournedAt' | 'adjournedOn'>

const votingRoles = ['chair', 'member', 'deputy'] as const
/** False for observers, co-opted, case officers, guests and the secretary: they never vote. */
export function mayVote(role: Attendance['role']): boolean {
  return (votingRoles as readonly string[]).includes(role)
}

/** Present in the room, at a distance, or for a part. */
export function wasPresent(row: Pick<Attendance, 'status'>): boolean {
  return row.status === 'present' || row.status === 'remote' || row.status === 'partlyPresent'
}

/**
 * Field → what is wrong with one row of the roll beside the others; empty = good. `nameOf` names persons in messages.
 * A deputy with a vote takes the place of a member who is absent, has left or has not come, both votes at once being refused from
 * either side; or one of the `vacantSeats` (`vacantSeatsOf` the roll with this row in it), in nobody's place.
 */
export function checkAttendance(
  row: Row,
  others: readonly Row[],
  meeting: Setting,
  nameOf: (personId: string) => string,
  vacantSeats = 0,
): FieldMessages {
  const wrong: FieldMessages = {}
  const besides = others.filter(({ id }) => id === undefined || id !== row.id)
  if (besides.some(({ personId }) => personId === row.personId)) wrong.personId = fieldMessage('personTwice')
  if (row.votes && !mayVote(row.role)) wrong.votes = fieldMessage('roleDoesNotVote')
  Object.assign(wrong, checkTimes(row, meeting))
  if (row.replacesId === null) {
    if (isForVacantSeat(row) && mostTogether(row, besides.filter(isForVacantSeat), meeting) >= vacantSeats) {
      wrong.replacesId = fieldMessage(vacantSeats === 0 ? 'deputyForNobody' : 'vacantSeatsTaken')
    }
  } else Object.assign(wrong, checkReplacing(row, besides, meeting, nameOf))
  const deputy = besides.find((one) => one.replacesId === row.personId && bothServe(row, one, meeting))
  if (deputy) wrong.status = fieldMessage('deputyServes', { name: nameOf(deputy.personId) })
  return wrong
}

function checkReplacing(
  row: Row,
  besides: readonly Row[],
  meeting: Setting,
  nameOf: (personId: string) => string,
): FieldMessages {
  if (row.replacesId === null) return {}
  if (row.role !== 'deputy') return { replacesId: fieldMessage('onlyDeputiesStandIn') }
  const replaced = besides.find(({ personId }) => personId === row.replacesId)
  if (!replaced?.votes) return { replacesId: fieldMessage('replacesNoMember') }
  const name = nameOf(replaced.personId)
  if (replaced.status === null) return { replacesId: fieldMessage('deputyForUncalled', { name }) }
  if (bothServe(replaced, row, meeting)) return { replacesId: fieldMessage('deputyForPresent', { name }) }
  const twin = besides.find((one) => one.replacesId === row.replacesId && one.votes && togetherThere(one, row, meeting))
  return twin ? { replacesId: fieldMessage('seatTaken', { name, deputy: nameOf(twin.personId) }) } : {}
}

/** True where a member and the deputy in their place would both vote at some time. A deputy not called yet is taken to come at once. */
function bothServe(member: Row, deputy: Row, meeting: Setting): boolean {
  return deputy.votes && wasPresent(member) && togetherThere(member, deputy, meeting)
}

function togetherThere(a: Row, b: Row, meeting: Setting): boolean {
  if (isAbsent(a) || isAbsent(b)) return false
  const [from, to] = span(a, meeting)
  const [since, until] = span(b, meeting)
  return from < until && since < to
}

/** The most of `others` who are there at one time within a person's own. */
function mostTogether(row: Row, others: readonly Row[], meeting: Setting): number {
  const together = others.filter((one) => togetherThere(one, row, meeting))
  const [arrival] = span(row, meeting)
  // Their number is highest when somebody has just come.
  const times = [row, ...together].map((one) => Math.max(arrival, span(one, meeting)[0]))
  const thereAt = (time: number) =>
    together.filter((one) => {
      const [from, to] = span(one, meeting)
      return from <= time && time < to
    }).length
  return Math.max(...times.map(thereAt))
}

function isAbsent({ status }: Row): boolean {
  return status === 'absent' || status === 'absentWithReason'
}

/** Minutes of the meeting in which a person was there, from arrival to leaving; open ends where no time is given. */
function span(row: Row, meeting: Setting): readonly [number, number] {
  const opening = meeting.openedAt ?? meeting.startsAt
  return [
    row.arrivedAt === null ? Number.NEGATIVE_INFINITY : minutesIntoMeeting(row.arrivedAt, opening),
    row.leftAt === null ? Number.POSITIVE_INFINITY : minutesIntoMeeting(row.leftAt, opening),
  ]
}

function checkTimes(row: Row, meeting: Setting): FieldMessages {
  const wrong: FieldMessages = {}
  const { arrivedAt, leftAt } = row
  if (row.status === 'partlyPresent' && arrivedAt === null && leftAt === null) {
    wrong.arrivedAt = fieldMessage('partlyWithoutTime')
  }
  if (isAbsent(row)) {
    if (arrivedAt !== null) wrong.arrivedAt = fieldMessage('absentWithTimes')
    if (leftAt !== null) wrong.leftAt = fieldMessage('absentWithTimes')
    return wrong
  }
  const opening = meeting.openedAt ?? meeting.startsAt
  const after = (time: string) => minutesIntoMeeting(time, opening)
  // A meeting of more days has no single clock to compare with: on its second day people come before the first one's opening.
  const severalDays = meeting.endsOn !== null && meeting.endsOn > meeting.startsOn
  const oneDay = !severalDays && (meeting.adjournedOn === null || meeting.adjournedOn === meeting.startsOn)
  const closing = oneDay ? meeting.adjournedAt : null
  const inside = (time: string) =>
    severalDays || (after(time) >= 0 && (closing === null || after(time) <= after(closing)))
  for (const [field, time] of [
    ['arrivedAt', arrivedAt],
    ['leftAt', leftAt],
  ] as const) {
    if (time === null || inside(time)) continue
    wrong[field] =
      closing === null
        ? fieldMessage('beforeOpening', { opening })
        : fieldMessage('outsideMeeting', { opening, closing })
  }
  if (arrivedAt !== null && leftAt !== null && after(leftAt) <= after(arrivedAt)) {
    wrong.leftAt = fieldMessage('leftNotAfterArrived', { arrived: arrivedAt })
  }
  return wrong
}
