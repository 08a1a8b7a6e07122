import type { InputOf } from '#shared/contract/dispatcher.ts'
import { decisionKinds } from '#shared/domain/records/decision.ts'
import { id, isDay } from '#shared/domain/values.ts'

const none: string[] = []
/** The list's state as the address holds it. Default values stay out of the address. */
export const decisionListDefaults = {
  text: '',
  state: 'all',
  body: null as string | null,
  meeting: null as string | null,
  responsible: null as string | null,
  from: '',
  to: '',
  kinds: none,
  tab: 'fields',
  sort: 'decidedOn',
  direction: 'desc',
}
export type DecisionListState = typeof decisionListDefaults
export const decisionStates = ['all', 'open', 'overdue', 'done', 'noAction', 'external'] as const
export const decisionSorts = ['decidedOn', 'deadline'] as const

const known = (value: string | null) => (id.safeParse(value).success ? value : null)

/** The query's filter; what no list knows is left out rather than refused. */
export function filterOf(state: DecisionListState): NonNullable<InputOf<'decisions.list'>['filter']> {
  return {
    text: state.text.slice(0, 200),
    state: decisionStates.find((one) => one === state.state) ?? 'all',
    bodyId: known(state.body),
    meetingId: known(state.meeting),
    responsibleId: known(state.responsible),
    from: isDay(state.from) ? state.from : null,
    to: isDay(state.to) ? state.to : null,
    kinds: decisionKinds.filter((kind) => state.kinds.includes(kind)),
  }
}
