import type { ParsedInputOf } from '#shared/contract/dispatcher.ts'
import { invalid, problem } from '#shared/contract/problem.ts'
import { bandOf, checkCompany, normalisePostalCode, normaliseWebsite } from '#shared/domain/company-rules.ts'
import { normaliseOrgNo } from '#shared/domain/org-number.ts'
import type { Company } from '#shared/domain/records/company.ts'
import type { Writer } from '../changes.ts'
import { type AreaHandlers, type Context, change, today } from '../context.ts'
import {
  branchUnits,
  companyWithOrgNo,
  countCompanies,
  countsOfCompany,
  duplicatesOf,
  listCompanies,
  suggestCompanies,
  visitsOfCompany,
} from '../repositories/companies.ts'
import { contactsOfCompany } from '../repositories/contacts.ts'
import { find, read } from '../store.ts'
import { filled, languageOf, partnershipOf, refuseIfWrong, revised } from './checking.ts'
import { contactHandlers } from './contacts.ts'
import { reviseAll } from './many.ts'

type Changes = ParsedInputOf<'companies.revise'>['changes']
type NewCompany = Omit<Company, 'id' | 'createdStamp' | 'changedStamp' | 'deletedAt'>

/** A company of which only the name is known. */
export function companyDefaults(name: string, country: Company['country']): NewCompany {
  return {
    name,
    orgNo: null,
    country,
    legalForm: null,
    soleTrader: false,
    municipalityCode: null,
    municipalityValidFrom: null,
    address: null,
    postalCode: null,
    place: null,
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
  }
}

/** Checks every rule and gives the company as it is stored: numbers as digits, the web address with its scheme. @throws ProblemError `invalid`. */
function settled<T extends NewCompany & { readonly id?: string }>(context: Context, company: T, prefix = ''): T {
  refuseIfWrong(checkCompany(company, { today: today(context), language: languageOf(context) }), prefix)
  const orgNo = company.orgNo === null ? null : normaliseOrgNo(company.orgNo) || null
  const other = orgNo === null ? undefined : companyWithOrgNo(context.store, company.country, orgNo, company.id ?? null)
  if (other) {
    throw invalid({ [`${prefix}orgNo`]: { key: 'problems.field.orgNoTaken', params: { name: other.name } } })
  }
  const postal = company.postalCode === null ? null : normalisePostalCode(company.postalCode, company.country)
  const website = company.website === null ? null : normaliseWebsite(company.website)
  return {
    ...company,
    orgNo,
    postalCode: postal?.ok ? postal.value : null,
    website: website?.ok ? website.value : null,
  }
}

function revise(context: Context, write: Writer, before: Company, changes: Changes): Company {
  const {
    createdStamp: _,
    changedStamp: __,
    deletedAt: ___,
    ...company
  } = revised(before, {
    ...changes,
    // A new number of employees moves the band along, unless the band is given too.
    ...(changes.employees != null && changes.employeesBand === undefined
      ? { employeesBand: bandOf(changes.employees) }
      : {}),
  })
  return write.revise('companies', before.id, settled(context, company, 'changes.'))
}

export const companyHandlers: AreaHandlers<'companies' | 'contacts'> = {
  'companies.list': (input, { store }) => listCompanies(store, input),
  'companies.count': ({ filter }, { store }) => countCompanies(store, filter),
  'companies.open': ({ id }, { store }) => {
    const company = read(store, 'companies', id)
    const head = company.localUnitOfId === null ? undefined : find(store, 'companies', company.localUnitOfId)
    return {
      company,
      headCompanyName: head?.name ?? null,
      branchUnits: branchUnits(store, id),
      contacts: contactsOfCompany(store, id),
      visits: visitsOfCompany(store, id, 50),
      ...countsOfCompany(store, id),
    }
  },
  'companies.suggest': ({ text }, { store }) => suggestCompanies(store, text, 8),
  'companies.duplicates': (input, { store }) => duplicatesOf(store, input),
  'companies.register': (input, context) => {
    const company = filled(companyDefaults(input.name, partnershipOf(context.store).country), {
      ...input,
      ...(input.employees != null && input.employeesBand === undefined
        ? { employeesBand: bandOf(input.employees) }
        : {}),
    })
    const made = settled(context, company)
    return change(context, (write) => write.insert('companies', { id: context.newId(), ...made }))
  },
  'companies.revise': ({ id, changes }, context) =>
    change(context, (write) => revise(context, write, read(write, 'companies', id), changes)),
  'companies.reviseMany': ({ ids, changes }, context) =>
    reviseAll(context, 'companies', ids, (write, company) => revise(context, write, company, changes)),
  'companies.remove': ({ id }, context) => {
    read(context.store, 'companies', id)
    const { visitCount } = countsOfCompany(context.store, id)
    if (visitCount > 0) throw problem('refused', 'problems.companyHasVisits', { count: visitCount })
    change(context, (write) => {
      for (const contact of contactsOfCompany(write, id)) write.remove('contacts', contact.id)
      write.remove('companies', id)
    })
    return {}
  },
  ...contactHandlers,
}
