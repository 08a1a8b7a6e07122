import type { OutputOf } from '#shared/contract/dispatcher.ts'
import type { ItemDetail, MeetingDetail } from '#shared/contract/meetings.ts'
import { bodyPresets } from '#shared/domain/body-presets.ts'
import type { AgendaItem } from '#shared/domain/records/agenda-item.ts'
import type { Body } from '#shared/domain/records/body.ts'
import type { Meeting } from '#shared/domain/records/meeting.ts'
import { anId } from '../a-host.ts'

const marks = { createdStamp: 's', changedStamp: 's', deletedAt: null }

export function aBody(changes: Partial<Body> = {}): Body {
  return {
    ...marks,
    id: anId(500),
    name: 'Styret',
    kind: 'board',
    country: 'NO',
    rules: 'publicLikeNo',
    ...bodyPresets.publicLikeNo,
    seats: null,
    secretaryId: null,
    activeFrom: '2020-01-01',
    activeTo: null,
    ...changes,
  }
}

export function aMeeting(changes: Partial<Meeting> = {}): Meeting {
  return {
    ...marks,
    id: anId(600),
    bodyId: anId(500),
    number: null,
    numberYear: null,
    title: null,
    kind: 'ordinary',
    startsOn: '2026-06-24',
    startsAt: '09:00',
    endsOn: null,
    endsAt: '11:00',
    place: 'Rådhuset',
    remoteLink: null,
    allSeeAndHear: false,
    openness: 'open',
    chairId: null,
    secretaryId: null,
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
    ...changes,
  }
}

export function anAgendaItem(changes: Partial<AgendaItem> = {}): AgendaItem {
  return {
    ...marks,
    id: anId(700),
    bodyId: anId(500),
    meetingId: anId(600),
    position: 0,
    number: null,
    numberYear: null,
    numberText: null,
    numberSeries: null,
    type: 'decision',
    title: 'Budsjett 2027',
    caseNo: null,
    responsibleId: null,
    presenterId: null,
    minutesPlanned: 20,
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
    aboutMeetingId: null,
    originVisitId: null,
    originFollowUpId: null,
    originActionId: null,
    ...changes,
  }
}

export function anItem(item: Partial<AgendaItem> = {}, rest: Partial<ItemDetail> = {}): ItemDetail {
  return {
    item: anAgendaItem(item),
    numberText: 'Sak 1/26',
    disqualifications: [],
    proposals: [],
    votes: [],
    decisions: [],
    statements: [],
    actions: [],
    attachments: [],
    quorum: { seats: 0, voters: 0, needed: 0, met: true, why: null },
    voterIds: [],
    textStamps: { background: '1', proposedDecision: '1', minutesText: '1' },
    origin: null,
    ...rest,
  }
}

export function anOpenMeeting(meeting: Partial<Meeting> = {}, rest: Partial<MeetingDetail> = {}): MeetingDetail {
  return {
    meeting: aMeeting(meeting),
    body: aBody(),
    attendances: [],
    items: [],
    seats: 0,
    deputies: [],
    adjustments: [],
    minutes: [],
    papers: [],
    attachments: [],
    noticeDueOn: '2026-06-17',
    adjustmentDueOn: null,
    earlierId: null,
    laterId: null,
    warnings: [],
    obstacles: [],
    ...rest,
  }
}

export type MeetingRow = OutputOf<'meetings.list'>['rows'][number]
export function aMeetingRow(changes: Partial<MeetingRow> = {}): MeetingRow {
  return {
    id: anId(600),
    bodyId: anId(500),
    bodyName: 'Styret',
    number: null,
    numberYear: null,
    title: null,
    kind: 'ordinary',
    startsOn: '2026-06-24',
    startsAt: '09:00',
    place: 'Rådhuset',
    status: 'planned',
    inSession: false,
    items: 0,
    undecided: 0,
    noticeDueOn: '2026-06-17',
    papersDueOn: null,
    adjustmentDueOn: null,
    ...changes,
  }
}
