/** What makes a plan right among its versions, and what of it is to be looked at (records.md 3.14). */
import type { Message } from '../contract/problem.ts'
import { type FieldMessages, fieldMessage } from './checked.ts'
import { formatDay } from './days.ts'
import type { Activity } from './records/goal.ts'
import type { FocusArea, Plan } from './records/plan.ts'
import type { Day, Id, Language } from './values.ts'

type Version = Pick<Plan, 'id' | 'title' | 'status' | 'previousVersionId'>
type PlanRules = Pick<Plan, 'title' | 'periodFrom' | 'periodTo' | 'status' | 'adoptedOn' | 'previousVersionId'>
interface Moment {
  readonly today: Day
  readonly language?: Language
}

/**
 * The series that a version belongs to: every version tied to it by `previousVersionId`, forwards and backwards, the oldest first.
 * Data that breaks the rules (a ring, two successors) is gone through once and never for ever. Empty where `id` is not among them.
 */
export function seriesOf<P extends Pick<Version, 'id' | 'previousVersionId'>>(plans: readonly P[], id: Id): P[] {
  const byId = new Map(plans.map((plan) => [plan.id, plan]))
  const back = new Set<Id>()
  let oldest = byId.get(id)
  for (let at = oldest; at && !back.has(at.id); at = byId.get(at.previousVersionId ?? '')) {
    back.add(at.id)
    oldest = at
  }
  const series = new Map(oldest ? [[oldest.id, oldest]] : [])
  // A map goes on to what is added while it is gone through.
  for (const plan of series.values()) {
    for (const next of plans) {
      if (next.previousVersionId === plan.id && !series.has(next.id)) series.set(next.id, next)
    }
  }
  return [...series.values()]
}

/**
 * Field → what is wrong with a plan beside the others; empty = good. It does not end before it begins and was not adopted in the
 * future; a version follows one other, never in a ring and never where another follows it already; one of a series is in force.
 * `id` is null for a new plan; `others` are all other plans.
 */
export function checkPlan(
  id: Id | null,
  plan: PlanRules,
  others: readonly Version[],
  { today, language = 'sv' }: Moment,
): FieldMessages {
  const wrong: FieldMessages = {}
  if (plan.periodFrom !== null && plan.periodTo !== null && plan.periodTo < plan.periodFrom) {
    wrong.periodTo = fieldMessage('endBeforeStart')
  }
  if (plan.adoptedOn !== null && plan.adoptedOn > today) {
    wrong.adoptedOn = fieldMessage('dayInFuture', { today: formatDay(today, language) })
  }
  const own = id ?? ''
  const previous = plan.previousVersionId
  if (previous !== null) {
    const ring = versionRing(own, previous, others)
    const taken = others.find((one) => one.id !== own && one.previousVersionId === previous)
    if (ring?.length === 0) wrong.previousVersionId = fieldMessage('planVersionOfItself')
    else if (ring) {
      const titles = [plan.title, ...ring.map(({ title }) => title), plan.title]
      wrong.previousVersionId = fieldMessage('planVersionRing', { ring: titles.join(' → ') })
    } else if (taken) wrong.previousVersionId = fieldMessage('planVersionTaken', { title: taken.title })
  }
  const all = [...others.filter((one) => one.id !== own), { ...plan, id: own }]
  const [inForce, second] = seriesOf(all, own).filter((one) => one.id !== own && one.status === 'inForce')
  if (inForce && plan.status === 'inForce') wrong.status = fieldMessage('planInForceAlready', { title: inForce.title })
  // A draft between two series that each have a version in force would make one of them.
  else if (inForce && second) {
    wrong.previousVersionId ??= fieldMessage('planJoinsInForce', { title: inForce.title, other: second.title })
  }
  return wrong
}

/** The versions between a plan and itself, if it came after `previous`; null where that is no ring. */
function versionRing(id: Id, previous: Id, others: readonly Version[]): Version[] | null {
  if (previous === id) return []
  const ring: Version[] = []
  for (let at: Id | null = previous; at !== null && at !== id; ) {
    const version = others.find((one) => one.id === at)
    // A ring of others is not this plan's.
    if (!version || ring.includes(version)) return null
    ring.push(version)
    at = version.previousVersionId
    if (at === id) return ring
  }
  return null
}

/** Field → what is wrong with a focus area: its number is its own among the `others` of its plan. */
export function checkFocusArea(
  area: Pick<FocusArea, 'number'>,
  others: readonly Pick<FocusArea, 'number' | 'title'>[],
): FieldMessages {
  const twin = others.find(({ number }) => number === area.number)
  return twin ? { number: fieldMessage('areaNumberTaken', { title: twin.title }) } : {}
}

/** Not wrong, but to be looked at: a plan that does not say for which years it is. Two of the founding plans state none. */
export function periodWarnings({ periodFrom, periodTo }: Pick<Plan, 'periodFrom' | 'periodTo'>): FieldMessages {
  if (periodFrom !== null && periodTo !== null) return {}
  return { [periodFrom === null ? 'periodFrom' : 'periodTo']: fieldMessage('planWithoutPeriod') }
}

/** What `planWarnings` looks at beside the plan itself. */
export interface PlanParts {
  readonly areas: readonly Pick<FocusArea, 'id' | 'title'>[]
  readonly goals: readonly { readonly id: Id; readonly code: string; readonly focusAreaId: Id | null }[]
  readonly activities: readonly Pick<Activity, 'focusAreaId' | 'goalId' | 'title' | 'year' | 'status'>[]
  readonly wordings: readonly { readonly goalId: Id | null; readonly inForce: boolean }[]
  /** Titles of unfinished projects that earlier versions of a plan in force still hold. */
  readonly leftBehind: readonly string[]
}

/**
 * What of a plan is missing or to be looked at, in the order of its page: no period; in force and adopted by nobody or on no day; no
 * main goal; wordings (of the main goal, of goals) of which none is in force; areas without goal or activity; activities, but for dropped
 * ones, of a year that the plan is not for; unfinished projects that earlier versions of a plan in force still hold. Each has the field
 * that it is about.
 */
export function planWarnings(plan: Plan, parts: PlanParts): { field: string; message: Message }[] {
  const found = Object.entries(periodWarnings(plan)).map(([field, message]) => ({ field, message }))
  const warn = (field: string, key: string, params?: Message['params']) =>
    found.push({ field, message: fieldMessage(key, params) })
  if (plan.status !== 'draft' && plan.adoptedOn === null) warn('adoptedOn', 'planWithoutAdoption')
  else if (plan.status !== 'draft' && plan.adoptedBy === null) warn('adoptedBy', 'planWithoutAdopter')
  const undecided = (goalId: Id | null) => {
    const own = parts.wordings.filter((wording) => wording.goalId === goalId)
    return own.length > 1 && !own.some(({ inForce }) => inForce) ? own.length : 0
  }
  const mainWordings = parts.wordings.filter(({ goalId }) => goalId === null).length
  if (plan.mainGoal === null && mainWordings === 0) warn('mainGoal', 'planWithoutMainGoal')
  if (undecided(null) > 0) warn('mainGoal', 'mainGoalWordings', { count: undecided(null) })
  for (const goal of parts.goals) {
    const count = undecided(goal.id)
    if (count > 0) warn('wordings', 'goalWordings', { code: goal.code, count })
  }
  const served = new Set(parts.goals.map(({ focusAreaId }) => focusAreaId))
  const goalArea = new Map(parts.goals.map(({ id, focusAreaId }) => [id, focusAreaId]))
  for (const { focusAreaId, goalId } of parts.activities) {
    served.add(focusAreaId ?? goalArea.get(goalId ?? '') ?? null)
  }
  for (const area of parts.areas) {
    if (!served.has(area.id)) warn('focusAreas', 'areaWithoutGoals', { title: area.title })
  }
  const { periodFrom, periodTo } = plan
  const astray = parts.activities.filter(
    ({ year, status }) =>
      year !== null && status !== 'dropped' && (year < (periodFrom ?? year) || year > (periodTo ?? year)),
  )
  if (astray.length > 0) {
    const titles = firstFew(astray.map(({ title, year }) => `${title} (${year})`))
    warn('activities', 'activitiesOutsidePeriod', { count: astray.length, titles })
  }
  if (parts.leftBehind.length > 0) {
    warn('projects', 'projectsLeftBehind', { count: parts.leftBehind.length, titles: firstFew(parts.leftBehind) })
  }
  return found
}

/** The first five, and a sign where there are more. */
function firstFew(titles: readonly string[]): string {
  return titles.slice(0, 5).join('; ') + (titles.length > 5 ? ' …' : '')
}
