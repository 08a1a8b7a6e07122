import styles from '#renderer/components/parts.module.css'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'

/** How many of those shown wait for a figure, have had none for two years, or don't say where figures come from. */
export function IndicatorTotals({ totals }: { readonly totals: OutputOf<'indicators.totals'> }) {
  const t = useT()
  const format = useFormat()
  const part = (key: 'overdue' | 'withoutRecent' | 'withoutSource', count: number) =>
    count > 0 && <li>{t(`indicators.list.totals.${key}`, { count, shown: format.number(count) })}</li>
  return (
    <ul className={styles.sums} aria-label={t('indicators.list.totals.label')}>
      {part('overdue', totals.overdue)}
      {part('withoutRecent', totals.withoutRecent)}
      {part('withoutSource', totals.withoutSource)}
    </ul>
  )
}
