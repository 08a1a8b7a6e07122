import { today } from '#renderer/lib/use-format.ts'
import { useListState } from '#renderer/lib/use-list-state.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'

export type Overview = OutputOf<'home.overview'>

/** What the home screen shows, kept in the address. An empty year is the running one. */
const defaults = {
  show: 'overview' as string,
  year: '',
  coverage: 'sector' as string,
  since: '',
  sector: null as string | null,
  municipality: null as string | null,
}

export function useHomeView() {
  const [view, change] = useListState(defaults)
  const year = /^(19|20|21)\d\d$/.test(view.year) ? Number(view.year) : Number(today().slice(0, 4))
  return { view, change, year }
}
