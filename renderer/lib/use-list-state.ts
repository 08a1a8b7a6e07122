import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

/**
 * A list's sort, filter and view, kept in the address: back, forward and a restart find the list as it was left.
 * Values equal to the defaults stay out of the address; unknown or misshapen ones fall back to the default.
 */
export function useListState<T extends Record<string, unknown>>(defaults: T): [T, (changes: Partial<T>) => void] {
  const search = useSearch({ strict: false }) as Record<string, unknown>
  const navigate = useNavigate()
  const state = Object.fromEntries(
    Object.entries(defaults).map(([key, fallback]) => [key, sameKind(search[key], fallback) ? search[key] : fallback]),
  ) as T
  const change = useCallback(
    (changes: Partial<T>) => {
      void navigate({
        to: '.',
        replace: true,
        // One hook for every list: the router types the search of one route only.
        search: ((before: Record<string, unknown>) => {
          const next = { ...before, ...changes }
          return Object.fromEntries(
            Object.entries(next).filter(
              ([key, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(defaults[key]),
            ),
          )
        }) as never,
      })
    },
    [navigate, defaults],
  )
  return [state, change]
}

/** A default of null takes text; otherwise the address must hold the same kind of value. */
function sameKind(value: unknown, fallback: unknown): boolean {
  if (value === undefined) return false
  if (fallback === null) return typeof value === 'string'
  if (Array.isArray(fallback)) return Array.isArray(value) && value.every((one) => typeof one === 'string')
  return typeof value === typeof fallback
}
