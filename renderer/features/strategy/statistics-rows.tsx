import { Badge } from '#renderer/components/notes.tsx'
import parts from '#renderer/components/parts.module.css'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { messageText } from '#shared/i18n/message-text.ts'
import { useFigureWords } from './figure-words.ts'
import styles from './statistics.module.css'
import type { Preview } from './statistics-use.ts'

interface Props {
  readonly rows: NonNullable<Preview['rows']>
  readonly counts: NonNullable<Preview['counts']>
  /** Lines among those refused that have no row. */
  readonly unread: number
  readonly indicatorId: string
  /** What the file calls its regions, by code. */
  readonly regions: ReadonlyMap<string, string>
  readonly busy: boolean
}
export const outcomes = ['new', 'revised', 'jump', 'older', 'unchanged', 'refused'] as const
const tones = {
  new: 'success',
  revised: 'info',
  jump: 'warning',
  older: 'neutral',
  unchanged: 'neutral',
  refused: 'danger',
} as const

/** What importing would do, figure by figure: those to be looked at first. */
export function StatisticsRows({ rows, counts, unread, indicatorId, regions, busy }: Props) {
  const t = useT()
  const format = useFormat()
  const words = useFigureWords()
  const unit = useOperation('indicators.open', { id: indicatorId }).data?.indicator ?? {
    unit: 'notStated' as const,
    unitText: null,
    decimals: 2,
  }
  const shown = [...rows].sort((a, b) => weight(a.outcome) - weight(b.outcome))
  const total = outcomes.reduce((sum, one) => sum + (counts[one] ?? 0), -unread)
  return (
    <section className={styles.stack} aria-label={t('indicators.statistics.outcome')} aria-busy={busy}>
      <p role="status" className={styles.counts}>
        {outcomes
          .filter((one) => (counts[one] ?? 0) > 0)
          .map((one) => (
            <Badge key={one} tone={tones[one]}>
              {t(`indicators.statistics.outcomes.${one}`)}: {format.number(counts[one] ?? 0)}
            </Badge>
          ))}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className={styles.tableFrame} tabIndex={0} aria-label={t('indicators.statistics.rows')}>
        <table className={`${parts.table} ${styles.table}`}>
          <thead>
            <tr>
              <th scope="col">{t('app.fields.period')}</th>
              <th scope="col">{t('app.fields.regionCode')}</th>
              <th scope="col">{t('app.fields.value')}</th>
              <th scope="col">{t('indicators.statistics.before')}</th>
              <th scope="col">{t('indicators.statistics.result')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={`${row.regionCode} ${row.periodAsRead} ${row.breakdownCode}`}>
                <th scope="row">{row.period ? words.period(row.period) : row.periodAsRead}</th>
                <td>{[row.regionCode, regions.get(row.regionCode), row.breakdownCode].filter(Boolean).join(' · ')}</td>
                <td>
                  {row.value === null && row.missingReason === null
                    ? ''
                    : row.value === null
                      ? t('indicators.figures.missingSaid', { reason: row.missingReason ?? '' })
                      : words.value(row.value, unit)}
                </td>
                <td>{row.before === null ? '' : words.value(row.before, unit)}</td>
                <td>
                  <Badge tone={tones[row.outcome]}>{t(`indicators.statistics.outcomes.${row.outcome}`)}</Badge>
                  {row.remark && (
                    <div className={styles.remark}>
                      {messageText(
                        t,
                        row.remark.params
                          ? { key: row.remark.key, params: row.remark.params }
                          : { key: row.remark.key },
                      )}
                    </div>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {total > rows.length && (
        <p className={styles.quiet}>
          {t('indicators.statistics.firstRows', { shown: format.number(rows.length), all: format.number(total) })}
        </p>
      )}
    </section>
  )
}

function weight(outcome: Props['rows'][number]['outcome']): number {
  return ['refused', 'jump', 'older', 'revised', 'new', 'unchanged'].indexOf(outcome)
}
