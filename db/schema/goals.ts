import { sql } from 'drizzle-orm'
import { type AnySQLiteColumn, check, index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { activityStatuses, comparators, goalStatuses, targetKinds } from '#shared/domain/records/goal.ts'
import { indicatorUnits } from '#shared/domain/records/indicator.ts'
import { decisions } from './agenda-items.ts'
import { inList, isDay, isJson, marks } from './columns.ts'
import { commitments } from './commitments.ts'
import { indicators } from './indicators.ts'
import { toPerson } from './partnership.ts'
import { focusAreas, toPlan } from './plans.ts'
import { milestones, projects } from './projects.ts'
import { followUps, visits } from './visits.ts'

const toArea = () => text('focus_area_id').references(() => focusAreas.id, { onDelete: 'restrict' })
const toGoal = () => text('goal_id').references(() => goals.id, { onDelete: 'restrict' })

export const goals = sqliteTable(
  'goals',
  {
    ...marks,
    planId: toPlan(),
    focusAreaId: toArea(),
    parentId: text('parent_id').references((): AnySQLiteColumn => goals.id, { onDelete: 'restrict' }),
    code: text('code').notNull(),
    title: text('title').notNull(),
    position: integer('position').notNull(),
    definition: text('definition'),
    targetKind: text('target_kind', { enum: targetKinds }).notNull(),
    targetValue: real('target_value'),
    targetUnit: text('target_unit', { enum: indicatorUnits }),
    comparator: text('comparator', { enum: comparators }),
    baselineValue: real('baseline_value'),
    baselineUnit: text('baseline_unit', { enum: indicatorUnits }),
    baselinePeriod: text('baseline_period'),
    baselineSource: text('baseline_source'),
    referenceId: text('reference_id').references(() => indicators.id, { onDelete: 'restrict' }),
    referenceText: text('reference_text'),
    targetPeriod: text('target_period'),
    deadline: text('deadline'),
    test: text('test'),
    responsibleId: toPerson('responsible_id'),
    status: text('status', { enum: goalStatuses }),
    statusComment: text('status_comment'),
    statusOn: text('status_on'),
    leadIndicatorId: text('lead_indicator_id').references(() => indicators.id, { onDelete: 'restrict' }),
    strategyIntro: text('strategy_intro'),
    previousId: text('previous_id').references((): AnySQLiteColumn => goals.id, { onDelete: 'restrict' }),
    sortTitle: text('sort_title').notNull(),
  },
  (t) => [
    inList('goals_kind', t.targetKind, targetKinds),
    inList('goals_unit', t.targetUnit, indicatorUnits),
    inList('goals_base_unit', t.baselineUnit, indicatorUnits),
    inList('goals_comparator', t.comparator, comparators),
    inList('goals_status', t.status, goalStatuses),
    isDay('goals_deadline', t.deadline),
    isDay('goals_status_on', t.statusOn),
    index('goals_plan').on(t.planId, t.position, t.id).where(sql`deleted_at IS NULL`),
    index('goals_title').on(t.sortTitle, t.id).where(sql`deleted_at IS NULL`),
    index('goals_lead').on(t.leadIndicatorId).where(sql`lead_indicator_id IS NOT NULL`),
    index('goals_previous').on(t.previousId).where(sql`previous_id IS NOT NULL`),
  ],
)

export const wordings = sqliteTable(
  'wordings',
  {
    ...marks,
    planId: toPlan(),
    goalId: toGoal(),
    text: text('text').notNull(),
    sourceDocument: text('source_document'),
    place: text('place'),
    inForce: integer('in_force', { mode: 'boolean' }).notNull(),
    targetValue: real('target_value'),
  },
  (t) => [index('wordings_plan').on(t.planId, t.goalId).where(sql`deleted_at IS NULL`)],
)

export const strategies = sqliteTable(
  'strategies',
  {
    ...marks,
    planId: toPlan(),
    goalId: toGoal(),
    focusAreaId: toArea(),
    position: integer('position').notNull(),
    text: text('text').notNull(),
    examples: text('examples', { mode: 'json' }).$type<string[]>().notNull(),
  },
  (t) => [
    isJson('strategies_examples', t.examples),
    index('strategies_plan').on(t.planId, t.position).where(sql`deleted_at IS NULL`),
  ],
)

export const activities = sqliteTable(
  'activities',
  {
    ...marks,
    planId: toPlan(),
    focusAreaId: toArea(),
    goalId: toGoal(),
    strategyId: text('strategy_id').references(() => strategies.id, { onDelete: 'restrict' }),
    code: text('code'),
    title: text('title').notNull(),
    year: integer('year'),
    responsibleId: toPerson('responsible_id'),
    status: text('status', { enum: activityStatuses }).notNull(),
    statusComment: text('status_comment'),
    statusOn: text('status_on'),
    dueOn: text('due_on'),
    dependsOn: text('depends_on'),
    previousId: text('previous_id').references((): AnySQLiteColumn => activities.id, { onDelete: 'restrict' }),
    sortTitle: text('sort_title').notNull(),
  },
  (t) => [
    inList('activities_status', t.status, activityStatuses),
    isDay('activities_status_on', t.statusOn),
    isDay('activities_due', t.dueOn),
    index('activities_plan').on(t.planId, t.id).where(sql`deleted_at IS NULL`),
    index('activities_goal').on(t.goalId).where(sql`goal_id IS NOT NULL AND deleted_at IS NULL`),
  ],
)

export const goalLinks = sqliteTable(
  'goal_links',
  {
    ...marks,
    goalId: text('goal_id')
      .notNull()
      .references(() => goals.id, { onDelete: 'restrict' }),
    commitmentId: text('commitment_id').references(() => commitments.id, { onDelete: 'restrict' }),
    projectId: text('project_id').references(() => projects.id, { onDelete: 'restrict' }),
    milestoneId: text('milestone_id').references(() => milestones.id, { onDelete: 'restrict' }),
    decisionId: text('decision_id').references(() => decisions.id, { onDelete: 'restrict' }),
    visitId: text('visit_id').references(() => visits.id, { onDelete: 'restrict' }),
    followUpId: text('follow_up_id').references(() => followUps.id, { onDelete: 'restrict' }),
    indicatorId: text('indicator_id').references(() => indicators.id, { onDelete: 'restrict' }),
    note: text('note'),
  },
  (t) => [
    check(
      'goal_links_one',
      sql`(${t.commitmentId} IS NULL) + (${t.projectId} IS NULL) + (${t.milestoneId} IS NULL) + (${t.decisionId} IS NULL) + (${t.visitId} IS NULL) + (${t.followUpId} IS NULL) + (${t.indicatorId} IS NULL) = 6`,
    ),
    index('goal_links_goal').on(t.goalId).where(sql`deleted_at IS NULL`),
    index('goal_links_commitment').on(t.commitmentId).where(sql`commitment_id IS NOT NULL AND deleted_at IS NULL`),
    index('goal_links_project').on(t.projectId).where(sql`project_id IS NOT NULL AND deleted_at IS NULL`),
    index('goal_links_milestone').on(t.milestoneId).where(sql`milestone_id IS NOT NULL AND deleted_at IS NULL`),
    index('goal_links_decision').on(t.decisionId).where(sql`decision_id IS NOT NULL AND deleted_at IS NULL`),
    index('goal_links_visit').on(t.visitId).where(sql`visit_id IS NOT NULL AND deleted_at IS NULL`),
    index('goal_links_follow_up').on(t.followUpId).where(sql`follow_up_id IS NOT NULL AND deleted_at IS NULL`),
    index('goal_links_indicator').on(t.indicatorId).where(sql`indicator_id IS NOT NULL AND deleted_at IS NULL`),
  ],
)
