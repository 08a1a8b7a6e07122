import type { Reply } from './dispatcher.ts'

/**
 * Everything that can go wrong, as a closed set. A problem crosses every host unchanged; the renderer turns
 * `key` and `params` into a sentence in the user's language (`shared/i18n/<language>/problems.ts`).
 */
export const problemCodes = [
  'invalid', // the input breaks a rule; `fields` says which and where
  'notFound', // no such record, or it is deleted
  'conflict', // changed by somebody since, or a second record with the same key
  'refused', // a rule of the domain forbids it (immutable, named elsewhere …)
  'noWorkspace', // no partnership file is open
  'notFyrFile',
  'damagedFile',
  'newerFile',
  'lockedFile', // open in another window or process
  'readOnly',
  'diskFull',
  'targetLocked', // the file to be written is open in another program
  'keyNeeded', // the file is encrypted, and no recovery code known here fits
  'fileMissing',
  'tooLarge',
  'cancelled',
  'unknownOperation',
  'unavailable', // this host can't do it (no native dialogs, say)
  // Of a command whose worker died before it answered (`db/lost-calls.ts`):
  'wasSaved', // it stands in the file, but what it would have answered can't be told
  'wasNotSaved', // nothing of it was written; it may be asked for again
  'maybeSaved', // nobody can tell
  'internal',
] as const
export type ProblemCode = (typeof problemCodes)[number]

/** One sentence by key; `params` fill its blanks. */
export interface Message {
  readonly key: string
  readonly params?: Readonly<Record<string, string | number>>
}

export interface Problem extends Message {
  readonly code: ProblemCode
  /** Field path (`name`, `changes.visitedOn`, `distribution.3`) → what is wrong with it. */
  readonly fields?: Readonly<Record<string, Message>>
}

/** Thrown by handlers and repositories; the dispatcher sends its `problem` and nothing else. */
export class ProblemError extends Error {
  readonly problem: Problem
  constructor(problem: Problem, options?: { cause?: unknown }) {
    super(`${problem.code}: ${problem.key}`, options)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

/** A problem of one code with its sentence: `problem('notFound', 'problems.notFound', { what: 'visit' })`. */
export function problem(
  code: ProblemCode,
  key: string,
  params?: Message['params'],
  fields?: Problem['fields'],
): ProblemError {
  return new ProblemError({ code, key, ...(params ? { params } : {}), ...(fields ? { fields } : {}) })
}

/** Whether what was asked for is done: answered as such, or told afterwards of a command whose answer could not be brought back. */
export function isDone(reply: Reply): boolean {
  return reply.ok || reply.problem.code === 'wasSaved'
}

/** The input breaks rules on these fields. */
export function invalid(fields: Readonly<Record<string, Message>>): ProblemError {
  return problem('invalid', 'problems.invalid', undefined, fields)
}
