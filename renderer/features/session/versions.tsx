import { Badge } from '#renderer/components/notes.tsx'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import styles from './minutes-panel.module.css'
import { useSession } from './use-session.ts'

const tones = { inReview: 'info', returned: 'warning', approved: 'success', reopened: 'warning' } as const

/** Every version that was sent to review, the newest first: it is kept whatever came after. */
export function Versions() {
  const t = useT()
  const format = useFormat()
  const { minutes } = useSession().detail
  if (minutes.length === 0) return null
  return (
    <div className={styles.step}>
      <h3>{t('session.minutes.versions')}</h3>
      <ul className={styles.list}>
        {minutes
          .toSorted((a, b) => b.version - a.version)
          .map((one) => (
            <li key={one.id} className={styles.adjuster}>
              <div className={styles.line}>
                <span className={styles.strong}>{t('session.minutes.versionNo', { version: one.version })}</span>
                <Badge tone={tones[one.status]}>{t(`codes.minutesStatus.${one.status}`)}</Badge>
              </div>
              <p className={styles.quiet}>
                {[format.instant(one.madeOn), one.madeBy, t(`codes.language.${one.language}`)]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              {one.reason && <p className={styles.reason}>{one.reason}</p>}
              <p className={styles.quiet}>
                {t('session.minutes.hash')} <code>{one.snapshotSha256.slice(0, 12)}</code>
              </p>
            </li>
          ))}
      </ul>
    </div>
  )
}
