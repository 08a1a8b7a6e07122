import type { InputOf } from '#shared/contract/dispatcher.ts'
import { documentKinds, publicities } from '#shared/domain/records/document.ts'

const none: string[] = []
/** The register's state as the address holds it. Default values stay out of the address. */
export const documentListDefaults = {
  text: '',
  kinds: none,
  publicities: none,
  year: '',
  due: false,
  superseded: false,
  tab: 'fields',
  sort: 'madeOn',
  direction: 'desc',
}
export type DocumentListState = typeof documentListDefaults
export const documentSorts = ['madeOn', 'title'] as const

/** The query's filter; what no list knows is left out rather than refused. */
export function filterOf(state: DocumentListState) {
  return {
    text: state.text.slice(0, 200),
    kinds: documentKinds.filter((kind) => state.kinds.includes(kind)),
    publicities: publicities.filter((one) => state.publicities.includes(one)),
    year: /^(19|20|21)\d\d$/.test(state.year) ? Number(state.year) : null,
    disposalDueOnly: state.due,
    withSuperseded: state.superseded,
  } satisfies InputOf<'documents.list'>['filter']
}
