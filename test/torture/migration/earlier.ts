/** Files as each earlier release of the schema would have left them: its tables, its rows, the log that its writer wrote. */
import Sqlite, { type Database } from 'better-sqlite3'
import { entities } from '#db/entities.ts'
import { applicationId } from '#db/header.ts'
import { chain } from '#db/log-hashes.ts'
import { type Migration, migrate } from '#db/migrate.ts'

const tablesIn = (db: Database) =>
  db
    .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all() as string[]
const columnsOf = (db: Database, table: string) =>
  db.prepare('SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0').pluck().all(table) as string[]

interface Logged {
  readonly stamp: string
  readonly entity: string
  readonly record_id: string
  readonly field: string
  readonly value: string
  readonly replaces: string | null
}

/**
 * Writes what a file of today holds to a new file of an earlier schema: what that schema has no table, no column or no word for is left
 * out, of the log too, whose hashes are those its writer would have made.
 *
 * @param until the migrations that had been released.
 */
export function asEarlier(now: Database, path: string, until: readonly Migration[]): void {
  const then = new Sqlite(path)
  try {
    migrate(then, until)
    then.pragma(`application_id = ${applicationId}`)
    then.pragma('foreign_keys = OFF')
    then.exec('BEGIN')
    const known = new Set(tablesIn(now))
    // The log is written anew; the full-text index is empty, as its texts stand nowhere to be copied from.
    const own = tablesIn(then).filter((name) => known.has(name) && name !== 'changes' && !name.startsWith('search_'))
    for (const table of own) copyRows(now, then, table)
    dropLoose(then)
    writeLog(now, then)
    then.exec('COMMIT')
  } finally {
    then.close()
  }
}

function copyRows(now: Database, then: Database, table: string): void {
  const has = new Set(columnsOf(now, table))
  const columns = columnsOf(then, table).filter((column) => has.has(column))
  const list = columns.map((column) => `"${column}"`).join(', ')
  const put = then.prepare(`INSERT OR REPLACE INTO ${table} (${list}) VALUES (${columns.map(() => '?').join(', ')})`)
  for (const row of now.prepare(`SELECT ${list} FROM ${table}`).raw().all() as unknown[][]) {
    try {
      put.run(row)
    } catch (cause) {
      // A word that the schema did not have yet, a thing that must have belonged to something.
      if (!String((cause as { code?: string }).code).startsWith('SQLITE_CONSTRAINT')) throw cause
    }
  }
}

/** Rows that belonged to something left out go too, and theirs. */
function dropLoose(then: Database): void {
  for (;;) {
    const loose = then.pragma('foreign_key_check') as { table: string; rowid: number | null }[]
    if (loose.length === 0) return
    for (const { table, rowid } of loose) {
      if (rowid === null) throw new Error(`${table} has no row numbers`)
      then.prepare(`DELETE FROM ${table} WHERE rowid = ?`).run(rowid)
    }
  }
}

/** Fields of each kind of record that the schema has, and the ids of its records. */
function kindsIn(then: Database) {
  const there = new Set(tablesIn(then))
  return new Map<string, { table: string; fields: ReadonlySet<string>; ids: ReadonlySet<string> }>(
    Object.values(entities)
      .filter(({ table }) => there.has(table))
      .map(({ name, table, logged }) => {
        const columns = new Set(columnsOf(then, table))
        const fields = [...logged].filter(([, { column }]) => columns.has(column)).map(([field]) => field)
        const ids = then.prepare(`SELECT id FROM ${table}`).pluck().all() as string[]
        return [name, { table, fields: new Set(['id', 'createdStamp', 'changedStamp', ...fields]), ids: new Set(ids) }]
      }),
  )
}

function writeLog(now: Database, then: Database): void {
  const kinds = kindsIn(then)
  const put = then.prepare(
    'INSERT INTO changes (stamp, entity, record_id, field, value, replaces, hash) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const last = new Map<string, { table: string; id: string; stamp: string }>()
  let before: Buffer = Buffer.alloc(32)
  for (const entry of now.prepare('SELECT * FROM changes ORDER BY seq').all() as Logged[]) {
    const kind = kinds.get(entry.entity)
    if (!kind?.ids.has(entry.record_id)) continue
    if (entry.field !== '*' && !kind.fields.has(entry.field)) continue
    const value = entry.field === '*' ? withOnly(entry.value, kind.fields) : entry.value
    before = chain(before, entry.stamp, entry.entity, entry.record_id, entry.field, value, entry.replaces)
    put.run(entry.stamp, entry.entity, entry.record_id, entry.field, value, entry.replaces, before)
    last.set(entry.record_id, { table: kind.table, id: entry.record_id, stamp: entry.stamp })
  }
  // A change of nothing but what was left out never was.
  for (const { table, id, stamp } of last.values()) {
    then.prepare(`UPDATE ${table} SET changed_stamp = ? WHERE id = ? AND changed_stamp <> ?`).run(stamp, id, stamp)
  }
  then.exec('DELETE FROM change_sets WHERE stamp NOT IN (SELECT stamp FROM changes)')
}

function withOnly(record: string, fields: ReadonlySet<string>): string {
  const whole = Object.entries(JSON.parse(record) as Record<string, unknown>)
  return JSON.stringify(Object.fromEntries(whole.filter(([field]) => fields.has(field))))
}
