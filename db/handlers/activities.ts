import { problem } from '#shared/contract/problem.ts'
import type { Activity } from '#shared/domain/records/goal.ts'
import type { Writer } from '../changes.ts'
import { type AreaHandlers, type Context, change, today } from '../context.ts'
import { wrongInActivity } from '../goal-checks.ts'
import { listActivities, totalsOfActivities } from '../repositories/goal-list.ts'
import { activityRowsOf } from '../repositories/goals.ts'
import { find, read, type Store } from '../store.ts'
import { dayOf, filled, refuseIfWrong, revised } from './checking.ts'
import { reviseAll } from './many.ts'

type NewActivity = Omit<Activity, 'id' | 'createdStamp' | 'changedStamp' | 'deletedAt'>
type Changes = { readonly [F in keyof NewActivity]?: NewActivity[F] | undefined }

export const activityHandlers: AreaHandlers<'activities'> = {
  'activities.list': (input, context) => listActivities(context.store, input, today(context)),
  'activities.totals': ({ filter }, context) => totalsOfActivities(context.store, filter, today(context)),
  'activities.open': ({ id }, context) => {
    const [activity] = activityRowsOf(context.store, [id], today(context))
    if (!activity) throw problem('notFound', 'problems.notFound')
    return { activity }
  },
  'activities.add': (input, context) =>
    change(context, (write) => {
      const activity = filled<NewActivity>(
        {
          planId: read(write, 'plans', input.planId).id,
          focusAreaId: null,
          goalId: null,
          strategyId: null,
          code: null,
          title: input.title,
          year: null,
          responsibleId: null,
          status: 'notStated',
          statusComment: null,
          statusOn: null,
          dueOn: null,
          dependsOn: null,
          previousId: null,
        },
        { ...inherited(write, input), ...statusDay(context, input) },
      )
      refuseIfWrong(wrongInActivity(write, null, activity, dayOf(context)))
      return write.insert('activities', { id: context.newId(), ...activity })
    }),
  'activities.revise': ({ id, changes }, context) =>
    change(context, (write) => reviseOne(context, write, read(write, 'activities', id), changes)),
  'activities.reviseMany': ({ ids, changes }, context) =>
    reviseAll(context, 'activities', ids, (write, activity) => reviseOne(context, write, activity, changes)),
  'activities.remove': ({ id }, context) => {
    change(context, (write) => write.remove('activities', id))
    return {}
  },
}

/** Changes one activity within a transaction. @throws ProblemError `invalid` with fields under `changes.`. */
function reviseOne(context: Context, write: Writer, before: Activity, given: Changes): Activity {
  const changes = { ...inherited(write, given), ...statusDay(context, given) }
  refuseIfWrong(wrongInActivity(write, before.id, revised(before, changes), dayOf(context)), 'changes.')
  return write.revise('activities', before.id, changes)
}

/** An activity that is put under a goal or a strategy is of their area and goal, where it says nothing of its own. */
function inherited(store: Store, given: Changes): Changes {
  const strategy = given.strategyId == null ? undefined : find(store, 'strategies', given.strategyId)
  const goalId = given.goalId === undefined && strategy?.goalId ? strategy.goalId : given.goalId
  const goal = goalId == null ? undefined : find(store, 'goals', goalId)
  const area = goal?.focusAreaId ?? strategy?.focusAreaId
  return {
    ...given,
    ...(goalId === undefined ? {} : { goalId }),
    ...(given.focusAreaId === undefined && area != null ? { focusAreaId: area } : {}),
  }
}

/** A status that is set holds from today unless a day is given; one not stated holds on no day. */
function statusDay(context: Context, { status, statusOn }: Changes): Changes {
  if (status === undefined) return {}
  if (status === 'notStated') return { statusOn: null }
  return { statusOn: statusOn ?? today(context) }
}
