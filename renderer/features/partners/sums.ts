import type { OutputOf } from '#shared/contract/dispatcher.ts'
import { type CommitmentUnit, commitmentUnits } from '#shared/domain/records/commitment.ts'

export type Cell = OutputOf<'commitments.matrix'>['cells'][number]
export type CommitmentRow = OutputOf<'commitments.list'>['rows'][number]
export interface Pair {
  readonly pledged: number
  readonly delivered: number
}
export interface UnitSum extends Pair {
  readonly unit: CommitmentUnit
  readonly remaining: number
  readonly over: number
}

/** Whole numbers added, so every sum is exact. */
export function sumOf(pairs: readonly Pair[]): Pair {
  return pairs.reduce<Pair>(
    (sum, one) => ({ pledged: sum.pledged + one.pledged, delivered: sum.delivered + one.delivered }),
    { pledged: 0, delivered: 0 },
  )
}

/** The units that have anything to show, in the order of the list of units. */
export function unitsIn(cells: readonly Cell[]): CommitmentUnit[] {
  return commitmentUnits.filter((unit) => cells.some((cell) => cell.unit === unit && (cell.pledged || cell.delivered)))
}

/** One sum per year of a unit, oldest first. */
export function byYear(cells: readonly Cell[], unit: CommitmentUnit): (Pair & { readonly year: number })[] {
  const years = Map.groupBy(
    cells.filter((cell) => cell.unit === unit),
    (cell) => cell.year,
  )
  return [...years].sort(([a], [b]) => a - b).map(([year, own]) => ({ year, ...sumOf(own) }))
}

/** What rows of the register come to, per unit. What is proposed, withdrawn or not counted is in no sum. */
export function sumsOfRows(rows: readonly CommitmentRow[]): UnitSum[] {
  return commitmentUnits.flatMap((unit) => {
    const own = rows.filter((row) => row.unit === unit && row.pledged !== null && row.stage === 'promised')
    if (own.length === 0) return []
    const total = (pick: (row: CommitmentRow) => number) => own.reduce((sum, row) => sum + pick(row), 0)
    return [
      {
        unit,
        pledged: total((row) => row.pledged ?? 0),
        delivered: total((row) => row.delivered),
        remaining: total((row) => row.remaining ?? 0),
        over: total((row) => row.over),
      },
    ]
  })
}
