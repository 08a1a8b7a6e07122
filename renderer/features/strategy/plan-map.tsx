import { Button } from '#renderer/components/button.tsx'
import { MultiSelect, Switch } from '#renderer/components/choices.tsx'
import { EmptyState } from '#renderer/components/notes.tsx'
import { RecordLink } from '#renderer/components/record-link.tsx'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { activityStatuses, goalStatuses } from '#shared/domain/records/goal.ts'
import { ActivityStatusMark } from './goal-status-mark.tsx'
import styles from './plan-map.module.css'
import { columnsOf, countFitting, type MapColumn, type MapFilter } from './plan-map-data.ts'
import { MapGoalCard } from './plan-map-goal.tsx'
import { type OpenPlan, usePartName } from './plan-use.ts'

interface Props {
  readonly open: OpenPlan
  readonly filter: MapFilter
  readonly onFilter: (filter: MapFilter) => void
  readonly onBuild: () => void
}

/** The plan at a glance: its areas side by side, each with its goals and activities. */
export function PlanMap({ open, filter, onFilter, onBuild }: Props) {
  const t = useT()
  const format = useFormat()
  const columns = columnsOf(open, filter)
  const filtered = filter.gapsOnly || filter.statuses.length > 0
  const { plan } = open
  if (plan.areas.length === 0 && open.goals.length === 0 && open.activities.length === 0) {
    return (
      <EmptyState
        icon="strategy"
        title={t('strategy.map.empty')}
        action={
          <Button kind="primary" onPress={onBuild}>
            {t('strategy.map.toTree')}
          </Button>
        }
      >
        {t('strategy.map.emptyText')}
      </EmptyState>
    )
  }
  return (
    <div className={styles.map}>
      {plan.mainGoal && (
        <section className={styles.main} aria-label={t('app.fields.mainGoal')}>
          <h3>{t('app.fields.mainGoal')}</h3>
          <p>{plan.mainGoal}</p>
        </section>
      )}
      {open.goals.length > 0 && (
        <div className={styles.filters}>
          <MultiSelect
            label={t('strategy.map.statuses')}
            options={goalStatuses.map((key) => ({ key, label: t(`codes.goalStatus.${key}`) }))}
            value={filter.statuses}
            onChange={(statuses) => onFilter({ ...filter, statuses })}
          />
          <Switch
            label={t('strategy.map.gaps')}
            checked={filter.gapsOnly}
            onChange={(gapsOnly) => onFilter({ ...filter, gapsOnly })}
          />
          <p role="status" className={styles.quiet}>
            {filtered &&
              t('strategy.map.shown', {
                count: countFitting(open, filter),
                of: format.number(open.goals.length),
              })}
          </p>
        </div>
      )}
      {filtered && columns.length === 0 ? (
        <EmptyState
          icon="search"
          title={t('strategy.map.noMatch')}
          action={
            <Button onPress={() => onFilter({ gapsOnly: false, statuses: [] })}>{t('common.removeFilters')}</Button>
          }
        >
          {t('strategy.map.noMatchText')}
        </EmptyState>
      ) : (
        <div className={styles.columns}>
          {columns.map((column) => (
            <Column key={column.area?.id ?? 'none'} column={column} open={open} filtered={filtered} />
          ))}
        </div>
      )}
    </div>
  )
}

interface ColumnProps {
  readonly column: MapColumn
  readonly open: OpenPlan
  readonly filtered: boolean
}

function Column({ column: { area, goals, activities }, open, filtered }: ColumnProps) {
  const t = useT()
  const partName = usePartName(open.plan)
  const name = area ? `${area.number} ${area.title}` : t('strategy.map.noArea')
  const projects = area ? open.projects.filter(({ focusAreaIds }) => focusAreaIds.includes(area.id)).length : 0
  const states = activityStatuses
    .map((status) => ({ status, count: activities.filter((one) => one.status === status).length }))
    .filter(({ count }) => count > 0)
  return (
    <section className={styles.column} aria-label={name}>
      <header className={styles.columnHead}>
        <h3>{name}</h3>
        {projects > 0 && <p className={styles.quiet}>{t('strategy.count.projects', { count: projects })}</p>}
      </header>
      {goals.length === 0 ? (
        <p className={styles.quiet}>{t('strategy.map.noGoals')}</p>
      ) : (
        <ul className={styles.cards}>
          {goals.map((one) => (
            <MapGoalCard key={one.goal.id} {...one} />
          ))}
        </ul>
      )}
      {activities.length > 0 && !filtered && (
        <details className={styles.activities}>
          <summary>
            {partName('activity')}:{' '}
            {states
              .map(({ status, count }) => `${count} ${t(`codes.activityStatus.${status}`).toLocaleLowerCase()}`)
              .join(', ')}
          </summary>
          <ul aria-label={t('strategy.map.activities', { name })}>
            {activities.map((one) => (
              <li key={one.id}>
                <RecordLink area="activities" id={one.id}>
                  {[one.code, one.title].filter(Boolean).join(' ')}
                </RecordLink>{' '}
                <ActivityStatusMark activity={one} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
