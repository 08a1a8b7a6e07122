import type { OutputOf } from '#shared/contract/dispatcher.ts'
import type { Area } from './navigation.ts'

type Entity = OutputOf<'history.of'>['rows'][number]['fields'][number]['entity']

/** Where a record of a kind opens by its id; kinds that are missing have no page of their own. */
export const areaOfEntity: Partial<Record<Entity, Area>> = {
  companies: 'companies',
  visits: 'visits',
  followUps: 'followUps',
  partners: 'partners',
  commitments: 'commitments',
  bodies: 'bodies',
  meetings: 'meetings',
  decisions: 'decisions',
  actions: 'actions',
  packages: 'packages',
  projects: 'projects',
  milestones: 'milestones',
  plans: 'strategy',
  goals: 'goals',
  activities: 'activities',
  indicators: 'indicators',
  attachments: 'documents',
}
