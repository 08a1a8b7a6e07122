import type { InputOf } from '#shared/contract/dispatcher.ts'
import { goalGaps, goalStatuses, targetKinds } from '#shared/domain/records/goal.ts'
import { id } from '#shared/domain/values.ts'

const none: string[] = []
/** The register's state as the address holds it. Default values stay out of the address. */
export const goalListDefaults = {
  text: '',
  plan: null as string | null,
  inForce: false,
  area: null as string | null,
  statuses: none,
  kinds: none,
  gaps: none,
  responsible: null as string | null,
  tab: 'overview',
  /** The form that is open on the page of a goal: its target, its status … */
  edit: null as string | null,
  /** The form of a new goal is open. */
  adding: false,
  sort: 'code',
  direction: 'asc',
}
export type GoalListState = typeof goalListDefaults
export const goalSorts = ['code', 'title'] as const
export const knownId = (value: string | null) => (id.safeParse(value).success ? value : null)

/** The query's filter; what no list knows is left out rather than refused. */
export function filterOf(state: GoalListState) {
  return {
    text: state.text.slice(0, 200),
    planId: knownId(state.plan),
    inForceOnly: state.inForce,
    focusAreaId: knownId(state.area),
    statuses: goalStatuses.filter((status) => state.statuses.includes(status)),
    kinds: targetKinds.filter((kind) => state.kinds.includes(kind)),
    gaps: goalGaps.filter((gap) => state.gaps.includes(gap)),
    responsibleId: knownId(state.responsible),
  } satisfies InputOf<'goals.list'>['filter']
}
