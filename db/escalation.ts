import type { InputOf } from '#shared/contract/dispatcher.ts'
import { problem } from '#shared/contract/problem.ts'
import { formatDay } from '#shared/domain/days.ts'
import type { Day, Id, Language } from '#shared/domain/values.ts'
import { isAgendaOpen } from './agenda-places.ts'
import type { NewItem } from './carry-over.ts'
import type { Writer } from './changes.ts'
import { toldOfCommitment, toldOfProject } from './escalation-words.ts'
import { itemFrom } from './repositories/agenda-items.ts'
import { isWithinSealed } from './seals.ts'
import { find, read, type Store, sql } from './store.ts'

type Source = InputOf<'agendaItems.escalate'>['from']
const origins = {
  visits: 'originVisitId',
  followUps: 'originFollowUpId',
  actions: 'originActionId',
  commitments: 'originCommitmentId',
  projects: 'originProjectId',
} as const

/**
 * What an item made of a record says of it, in `language`. Of a visit only what may be published: never its notes, never its
 * confidential text (practice.md 6.3). What comes from a confidential visit, or of a commitment that is not public, is
 * confidential. A project comes up to be decided upon, all else to be talked about.
 *
 * @throws ProblemError `notFound` where it is gone.
 */
export function escalated(
  store: Store,
  { entity, id }: Source,
  { language, today }: { readonly language: Language; readonly today: Day },
): Partial<NewItem> {
  const link = { [origins[entity]]: id }
  const isConfidential = (visitId: string | null) =>
    visitId !== null && find(store, 'visits', visitId)?.confidentiality === 'confidential'
  switch (entity) {
    case 'visits': {
      const visit = read(store, 'visits', id)
      const confidential = isConfidential(id)
      return { ...link, summary: confidential ? null : visit.publishableSummary, confidential }
    }
    case 'followUps': {
      const { description, result, ownerId, visitId } = read(store, 'followUps', id)
      return {
        ...link,
        summary: told(description, result),
        responsibleId: ownerId,
        confidential: isConfidential(visitId),
      }
    }
    case 'actions': {
      const { title, result, ownerId, originVisitId, originItemId } = read(store, 'actions', id)
      const ofSecretItem = originItemId !== null && find(store, 'agendaItems', originItemId)?.confidential === true
      return {
        ...link,
        summary: told(title, result),
        responsibleId: ownerId,
        confidential: ofSecretItem || isConfidential(originVisitId),
      }
    }
    case 'commitments': {
      const { isPublic } = read(store, 'commitments', id)
      return { ...link, summary: toldOfCommitment(store, id, { language, today }), confidential: !isPublic }
    }
    case 'projects': {
      const { leadId } = read(store, 'projects', id)
      const summary = toldOfProject(store, id, { language, today })
      return { ...link, type: 'decision', summary, responsibleId: leadId }
    }
  }
}

function told(text: string, result: string | null): string {
  return result === null ? text : `${text}\n\n${result}`
}

/**
 * The item that was made of a record and stands on an agenda or in a queue; undefined where none does. A commitment or project comes
 * up again and again over the years, so of these only an item counts that still waits to be treated.
 */
export function escalatedItem(store: Store, { entity, id }: Source): ReturnType<typeof itemFrom> {
  return itemFrom(store, origins[entity], id, { waiting: entity === 'commitments' || entity === 'projects' })
}

/** The items that were made of a visit, of what came of it, or of a commitment, and are open to everybody. */
const openItemsOf = {
  visits: `SELECT id FROM agenda_items i WHERE i.confidential = 0 AND i.deleted_at IS NULL AND (i.origin_visit_id = @id
    OR i.origin_follow_up_id IN (SELECT id FROM follow_ups WHERE visit_id = @id)
    OR i.origin_action_id IN (SELECT id FROM actions WHERE origin_visit_id = @id))`,
  commitments:
    'SELECT id FROM agenda_items WHERE confidential = 0 AND deleted_at IS NULL AND origin_commitment_id = @id',
} as const

/**
 * Makes the items that came of a record confidential when the record becomes so: they hold what it said while it was open. Minutes
 * in review or final stay as they are.
 */
export function closeItemsOf(write: Writer, entity: keyof typeof openItemsOf, id: Id): void {
  for (const itemId of sql(write, openItemsOf[entity]).pluck().all({ id }) as Id[]) {
    if (!isWithinSealed(write, 'agendaItems', read(write, 'agendaItems', itemId))) {
      write.revise('agendaItems', itemId, { confidential: true })
    }
  }
}

/** Makes a new item the one where its project is next decided upon, unless another is already to come. */
export function decideNextIn(write: Writer, projectId: Id, itemId: Id): void {
  const { nextDecisionId } = read(write, 'projects', projectId)
  if (nextDecisionId !== null && isToCome(write, nextDecisionId)) return
  write.revise('projects', projectId, { nextDecisionId: itemId })
}

function isToCome(store: Store, itemId: Id): boolean {
  const item = find(store, 'agendaItems', itemId)
  if (!item || item.deletedAt !== null || item.status !== 'pending') return false
  const meeting = item.meetingId === null ? undefined : find(store, 'meetings', item.meetingId)
  return meeting === undefined || isAgendaOpen(meeting)
}

/** Refuses to escalate the same twice, and tells where the first is. @throws ProblemError `refused`. */
export function refuseEscalated(store: Store, from: Source, language: Language): void {
  const first = escalatedItem(store, from)
  if (!first) return
  const { title, bodyName, meetingOn } = first
  if (meetingOn === null) throw problem('refused', 'problems.escalatedToQueue', { title, body: bodyName })
  throw problem('refused', 'problems.escalatedToMeeting', {
    title,
    body: bodyName,
    day: formatDay(meetingOn, language),
  })
}
