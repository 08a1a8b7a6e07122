/** The check of the open file: on a copy of one moment, in a thread of its own, so that the window is answered meanwhile. */
import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import type { z } from 'zod'
import type { checkOperations } from '#shared/contract/check.ts'
import { problem } from '#shared/contract/problem.ts'
import { type CheckReport, severityOf } from '#shared/domain/file-check.ts'
import type { Backups } from '../backups/backups.ts'
import { copyInSteps } from '../backups/copy-in-steps.ts'
import { sweep } from '../backups/make.ts'
import type { OpenFile } from '../connection.ts'
import { type EntityName, entities } from '../entities.ts'
import type { JobReport, Jobs } from '../jobs.ts'
import { nameOf } from '../record-names.ts'
import { type Store, sql } from '../store.ts'
import type { Workspaces } from '../workspaces.ts'
import type { CheckThread } from './check-thread.ts'
import { checkFolder, keepReport, keptReport } from './kept-report.ts'

type Last = z.infer<(typeof checkOperations)['check.last']['output']>

export interface Checks {
  last(): Last
  /** Starts a check of the open file, or gives the one under way. @throws ProblemError `noWorkspace`. */
  start(): { jobId: string }
  /** True where the last check found the open file damaged: its ways out are offered. */
  foundDamage(): boolean
  /** Ends a check under way: it is never worth waiting for. */
  cancel(): void
}

/** The copying's share of the progress shown. */
const copying = 0.15

export function createChecks(given: {
  home: string
  workspaces: Workspaces
  backups: Pick<Backups, 'list'>
  jobs: Jobs
  thread: CheckThread
  /** Waited for before the file is looked at. */
  before: () => Promise<void>
  /** Told when what `last` gives is another. */
  onChanged: () => void
}): Checks {
  const { home, workspaces, jobs, thread } = given
  let running: { readonly file: OpenFile; readonly jobId: string } | null = null

  const opened = (): OpenFile => {
    const file = workspaces.file()
    if (!file) throw problem('noWorkspace', 'problems.noWorkspace')
    return file
  }
  /** A file too damaged to tell its id goes by its path. */
  const keyOf = (file: OpenFile): string => {
    try {
      return workspaces.fileId() ?? file.path
    } catch {
      return file.path
    }
  }
  const newestBackup = () => {
    const newest = given.backups.list()[0]
    return newest ? { madeAt: newest.madeAt, changes: newest.changes, good: newest.good } : null
  }

  const check = async (file: OpenFile, report: JobReport, signal: AbortSignal): Promise<CheckReport> => {
    const key = keyOf(file)
    const folder = checkFolder(home)
    mkdirSync(folder, { recursive: true })
    sweep(folder)
    const copy = join(folder, `.${randomUUID()}.fyr-part`)
    try {
      await given.before()
      report({ step: 'checkPage.copying' })
      await copyAsItLies(file.db, copy, (share) => report({ progress: copying * share }), signal)
      const about = { path: copy, missing: file.missing(), newestBackup: newestBackup() }
      const found = await thread(
        about,
        ({ step, at }) => report({ step: `check.steps.${step}`, progress: copying + (1 - copying) * at }),
        signal,
      )
      keepReport(home, key, found)
      return found
    } catch (cause) {
      // A file that was closed meanwhile can't be copied to the end, and nobody waits for it.
      if (workspaces.file() !== file) throw problem('cancelled', 'problems.cancelled')
      throw cause
    } finally {
      // A large file takes its time to go: not this thread's.
      for (const end of ['', '-journal', '-wal', '-shm']) await rm(copy + end, { force: true }).catch(() => {})
    }
  }

  return {
    last() {
      const file = opened()
      const report = keptReport(home, keyOf(file))
      return {
        running: running?.file === file ? running.jobId : null,
        report: report && named(report, workspaces.store()),
        changesSince: report ? Math.max(0, lastEntry(file.db) - report.changes) : 0,
      }
    },
    start() {
      const file = opened()
      if (running?.file === file) return { jobId: running.jobId }
      // That of a file which is open no more: never two at once.
      if (running) jobs.cancel(running.jobId)
      const jobId = jobs.start(async (report, signal) => {
        try {
          const found = await check(file, report, signal)
          const pages = found.steps.some(({ findings }) => findings.some(({ kind }) => kind === 'damagedPages'))
          // The copy may have been hurt on its way: only what the file itself says takes its writing away.
          if (pages && workspaces.file() === file) workspaces.lookAgain()
          return 'kept'
        } finally {
          if (running?.jobId === jobId) running = null
          given.onChanged()
        }
      })
      running = { file, jobId }
      return { jobId }
    },
    foundDamage() {
      const report = keptReport(home, keyOf(opened()))
      return report !== null && severityOf(report) === 'damage'
    },
    cancel() {
      if (running) jobs.cancel(running.jobId)
    },
  }
}

/**
 * The file as it is, page by page and damage and all, while it is used as ever. What SQLite holds of it in memory is let go first, so that
 * the copy is made of what lies on the disk.
 */
async function copyAsItLies(
  db: Database,
  path: string,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<void> {
  db.pragma('shrink_memory')
  let told = 0
  await copyInSteps(db, path, (share) => {
    if (signal.aborted) throw problem('cancelled', 'problems.cancelled')
    if (share - told < 0.01) return
    told = share
    onProgress(share)
  })
}

/** Entries of the log; a damaged file that can't tell has none that came since. */
function lastEntry(db: Database): number {
  try {
    return (db.prepare('SELECT max(seq) FROM changes').pluck().get() as number | null) ?? 0
  } catch {
    return 0
  }
}

/** A report with its records, and who made changes, called as they are now. */
function named(report: CheckReport, store: Store): CheckReport {
  const nameNow = (entity: string, id: string) => {
    if (!Object.hasOwn(entities, entity)) return null
    try {
      return nameOf(store, entity as EntityName, id)
    } catch {
      // What is damaged may have no name left.
      return null
    }
  }
  const actorNow = (when: string) => {
    try {
      const actor = sql(store, "SELECT actor FROM change_sets WHERE stamp >= ? AND stamp < ? || '~' LIMIT 1").pluck()
      return String(actor.get(when, when) ?? '–').slice(0, 120)
    } catch {
      return '–'
    }
  }
  return {
    ...report,
    steps: report.steps.map((step) => ({
      ...step,
      findings: step.findings.map((kept) => {
        const { when, who } = kept.params
        const finding = who === undefined ? kept : { ...kept, params: { ...kept.params, who: actorNow(String(when)) } }
        const now = finding.record && nameNow(finding.record.entity, finding.record.id)
        return now && finding.record ? { ...finding, record: { ...finding.record, ...now } } : finding
      }),
    })),
  }
}
