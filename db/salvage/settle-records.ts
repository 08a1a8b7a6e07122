/** What each record of a damaged file is believed to be: its row and its entries in the log held against each other. */
import { type Entity, type EntityName, encode, entities } from '../entities.ts'
import type { LogEntry, LogRead } from './read-log.ts'
import { isStamp, type TableRow } from './read-tables.ts'

export type Fields = Record<string, unknown>
export interface RecordRow {
  readonly createdStamp: string
  readonly changedStamp: string
  /** Logged fields, `deletedAt` among them. */
  readonly fields: Fields
}
/** `read`: the row as it stands; `rebuilt`: no row, made of the log; `corrected`: the log proved another value. */
export type How = 'read' | 'rebuilt' | 'corrected'
export interface Settled {
  readonly entity: EntityName
  readonly id: string
  readonly fields: Fields
  readonly how: How
  /** An entry that could have changed it is missing, and there was no row to hold against. */
  readonly maybeOlder: boolean
  /** The record's making, where the log has lost it. */
  readonly remake: string | null
}
export interface LostRecord {
  readonly entity: EntityName | null
  readonly id: string
  readonly name: string | null
}
/** A lost record with what the log still says of it. */
export interface LostFields {
  readonly entity: EntityName
  readonly id: string
  readonly fields: Fields
}

const byTable = new Map(Object.values(entities).map((entity) => [entity.table, entity]))

/** The record in a row of its table; null where a value is none of its column's. */
export function recordRowOf({ table, values }: TableRow): { entity: Entity; id: string; row: RecordRow } | null {
  const entity = byTable.get(table)
  const { id, created_stamp: created, changed_stamp: changed, deleted_at: deletedAt = null } = values
  if (!entity || typeof id !== 'string') return null
  // One of the two may be damaged; the record was there at the other's time.
  const createdStamp = isStamp(created) ? created : changed
  const changedStamp = isStamp(changed) ? changed : created
  if (!isStamp(createdStamp) || !isStamp(changedStamp)) return null
  const fields: Fields = { ...entity.initial, deletedAt }
  try {
    for (const { field, column, kind } of entity.columns) {
      if (!(column in values)) continue
      const value = values[column] ?? null
      if (kind === 'boolean' && value !== null && value !== 0 && value !== 1) return null
      fields[field] =
        value === null ? null : kind === 'boolean' ? value === 1 : kind === 'json' ? JSON.parse(String(value)) : value
    }
  } catch {
    return null
  }
  return { entity, id, row: { createdStamp, changedStamp, fields } }
}

/** Settles every record that the rows or the log tell of. `rows`: newest first where a record has several. */
export function settleRecords(
  log: LogRead,
  rows: ReadonlyMap<EntityName, ReadonlyMap<string, readonly RecordRow[]>>,
): { settled: Map<string, Settled>; lost: LostFields[]; strays: number } {
  const settled = new Map<string, Settled>()
  const lost: LostFields[] = []
  let strays = 0
  const entriesOf = new Map<string, LogEntry[]>()
  for (const entry of log.entries) {
    const known = entriesOf.get(entry.recordId)
    if (known) known.push(entry)
    else entriesOf.set(entry.recordId, [entry])
  }
  for (const [id, entries] of entriesOf) {
    const name = entries[0]?.entity
    if (!name) continue
    const row = rows.get(name)?.get(id)?.[0]
    const one = settleOne(name, id, entries, row, log)
    if (one) settled.set(id, one)
    else {
      const last = Object.fromEntries(entries.map(({ field, value }) => [field, JSON.parse(value) as unknown]))
      lost.push({ entity: name, id, fields: last })
    }
  }
  for (const [entity, records] of rows) {
    for (const [id, [row]] of records) {
      if (!row || settled.has(id) || entriesOf.has(id)) continue
      // A whole log that knows nothing of a record: its id is what was damaged, and the record itself is rebuilt.
      if (log.missing === 0) strays += 1
      else settled.set(id, { entity, id, fields: row.fields, how: 'read', maybeOlder: false, remake: row.createdStamp })
    }
  }
  return { settled, lost, strays }
}

function settleOne(
  entity: EntityName,
  id: string,
  entries: readonly LogEntry[],
  row: RecordRow | undefined,
  log: LogRead,
): Settled | null {
  const { logged, initial } = entities[entity]
  const made = entries.find(({ field }) => field === '*')
  if (!made && !row) return null
  const fields: Fields = made
    ? { ...initial, deletedAt: null, ...(JSON.parse(made.value) as Fields) }
    : { ...row?.fields }
  const proven = new Set<string>()
  const isLast = (seq: number, field: string) => !log.gapAfter(seq, id, field)
  if (made) for (const field of logged.keys()) if (isLast(made.seq, field)) proven.add(field)
  for (const entry of entries) {
    if (entry.field === '*') continue
    // Without its making, the row holds what came before the entries that are left; a later one goes on from there.
    if (made || entry.stamp >= (row?.changedStamp ?? '')) fields[entry.field] = JSON.parse(entry.value)
    if (isLast(entry.seq, entry.field)) {
      fields[entry.field] = JSON.parse(entry.value)
      proven.add(entry.field)
    }
  }
  const remake = made ? null : (row?.createdStamp ?? null)
  if (!row) {
    return {
      entity,
      id,
      fields,
      how: 'rebuilt',
      maybeOlder: [...logged.keys()].some((field) => !proven.has(field)),
      remake,
    }
  }
  const newest = entries.at(-1)?.stamp ?? ''
  let unsure = false
  let corrected = log.missing === 0 && row.changedStamp !== newest
  for (const [field, { kind }] of logged) {
    if (encode(kind, row.fields[field]) === encode(kind, fields[field])) continue
    const isNewer = row.changedStamp >= newest
    if (proven.has(field) || !isNewer) corrected = true
    else {
      // An entry that would tell is missing: the row may be newer, or damaged.
      fields[field] = row.fields[field] ?? null
      unsure = true
    }
  }
  return { entity, id, fields, how: corrected ? 'corrected' : 'read', maybeOlder: unsure, remake }
}
