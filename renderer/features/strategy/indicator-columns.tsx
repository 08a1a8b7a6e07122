import { useMemo } from 'react'
import type { Column } from '#renderer/components/data-list.tsx'
import styles from '#renderer/components/parts.module.css'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { useFigureWords } from './figure-words.ts'
import { IndicatorTrend } from './indicator-trend.tsx'
import type { IndicatorRow } from './indicator-use.ts'

/** The columns of the register of indicators; saved views and the export name them by their keys. */
export function useIndicatorColumns(): readonly Column<IndicatorRow>[] {
  const t = useT()
  const format = useFormat()
  const words = useFigureWords()
  return useMemo(
    () => [
      {
        key: 'code',
        header: t('app.fields.code'),
        sort: 'code',
        width: '84px',
        cell: (row) => <span className={styles.figure}>{row.code}</span>,
      },
      {
        key: 'title',
        header: t('indicators.list.indicator'),
        sort: 'title',
        width: 'minmax(150px, 2.2fr)',
        cell: (row) => (
          <div className={styles.two}>
            <span className={styles.main}>{row.title}</span>
            <span className={styles.quiet}>
              {/* A goal and the one that took over from it bear the same code. */}
              {[
                row.group,
                row.goals.length > 0 ? [...new Set(row.goals.map(({ code }) => code))].join(', ') : row.planTitle,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </div>
        ),
      },
      {
        key: 'latest',
        header: t('indicators.list.latest'),
        width: 'minmax(120px, 1.2fr)',
        cell: (row) =>
          row.latest ? (
            <div className={styles.two}>
              <span className={`${styles.figure} ${styles.cut}`}>
                {row.latest.value === null ? t('indicators.figures.none') : words.value(row.latest.value, row)}
              </span>
              <span className={styles.quiet}>
                {[
                  words.period(row.latest.period),
                  row.latest.status === 'final' ? null : words.status(row.latest.status),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </div>
          ) : (
            <span className={styles.quiet}>{t('indicators.list.noFigure')}</span>
          ),
      },
      {
        key: 'trend',
        header: t('indicators.list.trend'),
        width: 'minmax(186px, 1.3fr)',
        show: 'wide',
        cell: (row) => <IndicatorTrend row={row} />,
      },
      {
        key: 'source',
        header: t('app.fields.sourceName'),
        width: 'minmax(96px, 0.8fr)',
        show: 'wide',
        cell: (row) => (
          <span className={row.sourceName ? styles.cut : styles.quiet}>
            {row.sourceName ?? t('indicators.list.noSource')}
          </span>
        ),
      },
      {
        key: 'nextExpectedOn',
        header: t('indicators.list.nextExpected'),
        sort: 'nextExpectedOn',
        width: '148px',
        show: 'wide',
        cell: (row) =>
          row.nextExpectedOn ? (
            <div className={styles.two}>
              <span>{format.day(row.nextExpectedOn)}</span>
              {row.daysOverdue > 0 && (
                <span className={styles.late}>
                  {t('indicators.list.overdue', { count: row.daysOverdue, shown: format.number(row.daysOverdue) })}
                </span>
              )}
            </div>
          ) : (
            <span className={styles.quiet}>–</span>
          ),
      },
      {
        key: 'responsible',
        header: t('app.fields.responsibleId'),
        width: 'minmax(96px, 0.8fr)',
        show: 'wide',
        cell: (row) => (
          <span className={row.responsibleName ? styles.cut : styles.quiet}>{row.responsibleName ?? '–'}</span>
        ),
      },
    ],
    [t, format, words],
  )
}
