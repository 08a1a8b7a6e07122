import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type Area, pathOf } from '#renderer/lib/navigation.ts'

/** A link to a record or an area, from anywhere. */
export function RecordLink({
  area,
  id,
  search = {},
  onFollow,
  children,
}: {
  readonly area: Area
  readonly id?: string | null
  /** The list's filter, as its address holds it. */
  readonly search?: Record<string, unknown>
  /** Told before it leads away. */
  readonly onFollow?: (() => void) | undefined
  readonly children: ReactNode
}) {
  // The path is put together here, so the router cannot type its search.
  return (
    <Link to={pathOf(area, id)} search={search as never} onClick={onFollow}>
      {children}
    </Link>
  )
}
