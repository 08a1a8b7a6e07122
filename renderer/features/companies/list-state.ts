import { useListState } from '#renderer/lib/use-list-state.ts'
import { companyFilter, companySorts } from '#shared/contract/companies.ts'
import type { InputOf } from '#shared/contract/dispatcher.ts'

/** The list's view as the address holds it. */
const defaults = {
  text: '',
  sectors: [] as string[],
  municipalities: [] as string[],
  bands: [] as string[],
  statuses: [] as string[],
  since: null as string | null,
  sort: 'name' as string,
  direction: 'asc' as string,
}
export type ListView = typeof defaults
export const noFilter: Partial<ListView> = {
  text: '',
  sectors: [],
  municipalities: [],
  bands: [],
  statuses: [],
  since: null,
}

interface ListInput {
  readonly filter: NonNullable<InputOf<'companies.list'>['filter']>
  readonly sort: (typeof companySorts)[number]
  readonly direction: 'asc' | 'desc'
}

export function useCompanyList() {
  const [view, change] = useListState(defaults)
  return { view, change, input: inputOf(view), filters: countFilters(view) }
}

/** What the list asks for. An address that somebody bent asks for the nearest thing that is allowed. */
function inputOf(view: ListView): ListInput {
  const wanted = companyFilter.safeParse({
    text: view.text,
    sectorIds: view.sectors,
    municipalityCodes: view.municipalities,
    bands: view.bands,
    statuses: view.statuses,
    notVisitedSince: view.since,
  })
  return {
    filter: wanted.success ? wanted.data : companyFilter.parse({ text: view.text.slice(0, 200) }),
    sort: companySorts.find((sort) => sort === view.sort) ?? 'name',
    direction: view.direction === 'desc' ? 'desc' : 'asc',
  }
}

/** How many kinds of filter are on, the search text left out. */
function countFilters(view: ListView): number {
  return (
    [view.sectors, view.municipalities, view.bands, view.statuses].filter((list) => list.length > 0).length +
    (view.since ? 1 : 0)
  )
}
