import type { Day } from '#shared/domain/values.ts'
import type { Board } from './board.ts'
import type { Desk } from './desk.ts'
import type { Session } from './session.ts'
import { treat } from './treat.ts'
import type { Turn } from './turns.ts'

/** The day before: who can't come says so, and the next deputy is called. */
export function reportAbsence(desk: Desk, board: Board, day: Day, turn: Turn): void {
  const meetingId = board.meetingIds.get(day)
  if (meetingId === undefined) return
  const { attendances } = desk.call('meetings.open', { id: meetingId })
  const members = attendances.filter(({ role, votes }) => role === 'member' && votes)
  const cast = shuffled(
    board,
    members.map(({ personId }) => personId),
  )
  board.casts.set(meetingId, cast)
  const away = members.find(({ personId }) => personId === cast[0])
  if (!turn.absent || !away) return
  const { reason, otherReason } = board.source.texts
  desk.call('attendances.revise', {
    id: away.id,
    changes: { status: 'absentWithReason', validReason: board.random.pick([reason, otherReason]) },
  })
  desk.call('attendances.callDeputy', { meetingId, replacesId: away.personId, personId: null })
}

/** From the opening to the end, item by item with its clock. */
export function hold(desk: Desk, board: Board, day: Day, turn: Turn, newest: boolean): void {
  const meetingId = board.meetingIds.get(day)
  const cast = meetingId === undefined ? undefined : board.casts.get(meetingId)
  if (meetingId === undefined || cast === undefined) return
  const session: Session = { desk, board, meetingId, day, turn, cast, spareId: null, newest }
  const startsAt = desk.call('meetings.open', { id: meetingId }).meeting.startsAt
  let minute = Number(startsAt.slice(0, 2)) * 60 + Number(startsAt.slice(3, 5))
  const clock = () => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
  desk.at(day, clock())
  desk.call('meetings.start', { id: meetingId, openedAt: clock() })
  callRoll(session)
  const { items } = desk.call('meetings.open', { id: meetingId })
  const deciding = items.filter(({ item }) => board.matterOf.get(item.id)?.type === 'decision')
  const main = deciding.find(({ item }) => !item.confidential)
  const last = deciding.findLast(({ item }) => !item.confidential && item.carriedFromId === null)
  const final = items.findLast(({ item }) => board.matterOf.has(item.id))
  for (const detail of items) {
    const { item } = detail
    if (item.type === 'heading') continue
    const isMain = detail === main
    desk.call('agendaItems.clock', { id: item.id, at: clock(), does: 'start' })
    if (isMain && turn.late) revise(session, session.cast[2], { status: 'partlyPresent', arrivedAt: clock() })
    if (detail === final && turn.leavesEarly) revise(session, session.cast[3], { leftAt: clock() })
    minute += Math.max(1, (item.minutesPlanned ?? 5) + board.random.between(-3, 4))
    desk.at(day, clock())
    treat(session, detail, { isMain, postponed: turn.postpones === true && detail === last && !isMain })
    desk.call('agendaItems.clock', { id: item.id, at: clock(), does: 'end' })
  }
  desk.at(day, clock())
  desk.call('meetings.close', { id: meetingId, adjournedAt: clock() })
}

function callRoll(session: Session): void {
  const { desk, board, meetingId, turn, cast } = session
  const { deputies } = desk.call('meetings.open', { id: meetingId })
  if (turn.conflict) {
    session.spareId = deputies[0]?.personId ?? null
    if (session.spareId !== null) {
      desk.call('attendances.add', { meetingId, personId: session.spareId, role: 'deputy', votes: false, status: null })
    }
  }
  const { attendances } = desk.call('meetings.open', { id: meetingId })
  const late = turn.late ? cast[2] : undefined
  const absent = turn.castingVote ? cast[1] : undefined
  const answers = attendances.flatMap(({ id, personId, role, status }) => {
    if (status !== null || personId === late) return []
    const away = personId === absent || (role === 'observer' && board.random.chance(0.3))
    return [{ id, status: away ? ('absent' as const) : turn.remote ? ('remote' as const) : ('present' as const) }]
  })
  desk.call('attendances.call', { meetingId, answers })
}

function revise(
  { desk, meetingId }: Session,
  personId: string | undefined,
  changes: { status?: 'partlyPresent'; arrivedAt?: string; leftAt?: string },
): void {
  const row = desk.call('meetings.open', { id: meetingId }).attendances.find((one) => one.personId === personId)
  if (row) desk.call('attendances.revise', { id: row.id, changes })
}

function shuffled({ random }: Board, ids: readonly string[]): string[] {
  const left = [...ids]
  return ids.flatMap(() => left.splice(random.between(0, left.length - 1), 1))
}
