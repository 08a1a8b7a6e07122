import { useNavigate, useSearch } from '@tanstack/react-router'
import type { Register, SavedView } from '#shared/domain/records/saved-view.ts'
import { useOperation } from './use-query.ts'

type Search = Readonly<Record<string, unknown>>
/** What of an address belongs to the record that is open, not to the list; and the name of the view itself. */
const notOfList = ['tab', 'item', 'copy', 'commitment', 'view']

/** The saved views of a register, which of them the address shows, and ways to another. */
export function useSavedViews(register: Register) {
  const views = useOperation('views.list', { register }).data ?? []
  const search = useSearch({ strict: false }) as Search
  const navigate = useNavigate()
  const shown = ofList(search)
  const named = views.find((view) => view.id === search.view)
  const current = named ?? views.find((view) => same(view.search, shown)) ?? null
  return {
    views,
    /** What a view of the list as it is now would hold. */
    shown,
    /** The view that was chosen, or that is just like what is shown. */
    current,
    /** The chosen view isn't what is shown any more. */
    changed: current !== null && !same(current.search, shown),
    /** Nothing is filtered, ordered or grouped other than from the start. */
    standard: Object.keys(shown).length === 0,
    /** Shows the list as a view has it; null as it is from the start. What is open stays open. */
    apply: (view: SavedView | null) => {
      const kept = (before: Record<string, unknown>) =>
        Object.fromEntries(Object.entries(before).filter(([key]) => notOfList.includes(key) && key !== 'view'))
      void navigate({
        to: '.',
        // One hook for every register: the router types the search of one route only.
        search: ((before: Record<string, unknown>) => ({
          ...kept(before),
          ...(view ? { ...view.search, view: view.id } : {}),
        })) as never,
      })
    },
  }
}

/** In one order, so that two that say the same are equal as text. */
function ofList(search: Search): SavedView['search'] {
  // What an address holds has been read from JSON.
  return Object.fromEntries(
    Object.entries(search as SavedView['search'])
      .filter(([key, value]) => !notOfList.includes(key) && value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

function same(a: Search, b: Search): boolean {
  return JSON.stringify(ofList(a)) === JSON.stringify(ofList(b))
}
