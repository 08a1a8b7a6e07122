import type { Country, Id } from '#shared/domain/values.ts'
import { type Store, sql } from '../store.ts'

/** Another partner of the country with the same organisation number, given as digits; undefined where there is none. */
export function partnerWithOrgNo(
  store: Store,
  country: Country,
  orgNo: string,
  exceptId: Id | null,
): { id: Id; name: string } | undefined {
  return sql(
    store,
    'SELECT id, name FROM partners WHERE deleted_at IS NULL AND country = ? AND org_no = ? AND id IS NOT ? LIMIT 1',
  ).get(country, orgNo, exceptId) as { id: Id; name: string } | undefined
}
