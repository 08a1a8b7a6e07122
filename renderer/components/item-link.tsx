import type { ReactNode } from 'react'
import { RecordLink } from './record-link.tsx'

interface Props {
  readonly itemId: string
  /** Null while the item waits in a queue. */
  readonly meetingId: string | null
  /** Told before it leads away. */
  readonly onFollow?: (() => void) | undefined
  readonly children: ReactNode
}

/** A link to an item: on its meeting's agenda, or in the queue. */
export function ItemLink({ itemId, meetingId, onFollow, children }: Props) {
  return meetingId === null ? (
    <RecordLink area="queue" search={{ item: itemId }} onFollow={onFollow}>
      {children}
    </RecordLink>
  ) : (
    <RecordLink area="meetings" id={meetingId} search={{ tab: 'agenda', item: itemId }} onFollow={onFollow}>
      {children}
    </RecordLink>
  )
}
