import type { ReactNode } from 'react'
import { RadioGroup } from '#renderer/components/choices.tsx'
import { FilterChips } from '#renderer/components/filter-chips.tsx'
import { ListSearch } from '#renderer/components/list-search.tsx'
import { Popover } from '#renderer/components/menu.tsx'
import { Select } from '#renderer/components/select.tsx'
import { useOperation } from '#renderer/lib/use-query.ts'
import { usePersonOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { type ActionListState, actionStates, filterOf } from './action-filter.ts'
import styles from './actions.module.css'

interface Props {
  readonly state: ActionListState
  readonly change: (changes: Partial<ActionListState>) => void
}

/** Which action items: how far they have come in sight, whose and which body's in a panel. */
export function ActionFilters({ state, change, tools }: Props & { readonly tools: ReactNode }) {
  const t = useT()
  const bodies = useOperation('bodies.list', {})
  const persons = usePersonOptions(state.owner ? [state.owner] : [])
  const { owner, body, meeting, visit } = state
  const bodyOptions = (bodies.data ?? []).map((one) => ({ key: one.id, label: one.name }))
  const chips = [
    owner && {
      key: 'owner',
      label: persons.nameOf(owner) ?? t('decisions.actions.owner'),
      remove: () => change({ owner: null }),
    },
    body && {
      key: 'body',
      label: bodyOptions.find((one) => one.key === body)?.label ?? t('app.fields.bodyId'),
      remove: () => change({ body: null }),
    },
    meeting && { key: 'meeting', label: t('app.fields.meetingId'), remove: () => change({ meeting: null }) },
    visit && { key: 'visit', label: t('app.fields.visitId'), remove: () => change({ visit: null }) },
  ].filter((chip) => chip !== null && chip !== '')
  return (
    <div className={styles.filters}>
      <RadioGroup
        label={t('decisions.list.state')}
        hideLabel
        look="segments"
        options={actionStates.map((key) => ({ key, label: t(`decisions.actions.states.${key}`) }))}
        value={filterOf(state).state ?? 'open'}
        onChange={(key) => change({ state: key })}
      />
      <div className={styles.searchRow}>
        <ListSearch
          label={t('decisions.actions.list.search')}
          value={state.text}
          onChange={(text) => change({ text })}
        />
        <Popover label={t('common.filter')} icon="filter" showLabel>
          <div className={styles.panel}>
            <Select
              label={t('decisions.actions.owner')}
              options={persons.options}
              emptyLabel={t('decisions.list.anybody')}
              value={owner}
              onChange={(next) => change({ owner: next })}
            />
            <Select
              label={t('app.fields.bodyId')}
              options={bodyOptions}
              emptyLabel={t('decisions.list.anyBody')}
              value={body}
              onChange={(next) => change({ body: next })}
            />
          </div>
        </Popover>
        {tools}
      </div>
      <FilterChips chips={chips} onClear={() => change({ owner: null, body: null, meeting: null, visit: null })} />
    </div>
  )
}
