import { type Message, ProblemError } from '#shared/contract/problem.ts'
import { classify } from '../classify.ts'

/** Why a backup or its copying failed, with the way out. */
export function messageOf(cause: unknown): Message {
  const known = cause instanceof ProblemError ? cause.problem : classify(cause)
  return known
    ? { key: known.key, ...(known.params ? { params: known.params } : {}) }
    : { key: 'problems.backupFailed' }
}
