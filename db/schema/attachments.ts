import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { attachmentKinds } from '#shared/domain/records/attachment.ts'
import { agendaItems } from './agenda-items.ts'
import { inList, marks } from './columns.ts'
import { commitments, deliveries } from './commitments.ts'
import { meetings } from './meetings.ts'
import { partners } from './partnership.ts'
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
    kind: text('kind', { enum: attachmentKinds }).notNull(),
    title: text('title').notNull(),
    fileName: text('file_name').notNull(),
    mime: text('mime').notNull(),
    size: integer('size').notNull(),
    sha256: text('sha256').notNull(),
    altText: text('alt_text'),
  },
  (t) => [
    inList('attachments_kind', t.kind, attachmentKinds),
    check(
      'attachments_one_home',
      sql`(${t.visitId} IS NULL) + (${t.itemId} IS NULL) + (${t.meetingId} IS NULL) + (${t.partnerId} IS NULL) + (${t.commitmentId} IS NULL) + (${t.deliveryId} IS NULL) = 5`,
    ),
    index('attachments_visit').on(t.visitId),
    index('attachments_item').on(t.itemId),
    index('attachments_meeting').on(t.meetingId),
    index('attachments_partner').on(t.partnerId),
    index('attachments_commitment').on(t.commitmentId),
    index('attachments_delivery').on(t.deliveryId),
  ],
)
