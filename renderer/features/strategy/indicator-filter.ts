import type { InputOf } from '#shared/contract/dispatcher.ts'
import { availabilities, frequencies, indicatorUnits } from '#shared/domain/records/indicator.ts'
import { id } from '#shared/domain/values.ts'

const none: string[] = []
/** The register's state as the address holds it. Default values stay out of the address. */
export const indicatorListDefaults = {
  text: '',
  plan: null as string | null,
  goal: null as string | null,
  units: none,
  frequencies: none,
  availabilities: none,
  responsible: null as string | null,
  overdue: false,
  withoutRecent: false,
  incomplete: false,
  tab: 'figures',
  /** The form of a new indicator is open. */
  adding: false,
  sort: 'code',
  direction: 'asc',
}
export type IndicatorListState = typeof indicatorListDefaults
export const indicatorSorts = ['code', 'title', 'nextExpectedOn'] as const
const knownId = (value: string | null) => (id.safeParse(value).success ? value : null)

/** The query's filter; what no list knows is left out rather than refused. */
export function filterOf(state: IndicatorListState) {
  return {
    text: state.text.slice(0, 200),
    planId: knownId(state.plan),
    goalId: knownId(state.goal),
    units: indicatorUnits.filter((one) => state.units.includes(one)),
    frequencies: frequencies.filter((one) => state.frequencies.includes(one)),
    availabilities: availabilities.filter((one) => state.availabilities.includes(one)),
    responsibleId: knownId(state.responsible),
    overdueOnly: state.overdue,
    withoutRecentOnly: state.withoutRecent,
    incompleteOnly: state.incomplete,
  } satisfies InputOf<'indicators.list'>['filter']
}
