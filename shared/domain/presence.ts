/** Who is at the table when an item is treated, and whether they are enough (records.md 3.6 and 3.7; practice.md 6.1). */
import type { Message } from '../contract/problem.ts'
import type { AgendaItem, Disqualification } from './records/agenda-item.ts'
import type { Body } from './records/body.ts'
import type { Attendance, Meeting } from './records/meeting.ts'
import { isForVacantSeat } from './seats.ts'
import { minutesADay, minutesOf } from './times.ts'

type Present = Pick<
  Attendance,
  'personId' | 'role' | 'status' | 'votes' | 'arrivedAt' | 'leftAt' | 'replacesId' | 'position' | 'id'
>
type Unfit = Pick<Disqualification, 'personId' | 'outcome' | 'replacedById'>

/** A time this long before the opening or less is still before it; one further back is after midnight. */
const longestBefore = 360

/**
 * Minutes from the opening of a meeting to a time of day `HH:MM`. A meeting may pass midnight: what lies more than six hours
 * before the opening is taken as the next day. Without an opening, minutes from midnight.
 */
export function minutesIntoMeeting(time: string, openedAt: string | null): number {
  const minutes = minutesOf(time)
  if (openedAt === null) return minutes
  const since = minutes - minutesOf(openedAt)
  return since < -longestBefore ? since + minutesADay : since
}

/** The time of an item that is not over: who came has come, who left has left. */
export const latest = 'latest'

/**
 * Id of each item → the time that counts for who was there: the end of the item, since a vote is taken when the talk is over
 * and whoever came meanwhile takes part in it. That is its own end, else the start of the next clocked item, else the end of the
 * meeting, else `latest`. An item without a clock takes the next clocked item's start, or the end of the meeting where only
 * earlier ones are clocked; null where no clock ran at all, so that nobody is shut out of a vote they took part in.
 */
export function itemTimes(
  meeting: Pick<Meeting, 'adjournedAt'>,
  items: readonly Pick<AgendaItem, 'id' | 'position' | 'startedAt' | 'endedAt'>[],
): Map<string, string | null> {
  const times = new Map<string, string | null>()
  const inOrder = items.toSorted((a, b) => a.position - b.position)
  let next: string | null = null
  const clockedBefore = inOrder.map(() => false)
  inOrder.reduce((clocked, item, index) => {
    clockedBefore[index] = clocked
    return clocked || item.startedAt !== null || item.endedAt !== null
  }, false)
  for (let index = inOrder.length - 1; index >= 0; index--) {
    const item = inOrder[index]
    if (!item) continue
    const clocked = item.startedAt !== null || item.endedAt !== null
    const open = clocked || clockedBefore[index] ? (meeting.adjournedAt ?? latest) : null
    times.set(item.id, item.endedAt ?? next ?? open)
    next = item.startedAt ?? item.endedAt ?? next
  }
  return times
}

/** True for a person who was there at a time: called present, come by then and not gone before it. Null = at some time of the meeting. */
export function isThere(
  person: Pick<Attendance, 'status' | 'arrivedAt' | 'leftAt'>,
  at: string | null,
  openedAt: string | null = null,
): boolean {
  if (person.status !== 'present' && person.status !== 'remote' && person.status !== 'partlyPresent') return false
  if (at === null) return true
  if (at === latest) return person.leftAt === null
  const now = minutesIntoMeeting(at, openedAt)
  if (person.arrivedAt !== null && minutesIntoMeeting(person.arrivedAt, openedAt) > now) return false
  return person.leftAt === null || minutesIntoMeeting(person.leftAt, openedAt) >= now
}

/**
 * Persons who may vote on an item, in the order of the roll. `disqualifications` are the item's own. Who is disqualified does
 * not vote; the deputy named in their place does, if there. A seat has one vote: the member whose place a deputy serves in
 * does not vote as long as the deputy, or the deputy's own replacement, does. Of the deputies in vacant seats as many vote as
 * there are such seats, so that votes never outnumber seats. `at` null = no time is known, so everyone who
 * was there at some time counts; `openedAt` tells times after midnight from those before.
 */
export function votersAt(given: {
  readonly attendances: readonly Present[]
  readonly disqualifications: readonly Unfit[]
  readonly at: string | null
  readonly openedAt?: string | null
  /** `vacantSeatsOf` the meeting. */
  readonly vacantSeats?: number
}): string[] {
  const there = given.attendances
    .filter((one) => isThere(one, given.at, given.openedAt ?? null))
    .toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
  const unfit = new Map(
    given.disqualifications.filter(({ outcome }) => outcome === 'disqualified').map((one) => [one.personId, one]),
  )
  const fit = new Set(there.filter(({ personId }) => !unfit.has(personId)).map(({ personId }) => personId))
  const inVacantSeats = new Set(there.filter(isForVacantSeat).slice(0, given.vacantSeats ?? 0))
  const seated = there.filter((one) => one.votes && (!isForVacantSeat(one) || inVacantSeats.has(one)))
  /** Who votes for a seated person on this item: the person, or the deputy in their place. */
  const voterFor = (personId: string): string | null => {
    const instead = unfit.get(personId)
    if (!instead) return personId
    return instead.replacedById !== null && fit.has(instead.replacedById) ? instead.replacedById : null
  }
  const servedFor = new Set(
    seated.flatMap(({ personId, replacesId }) =>
      replacesId !== null && voterFor(personId) !== null ? [replacesId] : [],
    ),
  )
  const voters = new Set(
    seated.flatMap(({ personId }) => {
      const voter = servedFor.has(personId) ? null : voterFor(personId)
      return voter === null ? [] : [voter]
    }),
  )
  return there.map(({ personId }) => personId).filter((personId) => voters.has(personId))
}

export interface Quorum {
  /** Voting seats of the body on the day. */
  readonly seats: number
  readonly voters: number
  /** Voters that the rule asks for; 0 where there is no rule. */
  readonly needed: number
  readonly met: boolean
  /** What is short and the way out; null where it is met. */
  readonly why: Message | null
}

/** Whether `voters` of `seats` make a quorum by the body's rule (practice.md 6.1, "Quorum"). A rule is never met by nobody. */
export function quorumOf(body: Pick<Body, 'quorumRule' | 'quorumNumber'>, seats: number, voters: number): Quorum {
  const needed = votersNeeded(body, seats)
  const met = voters >= needed
  return {
    seats,
    voters,
    needed,
    met,
    why: met ? null : { key: `meetings.quorum.${body.quorumRule}`, params: { voters, seats, needed } },
  }
}

function votersNeeded({ quorumRule, quorumNumber }: Pick<Body, 'quorumRule' | 'quorumNumber'>, seats: number): number {
  switch (quorumRule) {
    case 'moreThanHalf':
      return Math.floor(seats / 2) + 1
    case 'atLeastHalf':
      return Math.max(1, Math.ceil(seats / 2))
    case 'number':
      return Math.max(1, quorumNumber ?? 1)
    case 'none':
      return 0
  }
}
