import { sql } from 'drizzle-orm'
import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * One command's worth of changes: who, where, by which operation, and what it undid. `hash` is SHA-256 over these and the stamp, which
 * ties them to the entries: the chain of those says nothing of who made them.
 */
export const changeSets = sqliteTable(
  'change_sets',
  {
    stamp: text('stamp').primaryKey(),
    device: text('device').notNull(),
    actor: text('actor').notNull(),
    command: text('command').notNull(),
    undoes: text('undoes'),
    hash: blob('hash', { mode: 'buffer' }).notNull().default(sql`x''`),
  },
  (t) => [
    index('change_sets_actor').on(t.actor, t.stamp),
    index('change_sets_device').on(t.device, t.stamp),
    index('change_sets_undoes').on(t.undoes).where(sql`undoes IS NOT NULL`),
  ],
)

/**
 * Every change, in order. `field` is a column's name in the domain (`visitedOn`), or `*` where the record was made and
 * `value` is the whole record. `value` is JSON. `replaces` is the stamp of the value overwritten.
 * `hash` is SHA-256 over the hash before and this entry.
 */
export const changes = sqliteTable(
  'changes',
  {
    seq: integer('seq').primaryKey(),
    stamp: text('stamp')
      .notNull()
      .references(() => changeSets.stamp, { onDelete: 'restrict' }),
    entity: text('entity').notNull(),
    recordId: text('record_id').notNull(),
    field: text('field').notNull(),
    value: text('value').notNull(),
    replaces: text('replaces'),
    hash: blob('hash', { mode: 'buffer' }).notNull(),
  },
  (t) => [
    index('changes_record').on(t.recordId, t.field, t.stamp),
    index('changes_stamp').on(t.stamp),
    index('changes_entity').on(t.entity, t.stamp),
    // Removals and what was brought back: the trash reads nothing else.
    index('changes_removed').on(t.stamp).where(sql`field = 'deletedAt'`),
  ],
)

/** Bytes of attachments and snapshots under their SHA-256. */
export const blobs = sqliteTable('blobs', {
  sha256: text('sha256').primaryKey(),
  size: integer('size').notNull(),
  bytes: blob('bytes', { mode: 'buffer' }).notNull(),
})

/** Half-written text, on this device only: not in the change log, not in packages. */
export const drafts = sqliteTable('drafts', {
  key: text('key').primaryKey(),
  value: text('value').notNull(),
  savedAt: text('saved_at').notNull(),
})

/** Which record a row of the full-text index stands for. Derived: rebuilt from the tables at any time. */
export const searchRows = sqliteTable(
  'search_rows',
  {
    rowId: integer('row_id').primaryKey(),
    entity: text('entity').notNull(),
    recordId: text('record_id').notNull(),
  },
  (t) => [index('search_rows_record').on(t.recordId)],
)

/** Facts about the file itself: its id, the device that last wrote, how many commits it has seen. */
export const fileFacts = sqliteTable(
  'file_facts',
  { key: text('key').notNull(), value: text('value').notNull() },
  (t) => [primaryKey({ columns: [t.key] })],
)
