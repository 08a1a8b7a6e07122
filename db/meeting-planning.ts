/** How a meeting comes to be: who is invited, and what stands on its agenda from the start (records.md 3.5 to 3.7). */
import { mayVote } from '#shared/domain/attendance-rules.ts'
import { isNumbered } from '#shared/domain/numbering.ts'
import type { AgendaItem } from '#shared/domain/records/agenda-item.ts'
import type { Body } from '#shared/domain/records/body.ts'
import type { Attendance, Meeting } from '#shared/domain/records/meeting.ts'
import { isSeated } from '#shared/domain/seats.ts'
import type { Writer } from './changes.ts'
import { membersOf, type NamedMember } from './repositories/body-members.ts'
import { meetingToApprove } from './repositories/meetings.ts'
import { read, readAll } from './store.ts'

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
  const members = membersOf(write, meeting.bodyId, meeting.startsOn).filter(({ role }) => role !== 'deputy')
  const invited = new Set<string>()
  let position = 0
  const add = (row: Pick<Attendance, 'personId' | 'representingId' | 'party' | 'role' | 'votes'>) => {
    if (invited.has(row.personId)) return
    invited.add(row.personId)
    write.insert('attendances', {
      id: newId(),
      meetingId: meeting.id,
      ...row,
      status: null,
      validReason: null,
      replacesId: null,
      arrivedAt: null,
      leftAt: null,
      position,
    })
    position += 1
  }
  for (const { personId, representingId, party, role } of members) {
    const at = roleAt(role, personId === meeting.chairId)
    add({ personId, representingId, party, role: at, votes: isSeated(role) && mayVote(at) })
  }
  if (meeting.secretaryId !== null) {
    const { organisationId } = read(write, 'persons', meeting.secretaryId)
    add({
      personId: meeting.secretaryId,
      representingId: organisationId,
      party: null,
      role: 'secretary',
      votes: false,
    })
  }
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
        ...emptyItem,
        bodyId: meeting.bodyId,
        meetingId: meeting.id,
        position,
        type,
        title,
        minutesPlanned: isNumbered(type) || type === 'break' ? minutesPlanned : null,
        aboutMeetingId: about?.id ?? null,
      })
    })
}

/** An item with nothing written. */
const emptyItem = {
  number: null,
  numberYear: null,
  numberText: null,
  numberSeries: null,
  caseNo: null,
  responsibleId: null,
  presenterId: null,
  summary: null,
  background: null,
  proposedDecision: null,
  recipients: null,
  minutesText: null,
  confidential: false,
  confidentialGround: null,
  status: 'pending',
  startedAt: null,
  endedAt: null,
  carriedFromId: null,
  originVisitId: null,
  originFollowUpId: null,
  originActionId: null,
} as const satisfies Partial<New<AgendaItem>>
