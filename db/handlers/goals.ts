import { problem } from '#shared/contract/problem.ts'
import { checkStatus, goalWarnings } from '#shared/domain/goal-rules.ts'
import { readPeriod } from '#shared/domain/periods.ts'
import type { Goal } from '#shared/domain/records/goal.ts'
import type { Id } from '#shared/domain/values.ts'
import type { Writer } from '../changes.ts'
import { type AreaHandlers, type Context, change, today } from '../context.ts'
import { wordingsOf, wrongInGoal } from '../goal-checks.ts'
import { closeGoalGaps, goalsInOrder, nextGoalCode, placeGoal } from '../goal-places.ts'
import { servingOf } from '../repositories/goal-links.ts'
import { listGoals, totalsOfGoals } from '../repositories/goal-list.ts'
import { activitiesOfGoal, strategiesOf, subGoalsOf, versionsOf } from '../repositories/goal-parts.ts'
import { activityRowsOf, goalRowsOf } from '../repositories/goals.ts'
import { find, read, type Store } from '../store.ts'
import { dayOf, filled, refuseIfWrong, revised } from './checking.ts'
import { reviseAll } from './many.ts'

type NewGoal = Omit<Goal, 'id' | 'createdStamp' | 'changedStamp' | 'deletedAt'>
type Changes = { readonly [F in keyof NewGoal]?: NewGoal[F] | undefined }

export const goalHandlers: AreaHandlers<'goals'> = {
  'goals.list': (input, context) => listGoals(context.store, input, today(context)),
  'goals.totals': ({ filter }, context) => totalsOfGoals(context.store, filter, today(context)),
  'goals.open': ({ id }, context) => openGoal(context, id),
  'goals.add': (given, context) =>
    change(context, (write) => {
      const input = withPeriods(given)
      const parent = given.parentId == null ? null : read(write, 'goals', given.parentId)
      const focusAreaId = input.focusAreaId ?? parent?.focusAreaId ?? null
      const area = focusAreaId === null ? null : (find(write, 'focusAreas', focusAreaId) ?? null)
      const goal = filled<NewGoal>(
        {
          ...blankGoal,
          planId: read(write, 'plans', given.planId).id,
          title: given.title,
          code: input.code ?? nextGoalCode(write, given.planId, parent, area),
          position: goalsInOrder(write, given.planId).length,
        },
        { ...input, focusAreaId, ...statusDay(context, input) },
      )
      refuseIfWrong(wrongInGoal(write, null, goal, dayOf(context)))
      const made = write.insert('goals', { id: context.newId(), ...goal })
      refuseIfWrong(wrongStatus(context, write, made))
      return made
    }),
  'goals.revise': ({ id, changes }, context) =>
    change(context, (write) => reviseOne(context, write, read(write, 'goals', id), changes)),
  'goals.reviseMany': ({ ids, changes }, context) =>
    reviseAll(context, 'goals', ids, (write, goal) => reviseOne(context, write, goal, changes)),
  'goals.move': ({ id, position }, context) => {
    const goal = read(context.store, 'goals', id)
    change(context, (write) => placeGoal(write, goal, position))
    return {}
  },
  'goals.remove': ({ id }, context) => {
    const { planId } = read(context.store, 'goals', id)
    change(context, (write) => {
      // What is a part of it goes with it, so that one undo brings all back; sub-goals and activities are first dealt with by hand.
      for (const wording of wordingsOf(write, planId, id)) write.remove('wordings', wording.id)
      for (const strategy of strategiesOf(write, planId, id)) write.remove('strategies', strategy.id)
      write.remove('goals', id)
      closeGoalGaps(write, planId)
    })
    return {}
  },
}

/** A goal that says nothing but what it must have. */
export const blankGoal: Omit<NewGoal, 'planId' | 'code' | 'title' | 'position'> = {
  focusAreaId: null,
  parentId: null,
  definition: null,
  targetKind: 'none',
  targetValue: null,
  targetUnit: null,
  comparator: null,
  baselineValue: null,
  baselineUnit: null,
  baselinePeriod: null,
  baselineSource: null,
  referenceId: null,
  referenceText: null,
  targetPeriod: null,
  deadline: null,
  test: null,
  responsibleId: null,
  status: null,
  statusComment: null,
  statusOn: null,
  leadIndicatorId: null,
  strategyIntro: null,
  previousId: null,
}

/** Changes one goal within a transaction; what lies under it follows it to another focus area. @throws ProblemError `invalid` with fields under `changes.`. */
function reviseOne(context: Context, write: Writer, before: Goal, given: Changes): Goal {
  const moved = given.parentId != null && given.parentId !== before.parentId && given.focusAreaId === undefined
  const parent = moved ? find(write, 'goals', given.parentId as Id) : undefined
  const changes: Changes = {
    ...withPeriods(given),
    ...(parent ? { focusAreaId: parent.focusAreaId } : {}),
    ...statusDay(context, given),
  }
  refuseIfWrong(wrongInGoal(write, before.id, revised(before, changes), dayOf(context)), 'changes.')
  const after = write.revise('goals', before.id, changes)
  if (after.focusAreaId !== before.focusAreaId) takeAlong(write, after)
  if (given.status !== undefined || given.statusComment !== undefined) {
    refuseIfWrong(wrongStatus(context, write, after), 'changes.')
  }
  return after
}

/** Sub-goals and activities go to the area of their goal. */
function takeAlong(write: Writer, { id, planId, focusAreaId }: Goal): void {
  for (const one of goalsInOrder(write, planId)) {
    if (one.parentId === id) takeAlong(write, write.revise('goals', one.id, { focusAreaId }))
  }
  if (focusAreaId === null) return
  for (const activityId of activitiesOfGoal(write, id)) write.revise('activities', activityId, { focusAreaId })
}

/** Periods as people type them, read into the form that is stored; what can't be read is left for the rules to tell. */
function withPeriods<C extends Changes>(changes: C): C {
  const stored = (text: string | null | undefined) => {
    const period = text == null ? text : readPeriod(text)
    return period == null ? period : period.ok ? period.value : text
  }
  return {
    ...changes,
    ...(changes.baselinePeriod === undefined ? {} : { baselinePeriod: stored(changes.baselinePeriod) }),
    ...(changes.targetPeriod === undefined ? {} : { targetPeriod: stored(changes.targetPeriod) }),
  }
}

/** A status that is set holds from today unless a day is given; one that is taken off holds on no day. */
function statusDay(context: Context, { status, statusOn }: Changes): Changes {
  if (status === undefined) return {}
  if (status === null) return { statusOn: null }
  return { statusOn: statusOn ?? today(context) }
}

function wrongStatus(context: Context, write: Store, { id }: Goal) {
  const [row] = goalRowsOf(write, [id], today(context))
  return row ? checkStatus(row, row.figures.status) : {}
}

function openGoal(context: Context, id: Id) {
  const { store } = context
  const day = dayOf(context)
  const [goal] = goalRowsOf(store, [id], day.today)
  if (!goal) throw problem('notFound', 'problems.notFound')
  const plan = read(store, 'plans', goal.planId)
  const parent = goal.parentId === null ? undefined : find(store, 'goals', goal.parentId)
  const reference = goal.referenceId === null ? undefined : find(store, 'indicators', goal.referenceId)
  const wordings = wordingsOf(store, goal.planId, id)
  const { title, versionLabel, areaLabel, goalLabel, subGoalLabel, strategyLabel, activityLabel } = plan
  return {
    goal,
    plan: {
      id: plan.id,
      title,
      versionLabel,
      areaLabel,
      goalLabel,
      subGoalLabel,
      strategyLabel,
      activityLabel,
    },
    parent: parent ? { id: parent.id, code: parent.code, title: parent.title } : null,
    subGoals: goalRowsOf(store, subGoalsOf(store, id), day.today),
    wordings,
    strategies: strategiesOf(store, goal.planId, id),
    activities: activityRowsOf(store, activitiesOfGoal(store, id), day.today),
    serving: servingOf(store, goal, day.today),
    versions: versionsOf(store, id),
    reference: reference ? { id: reference.id, code: reference.code, title: reference.title } : null,
    warnings: goalWarnings(goal, { inForce: wordings.find(({ inForce }) => inForce) ?? null }, day),
  }
}
