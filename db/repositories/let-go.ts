/** What people themselves said or let go of, told from the log: a change that was undone counts as never made. */
import type { GoalLink } from '#shared/domain/records/goal.ts'
import type { Id } from '#shared/domain/values.ts'
import { find, type Store, sql } from '../store.ts'

/**
 * The operation that gave a field the value it has now, through any number of undos and redos; null where the record has it from its
 * making, or where the making itself was undone.
 */
export function operationBehind(store: Store, recordId: Id, field: string): string | null {
  const newest = sql(store, 'SELECT max(stamp) FROM changes WHERE record_id = ? AND field = ?').pluck()
  const set = sql(store, 'SELECT command, undoes FROM change_sets WHERE stamp = ?')
  const entry = sql(store, 'SELECT replaces FROM changes WHERE record_id = ? AND field = ? AND stamp = ?')
  let at = newest.get(recordId, field) as string | null
  while (at !== null) {
    const found = entry.get(recordId, field, at) as { replaces: string | null } | undefined
    const { command, undoes } = (set.get(at) ?? {}) as { command?: string; undoes?: string | null }
    if (!found || command === undefined) return null
    if (undoes == null) return command
    // What it took back stood in the place of an earlier value: whoever wrote that one said it.
    at = (entry.get(recordId, field, undoes) as { replaces: string | null } | undefined)?.replaces ?? null
  }
  return null
}

/** The ties to a plan's goals that somebody took off, and that were not taken back. */
export function linksLetGo(store: Store, planId: Id): GoalLink[] {
  const ids = sql(
    store,
    `SELECT l.id FROM goals g INDEXED BY goals_plan CROSS JOIN goal_links l ON l.goal_id = g.id
     WHERE g.plan_id = ? AND g.deleted_at IS NULL AND l.deleted_at IS NOT NULL ORDER BY l.created_stamp, l.id`,
  )
    .pluck()
    .all(planId) as Id[]
  return ids.flatMap((id) =>
    operationBehind(store, id, 'deletedAt') === null ? [] : (find(store, 'goalLinks', id) ?? []),
  )
}
