import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type Area, pathOf } from '#renderer/lib/navigation.ts'

/** A link to a record or an area, from anywhere. */
export function RecordLink({
  area,
  id,
  children,
}: {
  readonly area: Area
  readonly id?: string | null
  readonly children: ReactNode
}) {
  return <Link to={pathOf(area, id)}>{children}</Link>
}
