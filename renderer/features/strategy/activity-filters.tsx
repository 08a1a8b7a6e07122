import type { ReactNode } from 'react'
import { MultiSelect, Switch } from '#renderer/components/choices.tsx'
import { ComboBox } from '#renderer/components/combo-box.tsx'
import { FilterBar } from '#renderer/components/filter-bar.tsx'
import styles from '#renderer/components/parts.module.css'
import { Select } from '#renderer/components/select.tsx'
import { usePersonOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { yearOptions } from '#renderer/lib/year-options.ts'
import { activityStatuses } from '#shared/domain/records/goal.ts'
import { type ActivityListState, activityFilterOf, activityListDefaults } from './activity-filter.ts'
import { useGoalChoice, usePlanOptions } from './goal-use.ts'

interface Props {
  readonly state: ActivityListState
  readonly change: (changes: Partial<ActivityListState>) => void
  /** What else stands beside the search: saved views, groups, export. */
  readonly tools: ReactNode
}

/** Which activities: words in sight, the rest in a panel, each shown with a way to take it off. */
export function ActivityFilters({ state, change, tools }: Props) {
  const t = useT()
  const filter = activityFilterOf(state)
  const { planId, focusAreaId, goalId, responsibleId } = filter
  const plans = usePlanOptions(planId)
  const goals = useGoalChoice(planId, goalId)
  const persons = usePersonOptions(responsibleId ? [responsibleId] : [])
  const statuses = activityStatuses.map((key) => ({ key, label: t(`codes.activityStatus.${key}`) }))
  const year = filter.year === null ? null : String(filter.year)
  const chip = (key: string, label: string, changes: Partial<ActivityListState>) => ({
    key,
    label,
    remove: () => change(changes),
  })
  const chips = [
    ...(planId ? [chip('plan', plans.nameOf(planId) ?? t('app.fields.planId'), { plan: null })] : []),
    ...(focusAreaId ? [chip('area', plans.areaOf(focusAreaId) ?? t('goals.list.area'), { area: null })] : []),
    ...(goalId ? [chip('goal', goals.option?.label ?? t('app.fields.goalId'), { goal: null })] : []),
    ...(responsibleId
      ? [chip('responsible', persons.nameOf(responsibleId) ?? t('app.fields.responsibleId'), { responsible: null })]
      : []),
    ...(year ? [chip('year', year, { year: '' })] : []),
    ...(state.overdue ? [chip('overdue', t('goals.activities.overdueOnly'), { overdue: false })] : []),
    ...statuses
      .filter(({ key }) => filter.statuses.includes(key))
      .map(({ key, label }) => chip(key, label, { statuses: state.statuses.filter((one) => one !== key) })),
  ]
  return (
    <FilterBar
      label={t('goals.activities.search')}
      text={state.text}
      onText={(text) => change({ text })}
      tools={tools}
      chips={chips}
      onClear={() => {
        const { plan, area, goal, statuses: none, year: noYear, responsible, overdue } = activityListDefaults
        change({ plan, area, goal, statuses: none, year: noYear, responsible, overdue })
      }}
    >
      <MultiSelect
        label={t('app.fields.status')}
        options={statuses}
        value={filter.statuses}
        onChange={(chosen) => change({ statuses: chosen })}
      />
      <div className={styles.pair}>
        <Select
          label={t('app.fields.planId')}
          emptyLabel={t('goals.list.anyPlan')}
          options={plans.options}
          value={planId}
          // Areas and goals are of one plan.
          onChange={(plan) => change({ plan, area: null, goal: null })}
        />
        <Select
          label={t('goals.list.area')}
          emptyLabel={t('goals.list.anyArea')}
          options={plans.areas}
          value={focusAreaId}
          onChange={(area) => change({ area })}
        />
        <ComboBox
          key={planId}
          label={t('app.fields.goalId')}
          placeholder={t('goals.activities.anyGoal')}
          suggest={goals.suggest}
          value={goals.option}
          onChange={(option) => change({ goal: option?.key ?? null })}
        />
        <Select
          label={t('app.fields.year')}
          emptyLabel={t('goals.activities.anyYear')}
          options={yearOptions(10, 10, year)}
          value={year}
          onChange={(chosen) => change({ year: chosen ?? '' })}
        />
        <Select
          label={t('app.fields.responsibleId')}
          emptyLabel={t('goals.list.anyResponsible')}
          options={persons.options}
          value={responsibleId}
          onChange={(responsible) => change({ responsible })}
        />
      </div>
      <Switch
        label={t('goals.activities.overdueOnly')}
        checked={state.overdue}
        onChange={(overdue) => change({ overdue })}
      />
    </FilterBar>
  )
}
