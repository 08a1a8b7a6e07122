import type { ReactNode } from 'react'
import { DayField } from '#renderer/components/checked-field.tsx'
import { MultiSelect, Switch } from '#renderer/components/choices.tsx'
import { ComboBox } from '#renderer/components/combo-box.tsx'
import { FilterBar } from '#renderer/components/filter-bar.tsx'
import styles from '#renderer/components/parts.module.css'
import { Select } from '#renderer/components/select.tsx'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useProjectSuggestions } from '#renderer/lib/use-project-suggestions.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { usePersonOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { milestoneStates } from '#shared/domain/records/project.ts'
import { filterOf, type MilestoneListState, milestoneListDefaults } from './milestone-filter.ts'
import { useFocusAreaOptions } from './use-focus-areas.ts'

interface Props {
  readonly state: MilestoneListState
  readonly change: (changes: Partial<MilestoneListState>) => void
  /** What else stands beside the search: saved views, groups, export. */
  readonly tools: ReactNode
}

/** Which milestones: words in sight, the rest in a panel, each shown with a way to take it off. */
export function MilestoneFilters({ state, change, tools }: Props) {
  const t = useT()
  const format = useFormat()
  const filter = filterOf(state)
  const areas = useFocusAreaOptions()
  const persons = usePersonOptions(filter.ownerId ? [filter.ownerId] : [])
  const suggest = useProjectSuggestions()
  const project = useOperation('projects.open', { id: filter.projectId ?? '' }, { enabled: filter.projectId !== null })
  const projectTitle = project.data?.project.title ?? t('projects.milestones.project')
  const states = milestoneStates.map((key) => ({ key, label: t(`codes.milestoneState.${key}`) }))
  const chip = (key: string, label: string, changes: Partial<MilestoneListState>) => ({
    key,
    label,
    remove: () => change(changes),
  })
  const chips = [
    ...(filter.projectId ? [chip('project', projectTitle, { project: null })] : []),
    ...(filter.ownerId
      ? [chip('owner', persons.nameOf(filter.ownerId) ?? t('projects.milestones.owner'), { owner: null })]
      : []),
    ...(filter.focusAreaId
      ? [chip('area', areas.nameOf(filter.focusAreaId) ?? t('projects.list.focusArea'), { area: null })]
      : []),
    ...(state.lighthouse ? [chip('lighthouse', t('projects.list.lighthouseOnly'), { lighthouse: false })] : []),
    ...states
      .filter(({ key }) => filter.states.includes(key))
      .map(({ key, label }) => chip(key, label, { states: state.states.filter((one) => one !== key) })),
    ...(filter.from
      ? [chip('from', t('projects.milestones.register.fromChip', { day: format.day(filter.from) }), { from: null })]
      : []),
    ...(filter.to
      ? [chip('to', t('projects.milestones.register.toChip', { day: format.day(filter.to) }), { to: null })]
      : []),
  ]
  return (
    <FilterBar
      label={t('projects.milestones.register.search')}
      text={state.text}
      onText={(text) => change({ text })}
      tools={tools}
      chips={chips}
      onClear={() => {
        const { project, owner, states: noStates, lighthouse, area, from, to } = milestoneListDefaults
        change({ project, owner, states: noStates, lighthouse, area, from, to })
      }}
    >
      <MultiSelect
        label={t('projects.milestones.state')}
        options={states}
        value={filter.states}
        onChange={(chosen) => change({ states: chosen })}
      />
      <ComboBox
        label={t('projects.milestones.project')}
        placeholder={t('projects.milestones.register.anyProject')}
        value={filter.projectId ? { key: filter.projectId, label: projectTitle } : null}
        onChange={(option) => change({ project: option?.key ?? null })}
        suggest={suggest}
      />
      <div className={styles.pair}>
        <Select
          label={t('projects.milestones.owner')}
          emptyLabel={t('projects.milestones.register.anyOwner')}
          options={persons.options}
          value={filter.ownerId}
          onChange={(owner) => change({ owner })}
        />
        <Select
          label={t('projects.list.focusArea')}
          emptyLabel={t('projects.list.anyFocusArea')}
          options={areas.options}
          value={filter.focusAreaId}
          onChange={(area) => change({ area })}
        />
        <DayField
          label={t('projects.milestones.register.from')}
          value={filter.from}
          onChange={(from) => change({ from })}
        />
        <DayField
          label={t('projects.milestones.register.to')}
          yearless="future"
          value={filter.to}
          onChange={(to) => change({ to })}
        />
      </div>
      <Switch
        label={t('projects.list.lighthouseOnly')}
        checked={state.lighthouse}
        onChange={(lighthouse) => change({ lighthouse })}
      />
    </FilterBar>
  )
}
