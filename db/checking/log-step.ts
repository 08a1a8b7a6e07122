import type { Database } from 'better-sqlite3'
import { entities } from '../entities.ts'
import { isSetAsWritten, type SetRow, setColumns } from '../log-hashes.ts'
import { isLinked } from '../replay.ts'
import { salvageCommand } from '../salvage/new-log.ts'
import { instantOf } from '../stamp.ts'
import type { Found, Step } from './step.ts'

interface Entry {
  readonly seq: number
  readonly stamp: string
  readonly entity: string
  readonly record_id: string
  readonly field: string
  readonly value: string
  readonly replaces: string | null
  readonly hash: Buffer
}

/** How many entries are looked at between two reports of progress. */
const slice = 5000

/** The hash chain of the log, and that each entry has its change set and each change set its entries. */
export const logStep: Step = { name: 'log', tables: ['changes', 'change_sets'], run: looked }

function* looked(db: Database, found: (finding: Found) => void): Generator<number, 'looked'> {
  const last = (db.prepare('SELECT max(seq) FROM changes').pluck().get() as number | null) ?? 0
  let before: Uint8Array = Buffer.alloc(32)
  let done = 0
  const entries = db
    .prepare('SELECT seq, stamp, entity, record_id, field, value, replaces, hash FROM changes ORDER BY seq')
    .iterate() as IterableIterator<Entry>
  for (const entry of entries) {
    const { seq, entity, record_id: id } = entry
    if (!isLinked(before, entry)) found({ kind: 'brokenLink', params: { entry: seq }, ...recordOf(entity, id) })
    before = Buffer.isBuffer(entry.hash) ? entry.hash : Buffer.alloc(32)
    done += 1
    if (done % slice === 0) yield (0.9 * seq) / last
  }
  yield 0.9
  const alone = db
    .prepare(
      'SELECT seq, entity, record_id AS id FROM changes WHERE NOT EXISTS (SELECT 1 FROM change_sets WHERE stamp = changes.stamp)',
    )
    .iterate() as IterableIterator<{ seq: number; entity: string; id: string }>
  for (const { seq, entity, id } of alone) {
    found({ kind: 'entryWithoutSet', params: { entry: seq }, ...recordOf(entity, id) })
  }
  for (const set of db.prepare(`SELECT ${setColumns} FROM change_sets`).iterate() as IterableIterator<SetRow>) {
    if (!isSetAsWritten(set)) {
      found({
        kind: 'setChanged',
        params: { when: instantOf(String(set.stamp)), who: String(set.actor).slice(0, 120) },
      })
    }
  }
  const empty = db
    .prepare(
      // A salvage says in the history that it happened, also where it changed no record.
      'SELECT stamp FROM change_sets WHERE command <> ? AND NOT EXISTS (SELECT 1 FROM changes WHERE changes.stamp = change_sets.stamp)',
    )
    .pluck()
    .iterate(salvageCommand) as IterableIterator<string>
  for (const stamp of empty) found({ kind: 'setWithoutEntries', params: { when: instantOf(String(stamp)) } })
  return 'looked'
}

function recordOf(entity: string, id: string): Pick<Found, 'record'> {
  return Object.hasOwn(entities, entity) ? { record: { entity, id } } : {}
}
