import type { Database, Statement } from 'better-sqlite3'
import { problem } from '#shared/contract/problem.ts'
import type { Country } from '#shared/domain/values.ts'
import { decode, type EntityName, entities, type Records } from './entities.ts'
import { createStampClock, type StampClock } from './stamp.ts'

/** An open database with its prepared statements and its clock. One per open file. */
export interface Store {
  readonly db: Database
  readonly stamps: StampClock
  /** What people call this device; history shows it. The stamp carries its eight digits. */
  deviceName: string
  /** Also once the file was found damaged. */
  readOnly: boolean
  /** Country of the partnership: decides the alphabetical order. */
  country: Country
  /** Hash of the newest change; null until first asked for. */
  lastHash: Buffer | null
  /** Told the number of changes, or of savings of drafts, after each commit. */
  readonly counted: (count: number, of?: 'changes' | 'drafts') => void
}

/** The store of an open, migrated file: goes on after its newest stamp. `now` gives UTC ISO instants, `device` is eight hexadecimal digits. */
export function createStore(
  db: Database,
  options: {
    now: () => string
    device: string
    deviceName?: string
    readOnly?: boolean
    counted?: Store['counted']
  },
): Store {
  const last = db.prepare('SELECT max(stamp) FROM change_sets').pluck().get() as string | null
  const country = db.prepare('SELECT country FROM partnership').pluck().get() as Country | undefined
  return {
    db,
    stamps: createStampClock(options.now, options.device, last ?? ''),
    deviceName: options.deviceName ?? options.device,
    readOnly: options.readOnly ?? false,
    country: country ?? 'NO',
    lastHash: null,
    counted: options.counted ?? (() => {}),
  }
}

const caches = new WeakMap<Database, Map<string, Statement>>()

/** The prepared statement of an SQL text, made once per database. Hot queries must not be built anew (measured: 12 ×). */
export function sql(store: { readonly db: Database }, text: string): Statement {
  let cache = caches.get(store.db)
  if (!cache) {
    cache = new Map()
    caches.set(store.db, cache)
  }
  let statement = cache.get(text)
  if (!statement) {
    statement = store.db.prepare(steady(text))
    // Filters are put together from parts; the bound keeps a long session from holding every combination ever asked.
    if (cache.size > 500) cache.clear()
    cache.set(text, statement)
  }
  return statement
}

/**
 * Hides the bound values from SQLite's planner. Where one could change the plan (a limit; an equality in a join, where an index is
 * partial), SQLite plans the statement anew at each run: a third of what a page costs, ten times what reading a record does. The lists
 * hold their plans by `CROSS JOIN` and `INDEXED BY`, and tests look at them.
 */
function steady(text: string): string {
  return text.replace(/\bLIMIT \?(?!\d)/g, 'LIMIT ? + 0').replace(/([=<>]) \?/g, '$1 +?')
}

/** A record by id, deleted or not; undefined where there is none. */
export function find<N extends EntityName>(
  store: { readonly db: Database },
  entity: N,
  id: string,
): Records[N] | undefined {
  const row = sql(store, entities[entity].byId).get(id)
  return row === undefined ? undefined : decode(entity, row as Record<string, unknown>)
}

/** A record that is not deleted. @throws ProblemError `notFound`. */
export function read<N extends EntityName>(store: { readonly db: Database }, entity: N, id: string): Records[N] {
  const record = find(store, entity, id)
  if (!record || record.deletedAt !== null) throw problem('notFound', 'problems.notFound')
  return record
}

/** All records of a register that are not deleted, ordered by an SQL expression of ours. */
export function readAll<N extends EntityName>(
  store: { readonly db: Database },
  entity: N,
  orderBy: string,
): Records[N][] {
  const rows = sql(
    store,
    `SELECT ${entities[entity].select} FROM ${entities[entity].table} WHERE deleted_at IS NULL ORDER BY ${orderBy}`,
  ).all()
  return rows.map((row) => decode(entity, row as Record<string, unknown>))
}
