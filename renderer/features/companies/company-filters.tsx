import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { DayField } from '#renderer/components/checked-field.tsx'
import { MultiSelect } from '#renderer/components/choices.tsx'
import { Icon } from '#renderer/components/icon.tsx'
import { Popover } from '#renderer/components/menu.tsx'
import { SearchField } from '#renderer/components/text-field.tsx'
import { today, useFormat } from '#renderer/lib/use-format.ts'
import { useNames } from '#renderer/lib/use-names.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { addMonths } from '#shared/domain/days.ts'
import { companyStatuses, employeeBands } from '#shared/domain/records/company.ts'
import styles from './companies.module.css'
import { type ListView, noFilter } from './list-state.ts'

interface Props {
  readonly view: ListView
  readonly change: (changes: Partial<ListView>) => void
  readonly filters: number
}

/** Search, the filter panel, and a chip for each filter that is on. */
export function CompanyFilters({ view, change, filters, tools }: Props & { readonly tools: ReactNode }) {
  const t = useT()
  const [text, setText] = useState(view.text)
  const sent = useRef(view.text)
  // The address follows the typing a moment later; only a change from elsewhere rewrites the field.
  useEffect(() => {
    if (view.text === sent.current) return
    sent.current = view.text
    setText(view.text)
  }, [view.text])
  return (
    <search className={styles.filters} aria-label={t('companies.list.find')}>
      <div className={styles.filterRow}>
        <div className={styles.search}>
          <SearchField
            label={t('companies.list.search')}
            value={text}
            onChange={(next) => {
              sent.current = next
              setText(next)
              change({ text: next })
            }}
          />
        </div>
        <Popover
          label={filters > 0 ? t('companies.list.filterCount', { count: filters }) : t('common.filter')}
          icon="filter"
          showLabel
        >
          <FilterPanel view={view} change={change} filters={filters} />
        </Popover>
        {tools}
      </div>
      <FilterChips view={view} change={change} />
    </search>
  )
}

const monthsAgo = [12, 24, 36] as const

function FilterPanel({ view, change, filters }: Props) {
  const t = useT()
  const names = useNames()
  const bands = employeeBands.map((key) => ({ key, label: key.replace('-', '–') }))
  const statuses = companyStatuses.map((key) => ({ key, label: t(`codes.companyStatus.${key}`) }))
  return (
    <div className={styles.filterPanel}>
      <div>
        <DayField
          label={t('companies.list.since')}
          hint={t('companies.list.sinceHint')}
          value={view.since}
          onChange={(since) => change({ since })}
        />
        <div className={styles.presets}>
          {monthsAgo.map((months) => (
            <Button key={months} small onPress={() => change({ since: addMonths(today(), -months) })}>
              {t('companies.list.yearsAgo', { count: months / 12 })}
            </Button>
          ))}
        </div>
      </div>
      <MultiSelect
        label={t('companies.fields.sectorId')}
        options={names.sectorOptions}
        value={view.sectors}
        onChange={(sectors) => change({ sectors })}
      />
      <MultiSelect
        label={t('companies.fields.municipalityCode')}
        options={names.regionOptions}
        value={view.municipalities}
        onChange={(municipalities) => change({ municipalities })}
      />
      <MultiSelect
        label={t('companies.list.employees')}
        options={bands}
        value={bands.map((band) => band.key).filter((key) => view.bands.includes(key))}
        onChange={(chosen) => change({ bands: chosen })}
      />
      <MultiSelect
        label={t('companies.fields.status')}
        options={statuses}
        value={statuses.map((status) => status.key).filter((key) => view.statuses.includes(key))}
        onChange={(chosen) => change({ statuses: chosen })}
      />
      {filters > 0 && (
        <div>
          <Button small icon="close" onPress={() => change({ ...noFilter, text: view.text })}>
            {t('common.removeFilters')}
          </Button>
        </div>
      )}
    </div>
  )
}

function FilterChips({ view, change }: Omit<Props, 'filters'>) {
  const t = useT()
  const format = useFormat()
  const names = useNames()
  const without = (list: readonly string[], key: string) => list.filter((one) => one !== key)
  const chips = [
    ...(view.since
      ? [{ key: 'since', label: t('companies.list.sinceChip', { day: format.day(view.since) }), off: { since: null } }]
      : []),
    ...view.sectors.map((key) => ({
      key,
      label: names.sector(key) ?? t('common.notStated'),
      off: { sectors: without(view.sectors, key) },
    })),
    ...view.municipalities.map((key) => ({
      key,
      label: names.municipality(key) ?? key,
      off: { municipalities: without(view.municipalities, key) },
    })),
    ...employeeBands
      .filter((key) => view.bands.includes(key))
      .map((key) => ({ key, label: t(`codes.employeesBand.${key}`), off: { bands: without(view.bands, key) } })),
    ...companyStatuses
      .filter((key) => view.statuses.includes(key))
      .map((key) => ({ key, label: t(`codes.companyStatus.${key}`), off: { statuses: without(view.statuses, key) } })),
  ]
  if (chips.length === 0) return null
  return (
    <ul className={styles.chips} aria-label={t('companies.list.active')}>
      {chips.map((chip) => (
        <li key={chip.key}>
          <button
            type="button"
            className={styles.chip}
            aria-label={t('companies.list.takeOff', { filter: chip.label })}
            onClick={() => change(chip.off)}
          >
            {chip.label}
            <Icon name="close" size={12} />
          </button>
        </li>
      ))}
    </ul>
  )
}
