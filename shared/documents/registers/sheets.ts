import { documentsSheet } from './documents.ts'
import { actionsSheet, decisionsSheet, meetingsSheet } from './meetings.ts'
import { commitmentsSheet, partnersSheet } from './partners.ts'
import { milestonesSheet, projectsSheet } from './projects.ts'
import type { RegisterSheets } from './register.ts'
import { activitiesSheet, goalsSheet, indicatorsSheet } from './strategy.ts'
import { companiesSheet, followUpsSheet, visitsSheet } from './visiting.ts'

/** Every register as a sheet. */
export const registerSheets: RegisterSheets = {
  companies: companiesSheet,
  visits: visitsSheet,
  followUps: followUpsSheet,
  meetings: meetingsSheet,
  decisions: decisionsSheet,
  actions: actionsSheet,
  partners: partnersSheet,
  commitments: commitmentsSheet,
  projects: projectsSheet,
  milestones: milestonesSheet,
  documents: documentsSheet,
  goals: goalsSheet,
  activities: activitiesSheet,
  indicators: indicatorsSheet,
}
