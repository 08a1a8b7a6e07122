import { invalid } from '#shared/contract/problem.ts'
import { remarksOf } from '#shared/plan-file/check.ts'
import { fileMessage } from '#shared/plan-file/message.ts'
import type { FilePlan } from '#shared/plan-file/parts.ts'
import { goalsOfPlan, indicatorsOfPlan } from '#shared/plan-file/references.ts'
import { type AreaHandlers, change } from '../context.ts'
import { plansForFile } from '../plan-export.ts'
import { importPlans, personFinder, planFileSetting, planHere } from '../plan-import.ts'
import { read, type Store } from '../store.ts'
import { dayOf, partnershipOf } from './checking.ts'

// The YAML library comes with the first plan file, not with every start.
const reader = async () => (await import('#shared/plan-file/read.ts')).readPlanFile

export const planFileHandlers: Pick<AreaHandlers<'plans'>, 'plans.previewImport' | 'plans.import' | 'plans.export'> = {
  'plans.previewImport': async ({ text }, context) => {
    const readPlanFile = await reader()
    const file = readPlanFile(text)
    const remarks = remarksOf(file.remarks, file.plans, planFileSetting(context.store, dayOf(context))).sort(
      (a, b) => (a.line ?? 0) - (b.line ?? 0),
    )
    return {
      formatVersion: file.formatVersion,
      plans: file.plans.map((plan) => shown(context.store, plan)),
      remarks,
    }
  },
  'plans.import': async ({ text, plans }, context) => {
    await context.backups.makeIfChanged('beforeImport')
    const readPlanFile = await reader()
    const file = readPlanFile(text)
    const chosen = [...new Set(plans)].map((at) => file.plans[at])
    const present = chosen.filter((plan) => plan !== undefined)
    const wrong = remarksOf(file.remarks, present, planFileSetting(context.store, dayOf(context))).find(
      ({ severity }) => severity === 'error',
    )
    if (wrong) throw invalid({ text: wrong.message })
    if (present.length < chosen.length) throw invalid({ plans: fileMessage('noPlans') })
    const { store, newId, actor } = context
    const maker = { newId, today: dayOf(context).today, actor: actor.name, personNamed: personFinder(store) }
    return change(context, (write) => ({ planIds: importPlans(write, present, maker) }))
  },
  'plans.export': async ({ ids }, { store, files }) => {
    const { writePlanFile } = await import('#shared/plan-file/write.ts')
    const plans = [...new Set(ids)].map((id) => read(store, 'plans', id))
    const text = writePlanFile(plansForFile(store, plans))
    const [first] = plans
    const one = [first?.title, first?.versionLabel].filter(Boolean).join(' ')
    const name = plans.length === 1 ? one : partnershipOf(store).name
    return files.save({ name: `${name}.yaml`, kind: 'any', bytes: new TextEncoder().encode(text) })
  },
}

/** A plan of the file in numbers, and the one here that it may be. */
function shown(store: Store, plan: FilePlan) {
  const goals = goalsOfPlan(plan)
  const subGoals = goals.flatMap((goal) => goal.subGoals).length
  const indicators = indicatorsOfPlan(plan)
  const all = [...plan.areas, ...goals]
  const { title, organisation, versionLabel } = plan.fields
  const already = planHere(store, plan)
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
      measurements: indicators.flatMap(({ figures, earlier }) => [...figures, ...earlier]).length,
    },
    already: already ? { id: already.id, title: already.title } : null,
  }
}
