import type { InputOf, OutputOf } from '#shared/contract/dispatcher.ts'
import { confidentialities, themes, visitFlags, visitTypes } from '#shared/domain/records/visit.ts'
import { id, isDay } from '#shared/domain/values.ts'

export type VisitRow = OutputOf<'visits.list'>['rows'][number]

const none: string[] = []
/** The list's state as the address holds it. Default values stay out of the address. */
export const visitListDefaults = {
  text: '',
  company: null as string | null,
  from: null as string | null,
  to: null as string | null,
  types: none,
  flags: none,
  themes: none,
  sectors: none,
  municipalities: none,
  confidentialities: none,
  drafts: 'with',
  sort: 'visitedOn',
  direction: 'desc',
  tab: 'visit',
}
export type VisitListState = typeof visitListDefaults
const draftChoices = ['with', 'without', 'only'] as const

/** The query's filter. The address may hold anything, so what no list knows is left out rather than refused. */
export function filterOf(state: VisitListState): NonNullable<InputOf<'visits.list'>['filter']> {
  return {
    text: state.text.slice(0, 200),
    companyId: state.company && id.safeParse(state.company).success ? state.company : null,
    from: state.from && isDay(state.from) ? state.from : null,
    to: state.to && isDay(state.to) ? state.to : null,
    types: known(visitTypes, state.types),
    flags: known(visitFlags, state.flags),
    themes: known(themes, state.themes),
    sectorIds: state.sectors.slice(0, 50),
    municipalityCodes: state.municipalities.slice(0, 400),
    confidentialities: known(confidentialities, state.confidentialities),
    drafts: known(draftChoices, [state.drafts])[0] ?? 'with',
  }
}

export function known<K extends string>(list: readonly K[], values: readonly string[]): K[] {
  return list.filter((one) => values.includes(one))
}
