import type { OutputOf } from '#shared/contract/dispatcher.ts'
import { aDesk, anId } from '../a-host.ts'

const marks = { createdStamp: 's', changedStamp: 's', deletedAt: null }
export type Visit = OutputOf<'visits.open'>['visit']
export type FollowUp = OutputOf<'followUps.add'>
type Company = OutputOf<'companies.open'>['company']

export const kari: OutputOf<'persons.list'>[number] = {
  ...marks,
  id: anId(10),
  familyName: 'Nordmann',
  givenName: 'Kari',
  organisationId: null,
  roleTitle: 'Næringssjef',
  email: null,
  phone: null,
  language: null,
  lawfulBasis: 'publicTask',
  collectedOn: '2026-01-01',
  reviewBy: '2029-01-01',
  basisNote: null,
  collectedFrom: null,
  status: 'active',
}

export function aCompany(changes: Partial<Company> = {}): Company {
  return {
    ...marks,
    id: anId(20),
    name: 'Nordic Mekaniske AS',
    orgNo: null,
    country: 'NO',
    legalForm: null,
    soleTrader: false,
    municipalityCode: null,
    municipalityValidFrom: null,
    address: null,
    postalCode: null,
    place: 'Sarpsborg',
    industryCode: null,
    industryVersion: null,
    sectorId: null,
    employees: null,
    employeesBand: null,
    employeesDate: null,
    turnover: null,
    turnoverYear: null,
    founded: null,
    website: null,
    localUnitOfId: null,
    status: 'active',
    registryCheckedOn: null,
    consentCase: false,
    note: null,
    ...changes,
  }
}

export function aVisit(changes: Partial<Visit> = {}): Visit {
  return {
    ...marks,
    id: anId(30),
    companyId: anId(20),
    visitedOn: '2026-05-04',
    startsAt: null,
    endsAt: null,
    type: 'companyVisit',
    place: null,
    coordinates: null,
    ourParticipantIds: [kari.id],
    theirParticipantIds: [],
    purpose: null,
    notes: null,
    wentWell: null,
    difficulties: null,
    needs: null,
    growthPlans: null,
    skillsNeeds: null,
    premisesPlans: null,
    investmentPlans: null,
    export: null,
    innovation: null,
    procurementView: null,
    notAnswered: [],
    flags: [],
    themes: [],
    confidentiality: 'internal',
    confidentialText: null,
    publishableSummary: null,
    nextVisitBy: null,
    draft: false,
    device: null,
    ...changes,
  }
}

export function aFollowUp(changes: Partial<FollowUp> = {}): FollowUp {
  return {
    ...marks,
    id: anId(40),
    visitId: anId(30),
    description: 'Send oversikt over ledige tomter',
    theme: 'premisesAndPlots',
    ownerId: kari.id,
    forwardedToId: null,
    dueOn: '2026-05-18',
    answeredCompanyOn: null,
    status: 'open',
    result: null,
    ...changes,
  }
}

/** A desk with Kari at it, one company to find, and nothing logged yet. */
export function aVisitDesk(me: typeof kari | null = kari) {
  const desk = aDesk()
  const workspace = desk['workspace.current']
  const company = aCompany()
  return {
    ...desk,
    ...(workspace && typeof workspace === 'object' ? { 'workspace.current': { ...workspace, me } } : {}),
    'persons.list': [kari],
    'sectors.list': [],
    'visits.list': { rows: [], next: null },
    'visits.count': 0,
    'companies.suggest': ({ text }: { text: string }) =>
      company.name.toLowerCase().startsWith(text.toLowerCase())
        ? [{ id: company.id, name: company.name, place: company.place, orgNo: null, lastVisitedOn: null }]
        : [],
    'companies.duplicates': [],
    'companies.open': {
      company,
      headCompanyName: null,
      branchUnits: [],
      contacts: [],
      visits: [],
      visitCount: 0,
      openFollowUps: 0,
    },
  } satisfies Parameters<typeof import('../a-host.ts').aHost>[0]
}

export function anOpenVisit(
  visit: Partial<Visit> = {},
  rest: Partial<OutputOf<'visits.open'>> = {},
): OutputOf<'visits.open'> {
  return {
    visit: aVisit(visit),
    companyName: aCompany().name,
    followUps: [],
    attachments: [],
    attachedBytes: 0,
    earlierId: null,
    laterId: null,
    ...rest,
  }
}
