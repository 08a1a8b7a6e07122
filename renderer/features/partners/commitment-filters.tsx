import type { ReactNode } from 'react'
import { MultiSelect, Switch } from '#renderer/components/choices.tsx'
import { FilterChips } from '#renderer/components/filter-chips.tsx'
import { ListSearch } from '#renderer/components/list-search.tsx'
import { Popover } from '#renderer/components/menu.tsx'
import { Select } from '#renderer/components/select.tsx'
import { today } from '#renderer/lib/use-format.ts'
import { usePartnerOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { commitmentKinds, commitmentStatuses } from '#shared/domain/records/commitment.ts'
import { type CommitmentListState, commitmentListDefaults, filterOf } from './commitment-filter.ts'
import styles from './partners.module.css'

interface Props {
  readonly state: CommitmentListState
  readonly change: (changes: Partial<CommitmentListState>) => void
}

/** The years that a choice offers: ten back and ten on. */
export function yearOptions(): { key: string; label: string }[] {
  const now = Number(today().slice(0, 4))
  return Array.from({ length: 21 }, (_, index) => String(now + 10 - index)).map((key) => ({ key, label: key }))
}

/** Which commitments: words and what is overdue in sight, the rest in a panel, each shown with a way to take it off. */
export function CommitmentFilters({ state, change, tools }: Props & { readonly tools: ReactNode }) {
  const t = useT()
  const partners = usePartnerOptions()
  const filter = filterOf(state)
  const kinds = commitmentKinds.map((key) => ({ key, label: t(`codes.commitmentKind.${key}`) }))
  const statuses = commitmentStatuses.map((key) => ({ key, label: t(`codes.commitmentStatus.${key}`) }))
  const chip = (key: string, label: string, changes: Partial<CommitmentListState>) => ({
    key,
    label,
    remove: () => change(changes),
  })
  const years = yearOptions()
  const year = filter.year === null ? null : String(filter.year)
  const chips = [
    ...(filter.partnerId
      ? [chip('partner', partners.nameOf(filter.partnerId) ?? t('partners.commitments.partner'), { partner: null })]
      : []),
    ...(year ? [chip('year', year, { year: '' })] : []),
    ...(state.overdue ? [chip('overdue', t('partners.register.overdueChip'), { overdue: false })] : []),
    ...statuses
      .filter(({ key }) => filter.statuses.includes(key))
      .map(({ key, label }) => chip(key, label, { statuses: state.statuses.filter((one) => one !== key) })),
    ...kinds
      .filter(({ key }) => filter.kinds.includes(key))
      .map(({ key, label }) => chip(`kind ${key}`, label, { kinds: state.kinds.filter((one) => one !== key) })),
  ]
  return (
    <div className={styles.filters}>
      <div className={styles.searchRow}>
        <ListSearch label={t('partners.register.search')} value={state.text} onChange={(text) => change({ text })} />
        <Popover label={t('common.filter')} icon="filter" showLabel>
          <div className={styles.panel}>
            <Select
              label={t('partners.commitments.partner')}
              emptyLabel={t('partners.register.anyPartner')}
              options={partners.options}
              value={filter.partnerId}
              onChange={(partner) => change({ partner })}
            />
            <Select
              label={t('partners.register.year')}
              emptyLabel={t('partners.register.anyYear')}
              options={year && !years.some(({ key }) => key === year) ? [{ key: year, label: year }, ...years] : years}
              value={year}
              onChange={(chosen) => change({ year: chosen ?? '' })}
            />
            <MultiSelect
              label={t('partners.register.status')}
              options={statuses}
              value={filter.statuses}
              onChange={(chosen) => change({ statuses: chosen })}
            />
            <MultiSelect
              label={t('partners.register.kind')}
              options={kinds}
              value={filter.kinds}
              onChange={(chosen) => change({ kinds: chosen })}
            />
            <Switch
              label={t('partners.register.overdueOnly')}
              checked={state.overdue}
              onChange={(overdue) => change({ overdue })}
            />
          </div>
        </Popover>
        {tools}
      </div>
      <FilterChips
        chips={chips}
        onClear={() => {
          const { partner, kinds: noKinds, statuses: noStatuses, year: noYear, overdue } = commitmentListDefaults
          change({ partner, kinds: noKinds, statuses: noStatuses, year: noYear, overdue })
        }}
      />
    </div>
  )
}
