import type { z } from 'zod'
import type { change, fieldChange } from '#shared/contract/history.ts'
import { problem } from '#shared/contract/problem.ts'
import { lastStamp, type Writer } from './changes.ts'
import type { EntityName } from './entities.ts'
import { namesIn } from './record-names.ts'
import { partIds } from './record-parts.ts'
import { namedBy, tiesOf } from './references.ts'
import { instantOf } from './stamp.ts'
import { find, type Store, sql } from './store.ts'

export type Change = z.infer<typeof change>
type FieldChange = z.infer<typeof fieldChange>
interface SetRow {
  stamp: string
  device: string
  actor: string
  command: string
  undoes: string | null
}
interface Entry {
  entity: EntityName
  recordId: string
  field: string
  value: string
  replaces: string | null
}

/**
 * Operations whose effect is meant to last: an erased name must not come back, nor can disposed bytes; a made package is a fact, a file
 * has its partnership, and a closed meeting or final minutes are opened again only with a reason.
 */
export const lasting: ReadonlySet<string> = new Set([
  'workspace.create',
  'opening.salvage',
  'contacts.anonymise',
  'packages.make',
  'packages.send',
  'documents.dispose',
  'meetings.close',
  'meetings.archive',
  'meetings.reopen',
  'minutes.sendToReview',
  'minutes.adjust',
  'minutes.approve',
  'minutes.reopen',
])

const setColumns = 'stamp, device, actor, command, undoes'
const entryColumns = 'entity, record_id AS "recordId", field, value, replaces'

/** So many fields of a change stand in a list; a file made in one go has a hundred thousand. */
const fieldsShown = 60

/** The record whose history is asked for. */
interface Whole {
  readonly entity: EntityName
  readonly id: string
}

interface Page<T> {
  rows: T[]
  next: string | null
}

/**
 * The changes of one record and of its parts before a stamp, newest first, each with the fields of these only; `before` null starts at the
 * newest. A part that was removed is told of too.
 */
export function historyOf(store: Store, of: Whole, before: string | null, limit: number): Page<Change> {
  const ids = JSON.stringify([of.id, ...partIds(store, of.entity, of.id)])
  // The index alone tells which changes are on the page, so that a record of ten thousand costs what is shown.
  const stamps = sql(
    store,
    `WITH own AS MATERIALIZED (SELECT stamp FROM changes INDEXED BY changes_record
       WHERE record_id IN (SELECT value FROM json_each(?)) AND stamp < ?)
     SELECT DISTINCT stamp FROM own ORDER BY stamp DESC LIMIT ?`,
  )
    .pluck()
    .all(ids, before ?? '~', limit) as string[]
  const entries = sql(
    store,
    `SELECT stamp, ${entryColumns} FROM changes INDEXED BY changes_record
     WHERE record_id IN (SELECT value FROM json_each(?)) AND stamp >= ? AND stamp <= ? ORDER BY seq`,
  ).all(ids, stamps.at(-1) ?? '', stamps[0] ?? '') as (Entry & { stamp: string })[]
  const sets = [...Map.groupBy(entries, ({ stamp }) => stamp)].reverse()
  return pageOf(
    sets.map(([stamp, own]) => describe(store, setOf(store, stamp), own.slice(0, fieldsShown), own.length)),
    limit,
  )
}

function pageOf(rows: Change[], limit: number): Page<Change> {
  return { rows, next: rows.length === limit ? (rows.at(-1)?.stamp ?? null) : null }
}

/** A change by its stamp, with the first of its fields. @throws ProblemError `notFound`. */
export function changeOf(store: Store, stamp: string): Change {
  const set = sql(store, `SELECT ${setColumns} FROM change_sets WHERE stamp = ?`).get(stamp) as SetRow | undefined
  if (!set) throw problem('notFound', 'problems.notFound')
  const count = sql(store, 'SELECT count(*) FROM changes WHERE stamp = ?').pluck().get(stamp) as number
  const entries = sql(store, `SELECT ${entryColumns} FROM changes WHERE stamp = ? ORDER BY seq LIMIT ?`)
  return describe(store, set, entries.all(stamp, fieldsShown) as Entry[], count)
}

/**
 * Fields of one change after a place in the log, with the names they need; `after` null starts at its first. `of` keeps to one record and
 * its parts.
 */
export function detailsOf(
  store: Store,
  stamp: string,
  after: string | null,
  limit: number,
  of: Whole | null = null,
): Page<FieldChange> & { names: Change['names'] } {
  const ids = of && JSON.stringify([of.id, ...partIds(store, of.entity, of.id)])
  const within = ids === null ? '' : 'AND record_id IN (SELECT value FROM json_each(?))'
  const entries = sql(
    store,
    `SELECT seq, ${entryColumns} FROM changes WHERE stamp = ? AND seq > ? ${within} ORDER BY seq LIMIT ?`,
  ).all(stamp, Number(after ?? 0) || 0, ...(ids === null ? [] : [ids]), limit) as (Entry & { seq: number })[]
  const rows = entries.map((entry) => fieldOf(store, entry))
  const last = entries.length === limit ? entries.at(-1) : undefined
  return { rows, next: last ? String(last.seq) : null, names: namesIn(store, rows) }
}

/** The records that a change wrote, each once. */
export function recordsOf(store: Store, stamp: string): { entity: EntityName; id: string }[] {
  return sql(store, 'SELECT DISTINCT entity, record_id AS "id" FROM changes WHERE stamp = ?').all(stamp) as {
    entity: EntityName
    id: string
  }[]
}

function setOf(store: Store, stamp: string): SetRow {
  return sql(store, `SELECT ${setColumns} FROM change_sets WHERE stamp = ?`).get(stamp) as SetRow
}

function entriesOf(store: Store, stamp: string): Entry[] {
  return sql(store, `SELECT ${entryColumns} FROM changes WHERE stamp = ? ORDER BY seq`).all(stamp) as Entry[]
}

function fieldOf(store: Store, entry: Entry): FieldChange {
  return {
    entity: entry.entity,
    recordId: entry.recordId,
    field: entry.field,
    value: JSON.parse(entry.value),
    ...(entry.replaces === null ? {} : { before: valueAt(store, entry) }),
  }
}

function describe(store: Store, set: SetRow, entries: readonly Entry[], fieldCount: number): Change {
  const fields = entries.map((entry) => fieldOf(store, entry))
  return {
    stamp: set.stamp,
    at: instantOf(set.stamp),
    device: set.device,
    actor: set.actor,
    command: set.command,
    undoes: set.undoes,
    undone: isUndone(store, set.stamp),
    undoable: !lasting.has(set.command),
    fields,
    fieldCount,
    names: namesIn(store, fields),
  }
}

/** Whether a change is undone, and not redone since. `known` keeps the answers of one walk through the log. */
export function isUndone(store: Store, stamp: string, known = new Map<string, boolean>()): boolean {
  const before = known.get(stamp)
  if (before !== undefined) return before
  const undo = sql(store, 'SELECT stamp FROM change_sets WHERE undoes = ? ORDER BY stamp DESC LIMIT 1')
    .pluck()
    .get(stamp) as string | undefined
  const answer = undo !== undefined && !isUndone(store, undo, known)
  known.set(stamp, answer)
  return answer
}

/** The value that an entry overwrote: the one its `replaces` stamp wrote, in a change of the field or in the record's making. */
function valueAt(store: Store, entry: Entry): unknown {
  const rows = sql(
    store,
    "SELECT field, value FROM changes WHERE record_id = ? AND stamp = ? AND field IN (?, '*') ORDER BY field DESC",
  ).all(entry.recordId, entry.replaces, entry.field) as { field: string; value: string }[]
  const own = rows.find((row) => row.field === entry.field)
  if (own) return JSON.parse(own.value)
  const made = rows.find((row) => row.field === '*')
  return made ? ((JSON.parse(made.value) as Record<string, unknown>)[entry.field] ?? null) : null
}

/**
 * Puts back what a change overwrote, inside the caller's transaction, which must carry `undoes: stamp`. Undoing an undo redoes it.
 *
 * @throws ProblemError `notFound`; `refused` for what lasts or was undone already; `conflict` with the fields where something was changed since.
 */
export function undoChange(write: Writer, stamp: string): void {
  const set = sql(write, `SELECT ${setColumns} FROM change_sets WHERE stamp = ?`).get(stamp) as SetRow | undefined
  if (!set) throw problem('notFound', 'problems.notFound')
  if (lasting.has(set.command)) throw problem('refused', 'problems.cannotUndo')
  if (isUndone(write, stamp)) throw problem('refused', 'problems.alreadyUndone')
  const entries = entriesOf(write, stamp)
  refuseWhereChangedSince(write, stamp, entries)
  for (const entry of entries.toReversed()) {
    const made = entry.field === '*'
    const value = made ? instantOf(write.stamp) : valueAt(write, entry)
    // What goes, whether it was made or brought back by the change, must be named by nobody.
    if (made || (entry.field === 'deletedAt' && (value ?? null) !== null)) {
      const by = namedBy(write, entry.entity, entry.recordId)
      if (by) throw problem('refused', `problems.namedBy.${by.entity}`, { count: by.count })
      // What was tied to it since goes with it, as when it is removed.
      for (const tied of tiesOf(write, entry.entity, entry.recordId)) write.remove(tied.entity, tied.id)
    }
    write.setField(entry.entity, entry.recordId, made ? 'deletedAt' : entry.field, value)
  }
}

function refuseWhereChangedSince(store: Store, stamp: string, entries: readonly Entry[]): void {
  const since: string[] = []
  const marks = new Set(entries.filter(({ field }) => field === 'deletedAt').map(({ recordId }) => recordId))
  for (const entry of entries) {
    if (entry.field === '*') {
      // A record made, removed and brought back by undo and redo is as it was made.
      const [later] = laterFields(store, entry.recordId, stamp)
      if (later !== undefined) since.push(later)
      else if (find(store, entry.entity, entry.recordId)?.deletedAt) since.push('deletedAt')
    } else {
      const record = find(store, entry.entity, entry.recordId)
      if (!record || !stillStands(store, entry, record.createdStamp, stamp)) since.push(entry.field)
      else if (entry.field !== 'deletedAt') {
        // A removed record answers to no rule: what was changed behind its back would come to light when it returns.
        if (record.deletedAt !== null && !marks.has(entry.recordId)) since.push('deletedAt')
      } else if (record.deletedAt === null) {
        // It would go again, with what was written in it since it came back.
        since.push(...laterFields(store, entry.recordId, stamp))
      }
    }
  }
  if (since.length > 0) {
    throw problem(
      'conflict',
      'problems.fieldsChangedSince',
      { count: since.length },
      Object.fromEntries(since.map((field) => [field, { key: 'problems.field.changedSince' }])),
    )
  }
}

/** Whether a field holds what a change wrote: what came since was undone, step by step, and nothing else was written. */
function stillStands(store: Store, { recordId, field }: Entry, createdStamp: string, stamp: string): boolean {
  const last = lastStamp(store, recordId, field, createdStamp)
  return last === stamp || origin(store, recordId, field, last) === origin(store, recordId, field, stamp)
}

/** The change that first wrote the value that a field got at a stamp: an undo brings back an earlier one. */
function origin(store: Store, recordId: string, field: string, stamp: string): string {
  const replaced = sql(
    store,
    `SELECT c.replaces FROM change_sets s CROSS JOIN changes c ON c.record_id = ? AND c.field = ? AND c.stamp = s.undoes
     WHERE s.stamp = ?`,
  ).pluck()
  let at = stamp
  for (;;) {
    const before = replaced.get(recordId, field, at) as string | null | undefined
    if (before === null || before === undefined) return at
    at = before
  }
}

/** The fields of the record that were written after the change and do not read as before again, its deletion mark aside. */
function laterFields(store: Store, id: string, stamp: string): string[] {
  const written = sql(
    store,
    "SELECT field, max(stamp) AS stamp FROM changes WHERE record_id = ? AND stamp > ? AND field <> 'deletedAt' GROUP BY field",
  ).all(id, stamp) as { field: string; stamp: string }[]
  return written.filter((one) => origin(store, id, one.field, one.stamp) > stamp).map(({ field }) => field)
}
