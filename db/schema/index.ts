export { actions, agendaItems, decisions, disqualifications, proposals, statements, votes } from './agenda-items.ts'
export { attachments } from './attachments.ts'
export { affiliations, commitments, deliveries } from './commitments.ts'
export { companies, contacts } from './companies.ts'
export { activities, goalLinks, goals, strategies, wordings } from './goals.ts'
export { indicators, measurements } from './indicators.ts'
export { blobs, changeSets, changes, drafts, fileFacts, searchRows } from './log.ts'
export { adjustments, attendances, meetings, minutes } from './meetings.ts'
export { packageFiles, packages, packageTemplates } from './packages.ts'
export { papers } from './papers.ts'
export { bodies, bodyMembers, partners, partnership, persons, sectors } from './partnership.ts'
export { focusAreas, planSections, plans } from './plans.ts'
export {
  baselines,
  financings,
  milestones,
  projectPartners,
  projectReports,
  projects,
} from './projects.ts'
export { savedViews } from './saved-views.ts'
export { agendaTemplates, phrases } from './templates.ts'
export { followUps, visitPlans, visits } from './visits.ts'
