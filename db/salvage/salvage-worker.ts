/** A salvage in a thread of its own: a large file takes seconds. */
import { parentPort, workerData } from 'node:worker_threads'
import { ProblemError } from '#shared/contract/problem.ts'
import { classify } from '../classify.ts'
import { uuidv7 } from '../ids.ts'
import { salvageFile } from './salvage.ts'
import type { SalvageAnswer, SalvageWork } from './salvage-thread.ts'

const { from, to, ...by } = workerData as SalvageWork
const answer = (said: SalvageAnswer) => parentPort?.postMessage(said)
try {
  const now = () => new Date().toISOString()
  answer({ report: salvageFile(from, to, { ...by, now, newId: () => uuidv7(Date.now()) }) })
} catch (cause) {
  const known = cause instanceof ProblemError ? cause.problem : classify(cause)
  answer(known ? { problem: known } : { message: String(cause instanceof Error ? cause.stack : cause) })
}
