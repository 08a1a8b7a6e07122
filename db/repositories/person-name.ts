import { fullName } from '#shared/domain/person-rules.ts'
import type { Id } from '#shared/domain/values.ts'
import { find, type Store } from '../store.ts'

/** A person's name as documents write it; null for nobody. */
export function personName(store: Store, personId: Id | null): string | null {
  const person = personId === null ? undefined : find(store, 'persons', personId)
  return person ? fullName(person) : null
}
