import { Button } from '#renderer/components/button.tsx'
import { Badge, ErrorNote, Loading } from '#renderer/components/notes.tsx'
import { RecordLink } from '#renderer/components/record-link.tsx'
import { useGo } from '#renderer/lib/navigation.ts'
import { today, useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import styles from './home.module.css'
import { Panel } from './panel.tsx'

type Meeting = OutputOf<'meetings.list'>['rows'][number]

/** The meeting that comes next, or is held right now. */
export function NextMeeting() {
  const t = useT()
  const go = useGo()
  const next = useOperation('meetings.list', {
    filter: { from: today(), statuses: ['planned', 'noticeSent'] },
    direction: 'asc',
    cursor: null,
    limit: 1,
  })
  const meeting = next.data?.rows[0]
  return (
    <Panel
      title={t('decisions.reminders.next')}
      span={4}
      action={<RecordLink area="meetings">{t('common.showAll')}</RecordLink>}
    >
      {next.isPending && <Loading lines={3} />}
      {next.error && <ErrorNote error={next.error} onRetry={() => void next.refetch()} />}
      {next.data && !meeting && (
        <>
          <p className={styles.quiet}>{t('decisions.reminders.noNext')}</p>
          <div>
            <Button icon="meetings" onPress={() => go('meetings')}>
              {t('decisions.reminders.plan')}
            </Button>
          </div>
        </>
      )}
      {meeting && <Facts meeting={meeting} />}
    </Panel>
  )
}

function Facts({ meeting }: { readonly meeting: Meeting }) {
  const t = useT()
  const format = useFormat()
  return (
    <div className={styles.next}>
      <p className={styles.nextTitle}>
        <RecordLink area="meetings" id={meeting.inSession ? `${meeting.id}/session` : meeting.id}>
          {meeting.title ?? meeting.bodyName}
        </RecordLink>
      </p>
      {meeting.title && <p className={styles.quiet}>{meeting.bodyName}</p>}
      <p className={styles.today}>
        {format.dayLong(meeting.startsOn)} {t('decisions.reminders.at', { time: meeting.startsAt })}
      </p>
      {meeting.place && <p className={styles.quiet}>{meeting.place}</p>}
      <p className={styles.quiet}>{t('decisions.reminders.items', { count: meeting.items })}</p>
      <p>
        {meeting.inSession ? (
          <Badge tone="success">{t('decisions.reminders.goOn')}</Badge>
        ) : meeting.status === 'noticeSent' ? (
          t('decisions.reminders.noticeSent')
        ) : (
          t('decisions.reminders.noticeDue', { day: format.day(meeting.noticeDueOn) })
        )}
      </p>
    </div>
  )
}
