/** Who stands in for an absent member (practice.md 6.1, "Deputies"): a personal deputy, else the next in the body's order. */
import type { Body, BodyMember } from './records/body.ts'
import { inTerm, isSeated } from './seats.ts'
import type { Day } from './values.ts'

type Deputy = Pick<BodyMember, 'personId' | 'role' | 'deputyForId' | 'position' | 'termFrom' | 'termTo'>

/**
 * The body's deputies on a day in the order they are to serve, without those whom `taken` names: already serving, absent,
 * disqualified. With `inTurn` all stand in one row; with `personal` those who are bound to a member come with that member's id.
 */
export function deputiesInOrder(
  members: readonly Deputy[],
  day: Day,
  taken: ReadonlySet<string> = new Set(),
): { readonly personId: string; readonly forId: string | null }[] {
  return members
    .filter((one) => one.role === 'deputy' && inTerm(one, day) && !taken.has(one.personId))
    .toSorted((a, b) => a.position - b.position)
    .map(({ personId, deputyForId }) => ({ personId, forId: deputyForId }))
}

/**
 * The deputy who is to serve for a member, or with `forId` null in a vacant seat; null where nobody is left. Personal: the member's
 * own first, for a vacant seat that of a member who has left the body, then those bound to nobody. In turn: the first in the row,
 * whomever for.
 */
export function nextDeputy(
  body: Pick<Body, 'deputyOrder'>,
  members: readonly Deputy[],
  choice: { readonly forId: string | null; readonly day: Day; readonly taken: ReadonlySet<string> },
): string | null {
  const left = deputiesInOrder(members, choice.day, choice.taken)
  if (body.deputyOrder === 'inTurn') return left[0]?.personId ?? null
  const sits = (personId: string) =>
    members.some((one) => one.personId === personId && isSeated(one.role) && inTerm(one, choice.day))
  const isOwn = (forId: string | null) =>
    forId !== null && (choice.forId === null ? !sits(forId) : forId === choice.forId)
  const own = left.find(({ forId }) => isOwn(forId)) ?? left.find(({ forId }) => forId === null)
  return own?.personId ?? null
}
