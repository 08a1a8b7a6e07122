import { invalid } from '#shared/contract/problem.ts'
import { fieldMessage } from '#shared/domain/checked.ts'
import { checkDisqualification } from '#shared/domain/disqualification-rules.ts'
import { lastDayOf } from '#shared/domain/meeting-states.ts'
import { votersAt } from '#shared/domain/presence.ts'
import { checkProposal } from '#shared/domain/proposal-rules.ts'
import type { Disqualification, Proposal, Statement } from '#shared/domain/records/agenda-item.ts'
import { checkStatement } from '#shared/domain/statement-rules.ts'
import { sumOf } from '#shared/domain/vote-rules.ts'
import { type AreaHandlers, type Context, change, today } from '../context.ts'
import { disqualifiedIn, type ItemSetting, refuseStranger, settingOf } from '../item-setting.ts'
import { childrenOf } from '../repositories/agenda-items.ts'
import { nextPosition } from '../settling.ts'
import { read } from '../store.ts'
import { filled, languageOf, refuseIfWrong, revised } from './checking.ts'

type New<T> = Omit<T, 'id' | 'createdStamp' | 'changedStamp' | 'deletedAt'>

function checkDisqualified(
  context: Context,
  setting: ItemSetting,
  one: New<Disqualification>,
  { id = '', prefix = '' } = {},
): void {
  const others = setting.disqualifications.filter((other) => other.id !== id)
  refuseIfWrong(checkDisqualification(one, { ...setting, openedAt: setting.meeting.openedAt, others }), prefix)
  // A vote that was counted with the person in it can't stand when they may not have voted.
  const voters = votersAt({ ...setting, openedAt: setting.meeting.openedAt, disqualifications: [...others, one] })
  const names = new Set(voters)
  const broken = childrenOf(context.store, 'votes', setting.item.id).some(
    (vote) => sumOf(vote) > voters.length || vote.namedVotes.some(({ personId }) => !names.has(personId)),
  )
  if (broken) throw invalid({ [`${prefix}outcome`]: fieldMessage('voteTakenWith') })
}

function checkProposed(
  context: Context,
  setting: ItemSetting,
  one: New<Proposal>,
  { id = '', prefix = '', before = null as Proposal['status'] | null } = {},
): void {
  const others = childrenOf(context.store, 'proposals', setting.item.id).filter((other) => other.id !== id)
  refuseStranger(setting, one.proposerId, `${prefix}proposerId`)
  refuseIfWrong(checkProposal(one, { before, others, disqualifiedIds: disqualifiedIn(setting) }), prefix)
}

function checkStated(context: Context, setting: ItemSetting, one: New<Statement>, prefix = ''): void {
  const wrong = checkStatement(one, {
    meeting: setting.meeting,
    today: today(context),
    attendeeIds: setting.attendances
      .filter(({ status }) => status !== 'absent' && status !== 'absentWithReason')
      .map(({ personId }) => personId),
    disqualifiedIds: disqualifiedIn(setting),
    language: languageOf(context),
  })
  refuseIfWrong(wrong, prefix)
}

type Part = 'disqualifications' | 'proposals' | 'statements'
/** Takes a part away from an item that isn't sealed. */
function removed(context: Context, entity: Part, id: string): Record<string, never> {
  settingOf(context.store, read(context.store, entity, id).itemId)
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
    checkDisqualified(context, setting, one)
    return change(context, (write) => write.insert('disqualifications', { id: context.newId(), ...one }))
  },
  'disqualifications.revise': ({ id, changes }, context) => {
    const before = read(context.store, 'disqualifications', id)
    const setting = settingOf(context.store, before.itemId)
    checkDisqualified(context, setting, revised(before, changes), { id, prefix: 'changes.' })
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
    checkProposed(context, setting, one)
    return change(context, (write) => write.insert('proposals', { id: context.newId(), ...one }))
  },
  'proposals.revise': ({ id, changes }, context) => {
    const before = read(context.store, 'proposals', id)
    const setting = settingOf(context.store, before.itemId)
    checkProposed(context, setting, revised(before, changes), { id, prefix: 'changes.', before: before.status })
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
    checkStated(context, setting, one)
    return change(context, (write) => write.insert('statements', { id: context.newId(), ...one }))
  },
  'statements.revise': ({ id, changes }, context) => {
    const before = read(context.store, 'statements', id)
    checkStated(context, settingOf(context.store, before.itemId), revised(before, changes), 'changes.')
    return change(context, (write) => write.revise('statements', id, changes))
  },
  'statements.remove': ({ id }, context) => removed(context, 'statements', id),
}
