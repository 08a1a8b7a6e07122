import type { ParsedInputOf } from '#shared/contract/dispatcher.ts'
import { invalid, problem } from '#shared/contract/problem.ts'
import { fieldMessage } from '#shared/domain/checked.ts'
import type { Action } from '#shared/domain/records/decision.ts'
import type { Day } from '#shared/domain/values.ts'
import type { Writer } from '../changes.ts'
import { type AreaHandlers, type Context, change, today } from '../context.ts'
import { wrongInAction } from '../item-checks.ts'
import { actionRowOf, countActions, listActions } from '../repositories/actions.ts'
import { find, read, type Store } from '../store.ts'
import { dayOf, filled, refuseIfWrong, revised } from './checking.ts'
import { reviseAll } from './many.ts'

type NewAction = Omit<Action, 'id' | 'createdStamp' | 'changedStamp' | 'deletedAt'>

/**
 * Refuses an item and a decision that don't belong together. A decision alone is enough: its action has the item's case number
 * (records.md 3.9), and may come up when the minutes are final.
 *
 * @throws ProblemError `invalid` on `originDecisionId`.
 */
function refuseOtherItem(store: Store, { originItemId, originDecisionId }: NewAction, prefix = ''): void {
  if (originDecisionId === null || originItemId === null) return
  if (find(store, 'decisions', originDecisionId)?.itemId === originItemId) return
  throw invalid({ [`${prefix}originDecisionId`]: fieldMessage('decisionOfOtherItem') })
}

/** The day belongs to being done; what is opened again has none. */
const doneDay = (status: Action['status'], doneOn: Day | null) => (status === 'done' ? doneOn : null)

/** What it is and how far it has come, by the rules of both. */
function revise(
  context: Context,
  write: Writer,
  action: Action,
  changes: Omit<ParsedInputOf<'actions.revise'>['changes'], 'status'> & ParsedInputOf<'actions.reviseMany'>['changes'],
): Action {
  const given = revised(action, changes)
  const next = { ...given, doneOn: doneDay(given.status, given.doneOn) }
  refuseOtherItem(write, next, 'changes.')
  refuseIfWrong(wrongInAction(write, next, dayOf(context)), 'changes.')
  return write.revise('actions', action.id, next)
}

export const actionHandlers: AreaHandlers<'actions'> = {
  'actions.list': (input, context) => listActions(context.store, input, today(context)),
  'actions.count': ({ filter }, context) => countActions(context.store, filter, today(context)),
  'actions.open': ({ id }, context) => {
    const row = actionRowOf(context.store, id, today(context))
    if (!row) throw problem('notFound', 'problems.notFound')
    return row
  },
  'actions.add': (input, context) => {
    const { store } = context
    const action = filled<NewAction>(
      {
        title: input.title,
        originItemId: null,
        originDecisionId: null,
        originVisitId: null,
        ownerId: input.ownerId,
        organisationId: find(store, 'persons', input.ownerId)?.organisationId ?? null,
        dueOn: input.dueOn,
        priority: 'normal',
        status: 'open',
        doneOn: null,
        result: null,
        reportedInId: null,
      },
      input,
    )
    refuseOtherItem(store, action)
    const made = { ...action, doneOn: doneDay(action.status, action.doneOn) }
    refuseIfWrong(wrongInAction(store, made, dayOf(context)))
    return change(context, (write) => write.insert('actions', { id: context.newId(), ...made }))
  },
  'actions.revise': ({ id, changes }, context) =>
    change(context, (write) => revise(context, write, read(write, 'actions', id), changes)),
  'actions.reviseMany': ({ ids, changes }, context) =>
    reviseAll(context, 'actions', ids, (write, action) => revise(context, write, action, changes)),
  'actions.report': ({ id, status, doneOn, result, reportedInId }, context) => {
    const before = read(context.store, 'actions', id)
    const reported = {
      status,
      doneOn: doneDay(status, doneOn),
      result: result.trim() === '' ? null : result,
      reportedInId,
    }
    refuseIfWrong(wrongInAction(context.store, { ...before, ...reported }, dayOf(context)))
    return change(context, (write) => write.revise('actions', id, reported))
  },
  'actions.remove': ({ id }, context) => {
    change(context, (write) => write.remove('actions', id))
    return {}
  },
}
