import { comparePeriods, type PeriodKind, periodKind, periodsBetween, yearOf } from '#shared/domain/periods.ts'
import type { Frequency } from '#shared/domain/records/indicator.ts'

/** What the columns of the entry grid stand for. */
export const columnKinds = ['year', 'half', 'quarter', 'month'] as const
export type ColumnKind = (typeof columnKinds)[number]

/** How an indicator that is counted so often is entered; what comes irregularly is entered by year, or by what it has. */
export function columnKindOf(frequency: Frequency): ColumnKind {
  if (frequency === 'monthly') return 'month'
  if (frequency === 'quarterly') return 'quarter'
  return frequency === 'twiceYearly' ? 'half' : 'year'
}

const columnOf: Readonly<Partial<Record<PeriodKind, ColumnKind>>> = {
  year: 'year',
  halfYear: 'half',
  quarter: 'quarter',
  month: 'month',
}
/** What kind of column a period fits; null for a day or an interval of years. */
export function kindOfPeriod(period: string): ColumnKind | null {
  return columnOf[periodKind(period)] ?? null
}

const frequencyOf = { year: 'yearly', half: 'twiceYearly', quarter: 'quarterly', month: 'monthly' } as const

/** How many years fit a screen at first. */
export const yearsAtFirst: Readonly<Record<ColumnKind, number>> = { year: 10, half: 5, quarter: 3, month: 2 }
/** The widest range that is asked for at once. */
export const mostYears = 60

interface RowLike {
  readonly indicator: { readonly frequency: Frequency }
  readonly figures: readonly { readonly period: string }[]
}
/** Whether a row belongs in a grid of such columns: it is counted so often, or comes irregularly and has such figures. */
export function fitsColumns(row: RowLike, kind: ColumnKind): boolean {
  const { frequency } = row.indicator
  if (columnKindOf(frequency) === kind) return true
  return (
    (frequency === 'irregular' || frequency === 'notStated') &&
    row.figures.some(({ period }) => kindOfPeriod(period) === kind)
  )
}

/** The columns of a grid: the periods of its kind, and in one by year the days and intervals that its rows have figures of. */
export function columnsFor(rows: readonly RowLike[], kind: ColumnKind, fromYear: number, toYear: number): string[] {
  const regular = periodsBetween(frequencyOf[kind], fromYear, toYear)
  if (kind !== 'year') return regular
  const odd = rows.flatMap(({ figures }) => figures.map(({ period }) => period))
  const shown = odd.filter((one) => kindOfPeriod(one) === null && yearOf(one) >= fromYear && yearOf(one) <= toYear)
  return [...regular, ...new Set(shown)].sort(comparePeriods)
}
