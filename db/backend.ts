import { basename } from 'node:path'
import { createDispatcher, type Handlers, type TrackedDispatch } from '#shared/contract/dispatcher.ts'
import { contract } from '#shared/contract/index.ts'
import { type Topic, topics } from '#shared/contract/operation.ts'
import { type Problem, problem } from '#shared/contract/problem.ts'
import { type Backups, createBackups } from './backups/backups.ts'
import { type Disk, threadDisk } from './backups/disk.ts'
import { makeBackupNow } from './backups/make.ts'
import { type CheckThread, checkInThread } from './checking/check-thread.ts'
import { createChecks } from './checking/checks.ts'
import { createActivity, createDailyCheck } from './checking/daily-check.ts'
import { createSearchRebuild } from './checking/rebuild-search.ts'
import { classify } from './classify.ts'
import { backupBeside } from './connection.ts'
import type { Context } from './context.ts'
import { createKeptCodes } from './encryption/kept-codes.ts'
import { learnCodes } from './encryption/keyring.ts'
import { createFiles } from './files.ts'
import { handlers } from './handlers/index.ts'
import { uuidv7 } from './ids.ts'
import { createJobs } from './jobs.ts'
import { isCommand } from './lost-calls.ts'
import { createTroubles } from './opening/troubles.ts'
import { firstPdf, hostPdf, libreOfficePdf, type PdfMaker } from './pdf.ts'
import { openPreferences } from './preferences.ts'
import { type Rendering, threadRendering } from './rendering.ts'
import { createSupervision, type Supervision } from './supervision.ts'
import type { TargetDisk } from './target-disk.ts'
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
  /** Does what backups would block with; a thread unless given. */
  readonly disk?: Disk
  /** Checks a copy of the open file; a thread unless given. */
  readonly checkThread?: CheckThread
  /** What documents are saved to; the machine's own disks unless given. */
  readonly targetDisk?: TargetDisk
  /** False: no backups by the hour and on closing. For tests of something else. */
  readonly automaticBackups?: boolean
}
export interface Backend {
  readonly dispatch: TrackedDispatch
  readonly onChanged: (listener: (topics: readonly Topic[]) => void) => () => void
  readonly workspaces: Workspaces
  readonly backups: Backups
  /** The daily check of the newest backup: asks whether it is time, every minute. */
  readonly dailyCheck: ReturnType<typeof createDailyCheck>
  readonly supervision: Supervision
  /** A file that was open whenever the worker died is not opened again by itself: it is the window's trouble, with its ways out. */
  leftClosed(path: string): void
  /** True while a job is under way. */
  jobRunning(): boolean
  /** Waits for running jobs, makes a backup, and closes the file cleanly. `hurry`: breaks the jobs off and makes none. */
  close(options?: { readonly hurry: boolean }): Promise<void>
}

/** The whole application but its window: the dispatcher over every handler, with one open file at most. Runs in any Node. */
export function createBackend(options: BackendOptions): Backend {
  const listeners = new Set<(topics: readonly Topic[]) => void>()
  const announce = (topics: readonly Topic[]) => {
    for (const listener of listeners) listener(topics)
  }
  const clock = options.clock ?? { now: () => new Date().toISOString() }
  const newId = options.newId ?? (() => uuidv7(Date.now()))
  const troubles = createTroubles(options.home, () => announce(['workspace']))
  const workspaces = createWorkspaces({
    troubles,
    onOpened: () => {
      announce(topics)
      // Off the path to first paint.
      setImmediate(() => searchRebuild.resume())
    },
    onClosed: () => {
      // What waits to be saved was made of the file that is closed.
      void files.letAllGo()
      checks.cancel()
    },
    preferences: openPreferences(options.home),
    now: clock.now,
    newId,
    onWarning: () => announce(['workspace']),
    beforeMigration(db, path, from) {
      try {
        const by = { home: options.home, reason: 'beforeMigration', now: clock.now(), app: options.version } as const
        makeBackupNow({ db, path }, by)
      } catch {
        // A full home folder must not keep the file from its backup.
        backupBeside(db, path, from)
      }
    },
  })
  const backups = createBackups({
    home: options.home,
    app: options.version,
    now: clock.now,
    workspaces,
    preferences: workspaces.preferences,
    disk: options.disk ?? threadDisk,
    automatic: options.automaticBackups ?? true,
    onChanged: () => announce(['backups', 'workspace']),
  })
  // The process may end whenever it likes: the timer does not hold it.
  const minute = setInterval(() => void backups.tick().then(() => dailyCheck.tick()), 60_000).unref()
  const files = createFiles(options.ports, {
    home: options.home,
    announce: () => announce(['jobs']),
    ...(options.targetDisk ? { disk: options.targetDisk } : {}),
  })
  // What a killed run left: never waited for, a share that is away may take its time.
  void files.sweep()
  /** A damaged page, wherever it is met, stops all writing before it makes more. */
  const told = (cause: unknown): Problem | undefined => {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') workspaces.foundDamaged()
    return classify(cause)
  }
  const afterDeath = options.afterDeath ?? null
  const supervision = createSupervision({
    afterDeath,
    now: clock.now,
    announce: () => announce(['workspace']),
    log: (entry) => options.log?.(entry),
  })
  const jobs = createJobs(() => announce(['jobs']), told, afterDeath !== null)
  const searchRebuild = createSearchRebuild({ workspaces, jobs, now: clock.now })
  const checks = createChecks({
    home: options.home,
    workspaces,
    backups,
    jobs,
    thread: options.checkThread ?? checkInThread,
    before: searchRebuild.settled,
    onChanged: () => announce(['checks']),
  })
  const activity = createActivity(clock.now)
  const dailyCheck = createDailyCheck({ workspaces, backups, jobs, activity, now: clock.now })
  const codes = createKeptCodes(options.codes ?? [], options.ports)
  if (afterDeath?.code) learnCodes([afterDeath.code])
  const rendering = options.rendering ?? threadRendering()
  const pdf =
    options.pdf ?? firstPdf([libreOfficePdf(), ...(options.printsPages ? [hostPdf(options.ports.printPages)] : [])])
  const about = { version: options.version, host: options.host, can: options.can }

  const dispatch = createDispatcher<Context>({
    contract,
    handlers: handlers(about) satisfies Handlers<Context>,
    enter: (_operation, name, committing) => {
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
        troubles,
        backups,
        checks,
        codes,
        searchRebuild,
        supervision,
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
        committing,
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
    classify: told,
    checkOutput: options.checkOutput ?? false,
  })

  return {
    async dispatch(name, ...rest) {
      if (!isCommand(name)) return dispatch(name, ...rest)
      const ended = activity.began()
      try {
        return await dispatch(name, ...rest)
      } finally {
        ended()
      }
    },
    onChanged(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    workspaces,
    backups,
    dailyCheck,
    supervision,
    leftClosed: (path) => troubles.met(path, problem('unavailable', 'problems.keptEnding', { file: basename(path) })),
    jobRunning: jobs.running,
    async close({ hurry } = { hurry: false }) {
      clearInterval(minute)
      checks.cancel()
      // The host ends a thread that takes long: better no backup this time than a file that was not closed.
      if (hurry) {
        jobs.cancelAll()
        await within(brokenOffWithinMs, jobs.settled())
      } else {
        await jobs.settled()
        await within(closingBackupWithinMs, backups.makeIfChanged('close'))
      }
      workspaces.close()
      await files.letAllGo()
    },
  }
}

const closingBackupWithinMs = 6000
const brokenOffWithinMs = 700

async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let late: NodeJS.Timeout | undefined
  const waited = new Promise<void>((done) => (late = setTimeout(done, ms)))
  await Promise.race([work, waited])
  clearTimeout(late)
}

/** Ports of a host with no dialogs and no desktop: every request is declined. Tests and the command line override what they need. */
export const noPorts: Ports = {
  pickOpen: async () => null,
  pickFolder: async () => null,
  pickSave: async () => null,
  openFile: async () => ({ ok: false }),
  revealFile: async () => ({ ok: false }),
  downloadUrl: async () => null,
  printPages: async () => null,
}
