import { Button } from '#renderer/components/button.tsx'
import { RadioGroup } from '#renderer/components/choices.tsx'
import { EmptyState, ErrorNote, Loading } from '#renderer/components/notes.tsx'
import { PageHeader } from '#renderer/components/page-header.tsx'
import { Select } from '#renderer/components/select.tsx'
import { useGo } from '#renderer/lib/navigation.ts'
import { today } from '#renderer/lib/use-format.ts'
import { useListState } from '#renderer/lib/use-list-state.ts'
import { usePartnership } from '#renderer/lib/use-names.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { yearOptions } from '#renderer/lib/year-options.ts'
import { commitmentUnits } from '#shared/domain/records/commitment.ts'
import { GiveAndTakeChart } from './give-and-take-chart.tsx'
import { Matrix } from './matrix.tsx'
import { PartnerAreas } from './partner-areas.tsx'
import styles from './partners.module.css'
import { sumOf, unitsIn } from './sums.ts'

const defaults = { from: '', to: '', unit: '' }
const yearsBack = 2

/** The whole partnership's give and take at a glance: partners and years, one unit at a time. */
export function GiveAndTakeScreen() {
  const t = useT()
  const go = useGo()
  const partnership = usePartnership()
  const [state, change] = useListState(defaults)
  const now = Number(today().slice(0, 4))
  const toYear = yearOf(state.to) ?? now + 1
  const fromYear = Math.min(yearOf(state.from) ?? now - yearsBack, toYear)
  const matrix = useOperation('commitments.matrix', { fromYear, toYear }, { keepPrevious: true })
  const used = unitsIn(matrix.data?.cells ?? [])
  const own = partnership?.country === 'SE' ? 'SEK' : 'NOK'
  const unit = commitmentUnits.find((one) => one === state.unit) ?? (used.includes(own) ? own : (used[0] ?? own))
  const years = Array.from({ length: toYear - fromYear + 1 }, (_, index) => fromYear + index)
  const cells = (matrix.data?.cells ?? []).filter((cell) => cell.unit === unit)
  return (
    <div className={styles.page}>
      <PageHeader title={t('partners.matrix.title')} detail={t('partners.matrix.detail')} />
      <PartnerAreas here="giveAndTake" />
      <div className={styles.controls}>
        <RadioGroup
          label={t('partners.matrix.unit')}
          look="segments"
          options={commitmentUnits.map((key) => ({ key, label: t(`codes.commitmentUnit.${key}`) }))}
          value={unit}
          onChange={(key) => change({ unit: key })}
        />
        <Select
          label={t('partners.matrix.from')}
          options={withYear(fromYear)}
          value={String(fromYear)}
          onChange={(from) =>
            change({ from: from ?? '', ...(from !== null && Number(from) > toYear ? { to: from } : {}) })
          }
        />
        <Select
          label={t('partners.matrix.to')}
          options={withYear(toYear)}
          value={String(toYear)}
          onChange={(to) => change({ to: to ?? '', ...(to !== null && Number(to) < fromYear ? { from: to } : {}) })}
        />
      </div>
      {matrix.isPending && <Loading lines={8} />}
      {matrix.error && <ErrorNote error={matrix.error} onRetry={() => void matrix.refetch()} />}
      {matrix.data &&
        (cells.some((cell) => cell.pledged || cell.delivered) ? (
          <div className={styles.wide}>
            <GiveAndTakeChart
              level={2}
              height={200}
              title={`${t('partners.matrix.chart')}, ${t(`codes.commitmentUnit.${unit}`).toLocaleLowerCase()}`}
              unit={unit}
              years={years.map((year) => ({ year, ...sumOf(cells.filter((cell) => cell.year === year)) }))}
            />
            <Matrix partners={matrix.data.partners} cells={cells} years={years} unit={unit} />
          </div>
        ) : (
          <EmptyState
            icon="giveAndTake"
            title={t('partners.matrix.empty')}
            action={<Button onPress={() => go('commitments')}>{t('partners.matrix.toCommitments')}</Button>}
          >
            {t('partners.matrix.emptyText')}
          </EmptyState>
        ))}
    </div>
  )
}

function yearOf(text: string): number | null {
  return /^(19|20|21)\d\d$/.test(text) ? Number(text) : null
}

/** The years on offer, with the one in force where it lies outside. */
function withYear(year: number) {
  const years = yearOptions(10, 10)
  const key = String(year)
  return years.some((one) => one.key === key) ? years : [{ key, label: key }, ...years]
}
