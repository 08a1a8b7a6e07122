import { invalid, problem } from '#shared/contract/problem.ts'
import { fieldMessage } from '#shared/domain/checked.ts'
import { fullName } from '#shared/domain/person-rules.ts'
import { comparePlans } from '#shared/domain/plan-compare.ts'
import type { Id } from '#shared/domain/values.ts'
import { type AreaHandlers, change } from '../context.ts'
import { wrongInPlan } from '../plan-checks.ts'
import { copyPlan, handOn, versionsBefore } from '../plan-versions.ts'
import { contentOf, versionsOf } from '../repositories/plans.ts'
import { find, read, type Store } from '../store.ts'
import { dayOf, refuseIfWrong, revised } from './checking.ts'

export const planVersionHandlers: Pick<AreaHandlers<'plans'>, 'plans.newVersion' | 'plans.adopt' | 'plans.compare'> = {
  'plans.newVersion': ({ id, versionLabel }, context) =>
    change(context, (write) => {
      const from = read(write, 'plans', id)
      const next = versionsOf(write, id).find(({ previousVersionId }) => previousVersionId === id)
      if (next) throw problem('refused', 'problems.field.planVersionTaken', { title: titled(next) })
      return copyPlan(write, context.newId, from, versionLabel)
    }),
  'plans.adopt': ({ id, adoptedOn, adoptedBy }, context) =>
    change(context, (write) => {
      const plan = read(write, 'plans', id)
      const earlier = versionsBefore(write, id)
      for (const one of earlier) {
        if (one.status === 'inForce') write.revise('plans', one.id, { status: 'superseded' })
      }
      const changes = { status: 'inForce', adoptedOn, adoptedBy } as const
      // A later version in force stands in the way: what was replaced does not come back over what replaced it.
      refuseIfWrong(wrongInPlan(write, id, revised(plan, changes), dayOf(context)))
      const adopted = write.revise('plans', id, changes)
      // One in force already has what was handed on: only its adoption is corrected.
      if (plan.status !== 'inForce') handOn(write, context.newId, adopted, earlier)
      return adopted
    }),
  'plans.compare': ({ fromId, toId }, { store }) => {
    const [from, to] = [read(store, 'plans', fromId), read(store, 'plans', toId)]
    if (!versionsOf(store, fromId).some(({ id }) => id === toId)) {
      throw invalid({ toId: fieldMessage('plansOfOtherSeries') })
    }
    const rows = comparePlans(contentOf(store, from), contentOf(store, to), (id) => previousOf(store, id), {
      person: (id) => nameOfPerson(store, id),
      indicator: (id) => {
        const one = find(store, 'indicators', id)
        return one ? `${one.code} ${one.title}` : ''
      },
    })
    return { from, to, rows }
  },
}

/** The part that an area, a goal or an activity came of; a removed one still tells. */
function previousOf(store: Store, id: Id): Id | null {
  const part = find(store, 'goals', id) ?? find(store, 'focusAreas', id) ?? find(store, 'activities', id)
  return part?.previousId ?? null
}

function nameOfPerson(store: Store, id: Id): string {
  const person = find(store, 'persons', id)
  return person ? fullName(person) : ''
}

function titled({ title, versionLabel }: { readonly title: string; readonly versionLabel: string | null }): string {
  return versionLabel === null ? title : `${title} (${versionLabel})`
}
