/** Versions of plans: the copy that a revision starts as, and what is handed on when a version is put in force. */
import { statedAmount, statusOf } from '#shared/domain/commitment-rules.ts'
import { isUnfinished } from '#shared/domain/follow-up-rules.ts'
import { ancestorIn } from '#shared/domain/plan-compare.ts'
import { isEndedProject } from '#shared/domain/project-rules.ts'
import type { GoalLink } from '#shared/domain/records/goal.ts'
import type { Plan } from '#shared/domain/records/plan.ts'
import type { Project } from '#shared/domain/records/project.ts'
import type { Id } from '#shared/domain/values.ts'
import type { Writer } from './changes.ts'
import { deliveriesOf } from './repositories/commitments.ts'
import { linksLetGo, operationBehind } from './repositories/let-go.ts'
import {
  activitiesOf,
  areasOf,
  contentOf,
  goalsOf,
  linksOfPlans,
  projectsOfPlans,
  versionsOf,
} from './repositories/plans.ts'
import { find, type Store } from './store.ts'

interface Marks {
  readonly id: Id
  readonly createdStamp: string
  readonly changedStamp: string
  readonly deletedAt: string | null
}
const bare = <T extends Marks>({
  id: _id,
  createdStamp: _made,
  changedStamp: _changed,
  deletedAt: _gone,
  ...fields
}: T): Omit<T, keyof Marks> => fields
const noStatus = { status: null, statusComment: null, statusOn: null } as const

/**
 * Makes a draft that holds what a version holds, each part tied to the one that it came of: areas, sections, goals with their wordings,
 * strategies, activities that are neither done nor dropped, and which indicators measure which goal. Not copied: the adoption, the
 * documents, the status of goals set by hand, and what else serves the goals, which `handOn` ties when the draft is put in force.
 * Indicators of the main goal keep naming their version; they are found through the series.
 */
export function copyPlan(write: Writer, newId: () => Id, from: Plan, versionLabel: string | null): Plan {
  const content = contentOf(write, from)
  const made = write.insert('plans', {
    ...bare(from),
    id: newId(),
    versionLabel,
    status: 'draft',
    adoptedBy: null,
    adoptedOn: null,
    previousVersionId: from.id,
  })
  const planId = made.id
  const areas = copies(content.areas, newId)
  const goals = copies(content.goals, newId)
  const strategies = copies(content.strategies, newId)
  const to = (ids: ReadonlyMap<Id, Id>, id: Id | null) => (id === null ? null : (ids.get(id) ?? null))
  for (const area of content.areas) {
    write.insert('focusAreas', { ...bare(area), id: idIn(areas, area.id), planId, previousId: area.id })
  }
  for (const [id, section] of inOrder(content.sections, newId)) {
    write.insert('planSections', { ...bare(section), id, planId })
  }
  for (const goal of parentsFirst(content.goals)) {
    write.insert('goals', {
      ...bare(goal),
      ...noStatus,
      id: idIn(goals, goal.id),
      planId,
      focusAreaId: to(areas, goal.focusAreaId),
      parentId: to(goals, goal.parentId),
      previousId: goal.id,
    })
  }
  for (const [id, wording] of inOrder(content.wordings, newId)) {
    write.insert('wordings', { ...bare(wording), id, planId, goalId: to(goals, wording.goalId) })
  }
  for (const strategy of content.strategies) {
    const { goalId, focusAreaId } = strategy
    const home = { goalId: to(goals, goalId), focusAreaId: to(areas, focusAreaId) }
    write.insert('strategies', { ...bare(strategy), ...home, id: idIn(strategies, strategy.id), planId })
  }
  const going = content.activities.filter(({ status }) => status !== 'done' && status !== 'dropped')
  for (const [id, activity] of inOrder(going, newId)) {
    write.insert('activities', {
      ...bare(activity),
      id,
      planId,
      focusAreaId: to(areas, activity.focusAreaId),
      goalId: to(goals, activity.goalId),
      strategyId: to(strategies, activity.strategyId),
      previousId: activity.id,
    })
  }
  for (const link of linksOfPlans(write, [from.id])) {
    const goalId = to(goals, link.goalId)
    if (link.indicatorId !== null && goalId) write.insert('goalLinks', { ...bare(link), id: newId(), goalId })
  }
  return made
}

/** Goals in an order in which each comes after the one that it is a sub-goal of; a ring, which no rule allows, comes last. */
export function parentsFirst<G extends { readonly id: Id; readonly parentId: Id | null }>(goals: readonly G[]): G[] {
  const there = new Set(goals.map(({ id }) => id))
  const placed = new Map<Id, G>()
  for (let left = [...goals]; left.length > 0; ) {
    const next = left.filter(({ parentId }) => parentId === null || !there.has(parentId) || placed.has(parentId))
    for (const goal of next.length > 0 ? next : left) placed.set(goal.id, goal)
    left = left.filter(({ id }) => !placed.has(id))
  }
  return [...placed.values()]
}

/** Records with new ids in the same order: all of a change have one stamp, so their ids decide how they are listed. */
function inOrder<T extends Marks>(records: readonly T[], newId: () => Id): [Id, T][] {
  const ids = records.map(() => newId()).sort()
  return records.map((record, at) => [ids[at] ?? newId(), record])
}

/** Id of each record → id of its copy. */
function copies<T extends Marks>(records: readonly T[], newId: () => Id): Map<Id, Id> {
  return new Map(inOrder(records, newId).map(([id, record]) => [record.id, id]))
}

function idIn(ids: ReadonlyMap<Id, Id>, id: Id): Id {
  const copy = ids.get(id)
  if (copy === undefined) throw new Error(`no copy of ${id}`)
  return copy
}

/** The operations that put a version in force: what activities have from them nobody said of the version itself. */
const handing: ReadonlySet<string> = new Set(['plans.adopt', 'plans.revise'])

/**
 * Hands on to a version what isn't ended in the versions before it (`earlier`, the oldest first): projects move with their areas; what
 * serves a goal is tied to the goal that came of it as well, unless the version let that tie go, and stays tied to the old one, so that
 * the old version reads as it was; activities take over how they stand where nobody said so in the draft. A project keeps its old plan where one of its areas has no
 * successor, since leaving the area out would lose it; `leftBehind` tells of it.
 */
export function handOn(write: Writer, newId: () => Id, to: Plan, earlier: readonly Plan[]): void {
  if (earlier.length === 0) return
  const areas = successorsOf(write, 'focusAreas', areasOf(write, to.id))
  for (const project of projectsOfPlans(
    write,
    earlier.map(({ id }) => id),
  )) {
    const moved = project.focusAreaIds.flatMap((id) => areas.get(id) ?? [])
    if (isEndedProject(project.status) || moved.length < project.focusAreaIds.length) continue
    write.revise('projects', project.id, { planId: to.id, focusAreaIds: [...new Set(moved)] })
  }
  const latest = sinceLastInForce(earlier)
  const goals = goalsOf(write, to.id)
  const goalOf = successorsOf(write, 'goals', goals)
  const madeAt = new Map(goals.map((goal) => [goal.id, goal.createdStamp]))
  const has = new Set([...linksOfPlans(write, [to.id]), ...linksLetGo(write, to.id)].map(strand))
  for (const link of linksOfPlans(write, latest)) {
    const goalId = goalOf.get(link.goalId)
    if (goalId === undefined || !goesOn(write, link, madeAt.get(goalId) ?? '')) continue
    const next = { ...bare(link), goalId }
    if (has.has(strand(next))) continue
    has.add(strand(next))
    write.insert('goalLinks', { ...next, id: newId() })
  }
  for (const activity of activitiesOf(write, to.id)) {
    const before = activity.previousId === null ? undefined : find(write, 'activities', activity.previousId)
    const said = operationBehind(write, activity.id, 'status')
    if (!before || before.deletedAt !== null || (said !== null && !handing.has(said))) continue
    const { status, statusComment, statusOn } = before
    write.revise('activities', activity.id, { status, statusComment, statusOn })
  }
}

/** The versions before one, the oldest first. */
export function versionsBefore(store: Store, id: Id): Plan[] {
  const versions = versionsOf(store, id)
  return versions.slice(
    0,
    versions.findIndex((one) => one.id === id),
  )
}

/** Unfinished projects of the versions before one in force: an area of theirs has no successor, or somebody put them there since. */
export function leftBehind(store: Store, earlier: readonly Plan[]): Project[] {
  return projectsOfPlans(
    store,
    earlier.map(({ id }) => id),
  ).filter(({ status }) => !isEndedProject(status))
}

/** The versions that people work by or prepared since: a tie taken off in a later version does not come back from an older one. */
function sinceLastInForce(earlier: readonly Plan[]): Id[] {
  const last = earlier.findLastIndex(({ status }) => status !== 'draft')
  return earlier.slice(Math.max(0, last)).map(({ id }) => id)
}

/** Every part that one of these came of, through any number of versions → the one that took over. */
function successorsOf(
  store: Store,
  entity: 'focusAreas' | 'goals',
  parts: readonly { readonly id: Id }[],
): Map<Id, Id> {
  const successors = new Map<Id, Id>()
  for (const { id } of parts) {
    ancestorIn(id, new Set(), (one) => {
      const previous = find(store, entity, one)?.previousId ?? null
      if (previous !== null && !successors.has(previous)) successors.set(previous, id)
      return previous
    })
  }
  return successors
}

/** A link told by its goal and what it ties to it. */
function strand(link: Omit<GoalLink, keyof Marks>): string {
  const { goalId, commitmentId, projectId, milestoneId, decisionId, visitId, followUpId, indicatorId } = link
  return `${goalId} ${commitmentId ?? projectId ?? milestoneId ?? decisionId ?? visitId ?? followUpId ?? indicatorId}`
}

/**
 * True of what is not ended: a commitment neither delivered nor withdrawn, a project or milestone still to be finished, a decision to be
 * carried out, a follow-up open or answered. A visit is done; an indicator was copied with its goal, unless it was tied since.
 */
function goesOn(store: Store, link: GoalLink, goalMadeAt: string): boolean {
  if (link.indicatorId !== null) return link.createdStamp > goalMadeAt
  if (link.commitmentId !== null) {
    const one = find(store, 'commitments', link.commitmentId)
    if (!one || one.deletedAt !== null) return false
    const given = deliveriesOf(store, link.commitmentId)
    const delivered = given.reduce((sum, { amount }) => sum + (amount ?? 0), 0)
    const status = statusOf(one, { pledged: statedAmount(one), delivered, deliveries: given.length })
    return status !== 'delivered' && status !== 'withdrawn'
  }
  if (link.projectId !== null) return isGoing(find(store, 'projects', link.projectId))
  if (link.milestoneId !== null) {
    const one = find(store, 'milestones', link.milestoneId)
    return one?.deletedAt === null && one.actualOn === null && isGoing(find(store, 'projects', one.projectId))
  }
  if (link.decisionId !== null) {
    const one = find(store, 'decisions', link.decisionId)
    return one?.deletedAt === null && (one.status === 'open' || one.status === 'inProgress')
  }
  const one = link.followUpId === null ? undefined : find(store, 'followUps', link.followUpId)
  return one?.deletedAt === null && isUnfinished(one.status)
}

function isGoing(project: Project | undefined): boolean {
  return project?.deletedAt === null && !isEndedProject(project.status)
}
