import { Button } from '#renderer/components/button.tsx'
import { Note } from '#renderer/components/notes.tsx'
import { badLookText } from '#renderer/lib/backup-look.ts'
import { useGo } from '#renderer/lib/navigation.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import styles from './home.module.css'

/** Tells when the file is not safe: no good backup for over a week, the last one failed or was found damaged, or the second place lacks some. */
export function BackupNotice() {
  const t = useT()
  const format = useFormat()
  const go = useGo()
  const { data: state } = useOperation('backups.state', {})
  if (!state) return null
  const reasons = [
    state.problem && `${t('backups.failed')} ${t('backups.failedHint')}`,
    state.stale &&
      (state.newest ? t('backups.home.stale', { when: format.instant(state.newest.madeAt) }) : t('backups.home.never')),
    badLookText(t, format.instant, state.looked),
    state.place?.problem && t('backups.place.failed'),
  ].filter((reason) => typeof reason === 'string')
  if (reasons.length === 0) return null
  return (
    <div className={styles.notice}>
      <Note
        tone="warning"
        action={
          <Button small onPress={() => go('settings', 'backups')}>
            {t('backups.home.open')}
          </Button>
        }
      >
        {reasons.map((reason) => (
          <p key={reason}>{reason}</p>
        ))}
      </Note>
    </div>
  )
}
