import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'

/** The areas of the sidebar; every record opens in one of them. */
export const areas = ['home', 'visits', 'companies', 'followUps', 'packages', 'settings'] as const
export type Area = (typeof areas)[number]
const paths = {
  home: '/',
  visits: '/visits',
  companies: '/companies',
  followUps: '/follow-ups',
  packages: '/packages',
  settings: '/settings',
} as const satisfies Record<Area, string>

/** The path of an area, or of a record (settings: a page) in it. */
export function pathOf(area: Area, id?: string | null): string {
  return id ? `${paths[area]}/${id}` : paths[area]
}

/** The area that a path lies in. */
export function areaOf(path: string): Area {
  return areas.find((area) => area !== 'home' && path.startsWith(paths[area])) ?? 'home'
}

/** Goes to an area or a record. `keepSearch` keeps the list's sort and filter, for opening a row of the list at hand. */
export function useGo() {
  const navigate = useNavigate()
  return useCallback(
    (area: Area, id?: string | null, options: { keepSearch?: boolean; search?: Record<string, unknown> } = {}) => {
      const search = options.keepSearch ? true : (options.search ?? {})
      // The path is put together here, so the router cannot type its search.
      void navigate({ to: pathOf(area, id), search: search as never })
    },
    [navigate],
  )
}
