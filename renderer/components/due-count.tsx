import { today } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import styles from './due-count.module.css'

/** How many people's data is due for review, as a small number at the way there; nothing where nobody's is. */
export function DueCount() {
  const t = useT()
  const due = useOperation('contacts.countDueForReview', { until: today() })
  if (!due.data) return null
  const words = t('app.dueForReview', { count: due.data })
  return (
    <span className={styles.count} title={words}>
      <span aria-hidden="true">{due.data > 999 ? '999+' : due.data}</span>
      <span className={styles.spoken}>{words}</span>
    </span>
  )
}
