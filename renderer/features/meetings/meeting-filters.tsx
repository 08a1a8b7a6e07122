import type { ReactNode } from 'react'
import { MultiSelect, RadioGroup } from '#renderer/components/choices.tsx'
import { FilterChips } from '#renderer/components/filter-chips.tsx'
import { ListSearch } from '#renderer/components/list-search.tsx'
import { Popover } from '#renderer/components/menu.tsx'
import { Select } from '#renderer/components/select.tsx'
import { today } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { meetingStatuses } from '#shared/domain/records/meeting.ts'
import { type MeetingListState, whenOf } from './meeting-filter.ts'
import styles from './meetings.module.css'
import { useBodies } from './use-bodies.ts'

interface Props {
  readonly state: MeetingListState
  readonly change: (changes: Partial<MeetingListState>) => void
}
const yearsBack = 8

export function MeetingFilters({ state, change, tools }: Props & { readonly tools: ReactNode }) {
  const t = useT()
  const bodies = useBodies()
  const thisYear = Number(today().slice(0, 4))
  const years = Array.from({ length: yearsBack + 2 }, (_, index) => String(thisYear + 1 - index))
  const statuses = meetingStatuses.map((key) => ({ key, label: t(`codes.meetingStatus.${key}`) }))
  const chips = [
    ...(state.body
      ? [
          {
            key: 'body',
            label: bodies.nameOf(state.body) ?? t('meetings.fields.bodyId'),
            remove: () => change({ body: null }),
          },
        ]
      : []),
    ...(state.year ? [{ key: 'year', label: state.year, remove: () => change({ year: '' }) }] : []),
    ...statuses
      .filter(({ key }) => state.statuses.includes(key))
      .map(({ key, label }) => ({
        key,
        label,
        remove: () => change({ statuses: state.statuses.filter((one) => one !== key) }),
      })),
  ]
  return (
    <div className={styles.filters}>
      <div className={styles.searchRow}>
        <ListSearch label={t('meetings.list.search')} value={state.text} onChange={(text) => change({ text })} />
        <Popover label={t('common.filter')} icon="filter" showLabel>
          <div className={styles.panel}>
            <Select
              label={t('meetings.fields.bodyId')}
              emptyLabel={t('meetings.list.allBodies')}
              options={bodies.options}
              value={state.body}
              onChange={(body) => change({ body })}
            />
            <Select
              label={t('meetings.list.year')}
              emptyLabel={t('meetings.list.allYears')}
              options={years.map((key) => ({ key, label: key }))}
              value={state.year || null}
              onChange={(year) => change({ year: year ?? '' })}
            />
            <MultiSelect
              label={t('meetings.fields.status')}
              options={statuses}
              value={meetingStatuses.filter((key) => state.statuses.includes(key))}
              onChange={(chosen) => change({ statuses: chosen })}
            />
          </div>
        </Popover>
        {tools}
      </div>
      <RadioGroup
        label={t('meetings.list.when')}
        hideLabel
        look="segments"
        options={(['coming', 'earlier', 'all'] as const).map((key) => ({
          key,
          label: t(`meetings.list.whens.${key}`),
        }))}
        value={whenOf(state)}
        onChange={(when) => change({ when, direction: '' })}
      />
      <FilterChips chips={chips} onClear={() => change({ body: null, year: '', statuses: [] })} />
    </div>
  )
}
