import type { ComponentProps } from 'react'
import { Badge } from '#renderer/components/notes.tsx'
import { useT } from '#renderer/lib/use-t.ts'
import type { MeetingStatus } from '#shared/domain/records/meeting.ts'

const tones: Record<MeetingStatus, NonNullable<ComponentProps<typeof Badge>['tone']>> = {
  planned: 'neutral',
  noticeSent: 'info',
  held: 'warning',
  minutesInReview: 'warning',
  minutesApproved: 'success',
  archived: 'neutral',
  cancelled: 'danger',
}

/** How far a meeting is, in a word. */
export function MeetingStatusBadge({
  status,
  inSession,
}: {
  readonly status: MeetingStatus
  readonly inSession: boolean
}) {
  const t = useT()
  if (inSession) {
    return (
      <Badge tone="info" icon="clock">
        {t('meetings.inSession')}
      </Badge>
    )
  }
  return <Badge tone={tones[status]}>{t(`codes.meetingStatus.${status}`)}</Badge>
}
