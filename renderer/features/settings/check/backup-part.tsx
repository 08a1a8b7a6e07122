import { Button } from '#renderer/components/button.tsx'
import { Note } from '#renderer/components/notes.tsx'
import { badLookText } from '#renderer/lib/backup-look.ts'
import { useGo } from '#renderer/lib/navigation.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import styles from '../settings.module.css'

/** How old the newest backup is, and what its own check found. */
export function BackupPart() {
  const t = useT()
  const go = useGo()
  const format = useFormat()
  const { data: state } = useOperation('backups.state', {})
  if (!state) return null
  const { newest, looked } = state
  const bad = badLookText(t, format.instant, looked)
  return (
    <section className={styles.fields} aria-labelledby="check-backup">
      <h3 id="check-backup">{t('checkPage.backup.title')}</h3>
      <p>
        {newest
          ? `${t('checkPage.backup.made', { when: format.instant(newest.madeAt) })} · ${t(`backups.reasons.${newest.reason}`)}`
          : t('checkPage.backup.never')}
        {newest && (
          <>
            <br />
            <span className={styles.quiet}>
              {state.changesSince === 0 ? t('backups.upToDate') : t('backups.since', { count: state.changesSince })}
            </span>
          </>
        )}
      </p>
      {bad && <Note tone="warning">{bad}</Note>}
      {!bad && newest && (
        <p className={styles.quiet}>
          {looked
            ? t('checkPage.backup.sound', { madeAt: format.instant(looked.madeAt), at: format.instant(looked.at) })
            : t('checkPage.backup.notYet')}
        </p>
      )}
      <div className={styles.row}>
        <Button icon="history" onPress={() => go('settings', 'backups')}>
          {t('backups.home.open')}
        </Button>
      </div>
    </section>
  )
}
