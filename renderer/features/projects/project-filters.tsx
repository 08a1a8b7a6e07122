import type { ReactNode } from 'react'
import { MultiSelect, Switch } from '#renderer/components/choices.tsx'
import { FilterBar } from '#renderer/components/filter-bar.tsx'
import styles from '#renderer/components/parts.module.css'
import { Select } from '#renderer/components/select.tsx'
import { usePartnerOptions, usePersonOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { yearOptions } from '#renderer/lib/year-options.ts'
import { lights, projectStatuses } from '#shared/domain/records/project.ts'
import { filterOf, type ProjectListState, projectListDefaults } from './project-filter.ts'
import { useFocusAreaOptions } from './use-focus-areas.ts'

interface Props {
  readonly state: ProjectListState
  readonly change: (changes: Partial<ProjectListState>) => void
  /** What else stands beside the search: saved views, groups, export. */
  readonly tools: ReactNode
}

/** Which projects: words in sight, the rest in a panel, each shown with a way to take it off. */
export function ProjectFilters({ state, change, tools }: Props) {
  const t = useT()
  const filter = filterOf(state)
  const areas = useFocusAreaOptions()
  const persons = usePersonOptions(filter.leadId ? [filter.leadId] : [])
  const partners = usePartnerOptions()
  const statuses = projectStatuses.map((key) => ({ key, label: t(`codes.projectStatus.${key}`) }))
  const lightOptions = lights.map((key) => ({ key, label: t(`codes.light.${key}`) }))
  const year = filter.year === null ? null : String(filter.year)
  const chip = (key: string, label: string, changes: Partial<ProjectListState>) => ({
    key,
    label,
    remove: () => change(changes),
  })
  const chips = [
    ...(filter.focusAreaId
      ? [chip('area', areas.nameOf(filter.focusAreaId) ?? t('projects.list.focusArea'), { area: null })]
      : []),
    ...(filter.leadId ? [chip('lead', persons.nameOf(filter.leadId) ?? t('app.fields.leadId'), { lead: null })] : []),
    ...(filter.partnerId
      ? [chip('partner', partners.nameOf(filter.partnerId) ?? t('projects.list.partner'), { partner: null })]
      : []),
    ...(year ? [chip('year', year, { year: '' })] : []),
    ...(state.lighthouse ? [chip('lighthouse', t('projects.list.lighthouse'), { lighthouse: false })] : []),
    ...(state.crossCutting ? [chip('crossCutting', t('projects.list.crossCutting'), { crossCutting: false })] : []),
    ...statuses
      .filter(({ key }) => filter.statuses.includes(key))
      .map(({ key, label }) => chip(key, label, { statuses: state.statuses.filter((one) => one !== key) })),
    ...lightOptions
      .filter(({ key }) => filter.lights.includes(key))
      .map(({ key, label }) =>
        chip(`light ${key}`, t('projects.light.label', { light: label }), {
          lights: state.lights.filter((one) => one !== key),
        }),
      ),
  ]
  return (
    <FilterBar
      label={t('projects.list.search')}
      text={state.text}
      onText={(text) => change({ text })}
      tools={tools}
      chips={chips}
      onClear={() => {
        const {
          text: _text,
          tab: _tab,
          milestone: _milestone,
          adding: _adding,
          sort: _sort,
          direction: _direction,
          ...filters
        } = projectListDefaults
        change(filters)
      }}
    >
      <MultiSelect
        label={t('app.fields.status')}
        options={statuses}
        value={filter.statuses}
        onChange={(chosen) => change({ statuses: chosen })}
      />
      <MultiSelect
        label={t('projects.list.light')}
        options={lightOptions}
        value={filter.lights}
        onChange={(chosen) => change({ lights: chosen })}
      />
      <div className={styles.pair}>
        <Select
          label={t('projects.list.focusArea')}
          emptyLabel={t('projects.list.anyFocusArea')}
          options={areas.options}
          value={filter.focusAreaId}
          onChange={(area) => change({ area })}
        />
        <Select
          label={t('app.fields.leadId')}
          emptyLabel={t('projects.list.anyLead')}
          options={persons.options}
          value={filter.leadId}
          onChange={(lead) => change({ lead })}
        />
        <Select
          label={t('projects.list.partner')}
          emptyLabel={t('projects.list.anyPartner')}
          options={partners.options}
          value={filter.partnerId}
          onChange={(partner) => change({ partner })}
        />
        <Select
          label={t('projects.list.year')}
          emptyLabel={t('projects.list.anyYear')}
          options={yearOptions(10, 5, year)}
          value={year}
          onChange={(chosen) => change({ year: chosen ?? '' })}
        />
      </div>
      <Switch
        label={t('projects.list.lighthouseOnly')}
        checked={state.lighthouse}
        onChange={(lighthouse) => change({ lighthouse })}
      />
      <Switch
        label={t('projects.list.crossCuttingOnly')}
        checked={state.crossCutting}
        onChange={(crossCutting) => change({ crossCutting })}
      />
    </FilterBar>
  )
}
