import type { Handlers } from '#shared/contract/dispatcher.ts'
import { problem } from '#shared/contract/problem.ts'
import { todayIn } from '#shared/domain/days.ts'
import type { Day } from '#shared/domain/values.ts'
import type { Backups } from './backups/backups.ts'
import { type ChangeBy, transact, type Writer } from './changes.ts'
import type { Checks } from './checking/checks.ts'
import type { SearchRebuild } from './checking/rebuild-search.ts'
import type { KeptCodes } from './encryption/kept-codes.ts'
import type { Files } from './files.ts'
import { lasting } from './history.ts'
import type { Jobs } from './jobs.ts'
import type { Troubles } from './opening/troubles.ts'
import type { PdfMaker } from './pdf.ts'
import type { Rendering } from './rendering.ts'
import type { Store } from './store.ts'
import type { Supervision } from './supervision.ts'
import type { Workspaces } from './workspaces.ts'

/** All that a handler may use of the world. Nothing else reads the time, makes an id or touches a file. */
export interface Context {
  /** The open partnership file. @throws ProblemError `noWorkspace`. */
  readonly store: Store
  readonly clock: { now(): string }
  readonly newId: () => string
  readonly files: Files
  readonly rendering: Rendering
  readonly pdf: PdfMaker
  readonly jobs: Jobs
  readonly workspaces: Workspaces
  readonly troubles: Troubles
  readonly backups: Backups
  readonly checks: Checks
  readonly codes: KeptCodes
  readonly searchRebuild: SearchRebuild
  /** Who makes the change, as the history shows it. */
  readonly actor: { readonly personId: string | null; readonly name: string }
  /** Announces topics outside a command's own reply: a job's progress. */
  readonly announce: (topics: readonly import('#shared/contract/operation.ts').Topic[]) => void
  /** Name of the running operation. */
  readonly operation: string
  /** Remembers the stamp that the call wrote, for undo. */
  readonly wrote: (stamp: string | null) => void
  readonly supervision: Supervision
  /** Told the stamp just before it is committed: whether it was, can be asked after a crash. */
  readonly committing: (stamp: string) => void
}

/** The operations of some areas: a part of the whole table, checked against the contract. `AreaHandlers<'visits' | 'visitPlans'>`. */
export type AreaHandlers<Prefix extends string> = {
  readonly [N in keyof Handlers<Context> as N extends `${Prefix}.${string}` ? N : never]: Handlers<Context>[N]
}

/** One transaction of the running operation. What `work` writes is logged under the operation's name and the actor. */
export function change<T>(
  context: Context,
  work: (write: Writer) => T extends PromiseLike<unknown> ? never : T,
  by: Partial<ChangeBy> = {},
): T {
  const { value, stamp } = transact<T>(
    context.store,
    { actor: context.actor.name, command: context.operation, committing: context.committing, ...by },
    work,
  )
  // What lasts is not offered for undo.
  if (stamp && !lasting.has(context.operation)) context.wrote(stamp)
  return value
}

/** Today in the partnership's own time zone. */
export function today(context: Context): Day {
  return todayIn(context.store.country === 'SE' ? 'Europe/Stockholm' : 'Europe/Oslo', context.clock.now())
}

/** @throws ProblemError `noWorkspace`, always: what a file is needed for was asked for while none was open. */
export function noWorkspace(): never {
  throw problem('noWorkspace', 'problems.noWorkspace')
}
