import type { z } from 'zod'
import type { contract } from './index.ts'
import type { Operation, Topic } from './operation.ts'
import { type Message, type Problem, ProblemError } from './problem.ts'

export type Contract = typeof contract
export type OperationName = keyof Contract
export type InputOf<N extends OperationName> = z.input<Contract[N]['input']>
export type ParsedInputOf<N extends OperationName> = z.output<Contract[N]['input']>
export type OutputOf<N extends OperationName> = z.output<Contract[N]['output']>

export type Reply<T = unknown> =
  | {
      readonly ok: true
      readonly value: T
      /** The stamp of the change that the command made, for `history.undo`; null where nothing was written. */
      readonly change: string | null
    }
  | { readonly ok: false; readonly problem: Problem }

/** The one function every host carries. */
export type Dispatch = (name: string, input: unknown) => Promise<Reply>

/** The dispatcher itself. `committing` is told each stamp that the call is about to commit, so that one whose answer is lost can be asked for. */
export type TrackedDispatch = (name: string, input: unknown, committing?: (stamp: string) => void) => Promise<Reply>

/** What a handler gets besides its input is up to the host's side (`db/context.ts`). */
export type Handlers<Context> = {
  readonly [N in OperationName]: (input: ParsedInputOf<N>, context: Context) => OutputOf<N> | Promise<OutputOf<N>>
}

export interface DispatcherOptions<Context> {
  readonly contract: Readonly<Record<string, Operation>>
  readonly handlers: Readonly<Record<string, (input: never, context: Context) => unknown>>
  /** A fresh context for each call; `change()` gives the stamp the call wrote, if any. */
  readonly enter: (
    operation: Operation,
    name: string,
    committing: (stamp: string) => void,
  ) => { context: Context; change: () => string | null }
  readonly announce: (topics: readonly Topic[]) => void
  readonly log: (entry: { level: 'error' | 'slow'; operation: string; ms: number; cause?: unknown }) => void
  readonly now: () => number
  /** Turns an error of the database or the file system into a problem; undefined where it knows none. */
  readonly classify?: (cause: unknown) => Problem | undefined
  /** Parses outputs too. On in tests and development; off in use, where it costs time and finds nothing new. */
  readonly checkOutput?: boolean
}

const slowMs = 100

/**
 * Makes the dispatcher: parse the input, run the handler, turn every error into a problem, announce the topics.
 * Never throws and never rejects; names outside the contract (also `__proto__` and the like) get a problem.
 */
export function createDispatcher<Context>(options: DispatcherOptions<Context>): TrackedDispatch {
  return async (name, input, committing = () => {}) => {
    const operation =
      typeof name === 'string' && Object.hasOwn(options.contract, name) ? options.contract[name] : undefined
    const handler = operation && Object.hasOwn(options.handlers, name) ? options.handlers[name] : undefined
    if (!operation || !handler) {
      return {
        ok: false,
        problem: {
          code: 'unknownOperation',
          key: 'problems.unknownOperation',
          // An object may have no text at all; only a text is quoted back.
          params: { name: typeof name === 'string' ? name.slice(0, 80) : typeof name },
        },
      }
    }
    const started = options.now()
    try {
      if (sizeOf(input, operation.maxInput ?? 1_000_000) > (operation.maxInput ?? 1_000_000)) {
        return { ok: false, problem: { code: 'tooLarge', key: 'problems.tooLarge' } }
      }
      const parsed = operation.input.safeParse(input)
      if (!parsed.success) return { ok: false, problem: invalidInput(parsed.error) }
      const { context, change } = options.enter(operation, name, committing)
      // The table pairs each schema with its handler; looked up by a text, the pair is lost to a union.
      const value = await handler(parsed.data as never, context)
      if (options.checkOutput) operation.output.parse(value)
      const stamp = change()
      if (operation.kind === 'command') options.announce(operation.touches)
      return { ok: true, value, change: stamp }
    } catch (cause) {
      if (cause instanceof ProblemError) return { ok: false, problem: cause.problem }
      const known = options.classify?.(cause)
      if (!known) options.log({ level: 'error', operation: name, ms: options.now() - started, cause })
      return { ok: false, problem: known ?? { code: 'internal', key: 'problems.internal' } }
    } finally {
      const ms = options.now() - started
      if (ms > slowMs) options.log({ level: 'slow', operation: name, ms })
    }
  }
}

/** Deepest nesting of an input: lists ten deep in a rich text take some fifty. */
const deepest = 64

/** Characters of text in a value, stopping early past `limit`; cyclic or deep values count as too large. */
function sizeOf(value: unknown, limit: number): number {
  let size = 0
  const walk = (node: unknown, depth: number): void => {
    if (size > limit) return
    if (depth > deepest) {
      size = Number.POSITIVE_INFINITY
      return
    }
    if (typeof node === 'string') size += node.length + 2
    else if (Array.isArray(node)) {
      // By its length and not by its keys: a list of four billion holes has none.
      size += node.length
      for (let at = 0; at < node.length && size <= limit; at++) walk(node[at], depth + 1)
    } else if (ArrayBuffer.isView(node)) {
      // Bytes come as base64; listing the keys of a large buffer alone would take the memory.
      size = Number.POSITIVE_INFINITY
    } else if (node !== null && typeof node === 'object') {
      for (const key of Object.keys(node)) {
        size += key.length + 3
        walk((node as Record<string, unknown>)[key], depth + 1)
        if (size > limit) return
      }
    } else size += 8
  }
  walk(value, 0)
  return size
}

/** A Zod error as field messages. Our own checks carry keys; Zod's own are mapped by kind. */
export function invalidInput(error: z.ZodError): Problem {
  const fields: Record<string, Message> = {}
  for (const issue of error.issues) {
    const path = issue.path.map(String).join('.')
    if (!Object.hasOwn(fields, path)) fields[path] = messageOf(issue)
  }
  return { code: 'invalid', key: 'problems.invalid', fields }
}

function messageOf(issue: z.core.$ZodIssue): Message {
  if (issue.code === 'custom' && typeof issue.params?.key === 'string') {
    const values = issue.params.values as Message['params']
    return { key: issue.params.key, ...(values ? { params: values } : {}) }
  }
  if (issue.message.startsWith('problems.')) return { key: issue.message }
  if (issue.code === 'invalid_type' && (issue.input === undefined || issue.input === null)) {
    return { key: 'problems.field.required' }
  }
  if (issue.code === 'unrecognized_keys') return { key: 'problems.field.unknown' }
  return { key: 'problems.field.invalid' }
}
