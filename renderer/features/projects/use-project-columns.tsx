import { useMemo } from 'react'
import type { Column } from '#renderer/components/data-list.tsx'
import { Icon } from '#renderer/components/icon.tsx'
import styles from '#renderer/components/parts.module.css'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { LightMark } from './light-mark.tsx'
import type { ProjectRow } from './use-project.ts'

/** The columns of the register of projects; saved views and the export name them by their keys. */
export function useProjectColumns(): readonly Column<ProjectRow>[] {
  const t = useT()
  const format = useFormat()
  return useMemo(
    () => [
      {
        key: 'title',
        header: t('projects.list.project'),
        sort: 'title',
        width: 'minmax(150px, 2.2fr)',
        cell: (row) => (
          <div className={styles.two}>
            <span className={styles.main}>
              {row.lighthouse && (
                <>
                  <Icon name="lighthouse" size={14} label={t('projects.list.lighthouse')} />{' '}
                </>
              )}
              {row.title}
            </span>
            <span className={styles.quiet}>
              {[row.number, row.crossCutting ? t('projects.list.crossCutting') : row.focusAreaTitles.join(', ')]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </div>
        ),
      },
      {
        key: 'status',
        header: t('app.fields.status'),
        width: 'minmax(84px, 0.8fr)',
        show: 'wide',
        cell: (row) => <span className={styles.cut}>{t(`codes.projectStatus.${row.status}`)}</span>,
      },
      {
        key: 'light',
        header: t('projects.list.light'),
        width: '122px',
        cell: (row) => (
          <div className={styles.two}>
            <span>
              <LightMark light={row.light} />
            </span>
            {row.lightOn && (
              <span className={styles.quiet}>{t('projects.light.on', { day: format.day(row.lightOn) })}</span>
            )}
          </div>
        ),
      },
      {
        key: 'next',
        header: t('projects.list.next'),
        width: 'minmax(130px, 1.4fr)',
        cell: (row) =>
          row.nextMilestone ? (
            <div className={styles.two}>
              <span className={styles.cut}>{row.nextMilestone.title}</span>
              <span className={styles.quiet}>{format.day(row.nextMilestone.standsOn)}</span>
            </div>
          ) : (
            <span className={styles.quiet}>
              {t(row.milestones === 0 ? 'projects.list.noMilestones' : 'projects.list.allReached')}
            </span>
          ),
      },
      {
        key: 'slipping',
        header: t('projects.list.slipping'),
        width: '110px',
        show: 'wide',
        cell: (row) =>
          row.slipping === 0 ? (
            <span className={styles.quiet}>{t('projects.list.noneSlipping')}</span>
          ) : (
            <div className={styles.two}>
              <span>{t('projects.list.slippingCount', { count: row.slipping })}</span>
              {row.overdue > 0 && (
                <span className={styles.late}>{t('projects.list.overdueCount', { count: row.overdue })}</span>
              )}
            </div>
          ),
      },
      {
        key: 'lead',
        header: t('app.fields.leadId'),
        width: 'minmax(110px, 1fr)',
        show: 'wide',
        cell: (row) => (
          <span className={row.leadName ? styles.cut : styles.quiet}>{row.leadName ?? t('projects.list.noLead')}</span>
        ),
      },
      {
        key: 'startYear',
        header: t('app.fields.startYear'),
        sort: 'startYear',
        width: '100px',
        show: 'wide',
        cell: (row) => String(row.startYear),
      },
    ],
    [t, format],
  )
}
