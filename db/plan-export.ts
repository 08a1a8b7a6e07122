/** Plans as their file says them (shared/plan-file/parts.ts): what `plans.import` makes again. */
import type { Goal } from '#shared/domain/records/goal.ts'
import type { Indicator, Measurement } from '#shared/domain/records/indicator.ts'
import type { Plan } from '#shared/domain/records/plan.ts'
import type { Id } from '#shared/domain/values.ts'
import type { FileActivity, FileGoal, FileIndicator, FilePlan, FileProject } from '#shared/plan-file/parts.ts'
import type { Unplaced } from '#shared/plan-file/write.ts'
import { versionsBefore } from './plan-versions.ts'
import { indicatorIdsOfPlan, indicatorsByCode } from './repositories/indicators.ts'
import { figuresInForce, idsOfFigures, versionsOf } from './repositories/measurements.ts'
import { personName } from './repositories/person-name.ts'
import {
  activitiesOf,
  contentOf,
  linksOfPlans,
  projectsOfPlans,
  versionsOf as seriesWith,
} from './repositories/plans.ts'
import { find, type Store } from './store.ts'

/** All that the format has of plans and of the versions before them, each after the one that it follows. */
export function plansForFile(store: Store, plans: readonly Plan[]): Unplaced<FilePlan>[] {
  const all = new Map(
    plans.flatMap((plan) => [...versionsBefore(store, plan.id), plan]).map((plan) => [plan.id, plan] as const),
  )
  const inFile = [...all.values()]
  const followed = new Set(inFile.map(({ previousVersionId }) => previousVersionId))
  const refs = new Map(inFile.filter(({ id }) => followed.has(id)).map(({ id }, at) => [id, `plan-${at + 1}`]))
  const activities = inFile.map(({ id }) => activitiesOf(store, id))
  const continued = new Set(activities.flatMap((own) => own.map(({ previousId }) => previousId)))
  // Activities without a code get a name where the next version has them; none that is a code as well.
  const codes = new Set(activities.flat().flatMap(({ code }) => code ?? []))
  const names = namesAsMet('activity', (id) => continued.has(id), codes)
  return inFile.map((plan) => planForFile(store, plan, { inFile: all, refs, names }))
}

interface File {
  readonly inFile: ReadonlyMap<Id, Plan>
  /** What plans are named by, of those that are. */
  readonly refs: ReadonlyMap<Id, string>
  /** What an activity is named by where it has no code. */
  names(id: Id): string | null
}

function planForFile(store: Store, plan: Plan, { inFile, refs, names }: File): Unplaced<FilePlan> {
  const content = contentOf(store, plan)
  const numbers = new Map(content.areas.map(({ id, number }) => [id, number]))
  const numberOf = (id: Id | null) => (id === null ? null : (numbers.get(id) ?? null))
  /** The part that one came of, where it still stands in the version before. */
  const previous = <N extends 'focusAreas' | 'goals' | 'activities'>(entity: N, id: Id | null) => {
    const part = id === null ? undefined : find(store, entity, id)
    const before = part?.deletedAt === null && part.planId === plan.previousVersionId && inFile.has(part.planId)
    return before ? part : undefined
  }
  const carriedOut = new Set(content.activities.map(({ strategyId }) => strategyId))
  const strategyRef = namesAsMet('strategy', (id) => carriedOut.has(id))
  const all = new Map(indicatorsByCode(store, indicatorIdsOfPlan(store, plan.id)).map((one) => [one.id, one]))
  const places = placesBeside(content.goals, content.areas)
  const links = linksOfPlans(store, [plan.id])
  const used = new Set<Id>()
  const indicator = (one: Indicator, lead: boolean, linkNote: string | null): Unplaced<FileIndicator> => {
    used.add(one.id)
    const figures = figuresInForce(store, one.id)
    const responsible = personName(store, one.responsibleId)
    return { fields: one, lead, coined: false, responsible, linkNote, figures, earlier: earlierThan(store, figures) }
  }
  const indicatorsOf = (goal: Goal) => {
    const tied = new Map(
      links.flatMap((link) => (link.goalId === goal.id && link.indicatorId ? [[link.indicatorId, link.note]] : [])),
    )
    if (goal.leadIndicatorId !== null && !tied.has(goal.leadIndicatorId)) tied.set(goal.leadIndicatorId, null)
    return [...all.values()]
      .filter(({ id }) => tied.has(id))
      .map((one) => indicator(one, one.id === goal.leadIndicatorId, tied.get(one.id) ?? null))
  }
  const strategies = (of: { goalId: Id } | { focusAreaId: Id }) =>
    content.strategies
      .filter((one) =>
        'goalId' in of ? one.goalId === of.goalId : one.goalId === null && one.focusAreaId === of.focusAreaId,
      )
      .map((one) => ({ fields: one, ref: strategyRef(one.id) }))
  const activities = (goalId: Id | null, focusAreaId: Id | null, stated: boolean): Unplaced<FileActivity>[] =>
    content.activities
      .filter((one) => one.goalId === goalId && (goalId !== null || one.focusAreaId === focusAreaId))
      .map((one) => {
        const before = previous('activities', one.previousId)
        return {
          fields: one,
          responsible: personName(store, one.responsibleId),
          areaNumber: stated ? numberOf(one.focusAreaId) : null,
          ref: one.code === null ? names(one.id) : null,
          strategy: one.strategyId === null ? null : strategyRef(one.strategyId),
          previous: before ? (before.code ?? names(before.id)) : null,
        }
      })
  const goal = (one: Goal): Unplaced<FileGoal> => ({
    fields: one,
    responsible: personName(store, one.responsibleId),
    place: places.get(one.id) ?? null,
    previous: previous('goals', one.previousId)?.code ?? null,
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
  // Of a main goal that is this version's, or of one of its series that the file leaves out.
  const leftOut = new Set(seriesWith(store, plan.id).flatMap(({ id }) => (inFile.has(id) ? [] : [id])))
  const indicators = [...all.values()]
    .filter(({ planId }) => planId !== null && (planId === plan.id || leftOut.has(planId)))
    .map((one) => indicator(one, false, null))
  const areas = content.areas.map((area) => ({
    fields: area,
    responsible: personName(store, area.responsibleId),
    previous: previous('focusAreas', area.previousId)?.number ?? null,
    goals: goalsUnder(area.id),
    strategies: strategies({ focusAreaId: area.id }),
    activities: activities(null, area.id, false),
    projects: projects.filter((one) => alone(one, area.number)).map(({ fields }) => ({ fields, areaNumbers: [] })),
  }))
  const goals = goalsUnder(null)
  return {
    fields: plan,
    ref: refs.get(plan.id) ?? null,
    previousVersion: refs.get(plan.previousVersionId ?? '') ?? null,
    wordings: content.wordings.filter(({ goalId }) => goalId === null),
    sections: content.sections,
    areas,
    goals,
    activities: activities(null, null, false),
    indicators,
    // Last, when it is known which ones stand nowhere else; those of the main goal of another version stand there.
    references: [...all.values()]
      .filter(({ id }) => !used.has(id) && content.goals.some(({ referenceId }) => referenceId === id))
      .map((one) => indicator(one, false, null)),
    projects: projects.filter(({ areaNumbers }) => areaNumbers.length !== 1),
  }
}

/** Places of goals among all of their plan, where these are not in the order in which the file has them: by areas, each goal with its sub-goals. */
function placesBeside(goals: readonly Goal[], areas: readonly { readonly id: Id }[]): Map<Id, number> {
  const withSubGoals = (one: Goal): Goal[] => [
    one,
    ...goals.filter(({ parentId }) => parentId === one.id).flatMap(withSubGoals),
  ]
  const inFile = [...areas.map(({ id }) => id), null].flatMap((area) =>
    goals.filter((one) => one.parentId === null && one.focusAreaId === area).flatMap(withSubGoals),
  )
  if (inFile.every((one, place) => goals[place] === one)) return new Map()
  return new Map(goals.map(({ id }, place) => [id, place]))
}

/** What was said before each of some figures in force, the oldest first. */
function earlierThan(store: Store, figures: readonly Measurement[]): Measurement[] {
  const [one] = figures
  if (!one || idsOfFigures(store, one.indicatorId).length === figures.length) return []
  return figures.flatMap((figure) => versionsOf(store, figure).slice(1).reverse())
}

/** Gives the records that something names a name each, numbered as they are met: the same for the same file, whenever what was made. */
function namesAsMet(word: string, isNamed: (id: Id) => boolean, taken: ReadonlySet<string> = new Set()) {
  const names = new Map<Id, string>()
  let next = 1
  return (id: Id): string | null => {
    if (!isNamed(id)) return null
    const known = names.get(id)
    if (known !== undefined) return known
    while (taken.has(`${word}-${next}`)) next += 1
    const name = `${word}-${next}`
    next += 1
    names.set(id, name)
    return name
  }
}
