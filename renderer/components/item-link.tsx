import type { ReactNode } from 'react'
import { RecordLink } from './record-link.tsx'

interface Props {
  readonly itemId: string
  /** Null while the item waits in a queue. */
  readonly meetingId: string | null
  readonly children: ReactNode
}

/** A link to an item: on its meeting's agenda, or in the queue. */
export function ItemLink({ itemId, meetingId, children }: Props) {
  return meetingId === null ? (
    <RecordLink area="queue" search={{ item: itemId }}>
      {children}
    </RecordLink>
  ) : (
    <RecordLink area="meetings" id={meetingId} search={{ tab: 'agenda', item: itemId }}>
      {children}
    </RecordLink>
  )
}
