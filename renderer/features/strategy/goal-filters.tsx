import type { ReactNode } from 'react'
import { MultiSelect, Switch } from '#renderer/components/choices.tsx'
import { FilterBar } from '#renderer/components/filter-bar.tsx'
import styles from '#renderer/components/parts.module.css'
import { Select } from '#renderer/components/select.tsx'
import { usePersonOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { goalGaps, goalStatuses, targetKinds } from '#shared/domain/records/goal.ts'
import { filterOf, type GoalListState, goalListDefaults } from './goal-filter.ts'
import { usePlanOptions } from './goal-use.ts'

interface Props {
  readonly state: GoalListState
  readonly change: (changes: Partial<GoalListState>) => void
  /** What else stands beside the search: saved views, groups, export. */
  readonly tools: ReactNode
}
interface Coded {
  readonly key: string
  readonly label: string
}

/** Which goals: words in sight, the rest in a panel, each shown with a way to take it off. */
export function GoalFilters({ state, change, tools }: Props) {
  const t = useT()
  const filter = filterOf(state)
  const plans = usePlanOptions(filter.planId)
  const persons = usePersonOptions(filter.responsibleId ? [filter.responsibleId] : [])
  const statuses = goalStatuses.map((key) => ({ key, label: t(`codes.goalStatus.${key}`) }))
  const kinds = targetKinds.map((key) => ({ key, label: t(`codes.targetKind.${key}`) }))
  const gaps = goalGaps.map((key) => ({ key, label: t(`codes.goalGap.${key}`) }))
  const chip = (key: string, label: string, changes: Partial<GoalListState>) => ({
    key,
    label,
    remove: () => change(changes),
  })
  const chipsOf = (field: 'statuses' | 'kinds' | 'gaps', options: readonly Coded[], chosen: readonly string[]) =>
    options
      .filter(({ key }) => chosen.includes(key))
      .map(({ key, label }) =>
        chip(`${field} ${key}`, label, {
          [field]: state[field].filter((one) => one !== key),
        } as Partial<GoalListState>),
      )
  const { planId, focusAreaId, responsibleId } = filter
  const chips = [
    ...(planId ? [chip('plan', plans.nameOf(planId) ?? t('app.fields.planId'), { plan: null })] : []),
    ...(focusAreaId ? [chip('area', plans.areaOf(focusAreaId) ?? t('goals.list.area'), { area: null })] : []),
    ...(responsibleId
      ? [chip('responsible', persons.nameOf(responsibleId) ?? t('app.fields.responsibleId'), { responsible: null })]
      : []),
    ...(state.inForce ? [chip('inForce', t('goals.list.inForceOnly'), { inForce: false })] : []),
    ...chipsOf('statuses', statuses, filter.statuses),
    ...chipsOf('kinds', kinds, filter.kinds),
    ...chipsOf('gaps', gaps, filter.gaps),
  ]
  return (
    <FilterBar
      label={t('goals.list.search')}
      text={state.text}
      onText={(text) => change({ text })}
      tools={tools}
      chips={chips}
      onClear={() => {
        const { plan, inForce, area, statuses: none, kinds: noKinds, gaps: noGaps, responsible } = goalListDefaults
        change({ plan, inForce, area, statuses: none, kinds: noKinds, gaps: noGaps, responsible })
      }}
    >
      <div className={styles.pair}>
        <Select
          label={t('app.fields.planId')}
          emptyLabel={t('goals.list.anyPlan')}
          options={plans.options}
          value={planId}
          // An area is of one plan.
          onChange={(plan) => change({ plan, area: null })}
        />
        <Select
          label={t('goals.list.area')}
          emptyLabel={t('goals.list.anyArea')}
          options={plans.areas}
          value={focusAreaId}
          onChange={(area) => change({ area })}
        />
        <Select
          label={t('app.fields.responsibleId')}
          emptyLabel={t('goals.list.anyResponsible')}
          options={persons.options}
          value={responsibleId}
          onChange={(responsible) => change({ responsible })}
        />
      </div>
      <MultiSelect
        label={t('app.fields.status')}
        options={statuses}
        value={filter.statuses}
        onChange={(chosen) => change({ statuses: chosen })}
      />
      <MultiSelect
        label={t('goals.list.gaps')}
        options={gaps}
        value={filter.gaps}
        onChange={(chosen) => change({ gaps: chosen })}
      />
      <MultiSelect
        label={t('app.fields.targetKind')}
        options={kinds}
        value={filter.kinds}
        onChange={(chosen) => change({ kinds: chosen })}
      />
      <Switch label={t('goals.list.inForceOnly')} checked={state.inForce} onChange={(inForce) => change({ inForce })} />
    </FilterBar>
  )
}
