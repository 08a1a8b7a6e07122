import { Note } from '#renderer/components/notes.tsx'
import { SavingDay } from '#renderer/components/saving-field.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { newestVersion } from '#shared/domain/meeting-readiness.ts'
import { announcementDueOn, appealUntil } from '#shared/domain/minutes-rules.ts'
import styles from './minutes-panel.module.css'
import { ReopenMinutes } from './reopen-minutes.tsx'
import { useSession } from './use-session.ts'

/** The minutes are final: when and by what they are known, the announcement in Sweden, and the two ways to correct. */
export function Approved() {
  const t = useT()
  const format = useFormat()
  const { detail } = useSession()
  const { meeting } = detail
  const final = newestVersion(detail.minutes)
  const archive = useCommand('meetings.archive', { done: t('session.minutes.archived'), problemAsToast: true })
  return (
    <div className={styles.step}>
      <h2>{t('session.minutes.finalTitle')}</h2>
      <dl className={styles.facts}>
        <dt>{t('session.minutes.approvedOn')}</dt>
        <dd>{format.day(final?.approvedOn ?? meeting.adjustedOn)}</dd>
        <dt>{t('session.minutes.version')}</dt>
        <dd>{final?.version}</dd>
        <dt>{t('session.minutes.hash')}</dt>
        <dd>
          <code className={styles.hash}>{final?.snapshotSha256}</code>
        </dd>
      </dl>
      <Announcement />
      <Note>{t('session.locked.approved')}</Note>
      {meeting.status === 'minutesApproved' && (
        <div>
          <WriteButton icon="folder" busy={archive.busy} onPress={() => void archive.run({ id: meeting.id })}>
            {t('session.minutes.archive')}
          </WriteButton>
        </div>
      )}
      <ReopenMinutes title={t('session.minutes.reopen')} />
    </div>
  )
}

/** SE: the adjusted minutes are announced on the notice board within two days; the three weeks to appeal run from there. */
function Announcement() {
  const t = useT()
  const format = useFormat()
  const { meeting, body } = useSession().detail
  const revise = useCommand('meetings.revise')
  const dueOn = announcementDueOn(body, meeting.adjustedOn)
  const until = appealUntil(meeting.announcedOn)
  if (dueOn === null) return null
  return (
    <SavingDay
      label={t('session.minutes.announcedOn')}
      hint={
        until
          ? t('session.minutes.appealUntil', { day: format.day(until) })
          : t('session.minutes.announceBy', { day: format.day(dueOn) })
      }
      value={meeting.announcedOn}
      field="announcedOn"
      draftKey={`meetings:${meeting.id}:announcedOn`}
      onSave={(announcedOn) => revise.run({ id: meeting.id, changes: { announcedOn } })}
    />
  )
}
