/** Rules of plans and focus areas that need the records beside them; the rules themselves are in shared/domain/plan-rules.ts. */
import type { FieldMessages } from '#shared/domain/checked.ts'
import { checkFocusArea, checkPlan } from '#shared/domain/plan-rules.ts'
import type { FocusArea, Plan } from '#shared/domain/records/plan.ts'
import type { Day, Id, Language } from '#shared/domain/values.ts'
import { areasOf } from './repositories/plans.ts'
import { readAll, type Store } from './store.ts'

/** What is wrong with a plan beside the others; empty = good. `id` is null for a new one. */
export function wrongInPlan(
  store: Store,
  id: Id | null,
  plan: Omit<Plan, 'id' | 'createdStamp' | 'changedStamp' | 'deletedAt'>,
  day: { readonly today: Day; readonly language: Language },
): FieldMessages {
  const others = readAll(store, 'plans', 'created_stamp, id').filter((one) => one.id !== id)
  return checkPlan(id, plan, others, day)
}

/** What is wrong with a focus area beside the plan's others; empty = good. */
export function wrongInFocusArea(
  store: Store,
  id: Id | null,
  area: Pick<FocusArea, 'planId' | 'number'>,
): FieldMessages {
  return checkFocusArea(
    area,
    areasOf(store, area.planId).filter((other) => other.id !== id),
  )
}
