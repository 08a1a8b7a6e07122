import { sql } from 'drizzle-orm'
import { type AnySQLiteColumn, check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { attachmentKinds } from '#shared/domain/records/attachment.ts'
import { archiveStatuses, documentKinds, publicities, retentions } from '#shared/domain/records/document.ts'
import { languages } from '#shared/domain/values.ts'
import { agendaItems } from './agenda-items.ts'
import { inList, marks } from './columns.ts'
import { commitments, deliveries } from './commitments.ts'
import { meetings } from './meetings.ts'
import { partners } from './partnership.ts'
import { plans } from './plans.ts'
import { milestones, projects } from './projects.ts'
import { visits } from './visits.ts'

export const attachments = sqliteTable(
  'attachments',
  {
    ...marks,
    visitId: text('visit_id').references(() => visits.id, { onDelete: 'restrict' }),
    itemId: text('item_id').references(() => agendaItems.id, { onDelete: 'restrict' }),
    meetingId: text('meeting_id').references(() => meetings.id, { onDelete: 'restrict' }),
    partnerId: text('partner_id').references(() => partners.id, { onDelete: 'restrict' }),
    commitmentId: text('commitment_id').references(() => commitments.id, { onDelete: 'restrict' }),
    deliveryId: text('delivery_id').references(() => deliveries.id, { onDelete: 'restrict' }),
    projectId: text('project_id').references(() => projects.id, { onDelete: 'restrict' }),
    milestoneId: text('milestone_id').references(() => milestones.id, { onDelete: 'restrict' }),
    planId: text('plan_id').references(() => plans.id, { onDelete: 'restrict' }),
    kind: text('kind', { enum: attachmentKinds }).notNull(),
    title: text('title').notNull(),
    fileName: text('file_name').notNull(),
    mime: text('mime').notNull(),
    size: integer('size').notNull(),
    sha256: text('sha256').notNull(),
    altText: text('alt_text'),
    // Defaults are what a file kept before documents existed is; replaying its log gives the same.
    documentKind: text('document_kind', { enum: documentKinds }).notNull().default('attachment'),
    language: text('language', { enum: languages }),
    madeOn: text('made_on'),
    supersedesId: text('supersedes_id').references((): AnySQLiteColumn => attachments.id, { onDelete: 'restrict' }),
    publicity: text('publicity', { enum: publicities }).notNull().default('public'),
    exemptionReason: text('exemption_reason'),
    retention: text('retention', { enum: retentions }).notNull().default('preserve'),
    disposeOn: text('dispose_on'),
    archiveStatus: text('archive_status', { enum: archiveStatuses }).notNull().default('current'),
    disposedOn: text('disposed_on'),
    disposedReason: text('disposed_reason'),
  },
  (t) => [
    inList('attachments_kind', t.kind, attachmentKinds),
    inList('attachments_document', t.documentKind, documentKinds),
    inList('attachments_language', t.language, languages),
    inList('attachments_publicity', t.publicity, publicities),
    inList('attachments_retention', t.retention, retentions),
    inList('attachments_archive', t.archiveStatus, archiveStatuses),
    check(
      'attachments_one_home',
      sql`(${t.visitId} IS NULL) + (${t.itemId} IS NULL) + (${t.meetingId} IS NULL) + (${t.partnerId} IS NULL) + (${t.commitmentId} IS NULL) + (${t.deliveryId} IS NULL) + (${t.projectId} IS NULL) + (${t.milestoneId} IS NULL) + (${t.planId} IS NULL) >= 8`,
    ),
    index('attachments_visit').on(t.visitId),
    index('attachments_item').on(t.itemId),
    index('attachments_meeting').on(t.meetingId),
    index('attachments_partner').on(t.partnerId),
    index('attachments_commitment').on(t.commitmentId),
    index('attachments_delivery').on(t.deliveryId),
    index('attachments_project').on(t.projectId).where(sql`project_id IS NOT NULL`),
    index('attachments_milestone').on(t.milestoneId).where(sql`milestone_id IS NOT NULL`),
    index('attachments_plan').on(t.planId).where(sql`plan_id IS NOT NULL`),
    // The register of documents is read along it: the day on the document, else the stamp of its adding. drizzle-kit cuts at commas.
    index('attachments_made')
      .on(sql`CASE WHEN made_on IS NULL THEN created_stamp ELSE made_on END`, t.id)
      .where(sql`deleted_at IS NULL`),
    index('attachments_supersedes').on(t.supersedesId).where(sql`supersedes_id IS NOT NULL`),
  ],
)
