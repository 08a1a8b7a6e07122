import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { job } from '#shared/contract/packages.ts'
import { type Problem, ProblemError } from '#shared/contract/problem.ts'
import { classify } from './classify.ts'

export type Job = z.infer<typeof job>
/** Tells how far a job has come, and what it has found. */
export type JobReport = (
  changes: Partial<Pick<Job, 'state' | 'progress' | 'step' | 'findings' | 'file' | 'problem' | 'unsaved'>>,
) => void

/** Long work that is followed and can be cancelled. Kept in memory: a job ends with the process. */
export interface Jobs {
  /**
   * `work` gives the file that it saved, null where the user thought better of it, `kept` where what it made stays in the partnership's
   * file, `held` where nothing is done before its findings are answered.
   */
  start(work: (report: JobReport, signal: AbortSignal) => Promise<Job['file'] | 'kept' | 'held'>): string
  show(id: string): Job | null
  cancel(id: string): void
  cancelAll(): void
  /** True while one is under way. */
  running(): boolean
  /** Resolves when every running job has ended; what shutting down waits for. */
  settled(): Promise<void>
}

/**
 * Jobs of one backend; `announce` is called at each step, so that screens ask again. A job that throws ends with its problem. `afterDeath`:
 * a job that is not known went with the worker before this one, and is shown as failed.
 */
export function createJobs(announce: () => void, known: typeof classify = classify, afterDeath = false): Jobs {
  const jobs = new Map<string, { job: Job; abort: AbortController; ended: Promise<void> }>()
  return {
    start(work) {
      const id = randomUUID()
      const abort = new AbortController()
      const entry = {
        job: {
          id,
          state: 'working',
          progress: 0,
          step: '',
          file: null,
          problem: null,
          unsaved: null,
          findings: [],
        } as Job,
        abort,
        ended: Promise.resolve(),
      }
      const report = (changes: Partial<Job>) => {
        entry.job = { ...entry.job, ...changes }
        announce()
      }
      entry.ended = work(report, abort.signal).then(
        (file) => {
          if (file === 'kept') report({ state: 'done', progress: 1 })
          else if (file === 'held') report({ state: 'held', progress: 1 })
          else report(file ? { state: 'done', progress: 1, file } : { state: 'cancelled' })
        },
        (cause: unknown) => {
          const problem: Problem =
            cause instanceof ProblemError
              ? cause.problem
              : (known(cause) ?? { code: 'internal', key: 'problems.internal' })
          report(
            problem.code === 'cancelled'
              ? { state: 'cancelled' }
              : {
                  state: 'failed',
                  problem: {
                    code: problem.code,
                    key: problem.key,
                    ...(problem.params ? { params: { ...problem.params } } : {}),
                  },
                },
          )
        },
      )
      jobs.set(id, entry)
      return id
    },
    show: (id) => jobs.get(id)?.job ?? (afterDeath ? gone(id) : null),
    cancel: (id) => jobs.get(id)?.abort.abort(),
    cancelAll: () => {
      for (const { abort } of jobs.values()) abort.abort()
    },
    running: () => [...jobs.values()].some(({ job }) => job.state === 'working' || job.state === 'asking'),
    settled: async () => {
      await Promise.all([...jobs.values()].map((entry) => entry.ended))
    },
  }
}

function gone(id: string): Job {
  const problem = { code: 'internal', key: 'problems.jobGone' }
  return { id, state: 'failed', progress: 0, step: '', file: null, problem, unsaved: null, findings: [] } as Job
}
