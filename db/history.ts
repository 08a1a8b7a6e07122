import type { z } from 'zod'
import type { change } from '#shared/contract/desk.ts'
import { problem } from '#shared/contract/problem.ts'
import { lastStamp, type Writer } from './changes.ts'
import type { EntityName } from './entities.ts'
import { namesIn } from './record-names.ts'
import { namedBy, tiesOf } from './references.ts'
import { instantOf } from './stamp.ts'
import { find, type Store, sql } from './store.ts'

export type Change = z.infer<typeof change>
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

/** Every change of one record, newest first. */
export function historyOf(store: Store, id: string): Change[] {
  const sets = sql(
    store,
    `SELECT ${setColumns} FROM change_sets WHERE stamp IN (SELECT stamp FROM changes WHERE record_id = ?) ORDER BY stamp DESC`,
  ).all(id) as SetRow[]
  return sets.map((set) =>
    describe(
      store,
      set,
      entriesOf(store, set.stamp).filter((entry) => entry.recordId === id),
    ),
  )
}

/** The records that a change wrote, each once. */
export function recordsOf(store: Store, stamp: string): { entity: EntityName; id: string }[] {
  return sql(store, 'SELECT DISTINCT entity, record_id AS "id" FROM changes WHERE stamp = ?').all(stamp) as {
    entity: EntityName
    id: string
  }[]
}

/** The newest changes of the file before a stamp; `before` null starts at the newest. With `only`, those that touched such records. */
export function latestChanges(
  store: Store,
  before: string | null,
  limit: number,
  only: readonly EntityName[] = [],
): Change[] {
  const touching = `AND EXISTS (
    SELECT 1 FROM changes c WHERE c.stamp = s.stamp AND c.entity IN (SELECT value FROM json_each(?)))`
  const sets = sql(
    store,
    `SELECT ${setColumns} FROM change_sets s WHERE stamp < ? ${only.length > 0 ? touching : ''} ORDER BY stamp DESC LIMIT ?`,
  ).all(before ?? '~', ...(only.length > 0 ? [JSON.stringify(only)] : []), limit) as SetRow[]
  return sets.map((set) => describe(store, set, entriesOf(store, set.stamp)))
}

function entriesOf(store: Store, stamp: string): Entry[] {
  return sql(store, `SELECT ${entryColumns} FROM changes WHERE stamp = ? ORDER BY seq`).all(stamp) as Entry[]
}

function describe(store: Store, set: SetRow, entries: readonly Entry[]): Change {
  const fields = entries.map((entry) => ({
    entity: entry.entity,
    recordId: entry.recordId,
    field: entry.field,
    value: JSON.parse(entry.value),
    ...(entry.replaces === null ? {} : { before: valueAt(store, entry) }),
  }))
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
    names: namesIn(store, fields),
  }
}

function isUndone(store: Store, stamp: string): boolean {
  const undo = sql(store, 'SELECT stamp FROM change_sets WHERE undoes = ? ORDER BY stamp DESC LIMIT 1')
    .pluck()
    .get(stamp) as string | undefined
  return undo !== undefined && !isUndone(store, undo)
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
      const later = sql(store, 'SELECT field FROM changes WHERE record_id = ? AND stamp > ? LIMIT 1')
        .pluck()
        .get(entry.recordId, stamp) as string | undefined
      // A record made, removed and brought back by undo and redo is as it was made.
      if (later !== undefined && !onlyDeletionMarks(store, entry.recordId, stamp)) since.push(later)
      else if (find(store, entry.entity, entry.recordId)?.deletedAt) since.push('deletedAt')
    } else {
      const record = find(store, entry.entity, entry.recordId)
      if (!record || lastStamp(store, entry.recordId, entry.field, record.createdStamp) !== stamp)
        since.push(entry.field)
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

function onlyDeletionMarks(store: Store, id: string, stamp: string): boolean {
  return laterFields(store, id, stamp).length === 0
}

/** The fields of the record that were written after the change, its deletion mark aside. */
function laterFields(store: Store, id: string, stamp: string): string[] {
  return sql(store, "SELECT DISTINCT field FROM changes WHERE record_id = ? AND stamp > ? AND field <> 'deletedAt'")
    .pluck()
    .all(id, stamp) as string[]
}
