import { useMemo } from 'react'
import type { Bulk } from '#renderer/components/bulk-bar.tsx'
import type { Column } from '#renderer/components/data-list.tsx'
import styles from '#renderer/components/parts.module.css'
import { byCode, byName } from '#renderer/lib/group-by.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { GroupBy } from '#renderer/lib/use-grouped.ts'
import { usePersonOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { yearOptions } from '#renderer/lib/year-options.ts'
import { activityStatuses } from '#shared/domain/records/goal.ts'
import { ActivityStatusMark } from './goal-status-mark.tsx'
import type { ActivityRow } from './goal-use.ts'

/** What activities are grouped by, and what can be changed for many of them. */
export function useActivityRegister() {
  const t = useT()
  const persons = usePersonOptions()
  return useMemo(() => {
    const groups: GroupBy<ActivityRow>[] = [
      byName(
        'plan',
        t('app.fields.planId'),
        (row) => row.planId,
        (row) => row.planTitle,
      ),
      byName(
        'focusArea',
        t('goals.list.area'),
        (row) => row.focusAreaId,
        (row) => row.areaTitle,
      ),
      byCode(
        'status',
        t('app.fields.status'),
        activityStatuses,
        (row) => row.status,
        (code) => t(`codes.activityStatus.${code}`),
      ),
      {
        key: 'year',
        label: t('app.fields.year'),
        of: ({ year }) => (year === null ? null : { key: String(year), label: String(year), order: year }),
      },
      byName(
        'responsible',
        t('app.fields.responsibleId'),
        (row) => row.responsibleId,
        (row) => row.responsibleName,
      ),
    ]
    const bulk: Bulk<'activities.reviseMany'> = {
      operation: 'activities.reviseMany',
      fields: [
        {
          key: 'status',
          label: t('app.fields.status'),
          options: activityStatuses.map((key) => ({ key, label: t(`codes.activityStatus.${key}`) })),
        },
        {
          key: 'statusComment',
          label: t('goals.activities.whyDropped'),
          kind: 'text',
          when: (values) => values.status === 'dropped',
        },
        {
          key: 'responsibleId',
          label: t('app.fields.responsibleId'),
          options: persons.options,
          none: t('registers.bulk.empty'),
        },
        {
          key: 'year',
          label: t('app.fields.year'),
          options: yearOptions(10, 10, null),
          meaning: Number,
          none: t('registers.bulk.empty'),
        },
        { key: 'dueOn', label: t('app.fields.dueOn'), kind: 'day', none: t('registers.bulk.clearDay') },
      ],
    }
    return { groups, bulk }
  }, [t, persons])
}

/** The columns of the register of activities; saved views and the export name them by their keys. */
export function useActivityColumns(): readonly Column<ActivityRow>[] {
  const t = useT()
  const format = useFormat()
  return useMemo(
    () => [
      {
        key: 'title',
        header: t('goals.activities.activity'),
        sort: 'code',
        width: 'minmax(180px, 2.4fr)',
        cell: (row) => (
          <div className={styles.two}>
            <span className={styles.main}>{[row.code, row.title].filter(Boolean).join(' ')}</span>
            <span className={styles.quiet}>{[row.areaTitle, row.planTitle].filter(Boolean).join(' · ')}</span>
          </div>
        ),
      },
      {
        key: 'status',
        header: t('app.fields.status'),
        width: 'minmax(120px, 1fr)',
        cell: (row) => (
          <div className={styles.two}>
            <span>
              <ActivityStatusMark activity={{ status: row.status, daysOverdue: 0 }} />
            </span>
            {row.daysOverdue > 0 && (
              <span className={styles.late}>{t('goals.activities.overdue', { count: row.daysOverdue })}</span>
            )}
          </div>
        ),
      },
      {
        key: 'goal',
        header: t('app.fields.goalId'),
        width: '80px',
        show: 'wide',
        cell: (row) => <span className={styles.cut}>{row.goalCode ?? ''}</span>,
      },
      {
        key: 'year',
        header: t('app.fields.year'),
        sort: 'year',
        width: '64px',
        cell: (row) => (row.year === null ? '' : String(row.year)),
      },
      {
        key: 'dueOn',
        header: t('app.fields.dueOn'),
        width: '96px',
        show: 'wide',
        cell: (row) => format.day(row.dueOn),
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
    [t, format],
  )
}
