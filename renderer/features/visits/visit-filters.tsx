import type { ReactNode } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { DayField } from '#renderer/components/checked-field.tsx'
import { MultiSelect, RadioGroup } from '#renderer/components/choices.tsx'
import { ComboBox } from '#renderer/components/combo-box.tsx'
import { FilterChips } from '#renderer/components/filter-chips.tsx'
import { ListSearch } from '#renderer/components/list-search.tsx'
import { Popover } from '#renderer/components/menu.tsx'
import { today, useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useSectorOptions, useVisitOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { addDays, addMonths, endOfYear, startOfYear } from '#shared/domain/days.ts'
import { municipalityName, suggestMunicipalities } from '#shared/domain/municipalities.ts'
import { filterOf, type VisitListState, visitListDefaults } from './visit-filter.ts'
import styles from './visits-screen.module.css'

interface Props {
  readonly state: VisitListState
  readonly change: (changes: Partial<VisitListState>) => void
}

/** Search, the filter panel, and what is filtered by in words, each with a way to take it off. */
export function VisitFilters({ state, change, tools }: Props & { readonly tools: ReactNode }) {
  const t = useT()
  const chips = useChips({ state, change })
  return (
    <div className={styles.filters}>
      <div className={styles.searchRow}>
        <ListSearch label={t('visits.list.search')} value={state.text} onChange={(text) => change({ text })} />
        <Popover label={t('common.filter')} icon="filter" showLabel>
          <FilterPanel state={state} change={change} />
        </Popover>
        {tools}
      </div>
      <FilterChips chips={chips} onClear={() => change(cleared)} />
    </div>
  )
}
const { sort: _sort, direction: _direction, tab: _tab, text: _text, ...cleared } = visitListDefaults

function FilterPanel({ state, change }: Props) {
  const t = useT()
  const { types, flags, themes, confidentialities } = useVisitOptions()
  const sectors = useSectorOptions()
  const country = useOperation('workspace.current', {}).data?.partnership.country ?? 'NO'
  const now = today()
  const lastYear = addDays(startOfYear(now), -1)
  const periods = [
    { label: t('visits.list.thisYear'), from: startOfYear(now), to: endOfYear(now) },
    { label: t('visits.list.lastYear'), from: startOfYear(lastYear), to: lastYear },
    { label: t('visits.list.lastTwelveMonths'), from: addMonths(now, -12), to: now },
  ]
  return (
    <div className={styles.panel}>
      <div className={styles.period}>
        <DayField label={t('visits.list.from')} value={state.from} onChange={(from) => change({ from })} />
        <DayField label={t('visits.list.to')} value={state.to} onChange={(to) => change({ to })} />
      </div>
      <div className={styles.periods}>
        {periods.map(({ label, from, to }) => (
          <Button key={label} small onPress={() => change({ from, to })}>
            {label}
          </Button>
        ))}
      </div>
      <MultiSelect
        label={t('visits.fields.type')}
        options={types}
        value={types.map((one) => one.key).filter((key) => state.types.includes(key))}
        onChange={(chosen) => change({ types: chosen })}
      />
      <MultiSelect
        label={t('visits.fields.flags')}
        options={flags}
        value={flags.map((one) => one.key).filter((key) => state.flags.includes(key))}
        onChange={(chosen) => change({ flags: chosen })}
      />
      <MultiSelect
        label={t('visits.fields.themes')}
        options={themes}
        value={themes.map((one) => one.key).filter((key) => state.themes.includes(key))}
        onChange={(chosen) => change({ themes: chosen })}
      />
      <MultiSelect
        label={t('visits.list.sector')}
        options={sectors.options}
        value={state.sectors}
        onChange={(chosen) => change({ sectors: chosen })}
      />
      <ComboBox
        label={t('visits.list.municipality')}
        value={null}
        suggest={async (text) =>
          suggestMunicipalities(text, country).map((one) => ({ key: one.code, label: one.name, detail: one.code }))
        }
        onChange={(option) => {
          if (option && !state.municipalities.includes(option.key)) {
            change({ municipalities: [...state.municipalities, option.key] })
          }
        }}
      />
      <MultiSelect
        label={t('visits.fields.confidentiality')}
        options={confidentialities}
        value={confidentialities.map((one) => one.key).filter((key) => state.confidentialities.includes(key))}
        onChange={(chosen) => change({ confidentialities: chosen })}
      />
      <RadioGroup
        label={t('visits.list.drafts')}
        look="segments"
        options={[
          { key: 'with', label: t('visits.list.draftsWith') },
          { key: 'without', label: t('visits.list.draftsWithout') },
          { key: 'only', label: t('visits.list.draftsOnly') },
        ]}
        value={state.drafts}
        onChange={(drafts) => change({ drafts })}
      />
    </div>
  )
}

function useChips({ state, change }: Props) {
  const t = useT()
  const format = useFormat()
  const { types, flags, themes, confidentialities } = useVisitOptions()
  const sectors = useSectorOptions()
  const country = useOperation('workspace.current', {}).data?.partnership.country ?? 'NO'
  const { companyId } = filterOf(state)
  const company = useOperation('companies.open', { id: companyId ?? '' }, { enabled: Boolean(companyId) })
  type ListKey = 'types' | 'flags' | 'themes' | 'sectors' | 'municipalities' | 'confidentialities'
  const many = (key: ListKey, nameOf: (value: string) => string | undefined) =>
    state[key].map((value) => ({
      key: `${key} ${value}`,
      label: nameOf(value) ?? value,
      remove: () => change({ [key]: state[key].filter((one) => one !== value) }),
    }))
  const labelIn = (options: readonly { key: string; label: string }[]) => (value: string) =>
    options.find((one) => one.key === value)?.label
  const one = (key: 'company' | 'from' | 'to', label: string) => [{ key, label, remove: () => change({ [key]: null }) }]
  return [
    ...(companyId ? one('company', company.data?.company.name ?? t('visits.fields.companyId')) : []),
    ...(state.from ? one('from', t('visits.list.fromDay', { day: format.day(state.from) })) : []),
    ...(state.to ? one('to', t('visits.list.toDay', { day: format.day(state.to) })) : []),
    ...many('types', labelIn(types)),
    ...many('flags', labelIn(flags)),
    ...many('themes', labelIn(themes)),
    ...many('sectors', sectors.nameOf),
    ...many('municipalities', (code) => municipalityName(code, country) ?? undefined),
    ...many('confidentialities', labelIn(confidentialities)),
    ...(state.drafts === 'with'
      ? []
      : [
          {
            key: 'drafts',
            label: state.drafts === 'only' ? t('visits.list.draftsOnly') : t('visits.list.draftsWithout'),
            remove: () => change({ drafts: 'with' }),
          },
        ]),
  ]
}
