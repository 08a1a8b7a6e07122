import styles from '#renderer/components/parts.module.css'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'

/** What all that is shown comes to: how many of each status and light, and the money per currency, exact to the øre. */
export function ProjectTotals({ totals }: { readonly totals: OutputOf<'projects.totals'> }) {
  const t = useT()
  const format = useFormat()
  const { byStatus, byLight, money } = totals
  const list = (counts: readonly { readonly name: string; readonly count: number }[]) =>
    counts
      .filter(({ count }) => count > 0)
      .map(({ name, count }) => t('projects.list.oneCount', { name, shown: format.number(count) }))
      .join(' · ')
  const statuses = list(byStatus.map(({ status, count }) => ({ name: t(`codes.projectStatus.${status}`), count })))
  const lights = list(
    byLight.map(({ light, count }) => ({
      name: light === null ? t('projects.light.never') : t(`codes.light.${light}`),
      count,
    })),
  )
  return (
    <ul className={styles.sums} aria-label={t('projects.list.totals')}>
      {statuses && <li>{t('projects.list.byStatus', { counts: statuses })}</li>}
      {lights && <li>{t('projects.list.byLight', { counts: lights })}</li>}
      {money.map(({ currency, budget, granted, appliedFor }) => (
        <li key={currency}>
          {t('projects.list.money', {
            currency: t(`codes.commitmentUnit.${currency}`),
            budget: format.amount(budget, currency),
            granted: format.amount(granted, currency),
            appliedFor: format.amount(appliedFor, currency),
          })}
        </li>
      ))}
    </ul>
  )
}
