import { z } from 'zod'
import { emailAddress, phoneNumber } from '../contact-channels.ts'
import { day, id, language, line, text, title } from '../values.ts'
import { changesOf, personalData, recordMarks } from './common.ts'

export const personStatuses = ['active', 'inactive', 'anonymised'] as const

/** A person in the secretariat or in a partner (records.md 3.2). People in companies are contacts. */
export const personFields = {
  familyName: title,
  givenName: title,
  /** The partner they belong to; null for the secretariat itself. */
  organisationId: id.nullable(),
  roleTitle: line,
  email: emailAddress,
  phone: phoneNumber,
  language: language.nullable(),
  ...personalData,
  basisNote: text,
  collectedFrom: line,
  reviewBy: day,
  status: z.enum(personStatuses, { error: 'problems.field.notInList' }),
}
export const person = z.object({ ...recordMarks, ...personFields })
export type Person = z.infer<typeof person>
export const personChanges = changesOf(personFields)
