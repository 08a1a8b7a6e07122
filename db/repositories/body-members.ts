import type { BodyMember } from '#shared/domain/records/body.ts'
import type { Day } from '#shared/domain/values.ts'
import { decode, entities } from '../entities.ts'
import { type Store, sql } from '../store.ts'

export type NamedMember = BodyMember & { readonly personName: string; readonly organisation: string | null }

const columns = entities.bodyMembers.select.replaceAll(/(^|, )(\w+) AS/g, '$1m.$2 AS')

/** The seats of a body in the order of the roll, each with its person's name and whom they stand for; with `on` those in term that day. */
export function membersOf(store: Store, bodyId: string, on: Day | null = null): NamedMember[] {
  const rows = sql(
    store,
    `SELECT ${columns}, trim(p.given_name || ' ' || p.family_name) AS "personName",
       coalesce((SELECT name FROM partners WHERE id = m.representing_id), (SELECT name FROM partners WHERE id = p.organisation_id))
         AS organisation
     FROM body_members m JOIN persons p ON p.id = m.person_id
     WHERE m.body_id = ? AND m.deleted_at IS NULL ${on === null ? '' : 'AND m.term_from <= ? AND (m.term_to IS NULL OR m.term_to >= ?)'}
     ORDER BY m.position, m.id`,
  ).all(bodyId, ...(on === null ? [] : [on, on])) as Record<string, unknown>[]
  return rows.map((row) => decode('bodyMembers', row) as NamedMember)
}
