import { blankArea, blankPlan, type FocusArea, type Plan } from '#shared/domain/records/plan.ts'
import { type AreaHandlers, change } from '../context.ts'
import { areasOf, nextAreaNumber, plansInForce, wrongInFocusArea, wrongInPlan } from '../project-checks.ts'
import { read, readAll } from '../store.ts'
import { filled, refuseIfWrong, revised } from './checking.ts'

type New<T> = Omit<T, 'id' | 'createdStamp' | 'changedStamp' | 'deletedAt'>

// Counted by whoever builds the strategy area.
const noCounts = {
  areas: 0,
  goals: 0,
  subGoals: 0,
  strategies: 0,
  activities: 0,
  indicators: 0,
  projects: 0,
  sections: 0,
}
const rank = { inForce: 0, draft: 1, superseded: 2 } as const

export const planHandlers: Pick<
  AreaHandlers<'plans' | 'focusAreas'>,
  | 'plans.list'
  | 'plans.add'
  | 'plans.revise'
  | 'plans.remove'
  | 'focusAreas.add'
  | 'focusAreas.revise'
  | 'focusAreas.remove'
> = {
  'plans.list': (_input, { store }) =>
    readAll(store, 'plans', 'created_stamp DESC, id')
      .sort((a, b) => rank[a.status] - rank[b.status])
      .map((plan) => ({ ...plan, areas: areasOf(store, plan.id), counts: noCounts, hasNewer: false })),
  'plans.add': (input, context) => {
    const plan = filled<New<Plan>>(
      {
        ...blankPlan,
        title: input.title,
        // The first plan of a partnership is most likely the one that it works by.
        status: plansInForce(context.store).length === 0 ? 'inForce' : 'draft',
      },
      input,
    )
    refuseIfWrong(wrongInPlan(context.store, null, plan))
    return change(context, (write) => write.insert('plans', { id: context.newId(), ...plan }))
  },
  'plans.revise': ({ id, changes }, context) => {
    const after = revised(read(context.store, 'plans', id), changes)
    refuseIfWrong(wrongInPlan(context.store, id, after), 'changes.')
    return change(context, (write) => write.revise('plans', id, changes))
  },
  'plans.remove': ({ id }, context) => {
    change(context, (write) => {
      // Its focus areas go with it; a project that serves one keeps both.
      for (const area of areasOf(write, id)) write.remove('focusAreas', area.id)
      write.remove('plans', id)
    })
    return {}
  },
  'focusAreas.add': (input, context) => {
    const area = filled<New<FocusArea>>(
      {
        planId: input.planId,
        number: nextAreaNumber(context.store, input.planId),
        title: input.title,
        ...blankArea,
      },
      input,
    )
    refuseIfWrong(wrongInFocusArea(context.store, null, area))
    return change(context, (write) => write.insert('focusAreas', { id: context.newId(), ...area }))
  },
  'focusAreas.revise': ({ id, changes }, context) => {
    const after = revised(read(context.store, 'focusAreas', id), changes)
    refuseIfWrong(wrongInFocusArea(context.store, id, after), 'changes.')
    return change(context, (write) => write.revise('focusAreas', id, changes))
  },
  'focusAreas.remove': ({ id }, context) => {
    change(context, (write) => write.remove('focusAreas', id))
    return {}
  },
}
