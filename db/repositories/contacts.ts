import type { z } from 'zod'
import type { reviewRow } from '#shared/contract/companies.ts'
import { sortName } from '#shared/domain/person-rules.ts'
import type { Contact } from '#shared/domain/records/contact.ts'
import type { Visit } from '#shared/domain/records/visit.ts'
import { sortKey } from '#shared/domain/search-text.ts'
import type { Day } from '#shared/domain/values.ts'
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

const contactDue = `k.deleted_at IS NULL AND k.status <> 'anonymised' AND (k.review_by <= ? OR k.objected_on IS NOT NULL)`
const personDue = `p.deleted_at IS NULL AND p.status <> 'anonymised' AND p.review_by <= ?`

/** How many contacts and people are to be looked at again by a day, those who objected included. */
export function countDueForReview(store: Store, until: Day): number {
  return sql(
    store,
    `SELECT (SELECT count(*) FROM contacts k WHERE ${contactDue}) + (SELECT count(*) FROM persons p WHERE ${personDue})`,
  )
    .pluck()
    .get(until, until) as number
}

/** The first `limit` of them: who objected, then the longest overdue. The last visit is sought only for those listed. */
export function dueForReview(store: Store, until: Day, limit: number): z.infer<typeof reviewRow>[] {
  return sql(
    store,
    `WITH due AS MATERIALIZED (
       SELECT * FROM (SELECT 'contacts' AS entity, k.id, k.given_name, k.family_name, k.company_id, NULL AS partner_id,
              k.review_by, k.collected_on, k.objected_on
       FROM contacts k WHERE ${contactDue}
       UNION ALL
       SELECT 'persons', p.id, p.given_name, p.family_name, NULL, p.organisation_id, p.review_by, p.collected_on, NULL
       FROM persons p WHERE ${personDue})
       ORDER BY objected_on IS NULL, review_by, family_name, id LIMIT ?
     )
     SELECT d.entity, d.id, d.given_name AS "givenName", d.family_name AS "familyName", d.company_id AS "companyId",
            coalesce(c.name, a.name) AS organisation, d.review_by AS "reviewBy", d.objected_on AS "objectedOn",
            max(d.collected_on, coalesce(CASE d.entity WHEN 'contacts' THEN (
              SELECT max(v.visited_on) FROM visits v
              WHERE v.company_id = d.company_id AND v.deleted_at IS NULL AND v.draft = 0
                AND instr(v.their_participant_ids, '"' || d.id || '"') > 0
            ) ELSE (
              SELECT v.visited_on FROM visits v
              WHERE v.deleted_at IS NULL AND v.draft = 0 AND instr(v.our_participant_ids, '"' || d.id || '"') > 0
              ORDER BY v.visited_on DESC LIMIT 1
            ) END, '')) AS "lastActivityOn"
     FROM due d LEFT JOIN companies c ON c.id = d.company_id LEFT JOIN partners a ON a.id = d.partner_id
     ORDER BY d.objected_on IS NULL, d.review_by, d.family_name, d.id`,
  ).all(until, until, limit) as z.infer<typeof reviewRow>[]
}
