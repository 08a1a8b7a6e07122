/** The check on the calling thread, between turns: a thread of its own takes a second to start from source. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import type { CheckThread } from '#db/checking/check-thread.ts'
import { runCheck } from '#db/checking/run-check.ts'
import { problem } from '#shared/contract/problem.ts'

export const sameThreadCheck: CheckThread = async ({ path, ...about }, onProgress, signal) => {
  const db = new Sqlite(path, { readonly: true })
  try {
    const run = runCheck(db, { ...about, now: () => new Date().toISOString() })
    let step = ''
    for (;;) {
      await nextTurn()
      if (signal.aborted) throw problem('cancelled', 'problems.cancelled')
      const next = run.next()
      if (next.done) return next.value
      if (next.value.step !== step) onProgress(next.value)
      step = next.value.step
    }
  } finally {
    db.close()
  }
}
