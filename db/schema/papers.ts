import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { paperKinds } from '#shared/domain/records/meeting.ts'
import { languages } from '#shared/domain/values.ts'
import { decisions } from './agenda-items.ts'
import { inList, marks } from './columns.ts'
import { toMeeting } from './meetings.ts'
import { bodies } from './partnership.ts'

export const papers = sqliteTable(
  'papers',
  {
    ...marks,
    meetingId: toMeeting('meeting_id'),
    bodyId: text('body_id')
      .notNull()
      .references(() => bodies.id, { onDelete: 'restrict' }),
    kind: text('kind', { enum: paperKinds }).notNull(),
    decisionId: text('decision_id').references(() => decisions.id, { onDelete: 'restrict' }),
    language: text('language', { enum: languages }).notNull(),
    format: text('format', { enum: ['docx', 'eml', 'ics'] }).notNull(),
    redacted: integer('redacted', { mode: 'boolean' }).notNull(),
    fileName: text('file_name').notNull(),
    sha256: text('sha256').notNull(),
    size: integer('size').notNull(),
    version: integer('version').notNull(),
    madeOn: text('made_on').notNull(),
    madeBy: text('made_by'),
    dataStamp: text('data_stamp').notNull(),
  },
  (t) => [
    inList('papers_kind', t.kind, paperKinds),
    inList('papers_language', t.language, languages),
    index('papers_meeting').on(t.meetingId, t.kind, t.version),
    index('papers_made').on(t.madeOn, t.id).where(sql`deleted_at IS NULL`),
  ],
)
