import { planWarnings } from '#shared/domain/plan-rules.ts'
import { goalStatuses } from '#shared/domain/records/goal.ts'
import type { Id } from '#shared/domain/values.ts'
import { type AreaHandlers, type Context, today } from '../context.ts'
import { leftBehind } from '../plan-versions.ts'
import { attachmentsOf } from '../repositories/attachments.ts'
import { activityRowsOfPlan, goalRowsOfPlan } from '../repositories/goals.ts'
import { indicatorRowsOfPlan } from '../repositories/indicators.ts'
import {
  activitiesByStatus,
  areasOf,
  plansInForce,
  projectsOfPlans,
  sectionsOf,
  strategiesOf,
  versionsOf,
  wordingsOf,
} from '../repositories/plans.ts'
import { read } from '../store.ts'

export const planPageHandlers: Pick<AreaHandlers<'plans'>, 'plans.open' | 'plans.summary'> = {
  'plans.open': ({ id }, context) => openPlan(context, id),
  'plans.summary': (_input, context) =>
    plansInForce(context.store).map(({ id, title }) => {
      const goals = goalRowsOfPlan(context.store, id, today(context))
      const stated = goals.map(({ status, figures }) => status ?? figures.status)
      return {
        id,
        title,
        goals: goals.length,
        byStatus: goalStatuses
          .map((status) => ({ status, count: stated.filter((one) => one === status).length }))
          .filter(({ count }) => count > 0),
        activities: activitiesByStatus(context.store, id),
        withGaps: goals.filter(({ gaps }) => gaps.length > 0).length,
      }
    }),
}

function openPlan(context: Context, id: Id) {
  const { store } = context
  const record = read(store, 'plans', id)
  const day = today(context)
  const versions = versionsOf(store, id)
  const earlier = versions.slice(
    0,
    versions.findIndex((one) => one.id === id),
  )
  const goals = goalRowsOfPlan(store, id, day)
  const activities = activityRowsOfPlan(store, id, day)
  const wordings = wordingsOf(store, id)
  const [sections, strategies] = [sectionsOf(store, id), strategiesOf(store, id)]
  const [indicators, projects] = [indicatorRowsOfPlan(store, id, day), projectsOfPlans(store, [id])]
  // Counted from what the page holds anyway, as `countsOfPlans` counts all plans.
  const areas = areasOf(store, id)
  const plan = {
    ...record,
    areas,
    hasNewer: versions.some((one) => one.previousVersionId === id),
    counts: {
      areas: areas.length,
      goals: goals.filter((one) => one.parentId === null).length,
      subGoals: goals.filter((one) => one.parentId !== null).length,
      strategies: strategies.length,
      activities: activities.length,
      indicators: indicators.length,
      projects: projects.length,
      sections: sections.length,
    },
  }
  const left = plan.status === 'inForce' ? leftBehind(store, earlier) : []
  return {
    plan,
    wordings,
    sections,
    goals,
    strategies,
    activities,
    indicators,
    projects: projects.map((one) => ({
      id: one.id,
      title: one.title,
      number: one.number,
      lighthouse: one.lighthouse,
      status: one.status,
      startYear: one.startYear,
      focusAreaIds: one.focusAreaIds,
    })),
    attachments: attachmentsOf(store, id, 'planId'),
    versions: versions.map((one) => ({
      id: one.id,
      title: one.title,
      versionLabel: one.versionLabel,
      status: one.status,
    })),
    warnings: planWarnings(plan, {
      areas: plan.areas,
      goals,
      activities,
      wordings,
      leftBehind: left.map(({ title }) => title),
    }),
  }
}
