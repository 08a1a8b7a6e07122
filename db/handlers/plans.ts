import type { z } from 'zod'
import type { planRow } from '#shared/contract/plans.ts'
import { blankArea, blankPlan, type FocusArea, type Plan, type PlanSection } from '#shared/domain/records/plan.ts'
import type { Id } from '#shared/domain/values.ts'
import { moveArea } from '../area-order.ts'
import type { Writer } from '../changes.ts'
import { type AreaHandlers, change } from '../context.ts'
import { wrongInFocusArea, wrongInPlan } from '../plan-checks.ts'
import { handOn, parentsFirst, versionsBefore } from '../plan-versions.ts'
import { attachmentsOf } from '../repositories/attachments.ts'
import {
  activitiesOf,
  areasOf,
  countsOfPlans,
  goalsOf,
  nextAreaNumber,
  plansInForce,
  sectionsOf,
  strategiesOf,
  wordingsOf,
} from '../repositories/plans.ts'
import { closeSectionGaps, placeSection } from '../section-places.ts'
import { read, readAll, type Store } from '../store.ts'
import { dayOf, filled, refuseIfWrong, revised } from './checking.ts'

type New<T> = Omit<T, 'id' | 'createdStamp' | 'changedStamp' | 'deletedAt'>
type PlanRow = z.infer<typeof planRow>

const rank = { inForce: 0, draft: 1, superseded: 2 } as const

export const planHandlers: Pick<AreaHandlers<'plans'>, 'plans.list' | 'plans.add' | 'plans.revise' | 'plans.remove'> &
  AreaHandlers<'focusAreas' | 'planSections'> = {
  'plans.list': (_input, { store }) => planRows(store).sort((a, b) => rank[a.status] - rank[b.status]),
  'plans.add': (input, context) => {
    const plan = filled<New<Plan>>({ ...blankPlan, title: input.title }, input)
    // The first plan of a partnership is most likely the one that it works by.
    const first = !plansInForce(context.store).some(({ organisation }) => organisation === null)
    if (input.status === undefined && first && plan.organisation === null && plan.previousVersionId === null) {
      plan.status = 'inForce'
    }
    refuseIfWrong(wrongInPlan(context.store, null, plan, dayOf(context)))
    return change(context, (write) => write.insert('plans', { id: context.newId(), ...plan }))
  },
  'plans.revise': ({ id, changes }, context) =>
    change(context, (write) => {
      const before = read(write, 'plans', id)
      refuseIfWrong(wrongInPlan(write, id, revised(before, changes), dayOf(context)), 'changes.')
      const after = write.revise('plans', id, changes)
      // Put in force by its status it takes over as one that is adopted does.
      if (after.status === 'inForce' && before.status !== 'inForce') {
        handOn(write, context.newId, after, versionsBefore(write, id))
      }
      return after
    }),
  'plans.remove': ({ id }, context) => {
    change(context, (write) => removePlan(write, id))
    return {}
  },
  'focusAreas.add': (input, context) => {
    read(context.store, 'plans', input.planId)
    const number = nextAreaNumber(context.store, input.planId)
    const area = filled<New<FocusArea>>({ planId: input.planId, number, title: input.title, ...blankArea }, input)
    refuseIfWrong(wrongInFocusArea(context.store, null, area))
    return change(context, (write) => write.insert('focusAreas', { id: context.newId(), ...area }))
  },
  'focusAreas.revise': ({ id, changes }, context) => {
    const after = revised(read(context.store, 'focusAreas', id), changes)
    refuseIfWrong(wrongInFocusArea(context.store, id, after), 'changes.')
    return change(context, (write) => write.revise('focusAreas', id, changes))
  },
  'focusAreas.move': ({ id, number }, context) => {
    change(context, (write) => moveArea(write, id, number))
    return {}
  },
  'focusAreas.remove': ({ id }, context) => {
    // Refused while it is named; the message tells by goals, projects, strategies or activities, and how many.
    change(context, (write) => write.remove('focusAreas', id))
    return {}
  },
  'planSections.add': (input, context) => {
    read(context.store, 'plans', input.planId)
    return change(context, (write) => {
      const last = sectionsOf(write, input.planId).length
      const section: New<PlanSection> = {
        planId: input.planId,
        position: last,
        title: input.title,
        lines: input.lines ?? [],
      }
      const made = write.insert('planSections', { id: context.newId(), ...section })
      placeSection(write, made, input.position ?? last)
      return read(write, 'planSections', made.id)
    })
  },
  'planSections.revise': ({ id, changes: { position, ...changes } }, context) =>
    change(context, (write) => {
      const section = write.revise('planSections', id, changes)
      if (position !== undefined) placeSection(write, section, position)
      return read(write, 'planSections', id)
    }),
  'planSections.remove': ({ id }, context) => {
    change(context, (write) => {
      const { planId } = read(write, 'planSections', id)
      write.remove('planSections', id)
      closeSectionGaps(write, planId)
    })
    return {}
  },
}

/** Every plan with its areas and counts, the newest first. */
function planRows(store: Store): PlanRow[] {
  const plans = readAll(store, 'plans', 'created_stamp DESC, id')
  const counts = countsOfPlans(store, plans)
  const followed = new Set(plans.map(({ previousVersionId }) => previousVersionId))
  return plans.flatMap((plan) => {
    const own = counts.get(plan.id)
    return own ? [{ ...plan, areas: areasOf(store, plan.id), counts: own, hasNewer: followed.has(plan.id) }] : []
  })
}

/**
 * Removes a plan with all that is a part of it, in an order in which nothing is named by what still stands, so that one undo brings all
 * back. @throws ProblemError `refused` while a later version, a project, or an indicator of its main goal names it.
 */
function removePlan(write: Writer, id: Id): void {
  read(write, 'plans', id)
  for (const one of activitiesOf(write, id)) write.remove('activities', one.id)
  for (const one of strategiesOf(write, id)) write.remove('strategies', one.id)
  for (const one of wordingsOf(write, id)) write.remove('wordings', one.id)
  // A sub-goal before the goal that it is a part of; links of the red thread go with their goal.
  for (const one of parentsFirst(goalsOf(write, id)).reverse()) write.remove('goals', one.id)
  for (const one of areasOf(write, id)) write.remove('focusAreas', one.id)
  for (const one of sectionsOf(write, id)) write.remove('planSections', one.id)
  for (const one of attachmentsOf(write, id, 'planId')) write.remove('attachments', one.id)
  write.remove('plans', id)
}
