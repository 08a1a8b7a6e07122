import type { ParsedInputOf } from '#shared/contract/dispatcher.ts'
import { problem } from '#shared/contract/problem.ts'
import { checkFollowUp } from '#shared/domain/follow-up-rules.ts'
import type { FollowUp } from '#shared/domain/records/follow-up.ts'
import type { Writer } from '../changes.ts'
import { type AreaHandlers, type Context, change, today } from '../context.ts'
import { countFollowUps, followUpRowOf, listFollowUps } from '../repositories/follow-ups.ts'
import { read } from '../store.ts'
import { filled, languageOf, refuseIfWrong, revised } from './checking.ts'
import { reviseAll } from './many.ts'

type NewFollowUp = Omit<FollowUp, 'id' | 'createdStamp' | 'changedStamp' | 'deletedAt'>

function check(context: Context, followUp: NewFollowUp, prefix = ''): void {
  const { visitedOn } = read(context.store, 'visits', followUp.visitId)
  refuseIfWrong(checkFollowUp(followUp, { visitedOn, today: today(context), language: languageOf(context) }), prefix)
}

/** Telling the company makes an open follow-up an answered one, and taking the day back opens it again; a status given by hand stands. */
function statusAfter(
  before: FollowUp['status'],
  changes: { readonly status?: FollowUp['status'] | undefined; readonly answeredCompanyOn?: string | null | undefined },
): FollowUp['status'] {
  if (changes.status !== undefined) return changes.status
  if (changes.answeredCompanyOn === undefined) return before
  if (changes.answeredCompanyOn !== null) return before === 'open' ? 'answered' : before
  return before === 'answered' ? 'open' : before
}

function revise(
  context: Context,
  write: Writer,
  before: FollowUp,
  changes: ParsedInputOf<'followUps.revise'>['changes'],
): FollowUp {
  const next = { ...changes, status: statusAfter(before.status, changes) }
  check(context, revised(before, next), 'changes.')
  return write.revise('followUps', before.id, next)
}

export const followUpHandlers: AreaHandlers<'followUps'> = {
  'followUps.list': (input, context) => listFollowUps(context.store, input, today(context)),
  'followUps.count': ({ filter }, context) => countFollowUps(context.store, filter, today(context)),
  'followUps.open': ({ id }, context) => {
    const row = followUpRowOf(context.store, id, today(context))
    if (!row) throw problem('notFound', 'problems.notFound')
    return row
  },
  'followUps.add': (input, context) => {
    const followUp = filled<NewFollowUp>(
      {
        visitId: input.visitId,
        description: input.description,
        theme: input.theme,
        ownerId: input.ownerId,
        forwardedToId: null,
        dueOn: input.dueOn,
        answeredCompanyOn: null,
        status: statusAfter('open', input),
        result: null,
      },
      input,
    )
    check(context, followUp)
    return change(context, (write) => write.insert('followUps', { id: context.newId(), ...followUp }))
  },
  'followUps.revise': ({ id, changes }, context) =>
    change(context, (write) => revise(context, write, read(write, 'followUps', id), changes)),
  'followUps.reviseMany': ({ ids, changes }, context) =>
    reviseAll(context, 'followUps', ids, (write, followUp) => revise(context, write, followUp, changes)),
  'followUps.close': ({ id, status, answeredCompanyOn, result }, context) => {
    const next = { status, answeredCompanyOn, result: result.trim() === '' ? null : result }
    check(context, revised(read(context.store, 'followUps', id), next))
    return change(context, (write) => write.revise('followUps', id, next))
  },
  'followUps.remove': ({ id }, context) => {
    change(context, (write) => write.remove('followUps', id))
    return {}
  },
}
