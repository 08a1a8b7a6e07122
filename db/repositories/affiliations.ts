import type { z } from 'zod'
import type { affiliationRow } from '#shared/contract/commitments.ts'
import type { Id } from '#shared/domain/values.ts'
import { decode, entities } from '../entities.ts'
import { type Store, sql } from '../store.ts'

type AffiliationRow = z.infer<typeof affiliationRow>
const fields = entities.affiliations.select.replaceAll(/(^|, )(\w+) AS/g, '$1a.$2 AS')

/** The people of a partner, past ones too: contacts first, then by the day they came. */
export function affiliationsOf(store: Store, partnerId: Id): AffiliationRow[] {
  const rows = sql(
    store,
    `SELECT ${fields}, trim(p.given_name || ' ' || p.family_name) AS "personName", o.name AS "partnerName"
     FROM affiliations a JOIN persons p ON p.id = a.person_id JOIN partners o ON o.id = a.partner_id
     WHERE a.partner_id = ? AND a.deleted_at IS NULL ORDER BY a.is_contact DESC, a.from_day, a.id`,
  ).all(partnerId) as Record<string, unknown>[]
  return rows.map((row) => decode('affiliations', row) as AffiliationRow)
}
