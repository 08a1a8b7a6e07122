import { sortKey } from '#shared/domain/search-text.ts'
import type { Store } from '../store.ts'

/** Records in the alphabetical order of the partnership's country. */
export function byName<T>(store: Pick<Store, 'country'>, records: readonly T[], name: (record: T) => string): T[] {
  const keyed = records.map((record) => ({ record, key: sortKey(name(record), store.country) }))
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ record }) => record)
}
