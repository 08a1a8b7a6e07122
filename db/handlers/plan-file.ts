import { invalid } from '#shared/contract/problem.ts'
import { fileMessage } from '#shared/plan-file/nodes.ts'
import type { FilePlan } from '#shared/plan-file/parts.ts'
import { goalsOfPlan, readPlanFile } from '#shared/plan-file/read.ts'
import { type AreaHandlers, change, today } from '../context.ts'
import { importPlan, indicatorClashes, indicatorsOfFile } from '../plan-import.ts'
import { readAll, type Store } from '../store.ts'
import { languageOf } from './checking.ts'

export const planFileHandlers: Pick<AreaHandlers<'plans'>, 'plans.previewImport' | 'plans.import'> = {
  'plans.previewImport': ({ text }, { store }) => {
    const file = readPlanFile(text)
    const remarks = [...file.remarks, ...indicatorClashes(store, file.plans)].sort(
      (a, b) => (a.line ?? 0) - (b.line ?? 0),
    )
    return { formatVersion: file.formatVersion, plans: file.plans.map((plan) => shown(store, plan)), remarks }
  },
  'plans.import': ({ text, plans }, context) => {
    const file = readPlanFile(text)
    const chosen = [...new Set(plans)].map((at) => file.plans[at])
    const present = chosen.filter((plan) => plan !== undefined)
    const wrong = [...file.remarks, ...indicatorClashes(context.store, present)].find(
      ({ severity }) => severity === 'error',
    )
    if (wrong) throw invalid({ text: wrong.message })
    if (present.length < chosen.length) throw invalid({ plans: fileMessage('noPlans') })
    const maker = {
      newId: context.newId,
      today: today(context),
      language: languageOf(context),
      actor: context.actor.name,
    }
    return change(context, (write) => ({ planIds: present.map((plan) => importPlan(write, plan, maker)) }))
  },
}

/** A plan of the file in numbers, and the one here that it may be. */
function shown(store: Store, plan: FilePlan) {
  const goals = goalsOfPlan(plan)
  const subGoals = goals.flatMap((goal) => goal.subGoals).length
  const indicators = indicatorsOfFile(plan)
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
