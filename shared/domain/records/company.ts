import { z } from 'zod'
import { count, country, day, id, line, oneOf, text, title, year } from '../values.ts'
import { changesOf, recordMarks } from './common.ts'

export const industryVersions = ['SN2007', 'SN2025', 'SNI2007', 'SNI2025'] as const
/** Bands of employees (records.md 3.10); the Norwegian register withholds counts below 5, so a band may be all there is. */
export const employeeBands = ['0', '1-4', '5-9', '10-19', '20-49', '50-99', '100-249', '250+'] as const
export const companyStatuses = ['active', 'woundUp', 'bankrupt', 'movedOut'] as const

/** A company in the region (records.md 3.10). */
export const companyFields = {
  name: title,
  /** Digits only. Never set for a Swedish sole trader: there it is the owner's personal identity number (IMY). */
  orgNo: line,
  country,
  legalForm: line,
  soleTrader: z.boolean(),
  /** Four digits as text; valid on `municipalityValidFrom`, since codes change. */
  municipalityCode: z.string().nullable(),
  municipalityValidFrom: day.nullable(),
  /** Business address (forretningsadresse) of a head unit; location address (beliggenhetsadresse) of a branch unit. */
  address: line,
  postalCode: line,
  place: line,
  industryCode: line,
  industryVersion: oneOf(industryVersions).nullable(),
  sectorId: id.nullable(),
  employees: count.nullable(),
  employeesBand: oneOf(employeeBands).nullable(),
  employeesDate: day.nullable(),
  /** Minor units (øre/öre) of the country's currency. */
  turnover: z.int().min(0, 'problems.field.negative').max(9_000_000_000_000_000, 'problems.field.tooMany').nullable(),
  turnoverYear: year.nullable(),
  /** Day, or year alone as its first day. */
  founded: day.nullable(),
  website: line,
  /** The head company that this is a branch unit of. */
  localUnitOfId: id.nullable(),
  status: oneOf(companyStatuses),
  registryCheckedOn: day.nullable(),
  /** The company agreed that its case may be passed on to others. */
  consentCase: z.boolean(),
  note: text,
}
export const company = z.object({ ...recordMarks, ...companyFields })
export type Company = z.infer<typeof company>
export const companyChanges = changesOf(companyFields)
/** What must be given to register a company; the rest has defaults (`db/handlers/companies.ts`). */
export const newCompany = companyChanges.required({ name: true })
