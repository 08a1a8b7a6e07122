import { sortName } from '#shared/domain/person-rules.ts'
import type { Contact } from '#shared/domain/records/contact.ts'
import type { Visit } from '#shared/domain/records/visit.ts'
import { sortKey } from '#shared/domain/search-text.ts'
import { decode, entities } from '../entities.ts'
import { type Store, sql } from '../store.ts'

/** A company's contacts by family name; those who left or were anonymised come last. */
export function contactsOfCompany(store: Store, companyId: string): Contact[] {
  const rows = sql(
    store,
    `SELECT ${entities.contacts.select} FROM contacts WHERE company_id = ? AND deleted_at IS NULL`,
  ).all(companyId)
  const order = { active: 0, leftCompany: 1, anonymised: 2 }
  return rows
    .map((row) => decode('contacts', row as Record<string, unknown>))
    .map((contact) => ({ contact, key: `${order[contact.status]} ${sortKey(sortName(contact), store.country)}` }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ contact }) => contact)
}

/** Of some contact ids, those that are no contact of the company. */
export function strangersTo(store: Store, companyId: string, contactIds: readonly string[]): string[] {
  const own = new Set(
    sql(store, 'SELECT id FROM contacts WHERE company_id = ? AND deleted_at IS NULL').pluck().all(companyId),
  )
  return contactIds.filter((id) => !own.has(id))
}

/** How many visits of a company name the contact among those met. */
export function visitsNaming(store: Store, companyId: string, contactId: string): number {
  return sql(
    store,
    'SELECT count(*) FROM visits WHERE company_id = ? AND deleted_at IS NULL AND instr(their_participant_ids, ?) > 0',
  )
    .pluck()
    .get(companyId, `"${contactId}"`) as number
}

/** The visits of a company at which one of its contacts was met, newest first. */
export function visitsMeeting(store: Store, companyId: string, contactId: string): Pick<Visit, 'visitedOn' | 'type'>[] {
  return sql(
    store,
    `SELECT visited_on AS "visitedOn", type FROM visits
     WHERE company_id = ? AND deleted_at IS NULL AND instr(their_participant_ids, ?) > 0 ORDER BY visited_on DESC`,
  ).all(companyId, `"${contactId}"`) as Pick<Visit, 'visitedOn' | 'type'>[]
}
