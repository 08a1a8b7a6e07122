import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import {
  commitmentKinds,
  commitmentSources,
  commitmentStages,
  commitmentUnits,
  recurrences,
} from '#shared/domain/records/commitment.ts'
import { decisions } from './agenda-items.ts'
import { inList, isDay, marks } from './columns.ts'
import { partners, persons } from './partnership.ts'
import { projects } from './projects.ts'

export const commitments = sqliteTable(
  'commitments',
  {
    ...marks,
    partnerId: text('partner_id')
      .notNull()
      .references(() => partners.id, { onDelete: 'restrict' }),
    title: text('title').notNull(),
    kind: text('kind', { enum: commitmentKinds }).notNull(),
    amount: integer('amount'),
    unit: text('unit', { enum: commitmentUnits }),
    periodFrom: text('period_from').notNull(),
    periodTo: text('period_to').notNull(),
    recurrence: text('recurrence', { enum: recurrences }).notNull(),
    source: text('source', { enum: commitmentSources }).notNull(),
    sourceDecisionId: text('source_decision_id').references(() => decisions.id, { onDelete: 'restrict' }),
    stage: text('stage', { enum: commitmentStages }).notNull(),
    isPublic: integer('is_public', { mode: 'boolean' }).notNull(),
    withdrawnReason: text('withdrawn_reason'),
    note: text('note'),
    projectId: text('project_id').references(() => projects.id, { onDelete: 'restrict' }),
    sortTitle: text('sort_title').notNull(),
  },
  (t) => [
    inList('commitments_kind', t.kind, commitmentKinds),
    inList('commitments_unit', t.unit, commitmentUnits),
    inList('commitments_recurrence', t.recurrence, recurrences),
    inList('commitments_source', t.source, commitmentSources),
    inList('commitments_stage', t.stage, commitmentStages),
    isDay('commitments_from', t.periodFrom),
    isDay('commitments_to', t.periodTo),
    index('commitments_partner').on(t.partnerId, t.periodTo).where(sql`deleted_at IS NULL`),
    index('commitments_period').on(t.periodTo, t.id).where(sql`deleted_at IS NULL`),
    index('commitments_title').on(t.sortTitle, t.id).where(sql`deleted_at IS NULL`),
    index('commitments_decision').on(t.sourceDecisionId).where(sql`source_decision_id IS NOT NULL`),
    index('commitments_project').on(t.projectId).where(sql`project_id IS NOT NULL`),
  ],
)

export const deliveries = sqliteTable(
  'deliveries',
  {
    ...marks,
    commitmentId: text('commitment_id')
      .notNull()
      .references(() => commitments.id, { onDelete: 'restrict' }),
    deliveredOn: text('delivered_on').notNull(),
    amount: integer('amount'),
    description: text('description'),
    note: text('note'),
  },
  (t) => [
    isDay('deliveries_day', t.deliveredOn),
    index('deliveries_commitment').on(t.commitmentId, t.deliveredOn, t.amount).where(sql`deleted_at IS NULL`),
  ],
)

export const affiliations = sqliteTable(
  'affiliations',
  {
    ...marks,
    personId: text('person_id')
      .notNull()
      .references(() => persons.id, { onDelete: 'restrict' }),
    partnerId: text('partner_id')
      .notNull()
      .references(() => partners.id, { onDelete: 'restrict' }),
    roleTitle: text('role_title'),
    isContact: integer('is_contact', { mode: 'boolean' }).notNull(),
    from: text('from_day').notNull(),
    to: text('to_day'),
  },
  (t) => [
    isDay('affiliations_from', t.from),
    index('affiliations_partner').on(t.partnerId, t.from).where(sql`deleted_at IS NULL`),
    index('affiliations_person').on(t.personId).where(sql`deleted_at IS NULL`),
  ],
)
