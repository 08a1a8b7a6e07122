import type { InputOf } from '#shared/contract/dispatcher.ts'
import { problem } from '#shared/contract/problem.ts'
import { formatDay } from '#shared/domain/days.ts'
import type { Language } from '#shared/domain/values.ts'
import type { NewItem } from './carry-over.ts'
import { itemFrom } from './repositories/agenda-items.ts'
import { find, read, type Store } from './store.ts'

type Source = InputOf<'agendaItems.escalate'>['from']
const origins = { visits: 'originVisitId', followUps: 'originFollowUpId', actions: 'originActionId' } as const

/**
 * What an item made of a visit, follow-up or action says of it. Of a visit only what may be published: never its notes, never its
 * confidential text (practice.md 6.3). What comes from a confidential visit is confidential.
 *
 * @throws ProblemError `notFound` where it is gone.
 */
export function escalated(store: Store, { entity, id }: Source): Partial<NewItem> {
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
  }
}

function told(text: string, result: string | null): string {
  return result === null ? text : `${text}\n\n${result}`
}

/** The item that was made of a visit, follow-up or action and stands on an agenda or in a queue; undefined where none does. */
export function escalatedItem(store: Store, { entity, id }: Source): ReturnType<typeof itemFrom> {
  return itemFrom(store, origins[entity], id)
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
