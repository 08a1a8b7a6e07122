import { lastDayOf } from '#shared/domain/meeting-states.ts'
import type { Disqualification, Proposal, Statement } from '#shared/domain/records/agenda-item.ts'
import { type AreaHandlers, type Context, change, today } from '../context.ts'
import { wrongInDisqualification, wrongInProposal, wrongInStatement } from '../item-checks.ts'
import { settingOf } from '../item-setting.ts'
import { childrenOf } from '../repositories/agenda-items.ts'
import { nextPosition } from '../settling.ts'
import { read } from '../store.ts'
import { dayOf, filled, refuseIfWrong, revised } from './checking.ts'

type New<T> = Omit<T, 'id' | 'createdStamp' | 'changedStamp' | 'deletedAt'>

type Part = 'disqualifications' | 'proposals' | 'statements'
function removed(context: Context, entity: Part, id: string): Record<string, never> {
  change(context, (write) => write.remove(entity, id))
  return {}
}

export const itemPartHandlers: AreaHandlers<Part> = {
  'disqualifications.add': (input, context) => {
    const setting = settingOf(context.store, input.itemId)
    const one = filled<New<Disqualification>>(
      {
        itemId: input.itemId,
        personId: input.personId,
        ground: input.ground,
        explanation: null,
        outcome: 'pending',
        replacedById: null,
      },
      input,
    )
    refuseIfWrong(wrongInDisqualification(context.store, setting, one))
    return change(context, (write) => write.insert('disqualifications', { id: context.newId(), ...one }))
  },
  'disqualifications.revise': ({ id, changes }, context) => {
    const before = read(context.store, 'disqualifications', id)
    const setting = settingOf(context.store, before.itemId)
    refuseIfWrong(wrongInDisqualification(context.store, setting, revised(before, changes)), 'changes.')
    return change(context, (write) => write.revise('disqualifications', id, changes))
  },
  'disqualifications.remove': ({ id }, context) => removed(context, 'disqualifications', id),

  'proposals.add': (input, context) => {
    const setting = settingOf(context.store, input.itemId)
    const others = childrenOf(context.store, 'proposals', input.itemId)
    const hasMain = others.some(({ kind, status }) => kind === 'main' && status !== 'withdrawn')
    const one = filled<New<Proposal>>(
      {
        itemId: input.itemId,
        position: nextPosition(others),
        kind: hasMain ? 'counter' : 'main',
        proposerId: null,
        party: null,
        text: input.text,
        status: 'open',
      },
      input,
    )
    refuseIfWrong(wrongInProposal(context.store, setting, one, null))
    return change(context, (write) => write.insert('proposals', { id: context.newId(), ...one }))
  },
  'proposals.revise': ({ id, changes }, context) => {
    const before = read(context.store, 'proposals', id)
    const setting = settingOf(context.store, before.itemId)
    refuseIfWrong(wrongInProposal(context.store, setting, revised(before, changes), before.status), 'changes.')
    return change(context, (write) => write.revise('proposals', id, changes))
  },
  'proposals.remove': ({ id }, context) => removed(context, 'proposals', id),

  'statements.add': (input, context) => {
    const setting = settingOf(context.store, input.itemId)
    const one = filled<New<Statement>>(
      {
        itemId: input.itemId,
        kind: input.kind,
        personId: null,
        party: null,
        text: input.text,
        // A dissent is delivered at the meeting, a note to the minutes when it comes.
        deliveredOn: input.kind === 'dissent' ? lastDayOf(setting.meeting) : today(context),
        deliveredAt: null,
      },
      input,
    )
    refuseIfWrong(wrongInStatement(setting, one, dayOf(context)))
    return change(context, (write) => write.insert('statements', { id: context.newId(), ...one }))
  },
  'statements.revise': ({ id, changes }, context) => {
    const before = read(context.store, 'statements', id)
    const setting = settingOf(context.store, before.itemId)
    refuseIfWrong(wrongInStatement(setting, revised(before, changes), dayOf(context)), 'changes.')
    return change(context, (write) => write.revise('statements', id, changes))
  },
  'statements.remove': ({ id }, context) => removed(context, 'statements', id),
}
