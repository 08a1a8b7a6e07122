import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'

/** The places one can go to; every record opens in one of them. */
export const areas = [
  'home',
  'visits',
  'companies',
  'followUps',
  'partners',
  'commitments',
  'giveAndTake',
  'projects',
  'milestones',
  'timeline',
  'strategy',
  'goals',
  'activities',
  'indicators',
  'figures',
  'meetings',
  'yearPlan',
  'queue',
  'decisions',
  'actions',
  'bodies',
  'documents',
  'packages',
  'settings',
] as const
export type Area = (typeof areas)[number]
const paths = {
  home: '/',
  visits: '/visits',
  companies: '/companies',
  followUps: '/follow-ups',
  partners: '/partners',
  commitments: '/commitments',
  giveAndTake: '/give-and-take',
  projects: '/projects',
  milestones: '/milestones',
  timeline: '/timeline',
  strategy: '/strategy',
  goals: '/goals',
  activities: '/activities',
  indicators: '/indicators',
  figures: '/figures',
  documents: '/documents',
  meetings: '/meetings',
  yearPlan: '/year-plan',
  queue: '/queue',
  decisions: '/decisions',
  actions: '/actions',
  bodies: '/bodies',
  packages: '/packages',
  settings: '/settings',
} as const satisfies Record<Area, string>

/** Places that lie within another area: the sidebar leads to that one. */
const within: Partial<Record<Area, Area>> = {
  commitments: 'partners',
  giveAndTake: 'partners',
  milestones: 'projects',
  timeline: 'projects',
  goals: 'strategy',
  activities: 'strategy',
  indicators: 'strategy',
  figures: 'strategy',
  yearPlan: 'meetings',
  queue: 'meetings',
}
/** The areas that the sidebar shows. */
export const sidebarAreas = areas.filter((area) => !(area in within))

/** The path of an area, or of a record (settings: a page) in it. */
export function pathOf(area: Area, id?: string | null): string {
  return id ? `${paths[area]}/${id}` : paths[area]
}

/** The area of the sidebar that a path lies in. */
export function areaOf(path: string): Area {
  const area = areas.find((one) => one !== 'home' && path.startsWith(paths[one])) ?? 'home'
  return within[area] ?? area
}

interface GoOptions {
  /** Keeps the list's sort and filter, for opening a row of the list at hand. */
  readonly keepSearch?: boolean
  /** What `keepSearch` leaves behind: a form's choices, once it is done. */
  readonly without?: readonly string[]
  readonly search?: Record<string, unknown>
}

/** Goes to an area or a record. */
export function useGo() {
  const navigate = useNavigate()
  return useCallback(
    (area: Area, id?: string | null, { keepSearch, without = [], search: given = {} }: GoOptions = {}) => {
      const kept = (before: Record<string, unknown>) =>
        Object.fromEntries(Object.entries(before).filter(([key]) => !without.includes(key)))
      const search = keepSearch ? kept : given
      // The path is put together here, so the router cannot type its search.
      void navigate({ to: pathOf(area, id), search: search as never })
    },
    [navigate],
  )
}
