import type { ParsedInputOf } from '#shared/contract/dispatcher.ts'
import { problem } from '#shared/contract/problem.ts'
import { fieldMessage } from '#shared/domain/checked.ts'
import { checkCommitment, checkDelivery, isOutsidePeriod, yearsOf } from '#shared/domain/commitment-rules.ts'
import type { Commitment, Delivery } from '#shared/domain/records/commitment.ts'
import type { Writer } from '../changes.ts'
import { type AreaHandlers, change, today } from '../context.ts'
import { closeItemsOf } from '../escalation.ts'
import { attachmentsOf } from '../repositories/attachments.ts'
import { commitmentSums } from '../repositories/commitment-sums.ts'
import { commitmentRowOf, countCommitments, deliveriesOf, listCommitments } from '../repositories/commitments.ts'
import { giveAndTakeOf, partnerReminders } from '../repositories/give-and-take.ts'
import { read, readAll, type Store } from '../store.ts'
import { byName } from './by-name.ts'
import { dayOf, filled, refuseIfWrong, revised } from './checking.ts'
import { reviseAll } from './many.ts'

type New<T> = Omit<T, 'id' | 'createdStamp' | 'changedStamp' | 'deletedAt'>

/** What no longer belongs goes: the decision where it isn't the source, the reason where nothing is withdrawn. */
function tidied<T extends Partial<New<Commitment>>>(changes: T, after: New<Commitment>): T {
  return {
    ...changes,
    ...(after.source === 'meetingDecision' ? {} : { sourceDecisionId: null }),
    ...(after.stage === 'withdrawn' ? {} : { withdrawnReason: null }),
  }
}

function revise(
  write: Writer,
  before: Commitment,
  changes: ParsedInputOf<'commitments.revise'>['changes'],
): Commitment {
  const after = revised(before, changes)
  const next = tidied(changes as Partial<New<Commitment>>, after)
  const whole = revised(before, next)
  refuseIfWrong({ ...checkCommitment(whole), ...againstDeliveries(write, before, whole) }, 'changes.')
  if (before.isPublic && !whole.isPublic) closeItemsOf(write, 'commitments', before.id)
  return write.revise('commitments', before.id, next)
}

export const commitmentHandlers: AreaHandlers<'commitments' | 'deliveries'> = {
  'commitments.list': (input, context) => listCommitments(context.store, input, today(context)),
  'commitments.count': ({ filter }, context) => countCommitments(context.store, filter, today(context)),
  'commitments.sums': ({ filter }, context) => commitmentSums(context.store, filter, today(context)),
  'commitments.open': ({ id }, context) => {
    const { store } = context
    const commitment = commitmentRowOf(store, id, today(context))
    if (!commitment) throw problem('notFound', 'problems.notFound')
    const deliveries = deliveriesOf(store, id)
    return {
      commitment,
      deliveries: deliveries.map((delivery) => ({
        ...delivery,
        attachments: attachmentsOf(store, delivery.id, 'deliveryId'),
        outsidePeriod: isOutsidePeriod(delivery, commitment),
      })),
      years: yearsOf(commitment, deliveries),
      attachments: attachmentsOf(store, id, 'commitmentId'),
    }
  },
  'commitments.add': (input, context) => {
    const given = filled<New<Commitment>>(
      {
        partnerId: input.partnerId,
        title: input.title,
        kind: input.kind,
        amount: null,
        unit: null,
        periodFrom: input.periodFrom,
        periodTo: input.periodTo,
        recurrence: 'once',
        source: 'agreement',
        sourceDecisionId: null,
        stage: 'promised',
        isPublic: true,
        withdrawnReason: null,
        note: null,
        projectId: null,
      },
      input,
    )
    const commitment = tidied(given, given)
    refuseIfWrong(checkCommitment(commitment))
    return change(context, (write) => write.insert('commitments', { id: context.newId(), ...commitment }))
  },
  'commitments.revise': ({ id, changes }, context) =>
    change(context, (write) => revise(write, read(write, 'commitments', id), changes)),
  'commitments.reviseMany': ({ ids, changes }, context) =>
    reviseAll(context, 'commitments', ids, (write, commitment) => revise(write, commitment, changes)),
  'commitments.remove': ({ id }, context) => {
    change(context, (write) => {
      for (const attachment of attachmentsOf(write, id, 'commitmentId')) write.remove('attachments', attachment.id)
      write.remove('commitments', id)
    })
    return {}
  },
  'deliveries.add': (input, context) => {
    const delivery = filled<New<Delivery>>(
      { commitmentId: input.commitmentId, deliveredOn: input.deliveredOn, amount: null, description: null, note: null },
      input,
    )
    refuseIfWrong(checkDelivery(delivery, read(context.store, 'commitments', input.commitmentId), dayOf(context)))
    return change(context, (write) => write.insert('deliveries', { id: context.newId(), ...delivery }))
  },
  'deliveries.revise': ({ id, changes }, context) => {
    const before = read(context.store, 'deliveries', id)
    const { commitmentId: _, ...wrong } = checkDelivery(
      revised(before, changes),
      read(context.store, 'commitments', before.commitmentId),
      dayOf(context),
    )
    // What came before the rest was withdrawn can still be put right.
    refuseIfWrong(wrong, 'changes.')
    return change(context, (write) => write.revise('deliveries', id, changes))
  },
  'deliveries.remove': ({ id }, context) => {
    change(context, (write) => {
      // Its evidence goes with it, so that one undo brings both back.
      for (const attachment of attachmentsOf(write, id, 'deliveryId')) write.remove('attachments', attachment.id)
      write.remove('deliveries', id)
    })
    return {}
  },
  'commitments.matrix': ({ fromYear, toYear }, { store }) => {
    refuseIfWrong(toYear < fromYear ? { toYear: fieldMessage('endBeforeStart') } : {})
    const partners = byName(store, readAll(store, 'partners', 'id'), ({ name }) => name)
    return {
      partners: partners.map(({ id, name, partnerType, status }) => ({
        id,
        name,
        partnerType,
        active: status === 'active',
      })),
      cells: giveAndTakeOf(store, fromYear, toYear),
    }
  },
  'commitments.reminders': ({ withinDays }, context) => partnerReminders(context.store, today(context), withinDays),
}

/** Deliveries are kept in the commitment's unit, and a mere proposal has none. */
function againstDeliveries(store: Store, before: Commitment, after: Commitment) {
  const turned = before.unit !== after.unit
  const proposed = before.stage !== 'proposed' && after.stage === 'proposed'
  if ((!turned && !proposed) || deliveriesOf(store, before.id).length === 0) return {}
  return {
    ...(turned ? { unit: fieldMessage('unitHasDeliveries') } : {}),
    ...(proposed ? { stage: fieldMessage('proposedHasDeliveries') } : {}),
  }
}
