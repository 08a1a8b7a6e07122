/** What papers hold of indicators and their figures. A part of `strategy-snapshot.ts`. */
import type { PaperGoal, PaperIndicator, SheetFigure } from '#shared/documents/strategy-snapshot.ts'
import { trendOf } from '#shared/domain/goal-series.ts'
import { comparePeriods } from '#shared/domain/periods.ts'
import type { Measurement } from '#shared/domain/records/indicator.ts'
import { regionName } from '#shared/domain/regions.ts'
import type { Country, Id } from '#shared/domain/values.ts'
import type { IndicatorRow } from './repositories/indicators.ts'
import { leadRegion } from './repositories/measurements.ts'
import type { Store } from './store.ts'

/** A text with the names in it masked; null stays null. */
export type Said = (text: string | null) => string | null

/** The figures of each indicator's first region, the whole and not a part of it, the oldest first. */
export function seriesReader(store: Store, indicators: readonly IndicatorRow[], figures: readonly Measurement[]) {
  const byIndicator = Map.groupBy(figures, ({ indicatorId }) => indicatorId)
  const regionOf = new Map(indicators.map(({ id, regionCodes }) => [id, leadRegion(store, id, regionCodes)]))
  return (id: Id | null): Measurement[] =>
    id === null
      ? []
      : (byIndicator.get(id) ?? [])
          .filter(({ regionCode, breakdownCode }) => breakdownCode === null && regionCode === regionOf.get(id))
          .sort((a, b) => comparePeriods(a.period, b.period))
}

/** A goal's series with what its reference says of the same periods. */
export function pointsOf(
  series: readonly Measurement[],
  reference: readonly Measurement[],
  said: Said,
): PaperGoal['series'] {
  const beside = new Map(reference.map(({ period, value }) => [period, value]))
  return series.map(({ period, value, status, seriesBreak, breakNote }) => ({
    period,
    value,
    status,
    breaks: seriesBreak,
    breakNote: said(breakNote),
    reference: beside.get(period) ?? null,
  }))
}

/** An indicator with its newest figure and its trend. */
export function indicatorPart(
  row: IndicatorRow,
  ofMainGoal: boolean,
  series: readonly Measurement[],
  said: Said,
): PaperIndicator {
  const known = series.flatMap(({ value, ...one }) => (value === null ? [] : [{ ...one, value }]))
  const newest = series.at(-1)
  const latest = known.at(-1)
  return {
    code: row.code,
    title: row.title,
    group: row.group,
    ofMainGoal,
    unit: row.unit,
    unitText: row.unitText,
    decimals: row.decimals,
    direction: row.direction,
    source: said(row.sourceName),
    frequency: row.frequency,
    availability: row.availability,
    nextExpectedOn: row.nextExpectedOn,
    daysOverdue: row.daysOverdue,
    responsible: row.responsibleName,
    definition: said(row.definition),
    goals: row.goals.map(({ code }) => code),
    latest: latest ? { value: latest.value, period: latest.period, status: latest.status } : null,
    missing: newest?.value === null ? { period: newest.period, reason: said(newest.missingReason) } : null,
    trend: trendOf(known, row),
  }
}

/** A figure as a row of the sheet, under its own id. */
export function figureRow(one: Measurement, codeOf: ReadonlyMap<Id, string>, country: Country, said: Said) {
  const row: SheetFigure = {
    indicator: codeOf.get(one.indicatorId) ?? '',
    region: regionName(one.regionCode, country),
    period: one.period,
    part: one.breakdownCode,
    value: one.value,
    missingReason: said(one.missingReason),
    status: one.status,
    vintage: one.vintage,
    breaks: one.seriesBreak,
    breakNote: said(one.breakNote),
    note: said(one.note),
  }
  return { id: one.id, row }
}
