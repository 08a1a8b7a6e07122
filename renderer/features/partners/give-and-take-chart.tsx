import { Chart } from '#renderer/components/chart.tsx'
import { useQuantity } from '#renderer/lib/use-quantity.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { CommitmentUnit } from '#shared/domain/records/commitment.ts'
import { type Pair, sumOf } from './sums.ts'

interface Props {
  readonly title: string
  readonly unit: CommitmentUnit
  readonly years: readonly (Pair & { readonly year: number })[]
  readonly level: 2 | 3
  readonly height?: number
}

/** What was pledged and what was delivered, year by year, in one unit. */
export function GiveAndTakeChart({ title, unit, years, level, height = 220 }: Props) {
  const t = useT()
  const quantity = useQuantity()
  const sum = sumOf(years)
  return (
    <Chart
      kind="bar"
      level={level}
      height={height}
      title={title}
      summary={t('partners.totals.summary', {
        unit: t(`codes.commitmentUnit.${unit}`),
        delivered: quantity.words(sum.delivered, unit),
        pledged: quantity.words(sum.pledged, unit),
      })}
      categoryName={t('partners.totals.year')}
      categories={years.map(({ year }) => String(year))}
      series={[
        { name: t('partners.totals.pledged'), values: years.map(({ pledged }) => pledged / 100) },
        { name: t('partners.totals.delivered'), values: years.map(({ delivered }) => delivered / 100) },
      ]}
      formatValue={(value) => quantity.number(Math.round(value * 100), unit)}
    />
  )
}
