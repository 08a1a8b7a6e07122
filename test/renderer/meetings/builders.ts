import type { ItemDetail } from '#shared/contract/meetings.ts'
import type { AgendaItem } from '#shared/domain/records/agenda-item.ts'
import { anId } from '../a-host.ts'

const marks = { createdStamp: 's', changedStamp: 's', deletedAt: null }

function anAgendaItem(changes: Partial<AgendaItem> = {}): AgendaItem {
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
    originCommitmentId: null,
    originProjectId: null,
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
