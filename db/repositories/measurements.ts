import type { MeasurementStatus } from '#shared/domain/records/indicator.ts'
import type { Day, Id } from '#shared/domain/values.ts'
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

/** A figure in force as rows show it: with why it is missing and when it was fetched. */
export interface CurrentFigure extends SeriesPoint {
  readonly missingReason: string | null
  readonly vintage: Day
}

/** The newest figure in force of an indicator in a region, and the one before it that has a value; of the whole, no part. Reads no more rows than it needs. */
export function latestFigures(
  store: Store,
  indicatorId: Id,
  regionCode: string,
): { readonly latest: CurrentFigure | null; readonly previous: CurrentFigure | null } {
  const rows = sql(
    store,
    `SELECT period, value, missing_reason AS "missingReason", status, vintage, series_break AS broken
     FROM measurements INDEXED BY measurements_series
     WHERE indicator_id = ? AND region_code = ? AND breakdown_code IS NULL AND deleted_at IS NULL
     ORDER BY period DESC, vintage DESC, id DESC`,
  ).iterate(indicatorId, regionCode) as IterableIterator<
    Omit<CurrentFigure, 'seriesBreak' | 'regionCode'> & { broken: 0 | 1 }
  >
  let latest: CurrentFigure | null = null
  let seen = ''
  for (const { period, value, missingReason, status, vintage, broken } of rows) {
    // Of each period the latest vintage comes first; the others were said before it.
    if (period === seen) continue
    seen = period
    const figure = { period, regionCode, value, missingReason, status, vintage, seriesBreak: broken === 1 }
    if (latest === null) latest = figure
    else if (value !== null) return { latest, previous: figure }
  }
  return { latest, previous: null }
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
