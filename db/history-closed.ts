/** What of the activity log may leave the file: nothing confidential, no personal data, no text of a visit (docs/decisions.md, 47). */
import { interviewQuestions } from '#shared/domain/records/visit.ts'
import type { Language } from '#shared/domain/values.ts'
import { type EntityName, entities, fieldsOf } from './entities.ts'
import { type MaskNames, maskNames } from './mask-names.ts'
import { namedContacts } from './repositories/packages.ts'
import { find, type Store } from './store.ts'

/** Through these a record belongs to a visit or an item that may be confidential. */
const carriers: ReadonlySet<EntityName> = new Set<EntityName>([
  'visits',
  'followUps',
  'agendaItems',
  'proposals',
  'votes',
  'decisions',
  'actions',
])
const visitTexts: ReadonlySet<string> = new Set([
  'place',
  'purpose',
  'notes',
  'publishableSummary',
  'confidentialText',
  'coordinates',
  'theirParticipantIds',
  ...interviewQuestions,
])
/** Of a person of the partners or the secretariat only what papers tell anyway. */
const openOfPersons: ReadonlySet<string> = new Set(['givenName', 'familyName', 'roleTitle', 'organisationId', 'status'])

export interface Closed {
  /** Whether a record is confidential, or belongs to or came of something that is. Removed ones too. */
  isClosed(entity: EntityName, id: string): boolean
  /** Why a field's value stays in the file; null where it may go. */
  stays(entity: EntityName, field: string): 'personal' | 'text' | null
  /** A text without the names of contact persons. */
  masked(text: string, entity: EntityName, id: string): string
}

/** Remembers its answers: make one for each extract. */
export function closedIn(store: Store, language: Language): Closed {
  const known = new Map<string, boolean>()
  const mask: MaskNames = maskNames(namedContacts(store), [], language)
  const isClosed = (entity: EntityName, id: string): boolean => {
    const before = known.get(id)
    if (before !== undefined) return before
    // Records may point to each other in a ring: while one is looked at, it closes nothing.
    known.set(id, false)
    const record = fieldsOf(find(store, entity, id))
    const answer =
      record !== undefined &&
      (record.confidentiality === 'confidential' ||
        record.confidential === true ||
        // A contact person is told of nowhere; that the visit was confidential says nothing of the company's people.
        (entity !== 'contacts' &&
          entities[entity].references.some(
            ({ field, to, many }) =>
              !many && carriers.has(to) && typeof record[field] === 'string' && isClosed(to, record[field]),
          )))
    known.set(id, answer)
    return answer
  }
  return {
    isClosed,
    stays(entity, field) {
      if (entity === 'contacts') return 'personal'
      if (entity === 'persons') return openOfPersons.has(field) ? null : 'personal'
      return field === 'confidentialText' || (entity === 'visits' && visitTexts.has(field)) ? 'text' : null
    },
    masked: (text, entity, id) => mask(text, companyOf(store, entity, id)).text,
  }
}

/** The company that a record is about, empty where none. */
function companyOf(store: Store, entity: EntityName, id: string): string {
  if (entity === 'companies') return id
  const record = fieldsOf(find(store, entity, id)) ?? {}
  if (typeof record.companyId === 'string') return record.companyId
  const visitId = record.visitId ?? record.originVisitId
  return typeof visitId === 'string' ? (find(store, 'visits', visitId)?.companyId ?? '') : ''
}
