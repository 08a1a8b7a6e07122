import type { MeetingDetail } from '#shared/contract/meetings.ts'
import { deputiesInOrder } from '#shared/domain/deputies.ts'
import { readinessOf } from '#shared/domain/meeting-readiness.ts'
import { adjustmentDueOn, isLate } from '#shared/domain/minutes-rules.ts'
import { noticeDueOn } from '#shared/domain/notice-rules.ts'
import { numbersFor, seriesOf } from '#shared/domain/numbering.ts'
import type { AgendaItem } from '#shared/domain/records/agenda-item.ts'
import type { Meeting } from '#shared/domain/records/meeting.ts'
import { inTerm, isForVacantSeat, seatsOf, vacantSeatsOf } from '#shared/domain/seats.ts'
import type { Day } from '#shared/domain/values.ts'
import { decode, entities, type Records } from '../entities.ts'
import { find, read, type Store, sql } from '../store.ts'
import { itemDetailsOf } from './agenda-items.ts'
import { rollOf } from './attendances.ts'
import { membersOf, type NamedMember } from './body-members.ts'
import { lastItemNumber, neighboursOf } from './meetings.ts'
import { adjustmentsOf, versionsOf } from './minutes.ts'

/**
 * Everything that a meeting's screen and papers show, in a fixed number of queries however many items and people there are.
 * `today` tells what is late.
 *
 * @throws ProblemError `notFound`.
 */
export function meetingDetail(store: Store, id: string, today: Day): MeetingDetail {
  const meeting = read(store, 'meetings', id)
  const body = bodyOf(store, meeting)
  const members = membersOf(store, meeting.bodyId)
  const attendances = rollOf(store, id)
  const seats = seatsOf(body, members, meeting.startsOn)
  const vacantSeats = vacantSeatsOf(body, members, attendances, meeting.startsOn)
  const setting = { meeting, body, seats, vacantSeats, attendances }
  const items = itemDetailsOf(store, id, setting, expectedNumbers(store, meeting, body))
  const adjustments = adjustmentsOf(store, id).map((one) => ({ ...one, isLate: isLate(one, today) }))
  const minutes = versionsOf(store, id)
  const newest = minutes.at(-1)
  const dueOn = newest && adjustments.filter((one) => one.minutesId === newest.id).map((one) => one.dueOn)
  const detail = { meeting, body, attendances, items, adjustments, minutes }
  return {
    ...detail,
    seats,
    vacantSeats,
    deputies: deputiesLeft(
      members.filter((one) => inTerm(one, meeting.startsOn)),
      meeting.startsOn,
      attendances,
    ),
    papers: childrenOf(store, 'papers', id, 'made_on DESC, id DESC'),
    attachments: childrenOf(store, 'attachments', id, 'created_stamp, id'),
    noticeDueOn: noticeDueOn(body, meeting),
    adjustmentDueOn: earliest(dueOn ?? []) ?? adjustmentDueOn(body, meeting),
    ...neighboursOf(store, meeting),
    ...readinessOf(detail, today),
  }
}

/** A meeting's body; a removed one too, since the meeting still needs its rules. */
export function bodyOf(store: Store, meeting: Pick<Meeting, 'bodyId'>): Records['bodies'] {
  return find(store, 'bodies', meeting.bodyId) ?? read(store, 'bodies', meeting.bodyId)
}

/** Item id → the number as it would be if the meeting were closed now. A cancelled meeting gives none. */
function expectedNumbers(store: Store, meeting: Meeting, body: Records['bodies']): ReadonlyMap<string, string> {
  if (meeting.status === 'cancelled') return new Map()
  // The agenda's bones alone: its texts are read once, with the items.
  const items = sql(
    store,
    'SELECT id, position, type, number FROM agenda_items WHERE meeting_id = ? AND deleted_at IS NULL ORDER BY position, id',
  ).all(meeting.id) as Pick<AgendaItem, 'id' | 'position' | 'type' | 'number'>[]
  const numbers = numbersFor(body, meeting, items, lastItemNumber(store, seriesOf(body, meeting)))
  return new Map(numbers.map(({ itemId, numberText }) => [itemId, numberText]))
}

function deputiesLeft(
  members: readonly NamedMember[],
  day: Day,
  attendances: MeetingDetail['attendances'],
): MeetingDetail['deputies'] {
  // A deputy who is only listed, without a seat to serve in, may still be called.
  const taken = new Set(
    attendances
      .filter(
        (one) =>
          one.replacesId !== null ||
          isForVacantSeat(one) ||
          one.status === 'absent' ||
          one.status === 'absentWithReason',
      )
      .map(({ personId }) => personId),
  )
  const names = new Map(members.map(({ personId, personName }) => [personId, personName]))
  return deputiesInOrder(members, day, taken).map((one) => ({ ...one, personName: names.get(one.personId) ?? '' }))
}

function childrenOf<N extends 'papers' | 'attachments'>(
  store: Store,
  entity: N,
  meetingId: string,
  order: string,
): Records[N][] {
  const { select, table } = entities[entity]
  const rows = sql(
    store,
    `SELECT ${select} FROM ${table} WHERE meeting_id = ? AND deleted_at IS NULL ORDER BY ${order}`,
  ).all(meetingId) as Record<string, unknown>[]
  return rows.map((row) => decode(entity, row))
}

function earliest(days: readonly (Day | null)[]): Day | null {
  return days.filter((day) => day !== null).toSorted()[0] ?? null
}
