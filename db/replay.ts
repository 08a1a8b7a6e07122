/** Replaying the log from nothing gives the tables, byte for byte: the invariant behind history, undo, checking and merging. */
import Sqlite, { type Database } from 'better-sqlite3'
import type { Country } from '#shared/domain/values.ts'
import { chain } from './changes.ts'
import { type EntityName, entities } from './entities.ts'
import { type Migration, migrate, ownMigrations } from './migrate.ts'
import { insertRow, updateRow } from './rows.ts'

interface Row {
  seq: number
  stamp: string
  entity: EntityName
  record_id: string
  field: string
  value: string
  replaces: string | null
  hash: Buffer
}
export interface Difference {
  readonly kind: 'hash' | 'row' | 'missing' | 'extra' | 'blob'
  readonly entity: string
  readonly id: string
  readonly detail: string
}

/**
 * Replays a file's log into an empty database and compares every table with it; checks the hash chain on the way.
 *
 * @returns what differs, at most `most` findings; empty where log and tables agree.
 */
export function compareWithLog(
  db: Database,
  most = 20,
  migrations: readonly Migration[] = ownMigrations(),
): Difference[] {
  const found: Difference[] = []
  const rebuilt = new Sqlite(':memory:')
  try {
    migrate(rebuilt, migrations)
    rebuilt.pragma('foreign_keys = OFF')
    const country = (db.prepare('SELECT country FROM partnership').pluck().get() as Country | undefined) ?? 'NO'
    replay(db, rebuilt, country, found)
    for (const entity of Object.values(entities)) compareTable(db, rebuilt, entity.table, most, found)
  } finally {
    rebuilt.close()
  }
  return found.slice(0, most)
}

/** Whether the newest entries of the log are chained to each other: cheap, and what a torn end would break first. */
export function lastLinksHold(db: Database, most = 1000): boolean {
  const rows = db
    .prepare('SELECT * FROM (SELECT * FROM changes ORDER BY seq DESC LIMIT ?) ORDER BY seq')
    .all(most) as Row[]
  return rows.every((row, at) => {
    const before = at > 0 ? rows[at - 1]?.hash : row.seq === 1 ? Buffer.alloc(32) : undefined
    if (!before) return true
    return chain(before, row.stamp, row.entity, row.record_id, row.field, row.value, row.replaces).equals(row.hash)
  })
}

function replay(from: Database, into: Database, country: Country, found: Difference[]): void {
  const store = { db: into, country }
  let before: Buffer = Buffer.alloc(32)
  const current = new Map<string, Record<string, unknown>>()
  into.exec('BEGIN')
  for (const row of from.prepare('SELECT * FROM changes ORDER BY seq').iterate() as IterableIterator<Row>) {
    const hash = chain(before, row.stamp, row.entity, row.record_id, row.field, row.value, row.replaces)
    if (!hash.equals(row.hash))
      found.push({ kind: 'hash', entity: row.entity, id: row.record_id, detail: `entry ${row.seq}` })
    before = row.hash
    const entity = entities[row.entity]
    if (!entity) {
      found.push({ kind: 'row', entity: row.entity, id: row.record_id, detail: `unknown entity in entry ${row.seq}` })
      continue
    }
    const value: unknown = JSON.parse(row.value)
    if (row.field === '*') {
      const record = { ...entity.initial, ...(value as Record<string, unknown>) }
      current.set(row.record_id, record)
      insertRow(store, entity, row.record_id, record, row.stamp)
      continue
    }
    const record = current.get(row.record_id)
    const column = entity.logged.get(row.field)
    if (!record || !column) {
      found.push({
        kind: 'row',
        entity: row.entity,
        id: row.record_id,
        detail: `entry ${row.seq} changes what was never made`,
      })
      continue
    }
    record[row.field] = value
    updateRow(store, entity, row.record_id, record, [column], row.stamp)
  }
  into.exec('COMMIT')
}

function compareTable(left: Database, right: Database, table: string, most: number, found: Difference[]): void {
  const text = `SELECT * FROM ${table} ORDER BY id`
  const rows = left.prepare(text).iterate() as IterableIterator<Record<string, unknown>>
  const expected = right.prepare(text).iterate() as IterableIterator<Record<string, unknown>>
  let a = rows.next()
  let b = expected.next()
  while ((!a.done || !b.done) && found.length < most) {
    const [idA, idB] = [a.done ? undefined : String(a.value.id), b.done ? undefined : String(b.value.id)]
    if (idA !== undefined && (idB === undefined || idA < idB)) {
      found.push({ kind: 'extra', entity: table, id: idA, detail: 'in the table, not in the log' })
      a = rows.next()
    } else if (idB !== undefined && (idA === undefined || idB < idA)) {
      found.push({ kind: 'missing', entity: table, id: idB, detail: 'in the log, not in the table' })
      b = expected.next()
    } else {
      if (!a.done && !b.done) {
        for (const column of Object.keys(a.value)) {
          if (a.value[column] !== b.value[column])
            found.push({ kind: 'row', entity: table, id: String(idA), detail: column })
        }
      }
      a = rows.next()
      b = expected.next()
    }
  }
  // An iterator left open would keep its statement busy.
  rows.return?.()
  expected.return?.()
}
