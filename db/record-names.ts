import { fullName } from '#shared/domain/person-rules.ts'
import type { Day } from '#shared/domain/values.ts'
import { type EntityName, entities } from './entities.ts'
import { find, type Store } from './store.ts'

/** What people call a record. A visit is called by its company and its day, which the screen writes in its own language. */
export interface RecordName {
  readonly name: string
  readonly day: Day | null
}
interface Field {
  readonly entity: EntityName
  readonly recordId: string
  readonly field: string
  readonly value?: unknown
  readonly before?: unknown
}

/**
 * The names of the records that some fields of the log belong to or point to, by id, as they are called now: a person
 * who was anonymised since has no other name here. Records that are gone for good are left out.
 */
export function namesIn(store: Store, fields: readonly Field[]): Record<string, RecordName> {
  const names: Record<string, RecordName> = {}
  const add = (entity: EntityName, id: unknown) => {
    if (typeof id !== 'string' || Object.hasOwn(names, id)) return
    const name = nameOf(store, entity, id)
    if (name) names[id] = name
  }
  for (const { entity, recordId, field, value, before } of fields) {
    add(entity, recordId)
    const reference = entities[entity].references.find((one) => one.field === field)
    if (!reference) continue
    for (const id of [value, before].flat()) add(reference.to, id)
  }
  return names
}

/** What people call one record; null where there is none. */
export function nameOf(store: Pick<Store, 'db' | 'country'>, entity: EntityName, id: string): RecordName | null {
  const plain = (name: string | undefined): RecordName | null => (name === undefined ? null : { name, day: null })
  switch (entity) {
    case 'persons':
    case 'contacts': {
      const person = find(store, entity, id)
      return person ? plain(fullName(person)) : null
    }
    case 'visits': {
      const visit = find(store, 'visits', id)
      return visit ? { name: find(store, 'companies', visit.companyId)?.name ?? '', day: visit.visitedOn } : null
    }
    case 'followUps':
      return plain(shortened(find(store, 'followUps', id)?.description))
    case 'sectors':
      return plain(find(store, 'sectors', id)?.[store.country === 'SE' ? 'nameSv' : 'nameNb'])
    case 'attachments': {
      const attachment = find(store, 'attachments', id)
      return plain(attachment?.title ?? attachment?.fileName)
    }
    case 'visitPlans':
      return plain(find(store, 'visitPlans', id)?.year.toString())
    case 'packages':
      return plain(find(store, 'packages', id)?.title)
    case 'bodyMembers':
    case 'attendances':
    case 'adjustments':
    case 'disqualifications':
    case 'affiliations': {
      const record = find(store, entity, id)
      return record ? nameOf(store, 'persons', record.personId) : null
    }
    case 'meetings': {
      const meeting = find(store, 'meetings', id)
      return meeting
        ? { name: meeting.title ?? find(store, 'bodies', meeting.bodyId)?.name ?? '', day: meeting.startsOn }
        : null
    }
    case 'minutes': {
      const minutes = find(store, 'minutes', id)
      return minutes ? nameOf(store, 'meetings', minutes.meetingId) : null
    }
    case 'agendaItems': {
      const item = find(store, 'agendaItems', id)
      return plain(item && [item.numberText, item.title].filter((part) => part !== null).join(' '))
    }
    case 'votes': {
      const vote = find(store, 'votes', id)
      if (!vote) return null
      return vote.subject === null && vote.itemId !== null
        ? nameOf(store, 'agendaItems', vote.itemId)
        : plain(vote.subject ?? '')
    }
    case 'proposals':
    case 'decisions':
    case 'statements':
      return plain(shortened(find(store, entity, id)?.text))
    case 'actions':
    case 'commitments':
      return plain(find(store, entity, id)?.title)
    case 'deliveries': {
      const delivery = find(store, 'deliveries', id)
      const commitment = delivery && find(store, 'commitments', delivery.commitmentId)
      return delivery ? { name: delivery.description ?? commitment?.title ?? '', day: delivery.deliveredOn } : null
    }
    case 'plans':
    case 'focusAreas':
    case 'projects':
    case 'milestones':
    case 'planSections':
      return plain(find(store, entity, id)?.title)
    case 'goals':
    case 'activities':
    case 'indicators': {
      const coded = find(store, entity, id)
      return plain(coded && [coded.code, coded.title].filter((part) => part !== null).join(' '))
    }
    case 'wordings':
    case 'strategies':
      return plain(shortened(find(store, entity, id)?.text))
    case 'goalLinks': {
      const link = find(store, 'goalLinks', id)
      return link ? nameOf(store, 'goals', link.goalId) : null
    }
    case 'measurements': {
      const figure = find(store, 'measurements', id)
      const name = figure && nameOf(store, 'indicators', figure.indicatorId)?.name
      return figure ? { name: `${name ?? ''} ${figure.regionCode} ${figure.period}`, day: null } : null
    }
    case 'projectPartners': {
      const role = find(store, 'projectPartners', id)
      return role ? nameOf(store, 'partners', role.partnerId) : null
    }
    case 'financings':
      return plain(find(store, 'financings', id)?.source)
    case 'projectReports': {
      const report = find(store, 'projectReports', id)
      return report ? { name: find(store, 'projects', report.projectId)?.title ?? '', day: report.reportedOn } : null
    }
    case 'baselines': {
      const earlier = find(store, 'baselines', id)
      return earlier ? nameOf(store, 'milestones', earlier.milestoneId) : null
    }
    case 'packageFiles':
      return plain(find(store, 'packageFiles', id)?.fileName)
    case 'papers':
      return plain(find(store, 'papers', id)?.fileName)
    default:
      return plain(find(store, entity, id)?.name)
  }
}

function shortened(text: string | undefined): string | undefined {
  return text && text.length > 80 ? `${text.slice(0, 79).trimEnd()}…` : text
}
