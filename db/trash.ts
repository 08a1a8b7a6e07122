/** Removed records: what lies there, and the way back. */
import type { z } from 'zod'
import type { historyOperations } from '#shared/contract/history.ts'
import { ProblemError, problem } from '#shared/contract/problem.ts'
import { foldForSearch, foldQuery } from '#shared/domain/search-text.ts'
import { lastStamp, type Writer } from './changes.ts'
import { type Context, change } from './context.ts'
import { type EntityName, entities, fieldsOf } from './entities.ts'
import { nameOf } from './record-names.ts'
import { instantOf } from './stamp.ts'
import { find, type Store, sql } from './store.ts'
import { type RuleDay, undoWithinRules, withinRules } from './undo.ts'

type Row = z.infer<(typeof historyOperations)['trash.list']['output']>['rows'][number]
interface Removal {
  readonly seq: number
  readonly stamp: string
  readonly entity: EntityName
  readonly id: string
}
interface Named {
  readonly entity: EntityName
  readonly id: string
}

/** So many removals one call looks through. */
const looked = 600

/** What is removed now, newest removal first, after a place in the log; null starts at the newest. `next` is null at the end. */
export function pageOfTrash(
  store: Store,
  filter: { readonly entities: readonly EntityName[]; readonly text: string },
  after: string | null,
  limit: number,
): { rows: Row[]; next: string | null } {
  const [stamp = '~', seq = '0'] = after?.split(' ') ?? []
  const removals = sql(
    store,
    `SELECT seq, stamp, entity, record_id AS "id" FROM changes INDEXED BY changes_removed
     WHERE field = 'deletedAt' AND value <> 'null' AND (stamp, seq) < (?, ?) ORDER BY stamp DESC, seq DESC LIMIT ?`,
  ).all(stamp, Number(seq) || 0, looked) as Removal[]
  const words = foldQuery(filter.text)
  const rows: Row[] = []
  for (const [index, removal] of removals.entries()) {
    if (filter.entities.length > 0 && !filter.entities.includes(removal.entity)) continue
    const row = rowOf(store, removal, words)
    if (row) rows.push(row)
    if (rows.length === limit) {
      const more = index < removals.length - 1 || removals.length === looked
      return { rows, next: more ? `${removal.stamp} ${removal.seq}` : null }
    }
  }
  const last = removals.length === looked ? removals.at(-1) : undefined
  return { rows, next: last ? `${last.stamp} ${last.seq}` : null }
}

/** The line of a removal; null where the record came back or was removed anew since, or is called otherwise. */
function rowOf(store: Store, { stamp, entity, id }: Removal, words: readonly string[]): Row | null {
  const record = find(store, entity, id)
  if (!record || record.deletedAt === null || lastStamp(store, id, 'deletedAt', record.createdStamp) !== stamp)
    return null
  const called = nameOf(store, entity, id) ?? { name: '', day: null }
  if (words.length > 0) {
    const folded = ` ${foldForSearch(called.name)}`
    if (!words.every((word) => folded.includes(` ${word}`))) return null
  }
  const set = sql(store, 'SELECT actor, device FROM change_sets WHERE stamp = ?').get(stamp) as {
    actor: string
    device: string
  }
  const count = sql(
    store,
    `SELECT count(*) FROM changes INDEXED BY changes_removed WHERE field = 'deletedAt' AND stamp = ? AND value <> 'null'`,
  )
  const { status, disposedOn } = fieldsOf(record)
  return {
    entity,
    id,
    ...called,
    stamp,
    at: instantOf(stamp),
    ...set,
    with: (count.pluck().get(stamp) as number) - 1,
    erased: status === 'anonymised' || (disposedOn ?? null) !== null,
  }
}

/**
 * Brings a removed record back: by undoing the change that removed it, and so with all that went then; where something stands against
 * that, alone. With `withOwners` also the removed records that it names.
 *
 * @returns how many records came back.
 * @throws ProblemError `notFound` for what isn't removed; `refused` where what it names is removed too; `invalid` where a rule is broken.
 */
export function restoreRecord(context: Context, named: Named, withOwners: boolean, day: RuleDay): number {
  const record = find(context.store, named.entity, named.id)
  if (!record || record.deletedAt === null) throw problem('notFound', 'problems.notInTrash')
  const stamp = lastStamp(context.store, named.id, 'deletedAt', record.createdStamp)
  const before = removedNow(context.store, stamp)
  try {
    change(context, (write) => undoWithinRules(write, stamp, day), { undoes: stamp })
    return before
  } catch (cause) {
    if (!(cause instanceof ProblemError) || cause.problem.code === 'readOnly') throw cause
  }
  return change(context, (write) => restoreAlone(write, named, withOwners, day))
}

/** How many records a change removed. */
function removedNow(store: Store, stamp: string): number {
  return sql(store, "SELECT count(*) FROM changes WHERE stamp = ? AND field = 'deletedAt' AND value <> 'null'")
    .pluck()
    .get(stamp) as number
}

function restoreAlone(write: Writer, named: Named, withOwners: boolean, day: RuleDay): number {
  const owners = removedOwners(write, named)
  if (owners.length > 0 && !withOwners) {
    const names = owners.map(({ entity, id }) => nameOf(write, entity, id)?.name ?? '').filter((name) => name !== '')
    throw problem('refused', 'problems.ownersInTrash', { count: owners.length, names: names.join(', ') })
  }
  let restored = 0
  for (const owner of owners) {
    // One owner may have brought the next along.
    if (find(write, owner.entity, owner.id)?.deletedAt !== null) restored += restoreAlone(write, owner, true, day)
  }
  withinRules(write, [named], day, () => write.restore(named.entity, named.id))
  return restored + 1
}

/** The removed records that a record names and can't be without. */
function removedOwners(store: Store, { entity, id }: Named): Named[] {
  const record = fieldsOf(find(store, entity, id)) ?? {}
  return entities[entity].references
    .filter(({ origin }) => !origin)
    .flatMap(({ field, to }) =>
      [record[field]].flat().flatMap((owner) => {
        if (typeof owner !== 'string') return []
        const deletedAt = find(store, to, owner)?.deletedAt ?? null
        return deletedAt === null ? [] : [{ entity: to, id: owner }]
      }),
    )
}
