import { ProblemError, problem } from '#shared/contract/problem.ts'
import type { Writer } from '../changes.ts'
import { type Context, change } from '../context.ts'
import type { EntityName, Records } from '../entities.ts'
import { nameOf } from '../record-names.ts'
import { read } from '../store.ts'

/**
 * The same change to many records at once, in one change of the log: all or none, and one undo takes all back. Ids given twice count
 * once. `revise` checks and writes one of them by `write.revise` and gives what that gave; it reads through `write`, so that it sees
 * what was done to those before it. It may throw as the operation on one record does, with fields under `changes.`.
 *
 * @returns how many records differ now.
 * @throws ProblemError with the code of what went wrong with the first such record and a sentence that names it. `fields` are the
 * record's own; where it had none, what went wrong stands under `ids`.
 */
export function reviseAll<N extends EntityName>(
  context: Context,
  entity: N,
  ids: readonly string[],
  revise: (write: Writer, record: Records[N]) => Records[N],
): { changed: number } {
  return change(context, (write) => {
    let changed = 0
    for (const id of new Set(ids)) {
      try {
        if (revise(write, read(write, entity, id)).changedStamp === write.stamp) changed += 1
      } catch (cause) {
        throw ofRecord(cause, nameOf(write, entity, id)?.name ?? '')
      }
    }
    return { changed }
  })
}

/** What went wrong with one of many, told of it by name. */
function ofRecord(cause: unknown, name: string): unknown {
  if (!(cause instanceof ProblemError)) return cause
  const { code, key, params, fields } = cause.problem
  if (code === 'notFound') return problem(code, 'problems.oneOfManyGone')
  const why = { ids: { key, ...(params ? { params } : {}) } }
  return problem(code, 'problems.oneOfMany', { name }, fields ?? why)
}
