import { z } from 'zod'
import { country, day, line, oneOf, text, title } from '../values.ts'
import { changesOf, recordMarks } from './common.ts'

export const partnerTypes = [
  'municipality',
  'county',
  'company',
  'businessAssociation',
  'university',
  'stateAgency',
  'cluster',
  'other',
] as const
export const partnerStatuses = ['candidate', 'active', 'left'] as const

/** An organisation in the partnership (records.md 3.1); the agreement's file comes with commitments. */
export const partnerFields = {
  name: title,
  shortName: line,
  orgNo: line,
  country,
  partnerType: oneOf(partnerTypes),
  municipalityCode: z.string().nullable(),
  joinedOn: day,
  leftOn: day.nullable(),
  agreementSignedOn: day.nullable(),
  agreementValidFrom: day.nullable(),
  agreementValidTo: day.nullable(),
  status: oneOf(partnerStatuses),
  note: text,
}
export const partner = z.object({ ...recordMarks, ...partnerFields })
export type Partner = z.infer<typeof partner>
export const partnerChanges = changesOf(partnerFields)
