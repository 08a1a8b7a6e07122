import { plainLook } from '#shared/domain/records/partnership.ts'
import type { Country, Language } from '#shared/domain/values.ts'

/** The record of a partnership of which nothing but its name is said yet. */
export function newPartnership(input: {
  id: string
  name: string
  country: Country
  language: Language
  contactName: string | null
}) {
  return {
    ...input,
    orgNo: null,
    municipalityCode: null,
    regionCodes: [],
    contactEmail: null,
    retentionMonths: 36,
    visitTarget: 50,
    notVisitedMonths: 24,
    smallestGroup: 3,
    ...plainLook,
  }
}
