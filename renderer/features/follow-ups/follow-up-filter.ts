import type { InputOf } from '#shared/contract/dispatcher.ts'
import { themes } from '#shared/domain/records/visit.ts'

const none: string[] = []
/** The list's state as the address holds it. Default values stay out of the address. */
export const followUpListDefaults = {
  text: '',
  state: 'open',
  owner: null as string | null,
  themes: none,
  sort: 'dueOn',
  direction: 'asc',
}
export type FollowUpListState = typeof followUpListDefaults
export const followUpStates = ['open', 'overdue', 'closed', 'all'] as const
export const followUpSorts = ['dueOn', 'company', 'owner'] as const

/** The query's filter; what no list knows is left out rather than refused. */
export function filterOf(state: FollowUpListState): NonNullable<InputOf<'followUps.list'>['filter']> {
  return {
    text: state.text.slice(0, 200),
    state: followUpStates.find((one) => one === state.state) ?? 'open',
    ownerId: state.owner,
    themes: themes.filter((theme) => state.themes.includes(theme)),
  }
}
