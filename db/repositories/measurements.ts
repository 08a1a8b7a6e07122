import type { MeasurementStatus } from '#shared/domain/records/indicator.ts'
import type { Id } from '#shared/domain/values.ts'
import { type Store, sql } from '../store.ts'

/** A figure in force of one indicator and region, the whole and not a part of it; in the indicator's unit. */
export interface SeriesPoint {
  readonly period: string
  readonly regionCode: string
  /** Null where it is missing with a reason. */
  readonly value: number | null
  readonly status: MeasurementStatus
  readonly seriesBreak: boolean
}

/** The series in force of an indicator in a region, by period as text: of each period the figure of the latest vintage. Parts of a breakdown are left out. */
export function currentSeries(store: Store, indicatorId: Id, regionCode: string): SeriesPoint[] {
  const rows = sql(
    store,
    `SELECT period, value, status, series_break AS broken FROM measurements INDEXED BY measurements_series
     WHERE indicator_id = ? AND region_code = ? AND breakdown_code IS NULL AND deleted_at IS NULL ORDER BY period, vintage, id`,
  ).all(indicatorId, regionCode) as (Pick<SeriesPoint, 'period' | 'value' | 'status'> & { broken: 0 | 1 })[]
  const points: SeriesPoint[] = []
  for (const { period, value, status, broken } of rows) {
    // A later vintage of the same period takes the place of the one before it.
    if (points.at(-1)?.period === period) points.pop()
    points.push({ period, regionCode, value, status, seriesBreak: broken === 1 })
  }
  return points
}

/** The region that an indicator is held against: its first one; where it names none, the first that has figures. Null where there is neither. */
export function leadRegion(store: Store, indicatorId: Id, regionCodes: readonly string[]): string | null {
  const [first] = regionCodes
  if (first !== undefined) return first
  const found = sql(
    store,
    `SELECT region_code FROM measurements INDEXED BY measurements_series
     WHERE indicator_id = ? AND deleted_at IS NULL ORDER BY region_code LIMIT 1`,
  )
    .pluck()
    .get(indicatorId)
  return (found as string | undefined) ?? null
}

/** The latest period that an indicator has a value for, whichever the region or part; null where it has none. */
export function latestPeriod(store: Store, indicatorId: Id): string | null {
  const found = sql(
    store,
    `SELECT max(period) FROM measurements INDEXED BY measurements_series
     WHERE indicator_id = ? AND deleted_at IS NULL AND value IS NOT NULL`,
  )
    .pluck()
    .get(indicatorId)
  return (found as string | null | undefined) ?? null
}
