import { codeKey } from '#shared/domain/goal-gaps.ts'
import type { Goal, Strategy } from '#shared/domain/records/goal.ts'
import type { FocusArea } from '#shared/domain/records/plan.ts'
import type { Id } from '#shared/domain/values.ts'
import type { Writer } from './changes.ts'
import type { EntityName, Records } from './entities.ts'
import { find, type Store, sql } from './store.ts'

type Placed = Pick<Goal, 'id' | 'position' | 'code' | 'focusAreaId' | 'parentId'>

/** Ids, places and codes of a plan's goals, in order. */
export function goalsInOrder(store: Store, planId: Id): Placed[] {
  return sql(
    store,
    `SELECT id, position, code, focus_area_id AS "focusAreaId", parent_id AS "parentId" FROM goals INDEXED BY goals_plan
     WHERE plan_id = ? AND deleted_at IS NULL ORDER BY position, id`,
  ).all(planId) as Placed[]
}

/** Puts a goal at a place among its plan's, the last where that is beyond them; the others keep their order. */
export function placeGoal(write: Writer, { id, planId }: Pick<Goal, 'id' | 'planId'>, place: number): void {
  const others = goalsInOrder(write, planId).flatMap((one) => (one.id === id ? [] : [one.id]))
  renumberGoals(write, planId, [...others.slice(0, place), id, ...others.slice(place)])
}

/** Counts the places of a plan's goals anew: 0 … n−1 without gaps, in the order they stand in. */
export function closeGoalGaps(write: Writer, planId: Id): void {
  renumberGoals(
    write,
    planId,
    goalsInOrder(write, planId).map(({ id }) => id),
  )
}

function renumberGoals(write: Writer, planId: Id, ids: readonly Id[]): void {
  const now = new Map(goalsInOrder(write, planId).map(({ id, position }) => [id, position]))
  for (const [position, id] of ids.entries()) {
    if (now.get(id) !== position) write.revise('goals', id, { position })
  }
}

/** Ids and places of the strategies of a goal or an area, in order. */
export function strategiesInOrder(
  store: Store,
  { planId, goalId, focusAreaId }: Pick<Strategy, 'planId' | 'goalId' | 'focusAreaId'>,
): Pick<Strategy, 'id' | 'position'>[] {
  return sql(
    store,
    `SELECT id, position FROM strategies INDEXED BY strategies_plan
     WHERE plan_id = ? AND goal_id IS ? AND focus_area_id IS ? AND deleted_at IS NULL ORDER BY position, id`,
  ).all(planId, goalId, focusAreaId) as Pick<Strategy, 'id' | 'position'>[]
}

/** Puts a strategy at a place under its goal or area, the last where that is beyond them; the others keep their order. */
export function placeStrategy(write: Writer, strategy: Strategy, place: number): void {
  const there = strategiesInOrder(write, strategy)
  const others = there.flatMap((one) => (one.id === strategy.id ? [] : [one.id]))
  const now = new Map(there.map(({ id, position }) => [id, position]))
  for (const [position, id] of [...others.slice(0, place), strategy.id, ...others.slice(place)].entries()) {
    if (now.get(id) !== position) write.revise('strategies', id, { position })
  }
}

/** Counts the places of strategies of one goal or area anew: 0 … n−1 without gaps. */
export function closeStrategyGaps(write: Writer, home: Pick<Strategy, 'planId' | 'goalId' | 'focusAreaId'>): void {
  for (const [place, { id, position }] of strategiesInOrder(write, home).entries()) {
    if (position !== place) write.revise('strategies', id, { position: place })
  }
}

/** After an undo: what came or went since keeps its order, only the places of goals and strategies are counted anew. */
export function closePlanGaps(
  write: Writer,
  records: readonly { readonly entity: EntityName; readonly id: Id }[],
): void {
  const of = <N extends 'goals' | 'strategies'>(name: N) =>
    records.flatMap(({ entity, id }) => (entity === name ? (find(write, name, id) ?? []) : [])) as Records[N][]
  for (const planId of new Set(of('goals').map((goal) => goal.planId))) closeGoalGaps(write, planId)
  // One that goes back to another goal leaves a hole where it stood: every home of the plan is looked at, not only where it lies now.
  for (const planId of new Set(of('strategies').map((strategy) => strategy.planId))) {
    for (const home of strategyHomes(write, planId)) closeStrategyGaps(write, home)
  }
}

/** The goals and areas of a plan that have strategies. */
function strategyHomes(store: Store, planId: Id): Pick<Strategy, 'planId' | 'goalId' | 'focusAreaId'>[] {
  return sql(
    store,
    `SELECT DISTINCT plan_id AS "planId", goal_id AS "goalId", focus_area_id AS "focusAreaId" FROM strategies INDEXED BY strategies_plan
     WHERE plan_id = ? AND deleted_at IS NULL`,
  ).all(planId) as Pick<Strategy, 'planId' | 'goalId' | 'focusAreaId'>[]
}

/**
 * The code that a new goal takes where none is given: one past the highest of its kind (after M-1.2 comes M-1.3), of a sub-goal after its
 * parent's code (M-1.1.1). The first of an area is numbered after it (M-2.1), in the form that the plan's other goals have.
 */
export function nextGoalCode(
  store: Store,
  planId: Id,
  parent: Pick<Goal, 'code'> | null,
  area: Pick<FocusArea, 'id' | 'number'> | null,
): string {
  const goals = goalsInOrder(store, planId)
  const taken = new Set(goals.map(({ code }) => codeKey(code)))
  const past = (prefix: string) => {
    let number = 1
    for (const { code } of goals) {
      const rest = code.startsWith(prefix) ? code.slice(prefix.length) : ''
      if (/^\d{1,6}$/.test(rest)) number = Math.max(number, Number(rest) + 1)
    }
    while (taken.has(codeKey(`${prefix}${number}`))) number += 1
    return `${prefix}${number}`
  }
  if (parent) return past(`${parent.code}.`)
  const prefixOf = (code: string | undefined) => /^(.*?)\d{1,6}$/.exec(code ?? '')?.[1]
  const siblings = goals.filter((one) => one.parentId === null && one.focusAreaId === (area?.id ?? null))
  const own = prefixOf(siblings.at(-1)?.code)
  if (own !== undefined) return past(own)
  // "M-" of "M-1.1": what goals of this plan begin with, before their area's number.
  const letter = /^\D*/.exec(goals.find((one) => one.parentId === null)?.code ?? '')?.[0] || 'M-'
  return past(area ? `${letter}${area.number}.` : letter)
}
