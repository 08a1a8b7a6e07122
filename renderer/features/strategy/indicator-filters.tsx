import type { ReactNode } from 'react'
import { MultiSelect, Switch } from '#renderer/components/choices.tsx'
import { ComboBox } from '#renderer/components/combo-box.tsx'
import { FilterBar } from '#renderer/components/filter-bar.tsx'
import styles from '#renderer/components/parts.module.css'
import { Select } from '#renderer/components/select.tsx'
import { usePersonOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { availabilities, frequencies, indicatorUnits } from '#shared/domain/records/indicator.ts'
import { useGoalChoice, usePlanOptions } from './goal-use.ts'
import { filterOf, type IndicatorListState, indicatorListDefaults } from './indicator-filter.ts'

interface Props {
  readonly state: IndicatorListState
  readonly change: (changes: Partial<IndicatorListState>) => void
  /** What else stands beside the search: saved views, groups, export. */
  readonly tools: ReactNode
}

/** Which indicators: words in sight, the rest in a panel, each shown with a way to take it off. */
export function IndicatorFilters({ state, change, tools }: Props) {
  const t = useT()
  const filter = filterOf(state)
  const plans = usePlanOptions()
  const goals = useGoalChoice(filter.planId, filter.goalId)
  const persons = usePersonOptions(filter.responsibleId ? [filter.responsibleId] : [])
  const units = indicatorUnits.map((key) => ({ key, label: t(`codes.indicatorUnit.${key}`) }))
  const often = frequencies.map((key) => ({ key, label: t(`codes.frequency.${key}`) }))
  const access = availabilities.map((key) => ({ key, label: t(`codes.availability.${key}`) }))
  const chip = (key: string, label: string, changes: Partial<IndicatorListState>) => ({
    key,
    label,
    remove: () => change(changes),
  })
  const chosen = (
    list: 'units' | 'frequencies' | 'availabilities',
    options: readonly { readonly key: string; readonly label: string }[],
  ) =>
    options
      .filter(({ key }) => (filter[list] as readonly string[]).includes(key))
      .map(({ key, label }) => chip(`${list} ${key}`, label, { [list]: state[list].filter((one) => one !== key) }))
  const chips = [
    ...(filter.planId ? [chip('plan', plans.nameOf(filter.planId) ?? t('app.fields.planId'), { plan: null })] : []),
    ...(filter.goalId ? [chip('goal', goals.option?.label ?? t('app.fields.goalId'), { goal: null })] : []),
    ...chosen('units', units),
    ...chosen('frequencies', often),
    ...chosen('availabilities', access),
    ...(filter.responsibleId
      ? [
          chip('responsible', persons.nameOf(filter.responsibleId) ?? t('app.fields.responsibleId'), {
            responsible: null,
          }),
        ]
      : []),
    ...(state.overdue ? [chip('overdue', t('indicators.list.overdueOnly'), { overdue: false })] : []),
    ...(state.withoutRecent
      ? [chip('withoutRecent', t('indicators.list.withoutRecentOnly'), { withoutRecent: false })]
      : []),
    ...(state.incomplete ? [chip('incomplete', t('indicators.list.incompleteOnly'), { incomplete: false })] : []),
  ]
  return (
    <FilterBar
      label={t('indicators.list.search')}
      text={state.text}
      onText={(text) => change({ text })}
      tools={tools}
      chips={chips}
      onClear={() => {
        const {
          text: _text,
          tab: _tab,
          adding: _adding,
          sort: _sort,
          direction: _direction,
          ...filters
        } = indicatorListDefaults
        change(filters)
      }}
    >
      <div className={styles.pair}>
        <Select
          label={t('app.fields.planId')}
          emptyLabel={t('indicators.list.anyPlan')}
          options={plans.options}
          value={filter.planId}
          onChange={(plan) => change({ plan, goal: null })}
        />
        <ComboBox
          label={t('app.fields.goalId')}
          placeholder={t('indicators.list.anyGoal')}
          value={goals.option}
          suggest={goals.suggest}
          onChange={(option) => change({ goal: option?.key ?? null })}
        />
        <Select
          label={t('app.fields.responsibleId')}
          emptyLabel={t('indicators.list.anyResponsible')}
          options={persons.options}
          value={filter.responsibleId}
          onChange={(responsible) => change({ responsible })}
        />
      </div>
      <MultiSelect
        label={t('indicators.list.unit')}
        options={units}
        value={filter.units}
        onChange={(next) => change({ units: next })}
      />
      <MultiSelect
        label={t('app.fields.frequency')}
        options={often}
        value={filter.frequencies}
        onChange={(next) => change({ frequencies: next })}
      />
      <MultiSelect
        label={t('app.fields.availability')}
        options={access}
        value={filter.availabilities}
        onChange={(next) => change({ availabilities: next })}
      />
      <Switch
        label={t('indicators.list.overdueOnly')}
        checked={state.overdue}
        onChange={(overdue) => change({ overdue })}
      />
      <Switch
        label={t('indicators.list.withoutRecentOnly')}
        checked={state.withoutRecent}
        onChange={(withoutRecent) => change({ withoutRecent })}
      />
      <Switch
        label={t('indicators.list.incompleteOnly')}
        checked={state.incomplete}
        onChange={(incomplete) => change({ incomplete })}
      />
    </FilterBar>
  )
}
