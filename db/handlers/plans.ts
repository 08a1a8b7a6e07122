import type { FocusArea, Plan } from '#shared/domain/records/plan.ts'
import { type AreaHandlers, change } from '../context.ts'
import { areasOf, nextAreaNumber, plansInForce, wrongInFocusArea, wrongInPlan } from '../project-checks.ts'
import { read, readAll } from '../store.ts'
import { filled, refuseIfWrong, revised } from './checking.ts'

type New<T> = Omit<T, 'id' | 'createdStamp' | 'changedStamp' | 'deletedAt'>

const rank = { inForce: 0, draft: 1, superseded: 2 } as const

export const planHandlers: AreaHandlers<'plans' | 'focusAreas'> = {
  'plans.list': (_input, { store }) =>
    readAll(store, 'plans', 'created_stamp DESC, id')
      .sort((a, b) => rank[a.status] - rank[b.status])
      .map((plan) => ({ ...plan, areas: areasOf(store, plan.id) })),
  'plans.add': (input, context) => {
    const plan = filled<New<Plan>>(
      {
        title: input.title,
        versionLabel: null,
        periodFrom: null,
        periodTo: null,
        // The first plan of a partnership is most likely the one that it works by.
        status: plansInForce(context.store).length === 0 ? 'inForce' : 'draft',
        areaLabel: null,
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
        description: null,
        responsibleId: null,
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
