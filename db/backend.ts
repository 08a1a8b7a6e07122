import { createDispatcher, type Dispatch, type Handlers } from '#shared/contract/dispatcher.ts'
import { contract } from '#shared/contract/index.ts'
import type { Topic } from '#shared/contract/operation.ts'
import { classify } from './classify.ts'
import type { Context } from './context.ts'
import { createFiles } from './files.ts'
import { handlers } from './handlers/index.ts'
import { uuidv7 } from './ids.ts'
import { createJobs } from './jobs.ts'
import { libreOfficePdf, type PdfMaker } from './pdf.ts'
import { openPreferences } from './preferences.ts'
import { type Rendering, threadRendering } from './rendering.ts'
import type { LogEntry, Ports, WorkerStart } from './worker-protocol.ts'
import { createWorkspaces, type Workspaces } from './workspaces.ts'

export interface BackendOptions extends Omit<WorkerStart, 'host' | 'openAtStart'> {
  readonly host: 'direct' | WorkerStart['host']
  readonly ports: Ports
  readonly log?: (entry: LogEntry) => void
  /** Fixed in tests, so that every run gives the same ids, stamps and documents. */
  readonly clock?: { now(): string }
  readonly newId?: () => string
  readonly rendering?: Rendering
  readonly pdf?: PdfMaker
  readonly checkOutput?: boolean
}
export interface Backend {
  readonly dispatch: Dispatch
  readonly onChanged: (listener: (topics: readonly Topic[]) => void) => () => void
  readonly workspaces: Workspaces
  /** Waits for running jobs, closes the file cleanly. */
  close(): Promise<void>
}

/** The whole application but its window: the dispatcher over every handler, with one open file at most. Runs in any Node. */
export function createBackend(options: BackendOptions): Backend {
  const listeners = new Set<(topics: readonly Topic[]) => void>()
  const announce = (topics: readonly Topic[]) => {
    for (const listener of listeners) listener(topics)
  }
  const clock = options.clock ?? { now: () => new Date().toISOString() }
  const newId = options.newId ?? (() => uuidv7(Date.now()))
  const workspaces = createWorkspaces({
    preferences: openPreferences(options.home),
    now: clock.now,
    newId,
    onWarning: () => announce(['workspace']),
  })
  const files = createFiles(options.ports)
  const jobs = createJobs(() => announce(['jobs']))
  const rendering = options.rendering ?? threadRendering()
  const pdf = options.pdf ?? libreOfficePdf()
  const about = { version: options.version, host: options.host, can: options.can }

  const dispatch = createDispatcher<Context>({
    contract,
    handlers: handlers(about) satisfies Handlers<Context>,
    enter: (_operation, name) => {
      let stamp: string | null = null
      const context: Context = {
        get store() {
          return workspaces.store()
        },
        clock,
        newId,
        files,
        rendering,
        pdf,
        jobs,
        workspaces,
        get actor() {
          const me = workspaces.me()
          return me
            ? { personId: me.id, name: `${me.givenName} ${me.familyName}` }
            : { personId: null, name: workspaces.preferences.get().deviceName }
        },
        announce,
        operation: name,
        wrote: (written) => {
          stamp = written
        },
      }
      return { context, change: () => stamp }
    },
    announce,
    log: ({ level, operation, ms, cause }) => {
      // No content in the log: the operation's name and the error's own words.
      options.log?.({
        level,
        operation,
        ms: Math.round(ms),
        ...(cause instanceof Error ? { message: `${cause.name}: ${cause.message}`.slice(0, 500) } : {}),
      })
    },
    now: () => performance.now(),
    classify,
    checkOutput: options.checkOutput ?? false,
  })

  return {
    dispatch,
    onChanged(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    workspaces,
    async close() {
      await jobs.settled()
      workspaces.close()
    },
  }
}

/** Ports of a host with no dialogs and no desktop: every request is declined. Tests and the command line override what they need. */
export const noPorts: Ports = {
  pickOpen: async () => null,
  pickSave: async () => null,
  openFile: async () => ({ ok: false }),
  revealFile: async () => ({ ok: false }),
  downloadUrl: async () => null,
}
