import type { ReactNode } from 'react'
import { MultiSelect, RadioGroup } from '#renderer/components/choices.tsx'
import { FilterChips } from '#renderer/components/filter-chips.tsx'
import { ListSearch } from '#renderer/components/list-search.tsx'
import { Popover } from '#renderer/components/menu.tsx'
import { Select } from '#renderer/components/select.tsx'
import { usePersonOptions, useVisitOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { type FollowUpListState, filterOf, followUpStates } from './follow-up-filter.ts'
import styles from './follow-ups.module.css'

interface Props {
  readonly state: FollowUpListState
  readonly change: (changes: Partial<FollowUpListState>) => void
}

/** Which follow-ups: their state in sight, owner and theme in a panel, each shown with a way to take it off. */
export function FollowUpFilters({ state, change, tools }: Props & { readonly tools: ReactNode }) {
  const t = useT()
  const { themes } = useVisitOptions()
  const persons = usePersonOptions(state.owner ? [state.owner] : [])
  const filter = filterOf(state)
  const owner = state.owner
  const chips = [
    ...(owner
      ? [
          {
            key: 'owner',
            label: persons.nameOf(owner) ?? t('followUps.fields.ownerId'),
            remove: () => change({ owner: null }),
          },
        ]
      : []),
    ...themes
      .filter((theme) => state.themes.includes(theme.key))
      .map((theme) => ({
        key: theme.key,
        label: theme.label,
        remove: () => change({ themes: state.themes.filter((one) => one !== theme.key) }),
      })),
  ]
  return (
    <div className={styles.filters}>
      <RadioGroup
        label={t('followUps.list.state')}
        hideLabel
        look="segments"
        options={followUpStates.map((key) => ({ key, label: t(`followUps.states.${key}`) }))}
        value={filter.state ?? 'open'}
        onChange={(key) => change({ state: key })}
      />
      <div className={styles.searchRow}>
        <ListSearch label={t('followUps.list.search')} value={state.text} onChange={(text) => change({ text })} />
        <Popover label={t('common.filter')} icon="filter" showLabel>
          <div className={styles.panel}>
            <Select
              label={t('followUps.fields.ownerId')}
              options={persons.options}
              emptyLabel={t('followUps.list.anybody')}
              value={owner}
              onChange={(next) => change({ owner: next })}
            />
            <MultiSelect
              label={t('followUps.fields.theme')}
              options={themes}
              value={filter.themes ?? []}
              onChange={(chosen) => change({ themes: chosen })}
            />
          </div>
        </Popover>
        {tools}
      </div>
      <FilterChips chips={chips} onClear={() => change({ owner: null, themes: [] })} />
    </div>
  )
}
