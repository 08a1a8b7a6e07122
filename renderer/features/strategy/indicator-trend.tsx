import styles from '#renderer/components/parts.module.css'
import { useT } from '#renderer/lib/use-t.ts'
import { useFigureWords } from './figure-words.ts'
import type { IndicatorRow } from './indicator-use.ts'

/** Which way a series goes and whether that is good, in words beside the arrow. */
export function IndicatorTrend({ row }: { readonly row: IndicatorRow }) {
  const words = useTrendWords()
  const trend = words(row)
  if (!trend) return <span className={styles.quiet}>–</span>
  return (
    <span className={styles.two}>
      <span className={styles.cut}>
        <span aria-hidden="true">{trend.arrow} </span>
        {trend.text}
      </span>
      {trend.since && <span className={styles.quiet}>{trend.since}</span>}
    </span>
  )
}

/** The trend from the figure before to the newest one; null where one of them is missing. */
export function useTrendWords() {
  const t = useT()
  const words = useFigureWords()
  return (row: IndicatorRow) => {
    const { latest, previous } = row
    if (latest?.value == null || previous?.value == null) return null
    const scale = 10 ** row.decimals
    const change = Math.round((latest.value - previous.value) * scale) / scale
    const since = t('indicators.trend.since', { period: words.period(previous.period) })
    if (latest.seriesBreak) return { arrow: '‖', text: t('indicators.trend.broken'), since }
    if (change === 0) return { arrow: '→', text: t('indicators.trend.flat'), since }
    const up = change > 0
    // A change between percentages is told in percentage points.
    const by = words.value(Math.abs(change), row.unit === 'percent' ? { ...row, unit: 'percentagePoints' } : plain(row))
    const better = row.direction === 'neutral' ? null : (row.direction === 'higherBetter') === up
    const text =
      row.unit === 'rank'
        ? t(up ? 'indicators.trend.placesDown' : 'indicators.trend.placesUp', { count: Math.abs(change) })
        : t(up ? 'indicators.trend.up' : 'indicators.trend.down', { by })
    // Whether that is better stands with the period: behind a long unit it would be cut off.
    const judged =
      better === null ? since : t(better ? 'indicators.trend.better' : 'indicators.trend.worse', { text: since })
    return { arrow: up ? '↑' : '↓', text, since: judged }
  }
}

/** A change is told without the words of its unit: "up 1 200". */
const plain = (row: IndicatorRow) => ({ unit: 'number' as const, unitText: null, decimals: row.decimals })
