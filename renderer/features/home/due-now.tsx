import { Icon } from '#renderer/components/icon.tsx'
import { Badge } from '#renderer/components/notes.tsx'
import { RecordLink } from '#renderer/components/record-link.tsx'
import { useT } from '#renderer/lib/use-t.ts'
import styles from './home.module.css'
import { Panel } from './panel.tsx'
import type { Overview } from './view.ts'

/** Follow-ups past their day, the worst first, and drafts that wait to be released. */
export function DueNow({ overview }: { readonly overview: Overview }) {
  const t = useT()
  const { overdue, overdueCount, drafts } = overview
  const shown = overdue.slice(0, 4)
  return (
    <Panel
      title={t('home.due.title')}
      span={4}
      action={
        overdueCount > shown.length ? (
          <RecordLink area="followUps">{t('home.due.all', { count: overdueCount })}</RecordLink>
        ) : undefined
      }
    >
      {drafts > 0 && (
        <p className={styles.drafts}>
          <Icon name="edit" size={16} />
          <RecordLink area="visits">{t('home.due.drafts', { count: drafts })}</RecordLink>
        </p>
      )}
      {shown.length === 0 ? (
        <p className={styles.quiet}>{t('home.due.none')}</p>
      ) : (
        <ul className={styles.list}>
          {shown.map((row) => (
            <li key={row.id} className={styles.row}>
              <div className={styles.rowTop}>
                <RecordLink area="followUps" id={row.id}>
                  {row.description}
                </RecordLink>
              </div>
              <p className={`${styles.rowDetail} ${styles.wraps}`}>
                <Badge tone="danger" icon="clock">
                  {t('home.due.overdue', { count: row.daysOverdue })}
                </Badge>
                <span>
                  {row.companyName} · {row.ownerName}
                </span>
              </p>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
