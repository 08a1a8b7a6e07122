import { useMemo } from 'react'
import type { Column } from '#renderer/components/data-list.tsx'
import { Icon } from '#renderer/components/icon.tsx'
import styles from '#renderer/components/parts.module.css'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { statusOf } from '#shared/domain/goal-gaps.ts'
import { GoalStatusMark } from './goal-status-mark.tsx'
import { useTargetWords } from './goal-target-words.ts'
import type { GoalRow } from './goal-use.ts'

/** The columns of the register of goals; saved views and the export name them by their keys. */
export function useGoalColumns(): readonly Column<GoalRow>[] {
  const t = useT()
  const format = useFormat()
  const words = useTargetWords()
  return useMemo(
    () => [
      {
        key: 'title',
        header: t('goals.list.goal'),
        sort: 'code',
        width: 'minmax(180px, 2.4fr)',
        cell: (row) => (
          <div className={styles.two}>
            <span className={styles.main}>
              {row.code} {row.title}
            </span>
            <span className={styles.quiet}>{[row.areaTitle, row.planTitle].filter(Boolean).join(' · ')}</span>
          </div>
        ),
      },
      {
        key: 'status',
        header: t('app.fields.status'),
        width: '138px',
        cell: (row) => (
          <div className={styles.two}>
            <span>
              <GoalStatusMark status={statusOf(row, row.figures)} />
            </span>
            <span className={styles.quiet}>
              {row.gaps.includes('statusDiffers')
                ? t('goals.list.figuresSay', { status: t(`codes.goalStatus.${row.figures.status}`) })
                : row.status === null
                  ? t('goals.list.byFigures')
                  : t('goals.list.byHand')}
            </span>
          </div>
        ),
      },
      {
        key: 'target',
        header: t('goals.list.target'),
        width: 'minmax(130px, 1.3fr)',
        show: 'wide',
        cell: (row) => (
          <div className={styles.two}>
            <span className={styles.cut}>{words.aim(row) || t('goals.target.none')}</span>
            <span className={styles.quiet}>{words.when(row)}</span>
          </div>
        ),
      },
      {
        key: 'latest',
        header: t('goals.list.latest'),
        width: 'minmax(116px, 1fr)',
        show: 'wide',
        cell: (row) =>
          row.figures.current && row.leadIndicator ? (
            <div className={styles.two}>
              <span className={`${styles.figure} ${styles.cut}`}>
                {words.value(row.figures.current.value, row.leadIndicator)}
              </span>
              <span className={styles.quiet}>{words.period(row.figures.current.period)}</span>
            </div>
          ) : (
            <span className={styles.quiet}>{t('goals.list.noFigure')}</span>
          ),
      },
      {
        key: 'gaps',
        header: t('goals.list.gaps'),
        width: 'minmax(130px, 1.2fr)',
        show: 'wide',
        cell: (row) =>
          row.gaps.length === 0 ? (
            <span className={styles.quiet}>
              <Icon name="check" size={14} /> {t('goals.missing.none')}
            </span>
          ) : (
            <div className={styles.two}>
              <span className={styles.cut}>{t(`codes.goalGap.${row.gaps[0] ?? 'noIndicator'}`)}</span>
              {row.gaps.length > 1 && (
                <span className={styles.quiet}>
                  {t('goals.list.moreGaps', { count: row.gaps.length - 1, shown: format.number(row.gaps.length - 1) })}
                </span>
              )}
            </div>
          ),
      },
      {
        key: 'responsible',
        header: t('app.fields.responsibleId'),
        width: 'minmax(100px, 1fr)',
        show: 'wide',
        cell: (row) => (
          <span className={row.responsibleName ? styles.cut : styles.quiet}>
            {row.responsibleName ?? t('goals.nobody')}
          </span>
        ),
      },
    ],
    [t, format, words],
  )
}
