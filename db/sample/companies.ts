import { bandOf } from '#shared/domain/company-rules.ts'
import { addDays } from '#shared/domain/days.ts'
import { checkDigitNo, checkDigitSe } from '#shared/domain/org-number.ts'
import type { Company } from '#shared/domain/records/company.ts'
import type { Contact } from '#shared/domain/records/contact.ts'
import { foldQuery } from '#shared/domain/search-text.ts'
import type { Country, Day } from '#shared/domain/values.ts'
import type { Random } from './random.ts'
import type { SampleSource } from './source.ts'

type Fields<T> = Omit<T, 'createdStamp' | 'changedStamp' | 'deletedAt'>
export interface SampleCompany {
  readonly record: Fields<Company>
  readonly contacts: Fields<Contact>[]
  /** How many work there; known here even where the register withholds it. */
  readonly employees: number
  readonly sector: SampleSource['sectors'][number]
  /** The day it was registered, and the day it was wound up. */
  readonly since: Day
  readonly until: Day | null
}

/** Organisation numbers with right check digits from ranges that the registers don't give out: NO 1…, SE 402…. */
function orgNumbers(country: Country): () => string {
  let serial = 0
  return () => {
    for (;;) {
      serial += 1
      if (country === 'SE') {
        const nine = `402${String(serial).padStart(6, '0')}`
        return nine + checkDigitSe(nine)
      }
      const eight = `1${String(serial).padStart(7, '0')}`
      const digit = checkDigitNo(eight)
      if (digit < 10) return eight + digit
    }
  }
}

/** Makes companies one after the other, each with a name of its own. */
export function companyMaker(
  source: SampleSource,
  random: Random,
  sectorIds: readonly string[],
  span: { readonly from: Day; readonly to: Day; readonly days: number },
) {
  const country = source.partnership.country as Country
  const nextOrgNo = orgNumbers(country)
  const names = new Set<string>()
  const heads: SampleCompany[] = []
  const unique = (base: string, place: string, form: string): string => {
    const tries = [base, `${base} ${place}`, `${base} ${random.pick(source.familyNames)}`]
    for (let number = 2; ; number++) {
      const name = `${tries.shift() ?? `${base} ${place} ${number}`} ${form}`.trim()
      if (names.has(name)) continue
      names.add(name)
      return name
    }
  }
  return (atStart: boolean): SampleCompany => {
    const sector = random.weighted(source.sectors)
    const municipality = random.weighted(source.municipalities)
    const [postalCode = '', place = ''] = random.pick(municipality.places)
    const soleTrader = random.chance(0.09)
    const head = !soleTrader && random.chance(0.06) ? heads[random.between(0, heads.length - 1)] : undefined
    const owner = [random.pick(source.givenNames), random.pick(source.familyNames)]
    const name = soleTrader
      ? unique(`${random.pick(sector.trades)} ${owner.join(' ')}`, place, '')
      : head
        ? unique(head.record.name.replace(` ${source.companyForm}`, ''), place, `avd. ${place}`)
        : unique(`${random.pick(source.stems)} ${random.pick(sector.kinds)}`, place, source.companyForm)
    const registered = atStart ? span.from : addDays(span.from, random.between(1, Math.max(1, span.days - 5)))
    // A branch unit comes after its head.
    const since = head && head.since > registered ? head.since : registered
    const employees = soleTrader ? 0 : Math.max(1, Math.round(2 ** (random.next() * 7.6)))
    // The Norwegian register withholds counts below five: then only the band is known.
    const counted = employees === 0 || (country === 'NO' && employees < 5) ? null : employees
    const turnover = Math.round(employees * random.between(900, 2600)) * 100_000
    const id = random.id(Date.parse(`${since}T07:00:00Z`))
    const record: Fields<Company> = {
      id,
      name,
      orgNo: (soleTrader && country === 'SE') || head ? null : nextOrgNo(),
      country,
      legalForm: soleTrader ? source.soleTraderForm : source.companyForm,
      soleTrader,
      municipalityCode: random.chance(0.97) ? municipality.code : null,
      municipalityValidFrom: null,
      address: `${random.pick(source.stems)}${country === 'SE' ? 'vägen' : 'veien'} ${random.between(1, 120)}`,
      postalCode,
      place,
      industryCode: random.pick(sector.industry),
      industryVersion: country === 'SE' ? 'SNI2007' : 'SN2007',
      sectorId: random.chance(0.96) ? (sectorIds[source.sectors.indexOf(sector)] ?? null) : null,
      employees: counted,
      employeesBand: bandOf(employees),
      employeesDate: since,
      turnover: turnover > 0 ? turnover : null,
      turnoverYear: turnover > 0 ? Number(since.slice(0, 4)) - 1 : null,
      founded: `${random.between(1921, Number(since.slice(0, 4)) - 1)}-01-01`,
      website: soleTrader || random.chance(0.4) ? null : `https://${foldQuery(name).join('-')}.example`,
      localUnitOfId: head?.record.id ?? null,
      status: 'active',
      registryCheckedOn: random.chance(0.7) ? since : null,
      consentCase: random.chance(0.3),
      note: null,
    }
    const woundUp = random.chance(0.04) && !head
    const made: SampleCompany = {
      record,
      contacts: random.chance(0.82) ? [aContact(source, random, record, since, null)] : [],
      employees,
      sector,
      since,
      until: woundUp ? addDays(since, random.between(Math.ceil(span.days / 3), span.days)) : null,
    }
    if (!soleTrader && !head && !woundUp) heads.push(made)
    return made
  }
}

/** A person in a company, known since a day, from a visit where one is given. */
export function aContact(
  source: SampleSource,
  random: Random,
  company: Pick<Company, 'id' | 'name'>,
  day: Day,
  visitId: string | null,
): Fields<Contact> {
  const [givenName, familyName] = [random.pick(source.givenNames), random.pick(source.familyNames)]
  const address = `${foldQuery(givenName).join('.')}.${foldQuery(familyName).join('')}`
  return {
    id: random.id(Date.parse(`${day}T07:10:00Z`)),
    companyId: company.id,
    givenName,
    familyName,
    roleTitle: random.pick(source.companyRoles),
    email: random.chance(0.7) ? `${address}@${foldQuery(company.name).join('-')}.example` : null,
    phone: null,
    language: null,
    lawfulBasis: 'publicTask',
    collectedOn: day,
    collectedInId: visitId,
    reviewBy: addDays(day, 365 * 3),
    objectedOn: null,
    status: 'active',
  }
}
