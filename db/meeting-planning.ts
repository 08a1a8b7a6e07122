/** How a meeting comes to be: who is invited, and what stands on its agenda from the start (records.md 3.5 to 3.7). */
import { mayVote } from '#shared/domain/attendance-rules.ts'
import { isNumbered } from '#shared/domain/numbering.ts'
import type { AgendaItem } from '#shared/domain/records/agenda-item.ts'
import type { Body } from '#shared/domain/records/body.ts'
import type { Attendance, Meeting } from '#shared/domain/records/meeting.ts'
import { isSeated } from '#shared/domain/seats.ts'
import { itemDefaults } from './carry-over.ts'
import type { Writer } from './changes.ts'
import { decode, entities } from './entities.ts'
import { childrenOf } from './repositories/agenda-items.ts'
import { attendancesOf } from './repositories/attendances.ts'
import { membersOf, type NamedMember } from './repositories/body-members.ts'
import { meetingToApprove } from './repositories/meetings.ts'
import { read, readAll, type Store, sql } from './store.ts'

type New<T> = Omit<T, 'id' | 'createdStamp' | 'changedStamp' | 'deletedAt'>
export type NewMeeting = New<Meeting>

/** What a new meeting has until it is said otherwise: chair and secretary of the body on the day, and no number yet. */
export function meetingDefaults(
  body: Body,
  members: readonly NamedMember[],
  when: Pick<Meeting, 'startsOn' | 'startsAt'>,
): NewMeeting {
  const holder = (role: NamedMember['role']) => members.find((one) => one.role === role)?.personId ?? null
  return {
    bodyId: body.id,
    number: null,
    numberYear: null,
    title: null,
    kind: 'ordinary',
    ...when,
    endsOn: null,
    endsAt: null,
    place: null,
    remoteLink: null,
    allSeeAndHear: false,
    openness: body.rules === 'publicLikeNo' || body.rules === 'municipalLikeSe' ? 'open' : 'closed',
    chairId: holder('chair') ?? holder('viceChair'),
    secretaryId: body.secretaryId ?? holder('secretary'),
    papersDueOn: null,
    noticeText: null,
    noticeSentOn: null,
    status: 'planned',
    openedAt: null,
    adjournedAt: null,
    adjournedOn: null,
    adjustedOn: null,
    approvedInId: null,
    announcedOn: null,
    cancelledReason: null,
    seriesId: null,
  }
}

/** Invites those whose terms hold on the day, each once; deputies come when they are called (practice.md 6.1, "Deputies"). */
export function invite(write: Writer, meeting: Meeting, newId: () => string): void {
  for (const member of seatsOn(write, meeting)) seatOnRoll(write, meeting, member, newId)
  if (meeting.secretaryId !== null) secretaryOnRoll(write, meeting, meeting.secretaryId, newId)
}

/** Seats of the meeting's body that are called to it. */
function seatsOn(write: Writer, meeting: Meeting): NamedMember[] {
  return membersOf(write, meeting.bodyId, meeting.startsOn).filter(({ role }) => role !== 'deputy')
}

function seatOnRoll(write: Writer, meeting: Meeting, member: NamedMember, newId: () => string): void {
  const { personId, representingId, party, role } = member
  const at = roleAt(role, personId === meeting.chairId)
  addToRoll(write, meeting, { personId, representingId, party, role: at, votes: isSeated(role) && mayVote(at) }, newId)
}

/** Puts the secretary on the roll, unless they are there in another role. */
export function secretaryOnRoll(write: Writer, meeting: Meeting, personId: string, newId: () => string): void {
  const { organisationId } = read(write, 'persons', personId)
  const row = { personId, representingId: organisationId, party: null, role: 'secretary', votes: false } as const
  addToRoll(write, meeting, row, newId)
}

function addToRoll(
  write: Writer,
  meeting: Meeting,
  row: Pick<Attendance, 'personId' | 'representingId' | 'party' | 'role' | 'votes'>,
  newId: () => string,
): void {
  const roll = attendancesOf(write, meeting.id)
  if (roll.some(({ personId }) => personId === row.personId)) return
  write.insert('attendances', {
    id: newId(),
    meetingId: meeting.id,
    ...row,
    status: null,
    validReason: null,
    replacesId: null,
    arrivedAt: null,
    leftAt: null,
    position: (roll.at(-1)?.position ?? -1) + 1,
  })
}

/**
 * Makes a person the meeting's chair; whoever was it sits on as a member. One who is not called yet comes onto the roll, with a
 * vote where they hold a seat.
 */
export function letChair(write: Writer, meeting: Meeting, personId: string, newId: () => string): void {
  for (const row of attendancesOf(write, meeting.id)) {
    if (row.personId === personId && row.role === 'member') write.revise('attendances', row.id, { role: 'chair' })
    else if (row.personId !== personId && row.role === 'chair') write.revise('attendances', row.id, { role: 'member' })
  }
  const chaired = write.revise('meetings', meeting.id, { chairId: personId })
  const seat = seatsOn(write, meeting).find((one) => one.personId === personId)
  if (seat) seatOnRoll(write, chaired, seat, newId)
  else {
    const { organisationId } = read(write, 'persons', personId)
    const row = { personId, representingId: organisationId, party: null, role: 'chair', votes: false } as const
    addToRoll(write, chaired, row, newId)
  }
}

/**
 * Brings the rolls of a body's coming meetings after its seats, where these changed: who has a seat on the day is called, who has
 * none any more and has not answered is not, and the chair is who chairs the body then. Opened meetings stay as they are.
 */
export function followSeats(write: Writer, bodyId: string, personIds: readonly string[], newId: () => string): void {
  for (const meeting of comingMeetings(write, bodyId)) callAgain(write, meeting, personIds, newId)
}

/** The same for one meeting, e.g. when its day changes. Null = everybody on its roll and in its body. */
export function callAgain(
  write: Writer,
  meeting: Meeting,
  personIds: readonly string[] | null,
  newId: () => string,
): void {
  const seats = seatsOn(write, meeting)
  const holder = (role: NamedMember['role']) => seats.find((one) => one.role === role)?.personId ?? null
  for (const row of attendancesOf(write, meeting.id)) {
    const concerned = personIds === null || personIds.includes(row.personId)
    const bySeat = row.role === 'chair' || row.role === 'member' || row.role === 'observer'
    if (!concerned || !bySeat || row.status !== null || seats.some(({ personId }) => personId === row.personId))
      continue
    // Only who once had a seat lost it; a chair from outside was called by hand.
    const had = sql(write, 'SELECT 1 FROM body_members WHERE body_id = ? AND person_id = ?')
    if (had.get(meeting.bodyId, row.personId)) write.remove('attendances', row.id)
  }
  for (const seat of seats) {
    if (personIds === null || personIds.includes(seat.personId)) seatOnRoll(write, meeting, seat, newId)
  }
  const next = holder('chair') ?? holder('viceChair')
  const { chairId } = meeting
  const chairs = seats.some((one) => one.personId === chairId && (one.role === 'chair' || one.role === 'viceChair'))
  // A chair picked for this meeting stays, unless it is their own seat or the chair's that changed.
  const changed =
    personIds === null
      ? !seats.some((one) => one.personId === chairId)
      : [chairId, next].some((one) => one !== null && personIds.includes(one))
  if (!chairs && changed && next !== null && next !== chairId) letChair(write, meeting, next, newId)
}

function comingMeetings(write: Writer, bodyId: string): Meeting[] {
  const rows = sql(
    write,
    `SELECT ${entities.meetings.select} FROM meetings WHERE body_id = ? AND deleted_at IS NULL AND opened_at IS NULL
     AND status IN ('planned', 'noticeSent') ORDER BY starts_on, id`,
  ).all(bodyId) as Record<string, unknown>[]
  return rows.map((row) => decode('meetings', row))
}

function roleAt(role: NamedMember['role'], chairs: boolean): Attendance['role'] {
  if (chairs) return 'chair'
  return role === 'observer' || role === 'secretary' ? role : 'member'
}

/** Puts the standing items on the agenda, and those of the chosen template. The last minutes are named where they are to be approved. */
export function putStandingItems(
  write: Writer,
  meeting: Meeting,
  templateId: string | null,
  newId: () => string,
): void {
  const templates = readAll(write, 'agendaTemplates', 'created_stamp, id').filter(
    ({ bodyId }) => bodyId === null || bodyId === meeting.bodyId,
  )
  const chosen = templateId === null ? [] : [read(write, 'agendaTemplates', templateId)]
  const used = [...templates.filter(({ standing, id }) => standing && id !== templateId), ...chosen]
  used
    .flatMap(({ rows }) => rows)
    .forEach(({ type, title, minutesPlanned }, position) => {
      const about = type === 'minutesApproval' ? meetingToApprove(write, meeting) : undefined
      write.insert('agendaItems', {
        id: newId(),
        ...itemDefaults({ bodyId: meeting.bodyId, meetingId: meeting.id, type, title }),
        position,
        minutesPlanned: isNumbered(type) || type === 'break' ? minutesPlanned : null,
        aboutMeetingId: about?.id ?? null,
      })
    })
}

/**
 * True for an item that a standing template put on the agenda and nobody wrote anything in: the next meeting gets its own, so it is no
 * matter to wait in the queue.
 */
export function isStandingRow(store: Store, item: AgendaItem): boolean {
  const written = [
    item.caseNo,
    item.summary,
    item.background,
    item.proposedDecision,
    item.minutesText,
    item.carriedFromId,
  ]
  const origins = [
    item.originVisitId,
    item.originFollowUpId,
    item.originActionId,
    item.originCommitmentId,
    item.originProjectId,
  ]
  if ([...written, ...origins].some((value) => value !== null)) return false
  if ((['proposals', 'attachments'] as const).some((entity) => childrenOf(store, entity, item.id).length > 0))
    return false
  return readAll(store, 'agendaTemplates', 'created_stamp, id').some(
    ({ bodyId, standing, rows }) =>
      standing &&
      (bodyId === null || bodyId === item.bodyId) &&
      rows.some(({ type, title }) => type === item.type && title === item.title),
  )
}
