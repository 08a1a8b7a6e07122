import { Worker } from 'node:worker_threads'
import { type Problem, ProblemError, problem } from '#shared/contract/problem.ts'
import type { CopyFacts } from './copy-facts.ts'
import type { Backup } from './list.ts'
import type { Fresh } from './make.ts'
import type { Placed } from './save-copy.ts'

/** What is done away from the thread that answers queries: each may take seconds on a large file, for ever on a dead share. */
export type DiskWork =
  /** Makes a backup of a fresh copy (`keepCopy` in `make.ts`). */
  | ({ readonly what: 'keep' } & Fresh)
  /** Checks a fresh copy and puts it where the user said (`save-copy.ts`). */
  | ({ readonly what: 'place' } & Placed)
  /** Copies a backup to a new file, synced; its hash must be the one that stands beside it. Then `facts` are written in it, and it gets its mode. */
  | {
      readonly what: 'fetch'
      readonly backup: Backup
      readonly path: string
      readonly facts: Readonly<Record<string, string>>
      /** Of the file that it is to take the place of; null for the usual one. */
      readonly mode: number | null
    }
  /** Every check of a backup, the replay of its log among them; writes the outcome beside it. */
  | { readonly what: 'check'; readonly backup: Backup; readonly now: string }
  | { readonly what: 'list'; readonly folder: string }
  /** Copies what a second place lacks, newest first, and rotates it. */
  | {
      readonly what: 'catchUp'
      readonly from: string
      readonly place: string
      readonly fileId: string
      readonly now: string
      /** Id of one that must stay. */
      readonly spared: string | null
    }
  /** Makes the folder in which a second place keeps backups. */
  | { readonly what: 'found'; readonly place: string }
  | { readonly what: 'remove'; readonly backups: readonly Backup[] }
interface DiskResults {
  keep: Backup
  place: CopyFacts
  fetch: null
  check: { good: boolean; findings: number }
  list: Backup[]
  catchUp: { copied: number; list: Backup[] }
  found: null
  remove: null
}
export type ResultOf<W extends DiskWork> = DiskResults[W['what']]
export type Disk = <W extends DiskWork>(work: W) => Promise<ResultOf<W>>

/** What the thread answers. Errors lose their class on the way, so that their parts are sent. */
export type DiskAnswer =
  | { readonly result: unknown }
  | { readonly problem: Problem }
  | { readonly error: { readonly message: string; readonly code?: string } }

/** How long a thread may take. A folder that isn't even listed by then is on a share that doesn't answer. */
const within = { list: 20_000, found: 20_000 } as const
const otherwiseWithin = 15 * 60_000

/** Each piece of work in a thread of its own, which is gone afterwards. */
export const threadDisk: Disk = (work) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(
      new URL(import.meta.url.endsWith('.ts') ? './disk-worker.ts' : './disk-worker.js', import.meta.url),
      { workerData: work, name: 'fyr-disk' },
    )
    const late = setTimeout(
      () => {
        void worker.terminate()
        reject(problem('unavailable', 'problems.placeSilent'))
      },
      work.what in within ? within[work.what as keyof typeof within] : otherwiseWithin,
    )
    worker.on('message', (answer: DiskAnswer) => {
      clearTimeout(late)
      if ('result' in answer) resolve(answer.result as never)
      else if ('problem' in answer) reject(new ProblemError(answer.problem))
      else reject(Object.assign(new Error(answer.error.message), answer.error))
    })
    worker.on('error', reject)
    worker.on('exit', (code) => {
      clearTimeout(late)
      // After an answer this says nothing.
      reject(new Error(`The disk thread ended with ${code}`))
    })
  })
