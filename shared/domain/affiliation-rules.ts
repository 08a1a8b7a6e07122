/** What makes a person's place in a partner right (records.md 3.2: people and roles over time). */
import { type FieldMessages, fieldMessage } from './checked.ts'
import type { Affiliation } from './records/commitment.ts'
import type { Day } from './values.ts'

type Place = Pick<Affiliation, 'personId' | 'partnerId' | 'from' | 'to'> & { readonly id?: string }

/** Field → what is wrong; empty = good. Nobody is twice in the same partner at the same time. `others` are those of the partner. */
export function checkAffiliation(place: Place, others: readonly Place[]): FieldMessages {
  const wrong: FieldMessages = {}
  if (place.to !== null && place.to < place.from) wrong.to = fieldMessage('endBeforeStart')
  const twice = others.some(
    (other) =>
      other.id !== place.id &&
      other.personId === place.personId &&
      other.partnerId === place.partnerId &&
      other.from <= (place.to ?? '9999') &&
      place.from <= (other.to ?? '9999'),
  )
  if (twice) wrong.personId = fieldMessage('affiliationTwice')
  return wrong
}

/** True on the days that the person has the place. */
export function isCurrent({ from, to }: Pick<Affiliation, 'from' | 'to'>, on: Day): boolean {
  return from <= on && (to === null || on <= to)
}
