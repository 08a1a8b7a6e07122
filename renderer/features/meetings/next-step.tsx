import { Button } from '#renderer/components/button.tsx'
import { ErrorNote, Note } from '#renderer/components/notes.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useGo } from '#renderer/lib/navigation.ts'
import { useCommand } from '#renderer/lib/use-command.ts'
import { timeNow, today, useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { MeetingDetail } from '#shared/contract/meetings.ts'
import { isInSession, isOn } from '#shared/domain/meeting-states.ts'
import { findingText } from './meeting-words.ts'
import styles from './meetings.module.css'

interface Props {
  readonly open: MeetingDetail
  readonly onItem: (id: string) => void
  readonly onTab: (tab: string) => void
}

/** The one thing to do next, when it is due, and what to look at or mend before it. */
export function NextStep({ open, onItem, onTab }: Props) {
  const t = useT()
  const { warnings, obstacles } = open
  return (
    <>
      <Step open={open} />
      {obstacles.length > 0 && (
        <Note tone="danger">
          <p>{t('meetings.next.obstacles')}</p>
          <Findings found={obstacles} onItem={onItem} onTab={onTab} />
        </Note>
      )}
      {warnings.length > 0 && (
        <Note tone="warning">
          <Findings found={warnings} onItem={onItem} onTab={onTab} />
        </Note>
      )}
    </>
  )
}

function Step({ open }: { readonly open: MeetingDetail }) {
  const t = useT()
  const format = useFormat()
  const go = useGo()
  const { meeting } = open
  const notice = useCommand('meetings.sendNotice', { done: t('meetings.next.noticeDone') })
  const start = useCommand('meetings.start', { done: t('meetings.next.started') })
  const archive = useCommand('meetings.archive', { done: t('meetings.next.archived') })
  const toSession = () => go('meetings', `${meeting.id}/session`)
  const session = (label: string) => (
    <Button kind="primary" onPress={toSession}>
      {label}
    </Button>
  )
  const papers = (
    <Button kind="quiet" icon="file" onPress={toSession}>
      {t('meetings.detail.papers')}
    </Button>
  )
  const startNow = (kind: 'primary' | 'normal') => (
    <WriteButton
      kind={kind}
      busy={start.busy}
      onPress={() => {
        // On another day than planned the screen of the meeting asks which day it is.
        if (!isOn(meeting, today())) return toSession()
        void start.run({ id: meeting.id, openedAt: timeNow() }).then((reply) => {
          if (reply.ok) toSession()
        })
      }}
    >
      {t('meetings.next.start')}
    </WriteButton>
  )
  const problem = notice.problem ?? start.problem ?? archive.problem
  return (
    <>
      <div className={styles.next}>
        {isInSession(meeting) ? (
          session(t('meetings.next.toSession'))
        ) : meeting.status === 'planned' ? (
          <>
            <WriteButton
              kind="primary"
              busy={notice.busy}
              onPress={() => void notice.run({ id: meeting.id, sentOn: today() })}
            >
              {t('meetings.next.sendNotice')}
            </WriteButton>
            {startNow('normal')}
            <span className={styles.quiet}>{t('meetings.next.noticeDue', { day: format.day(open.noticeDueOn) })}</span>
            {papers}
          </>
        ) : meeting.status === 'noticeSent' ? (
          <>
            {startNow('primary')}
            <span className={styles.quiet}>
              {t('meetings.next.noticeSent', { day: format.day(meeting.noticeSentOn) })}
            </span>
            {papers}
          </>
        ) : meeting.status === 'held' ? (
          session(t('meetings.next.toMinutes'))
        ) : meeting.status === 'minutesInReview' ? (
          <>
            {session(t('meetings.next.toReview'))}
            {open.adjustmentDueOn && (
              <span className={styles.quiet}>
                {t('meetings.next.adjustmentDue', { day: format.day(open.adjustmentDueOn) })}
              </span>
            )}
          </>
        ) : meeting.status === 'minutesApproved' ? (
          <>
            <WriteButton busy={archive.busy} onPress={() => void archive.run({ id: meeting.id })}>
              {t('meetings.next.archive')}
            </WriteButton>
            {papers}
          </>
        ) : (
          papers
        )}
      </div>
      {problem && <ErrorNote error={problem} />}
    </>
  )
}

type Finding = MeetingDetail['warnings'][number]

/** Each finding leads to its item, or to the part of the meeting that it is about. */
function Findings({ found, onItem, onTab }: Omit<Props, 'open'> & { readonly found: readonly Finding[] }) {
  const t = useT()
  const places: Record<string, string> = {
    'problems.meeting.noMembers': 'attendance',
    'problems.meeting.noItems': 'agenda',
    'problems.meeting.noChair': 'details',
    'problems.meeting.noSecretary': 'details',
    'problems.meeting.remoteNotConfirmed': 'details',
  }
  return (
    <ul className={styles.findings}>
      {found.map((one, index) => {
        const words = findingText(t, one)
        const { itemId } = one
        const tab = places[one.key]
        const way = itemId ? () => onItem(itemId) : tab ? () => onTab(tab) : null
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same thing may be said of two items; the list has no other order
          <li key={index}>
            {way ? (
              <button type="button" onClick={way}>
                {words}
              </button>
            ) : (
              words
            )}
          </li>
        )
      })}
    </ul>
  )
}
