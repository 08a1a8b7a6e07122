import type { ReactNode } from 'react'
import { MultiSelect, Switch } from '#renderer/components/choices.tsx'
import { FilterBar } from '#renderer/components/filter-bar.tsx'
import { Select } from '#renderer/components/select.tsx'
import { usePartnerOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { yearOptions } from '#renderer/lib/year-options.ts'
import { commitmentKinds, commitmentStatuses } from '#shared/domain/records/commitment.ts'
import { type CommitmentListState, commitmentListDefaults, filterOf } from './commitment-filter.ts'

interface Props {
  readonly state: CommitmentListState
  readonly change: (changes: Partial<CommitmentListState>) => void
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
    <FilterBar
      label={t('partners.register.search')}
      text={state.text}
      onText={(text) => change({ text })}
      tools={tools}
      chips={chips}
      onClear={() => {
        const { partner, kinds: noKinds, statuses: noStatuses, year: noYear, overdue } = commitmentListDefaults
        change({ partner, kinds: noKinds, statuses: noStatuses, year: noYear, overdue })
      }}
    >
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
        options={yearOptions(10, 10, year)}
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
    </FilterBar>
  )
}
