import { sql } from 'drizzle-orm'
import { type AnySQLiteColumn, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { planStatuses } from '#shared/domain/records/plan.ts'
import { countries, languages } from '#shared/domain/values.ts'
import { inList, isDay, isJson, marks } from './columns.ts'
import { toPerson } from './partnership.ts'

export const toPlan = () =>
  text('plan_id')
    .notNull()
    .references(() => plans.id, { onDelete: 'restrict' })

export const plans = sqliteTable(
  'plans',
  {
    ...marks,
    title: text('title').notNull(),
    versionLabel: text('version_label'),
    periodFrom: integer('period_from'),
    periodTo: integer('period_to'),
    status: text('status', { enum: planStatuses }).notNull(),
    areaLabel: text('area_label'),
    organisation: text('organisation'),
    country: text('country', { enum: countries }),
    language: text('language', { enum: languages }),
    adoptedBy: text('adopted_by'),
    adoptedOn: text('adopted_on'),
    vision: text('vision'),
    mission: text('mission'),
    mainGoal: text('main_goal'),
    values: text('value_list', { mode: 'json' }).$type<string[]>().notNull().default([]),
    previousVersionId: text('previous_version_id').references((): AnySQLiteColumn => plans.id, {
      onDelete: 'restrict',
    }),
    goalLabel: text('goal_label'),
    subGoalLabel: text('sub_goal_label'),
    strategyLabel: text('strategy_label'),
    activityLabel: text('activity_label'),
  },
  (t) => [
    inList('plans_status', t.status, planStatuses),
    inList('plans_country', t.country, countries),
    inList('plans_language', t.language, languages),
    isDay('plans_adopted', t.adoptedOn),
    isJson('plans_values', t.values),
    index('plans_previous').on(t.previousVersionId).where(sql`previous_version_id IS NOT NULL`),
  ],
)

export const focusAreas = sqliteTable(
  'focus_areas',
  {
    ...marks,
    planId: toPlan(),
    number: integer('number').notNull(),
    title: text('title').notNull(),
    description: text('description'),
    responsibleId: toPerson('responsible_id'),
    titleVariants: text('title_variants', { mode: 'json' })
      .$type<{ text: string; source: string | null }[]>()
      .notNull()
      .default([]),
    strategyIntro: text('strategy_intro'),
    previousId: text('previous_id').references((): AnySQLiteColumn => focusAreas.id, { onDelete: 'restrict' }),
  },
  (t) => [
    isJson('focus_areas_variants', t.titleVariants),
    index('focus_areas_number').on(t.planId, t.number).where(sql`deleted_at IS NULL`),
  ],
)

export const planSections = sqliteTable(
  'plan_sections',
  {
    ...marks,
    planId: toPlan(),
    position: integer('position').notNull(),
    title: text('title').notNull(),
    lines: text('lines', { mode: 'json' }).$type<string[]>().notNull(),
  },
  (t) => [
    isJson('plan_sections_lines', t.lines),
    index('plan_sections_plan').on(t.planId, t.position).where(sql`deleted_at IS NULL`),
  ],
)
