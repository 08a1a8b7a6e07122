import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Database } from 'better-sqlite3'
import { problem } from '#shared/contract/problem.ts'
import { changeSetHash } from './log-hashes.ts'

export interface Migration {
  /** 1, 2, 3 … without gaps; what `user_version` reads afterwards. */
  readonly number: number
  readonly name: string
  readonly sql: string
}

const fileName = /^(\d{4})_([a-z0-9_]+)\.sql$/

/** The migrations of a folder in order. Throws where a number is missing or given twice: a late-merged file is never skipped. */
export function readMigrations(folder: string): readonly Migration[] {
  const found = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => {
      const match = fileName.exec(file)
      if (!match?.[1] || !match[2]) throw new Error(`${file} is not named 0001_name.sql`)
      return { number: Number(match[1]), name: match[2], sql: readFileSync(`${folder}/${file}`, 'utf8') }
    })
  found.forEach((migration, index) => {
    if (migration.number !== index + 1) {
      throw new Error(`Migration ${index + 1} is missing or given twice: found ${migration.number} (${migration.name})`)
    }
  })
  return found
}

let bundled: readonly Migration[] | undefined
/** Fyr's own migrations: `db/migrations`, or the folder of that name beside the bundled worker. */
export function ownMigrations(): readonly Migration[] {
  bundled ??= readMigrations(fileURLToPath(new URL('./migrations/', import.meta.url)))
  return bundled
}

/**
 * Brings a database to the newest schema, or leaves it untouched.
 *
 * A newer file is refused. Otherwise a backup is made first; each migration runs in one IMMEDIATE transaction with its
 * `user_version`, foreign keys off outside it (inside, the pragma does nothing and a table rebuild would cascade),
 * `foreign_key_check` before the commit, and no table may lose a row unless the migration says `-- removes rows of TABLE`.
 *
 * @returns the version it had and has.
 * @throws ProblemError `newerFile`, or `internal` with the SQL error as its cause; the file is then as it was.
 */
export function migrate(
  db: Database,
  migrations: readonly Migration[],
  backup: (fromVersion: number) => void = () => {},
): { from: number; to: number } {
  const from = db.pragma('user_version', { simple: true }) as number
  const to = migrations.length
  if (from > to) throw problem('newerFile', 'problems.newerFile', { file: from, app: to })
  if (from === to) return { from, to }
  if (from > 0) backup(from)
  db.function(
    'change_set_hash',
    { deterministic: true, directOnly: true },
    changeSetHash as (...said: unknown[]) => Buffer,
  )
  const keys = db.pragma('foreign_keys', { simple: true }) as number
  db.pragma('foreign_keys = OFF')
  try {
    for (const migration of migrations.slice(from)) runOne(db, migration)
  } finally {
    db.pragma(`foreign_keys = ${keys ? 'ON' : 'OFF'}`)
  }
  return { from, to }
}

function runOne(db: Database, migration: Migration): void {
  const before = rowCounts(db)
  try {
    db.exec('BEGIN IMMEDIATE')
    db.exec(migration.sql)
    const orphans = db.pragma('foreign_key_check') as { table: string }[]
    if (orphans[0]) throw new Error(`${orphans.length} rows point nowhere, first in ${orphans[0].table}`)
    const after = rowCounts(db)
    for (const [table, rows] of before) {
      const left = after.get(table)
      if (left !== undefined && left < rows && !migration.sql.includes(`-- removes rows of ${table}`)) {
        throw new Error(`${table} would lose ${rows - left} of ${rows} rows`)
      }
    }
    db.pragma(`user_version = ${migration.number}`)
    db.exec('COMMIT')
  } catch (cause) {
    if (db.inTransaction) db.exec('ROLLBACK')
    throw Object.assign(problem('internal', 'problems.migrationFailed', { name: migration.name }), { cause })
  }
}

function rowCounts(db: Database): Map<string, number> {
  const tables = db
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_index%'",
    )
    .pluck()
    .all() as string[]
  return new Map(
    tables.map((table) => [table, db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number] as const),
  )
}
