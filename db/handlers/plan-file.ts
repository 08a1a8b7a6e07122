import { invalid } from '#shared/contract/problem.ts'
import { fullName } from '#shared/domain/person-rules.ts'
import type { Id } from '#shared/domain/values.ts'
import { type CheckSetting, checkPlans } from '#shared/plan-file/check.ts'
import { fileMessage } from '#shared/plan-file/nodes.ts'
import type { FilePlan } from '#shared/plan-file/parts.ts'
import { goalsOfPlan, indicatorsOfPlan, readPlanFile } from '#shared/plan-file/read.ts'
import { writePlanFile } from '#shared/plan-file/write.ts'
import { type AreaHandlers, type Context, change } from '../context.ts'
import { planForFile } from '../plan-export.ts'
import { importPlan } from '../plan-import.ts'
import { read, readAll, type Store } from '../store.ts'
import { dayOf, partnershipOf } from './checking.ts'

export const planFileHandlers: Pick<AreaHandlers<'plans'>, 'plans.previewImport' | 'plans.import' | 'plans.export'> = {
  'plans.previewImport': ({ text }, context) => {
    const file = readPlanFile(text)
    const remarks = [...file.remarks, ...checkPlans(file.plans, settingOf(context))].sort(
      (a, b) => (a.line ?? 0) - (b.line ?? 0),
    )
    return {
      formatVersion: file.formatVersion,
      plans: file.plans.map((plan) => shown(context.store, plan)),
      remarks,
    }
  },
  'plans.import': ({ text, plans }, context) => {
    const file = readPlanFile(text)
    const chosen = [...new Set(plans)].map((at) => file.plans[at])
    const present = chosen.filter((plan) => plan !== undefined)
    const wrong = [...file.remarks, ...checkPlans(present, settingOf(context))].find(
      ({ severity }) => severity === 'error',
    )
    if (wrong) throw invalid({ text: wrong.message })
    if (present.length < chosen.length) throw invalid({ plans: fileMessage('noPlans') })
    const people = namesOf(context.store)
    const maker = {
      newId: context.newId,
      today: dayOf(context).today,
      actor: context.actor.name,
      personNamed: (name: string | null) => {
        const [one, other] = name === null ? [] : (people.get(name.toLowerCase()) ?? [])
        return one === undefined || other !== undefined ? null : one
      },
    }
    return change(context, (write) => ({ planIds: present.map((plan) => importPlan(write, plan, maker)) }))
  },
  'plans.export': async ({ ids }, { store, files }) => {
    const plans = [...new Set(ids)].map((id) => read(store, 'plans', id))
    const text = writePlanFile(plans.map((plan) => planForFile(store, plan)))
    const [first] = plans
    const one = [first?.title, first?.versionLabel].filter(Boolean).join(' ')
    const name = plans.length === 1 ? one : partnershipOf(store).name
    return files.save(`${name}.yaml`, 'any', new TextEncoder().encode(text))
  },
}

function settingOf(context: Context): CheckSetting {
  const { store } = context
  const known = new Map(readAll(store, 'indicators', 'code').map((one) => [one.code.toLowerCase(), one]))
  const people = namesOf(store)
  return {
    ...dayOf(context),
    country: store.country,
    indicator: (code) => known.get(code) ?? null,
    peopleNamed: (name) => people.get(name.toLowerCase())?.length ?? 0,
  }
}

/** People by their full name in small letters. */
function namesOf(store: Store): Map<string, Id[]> {
  const names = new Map<string, Id[]>()
  for (const person of readAll(store, 'persons', 'id')) {
    const name = fullName(person).toLowerCase()
    names.set(name, [...(names.get(name) ?? []), person.id])
  }
  return names
}

/** A plan of the file in numbers, and the one here that it may be. */
function shown(store: Store, plan: FilePlan) {
  const goals = goalsOfPlan(plan)
  const subGoals = goals.flatMap((goal) => goal.subGoals).length
  const indicators = indicatorsOfPlan(plan)
  const all = [...plan.areas, ...goals]
  const { title, organisation, versionLabel } = plan.fields
  const already = readAll(store, 'plans', 'id').find(
    (one) => one.title === title && (one.organisation === organisation || one.organisation === null),
  )
  return {
    title,
    organisation,
    versionLabel,
    counts: {
      areas: plan.areas.length,
      goals: goals.length - subGoals,
      subGoals,
      strategies: all.flatMap((one) => one.strategies).length,
      activities: plan.activities.length + all.flatMap((one) => one.activities).length,
      indicators: new Set(indicators.map(({ fields }) => fields.code)).size,
      projects: plan.projects.length + plan.areas.flatMap((area) => area.projects).length,
      sections: plan.sections.length,
      wordings: plan.wordings.length + goals.flatMap((goal) => goal.wordings).length,
      measurements: indicators.flatMap(({ figures }) => figures).length,
    },
    already: already ? { id: already.id, title: already.title } : null,
  }
}
