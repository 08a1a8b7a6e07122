import type { Database } from 'better-sqlite3'
import { itemTexts } from '#shared/domain/records/agenda-item.ts'
import { interviewQuestions } from '#shared/domain/records/visit.ts'
import { plainText, type RichText } from '#shared/domain/rich-text.ts'
import { sortKey } from '#shared/domain/search-text.ts'
import { type Definition, type EntityName, join, plain } from './entity-parts.ts'
import * as schema from './schema/index.ts'
import { strategyDefinitions } from './strategy-definitions.ts'

const visitTexts = ['purpose', 'notes', 'place', 'publishableSummary', ...interviewQuestions] as const

/** What Fyr knows of each kind of record beside its table: whom it points to, what it derives, what is searched. */
export const definitions: Readonly<Record<EntityName, Definition>> = {
  partnership: { ...plain, table: schema.partnership },
  partners: {
    ...plain,
    table: schema.partners,
    searchText: (r) => ({ title: join(r, ['name', 'shortName']), body: join(r, ['orgNo', 'note']) }),
    searchFields: ['name', 'shortName', 'orgNo', 'note'],
  },
  persons: {
    ...plain,
    table: schema.persons,
    references: [{ field: 'organisationId', to: 'partners' }],
    searchText: (r) => ({ title: join(r, ['givenName', 'familyName']), body: join(r, ['roleTitle', 'email']) }),
    searchFields: ['givenName', 'familyName', 'roleTitle', 'email'],
  },
  bodies: {
    ...plain,
    table: schema.bodies,
    references: [{ field: 'secretaryId', to: 'persons' }],
    searchText: (r) => ({ title: join(r, ['name']), body: '' }),
    searchFields: ['name'],
  },
  sectors: { ...plain, table: schema.sectors },
  companies: {
    table: schema.companies,
    references: [
      { field: 'sectorId', to: 'sectors' },
      { field: 'localUnitOfId', to: 'companies' },
    ],
    derive: { sortName: (r, country) => sortKey(String(r.name), country) },
    searchText: (r) => ({
      title: join(r, ['name', 'orgNo']),
      body: join(r, ['place', 'address', 'industryCode', 'website', 'note']),
    }),
    searchFields: ['name', 'orgNo', 'place', 'address', 'industryCode', 'website', 'note'],
  },
  contacts: {
    ...plain,
    table: schema.contacts,
    references: [
      { field: 'companyId', to: 'companies' },
      { field: 'collectedInId', to: 'visits', origin: true },
    ],
    searchText: (r) => ({
      title: join(r, ['givenName', 'familyName']),
      body: join(r, ['roleTitle', 'email', 'phone']),
    }),
    searchFields: ['givenName', 'familyName', 'roleTitle', 'email', 'phone'],
  },
  visits: {
    ...plain,
    table: schema.visits,
    references: [
      { field: 'companyId', to: 'companies' },
      { field: 'ourParticipantIds', to: 'persons', many: true },
      { field: 'theirParticipantIds', to: 'contacts', many: true },
    ],
    // The company's name is searched too, so that "Borregaard strøm" finds the visit; the confidential text never is.
    searchText: (r, db) => ({
      title: '',
      body: `${nameOfCompany(db, r.companyId)}\n${join(r, visitTexts)}`,
    }),
    searchFields: ['companyId', ...visitTexts],
  },
  followUps: {
    ...plain,
    table: schema.followUps,
    references: [
      { field: 'visitId', to: 'visits' },
      { field: 'ownerId', to: 'persons' },
      { field: 'forwardedToId', to: 'partners' },
    ],
    searchText: (r) => ({ title: '', body: join(r, ['description', 'result']) }),
    searchFields: ['description', 'result'],
  },
  attachments: {
    ...plain,
    table: schema.attachments,
    references: [
      { field: 'visitId', to: 'visits' },
      { field: 'itemId', to: 'agendaItems' },
      { field: 'meetingId', to: 'meetings' },
      { field: 'partnerId', to: 'partners' },
      { field: 'commitmentId', to: 'commitments' },
      { field: 'deliveryId', to: 'deliveries' },
      { field: 'projectId', to: 'projects' },
      { field: 'milestoneId', to: 'milestones' },
      { field: 'planId', to: 'plans' },
      { field: 'supersedesId', to: 'attachments' },
    ],
  },
  visitPlans: { ...plain, table: schema.visitPlans },
  packages: {
    ...plain,
    table: schema.packages,
    references: [
      { field: 'bodyId', to: 'bodies' },
      { field: 'meetingId', to: 'meetings' },
      { field: 'previousId', to: 'packages' },
      { field: 'templateId', to: 'packageTemplates', origin: true },
    ],
    searchText: (r) => ({ title: join(r, ['title']), body: '' }),
    searchFields: ['title'],
  },
  packageTemplates: {
    ...plain,
    table: schema.packageTemplates,
    references: [{ field: 'bodyId', to: 'bodies' }],
  },
  packageFiles: {
    ...plain,
    table: schema.packageFiles,
    references: [{ field: 'packageId', to: 'packages' }],
  },
  bodyMembers: {
    ...plain,
    table: schema.bodyMembers,
    references: [
      { field: 'bodyId', to: 'bodies' },
      { field: 'personId', to: 'persons' },
      { field: 'representingId', to: 'partners' },
      { field: 'deputyForId', to: 'persons' },
    ],
  },
  meetings: {
    ...plain,
    table: schema.meetings,
    references: [
      { field: 'bodyId', to: 'bodies' },
      { field: 'chairId', to: 'persons' },
      { field: 'secretaryId', to: 'persons' },
      { field: 'approvedInId', to: 'meetings' },
    ],
    searchText: (r, db) => ({
      title: join({ ...r, body: nameOfBody(db, r.bodyId) }, ['body', 'title']),
      body: join(r, ['place', 'startsOn']),
    }),
    searchFields: ['bodyId', 'title', 'place', 'startsOn'],
  },
  attendances: {
    ...plain,
    table: schema.attendances,
    references: [
      { field: 'meetingId', to: 'meetings' },
      { field: 'personId', to: 'persons' },
      { field: 'representingId', to: 'partners' },
      { field: 'replacesId', to: 'persons' },
    ],
  },
  agendaItems: {
    ...plain,
    table: schema.agendaItems,
    references: [
      { field: 'bodyId', to: 'bodies' },
      { field: 'meetingId', to: 'meetings' },
      { field: 'responsibleId', to: 'persons' },
      { field: 'presenterId', to: 'persons' },
      { field: 'carriedFromId', to: 'agendaItems', origin: true },
      { field: 'aboutMeetingId', to: 'meetings' },
      { field: 'originVisitId', to: 'visits', origin: true },
      { field: 'originFollowUpId', to: 'followUps', origin: true },
      { field: 'originActionId', to: 'actions', origin: true },
      { field: 'originCommitmentId', to: 'commitments', origin: true },
      { field: 'originProjectId', to: 'projects', origin: true },
    ],
    // A confidential item is found by its title only; its texts stay out of the index, as a visit's confidential text does.
    searchText: (r) => ({
      title: join(r, ['title', 'numberText', 'caseNo']),
      body: r.confidential
        ? ''
        : [r.summary, ...itemTexts.map((field) => plainText((r[field] ?? null) as RichText | null))]
            .filter((text) => typeof text === 'string' && text !== '')
            .join('\n'),
    }),
    searchFields: ['title', 'numberText', 'caseNo', 'confidential', 'summary', ...itemTexts],
  },
  disqualifications: {
    ...plain,
    table: schema.disqualifications,
    references: [
      { field: 'itemId', to: 'agendaItems' },
      { field: 'personId', to: 'persons' },
      { field: 'replacedById', to: 'persons' },
    ],
  },
  proposals: {
    ...plain,
    table: schema.proposals,
    references: [
      { field: 'itemId', to: 'agendaItems' },
      { field: 'proposerId', to: 'persons' },
    ],
  },
  votes: {
    ...plain,
    table: schema.votes,
    references: [
      { field: 'itemId', to: 'agendaItems' },
      { field: 'forId', to: 'proposals' },
      { field: 'againstId', to: 'proposals' },
    ],
  },
  decisions: {
    ...plain,
    table: schema.decisions,
    references: [
      { field: 'itemId', to: 'agendaItems' },
      { field: 'voteId', to: 'votes' },
      { field: 'proposalId', to: 'proposals' },
      { field: 'responsibleId', to: 'persons' },
      { field: 'reportedInId', to: 'meetings' },
      { field: 'correctsId', to: 'decisions' },
    ],
    searchText: (r, db) => ({
      title: join(r, ['externalBody']),
      body: isConfidential(db, r.itemId) ? '' : join(r, ['text', 'result']),
    }),
    searchFields: ['externalBody', 'text', 'result'],
  },
  statements: {
    ...plain,
    table: schema.statements,
    references: [
      { field: 'itemId', to: 'agendaItems' },
      { field: 'personId', to: 'persons' },
    ],
  },
  actions: {
    ...plain,
    table: schema.actions,
    references: [
      { field: 'originItemId', to: 'agendaItems' },
      { field: 'originDecisionId', to: 'decisions' },
      { field: 'originVisitId', to: 'visits', origin: true },
      { field: 'ownerId', to: 'persons' },
      { field: 'organisationId', to: 'partners' },
      { field: 'reportedInId', to: 'meetings' },
    ],
    // As a confidential item is, an action of one is found by its title only.
    searchText: (r, db) => ({ title: '', body: join(r, isOfConfidential(db, r) ? ['title'] : ['title', 'result']) }),
    searchFields: ['title', 'result', 'originItemId', 'originDecisionId'],
  },
  adjustments: {
    ...plain,
    table: schema.adjustments,
    references: [
      { field: 'meetingId', to: 'meetings' },
      { field: 'minutesId', to: 'minutes' },
      { field: 'personId', to: 'persons' },
    ],
  },
  minutes: { ...plain, table: schema.minutes, references: [{ field: 'meetingId', to: 'meetings' }] },
  papers: {
    ...plain,
    table: schema.papers,
    references: [
      { field: 'meetingId', to: 'meetings', origin: true },
      { field: 'bodyId', to: 'bodies' },
      { field: 'decisionId', to: 'decisions', origin: true },
    ],
  },
  agendaTemplates: { ...plain, table: schema.agendaTemplates, references: [{ field: 'bodyId', to: 'bodies' }] },
  phrases: { ...plain, table: schema.phrases, references: [{ field: 'bodyId', to: 'bodies' }] },
  affiliations: {
    ...plain,
    table: schema.affiliations,
    references: [
      { field: 'personId', to: 'persons' },
      { field: 'partnerId', to: 'partners' },
    ],
  },
  commitments: {
    ...plain,
    table: schema.commitments,
    derive: { sortTitle: (r, country) => sortKey(String(r.title), country) },
    references: [
      { field: 'partnerId', to: 'partners' },
      { field: 'sourceDecisionId', to: 'decisions' },
      { field: 'projectId', to: 'projects' },
    ],
    searchText: (r) => ({ title: join(r, ['title']), body: join(r, ['note']) }),
    searchFields: ['title', 'note'],
  },
  deliveries: { ...plain, table: schema.deliveries, references: [{ field: 'commitmentId', to: 'commitments' }] },
  ...strategyDefinitions,
  projects: {
    ...plain,
    table: schema.projects,
    derive: { sortTitle: (r, country) => sortKey(String(r.title), country) },
    references: [
      { field: 'planId', to: 'plans' },
      { field: 'focusAreaIds', to: 'focusAreas', many: true },
      { field: 'leadId', to: 'persons' },
      // An item may be withdrawn and removed; the project stays.
      { field: 'nextDecisionId', to: 'agendaItems', origin: true },
      { field: 'continuesAsId', to: 'projects' },
    ],
    searchText: (r) => ({ title: join(r, ['title', 'number']), body: join(r, ['description', 'effect']) }),
    searchFields: ['title', 'number', 'description', 'effect'],
  },
  projectPartners: {
    ...plain,
    table: schema.projectPartners,
    references: [
      { field: 'projectId', to: 'projects' },
      { field: 'partnerId', to: 'partners' },
    ],
  },
  financings: {
    ...plain,
    table: schema.financings,
    references: [
      { field: 'projectId', to: 'projects' },
      { field: 'partnerId', to: 'partners' },
    ],
  },
  projectReports: { ...plain, table: schema.projectReports, references: [{ field: 'projectId', to: 'projects' }] },
  milestones: {
    ...plain,
    table: schema.milestones,
    derive: {
      standsOn: (r) => r.actualOn ?? r.forecastOn ?? r.baselineOn,
      sortTitle: (r, country) => sortKey(String(r.title), country),
    },
    references: [
      { field: 'projectId', to: 'projects' },
      { field: 'ownerId', to: 'persons' },
      { field: 'baselineDecisionId', to: 'decisions' },
    ],
    searchText: (r) => ({ title: join(r, ['title']), body: join(r, ['deviationReason', 'note']) }),
    searchFields: ['title', 'deviationReason', 'note'],
  },
  baselines: {
    ...plain,
    table: schema.baselines,
    references: [
      { field: 'milestoneId', to: 'milestones' },
      { field: 'decisionId', to: 'decisions' },
    ],
  },
  savedViews: { ...plain, table: schema.savedViews },
}

const nameOfCompany = (db: Database, id: unknown) => String(companyName(db, id) ?? '')

/** A statement that gives one value of a record, prepared once per database. */
function lookup(text: string): (db: Database, id: unknown) => unknown {
  const prepared = new WeakMap<Database, { get(id: unknown): unknown }>()
  return (db, id) => {
    let statement = prepared.get(db)
    if (!statement) {
      statement = db.prepare(text).pluck()
      prepared.set(db, statement)
    }
    return statement.get(id)
  }
}
const companyName = lookup('SELECT name FROM companies WHERE id = ?')
const bodyName = lookup('SELECT name FROM bodies WHERE id = ?')
const nameOfBody = (db: Database, id: unknown) => String(bodyName(db, id) ?? '')
const itemConfidential = lookup('SELECT confidential FROM agenda_items WHERE id = ?')
const isConfidential = (db: Database, id: unknown) => id != null && itemConfidential(db, id) === 1
const itemOfDecision = lookup('SELECT item_id FROM decisions WHERE id = ?')
const isOfConfidential = (db: Database, { originItemId, originDecisionId }: Record<string, unknown>) =>
  isConfidential(db, originItemId) || isConfidential(db, itemOfDecision(db, originDecisionId ?? null))
