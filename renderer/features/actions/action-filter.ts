import type { InputOf } from '#shared/contract/dispatcher.ts'
import { id } from '#shared/domain/values.ts'

/** The list's state as the address holds it. Default values stay out of the address. */
export const actionListDefaults = {
  text: '',
  state: 'open',
  owner: null as string | null,
  body: null as string | null,
  meeting: null as string | null,
  visit: null as string | null,
  tab: 'fields',
  sort: 'dueOn',
  direction: 'asc',
}
export type ActionListState = typeof actionListDefaults
export const actionStates = ['open', 'overdue', 'done', 'cancelled', 'all'] as const
export const actionSorts = ['dueOn', 'owner'] as const

const known = (value: string | null) => (id.safeParse(value).success ? value : null)

/** The query's filter; what no list knows is left out rather than refused. */
export function filterOf(state: ActionListState): NonNullable<InputOf<'actions.list'>['filter']> {
  return {
    text: state.text.slice(0, 200),
    state: actionStates.find((one) => one === state.state) ?? 'open',
    ownerId: known(state.owner),
    bodyId: known(state.body),
    meetingId: known(state.meeting),
    visitId: known(state.visit),
  }
}
