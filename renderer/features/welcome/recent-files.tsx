import { Icon } from '#renderer/components/icon.tsx'
import { Badge } from '#renderer/components/notes.tsx'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import styles from './welcome.module.css'

/** Files opened before; those that are gone stay in the list, marked, so that nobody wonders where they went. */
export function RecentFiles({
  onOpen,
  disabled,
}: {
  readonly onOpen: (id: string) => void
  readonly disabled: boolean
}) {
  const t = useT()
  const format = useFormat()
  const recent = useOperation('workspace.recent', {})
  if (!recent.data || recent.data.length === 0) return null
  return (
    <section className={styles.recent}>
      <h2>{t('app.welcome.recent')}</h2>
      <ul>
        {recent.data.map((file) => (
          <li key={file.id}>
            <button
              type="button"
              className={styles.file}
              disabled={disabled || file.missing}
              onClick={() => onOpen(file.id)}
            >
              <Icon name="file" />
              <span className={styles.fileWords}>
                <span className={styles.fileName}>{file.name}</span>
                <span className={styles.quiet}>{file.location}</span>
              </span>
              {file.missing ? (
                <Badge tone="warning">{t('app.welcome.missing')}</Badge>
              ) : (
                <span className={styles.quiet}>
                  {t('app.welcome.openedAt', { when: format.instant(file.openedAt) })}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
