import type { Register } from './records/saved-view.ts'

/** What each register can be grouped by, on screen and in its workbook: the key stands in addresses, saved views and exports. */
export const registerGroups = {
  companies: ['sector', 'municipality', 'status'],
  visits: ['year', 'type', 'sector', 'municipality', 'confidentiality'],
  followUps: ['owner', 'status', 'theme', 'partner'],
  meetings: ['body', 'year', 'status'],
  decisions: ['body', 'responsible', 'status', 'year'],
  actions: ['owner', 'status', 'body', 'priority'],
  partners: ['type', 'status'],
  commitments: ['partner', 'status', 'kind', 'year'],
  projects: ['focusArea', 'status', 'light', 'lead', 'startYear'],
  milestones: ['project', 'state', 'owner', 'year'],
  documents: ['kind', 'year', 'publicity', 'archiveStatus'],
  goals: ['plan', 'focusArea', 'status', 'kind', 'responsible'],
  activities: ['plan', 'focusArea', 'status', 'year', 'responsible'],
  indicators: ['plan', 'frequency', 'availability', 'unit', 'responsible'],
} as const satisfies Record<Register, readonly string[]>
export type GroupKey<R extends Register> = (typeof registerGroups)[R][number]
