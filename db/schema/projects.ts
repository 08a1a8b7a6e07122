import { sql } from 'drizzle-orm'
import { type AnySQLiteColumn, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { currencies, lights, projectRoles, projectStatuses } from '#shared/domain/records/project.ts'
import { agendaItems, decisions } from './agenda-items.ts'
import { inList, isDay, isJson, marks } from './columns.ts'
import { partners, toPartner, toPerson } from './partnership.ts'
import { plans } from './plans.ts'

const toProject = () =>
  text('project_id')
    .notNull()
    .references(() => projects.id, { onDelete: 'restrict' })

export const projects = sqliteTable(
  'projects',
  {
    ...marks,
    planId: text('plan_id')
      .notNull()
      .references(() => plans.id, { onDelete: 'restrict' }),
    title: text('title').notNull(),
    number: text('number'),
    lighthouse: integer('lighthouse', { mode: 'boolean' }).notNull(),
    focusAreaIds: text('focus_area_ids', { mode: 'json' }).$type<string[]>().notNull(),
    crossCutting: integer('cross_cutting', { mode: 'boolean' }).notNull(),
    leadId: toPerson('lead_id'),
    startYear: integer('start_year').notNull(),
    startOn: text('start_on'),
    endPlannedOn: text('end_planned_on'),
    endActualOn: text('end_actual_on'),
    status: text('status', { enum: projectStatuses }).notNull(),
    budgetAmount: integer('budget_amount'),
    currency: text('currency', { enum: currencies }),
    nextDecisionId: text('next_decision_id').references(() => agendaItems.id, { onDelete: 'restrict' }),
    continuesAsId: text('continues_as_id').references((): AnySQLiteColumn => projects.id, { onDelete: 'restrict' }),
    description: text('description'),
    effect: text('effect'),
    sortTitle: text('sort_title').notNull(),
  },
  (t) => [
    inList('projects_status', t.status, projectStatuses),
    inList('projects_currency', t.currency, currencies),
    isJson('projects_areas', t.focusAreaIds),
    index('projects_title').on(t.sortTitle, t.id).where(sql`deleted_at IS NULL`),
    index('projects_year').on(t.startYear, t.id).where(sql`deleted_at IS NULL`),
    index('projects_next').on(t.nextDecisionId).where(sql`next_decision_id IS NOT NULL`),
    index('projects_continues').on(t.continuesAsId).where(sql`continues_as_id IS NOT NULL`),
  ],
)

export const projectPartners = sqliteTable(
  'project_partners',
  {
    ...marks,
    projectId: toProject(),
    partnerId: text('partner_id')
      .notNull()
      .references(() => partners.id, { onDelete: 'restrict' }),
    role: text('role', { enum: projectRoles }).notNull(),
    note: text('note'),
  },
  (t) => [
    inList('project_partners_role', t.role, projectRoles),
    index('project_partners_once').on(t.projectId, t.partnerId, t.role).where(sql`deleted_at IS NULL`),
    index('project_partners_partner').on(t.partnerId).where(sql`deleted_at IS NULL`),
  ],
)

export const financings = sqliteTable(
  'financings',
  {
    ...marks,
    projectId: toProject(),
    source: text('source').notNull(),
    partnerId: toPartner('partner_id'),
    amount: integer('amount').notNull(),
    granted: integer('granted', { mode: 'boolean' }).notNull(),
    note: text('note'),
  },
  (t) => [index('financings_project').on(t.projectId, t.granted, t.amount).where(sql`deleted_at IS NULL`)],
)

export const projectReports = sqliteTable(
  'project_reports',
  {
    ...marks,
    projectId: toProject(),
    reportedOn: text('reported_on').notNull(),
    light: text('light', { enum: lights }).notNull(),
    comment: text('comment'),
  },
  (t) => [
    inList('project_reports_light', t.light, lights),
    isDay('project_reports_day', t.reportedOn),
    index('project_reports_project').on(t.projectId, t.reportedOn, t.id).where(sql`deleted_at IS NULL`),
  ],
)

export const milestones = sqliteTable(
  'milestones',
  {
    ...marks,
    projectId: toProject(),
    position: integer('position').notNull(),
    title: text('title').notNull(),
    ownerId: toPerson('owner_id').notNull(),
    baselineOn: text('baseline_on').notNull(),
    baselineSetOn: text('baseline_set_on').notNull(),
    baselineDecisionId: text('baseline_decision_id').references(() => decisions.id, { onDelete: 'restrict' }),
    forecastOn: text('forecast_on'),
    actualOn: text('actual_on'),
    deviationReason: text('deviation_reason'),
    note: text('note'),
    /** Derived: the actual day, else the forecast, else the baseline. Lists are ordered by it. */
    standsOn: text('stands_on').notNull(),
    sortTitle: text('sort_title').notNull(),
  },
  (t) => [
    isDay('milestones_baseline', t.baselineOn),
    isDay('milestones_set', t.baselineSetOn),
    isDay('milestones_forecast', t.forecastOn),
    isDay('milestones_actual', t.actualOn),
    index('milestones_project').on(t.projectId, t.position).where(sql`deleted_at IS NULL`),
    index('milestones_stands').on(t.standsOn, t.id).where(sql`deleted_at IS NULL`),
    index('milestones_title').on(t.sortTitle, t.id).where(sql`deleted_at IS NULL`),
    index('milestones_waiting').on(t.standsOn).where(sql`deleted_at IS NULL AND actual_on IS NULL`),
    index('milestones_decision').on(t.baselineDecisionId).where(sql`baseline_decision_id IS NOT NULL`),
  ],
)

export const baselines = sqliteTable(
  'baselines',
  {
    ...marks,
    milestoneId: text('milestone_id')
      .notNull()
      .references(() => milestones.id, { onDelete: 'restrict' }),
    baselineOn: text('baseline_on').notNull(),
    setOn: text('set_on').notNull(),
    decisionId: text('decision_id').references(() => decisions.id, { onDelete: 'restrict' }),
    replacedOn: text('replaced_on').notNull(),
    reason: text('reason').notNull(),
  },
  (t) => [
    isDay('baselines_on', t.baselineOn),
    isDay('baselines_set', t.setOn),
    isDay('baselines_replaced', t.replacedOn),
    index('baselines_milestone').on(t.milestoneId, t.replacedOn).where(sql`deleted_at IS NULL`),
  ],
)
