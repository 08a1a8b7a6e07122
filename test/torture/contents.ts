/** What a file holds, read plainly: the truth that a damaged, killed or restored file is held against. */
import { hash } from 'node:crypto'
import type { Database } from 'better-sqlite3'

/** Derived ones, and what opening a file counts up. */
const derived = /^(sqlite_|search_index|search_rows$)/

export function tablesOf(db: Database): string[] {
  const all = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all() as string[]
  return all.filter((name) => !derived.test(name))
}

/** Each table's rows as one hash. Rows are read in the order of their table, without any index. */
export function contentsOf(db: Database): Map<string, string> {
  return new Map(
    tablesOf(db).map((table) => {
      const rows: string[] = []
      const where = table === 'file_facts' ? " WHERE key <> 'opened'" : ''
      for (const row of db.prepare(`SELECT * FROM ${table} NOT INDEXED${where}`).raw().iterate()) {
        rows.push(
          (row as unknown[])
            .map((value) => (Buffer.isBuffer(value) ? value.toString('hex') : JSON.stringify(value)))
            .join(),
        )
      }
      // What an update moved to another place in its table is the same row.
      return [table, hash('sha256', rows.sort().join('\n'))]
    }),
  )
}

/** The tables whose rows differ. */
export function differing(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter((table) => one.get(table) !== other.get(table))
}
