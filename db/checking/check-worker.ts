/** A check in a thread of its own: a large file takes seconds. */
import { parentPort, workerData } from 'node:worker_threads'
import { classify } from '../classify.ts'
import { connect } from '../encryption/connect.ts'
import type { CheckAnswer, CheckWork } from './check-thread.ts'
import { runCheck } from './run-check.ts'

const { path, stop, ...about } = workerData as CheckWork
const answer = (said: CheckAnswer) => parentPort?.postMessage(said)
/** Milliseconds between two messages of progress. */
const often = 100

try {
  // The copy lies in its WAL: a connection that may write would carry all of it into the file when it closes.
  const db = connect(path, { readonly: true, fileMustExist: true })
  try {
    db.pragma('trusted_schema = OFF')
    db.pragma('cell_size_check = ON')
    db.pragma('cache_size = -32000')
    const run = runCheck(db, { ...about, now: () => new Date().toISOString() })
    let told = 0
    let step = ''
    for (;;) {
      if (Atomics.load(stop, 0) === 1) {
        run.return(undefined as never)
        break
      }
      const next = run.next()
      if (next.done) {
        answer({ report: next.value })
        break
      }
      if (next.value.step !== step || performance.now() - told > often) {
        answer({ progress: next.value })
        step = next.value.step
        told = performance.now()
      }
    }
  } finally {
    db.close()
  }
} catch (cause) {
  const known = classify(cause)
  answer(known ? { problem: known } : { message: String(cause instanceof Error ? cause.stack : cause) })
}
