/** A plan as its file says it (shared/plan-file/parts.ts): what `plans.import` makes again. */
import type { Goal } from '#shared/domain/records/goal.ts'
import type { Indicator } from '#shared/domain/records/indicator.ts'
import type { Plan } from '#shared/domain/records/plan.ts'
import type { Id } from '#shared/domain/values.ts'
import type { FileActivity, FileGoal, FileIndicator, FilePlan, FileProject } from '#shared/plan-file/parts.ts'
import type { Unplaced } from '#shared/plan-file/write.ts'
import { indicatorIdsOfPlan, indicatorsByCode } from './repositories/indicators.ts'
import { figuresInForce } from './repositories/measurements.ts'
import { personName } from './repositories/person-name.ts'
import { contentOf, linksOfPlans, projectsOfPlans } from './repositories/plans.ts'
import type { Store } from './store.ts'

/** All that the format has of a plan: of figures those in force, of the red thread the indicators. */
export function planForFile(store: Store, plan: Plan): Unplaced<FilePlan> {
  const content = contentOf(store, plan)
  const numbers = new Map(content.areas.map(({ id, number }) => [id, number]))
  const numberOf = (id: Id | null) => (id === null ? null : (numbers.get(id) ?? null))
  const all = new Map(indicatorsByCode(store, indicatorIdsOfPlan(store, plan.id)).map((one) => [one.id, one]))
  const links = linksOfPlans(store, [plan.id])
  const used = new Set<Id>()
  const indicator = (one: Indicator, lead: boolean): Unplaced<FileIndicator> => {
    used.add(one.id)
    return {
      fields: one,
      lead,
      coined: false,
      responsible: personName(store, one.responsibleId),
      figures: figuresInForce(store, one.id),
    }
  }
  const indicatorsOf = (goal: Goal) => {
    const tied = new Set(
      links.flatMap((link) => (link.goalId === goal.id && link.indicatorId ? [link.indicatorId] : [])),
    )
    if (goal.leadIndicatorId !== null) tied.add(goal.leadIndicatorId)
    return [...all.values()]
      .filter(({ id }) => tied.has(id))
      .map((one) => indicator(one, one.id === goal.leadIndicatorId))
  }
  const strategies = (of: { goalId: Id } | { focusAreaId: Id }) =>
    content.strategies.filter((one) =>
      'goalId' in of ? one.goalId === of.goalId : one.goalId === null && one.focusAreaId === of.focusAreaId,
    )
  const activities = (goalId: Id | null, focusAreaId: Id | null, stated: boolean): Unplaced<FileActivity>[] =>
    content.activities
      .filter((one) => one.goalId === goalId && (goalId !== null || one.focusAreaId === focusAreaId))
      .map((one) => ({
        fields: one,
        responsible: personName(store, one.responsibleId),
        areaNumber: stated ? numberOf(one.focusAreaId) : null,
      }))
  const goal = (one: Goal): Unplaced<FileGoal> => ({
    fields: one,
    responsible: personName(store, one.responsibleId),
    referenceCode: one.referenceId === null ? null : (all.get(one.referenceId)?.code ?? null),
    wordings: content.wordings.filter(({ goalId }) => goalId === one.id),
    strategies: strategies({ goalId: one.id }),
    activities: activities(one.id, null, one.focusAreaId === null),
    indicators: indicatorsOf(one),
    subGoals: content.goals.filter(({ parentId }) => parentId === one.id).map(goal),
  })
  const goalsUnder = (focusAreaId: Id | null) =>
    content.goals.filter((one) => one.parentId === null && one.focusAreaId === focusAreaId).map(goal)
  const projects = projectsOfPlans(store, [plan.id]).map((one) => ({
    fields: one,
    areaNumbers: one.focusAreaIds.map(numberOf).filter((number) => number !== null),
  }))
  const alone = (one: Unplaced<FileProject>, number: number) =>
    one.areaNumbers.length === 1 && one.areaNumbers[0] === number
  const indicators = [...all.values()].filter(({ planId }) => planId !== null).map((one) => indicator(one, false))
  const areas = content.areas.map((area) => ({
    fields: area,
    responsible: personName(store, area.responsibleId),
    goals: goalsUnder(area.id),
    strategies: strategies({ focusAreaId: area.id }),
    activities: activities(null, area.id, false),
    projects: projects.filter((one) => alone(one, area.number)).map(({ fields }) => ({ fields, areaNumbers: [] })),
  }))
  const goals = goalsUnder(null)
  return {
    fields: plan,
    wordings: content.wordings.filter(({ goalId }) => goalId === null),
    sections: content.sections,
    areas,
    goals,
    activities: activities(null, null, false),
    indicators,
    // Last, when it is known which ones stand nowhere else.
    references: [...all.values()].filter(({ id }) => !used.has(id)).map((one) => indicator(one, false)),
    projects: projects.filter(({ areaNumbers }) => areaNumbers.length !== 1),
  }
}
