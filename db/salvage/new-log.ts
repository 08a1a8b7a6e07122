/**
 * The log of a salvaged file, and its tables as that log replays: what is left of the old one in its order, the making of records
 * whose making is lost, then what brings each record to what it is believed to be (docs/decisions.md).
 */
import type { Database } from 'better-sqlite3'
import type { Country } from '#shared/domain/values.ts'
import { type EntityName, encode, entities } from '../entities.ts'
import { changeSetHash } from '../log-hashes.ts'
import { insertRow, updateRow } from '../rows.ts'
import { hashOf, type LogEntry } from './read-log.ts'
import type { Fields, Settled } from './settle-records.ts'

type NewEntry = Omit<LogEntry, 'seq' | 'hash'>
export interface ChangeSet {
  readonly stamp: string
  readonly device: string
  readonly actor: string
  readonly command: string
  readonly undoes: string | null
}
/** What stands in history of a change whose author can't be read any more. */
export const unknownActor = '?'
export const salvageCommand = 'opening.salvage'

export interface NewLog {
  readonly records: ReadonlyMap<string, { readonly entity: EntityName; readonly fields: Fields }>
  /** Puts an entry of the old log in as it was. False where it changes what is not there, or the table takes no such value. */
  keep(entry: NewEntry): boolean
  /** Adds a record. False where the table takes no such row. */
  make(entity: EntityName, id: string, fields: Fields, stamp?: string): boolean
  /** Changes one field. False where the table takes no such value. */
  set(id: string, field: string, value: unknown): boolean
  /** Takes a record and all its entries away. */
  drop(id: string): void
  /** Writes the entries with their hashes; gives how many there are. */
  write(sets: ReadonlyMap<string, ChangeSet>, by: Omit<ChangeSet, 'undoes' | 'command'>): number
}

/** Replays into an empty, migrated database inside the caller's transaction; foreign keys must be off. `stamp` is the salvage's own. */
export function newLog(db: Database, country: Country, stamp: string): NewLog {
  const store = { db, country }
  const entries: NewEntry[] = []
  const records = new Map<string, { entity: EntityName; fields: Fields }>()
  const last = new Map<string, string>()
  const dropped = new Set<string>()
  const attempt = (work: () => void): boolean => {
    try {
      work()
      return true
    } catch (cause) {
      // A constraint: the value, or another record in its place, is not what it was. Anything else is ours to know.
      if (String((cause as { code?: string }).code).startsWith('SQLITE_CONSTRAINT')) return false
      throw cause
    }
  }
  const note = (recordId: string, field: string, value: unknown, at: string, replaces: string | null) => {
    const entity = records.get(recordId)?.entity
    if (!entity) return
    entries.push({ stamp: at, entity, recordId, field, value: JSON.stringify(value ?? null), replaces })
    last.set(`${recordId} ${field}`, at)
  }
  const self: NewLog = {
    records,
    keep(entry) {
      const { entity: name, recordId, field, value, stamp: at } = entry
      const entity = entities[name]
      const said: unknown = JSON.parse(value)
      const known = records.get(recordId)
      const column = entity.logged.get(field)
      if (field === '*') {
        const fields = { ...entity.initial, ...(said as Fields) }
        if (known || !attempt(() => insertRow(store, entity, recordId, fields, at))) return false
        records.set(recordId, { entity: name, fields: { ...fields, deletedAt: null } })
      } else {
        if (!known || !column) return false
        const next = { ...known.fields, [field]: said }
        if (!attempt(() => updateRow(store, entity, recordId, next, [column], at))) return false
        known.fields[field] = said
      }
      entries.push(entry)
      last.set(`${recordId} ${field}`, at)
      return true
    },
    make(entity, id, given, at = stamp) {
      const { deletedAt = null, ...fields } = given
      const done = attempt(() => insertRow(store, entities[entity], id, fields, at))
      if (!done) return false
      records.set(id, { entity, fields: { ...fields, deletedAt: null } })
      const made = Object.fromEntries(entities[entity].columns.map(({ field }) => [field, fields[field] ?? null]))
      note(id, '*', made, at, null)
      if (deletedAt !== null) self.set(id, 'deletedAt', deletedAt)
      return true
    },
    set(id, field, value) {
      const known = records.get(id)
      const column = known && entities[known.entity].logged.get(field)
      if (!known || !column) return false
      const next = { ...known.fields, [field]: value }
      if (!attempt(() => updateRow(store, entities[known.entity], id, next, [column], stamp))) return false
      known.fields[field] = value
      note(id, field, value, stamp, last.get(`${id} ${field}`) ?? last.get(`${id} *`) ?? null)
      return true
    },
    drop(id) {
      const known = records.get(id)
      if (!known) return
      db.prepare(`DELETE FROM ${entities[known.entity].table} WHERE id = ?`).run(id)
      records.delete(id)
      dropped.add(id)
    },
    write(sets, by) {
      const addSet = db.prepare(
        'INSERT INTO change_sets (stamp, device, actor, command, undoes, hash) VALUES (?, ?, ?, ?, ?, ?)',
      )
      const add = db.prepare(
        'INSERT INTO changes (seq, stamp, entity, record_id, field, value, replaces, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      )
      const kept = entries.filter(({ recordId }) => !dropped.has(recordId))
      for (const at of new Set([...kept.map((entry) => entry.stamp), stamp])) {
        const set = sets.get(at)
        const said =
          at === stamp
            ? ([stamp, by.device, by.actor, salvageCommand, null] as const)
            : set
              ? ([at, set.device, set.actor, set.command, set.undoes] as const)
              : ([at, at.slice(-8), unknownActor, salvageCommand, null] as const)
        addSet.run(...said, changeSetHash(...said))
      }
      let before: Buffer = Buffer.alloc(32)
      for (const [index, entry] of kept.entries()) {
        before = hashOf(before, entry)
        const { entity, recordId, field, value, replaces } = entry
        add.run(index + 1, entry.stamp, entity, recordId, field, value, replaces, before)
      }
      return kept.length
    },
  }
  return self
}

/** Plays what is left of the old log, then brings every record to what was settled. Gives the ids of those that no table takes any more. */
export function playLog(log: NewLog, entries: readonly LogEntry[], settled: ReadonlyMap<string, Settled>): string[] {
  const refused: string[] = []
  const remade = [...settled.values()]
    .filter((one) => one.remake !== null)
    .sort((a, b) => ((a.remake ?? '') < (b.remake ?? '') ? -1 : 1))
  let next = 0
  const remakeUpTo = (stamp: string) => {
    for (let one = remade[next]; one && (one.remake ?? '') <= stamp; one = remade[next]) {
      next += 1
      // Where it does not fit in its own place, since another record stood there then, it is tried again at the end.
      log.make(one.entity, one.id, { ...one.fields, deletedAt: null }, one.remake ?? undefined)
    }
  }
  for (const { seq: _seq, hash: _hash, ...entry } of entries) {
    if (!settled.has(entry.recordId)) continue
    remakeUpTo(entry.stamp)
    log.keep(entry)
  }
  remakeUpTo('~')
  for (const { id, entity, fields } of settled.values()) {
    if (!log.records.has(id) && !log.make(entity, id, fields)) refused.push(id)
    const known = log.records.get(id)
    if (!known) continue
    for (const [field, { kind }] of entities[entity].logged) {
      if (encode(kind, known.fields[field]) !== encode(kind, fields[field])) log.set(id, field, fields[field] ?? null)
    }
  }
  return refused
}
