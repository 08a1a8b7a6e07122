/** What makes a body and the terms of its members right (records.md 3.4). */
import { type FieldMessages, fieldMessage } from './checked.ts'
import type { Body, BodyMember } from './records/body.ts'
import { isSeated } from './seats.ts'

/** Field → what is wrong; empty = good. The rule `number` needs its number, adjusting within days its days. */
export function checkBody(
  body: Pick<
    Body,
    'activeFrom' | 'activeTo' | 'seats' | 'quorumRule' | 'quorumNumber' | 'adjustmentRule' | 'adjustmentDays'
  >,
): FieldMessages {
  const wrong: FieldMessages = {}
  if (body.activeTo !== null && body.activeTo < body.activeFrom) wrong.activeTo = fieldMessage('endBeforeStart')
  if (body.seats === 0) wrong.seats = fieldMessage('noSeats')
  if (body.quorumRule === 'number') {
    if (body.quorumNumber === null || body.quorumNumber === 0) wrong.quorumNumber = fieldMessage('quorumNumberMissing')
    else if (body.seats !== null && body.quorumNumber > body.seats) {
      wrong.quorumNumber = fieldMessage('quorumAboveSeats', { seats: body.seats })
    }
  }
  if (body.adjustmentRule === 'adjustedWithinDays' && body.adjustmentDays === null) {
    wrong.adjustmentDays = fieldMessage('adjustmentDaysMissing')
  }
  return wrong
}

type Seat = Pick<BodyMember, 'personId' | 'role' | 'deputyForId' | 'termFrom' | 'termTo'> & { readonly id?: string }

/**
 * Field → what is wrong with one seat beside the body's other ones; empty = good. A person has one seat at a time; only a
 * deputy stands in for somebody, and for somebody who holds a seat.
 */
export function checkBodyMember(member: Seat, others: readonly Seat[]): FieldMessages {
  const wrong: FieldMessages = {}
  if (member.termTo !== null && member.termTo < member.termFrom) wrong.termTo = fieldMessage('endBeforeStart')
  const besides = others.filter(({ id }) => id === undefined || id !== member.id)
  if (besides.some((one) => one.personId === member.personId && overlap(one, member))) {
    wrong.personId = fieldMessage('memberTwice')
  }
  if (member.deputyForId !== null) {
    if (member.role !== 'deputy') wrong.deputyForId = fieldMessage('onlyDeputiesStandIn')
    else if (!besides.some((one) => one.personId === member.deputyForId && isSeated(one.role))) {
      wrong.deputyForId = fieldMessage('deputyForNoMember')
    }
  }
  return wrong
}

function overlap(a: Seat, b: Seat): boolean {
  return (a.termTo === null || a.termTo >= b.termFrom) && (b.termTo === null || b.termTo >= a.termFrom)
}
