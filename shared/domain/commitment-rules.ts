/** What makes a commitment and its deliveries right, and all that is counted from them (records.md 3.3). */
import { type FieldMessages, fieldMessage } from './checked.ts'
import { daysBetween, formatDay } from './days.ts'
import type { Commitment, CommitmentUnit, commitmentKinds, commitmentStatuses, Delivery } from './records/commitment.ts'
import { mostAmount } from './records/commitment.ts'
import type { Country, Day, Language } from './values.ts'

type Kind = (typeof commitmentKinds)[number]
export type CommitmentStatus = (typeof commitmentStatuses)[number]
type CommitmentRules = Omit<Commitment, 'id' | 'createdStamp' | 'changedStamp' | 'deletedAt'>
type Pledge = Pick<Commitment, 'amount' | 'unit' | 'recurrence' | 'periodFrom' | 'periodTo' | 'stage'>
type Given = Pick<Delivery, 'deliveredOn' | 'amount'>

/** The units that fit each kind. In kind may go uncounted; money and hours never do. */
export const unitsOf: Readonly<Record<Kind, readonly CommitmentUnit[]>> = {
  money: ['NOK', 'SEK'],
  hours: ['hours'],
  people: ['posts', 'hours'],
  premises: ['pieces', 'hours', 'NOK', 'SEK'],
  dataAnalysis: ['pieces', 'hours', 'NOK', 'SEK'],
  promotion: ['pieces', 'hours', 'NOK', 'SEK'],
  other: ['NOK', 'SEK', 'hours', 'posts', 'pieces'],
}

/** Money and hours are nothing without an amount (records.md 3.3). */
export function mustBeCounted(kind: Kind): boolean {
  return kind === 'money' || kind === 'hours'
}

/**
 * Field → what is wrong with a commitment; empty = good. Money and hours need an amount above zero; an amount needs a unit
 * that fits its kind, and of all its years together none is larger than a single one may be; a period may not end before it begins; a decision as its source must be named; withdrawing needs a reason.
 */
export function checkCommitment(commitment: CommitmentRules): FieldMessages {
  const wrong: FieldMessages = {}
  const { kind, amount, unit, periodFrom, periodTo } = commitment
  if (amount === null && (mustBeCounted(kind) || unit !== null)) wrong.amount = fieldMessage('amountMissing')
  if (amount === 0) wrong.amount = fieldMessage('amountNotPositive')
  // Each year of a yearly one counts: whole, it is no larger than any other, so that sums stay exact.
  else if ((statedAmount(commitment) ?? 0) > mostAmount) wrong.amount = fieldMessage('tooMany')
  if (unit === null && amount !== null) wrong.unit = fieldMessage('unitMissing')
  if (unit !== null && !unitsOf[kind].includes(unit)) wrong.unit = fieldMessage('unitNotOfKind')
  if (periodTo < periodFrom) wrong.periodTo = fieldMessage('endBeforeStart')
  if (commitment.source === 'meetingDecision' && commitment.sourceDecisionId === null) {
    wrong.sourceDecisionId = fieldMessage('sourceDecisionMissing')
  }
  if (commitment.stage === 'withdrawn' && commitment.withdrawnReason === null) {
    wrong.withdrawnReason = fieldMessage('withdrawnReasonMissing')
  }
  return wrong
}

/** Not wrong, but to be looked at: money in another currency than that of the partner's country (records.md 3.3). */
export function commitmentWarnings(commitment: Pick<Commitment, 'unit'>, partnerCountry: Country): FieldMessages {
  const { unit } = commitment
  if (unit !== 'NOK' && unit !== 'SEK') return {}
  const own = partnerCountry === 'NO' ? 'NOK' : 'SEK'
  return unit === own ? {} : { unit: fieldMessage('currencyOtherCountry', { own }) }
}

/**
 * Field → what is wrong with a delivery of a commitment; empty = good. What is counted is delivered in amounts above zero, what
 * isn't has none; nothing is delivered in the future, nor of what is only proposed or was withdrawn (`commitmentId`). More than was
 * pledged is allowed. Dates in messages are ISO unless `language` is given.
 */
export function checkDelivery(
  delivery: Given,
  commitment: Pick<Commitment, 'amount' | 'stage'>,
  context: { today: Day; language?: Language },
): FieldMessages {
  const wrong: FieldMessages = {}
  if (commitment.amount === null) {
    if (delivery.amount !== null) wrong.amount = fieldMessage('deliveryNotCounted')
  } else if (delivery.amount === null) wrong.amount = fieldMessage('amountMissing')
  else if (delivery.amount === 0) wrong.amount = fieldMessage('amountNotPositive')
  if (delivery.deliveredOn > context.today) {
    wrong.deliveredOn = fieldMessage('dayInFuture', { today: formatDay(context.today, context.language ?? 'sv') })
  }
  if (commitment.stage === 'proposed') wrong.commitmentId = fieldMessage('deliveryOfProposed')
  if (commitment.stage === 'withdrawn') wrong.commitmentId = fieldMessage('deliveryOfWithdrawn')
  return wrong
}

/** True for a delivery dated before or after what was promised for: allowed, and told. */
export function isOutsidePeriod(
  delivery: Pick<Delivery, 'deliveredOn'>,
  { periodFrom, periodTo }: Pick<Commitment, 'periodFrom' | 'periodTo'>,
): boolean {
  return delivery.deliveredOn < periodFrom || delivery.deliveredOn > periodTo
}

/** Not wrong, but to be looked at: a delivery dated outside the period. Dates are ISO unless `language` is given. */
export function deliveryWarnings(
  delivery: Pick<Delivery, 'deliveredOn'>,
  commitment: Pick<Commitment, 'periodFrom' | 'periodTo'>,
  language: Language = 'sv',
): FieldMessages {
  if (!isOutsidePeriod(delivery, commitment)) return {}
  const [from, to] = [formatDay(commitment.periodFrom, language), formatDay(commitment.periodTo, language)]
  return { deliveredOn: fieldMessage('deliveryOutsidePeriod', { from, to }) }
}

/** The year of a day. */
function yearOf(day: Day): number {
  return Number(day.slice(0, 4))
}

/**
 * What was stated for the whole period, in øre/öre or hundredths: the amount, times the calendar years that the period touches
 * where it is yearly. Null where nothing is counted.
 */
export function statedAmount({
  amount,
  recurrence,
  periodFrom,
  periodTo,
}: Pick<Commitment, 'amount' | 'recurrence' | 'periodFrom' | 'periodTo'>): number | null {
  if (amount === null) return null
  return recurrence === 'once' ? amount : amount * Math.max(0, yearOf(periodTo) - yearOf(periodFrom) + 1)
}

/**
 * What counts as pledged in a year: one `once` whole in the year its period ends, one `yearly` in each year that its period
 * touches. What is only proposed, was withdrawn or isn't counted pledges nothing.
 */
export function pledgedInYear(commitment: Pledge, year: number): number {
  const { amount, recurrence, periodFrom, periodTo, stage } = commitment
  if (amount === null || stage !== 'promised') return 0
  const last = yearOf(periodTo)
  return (recurrence === 'once' ? year === last : yearOf(periodFrom) <= year && year <= last) ? amount : 0
}

/** Derived, never stored: the stage where it is proposed or withdrawn, else how much of what was stated has come. One delivery does for what isn't counted. */
export function statusOf(
  { stage }: Pick<Commitment, 'stage'>,
  given: { readonly pledged: number | null; readonly delivered: number; readonly deliveries: number },
): CommitmentStatus {
  if (stage !== 'promised') return stage
  if (given.pledged === null) return given.deliveries > 0 ? 'delivered' : 'promised'
  if (given.delivered >= given.pledged) return 'delivered'
  return given.delivered > 0 ? 'partlyDelivered' : 'promised'
}

/** True while a promise waits for its delivery. */
export function isOpenCommitment(status: CommitmentStatus): boolean {
  return status === 'promised' || status === 'partlyDelivered'
}

/** Days since the period of an open commitment ended; 0 where none (records.md 3.3: must be reported as open). */
export function commitmentDaysOverdue(
  { status, periodTo }: { readonly status: CommitmentStatus; readonly periodTo: Day },
  today: Day,
): number {
  return isOpenCommitment(status) && periodTo < today ? daysBetween(periodTo, today) : 0
}

/** Everything a list tells of a commitment beside its own fields. Nothing remains of what is proposed or withdrawn. */
export function standingOf(
  commitment: Pledge,
  { delivered, deliveries }: { readonly delivered: number; readonly deliveries: number },
  today: Day,
) {
  const pledged = statedAmount(commitment)
  const status = statusOf(commitment, { pledged, delivered, deliveries })
  const daysOverdue = commitmentDaysOverdue({ status, periodTo: commitment.periodTo }, today)
  const remaining = pledged === null ? null : isOpenCommitment(status) ? pledged - delivered : 0
  return {
    status,
    pledged,
    delivered,
    deliveries,
    remaining,
    over: pledged === null ? 0 : Math.max(0, delivered - pledged),
    isOverdue: daysOverdue > 0,
    daysOverdue,
  }
}

/** One row per year that the period or a delivery lies in: what was to be given, and what was. Empty where nothing is counted. */
export function yearsOf(
  commitment: Pledge,
  deliveries: readonly Given[],
): { year: number; pledged: number; delivered: number }[] {
  if (commitment.amount === null) return []
  const years = new Map<number, number>()
  for (let year = yearOf(commitment.periodFrom); year <= yearOf(commitment.periodTo); year++) years.set(year, 0)
  for (const { deliveredOn, amount } of deliveries) {
    const year = yearOf(deliveredOn)
    years.set(year, (years.get(year) ?? 0) + (amount ?? 0))
  }
  return [...years]
    .sort(([a], [b]) => a - b)
    .map(([year, delivered]) => ({ year, pledged: pledgedInYear(commitment, year), delivered }))
}
