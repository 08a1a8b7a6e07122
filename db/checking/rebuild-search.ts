import { setImmediate as nextTurn } from 'node:timers/promises'
import { problem } from '#shared/contract/problem.ts'
import type { OpenFile } from '../connection.ts'
import type { Jobs } from '../jobs.ts'
import { rebuildInSlices } from '../search-index.ts'
import type { Workspaces } from '../workspaces.ts'

/** Facts of a file: an index under way, by when it was begun; when one was last built anew. */
const begun = 'index_rebuilding'
const done = 'index_rebuilt'

export interface SearchRebuild {
  /** Starts, or gives the one under way. @throws ProblemError `noWorkspace`, `readOnly`. */
  start(): { jobId: string }
  /** Goes on with one that a crash or the closing of the file broke off. */
  resume(): void
  /** Resolves when none is under way. */
  settled(): Promise<void>
}

/**
 * Builds the search index anew, some records at a time, so that calls are answered in between. What is broken off is begun again at the
 * next opening: the file remembers it, since a search that silently lacks records is worse than none.
 */
export function createSearchRebuild(given: {
  workspaces: Workspaces
  jobs: Jobs
  /** UTC ISO instants. */
  now: () => string
}): SearchRebuild {
  const { workspaces, jobs, now } = given
  let running: { readonly file: OpenFile; readonly jobId: string; readonly ended: Promise<void> } | null = null
  const fact = (file: OpenFile, key: string) =>
    file.db.prepare('SELECT value FROM file_facts WHERE key = ?').pluck().get(key) as string | undefined

  const rebuild = async (file: OpenFile, report: (progress: number) => void, signal: AbortSignal) => {
    const { db } = file
    const set = db.prepare(
      'INSERT INTO file_facts (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    )
    const slices = rebuildInSlices({ db }, () => set.run(begun, now()))
    let told = 0
    for (const share of slices) {
      if (share - told >= 0.01) {
        told = share
        report(share)
      }
      await nextTurn()
      if (signal.aborted || workspaces.file() !== file || file.readOnly)
        throw problem('cancelled', 'problems.cancelled')
    }
    db.transaction(() => {
      set.run(done, now())
      db.prepare('DELETE FROM file_facts WHERE key = ?').run(begun)
    }).immediate()
  }

  const self: SearchRebuild = {
    start() {
      const file = workspaces.file()
      if (!file) throw problem('noWorkspace', 'problems.noWorkspace')
      if (file.readOnly) throw problem('readOnly', 'problems.readOnly')
      if (running?.file === file) return { jobId: running.jobId }
      let end = () => {}
      const ended = new Promise<void>((resolve) => (end = resolve))
      const jobId = jobs.start(async (report, signal) => {
        // The one who asked hears of the job before it begins.
        await nextTurn()
        try {
          await rebuild(file, (progress) => report({ progress }), signal)
          return 'kept'
        } finally {
          if (running?.jobId === jobId) running = null
          end()
        }
      })
      running = { file, jobId, ended }
      return { jobId }
    },
    resume() {
      const file = workspaces.file()
      try {
        if (file && !file.readOnly && fact(file, begun) !== undefined) self.start()
      } catch {
        // A damaged file that can't tell: that it is damaged is told where it is met.
      }
    },
    settled: async () => {
      await running?.ended
    },
  }
  return self
}
