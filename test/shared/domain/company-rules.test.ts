import { describe, expect, it } from 'vitest'
import {
  bandOf,
  checkCompany,
  companyNameKey,
  formatPostalCode,
  normalisePostalCode,
  normaliseWebsite,
} from '#shared/domain/company-rules.ts'
import { checkPartner } from '#shared/domain/partner-rules.ts'
import { checkPersonalData, fullName, proposedReviewBy, sortName } from '#shared/domain/person-rules.ts'

const today = '2026-03-15'
type CompanyRules = Parameters<typeof checkCompany>[0]
const aCompany = (changes: Partial<CompanyRules> = {}): CompanyRules => ({
  id: '0190a000-0000-7000-8000-000000000001',
  name: 'Sarpsborg Metall AS',
  orgNo: '923609016',
  country: 'NO',
  legalForm: 'AS',
  soleTrader: false,
  municipalityCode: '3105',
  municipalityValidFrom: '2024-01-01',
  address: null,
  postalCode: '1707',
  place: 'Sarpsborg',
  industryCode: null,
  industryVersion: null,
  sectorId: null,
  employees: 12,
  employeesBand: '10-19',
  employeesDate: null,
  turnover: null,
  turnoverYear: null,
  founded: null,
  website: null,
  localUnitOfId: null,
  status: 'active',
  registryCheckedOn: null,
  consentCase: false,
  ...changes,
})

describe('a company', () => {
  it('is good', () => {
    expect(checkCompany(aCompany(), { today })).toEqual({})
    expect(checkCompany(aCompany({ municipalityCode: '0105' }), { today })).toEqual({})
  })
  it.each([
    [{ orgNo: '923609017' }, 'orgNo', 'orgNoCheckDigit'],
    [{ industryCode: '25.110' }, 'industryVersion', 'industryVersionMissing'],
    [{ industryVersion: 'SNI2007' }, 'industryVersion', 'industryVersionNotNO'],
    [{ municipalityCode: '2409' }, 'municipalityCode', 'noSuchMunicipality'],
    [{ postalCode: '915 31' }, 'postalCode', 'postalCodeNO'],
    [{ website: 'javascript:alert(1)' }, 'website', 'badWebsite'],
    [{ employees: 3 }, 'employeesBand', 'bandContradicts'],
    [{ turnover: 100 }, 'turnoverYear', 'turnoverYearMissing'],
    [{ turnoverYear: 2027 }, 'turnoverYear', 'yearInFuture'],
    [{ founded: '2026-03-16' }, 'founded', 'dayInFuture'],
    [{ localUnitOfId: '0190a000-0000-7000-8000-000000000001' }, 'localUnitOfId', 'branchOfItself'],
  ] as [Partial<CompanyRules>, string, string][])('%j is refused at its field', (changes, field, key) => {
    const wrong = checkCompany(aCompany(changes), { today })
    expect(Object.keys(wrong)).toEqual([field])
    expect(wrong[field]?.key).toBe(`problems.field.${key}`)
  })
  it('of a Swedish sole trader stores no number, whatever it is', () => {
    const swedish = { country: 'SE', municipalityCode: '2409', postalCode: '91531', soleTrader: true } as const
    expect(checkCompany(aCompany({ ...swedish, orgNo: '5560125790' }), { today }).orgNo?.key).toBe(
      'problems.field.orgNoSoleTrader',
    )
    expect(checkCompany(aCompany({ ...swedish, orgNo: null }), { today })).toEqual({})
  })
})

it.each([
  [0, '0'],
  [1, '1-4'],
  [4, '1-4'],
  [5, '5-9'],
  [99, '50-99'],
  [250, '250+'],
])('%i employees fall in %s', (employees, band) => {
  expect(bandOf(employees)).toBe(band)
})

it.each([
  ['123 45', 'SE', '12345'],
  ['SE-123 45', 'SE', '12345'],
  ['1707', 'NO', '1707'],
  ['', 'NO', null],
] as const)('the postal code %s in %s is stored as %s', (typed, country, stored) => {
  expect(normalisePostalCode(typed, country)).toEqual({ ok: true, value: stored })
  if (stored && country === 'SE') expect(formatPostalCode(stored, country)).toBe('123\u00a045')
})

it.each([
  ['bedrift.no', 'https://bedrift.no'],
  ['HTTP://Bedrift.no/Om?x=1', 'http://bedrift.no/Om?x=1'],
  ['www.åsen-metall.no:8080', 'https://www.åsen-metall.no:8080'],
])('the address %s is stored as %s', (typed, stored) => {
  expect(normaliseWebsite(typed)).toEqual({ ok: true, value: stored })
})
it.each(['ftp://a.no', 'a', 'a b.no', 'https://user:x@a.no', 'data:text/html,x', '-.no', 'https://'])(
  '%s is no web address',
  (typed) => {
    expect(normaliseWebsite(typed).ok).toBe(false)
  },
)

it.each([
  ['Åsen & Sønn AS', 'AASEN OG SØNN'],
  ['AB Volvo', 'Volvo AB (publ)'],
  ['Hansen A/S', 'Hansen'],
  ['Café Nord', 'cafe nord.'],
])('%s and %s are the same name', (one, other) => {
  expect(companyNameKey(one)).toBe(companyNameKey(other))
})
it('names that differ stay apart, and one of legal forms only is not empty', () => {
  expect(companyNameKey('Nord Bygg AS')).not.toBe(companyNameKey('Nord Bygg Øst AS'))
  expect(companyNameKey('DA AS')).toBe('da as')
})

describe("a person's data", () => {
  it('are collected by today and looked at again later', () => {
    expect(checkPersonalData({ collectedOn: today, reviewBy: today }, { today })).toEqual({})
    expect(checkPersonalData({ collectedOn: '2026-03-16', reviewBy: today }, { today })).toMatchObject({
      collectedOn: { key: 'problems.field.dayInFuture' },
      reviewBy: { key: 'problems.field.reviewBeforeCollected' },
    })
    expect(proposedReviewBy('2026-08-31', 18)).toBe('2028-02-29')
  })
  it('are named both ways round', () => {
    const person = { givenName: 'Kari', familyName: 'Nordmann' }
    expect([fullName(person), sortName(person)]).toEqual(['Kari Nordmann', 'Nordmann, Kari'])
  })
})

describe('a partner', () => {
  const partner: Parameters<typeof checkPartner>[0] = {
    name: 'Sarpsborg kommune',
    shortName: null,
    orgNo: null,
    country: 'NO',
    partnerType: 'municipality',
    municipalityCode: '3105',
    joinedOn: '2020-01-01',
    leftOn: null,
    agreementSignedOn: '2020-01-01',
    agreementValidFrom: null,
    agreementValidTo: null,
    status: 'active',
    note: null,
  }
  it.each([
    [{}, []],
    [{ leftOn: '2019-12-31' }, ['leftOn']],
    [{ agreementValidFrom: '2020-01-01', agreementValidTo: '2019-01-01' }, ['agreementValidTo']],
    [{ agreementSignedOn: null }, ['agreementSignedOn']],
    [{ agreementSignedOn: null, status: 'candidate' }, []],
    [{ orgNo: '123456789' }, ['orgNo']],
    [{ municipalityCode: '9999' }, ['municipalityCode']],
  ] as [Partial<typeof partner>, string[]][])('%j', (changes, fields) => {
    expect(Object.keys(checkPartner({ ...partner, ...changes }))).toEqual(fields)
  })
})
