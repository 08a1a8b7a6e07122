import { sql } from 'drizzle-orm'
import { type AnySQLiteColumn, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { languages } from '#shared/domain/values.ts'
import { inList, isDay, marks } from './columns.ts'
import { meetings } from './meetings.ts'
import { bodies } from './partnership.ts'

export const packages = sqliteTable(
  'packages',
  {
    ...marks,
    bodyId: text('body_id')
      .notNull()
      .references(() => bodies.id, { onDelete: 'restrict' }),
    meetingId: text('meeting_id').references((): AnySQLiteColumn => meetings.id, { onDelete: 'restrict' }),
    withConfidential: integer('with_confidential', { mode: 'boolean' }).notNull().default(false),
    title: text('title').notNull(),
    language: text('language', { enum: languages }).notNull(),
    periodFrom: text('period_from').notNull(),
    periodTo: text('period_to').notNull(),
    version: integer('version').notNull(),
    madeOn: text('made_on').notNull(),
    madeBy: text('made_by'),
    dataStamp: text('data_stamp').notNull(),
    previousId: text('previous_id').references((): AnySQLiteColumn => packages.id, { onDelete: 'restrict' }),
    snapshotSha256: text('snapshot_sha256').notNull(),
  },
  (t) => [
    inList('packages_language', t.language, languages),
    isDay('packages_from', t.periodFrom),
    isDay('packages_to', t.periodTo),
    uniqueIndex('packages_version').on(t.bodyId, t.version).where(sql`deleted_at IS NULL`),
  ],
)
