import type { ReactNode } from 'react'
import { MultiSelect, Switch } from '#renderer/components/choices.tsx'
import { FilterBar } from '#renderer/components/filter-bar.tsx'
import { Select } from '#renderer/components/select.tsx'
import { useT } from '#renderer/lib/use-t.ts'
import { yearOptions } from '#renderer/lib/year-options.ts'
import { documentKinds, publicities } from '#shared/domain/records/document.ts'
import { type DocumentListState, documentListDefaults, filterOf } from './document-filter.ts'

interface Props {
  readonly state: DocumentListState
  readonly change: (changes: Partial<DocumentListState>) => void
  readonly tools: ReactNode
}

/** Which documents: words in sight, the rest in a panel, each shown with a way to take it off. */
export function DocumentFilters({ state, change, tools }: Props) {
  const t = useT()
  const filter = filterOf(state)
  const kinds = documentKinds.map((key) => ({ key, label: t(`codes.documentKind.${key}`) }))
  const openness = publicities.map((key) => ({ key, label: t(`codes.publicity.${key}`) }))
  const year = filter.year === null ? null : String(filter.year)
  const chip = (key: string, label: string, changes: Partial<DocumentListState>) => ({
    key,
    label,
    remove: () => change(changes),
  })
  const chips = [
    ...(year ? [chip('year', year, { year: '' })] : []),
    ...(state.due ? [chip('due', t('archive.dueChip'), { due: false })] : []),
    ...(state.superseded ? [chip('superseded', t('archive.supersededChip'), { superseded: false })] : []),
    ...kinds
      .filter(({ key }) => filter.kinds.includes(key))
      .map(({ key, label }) => chip(`kind ${key}`, label, { kinds: state.kinds.filter((one) => one !== key) })),
    ...openness
      .filter(({ key }) => filter.publicities.includes(key))
      .map(({ key, label }) => chip(key, label, { publicities: state.publicities.filter((one) => one !== key) })),
  ]
  return (
    <FilterBar
      label={t('archive.search')}
      text={state.text}
      onText={(text) => change({ text })}
      tools={tools}
      chips={chips}
      onClear={() => {
        const { kinds: noKinds, publicities: noOpenness, year: noYear, due, superseded } = documentListDefaults
        change({ kinds: noKinds, publicities: noOpenness, year: noYear, due, superseded })
      }}
    >
      <Select
        label={t('archive.year')}
        emptyLabel={t('archive.anyYear')}
        options={yearOptions(20, 0, year)}
        value={year}
        onChange={(chosen) => change({ year: chosen ?? '' })}
      />
      <MultiSelect
        label={t('archive.columns.kind')}
        options={kinds}
        value={filter.kinds}
        onChange={(chosen) => change({ kinds: chosen })}
      />
      <MultiSelect
        label={t('archive.columns.publicity')}
        options={openness}
        value={filter.publicities}
        onChange={(chosen) => change({ publicities: chosen })}
      />
      <Switch label={t('archive.dueOnly')} checked={state.due} onChange={(due) => change({ due })} />
      <Switch
        label={t('archive.withSuperseded')}
        checked={state.superseded}
        onChange={(superseded) => change({ superseded })}
      />
    </FilterBar>
  )
}
