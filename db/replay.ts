/** Replaying the log from nothing gives the tables, byte for byte: the invariant behind history, undo, checking and merging. */
import type { Database } from 'better-sqlite3'
import type { Country } from '#shared/domain/values.ts'
import { connectScratch } from './encryption/connect.ts'
import { decode, type Entity, type EntityName, entities, fieldsOf } from './entities.ts'
import { chain, isSetAsWritten, type SetRow, setColumns } from './log-hashes.ts'
import { type Migration, migrate, ownMigrations } from './migrate.ts'
import { insertRow, updateRow } from './rows.ts'
import { sql } from './store.ts'

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

/** Where the log, or what a replay of it gives, is not what the file holds. */
export type Difference =
  /** An entry that names a kind of record, or a field, that this version doesn't know. */
  | {
      readonly kind: 'unknown'
      readonly seq: number
      readonly entity: string
      readonly id: string
      readonly what: string
    }
  /** An entry whose value is no JSON, or no row of its table. */
  | { readonly kind: 'unreadable'; readonly seq: number; readonly entity: string; readonly id: string }
  /** An entry that changes a record that no entry before it made. */
  | { readonly kind: 'unmade'; readonly seq: number; readonly entity: string; readonly id: string }
  /** A row that differs in these columns. */
  | { readonly kind: 'row'; readonly entity: EntityName; readonly id: string; readonly columns: readonly string[] }
  /** In the log, not in the table. */
  | { readonly kind: 'missing'; readonly entity: EntityName; readonly id: string }
  /** In the table, not in the log. */
  | { readonly kind: 'extra'; readonly entity: EntityName; readonly id: string }

/** Entries replayed in one transaction, and between two reports of progress. */
const slice = 5000
/** Records held in memory while replaying; others are read back. */
const mostHeld = 20_000

/**
 * Replays a file's log into an empty database (that of a large file in a temporary file of SQLite's own, so that memory stays bounded) and
 * compares every table with it. Tells what differs, and yields how far it is (0 to 1) now and then.
 */
export function* differencesFromLog(
  db: Database,
  found: (difference: Difference) => void,
  migrations: readonly Migration[] = ownMigrations(),
): Generator<number, void> {
  const rebuilt = emptyBeside(db, migrations)
  try {
    const country = (db.prepare('SELECT country FROM partnership').pluck().get() as Country | undefined) ?? 'NO'
    yield* replay(db, { db: rebuilt, country }, found)
    const all = Object.values(entities)
    for (const [at, entity] of all.entries()) {
      compareTable(db, rebuilt, entity, found)
      yield 0.8 + (0.2 * (at + 1)) / all.length
    }
  } finally {
    rebuilt.close()
  }
}

/** A file up to this many bytes is replayed in memory. */
const mostInMemory = 64 * 1024 * 1024
const templates = new WeakMap<readonly Migration[], Buffer>()

/** An empty database of the newest schema to replay `db` into. */
function emptyBeside(db: Database, migrations: readonly Migration[]): Database {
  const size = db.prepare('SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()').pluck().get()
  const small = Number(size) <= mostInMemory
  const template = small ? templates.get(migrations) : undefined
  const rebuilt = connectScratch(db, template)
  rebuilt.pragma('cache_size = -32000')
  rebuilt.pragma('synchronous = OFF')
  if (!template) {
    migrate(rebuilt, migrations)
    // Making the tables takes longer than replaying a small file: the next one gets them ready-made.
    if (small) templates.set(migrations, rebuilt.serialize())
  }
  rebuilt.pragma('foreign_keys = OFF')
  return rebuilt
}

/**
 * The hash chain, the hashes of the change sets, and `differencesFromLog` to its end, as lines to read in a test or a terminal.
 *
 * @returns what differs, at most `most` findings of either; empty where log and tables agree.
 */
export function compareWithLog(
  db: Database,
  most = 20,
  migrations: readonly Migration[] = ownMigrations(),
): { readonly kind: string; readonly entity: string; readonly id: string; readonly detail: string }[] {
  const links: ReturnType<typeof compareWithLog> = []
  let before: Uint8Array = Buffer.alloc(32)
  for (const row of db.prepare('SELECT * FROM changes ORDER BY seq').iterate() as IterableIterator<Row>) {
    if (!isLinked(before, row) && links.length < most) {
      links.push({ kind: 'hash', entity: row.entity, id: row.record_id, detail: `entry ${row.seq}` })
    }
    before = row.hash
  }
  for (const set of db.prepare(`SELECT ${setColumns} FROM change_sets`).iterate() as IterableIterator<SetRow>) {
    if (isSetAsWritten(set) || links.length >= most) continue
    links.push({ kind: 'set', entity: 'change_sets', id: String(set.stamp), detail: 'not as written' })
  }
  const differing: ReturnType<typeof compareWithLog> = []
  for (const _ of differencesFromLog(
    db,
    (one) => {
      const detail = 'seq' in one ? `entry ${one.seq}` : one.kind === 'row' ? one.columns.join(', ') : 'one side only'
      if (differing.length < most) differing.push({ kind: one.kind, entity: one.entity, id: one.id, detail })
    },
    migrations,
  )) {
    // To the end.
  }
  return [...links, ...differing]
}

/**
 * Whether the newest entries of the log are chained to each other, and the newest change sets as they were written: cheap, and what a torn
 * end would break first.
 */
export function lastLinksHold(db: Database, most = 1000): boolean {
  const rows = db
    .prepare('SELECT * FROM (SELECT * FROM changes ORDER BY seq DESC LIMIT ?) ORDER BY seq')
    .all(most) as Row[]
  const sets = db.prepare(`SELECT ${setColumns} FROM change_sets ORDER BY stamp DESC LIMIT ?`).all(most) as SetRow[]
  if (!sets.every(isSetAsWritten)) return false
  return rows.every((row, at) => {
    const before = at > 0 ? rows[at - 1]?.hash : row.seq === 1 ? Buffer.alloc(32) : undefined
    return !before || isLinked(before, row)
  })
}

/** Whether an entry's hash follows from the one before it. False for a row that holds what no entry holds. */
export function isLinked(before: Uint8Array, row: Omit<Row, 'seq' | 'entity'> & { readonly entity: string }): boolean {
  // As with a change set: the hash has no way to tell nothing from an empty text.
  if (row.replaces === '') return false
  try {
    return chain(before, row.stamp, row.entity, row.record_id, row.field, row.value, row.replaces).equals(row.hash)
  } catch {
    return false
  }
}

type Into = { readonly db: Database; readonly country: Country }

function* replay(from: Database, into: Into, found: (difference: Difference) => void): Generator<number, void> {
  const last = (from.prepare('SELECT max(seq) FROM changes').pluck().get() as number | null) ?? 0
  const held = new Map<string, Record<string, unknown>>()
  const recordOf = (entity: Entity, id: string) => {
    const known = held.get(id)
    if (known) return known
    const row = sql(into, entity.byId).get(id)
    return row === undefined ? undefined : fieldsOf(decode(entity.name, row as Record<string, unknown>))
  }
  let done = 0
  into.db.exec('BEGIN')
  for (const row of from.prepare('SELECT * FROM changes ORDER BY seq').iterate() as IterableIterator<Row>) {
    const about = { seq: row.seq, entity: String(row.entity), id: String(row.record_id) }
    if (done > 0 && done % slice === 0) {
      into.db.exec('COMMIT; BEGIN')
      yield (0.8 * row.seq) / last
    }
    done += 1
    const entity = Object.hasOwn(entities, row.entity) ? entities[row.entity] : undefined
    const column = entity?.logged.get(row.field)
    if (!entity || (row.field !== '*' && !column)) {
      found({ kind: 'unknown', ...about, what: entity ? `${row.entity}.${row.field}` : String(row.entity) })
      continue
    }
    try {
      const value: unknown = JSON.parse(row.value)
      let record: Record<string, unknown> | undefined
      if (!column) {
        record = { ...entity.initial, ...(value as Record<string, unknown>) }
        insertRow(into, entity, row.record_id, record, row.stamp)
      } else {
        record = recordOf(entity, row.record_id)
        if (!record) {
          found({ kind: 'unmade', ...about })
          continue
        }
        record[row.field] = value
        updateRow(into, entity, row.record_id, record, [column], row.stamp)
      }
      if (held.size >= mostHeld) held.clear()
      held.set(row.record_id, record)
    } catch {
      held.delete(about.id)
      found({ kind: 'unreadable', ...about })
    }
  }
  into.db.exec('COMMIT')
}

function compareTable(
  left: Database,
  right: Database,
  { table, name: entity }: Entity,
  found: (difference: Difference) => void,
): void {
  const text = `SELECT * FROM ${table} ORDER BY id`
  const rows = left.prepare(text).iterate() as IterableIterator<Record<string, unknown>>
  const expected = right.prepare(text).iterate() as IterableIterator<Record<string, unknown>>
  try {
    let a = rows.next()
    let b = expected.next()
    while (!a.done || !b.done) {
      const [idA, idB] = [a.done ? undefined : String(a.value.id), b.done ? undefined : String(b.value.id)]
      if (idA !== undefined && (idB === undefined || idA < idB)) {
        found({ kind: 'extra', entity, id: idA })
        a = rows.next()
      } else if (idB !== undefined && (idA === undefined || idB < idA)) {
        found({ kind: 'missing', entity, id: idB })
        b = expected.next()
      } else if (!a.done && !b.done) {
        const [has, should] = [a.value, b.value]
        const columns = Object.keys(has).filter((column) => has[column] !== should[column])
        if (columns.length > 0) found({ kind: 'row', entity, id: String(idA), columns })
        a = rows.next()
        b = expected.next()
      }
    }
  } finally {
    // An iterator left open would keep its statement busy.
    rows.return?.()
    expected.return?.()
  }
}
