import type { ReactNode } from 'react'
import { DayField } from '#renderer/components/checked-field.tsx'
import { MultiSelect, RadioGroup } from '#renderer/components/choices.tsx'
import { FilterChips } from '#renderer/components/filter-chips.tsx'
import { ListSearch } from '#renderer/components/list-search.tsx'
import { Popover } from '#renderer/components/menu.tsx'
import { Select } from '#renderer/components/select.tsx'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { usePersonOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { decisionKinds } from '#shared/domain/records/decision.ts'
import { type DecisionListState, decisionListDefaults, decisionStates, filterOf } from './decision-filter.ts'
import styles from './decisions.module.css'

interface Props {
  readonly state: DecisionListState
  readonly change: (changes: Partial<DecisionListState>) => void
}

/** Which decisions: how far they have come in sight, the rest in a panel, each shown with a way to take it off. */
export function DecisionFilters({ state, change, tools }: Props & { readonly tools: ReactNode }) {
  const t = useT()
  const format = useFormat()
  const bodies = useOperation('bodies.list', {})
  const persons = usePersonOptions(state.responsible ? [state.responsible] : [])
  const filter = filterOf(state)
  const bodyOptions = (bodies.data ?? []).map((body) => ({ key: body.id, label: body.name }))
  const kinds = decisionKinds.map((key) => ({ key, label: t(`codes.decisionKind.${key}`) }))
  const { responsible } = state
  const chip = (key: string, label: string, changes: Partial<DecisionListState>) => ({
    key,
    label,
    remove: () => change(changes),
  })
  const chips = [
    ...(state.body
      ? [
          chip('body', bodyOptions.find((one) => one.key === state.body)?.label ?? t('app.fields.bodyId'), {
            body: null,
          }),
        ]
      : []),
    ...(state.meeting ? [chip('meeting', t('app.fields.meetingId'), { meeting: null })] : []),
    ...(responsible
      ? [chip('responsible', persons.nameOf(responsible) ?? t('app.fields.responsibleId'), { responsible: null })]
      : []),
    ...(filter.from
      ? [chip('from', t('decisions.list.fromChip', { day: format.day(filter.from) }), { from: '' })]
      : []),
    ...(filter.to ? [chip('to', t('decisions.list.toChip', { day: format.day(filter.to) }), { to: '' })] : []),
    ...kinds
      .filter((kind) => filter.kinds?.includes(kind.key))
      .map((kind) => chip(kind.key, kind.label, { kinds: state.kinds.filter((one) => one !== kind.key) })),
  ]
  return (
    <div className={styles.filters}>
      <RadioGroup
        label={t('decisions.list.state')}
        hideLabel
        look="segments"
        options={decisionStates.map((key) => ({ key, label: t(`decisions.states.${key}`) }))}
        value={filter.state ?? 'all'}
        onChange={(key) => change({ state: key })}
      />
      <div className={styles.searchRow}>
        <ListSearch label={t('decisions.list.search')} value={state.text} onChange={(text) => change({ text })} />
        <Popover label={t('common.filter')} icon="filter" showLabel>
          <div className={styles.panel}>
            <Select
              label={t('app.fields.bodyId')}
              options={bodyOptions}
              emptyLabel={t('decisions.list.anyBody')}
              value={state.body}
              onChange={(body) => change({ body })}
            />
            <Select
              label={t('app.fields.responsibleId')}
              options={persons.options}
              emptyLabel={t('decisions.list.anybody')}
              value={responsible}
              onChange={(id) => change({ responsible: id })}
            />
            <div className={styles.pair}>
              <DayField
                label={t('decisions.list.from')}
                value={filter.from ?? null}
                onChange={(day) => change({ from: day ?? '' })}
              />
              <DayField
                label={t('decisions.list.to')}
                value={filter.to ?? null}
                onChange={(day) => change({ to: day ?? '' })}
              />
            </div>
            <MultiSelect
              label={t('decisions.list.kinds')}
              options={kinds}
              value={filter.kinds ?? []}
              onChange={(chosen) => change({ kinds: chosen })}
            />
          </div>
        </Popover>
        {tools}
      </div>
      <FilterChips
        chips={chips}
        onClear={() => {
          const { body, meeting, responsible: nobody, from, to, kinds: all } = decisionListDefaults
          change({ body, meeting, responsible: nobody, from, to, kinds: all })
        }}
      />
    </div>
  )
}
