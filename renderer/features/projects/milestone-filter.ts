import type { InputOf } from '#shared/contract/dispatcher.ts'
import { milestoneStates } from '#shared/domain/records/project.ts'
import { day, id } from '#shared/domain/values.ts'

const none: string[] = []
/** The register's state as the address holds it. Default values stay out of the address. */
export const milestoneListDefaults = {
  text: '',
  project: null as string | null,
  owner: null as string | null,
  states: none,
  lighthouse: false,
  area: null as string | null,
  from: null as string | null,
  to: null as string | null,
  tab: 'dates',
  sort: 'standsOn',
  direction: 'asc',
}
export type MilestoneListState = typeof milestoneListDefaults
export const milestoneSorts = ['standsOn', 'project', 'title'] as const
const knownId = (value: string | null) => (id.safeParse(value).success ? value : null)
const knownDay = (value: string | null) => (day.safeParse(value).success ? value : null)

/** The query's filter; what no list knows is left out rather than refused. */
export function filterOf(state: MilestoneListState) {
  return {
    text: state.text.slice(0, 200),
    projectId: knownId(state.project),
    ownerId: knownId(state.owner),
    states: milestoneStates.filter((one) => state.states.includes(one)),
    lighthouseOnly: state.lighthouse,
    focusAreaId: knownId(state.area),
    from: knownDay(state.from),
    to: knownDay(state.to),
  } satisfies InputOf<'milestones.list'>['filter']
}
