/** What makes a company right (records.md 3.10), and the texts it is compared and linked by. */
import { type Checked, type FieldMessages, fieldMessage, good, refusal } from './checked.ts'
import { formatDay } from './days.ts'
import { isMunicipality } from './municipalities.ts'
import { checkOrgNo } from './org-number.ts'
import type { Company, employeeBands } from './records/company.ts'
import { foldQuery } from './search-text.ts'
import type { Country, Day, Language } from './values.ts'

export type EmployeeBand = (typeof employeeBands)[number]
type CompanyRules = Omit<Company, 'id' | 'createdStamp' | 'changedStamp' | 'deletedAt' | 'note'> & {
  readonly id?: string
}

const bandFloors: readonly (readonly [number, EmployeeBand])[] = [
  [250, '250+'],
  [100, '100-249'],
  [50, '50-99'],
  [20, '20-49'],
  [10, '10-19'],
  [5, '5-9'],
  [1, '1-4'],
  [0, '0'],
]

/** The band that a number of employees falls in. */
export function bandOf(employees: number): EmployeeBand {
  return bandFloors.find(([floor]) => employees >= floor)?.[1] ?? '0'
}

/** Field → what is wrong; empty = good. Dates in messages are ISO unless `language` is given. */
export function checkCompany(company: CompanyRules, context: { today: Day; language?: Language }): FieldMessages {
  const wrong: FieldMessages = {}
  const { country } = company
  if (company.orgNo !== null) {
    const number = checkOrgNo(company.orgNo, country, { soleTrader: company.soleTrader })
    if (!number.ok) wrong.orgNo = number.message
  }
  if (company.industryCode !== null && company.industryVersion === null) {
    wrong.industryVersion = fieldMessage('industryVersionMissing')
  }
  if (company.industryVersion !== null && company.industryVersion.startsWith('SNI') !== (country === 'SE')) {
    wrong.industryVersion = fieldMessage(country === 'SE' ? 'industryVersionNotSE' : 'industryVersionNotNO')
  }
  if (company.municipalityCode !== null && !isMunicipality(company.municipalityCode, country)) {
    wrong.municipalityCode = fieldMessage('noSuchMunicipality', { code: company.municipalityCode })
  }
  if (company.postalCode !== null) {
    const postal = normalisePostalCode(company.postalCode, country)
    if (!postal.ok) wrong.postalCode = postal.message
  }
  if (company.website !== null) {
    const website = normaliseWebsite(company.website)
    if (!website.ok) wrong.website = website.message
  }
  if (company.employees !== null && company.employeesBand !== null) {
    const band = bandOf(company.employees)
    if (band !== company.employeesBand) {
      wrong.employeesBand = fieldMessage('bandContradicts', { employees: company.employees, band })
    }
  }
  if (company.turnover !== null && company.turnoverYear === null) {
    wrong.turnoverYear = fieldMessage('turnoverYearMissing')
  }
  if (company.turnoverYear !== null && company.turnoverYear > Number(context.today.slice(0, 4))) {
    wrong.turnoverYear = fieldMessage('yearInFuture', { year: company.turnoverYear })
  }
  for (const field of ['founded', 'employeesDate', 'registryCheckedOn'] as const) {
    const value = company[field]
    if (value !== null && value > context.today) {
      wrong[field] = fieldMessage('dayInFuture', { today: formatDay(context.today, context.language ?? 'sv') })
    }
  }
  if (company.localUnitOfId !== null && company.localUnitOfId === company.id) {
    wrong.localUnitOfId = fieldMessage('branchOfItself')
  }
  return wrong
}

/** A postal code as stored, digits only: NO four, SE five (`123 45` too). Null for an empty text. */
export function normalisePostalCode(text: string, country: Country): Checked<string | null> {
  const digits = text
    .normalize('NFKC')
    .replace(/[\s-]/g, '')
    .replace(/^(NO?|SE?)(?=\d)/i, '')
  if (digits === '') return good(null)
  const length = country === 'NO' ? 4 : 5
  return new RegExp(`^\\d{${length}}$`).test(digits)
    ? good(digits)
    : refusal(country === 'NO' ? 'postalCodeNO' : 'postalCodeSE')
}

/** As it is printed: SE `123 45`. */
export function formatPostalCode(code: string, country: Country): string {
  return country === 'SE' && /^\d{5}$/.test(code) ? `${code.slice(0, 3)}\u00a0${code.slice(3)}` : code
}

/** A web address as stored, `https://` put before a bare host. Only http and https pass: the app makes a link of it. */
export function normaliseWebsite(text: string): Checked<string | null> {
  const typed = text.trim()
  if (typed === '') return good(null)
  const match = /^(?:(https?):\/\/)?([^\s/?#:@\\]+)(:\d{1,5})?([/?#]\S*)?$/i.exec(typed)
  const host = match?.[2]?.toLowerCase() ?? ''
  const label = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?'
  if (!match || !new RegExp(`^(?:${label}\\.)+\\p{L}[\\p{L}\\p{N}-]+$`, 'u').test(host)) return refusal('badWebsite')
  return good(`${(match[1] ?? 'https').toLowerCase()}://${host}${match[3] ?? ''}${match[4] ?? ''}`)
}

const legalForms = new Set(
  'as asa ab ans da enk hb kb ba sa ks nuf publ aksjeselskap aktiebolag handelsbolag kommanditbolag enkeltpersonforetak'.split(
    ' ',
  ),
)
const joining = new Set(['og', 'och', 'and'])

/**
 * What makes two names the same: case, accents, punctuation, "og" and the legal form left out. `Åsen & Sønn AS`
 * and `AASEN OG SØNN` are equal. Empty only for a name without letters or digits.
 */
export function companyNameKey(name: string): string {
  const words = foldQuery(name.replace(/\b(A|K|H)\/(S|B)\b/gi, '$1$2'))
    .filter((word) => !joining.has(word))
    .map((word) => word.replaceAll('aa', 'a').replaceAll('ae', 'a'))
  const bare = words.filter((word) => !legalForms.has(word))
  return (bare.length === 0 ? words : bare).join(' ')
}
