/** Who sat in a body through a period, and who came, left or got another role in it. */
import { addDays } from './days.ts'
import type { BodyMember } from './records/body.ts'
import type { Day } from './values.ts'

type Term = Pick<BodyMember, 'personId' | 'role' | 'representingId' | 'termFrom' | 'termTo'>
export interface SeatChange<T extends Term> {
  /** The first day in the new place; the last day of a term for those who left. */
  readonly on: Day
  readonly kind: 'joined' | 'left' | 'newRole'
  readonly seat: T
}

/** Terms of the same person in the same role for the same partner that follow one another without a break, as one each, in the order given. */
export function wholeTerms<T extends Term>(terms: readonly T[]): T[] {
  const whole: T[] = []
  for (const term of terms.toSorted((a, b) => (a.termFrom < b.termFrom ? -1 : a.termFrom > b.termFrom ? 1 : 0))) {
    const at = whole.findIndex((one) => isSame(one, term) && meets(one, term))
    const known = whole[at]
    if (known === undefined) whole.push(term)
    else whole[at] = { ...term, termFrom: known.termFrom, termTo: later(known.termTo, term.termTo) }
  }
  const place = (term: T) => terms.findIndex((one) => isSame(one, term))
  return whole.sort((a, b) => place(a) - place(b))
}

/** Terms that hold on some day of the period. */
export function termsTouching<T extends Term>(terms: readonly T[], from: Day, to: Day): T[] {
  return terms.filter(({ termFrom, termTo }) => termFrom <= to && (termTo === null || termTo >= from))
}

/**
 * What changed from `from` to `to`, both included, in order: a term renewed in the same role is no change, one in another role is a new
 * role. `terms` are all of the body, so that what was before and comes after is known.
 */
export function seatChanges<T extends Term>(terms: readonly T[], from: Day, to: Day): SeatChange<T>[] {
  const within = (day: Day | null): day is Day => day !== null && day >= from && day <= to
  const others = (seat: T) => terms.filter((one) => one !== seat && one.personId === seat.personId)
  const changes = terms.flatMap((seat): SeatChange<T>[] => {
    const before = others(seat).filter((one) => one.termFrom < seat.termFrom && meets(one, seat))
    const after = others(seat).filter((one) => ends(one) > ends(seat) && meets(seat, one))
    const began = within(seat.termFrom) && !before.some(({ role }) => role === seat.role)
    return [
      ...(began
        ? [{ on: seat.termFrom, kind: before.length > 0 ? ('newRole' as const) : ('joined' as const), seat }]
        : []),
      ...(within(seat.termTo) && after.length === 0 ? [{ on: seat.termTo, kind: 'left' as const, seat }] : []),
    ]
  })
  return changes.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

function isSame(a: Term, b: Term): boolean {
  return a.personId === b.personId && a.role === b.role && a.representingId === b.representingId
}
/** True where the later term begins on the day after the earlier one ends, or before. */
function meets(earlier: Term, next: Term): boolean {
  return earlier.termTo === null || next.termFrom <= addDays(earlier.termTo, 1)
}
function ends({ termTo }: Term): string {
  return termTo ?? '9999-12-31'
}
function later(a: Day | null, b: Day | null): Day | null {
  return a === null || b === null ? null : a > b ? a : b
}
