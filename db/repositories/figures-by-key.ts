import type { Measurement } from '#shared/domain/records/indicator.ts'
import { decode, entities } from '../entities.ts'
import { type Store, sql } from '../store.ts'

/** What tells one figure of an indicator from another; its vintages share it. */
export type FigureKey = Pick<Measurement, 'indicatorId' | 'regionCode' | 'breakdownCode' | 'period'>

/** Every vintage of some figures, each once, in one statement however many there are. */
export function vintagesOf(store: Store, keys: readonly FigureKey[]): Measurement[] {
  const columns = entities.measurements.select.replaceAll(/(^|, )(\w+) AS/g, '$1m.$2 AS')
  const rows = sql(
    store,
    `SELECT ${columns} FROM json_each(?) k CROSS JOIN measurements m INDEXED BY measurements_series
       ON m.indicator_id = k.value ->> 0 AND m.region_code = k.value ->> 1 AND m.breakdown_code IS k.value ->> 2
       AND m.period = k.value ->> 3
     WHERE m.deleted_at IS NULL`,
  ).all(
    JSON.stringify(
      keys.map(({ indicatorId, regionCode, breakdownCode, period }) => [
        indicatorId,
        regionCode,
        breakdownCode,
        period,
      ]),
    ),
  )
  return rows.map((row) => decode('measurements', row as Record<string, unknown>))
}
