import { z } from 'zod'
import { emailAddress, phoneNumber } from '../contact-channels.ts'
import { day, id, language, line, oneOf, title } from '../values.ts'
import { changesOf, personalData, recordMarks } from './common.ts'

export const contactStatuses = ['active', 'leftCompany', 'anonymised'] as const

/** A person in a company (records.md 3.11). */
export const contactFields = {
  companyId: id,
  familyName: title,
  givenName: title,
  roleTitle: line,
  email: emailAddress,
  phone: phoneNumber,
  language: language.nullable(),
  ...personalData,
  /** The visit at which the details were given. */
  collectedInId: id.nullable(),
  /** The day the person objected to being kept (GDPR art. 21). */
  objectedOn: day.nullable(),
  status: oneOf(contactStatuses),
}
export const contact = z.object({ ...recordMarks, ...contactFields })
export type Contact = z.infer<typeof contact>
export const contactChanges = changesOf(contactFields)
/** What must be given to add a contact; basis, collection day and review day get proposals. */
export const newContact = contactChanges.required({ companyId: true, familyName: true, givenName: true })
