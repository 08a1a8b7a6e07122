/** Which records are parts of another: its history tells of them too, above all once they are removed and stand on no screen. */
import { type EntityName, entities } from './entities.ts'
import { type Store, sql } from './store.ts'

interface Part {
  readonly entity: EntityName
  /** The part's field that names the whole. */
  readonly field: string
}

const lines = (field: string, ...names: readonly EntityName[]): Part[] => names.map((entity) => ({ entity, field }))

/** The parts of each kind of record, one step down: an item's votes are told by the item, not by its meeting. */
export const recordParts: Readonly<Partial<Record<EntityName, readonly Part[]>>> = {
  persons: lines('personId', 'affiliations', 'bodyMembers'),
  partners: lines('partnerId', 'affiliations', 'attachments', 'projectPartners'),
  bodies: lines('bodyId', 'bodyMembers', 'packageTemplates', 'agendaTemplates', 'phrases'),
  companies: lines('companyId', 'contacts'),
  visits: lines('visitId', 'followUps', 'attachments', 'goalLinks'),
  followUps: lines('followUpId', 'goalLinks'),
  packages: lines('packageId', 'packageFiles'),
  meetings: lines('meetingId', 'agendaItems', 'attendances', 'adjustments', 'minutes', 'papers', 'attachments'),
  agendaItems: lines('itemId', 'disqualifications', 'proposals', 'votes', 'decisions', 'statements', 'attachments'),
  decisions: lines('decisionId', 'goalLinks'),
  commitments: lines('commitmentId', 'deliveries', 'attachments', 'goalLinks'),
  deliveries: lines('deliveryId', 'attachments'),
  projects: lines(
    'projectId',
    'projectPartners',
    'financings',
    'projectReports',
    'milestones',
    'attachments',
    'goalLinks',
  ),
  milestones: lines('milestoneId', 'baselines', 'attachments', 'goalLinks'),
  plans: lines('planId', 'planSections', 'focusAreas', 'goals'),
  goals: lines('goalId', 'wordings', 'strategies', 'goalLinks'),
  strategies: lines('strategyId', 'activities'),
  indicators: lines('indicatorId', 'measurements', 'goalLinks'),
}

/** Ids of a record's parts, removed ones too; in no order. */
export function partIds(store: Store, name: EntityName, id: string): string[] {
  return (recordParts[name] ?? []).flatMap(({ entity, field }) => {
    const { table, logged } = entities[entity]
    return sql(store, `SELECT id FROM ${table} WHERE ${logged.get(field)?.column ?? field} = ?`)
      .pluck()
      .all(id) as string[]
  })
}
