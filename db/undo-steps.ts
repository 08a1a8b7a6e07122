/** What undo and redo would do next, read from the log: nothing beside it remembers, so a restart forgets nothing. */
import { isUndone, lasting } from './history.ts'
import { type Store, sql } from './store.ts'

/** So far back an undo is looked for. */
const walked = 1000

interface Own {
  readonly stamp: string
  readonly command: string
  readonly undoes: string | null
}

/**
 * The newest change that this person made on this device, that stands and can be undone; and their newest undo that stands, unless they wrote
 * something else since. Redoing is undoing an undo, so every second link of such a chain is a redo, which can be undone again.
 *
 * @param skip stamps that were tried and refused.
 */
export function stepsOf(
  store: Store,
  actor: string,
  skip: ReadonlySet<string>,
): { undo: string | null; redo: string | null } {
  const own = sql(
    store,
    `SELECT stamp, command, undoes FROM change_sets INDEXED BY change_sets_actor
     WHERE actor = ? AND substr(stamp, -8) = ? ORDER BY stamp DESC LIMIT ?`,
  ).all(actor, store.stamps.device, walked) as Own[]
  const known = new Map<string, boolean>()
  const undoes = new Map<string, boolean>()
  let undo: string | null = null
  let redo: string | null = null
  let written = false
  for (const { stamp, command, undoes: of } of own) {
    const isUndo = of !== null && !takesBack(store, of, undoes)
    if (of === null) written = true
    if (!skip.has(stamp) && !isUndone(store, stamp, known)) {
      if (isUndo && !written) redo ??= stamp
      if (!isUndo && !lasting.has(command)) undo ??= stamp
    }
    if (undo !== null && (redo !== null || written)) break
  }
  return { undo, redo }
}

/** Whether a change is an undo: one of a change, or of a redo. */
function takesBack(store: Store, stamp: string, known: Map<string, boolean>): boolean {
  const chain: string[] = []
  let of: string | null = stamp
  let answer = true
  while (of !== null) {
    const before = known.get(of)
    if (before !== undefined) {
      answer = before
      break
    }
    chain.push(of)
    const next = sql(store, 'SELECT undoes FROM change_sets WHERE stamp = ?').pluck().get(of) as
      | string
      | null
      | undefined
    of = next ?? null
    // The end of the chain is a change of its own, so what precedes it is its undo.
    if (of === null) answer = true
  }
  // From the oldest on, undo and redo take turns.
  for (const one of chain.reverse()) {
    answer = !answer
    known.set(one, answer)
  }
  return known.get(stamp) ?? false
}
