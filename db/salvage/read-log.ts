/** The change log of a damaged file, entry by entry held against its chain of hashes. */

import { type EntityName, entities } from '../entities.ts'
import { chain } from '../log-hashes.ts'
import type { Value } from './rows.ts'

export interface LogEntry {
  readonly seq: number
  readonly stamp: string
  readonly entity: EntityName
  readonly recordId: string
  readonly field: string
  /** JSON. */
  readonly value: string
  readonly replaces: string | null
  readonly hash: Buffer
}
export interface LogRead {
  /** What can be believed, in order. */
  readonly entries: readonly LogEntry[]
  /** Entries missing between those, and known to have come after them. */
  readonly missing: number
  /** Whether an entry after this one is missing that is, or may be, a change of this field of this record. */
  readonly gapAfter: (seq: number, recordId: string, field: string) => boolean
}

/** An entry as a row of `changes` has it; null where a part of it can't be one. */
export function entryOf(rowid: number, row: Readonly<Record<string, Value>>): LogEntry | null {
  const { stamp, entity, record_id: recordId, field, value, replaces = null, hash } = row
  if (typeof stamp !== 'string' || typeof recordId !== 'string' || typeof field !== 'string') return null
  if (typeof value !== 'string' || !Buffer.isBuffer(hash) || (replaces !== null && typeof replaces !== 'string'))
    return null
  if (typeof entity !== 'string' || !Object.hasOwn(entities, entity)) return null
  const name = entity as EntityName
  if (field !== '*' && !entities[name].logged.has(field)) return null
  try {
    const said: unknown = JSON.parse(value)
    if (field === '*' && (said === null || typeof said !== 'object')) return null
  } catch {
    return null
  }
  // The hash can't tell an empty text from nothing, and only nothing is ever written.
  return { seq: rowid, stamp, entity: name, recordId, field, value, replaces: replaces || null, hash }
}

/**
 * Holds the entries against their hashes: one that differs from what the chain says of it is left out. After a gap nothing can be
 * held against the entry before, so the next is believed if it is well formed.
 *
 * @param found several versions of an entry may be given; the first that fits is taken.
 * @param of number of an entry → `record field`, as the log's index has it: a gap is then a gap of that field only.
 * @param atLeast how many entries the file had, as far as something else tells; 0 where nothing does.
 */
export function checkLog(
  found: ReadonlyMap<number, readonly LogEntry[]>,
  of: ReadonlyMap<number, string>,
  atLeast: number,
): LogRead {
  const seqs = [...found.keys()].sort((a, b) => a - b)
  const entries: LogEntry[] = []
  let before: { seq: number; hash: Buffer } | null = { seq: 0, hash: Buffer.alloc(32) }
  for (const seq of seqs) {
    const versions = found.get(seq) ?? []
    const previous: Buffer | null = before?.seq === seq - 1 ? before.hash : null
    const next: readonly LogEntry[] = found.get(seq + 1) ?? []
    const taken: LogEntry | null = previous === null ? (versions[0] ?? null) : fitting(versions, previous, next)
    if (taken) entries.push(taken)
    // The stored hash leads on even where the entry itself is not to be believed: the next one was chained to it.
    before = { seq, hash: (taken ?? versions[0])?.hash ?? Buffer.alloc(32) }
  }
  const last = entries.at(-1)?.seq ?? 0
  const missing = Math.max(last, atLeast) - entries.length
  const gaps = gapsIn(entries, last, missing, of)
  return {
    entries,
    missing,
    gapAfter: (seq, recordId, field) =>
      (atLeast > last ? Number.POSITIVE_INFINITY : gaps.unknown) > seq ||
      (gaps.newest.get(`${recordId} ${field}`) ?? 0) > seq,
  }
}

/** More missing entries than these are not looked up one by one. */
const mostGaps = 500_000

/** The newest missing entry of which nothing is known, and that of each field where the index tells of it. */
function gapsIn(entries: readonly LogEntry[], last: number, missing: number, of: ReadonlyMap<number, string>) {
  const newest = new Map<string, number>()
  if (missing > mostGaps) return { unknown: Number.POSITIVE_INFINITY, newest }
  let unknown = 0
  let expected = 1
  for (const { seq } of [...entries, { seq: last + 1 }]) {
    for (; expected < seq; expected++) {
      const field = of.get(expected)
      if (field === undefined) unknown = expected
      else newest.set(field, expected)
    }
    expected = seq + 1
  }
  return { unknown, newest }
}

function fitting(versions: readonly LogEntry[], previous: Buffer, next: readonly LogEntry[]): LogEntry | null {
  for (const entry of versions) {
    const should = hashOf(previous, entry)
    if (should.equals(entry.hash)) return entry
    // Only the stored hash is damaged where the next entry was chained to what it should be.
    if (next.some((one) => hashOf(should, one).equals(one.hash))) return { ...entry, hash: should }
  }
  return null
}

export function hashOf(before: Uint8Array, entry: Omit<LogEntry, 'hash' | 'seq'>): Buffer {
  return chain(before, entry.stamp, entry.entity, entry.recordId, entry.field, entry.value, entry.replaces)
}
