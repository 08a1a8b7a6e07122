import type { InputOf } from '#shared/contract/dispatcher.ts'
import { lights, projectStatuses } from '#shared/domain/records/project.ts'
import { id } from '#shared/domain/values.ts'

const none: string[] = []
/** The register's state as the address holds it. Default values stay out of the address. */
export const projectListDefaults = {
  text: '',
  statuses: none,
  lights: none,
  area: null as string | null,
  crossCutting: false,
  lighthouse: false,
  lead: null as string | null,
  partner: null as string | null,
  year: '',
  tab: 'overview',
  milestone: null as string | null,
  /** The form of a new project is open. */
  adding: false,
  sort: 'title',
  direction: 'asc',
}
export type ProjectListState = typeof projectListDefaults
export const projectSorts = ['title', 'startYear'] as const
const knownId = (value: string | null) => (id.safeParse(value).success ? value : null)

/** The query's filter; what no list knows is left out rather than refused. */
export function filterOf(state: ProjectListState) {
  return {
    text: state.text.slice(0, 200),
    statuses: projectStatuses.filter((status) => state.statuses.includes(status)),
    lights: lights.filter((light) => state.lights.includes(light)),
    focusAreaId: knownId(state.area),
    crossCuttingOnly: state.crossCutting,
    lighthouseOnly: state.lighthouse,
    leadId: knownId(state.lead),
    partnerId: knownId(state.partner),
    year: /^(19|20|21)\d\d$/.test(state.year) ? Number(state.year) : null,
  } satisfies InputOf<'projects.list'>['filter']
}
