import type { InputOf } from '#shared/contract/dispatcher.ts'
import { commitmentKinds, commitmentStatuses } from '#shared/domain/records/commitment.ts'
import { id } from '#shared/domain/values.ts'

const none: string[] = []
/** The register's state as the address holds it. Default values stay out of the address. */
export const commitmentListDefaults = {
  text: '',
  partner: null as string | null,
  kinds: none,
  statuses: none,
  year: '',
  overdue: false,
  tab: 'fields',
  sort: 'periodTo',
  direction: 'asc',
}
export type CommitmentListState = typeof commitmentListDefaults
export const commitmentSorts = ['periodTo', 'partner', 'title'] as const

/** The query's filter; what no list knows is left out rather than refused. */
export function filterOf(state: CommitmentListState) {
  return {
    text: state.text.slice(0, 200),
    partnerId: id.safeParse(state.partner).success ? state.partner : null,
    kinds: commitmentKinds.filter((kind) => state.kinds.includes(kind)),
    statuses: commitmentStatuses.filter((status) => state.statuses.includes(status)),
    year: /^(19|20|21)\d\d$/.test(state.year) ? Number(state.year) : null,
    overdueOnly: state.overdue,
  } satisfies InputOf<'commitments.list'>['filter']
}
