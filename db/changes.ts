/**
 * The one place that writes records. `transact` opens a transaction with one stamp; the writer it hands out changes rows
 * and logs every change in the same breath. Replaying the log from nothing gives the tables (`db/replay.ts`).
 */
import { createHash } from 'node:crypto'
import { problem } from '#shared/contract/problem.ts'
import {
  type Column,
  type Entity,
  type EntityName,
  encode,
  entities,
  fieldsOf,
  type Records,
  recordOf,
} from './entities.ts'
import { chain, changeSetHash } from './log-hashes.ts'
import { refuseNamedInMinutes } from './named-in-minutes.ts'
import { checkReferences, refuseWhileNamed, tiesOf } from './references.ts'
import { insertRow, updateRow } from './rows.ts'
import { refuseSealed } from './seals.ts'
import { index, reindexDependents, unindex } from './search-index.ts'
import { instantOf } from './stamp.ts'
import { find, read, type Store, sql } from './store.ts'

type Made<N extends EntityName> = Omit<Records[N], 'createdStamp' | 'changedStamp' | 'deletedAt'>
type Changes<N extends EntityName> = { readonly [F in keyof Made<N>]?: Made<N>[F] | undefined }

export interface Writer extends Store {
  /** Of this transaction: the change's name in history, for undo, and for "changed since". */
  readonly stamp: string
  /** Adds a record. @throws ProblemError `invalid` where it points to a record that is not there. */
  insert<N extends EntityName>(entity: N, record: Made<N>): Records[N]
  /** Changes the fields that differ and logs each; a field left out or undefined stays. */
  revise<N extends EntityName>(entity: N, id: string, changes: Changes<N>): Records[N]
  /** Marks as deleted, with what ties it to others. @throws ProblemError `refused` while a record that isn't deleted points to it. */
  remove(entity: EntityName, id: string): void
  /** Takes the deletion mark off. */
  restore(entity: EntityName, id: string): void
  /** Sets one logged field to a stored value, `deletedAt` among them; what undo and merging use. */
  setField(entity: EntityName, id: string, field: string, value: unknown): void
  /** Keeps bytes under their SHA-256; gives the hash. */
  putBlob(bytes: Uint8Array): string
  /** Takes kept bytes away for good, unless a package or minutes were frozen as these. The caller has seen that no document needs them. */
  dropBlob(sha256: string): void
}

export interface ChangeBy {
  readonly actor: string
  /** Operation that makes the change, e.g. `visits.log`. */
  readonly command: string
  readonly undoes?: string
  /** Told the stamp just before the commit; not where nothing is written. */
  readonly committing?: (stamp: string) => void
}

/** A callback that is not async: better-sqlite3 would commit before the promise is done. */
type Synchronous<T> = T extends PromiseLike<unknown> ? never : T

/**
 * Runs `work` in one IMMEDIATE transaction with one stamp. A throw rolls everything back.
 *
 * @returns what `work` gives, and the stamp; null where nothing differed and so nothing was written.
 * @throws ProblemError `readOnly` on a file opened for reading.
 */
export function transact<T>(
  store: Store,
  by: ChangeBy,
  work: (write: Writer) => Synchronous<T>,
): { value: T; stamp: string | null } {
  if (store.readOnly) throw problem('readOnly', 'problems.readOnly')
  const before = store.lastHash
  // Inside another transaction (a batch of many changes) a savepoint gives the same all-or-nothing.
  const nested = store.db.inTransaction
  sql(store, nested ? 'SAVEPOINT change' : 'BEGIN IMMEDIATE').run()
  try {
    const { writer, finish } = createWriter(store, by)
    const value = work(writer)
    const seq = finish()
    if (seq > 0) by.committing?.(writer.stamp)
    sql(store, nested ? 'RELEASE change' : 'COMMIT').run()
    // What a batch around it may still take back is not counted; the next change counts it.
    if (seq > 0 && !nested) store.counted(seq)
    return { value, stamp: seq > 0 ? writer.stamp : null }
  } catch (cause) {
    store.lastHash = before
    if (nested) store.db.exec('ROLLBACK TO change; RELEASE change')
    else if (store.db.inTransaction) store.db.exec('ROLLBACK')
    throw cause
  }
}

function createWriter(store: Store, by: ChangeBy) {
  const stamp = store.stamps.next()
  let seq = 0
  const log = (entity: Entity, id: string, field: string, value: string, replaces: string | null): void => {
    if (seq === 0) {
      const said = [stamp, store.deviceName, by.actor, by.command, by.undoes ?? null] as const
      sql(store, 'INSERT INTO change_sets (stamp, device, actor, command, undoes, hash) VALUES (?, ?, ?, ?, ?, ?)').run(
        ...said,
        changeSetHash(...said),
      )
    }
    const chained = chain(lastHash(store), stamp, entity.name, id, field, value, replaces)
    seq = Number(
      sql(
        store,
        'INSERT INTO changes (stamp, entity, record_id, field, value, replaces, hash) VALUES (?, ?, ?, ?, ?, ?, ?)',
      ).run(stamp, entity.name, id, field, value, replaces, chained).lastInsertRowid,
    )
    store.lastHash = chained
  }
  const writer: Writer = {
    ...store,
    stamp,
    insert(name, record) {
      const entity = entities[name]
      const values = fieldsOf(record)
      const id = String(values.id)
      refuseSealed(store, by, name, null, values, [])
      checkReferences(
        store,
        entity,
        values,
        entity.references.map((reference) => reference.field),
      )
      const made = Object.fromEntries(entity.columns.map(({ field }) => [field, values[field] ?? null]))
      insertRow(store, entity, id, made, stamp)
      log(entity, id, '*', JSON.stringify(made), null)
      index(store, entity, id, made, true)
      return recordOf({ id, createdStamp: stamp, changedStamp: stamp, deletedAt: null, ...made })
    },
    revise(name, id, changes) {
      const entity = entities[name]
      const record = fieldsOf(read(store, name, id))
      const differing = [...entity.logged.values()].filter(({ field, kind }) => {
        const next = (changes as Record<string, unknown>)[field]
        return next !== undefined && encode(kind, next) !== encode(kind, record[field])
      })
      if (differing.length === 0) return recordOf(record)
      const next: Record<string, unknown> = {
        ...record,
        ...pick(changes as Record<string, unknown>, differing),
        changedStamp: stamp,
      }
      const changed = differing.map(({ field }) => field)
      refuseSealed(store, by, name, record, next, changed)
      checkReferences(store, entity, next, changed)
      for (const column of differing) {
        log(
          entity,
          id,
          column.field,
          JSON.stringify(next[column.field] ?? null),
          lastStamp(store, id, column.field, String(record.createdStamp)),
        )
      }
      updateRow(store, entity, id, next, differing, stamp)
      if (differing.some(({ field }) => entity.searchFields.has(field))) index(store, entity, id, next)
      for (const { field } of differing) reindexDependents(store, name, id, field)
      if (name === 'partnership') store.country = String(next.country) as Store['country']
      return recordOf(next)
    },
    remove(name, id) {
      read(store, name, id)
      refuseWhileNamed(store, name, id)
      for (const tied of tiesOf(store, name, id)) writer.remove(tied.entity, tied.id)
      writer.setField(name, id, 'deletedAt', instantOf(stamp))
    },
    restore(name, id) {
      writer.setField(name, id, 'deletedAt', null)
    },
    setField(name, id, field, value) {
      const entity = entities[name]
      const column = entity.logged.get(field)
      const record = fieldsOf(find(store, name, id))
      if (!column || !record) throw problem('notFound', 'problems.notFound')
      if (encode(column.kind, record[field]) === encode(column.kind, value)) return
      const next: Record<string, unknown> = { ...record, [field]: value, changedStamp: stamp }
      refuseSealed(store, by, entity.name, record, next, [field])
      if (field === 'deletedAt' && (value ?? null) !== null) refuseNamedInMinutes(store, entity.name, id)
      // A record that comes back needs everything it names: its company or visit may have gone since.
      const returns = field === 'deletedAt' && (value ?? null) === null
      checkReferences(store, entity, next, returns ? entity.references.map((one) => one.field) : [field])
      log(entity, id, field, JSON.stringify(value ?? null), lastStamp(store, id, field, String(record.createdStamp)))
      updateRow(store, entity, id, next, [column], stamp)
      if (next.deletedAt !== null) unindex(store, entity, id)
      else if (field === 'deletedAt' || entity.searchFields.has(field)) index(store, entity, id, next)
      reindexDependents(store, name, id, field)
    },
    putBlob(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      sql(store, 'INSERT INTO blobs (sha256, size, bytes) VALUES (?, ?, ?) ON CONFLICT DO NOTHING').run(
        sha256,
        bytes.byteLength,
        bytes,
      )
      return sha256
    },
    dropBlob(sha256) {
      sql(
        store,
        `DELETE FROM blobs WHERE sha256 = ?
           AND NOT EXISTS (SELECT 1 FROM packages WHERE blobs.sha256 IN (snapshot_sha256, public_sha256))
           AND NOT EXISTS (SELECT 1 FROM package_files WHERE sha256 = blobs.sha256)
           AND NOT EXISTS (SELECT 1 FROM partnership WHERE logo_sha256 = blobs.sha256)
           AND NOT EXISTS (SELECT 1 FROM minutes WHERE snapshot_sha256 = blobs.sha256)`,
      ).run(sha256)
    },
  }
  return { writer, finish: () => seq }
}

function lastHash(store: Store): Buffer {
  store.lastHash ??=
    (sql(store, 'SELECT hash FROM changes ORDER BY seq DESC LIMIT 1').pluck().get() as Buffer | undefined) ??
    Buffer.alloc(32)
  return store.lastHash
}

/** Stamp of the value that a field has now: of its last change, else of the record's making. */
export function lastStamp(store: Store, id: string, field: string, createdStamp: string): string {
  const stamp = sql(store, 'SELECT max(stamp) FROM changes WHERE record_id = ? AND field = ?').pluck().get(id, field) as
    | string
    | null
  return stamp ?? createdStamp
}

function pick(record: Record<string, unknown>, columns: readonly Column[]): Record<string, unknown> {
  return Object.fromEntries(columns.map(({ field }) => [field, record[field] ?? null]))
}
