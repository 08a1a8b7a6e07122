import { IconButton } from '#renderer/components/button.tsx'
import { DetailHeader } from '#renderer/components/detail-page.tsx'
import { Badge } from '#renderer/components/notes.tsx'
import { useGo } from '#renderer/lib/navigation.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { MeetingDetail } from '#shared/contract/meetings.ts'
import { isInSession } from '#shared/domain/meeting-states.ts'
import { MeetingMenu } from './meeting-menu.tsx'
import { MeetingStatusBadge } from './meeting-status.tsx'
import { useMeetingWords } from './meeting-words.ts'
import styles from './meetings.module.css'
import { NextStep } from './next-step.tsx'

interface Props {
  readonly open: MeetingDetail
  readonly onItem: (id: string) => void
  readonly onTab: (tab: string) => void
  readonly onClose: () => void
}

/** Which meeting, how far it is, what comes next and what stands in the way. */
export function MeetingHeader({ open, onItem, onTab, onClose }: Props) {
  const t = useT()
  const go = useGo()
  const words = useMeetingWords()
  const { meeting, body, earlierId, laterId } = open
  const inSession = isInSession(meeting)
  const openMeeting = (id: string | null) => go('meetings', id, { keepSearch: true, without: ['item'] })
  return (
    <DetailHeader
      title={words.name(body.name, meeting)}
      subtitle={[
        meeting.title,
        words.day(meeting.startsOn),
        words.time(meeting),
        meeting.place ?? (meeting.remoteLink ? t('meetings.remote') : null),
      ]
        .filter(Boolean)
        .join(' · ')}
      onClose={onClose}
      tools={
        <>
          <IconButton
            icon="left"
            label={t('meetings.detail.earlier')}
            disabled={earlierId === null}
            onPress={() => openMeeting(earlierId)}
          />
          <IconButton
            icon="right"
            label={t('meetings.detail.later')}
            disabled={laterId === null}
            onPress={() => openMeeting(laterId)}
          />
          <MeetingMenu open={open} onGone={onClose} />
        </>
      }
    >
      <div className={styles.badges}>
        <MeetingStatusBadge status={meeting.status} inSession={inSession} />
        {meeting.kind !== 'ordinary' && <Badge>{t(`codes.meetingKind.${meeting.kind}`)}</Badge>}
        {meeting.openness !== 'open' && <Badge icon="lock">{t(`codes.openness.${meeting.openness}`)}</Badge>}
        {meeting.remoteLink && (
          <a href={meeting.remoteLink} target="_blank" rel="noreferrer">
            {t('meetings.detail.join')}
          </a>
        )}
      </div>
      {meeting.status === 'cancelled' && meeting.cancelledReason && (
        <p>{t('meetings.detail.cancelledBecause', { reason: meeting.cancelledReason })}</p>
      )}
      <NextStep open={open} onItem={onItem} onTab={onTab} />
    </DetailHeader>
  )
}
