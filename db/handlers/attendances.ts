import { invalid, problem } from '#shared/contract/problem.ts'
import { checkAttendance, mayVote, wasPresent } from '#shared/domain/attendance-rules.ts'
import { type FieldMessages, fieldMessage } from '#shared/domain/checked.ts'
import { nextDeputy } from '#shared/domain/deputies.ts'
import { isInSession } from '#shared/domain/meeting-states.ts'
import { fullName } from '#shared/domain/person-rules.ts'
import type { Attendance, Meeting } from '#shared/domain/records/meeting.ts'
import { isForVacantSeat } from '#shared/domain/seats.ts'
import { type AreaHandlers, change } from '../context.ts'
import { letChair } from '../meeting-planning.ts'
import { attendancesOf } from '../repositories/attendances.ts'
import { membersOf } from '../repositories/body-members.ts'
import { bodyOf } from '../repositories/meeting-detail.ts'
import { vacantSeatsAt } from '../repositories/vacant-seats.ts'
import { find, read, type Store } from '../store.ts'
import { filled, refuseIfWrong, revised } from './checking.ts'

type NewAttendance = Omit<Attendance, 'id' | 'createdStamp' | 'changedStamp' | 'deletedAt'>
type Given = { readonly [F in keyof NewAttendance]?: NewAttendance[F] | undefined }

export const attendanceHandlers: AreaHandlers<'attendances'> = {
  'attendances.add': (input, context) => {
    const { store } = context
    const meeting = read(store, 'meetings', input.meetingId)
    const roll = attendancesOf(store, meeting.id)
    const row = settled(
      filled<NewAttendance>(
        {
          meetingId: meeting.id,
          personId: input.personId,
          representingId: find(store, 'persons', input.personId)?.organisationId ?? null,
          party: null,
          role: input.role,
          status: null,
          validReason: null,
          replacesId: null,
          arrivedAt: null,
          leftAt: null,
          votes: input.role === 'chair' || input.role === 'member' || (input.replacesId ?? null) !== null,
          position: (roll.at(-1)?.position ?? -1) + 1,
        },
        input,
      ),
      input,
    )
    refuseIfWrong(wrongIn(store, meeting, row, roll))
    return change(context, (write) => {
      const made = write.insert('attendances', { id: context.newId(), ...row })
      if (made.role === 'chair') letChair(write, meeting, made.personId, context.newId)
      return made
    })
  },
  'attendances.revise': ({ id, changes }, context) => {
    const { store } = context
    const before = read(store, 'attendances', id)
    const meeting = read(store, 'meetings', before.meetingId)
    const next = settled(revised<Attendance>(before, changes), changes)
    refuseIfWrong(wrongIn(store, meeting, next, attendancesOf(store, meeting.id)), 'changes.')
    return change(context, (write) => {
      const { id: _, createdStamp: __, changedStamp: ___, deletedAt: ____, ...fields } = next
      const made = write.revise('attendances', id, fields)
      if (made.role === 'chair' && before.role !== 'chair') letChair(write, meeting, made.personId, context.newId)
      return made
    })
  },
  'attendances.call': ({ meetingId, answers }, context) => {
    const { store } = context
    const meeting = read(store, 'meetings', meetingId)
    const byId = new Map(answers.map(({ id, status }) => [id, status]))
    const before = attendancesOf(store, meetingId)
    const stranger = answers.findIndex(({ id }) => !before.some((row) => row.id === id))
    if (stranger >= 0) throw invalid({ [`answers.${stranger}.id`]: fieldMessage('gone') })
    const after = before.map((row) => {
      const status = byId.get(row.id)
      return status === undefined ? row : settled({ ...row, status }, { status })
    })
    // The roll is looked at whole: two answers may be right together that are not so one by one.
    const wrong: FieldMessages = {}
    answers.forEach(({ id }, index) => {
      const row = after.find((one) => one.id === id)
      const [first] = row ? Object.values(wrongIn(store, meeting, row, after)) : []
      if (first) wrong[`answers.${index}.status`] = first
    })
    refuseIfWrong(wrong)
    change(context, (write) => {
      for (const { id, status, validReason, arrivedAt, leftAt } of after) {
        if (byId.has(id)) write.revise('attendances', id, { status, validReason, arrivedAt, leftAt })
      }
    })
    return {}
  },
  'attendances.callDeputy': ({ meetingId, replacesId, personId }, context) => {
    const { store } = context
    const meeting = read(store, 'meetings', meetingId)
    const body = bodyOf(store, meeting)
    if (!body.deputiesAllowed) throw problem('refused', 'problems.noDeputies')
    const roll = attendancesOf(store, meetingId)
    const replaced = roll.find((row) => row.personId === replacesId)
    if (replacesId !== null && !replaced) throw invalid({ replacesId: fieldMessage('notOnRoll') })
    const members = membersOf(store, meeting.bodyId, meeting.startsOn)
    const serving = roll
      .filter((row) => row.replacesId !== null || isForVacantSeat(row) || isAway(row))
      .map((row) => row.personId)
    const choice = { forId: replacesId, day: meeting.startsOn, taken: new Set(serving) }
    const deputyId = personId ?? nextDeputy(body, members, choice)
    if (deputyId === null) throw problem('refused', 'problems.noDeputyLeft')
    const member = members.find((one) => one.personId === deputyId && one.role === 'deputy')
    if (!member) throw invalid({ personId: fieldMessage('notADeputy') })
    const listed = roll.find((row) => row.personId === deputyId)
    // In session the deputy comes at once; before it they are called, and answer the roll with the others.
    const since = isInSession(meeting) ? (replaced?.leftAt ?? null) : null
    const row: NewAttendance = {
      meetingId,
      personId: deputyId,
      representingId: member.representingId,
      party: member.party,
      role: 'deputy',
      status: isInSession(meeting) ? (since === null ? 'present' : 'partlyPresent') : null,
      validReason: null,
      replacesId,
      arrivedAt: since ?? listed?.arrivedAt ?? null,
      leftAt: listed?.leftAt ?? null,
      votes: true,
      position: listed?.position ?? (roll.at(-1)?.position ?? -1) + 1,
    }
    if (listed && (listed.votes || listed.role === 'chair'))
      throw invalid({ personId: fieldMessage('deputyAlreadyServes') })
    refuseIfWrong(wrongIn(store, meeting, listed ? { ...listed, ...row } : row, roll))
    return change(context, (write) =>
      listed
        ? write.revise('attendances', listed.id, row)
        : write.insert('attendances', { id: context.newId(), ...row }),
    )
  },
  'attendances.remove': ({ id }, context) => {
    const { store } = context
    const row = read(store, 'attendances', id)
    const deputy = attendancesOf(store, row.meetingId).find((one) => one.replacesId === row.personId)
    if (deputy) {
      const name = fullName(read(store, 'persons', deputy.personId))
      throw problem('refused', 'problems.deputyServesFor', { name })
    }
    const meeting = read(store, 'meetings', row.meetingId)
    change(context, (write) => {
      write.remove('attendances', id)
      if (meeting.chairId === row.personId) write.revise('meetings', meeting.id, { chairId: null })
    })
    return {}
  },
}

/** What is wrong with one row of a meeting's roll beside the others. */
export function wrongIn(
  store: Store,
  meeting: Meeting,
  row: NewAttendance & { readonly id?: string },
  roll: readonly Attendance[],
): FieldMessages {
  const named = (personId: string) => {
    const person = find(store, 'persons', personId)
    return person ? fullName(person) : ''
  }
  const withRow = [...roll.filter(({ id }) => row.id === undefined || id !== row.id), row]
  return checkAttendance(row, roll, meeting, named, vacantSeatsAt(store, meeting, withRow))
}

/**
 * What follows from what was given: a time of arrival or leaving makes a presence partial, taking both back makes it whole, who is
 * away has no times and who is there needs no reason; a role without vote takes the vote away.
 */
function settled<T extends NewAttendance>(row: T, given: Given): T {
  const timed = row.arrivedAt !== null || row.leftAt !== null
  const saysTimes = given.arrivedAt !== undefined || given.leftAt !== undefined
  let { status, arrivedAt, leftAt, validReason, votes, replacesId } = row
  if (given.status === undefined && saysTimes) {
    if (timed && (status === null || status === 'present')) status = 'partlyPresent'
    if (!timed && status === 'partlyPresent') status = 'present'
  }
  if (given.status !== undefined && !saysTimes && (isAway(row) || status === 'present')) {
    arrivedAt = null
    leftAt = null
  }
  if (wasPresent(row)) validReason = null
  if (given.votes === undefined && !mayVote(row.role)) votes = false
  if (given.role !== undefined && given.replacesId === undefined && row.role !== 'deputy') replacesId = null
  return { ...row, status, arrivedAt, leftAt, validReason, votes, replacesId }
}

function isAway({ status }: Pick<Attendance, 'status'>): boolean {
  return status === 'absent' || status === 'absentWithReason'
}
