import { normaliseOrgNo } from '#shared/domain/org-number.ts'
import { ftsPrefixQuery } from '#shared/domain/search-text.ts'
import type { EntityName } from '../entities.ts'
import { type Store, sql } from '../store.ts'

/** How many matches a text filter looks at, newest first: past this the user needs another word, not more rows. */
export const mostMatches = 2000

/**
 * Ids of an entity's records that hold every word of a text (words begin so), newest record first, as a JSON list for
 * `json_each`. Null where the text has no word, so that nothing is filtered. A number written in groups (`923 609 016`) is one word.
 */
export function textMatches(
  store: Pick<Store, 'db'>,
  entity: EntityName,
  text: string,
  most = mostMatches,
): string | null {
  if (text === '') return null
  const digits = normaliseOrgNo(text)
  const query = /^\d{2,}$/.test(digits) ? `"${digits}"*` : ftsPrefixQuery(text)
  if (query === null) return null
  const ids = sql(
    store,
    `SELECT r.record_id FROM search_index s CROSS JOIN search_rows r ON r.row_id = s.rowid
     WHERE search_index MATCH ? AND r.entity = ? ORDER BY s.rowid DESC LIMIT ?`,
  )
    .pluck()
    .all(query, entity, most)
  return JSON.stringify(ids)
}
