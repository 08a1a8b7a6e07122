import type { Measurement, MeasurementStatus } from '#shared/domain/records/indicator.ts'
import type { Day, Id } from '#shared/domain/values.ts'
import { decode, entities } from '../entities.ts'
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

/** The region of `leadRegion`, of an indicator `i`. */
const leadRegionSql = `coalesce(i.region_codes ->> 0, (SELECT min(region_code) FROM measurements INDEXED BY measurements_series
  WHERE indicator_id = i.id AND deleted_at IS NULL))`
const leadSeries = `FROM measurements INDEXED BY measurements_series
  WHERE indicator_id = i.id AND region_code = ${leadRegionSql} AND breakdown_code IS NULL AND deleted_at IS NULL`

/**
 * Of indicators that have any, the newest figure in force of their lead region, and before it the newest that has a value; of the whole, no
 * part. One statement, which reads no more of a series than it needs: beside `max`, SQLite takes the other columns from the row that has it,
 * here of each period the latest vintage.
 */
export function latestFigures(
  store: Store,
  indicatorIds: readonly Id[],
): Map<Id, { readonly latest: CurrentFigure; readonly previous: CurrentFigure | null }> {
  const rows = sql(
    store,
    `SELECT i.id AS "indicatorId", m.period, m.region_code AS "regionCode", m.value, m.missing_reason AS "missingReason",
       m.status, m.vintage, m.series_break AS broken
     FROM json_each(?) hit CROSS JOIN indicators i ON i.id = hit.value CROSS JOIN measurements m ON m.rowid IN (
       SELECT row FROM (SELECT rowid AS row, value, max(vintage || id) ${leadSeries}
         GROUP BY period HAVING value IS NOT NULL OR period = (SELECT max(period) ${leadSeries})
         ORDER BY period DESC LIMIT 2))
     ORDER BY m.period DESC`,
  ).all(JSON.stringify(indicatorIds)) as (Omit<CurrentFigure, 'seriesBreak'> & { indicatorId: Id; broken: 0 | 1 })[]
  const newest = new Map<Id, { latest: CurrentFigure; previous: CurrentFigure | null }>()
  for (const { indicatorId, broken, ...row } of rows) {
    const figure = { ...row, seriesBreak: broken === 1 }
    const known = newest.get(indicatorId)
    if (known) known.previous = figure
    else newest.set(indicatorId, { latest: figure, previous: null })
  }
  return newest
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

const columns = entities.measurements.select
const shownFigure = (row: unknown) => decode('measurements', row as Record<string, unknown>)

/** Every vintage of one figure, the newest first. */
export function versionsOf(
  store: Store,
  of: Pick<Measurement, 'indicatorId' | 'regionCode' | 'period' | 'breakdownCode'>,
): Measurement[] {
  return sql(
    store,
    `SELECT ${columns} FROM measurements INDEXED BY measurements_series
     WHERE indicator_id = ? AND region_code = ? AND breakdown_code IS ? AND period = ? AND deleted_at IS NULL
     ORDER BY vintage DESC, id DESC`,
  )
    .all(of.indicatorId, of.regionCode, of.breakdownCode, of.period)
    .map(shownFigure)
}

/** Every vintage of an indicator's figures in a region and part, the newest of each period last. */
export function versionsOfSeries(
  store: Store,
  indicatorId: Id,
  regionCode: string,
  breakdownCode: string | null,
): Measurement[] {
  return sql(
    store,
    `SELECT ${columns} FROM measurements INDEXED BY measurements_series
     WHERE indicator_id = ? AND region_code = ? AND breakdown_code IS ? AND deleted_at IS NULL ORDER BY period, vintage, id`,
  )
    .all(indicatorId, regionCode, breakdownCode)
    .map(shownFigure)
}

/** Every figure in force of an indicator, of all regions and parts, by region, part and period. */
export function figuresInForce(store: Store, indicatorId: Id): Measurement[] {
  const rows = sql(
    store,
    `SELECT ${columns} FROM measurements INDEXED BY measurements_series
     WHERE indicator_id = ? AND deleted_at IS NULL ORDER BY region_code, breakdown_code, period, vintage, id`,
  ).all(indicatorId)
  return latestVintages(rows)
}

/** The figures in force of an indicator whose periods end in some years, of all regions, no parts; by region and period. */
export function figuresOfYears(store: Store, indicatorId: Id, fromYear: number, toYear: number): Measurement[] {
  const rows = sql(
    store,
    `SELECT ${columns} FROM measurements INDEXED BY measurements_series
     WHERE indicator_id = ? AND deleted_at IS NULL AND breakdown_code IS NULL
       AND CAST(substr(period, instr(period, '/') + 1, 4) AS INTEGER) BETWEEN ? AND ?
     ORDER BY region_code, breakdown_code, period, vintage, id`,
  ).all(indicatorId, fromYear, toYear)
  return latestVintages(rows)
}

/** Of each figure its latest vintage; they come in the order of the index. */
function latestVintages(rows: readonly unknown[]): Measurement[] {
  const figures: Measurement[] = []
  for (const row of rows) {
    const figure = shownFigure(row)
    const last = figures.at(-1)
    const same =
      last?.period === figure.period &&
      last.regionCode === figure.regionCode &&
      last.breakdownCode === figure.breakdownCode
    if (same) figures.pop()
    figures.push(figure)
  }
  return figures
}

/** Ids of every figure of an indicator, all vintages. */
export function idsOfFigures(store: Store, indicatorId: Id): Id[] {
  return sql(
    store,
    'SELECT id FROM measurements INDEXED BY measurements_series WHERE indicator_id = ? AND deleted_at IS NULL',
  )
    .pluck()
    .all(indicatorId) as Id[]
}

/** The periods that an indicator has figures of, as text in order. */
export function periodsOf(store: Store, indicatorId: Id): string[] {
  return sql(
    store,
    `SELECT DISTINCT period FROM measurements INDEXED BY measurements_series
     WHERE indicator_id = ? AND deleted_at IS NULL ORDER BY period`,
  )
    .pluck()
    .all(indicatorId) as string[]
}

/** True where an indicator has a value that is no rank: below one, or not whole. */
export function hasFractions(store: Store, indicatorId: Id): boolean {
  const found = sql(
    store,
    `SELECT 1 FROM measurements INDEXED BY measurements_series
     WHERE indicator_id = ? AND deleted_at IS NULL AND (value < 1 OR value <> round(value)) LIMIT 1`,
  ).get(indicatorId)
  return found !== undefined
}

/** True where an indicator has a figure of a part of its breakdown. */
export function hasParts(store: Store, indicatorId: Id): boolean {
  const found = sql(
    store,
    `SELECT 1 FROM measurements INDEXED BY measurements_series
     WHERE indicator_id = ? AND deleted_at IS NULL AND breakdown_code IS NOT NULL LIMIT 1`,
  ).get(indicatorId)
  return found !== undefined
}

/** Region codes that the file uses beside the public ones: of indicators and of figures. */
export function regionCodesInUse(store: Store): string[] {
  return sql(
    store,
    `SELECT DISTINCT c.value FROM indicators i CROSS JOIN json_each(i.region_codes) c WHERE i.deleted_at IS NULL
     UNION SELECT DISTINCT region_code FROM measurements WHERE deleted_at IS NULL ORDER BY 1`,
  )
    .pluck()
    .all() as string[]
}
