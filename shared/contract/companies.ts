import { z } from 'zod'
import { company, companyChanges, companyStatuses, employeeBands, newCompany } from '#shared/domain/records/company.ts'
import { contact, contactChanges, newContact } from '#shared/domain/records/contact.ts'
import { confidentialities, visitFlags, visitTypes } from '#shared/domain/records/visit.ts'
import { country, day, id } from '#shared/domain/values.ts'
import { byId, changed, direction, done, many, pageOf, paging } from './lists.ts'
import { command, query } from './operation.ts'

/** Null or an empty list = not filtered. */
export const companyFilter = z.strictObject({
  /** Words in name, organisation number or place. */
  text: z.string().max(200).default(''),
  sectorIds: z.array(id).max(50).default([]),
  municipalityCodes: z.array(z.string().max(4)).max(400).default([]),
  bands: z.array(z.enum(employeeBands)).default([]),
  statuses: z.array(z.enum(companyStatuses)).default([]),
  /** Companies with no held visit on or after this day (never visited included). */
  notVisitedSince: day.nullable().default(null),
})
export const companySorts = ['name', 'municipality', 'employees', 'lastVisit'] as const
export const companyRow = z.object({
  id,
  name: z.string(),
  orgNo: z.string().nullable(),
  country,
  municipalityCode: z.string().nullable(),
  place: z.string().nullable(),
  sectorId: id.nullable(),
  employees: z.int().nullable(),
  employeesBand: z.enum(employeeBands).nullable(),
  status: z.enum(companyStatuses),
  /** Day of the latest held visit of any type; null = never. */
  lastVisitedOn: day.nullable(),
  visitCount: z.int(),
})
/** A visit as a line of its company's page. */
export const companyVisitRow = z.object({
  id,
  visitedOn: day,
  type: z.enum(visitTypes),
  confidentiality: z.enum(confidentialities),
  flags: z.array(z.enum(visitFlags)),
  draft: z.boolean(),
  /** First words of the notes or the summary; never of the confidential text. */
  excerpt: z.string(),
  openFollowUps: z.int(),
})
/** A person whose data is to be looked at again. */
export const reviewRow = z.object({
  entity: z.enum(['contacts', 'persons']),
  id,
  givenName: z.string(),
  familyName: z.string(),
  /** The company of a contact, to open it; null for people. */
  companyId: id.nullable(),
  /** The company's or partner's name; null for the secretariat. */
  organisation: z.string().nullable(),
  reviewBy: day,
  /** The later of the day of collecting and the last visit that names the person. */
  lastActivityOn: day,
  /** The day a contact objected; null for people, whose records hold none. */
  objectedOn: day.nullable(),
})

export const companyOperations = {
  'companies.list': query({
    input: z.strictObject({
      filter: companyFilter.prefault({}),
      sort: z.enum(companySorts).default('name'),
      direction: direction.default('asc'),
      ...paging,
    }),
    output: pageOf(companyRow),
    reads: ['companies', 'visits', 'sectors'],
  }),
  'companies.count': query({
    input: z.strictObject({ filter: companyFilter.prefault({}) }),
    output: z.int(),
    reads: ['companies', 'visits'],
  }),
  'companies.open': query({
    input: byId,
    output: z.object({
      company,
      headCompanyName: z.string().nullable(),
      branchUnits: z.array(z.object({ id, name: z.string() })),
      contacts: z.array(contact),
      /** The latest 50, newest first. */
      visits: z.array(companyVisitRow),
      visitCount: z.int(),
      openFollowUps: z.int(),
    }),
    reads: ['companies', 'contacts', 'visits', 'followUps'],
  }),
  /** Type-ahead: up to 8 companies whose name has words beginning so, or whose organisation number does; best first. */
  'companies.suggest': query({
    input: z.strictObject({ text: z.string().max(200) }),
    output: z.array(
      z.object({
        id,
        name: z.string(),
        place: z.string().nullable(),
        orgNo: z.string().nullable(),
        lastVisitedOn: day.nullable(),
      }),
    ),
    reads: ['companies', 'visits'],
  }),
  /** Companies that may be the same: same number, or the same name but for case, punctuation and legal form. A warning, never a refusal. */
  'companies.duplicates': query({
    input: z.strictObject({
      name: z.string().max(200),
      orgNo: z.string().max(40).nullable(),
      country,
      exceptId: id.nullable(),
    }),
    output: z.array(
      z.object({
        id,
        name: z.string(),
        orgNo: z.string().nullable(),
        place: z.string().nullable(),
        because: z.enum(['orgNo', 'name']),
      }),
    ),
    reads: ['companies'],
  }),
  'companies.register': command({ input: newCompany, output: company, touches: ['companies'] }),
  'companies.revise': command({
    input: z.strictObject({ id, changes: companyChanges }),
    output: company,
    touches: ['companies', 'visits', 'followUps'],
  }),
  /** The same change to many at once: all or none; what is wrong names the company. One undo takes all back. */
  'companies.reviseMany': command({
    input: many(companyChanges.pick({ sectorId: true, status: true })),
    output: changed,
    touches: ['companies', 'visits', 'followUps'],
  }),
  /** Marks as deleted. Refused while visits not deleted point to it. */
  'companies.remove': command({ input: byId, output: done, touches: ['companies'] }),
  'contacts.add': command({ input: newContact, output: contact, touches: ['contacts'] }),
  'contacts.revise': command({
    input: z.strictObject({ id, changes: contactChanges }),
    output: contact,
    touches: ['contacts', 'visits'],
  }),
  'contacts.remove': command({ input: byId, output: done, touches: ['contacts', 'visits'] }),
  /**
   * Contacts and people whose data is to be looked at again by a day, and contacts who objected to standing here
   * (GDPR art. 5 and 21; practice.md 6.4): those who objected first, then the longest overdue. `rows` are the first 200.
   */
  'contacts.dueForReview': query({
    input: z.strictObject({ until: day }),
    output: z.object({ rows: z.array(reviewRow), count: z.int() }),
    reads: ['contacts', 'persons', 'companies', 'partners', 'visits'],
  }),
  /** How many `contacts.dueForReview` would list; cheap enough to be asked at every start. */
  'contacts.countDueForReview': query({
    input: z.strictObject({ until: day }),
    output: z.int(),
    reads: ['contacts', 'persons'],
  }),
  /** Where the person's name stands in free text; to be read before anonymising. */
  'contacts.mentions': query({
    input: byId,
    output: z.array(
      z.object({
        entity: z.enum(['visits', 'followUps', 'companies']),
        id,
        field: z.string(),
        excerpt: z.string(),
        day: day.nullable(),
      }),
    ),
    reads: ['contacts', 'visits', 'followUps', 'companies'],
  }),
  /**
   * Replaces name and channels, keeps company, role and counts, and is read-only afterwards. The name is erased from the
   * change log too. `andText` also replaces the name in every free text that `contacts.mentions` lists. Can't be undone.
   */
  'contacts.anonymise': command({
    input: z.strictObject({ id, andText: z.boolean() }),
    output: contact,
    touches: ['contacts', 'visits', 'followUps', 'companies'],
  }),
  /** Everything where the person is named (GDPR art. 15), as a readable text file that the user saves. Null when cancelled. */
  'contacts.accessExport': command({
    input: byId,
    output: z.object({ fileId: z.string(), name: z.string() }).nullable(),
    touches: [],
  }),
}
