import { Worker } from 'node:worker_threads'
import { type Problem, ProblemError, problem } from '#shared/contract/problem.ts'
import type { CheckReport } from '#shared/domain/file-check.ts'
import type { CheckProgress } from './run-check.ts'
import type { CheckAbout } from './step.ts'

export interface CheckWork extends Omit<CheckAbout, 'now'> {
  /** A copy that nobody else has open. */
  readonly path: string
  /** One byte that says stop: the thread looks at it between two slices, since it hears no message meanwhile. */
  readonly stop: Int32Array
}
export type CheckAnswer =
  | { readonly progress: CheckProgress }
  | { readonly report: CheckReport }
  | { readonly problem: Problem }
  | { readonly message: string }

/** `runCheck` away from the thread that answers queries. */
export type CheckThread = (
  work: Omit<CheckWork, 'stop'>,
  onProgress: (progress: CheckProgress) => void,
  signal: AbortSignal,
) => Promise<CheckReport>

/** @throws ProblemError `cancelled` once the thread has stopped; of SQLite and the disk as `classify` tells them. */
export const checkInThread: CheckThread = (work, onProgress, signal) =>
  new Promise((resolve, reject) => {
    const stop = new Int32Array(new SharedArrayBuffer(4))
    const worker = new Worker(
      new URL(import.meta.url.endsWith('.ts') ? './check-worker.ts' : './check-worker.js', import.meta.url),
      { workerData: { ...work, stop } satisfies CheckWork, name: 'fyr-check' },
    )
    const abort = () => Atomics.store(stop, 0, 1)
    if (signal.aborted) abort()
    else signal.addEventListener('abort', abort, { once: true })
    let answer: CheckAnswer | undefined
    worker.on('message', (said: CheckAnswer) => {
      if ('progress' in said) onProgress(said.progress)
      else answer = said
    })
    worker.on('error', reject)
    // Only once it has ended is the copy closed, so that it can be removed.
    worker.on('exit', (code) => {
      signal.removeEventListener('abort', abort)
      if (answer && 'report' in answer) resolve(answer.report)
      else if (answer && 'problem' in answer) reject(new ProblemError(answer.problem))
      else if (signal.aborted) reject(problem('cancelled', 'problems.cancelled'))
      else reject(new Error(answer && 'message' in answer ? answer.message : `The check thread ended with ${code}`))
    })
  })
