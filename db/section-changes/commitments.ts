/** What partners promised and gave: new, more or less than it was, later, overdue, delivered, fallen away. */
import type { SectionChange } from '#shared/documents/section-changes.ts'
import { isOpenCommitment, standingOf } from '#shared/domain/commitment-rules.ts'
import type { Commitment, Delivery } from '#shared/domain/records/commitment.ts'
import type { Id } from '#shared/domain/values.ts'
import { type CommitmentRow, commitmentsTouching } from '../repositories/commitments.ts'
import { find, type Store, sql } from '../store.ts'
import { type Comparing, Gathering, isThere, type Told } from './comparing.ts'

type Standing = ReturnType<typeof standingOf>
interface Given {
  readonly delivered: number
  readonly deliveries: number
}

/** Commitments that the package prints, or the last one did. What is not public is counted, unless the package is a closed one. */
export function commitmentChanges(at: Comparing): Told {
  const { store, past, choice, today } = at
  const rows = new Map(
    commitmentsTouching(store, choice.periodFrom, choice.periodTo, today).map((row) => [row.id, row]),
  )
  const came = deliveriesSince(at)
  const ids = new Set([...rows.keys(), ...past.changed('commitments'), ...came.keys()])
  const gathering = new Gathering()
  for (const id of ids) tell(at, id, rows.get(id), came.get(id) ?? { delivered: 0, deliveries: 0 }, gathering)
  return gathering.told('commitments', rows.size > 0)
}

/** It is there and holds: not removed, not withdrawn. */
function holds(one: Commitment | undefined): one is Commitment {
  return isThere(one) && one.stage !== 'withdrawn'
}

function tell(at: Comparing, id: Id, row: CommitmentRow | undefined, came: Given, gathering: Gathering): void {
  const { store, past, previous, choice, today, previousDay, masked } = at
  const now = row ?? find(store, 'commitments', id)
  if (!now) return
  // Reading each again that nobody changed would take longer than all the rest.
  const then = past.isChanged('commitments', id) ? past.before('commitments', id) : now
  const given = row ?? givenTo(store, id)
  const is = standingOf(now, given, today)
  const was = then && standingOf(then, minus(given, came), previousDay)
  const wasPrinted = holds(then) && was !== undefined && touches(then, was, previous)
  const isPrinted = holds(now) && row !== undefined
  if (!isPrinted && !wasPrinted) return
  const mayBeRead = (one: Commitment) => one.isPublic || choice.withConfidential
  const named = {
    partner: row?.partnerName ?? find(store, 'partners', now.partnerId)?.name ?? '',
    title: masked(now.title),
  }
  const wasRead = holds(then) && mayBeRead(then)
  const reason = masked(now.withdrawnReason)
  const changes: SectionChange[] = !holds(now)
    ? [{ code: 'commitmentGone', ...named, reason }]
    : !holds(then) || was === undefined || (!wasRead && mayBeRead(now))
      ? [{ code: 'commitmentNew', ...named, pledged: quantityOf(now, is.pledged), periodTo: now.periodTo }]
      : differences(named, { record: then, standing: was }, { record: now, standing: is })
  // One made secret since is not told as gone, which would name it.
  const hidden = !mayBeRead(now) || (!holds(now) && !wasRead)
  if (!hidden) gathering.tell(...changes)
  else if (changes.length > 0 || wasRead) gathering.withhold()
}

interface State {
  readonly record: Commitment
  readonly standing: Standing
}

function differences(named: { partner: string; title: string }, then: State, now: State): SectionChange[] {
  const [from, to] = [quantityOf(then.record, then.standing.pledged), quantityOf(now.record, now.standing.pledged)]
  const [had, has] = [
    quantityOf(then.record, then.standing.delivered) ?? quantityOf(now.record, then.standing.delivered),
    quantityOf(now.record, now.standing.delivered),
  ]
  const changes: SectionChange[] = []
  if (then.record.stage === 'proposed' && now.record.stage === 'promised') {
    changes.push({ code: 'commitmentPromised', ...named })
  }
  if (from?.amount !== to?.amount || from?.unit !== to?.unit) {
    changes.push({ code: 'commitmentAmount', ...named, from, to })
  }
  if (then.record.periodTo !== now.record.periodTo) {
    changes.push({ code: 'commitmentDeadline', ...named, from: then.record.periodTo, to: now.record.periodTo })
  }
  const [wasDone, isDone] = [then.standing.status === 'delivered', now.standing.status === 'delivered']
  if (isDone && !wasDone) changes.push({ code: 'commitmentDelivered', ...named, delivered: has })
  else if (wasDone && !isDone) changes.push({ code: 'commitmentOpenAgain', ...named })
  else if (had && has && to && had.amount !== has.amount) {
    changes.push({ code: 'commitmentGiven', ...named, from: had, to: has, pledged: to })
  }
  if (now.standing.isOverdue && !then.standing.isOverdue) {
    changes.push({ code: 'commitmentOverdue', ...named, periodTo: now.record.periodTo })
  }
  return changes
}

function quantityOf({ unit }: Pick<Commitment, 'unit'>, amount: number | null) {
  return amount === null || unit === null ? null : { amount, unit }
}

/** The same as `commitmentsTouching` asks. */
function touches(one: Commitment, standing: Standing, period: Comparing['previous']): boolean {
  return (
    one.periodFrom <= period.periodTo &&
    (one.periodTo >= period.periodFrom || (standing.isOverdue && isOpenCommitment(standing.status)))
  )
}

/** By commitment, what the deliveries recorded since add to what had come; negative where some were taken out. */
function deliveriesSince({ store, past }: Comparing): Map<Id, Given> {
  const sums = new Map<Id, Given>()
  const add = (delivery: Delivery | undefined, sign: 1 | -1) => {
    if (!isThere(delivery)) return
    const { delivered, deliveries } = sums.get(delivery.commitmentId) ?? { delivered: 0, deliveries: 0 }
    const amount = delivery.amount ?? 0
    sums.set(delivery.commitmentId, { delivered: delivered + sign * amount, deliveries: deliveries + sign })
  }
  for (const id of past.changed('deliveries')) {
    add(find(store, 'deliveries', id), 1)
    add(past.before('deliveries', id), -1)
  }
  return sums
}

function minus(now: Given, came: Given): Given {
  return { delivered: now.delivered - came.delivered, deliveries: now.deliveries - came.deliveries }
}

function givenTo(store: Store, commitmentId: Id): Given {
  return sql(
    store,
    'SELECT coalesce(sum(amount), 0) AS delivered, count(*) AS deliveries FROM deliveries WHERE commitment_id = ? AND deleted_at IS NULL',
  ).get(commitmentId) as Given
}
