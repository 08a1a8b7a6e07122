import { sql } from 'drizzle-orm'
import { index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import {
  availabilities,
  breakdowns,
  directions,
  frequencies,
  indicatorUnits,
  measurementStatuses,
} from '#shared/domain/records/indicator.ts'
import { inList, isDay, isJson, marks } from './columns.ts'
import { toPerson } from './partnership.ts'
import { plans } from './plans.ts'

export const indicators = sqliteTable(
  'indicators',
  {
    ...marks,
    code: text('code').notNull(),
    title: text('title').notNull(),
    planId: text('plan_id').references(() => plans.id, { onDelete: 'restrict' }),
    group: text('group_name'),
    unit: text('unit', { enum: indicatorUnits }).notNull(),
    unitText: text('unit_text'),
    decimals: integer('decimals').notNull(),
    direction: text('direction', { enum: directions }).notNull(),
    sourceName: text('source_name'),
    sourceUrl: text('source_url'),
    sourceTable: text('source_table'),
    frequency: text('frequency', { enum: frequencies }).notNull(),
    availability: text('availability', { enum: availabilities }).notNull(),
    regionCodes: text('region_codes', { mode: 'json' }).$type<string[]>().notNull(),
    breakdown: text('breakdown', { enum: breakdowns }).notNull(),
    definition: text('definition'),
    calculation: text('calculation'),
    responsibleId: toPerson('responsible_id'),
    nextExpectedOn: text('next_expected_on'),
    jumpFactor: real('jump_factor'),
    sortTitle: text('sort_title').notNull(),
    /** Derived: the code with its numbers padded, so that I-1.1.10 comes after I-1.1.9. */
    sortCode: text('sort_code').notNull(),
  },
  (t) => [
    inList('indicators_unit', t.unit, indicatorUnits),
    inList('indicators_direction', t.direction, directions),
    inList('indicators_frequency', t.frequency, frequencies),
    inList('indicators_availability', t.availability, availabilities),
    inList('indicators_breakdown', t.breakdown, breakdowns),
    isJson('indicators_regions', t.regionCodes),
    isDay('indicators_next', t.nextExpectedOn),
    index('indicators_code').on(t.sortCode, t.id).where(sql`deleted_at IS NULL`),
    index('indicators_title').on(t.sortTitle, t.id).where(sql`deleted_at IS NULL`),
    index('indicators_plan').on(t.planId).where(sql`plan_id IS NOT NULL`),
    index('indicators_expected').on(t.nextExpectedOn).where(sql`deleted_at IS NULL AND next_expected_on IS NOT NULL`),
  ],
)

export const measurements = sqliteTable(
  'measurements',
  {
    ...marks,
    indicatorId: text('indicator_id')
      .notNull()
      .references(() => indicators.id, { onDelete: 'restrict' }),
    regionCode: text('region_code').notNull(),
    period: text('period').notNull(),
    breakdownCode: text('breakdown_code'),
    value: real('value'),
    missingReason: text('missing_reason'),
    status: text('status', { enum: measurementStatuses }).notNull(),
    vintage: text('vintage').notNull(),
    seriesBreak: integer('series_break', { mode: 'boolean' }).notNull(),
    breakNote: text('break_note'),
    sourceDocument: text('source_document'),
    enteredBy: text('entered_by'),
    note: text('note'),
  },
  (t) => [
    inList('measurements_status', t.status, measurementStatuses),
    isDay('measurements_vintage', t.vintage),
    index('measurements_series')
      .on(t.indicatorId, t.regionCode, t.breakdownCode, t.period, t.vintage)
      .where(sql`deleted_at IS NULL`),
  ],
)
