/** Records with every field filled, of which a test names only those it is about. */
import { transact } from '#db/changes.ts'
import { readAll, type Store } from '#db/store.ts'
import type { Company } from '#shared/domain/records/company.ts'
import type { Contact } from '#shared/domain/records/contact.ts'
import type { FollowUp } from '#shared/domain/records/follow-up.ts'
import type { Visit } from '#shared/domain/records/visit.ts'

type Given<T> = Partial<Omit<T, 'id' | 'createdStamp' | 'changedStamp' | 'deletedAt'>>
const by = { actor: 'Kari Berg', command: 'test' }

/** Puts records into a store; each gives the id that it made. */
export function builders(store: Store, newId: () => string, me: string) {
  const companyFields: Given<Company> = {
    orgNo: null,
    country: 'NO',
    legalForm: null,
    soleTrader: false,
    municipalityCode: '3105',
    municipalityValidFrom: null,
    address: null,
    postalCode: null,
    place: null,
    industryCode: null,
    industryVersion: null,
    sectorId: null,
    employees: null,
    employeesBand: '5-9',
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
  }
  const questions = {
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
  }
  const visitFields: Given<Visit> = {
    startsAt: null,
    endsAt: null,
    type: 'companyVisit',
    place: null,
    coordinates: null,
    ourParticipantIds: [me],
    theirParticipantIds: [],
    purpose: null,
    notes: null,
    ...questions,
    notAnswered: [],
    flags: [],
    themes: [],
    confidentiality: 'internal',
    confidentialText: null,
    publishableSummary: null,
    nextVisitBy: null,
    draft: false,
    device: null,
  }
  const contactFields: Given<Contact> = {
    roleTitle: null,
    email: null,
    phone: null,
    language: null,
    lawfulBasis: 'publicTask',
    collectedOn: '2026-01-01',
    collectedInId: null,
    reviewBy: '2029-01-01',
    objectedOn: null,
    status: 'active',
  }
  return {
    sectors: () => readAll(store, 'sectors', 'position'),
    company(name: string, given: Given<Company> = {}): string {
      const id = newId()
      transact(store, by, (write) => {
        write.insert('companies', { ...companyFields, ...given, id, name } as Company)
      })
      return id
    },
    visit(companyId: string, visitedOn: string, given: Given<Visit> = {}): string {
      const id = newId()
      transact(store, by, (write) => {
        write.insert('visits', { ...visitFields, ...given, id, companyId, visitedOn } as Visit)
      })
      return id
    },
    contact(companyId: string, givenName: string, familyName: string): string {
      const id = newId()
      transact(store, by, (write) => {
        write.insert('contacts', { ...contactFields, id, companyId, givenName, familyName } as Contact)
      })
      return id
    },
    followUp(visitId: string, description: string, given: Given<FollowUp> = {}): string {
      const id = newId()
      transact(store, by, (write) => {
        write.insert('followUps', {
          theme: 'other',
          ownerId: me,
          forwardedToId: null,
          dueOn: '2026-09-01',
          answeredCompanyOn: null,
          status: 'open',
          result: null,
          ...given,
          id,
          visitId,
          description,
        } as FollowUp)
      })
      return id
    },
    change(work: Parameters<typeof transact<void>>[2]): void {
      transact<void>(store, by, work)
    },
  }
}
