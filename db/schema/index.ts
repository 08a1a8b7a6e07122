export { attachments } from './attachments.ts'
export { affiliations, commitments, deliveries } from './commitments.ts'
export { companies, contacts } from './companies.ts'
export { blobs, changeSets, changes, drafts, fileFacts, searchRows } from './log.ts'
export {
  actions,
  adjustments,
  agendaItems,
  agendaTemplates,
  attendances,
  decisions,
  disqualifications,
  meetings,
  minutes,
  papers,
  phrases,
  proposals,
  statements,
  votes,
} from './meetings.ts'
export { packages } from './packages.ts'
export { bodies, bodyMembers, partners, partnership, persons, sectors } from './partnership.ts'
export { followUps, visitPlans, visits } from './visits.ts'
