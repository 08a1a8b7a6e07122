import { Icon } from '#renderer/components/icon.tsx'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import styles from './minutes-panel.module.css'
import { useSession } from './use-session.ts'

/** The papers that were made and saved, the newest first. */
export function PapersMade() {
  const t = useT()
  const format = useFormat()
  const { meeting } = useSession().detail
  const list = useOperation('papers.list', { meetingId: meeting.id })
  const made = (list.data ?? []).toSorted((a, b) => b.madeOn.localeCompare(a.madeOn))
  return (
    <div className={styles.step}>
      <h2>{t('session.papers.made')}</h2>
      {made.length === 0 ? (
        <p className={styles.quiet}>{t('session.papers.noneMade')}</p>
      ) : (
        <ul className={styles.list}>
          {made.map((one) => (
            <li key={one.id} className={styles.adjuster}>
              <span>
                <Icon name="file" size={14} /> {one.fileName}
              </span>
              <p className={styles.quiet}>
                {[
                  t('session.minutes.versionNo', { version: one.version }),
                  format.instant(one.madeOn),
                  one.madeBy,
                  format.bytes(one.size),
                  one.redacted && t('session.papers.redactedMark'),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
