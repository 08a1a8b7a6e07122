/** Voting seats of a body on a day (records.md 3.4 and 3.6: quorum is voters present against voting seats). */
import { type Body, type BodyMember, seatedRoles } from './records/body.ts'
import type { Attendance } from './records/meeting.ts'
import type { Day } from './values.ts'

type Term = Pick<BodyMember, 'termFrom' | 'termTo'>

/** True for a term that holds on the day, its first and last day included. */
export function inTerm(member: Term, day: Day): boolean {
  return member.termFrom <= day && (member.termTo === null || member.termTo >= day)
}

/** True for a role that holds a voting seat: chair, vice chair, member. */
export function isSeated(role: BodyMember['role'] | Attendance['role']): boolean {
  return (seatedRoles as readonly string[]).includes(role)
}

/** The body's seats by statute, else as many persons as hold a seat in term on the day. */
export function seatsOf(
  body: Pick<Body, 'seats'>,
  members: readonly (Term & Pick<BodyMember, 'role' | 'personId'>)[],
  day: Day,
): number {
  if (body.seats !== null) return body.seats
  return new Set(seatedOn(members, day)).size
}

/**
 * Seats by statute that nobody holds at a meeting: its member's term has ended, they resigned, or none was elected. Whoever sits in
 * the body on the day or stands on the roll with a seat's vote holds one. 0 where the body's seats are as many as its members.
 */
export function vacantSeatsOf(
  body: Pick<Body, 'seats'>,
  members: readonly (Term & Pick<BodyMember, 'role' | 'personId'>)[],
  roll: readonly Pick<Attendance, 'role' | 'personId' | 'votes'>[],
  day: Day,
): number {
  const onRoll = roll.filter(({ role, votes }) => votes && isSeated(role)).map(({ personId }) => personId)
  const held = new Set([...seatedOn(members, day), ...onRoll])
  return Math.max(0, seatsOf(body, members, day) - held.size)
}

/** True for a deputy on the roll who serves in a vacant seat: with a vote, in nobody's place (records.md 3.6). */
export function isForVacantSeat({
  role,
  votes,
  replacesId,
}: Pick<Attendance, 'role' | 'votes' | 'replacesId'>): boolean {
  return role === 'deputy' && votes && replacesId === null
}

function seatedOn(members: readonly (Term & Pick<BodyMember, 'role' | 'personId'>)[], day: Day): string[] {
  return members.filter((one) => isSeated(one.role) && inTerm(one, day)).map(({ personId }) => personId)
}
