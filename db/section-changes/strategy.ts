/** The plans in force: goals and how they are worded, what they aim at, and the state of activities. */
import type { SectionChange } from '#shared/documents/section-changes.ts'
import type { Activity, Goal, Wording } from '#shared/domain/records/goal.ts'
import type { Plan } from '#shared/domain/records/plan.ts'
import type { Id } from '#shared/domain/values.ts'
import { activitiesOf, goalsOf, plansInForce, versionsOf, wordingsOf } from '../repositories/plans.ts'
import { find } from '../store.ts'
import { type Comparing, Gathering, isThere, same, type Told } from './comparing.ts'

type Aim = Extract<SectionChange, { code: 'goalTarget' }>['from']

/** Goals and activities, in this order. Of a plan put in force since, that alone is told: all of it is new. */
export function strategyChanges(at: Comparing): [goals: Told, activities: Told] {
  const { store } = at
  const plans = plansInForce(store)
  const [goals, activities] = [new Gathering(), new Gathering()]
  planChanges(at, plans, goals)
  const told = plans.filter(({ id }) => wasInForce(at, id))
  for (const plan of told) {
    wordingChanges(at, plan, goals)
    goalChanges(at, plan, goals)
    activityChanges(at, plan, activities)
  }
  return [
    goals.told(
      'goals',
      plans.some(({ id }) => goalsOf(store, id).length > 0),
    ),
    activities.told(
      'activities',
      plans.some(({ id }) => activitiesOf(store, id).length > 0),
    ),
  ]
}

function wasInForce({ past }: Comparing, planId: Id): boolean {
  const then = past.before('plans', planId)
  return isThere(then) && then.status === 'inForce'
}

/** "Strategisk næringsplan (2018)". */
function nameOf({ title, versionLabel }: Plan): string {
  return versionLabel === null ? title : `${title} (${versionLabel})`
}

function planChanges(at: Comparing, plans: readonly Plan[], gathering: Gathering): void {
  const { store, past } = at
  for (const plan of plans) {
    if (!wasInForce(at, plan.id)) gathering.tell({ code: 'planInForce', plan: nameOf(plan) })
  }
  // A version that took over says so itself.
  const goingOn = new Set(plans.flatMap(({ id }) => versionsOf(store, id).map((version) => version.id)))
  for (const id of past.changed('plans')) {
    const now = find(store, 'plans', id)
    if (now && !goingOn.has(id) && wasInForce(at, id)) gathering.tell({ code: 'planEnded', plan: nameOf(now) })
  }
}

/** By goal (null = the main goal), the text in force; nothing where none is. */
function inForce(wordings: readonly Wording[]): Map<Id | null, string> {
  return new Map(wordings.filter((one) => one.inForce).map(({ goalId, text }) => [goalId, text]))
}

function wordingsThen({ store, past }: Comparing, planId: Id): Wording[] {
  const unchanged = wordingsOf(store, planId).filter(({ id }) => !past.isChanged('wordings', id))
  const earlier = past
    .changed('wordings')
    .map((id) => past.before('wordings', id))
    .filter((one) => isThere(one))
  return [...unchanged, ...earlier.filter((one) => one.planId === planId)]
}

function wordingChanges(at: Comparing, plan: Plan, gathering: Gathering): void {
  const { store, past, masked } = at
  const [then, now] = [inForce(wordingsThen(at, plan.id)), inForce(wordingsOf(store, plan.id))]
  const from = then.get(null) ?? past.before('plans', plan.id)?.mainGoal ?? null
  const to = now.get(null) ?? plan.mainGoal
  if (from !== to) gathering.tell({ code: 'mainGoalWording', plan: nameOf(plan), from: masked(from), to: masked(to) })
  for (const goal of goalsOf(store, plan.id)) {
    const was = past.isChanged('goals', goal.id) ? past.before('goals', goal.id) : goal
    if (!isThere(was) || was.planId !== plan.id) continue
    const [read, reads] = [then.get(goal.id) ?? was.title, now.get(goal.id) ?? goal.title]
    if (read !== reads) {
      const named = { code: goal.code, title: masked(goal.title) }
      gathering.tell({ code: 'goalWording', goal: named, from: masked(read), to: masked(reads) })
    }
  }
}

function goalChanges(at: Comparing, plan: Plan, gathering: Gathering): void {
  const { store, past, masked } = at
  const isOf = (goal: Goal | undefined): goal is Goal => isThere(goal) && goal.planId === plan.id
  const pairs = pairsOf(at, 'goals').sort((a, b) => a.now.position - b.now.position)
  for (const { was: then, now } of pairs) {
    const goal = { code: now.code, title: masked(now.title) }
    if (!isOf(now)) {
      if (isOf(then)) gathering.tell({ code: 'goalGone', goal })
      continue
    }
    if (!isOf(then)) {
      gathering.tell({ code: 'goalNew', goal })
      continue
    }
    const series = (id: Id | null) => (id === null ? null : (find(store, 'indicators', id)?.title ?? null))
    const seriesThen = (id: Id | null) => (id === null ? null : (past.before('indicators', id)?.title ?? null))
    const [from, to] = [aimOf(then, seriesThen), aimOf(now, series)]
    if (then.referenceId === now.referenceId) from.reference = then.referenceText ?? to.reference
    if (same(from, to)) continue
    const lead = now.leadIndicatorId === null ? undefined : find(store, 'indicators', now.leadIndicatorId)
    const measure = lead
      ? { code: lead.code, title: lead.title, unit: lead.unit, unitText: lead.unitText, decimals: lead.decimals }
      : null
    const told = (aim: Aim): Aim => ({ ...aim, test: masked(aim.test), reference: masked(aim.reference) })
    gathering.tell({ code: 'goalTarget', goal, from: told(from), to: told(to), measure })
  }
}

function aimOf(goal: Goal, titleOf: (indicatorId: Id | null) => string | null): Aim {
  const { targetKind: kind, targetValue, targetUnit, comparator, targetPeriod, deadline, test } = goal
  const reference = goal.referenceText ?? titleOf(goal.referenceId)
  return { kind, targetValue, targetUnit, comparator, targetPeriod, deadline, test, reference }
}

function activityChanges(at: Comparing, plan: Plan, gathering: Gathering): void {
  const { masked } = at
  const isOf = (one: Activity | undefined): one is Activity => isThere(one) && one.planId === plan.id
  for (const { was: then, now } of pairsOf(at, 'activities')) {
    const activity = { code: now.code, title: masked(now.title) }
    if (!isOf(now)) {
      if (isOf(then)) gathering.tell({ code: 'activityGone', activity })
      continue
    }
    if (!isOf(then)) {
      gathering.tell({ code: 'activityNew', activity })
      continue
    }
    const { status: from } = then
    const { status: to } = now
    const ended = to === 'done' || to === 'dropped'
    if (from !== to && ended) {
      gathering.tell({ code: 'activityEnded', activity, to, comment: masked(now.statusComment) })
    } else if (from !== to) gathering.tell({ code: 'activityStatus', activity, from, to })
    if (then.dueOn !== now.dueOn) {
      gathering.tell({ code: 'activityDue', activity, from: then.dueOn, to: now.dueOn })
    }
  }
}

/** The changed records of a kind as they were and as they are. */
function pairsOf<N extends 'goals' | 'activities'>({ store, past }: Comparing, entity: N) {
  return past.changed(entity).flatMap((id) => {
    const now = find(store, entity, id)
    return now ? [{ was: past.before(entity, id), now }] : []
  })
}
