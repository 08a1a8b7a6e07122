import { type Store, sql } from '../store.ts'

/** Keeps a half-written value under its key, in place of the one before. Durable when it returns: drafts survive a killed process. */
export function saveDraft(store: Store, key: string, value: unknown, at: string): void {
  sql(
    store,
    'INSERT INTO drafts (key, value, saved_at) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value, saved_at = excluded.saved_at',
  ).run(key, JSON.stringify(value), at)
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
  sql(store, 'DELETE FROM drafts WHERE key = ?').run(key)
}
