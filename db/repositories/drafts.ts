import { hash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { type Store, sql } from '../store.ts'

/** Keeps a half-written value under its key, in place of the one before. Durable when it returns: drafts survive a killed process. */
export function saveDraft(store: Store, key: string, value: unknown, at: string): void {
  counted(store, () =>
    sql(
      store,
      'INSERT INTO drafts (key, value, saved_at) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value, saved_at = excluded.saved_at',
    ).run(key, JSON.stringify(value), at),
  )
}

/** Hash of all drafts as they stand: no log tells what they were. */
export function draftsHash(db: Database): string {
  const rows = db.prepare('SELECT key, value, saved_at FROM drafts ORDER BY key').raw().all()
  return hash('sha256', JSON.stringify(rows))
}

/** Drafts are not in the change log: a number of their own tells, with the one beside the file, that some were lost. */
function counted(store: Store, write: () => { changes: number }): void {
  const nested = store.db.inTransaction
  sql(store, nested ? 'SAVEPOINT draft' : 'BEGIN IMMEDIATE').run()
  try {
    let count: number | null = null
    if (write().changes > 0) {
      count = Number(
        sql(
          store,
          "INSERT INTO file_facts (key, value) VALUES ('drafts', '1') ON CONFLICT (key) DO UPDATE SET value = value + 1 RETURNING value",
        )
          .pluck()
          .get(),
      )
      sql(
        store,
        "INSERT INTO file_facts (key, value) VALUES ('drafts_hash', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
      ).run(draftsHash(store.db))
    }
    sql(store, nested ? 'RELEASE draft' : 'COMMIT').run()
    if (count !== null && !nested) store.counted(count, 'drafts')
  } catch (cause) {
    if (nested) store.db.exec('ROLLBACK TO draft; RELEASE draft')
    else if (store.db.inTransaction) store.db.exec('ROLLBACK')
    throw cause
  }
}

/** A draft, or null where there is none. */
export function loadDraft(store: Store, key: string): { value: unknown; savedAt: string } | null {
  const row = sql(store, 'SELECT value, saved_at AS "savedAt" FROM drafts WHERE key = ?').get(key) as
    | { value: string; savedAt: string }
    | undefined
  return row ? { value: JSON.parse(row.value), savedAt: row.savedAt } : null
}

/** Keys of all drafts, newest first. */
export function listDrafts(store: Store): { key: string; savedAt: string }[] {
  return sql(store, 'SELECT key, saved_at AS "savedAt" FROM drafts ORDER BY saved_at DESC').all() as {
    key: string
    savedAt: string
  }[]
}

/** Removes a draft; nothing happens where there is none. */
export function discardDraft(store: Store, key: string): void {
  counted(store, () => sql(store, 'DELETE FROM drafts WHERE key = ?').run(key))
}
