import type { AgendaItem } from '#shared/domain/records/agenda-item.ts'
import { type Place, putAt } from './agenda-places.ts'
import type { Writer } from './changes.ts'
import { childrenOf } from './repositories/agenda-items.ts'
import { sql } from './store.ts'

export type NewItem = Omit<AgendaItem, 'id' | 'createdStamp' | 'changedStamp' | 'deletedAt'>

/** An item with nothing in it but what it must have. */
export function itemDefaults(given: Pick<NewItem, 'bodyId' | 'meetingId' | 'type' | 'title'>): NewItem {
  return {
    ...given,
    // Its place is given by `putAt` in the same change.
    position: 0,
    number: null,
    numberYear: null,
    numberText: null,
    numberSeries: null,
    caseNo: null,
    responsibleId: null,
    presenterId: null,
    minutesPlanned: null,
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
  }
}

/**
 * Takes an item up again at another place: a new item with the case paper and the attachments of the old, which it points to.
 * What happened at the old meeting stays there.
 */
export function carryItem(write: Writer, newId: () => string, item: AgendaItem, place: Place): AgendaItem {
  const carried = write.insert('agendaItems', {
    ...itemDefaults({ ...place, type: item.type, title: item.title }),
    id: newId(),
    caseNo: item.caseNo,
    responsibleId: item.responsibleId,
    presenterId: item.presenterId,
    minutesPlanned: item.minutesPlanned,
    summary: item.summary,
    background: item.background,
    proposedDecision: item.proposedDecision,
    recipients: item.recipients,
    confidential: item.confidential,
    confidentialGround: item.confidentialGround,
    carriedFromId: item.id,
    aboutMeetingId: item.aboutMeetingId,
    originVisitId: item.originVisitId,
    originFollowUpId: item.originFollowUpId,
    originActionId: item.originActionId,
    originCommitmentId: item.originCommitmentId,
    originProjectId: item.originProjectId,
  })
  putAt(write, carried.id, place, null)
  // Where a project was to be decided upon in the old item, it is now in the new one.
  const waiting = sql(write, 'SELECT id FROM projects WHERE next_decision_id = ? AND deleted_at IS NULL')
    .pluck()
    .all(item.id)
  for (const id of waiting as string[]) write.revise('projects', id, { nextDecisionId: carried.id })
  const attachments = childrenOf(write, 'attachments', item.id)
  const replaced = new Set(attachments.map(({ supersedesId }) => supersedesId))
  // Earlier versions stay with the old item, and what was disposed of has nothing to bring.
  for (const attachment of attachments.filter(({ id, disposedOn }) => !replaced.has(id) && disposedOn === null)) {
    write.insert('attachments', { ...attachment, id: newId(), itemId: carried.id, supersedesId: null })
  }
  return carried
}
