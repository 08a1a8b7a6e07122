import styles from '#renderer/components/parts.module.css'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'

/** What all that is shown comes to: how many of each status, and how many lack what. */
export function GoalTotals({ totals }: { readonly totals: OutputOf<'goals.totals'> }) {
  const t = useT()
  const format = useFormat()
  const list = (counts: readonly { readonly name: string; readonly count: number }[]) =>
    counts
      .filter(({ count }) => count > 0)
      .map(({ name, count }) => t('goals.list.oneCount', { name, shown: format.number(count) }))
      .join(' · ')
  const statuses = list(totals.byStatus.map(({ status, count }) => ({ name: t(`codes.goalStatus.${status}`), count })))
  const gaps = list(totals.byGap.map(({ gap, count }) => ({ name: t(`codes.goalGap.${gap}`), count })))
  return (
    <ul className={styles.sums} aria-label={t('goals.list.totals')}>
      {statuses && <li>{t('goals.list.byStatus', { counts: statuses })}</li>}
      {gaps && <li>{t('goals.list.byGap', { counts: gaps })}</li>}
    </ul>
  )
}

/** The same of activities. */
export function ActivityTotals({ totals }: { readonly totals: OutputOf<'activities.totals'> }) {
  const t = useT()
  const format = useFormat()
  const counts = totals.byStatus
    .filter(({ count }) => count > 0)
    .map(({ status, count }) =>
      t('goals.list.oneCount', { name: t(`codes.activityStatus.${status}`), shown: format.number(count) }),
    )
    .join(' · ')
  return (
    <ul className={styles.sums} aria-label={t('goals.list.totals')}>
      {counts && <li>{t('goals.list.byStatus', { counts })}</li>}
    </ul>
  )
}
