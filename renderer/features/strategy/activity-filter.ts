import type { InputOf } from '#shared/contract/dispatcher.ts'
import { activityStatuses } from '#shared/domain/records/goal.ts'
import { knownId } from './goal-filter.ts'

const none: string[] = []
/** The register's state as the address holds it. Default values stay out of the address. */
export const activityListDefaults = {
  text: '',
  plan: null as string | null,
  area: null as string | null,
  goal: null as string | null,
  statuses: none,
  year: '',
  responsible: null as string | null,
  overdue: false,
  tab: 'fields',
  /** The form of a new activity is open. */
  adding: false,
  sort: 'code',
  direction: 'asc',
}
export type ActivityListState = typeof activityListDefaults
export const activitySorts = ['code', 'title', 'year'] as const

/** The query's filter; what no list knows is left out rather than refused. */
export function activityFilterOf(state: ActivityListState) {
  return {
    text: state.text.slice(0, 200),
    planId: knownId(state.plan),
    focusAreaId: knownId(state.area),
    goalId: knownId(state.goal),
    statuses: activityStatuses.filter((status) => state.statuses.includes(status)),
    year: /^(19|20|21)\d\d$/.test(state.year) ? Number(state.year) : null,
    responsibleId: knownId(state.responsible),
    overdueOnly: state.overdue,
  } satisfies InputOf<'activities.list'>['filter']
}
