import { sortName } from '#shared/domain/person-rules.ts'
import { sortKey } from '#shared/domain/search-text.ts'
import { readAll, type Store } from '../store.ts'

/** Person id → place in the alphabet by family name, as JSON. The secretariat is small. */
export function ownerRanks(store: Store): string {
  const sorted = readAll(store, 'persons', 'id')
    .map((person) => ({ id: person.id, key: sortKey(sortName(person), store.country) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  return JSON.stringify(Object.fromEntries(sorted.map(({ id }, rank) => [id, rank])))
}
