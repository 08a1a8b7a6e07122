/** The check on the calling thread, between turns: a thread of its own takes a second to start from source. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import type { CheckThread } from '#db/checking/check-thread.ts'
import { runCheck } from '#db/checking/run-check.ts'
import { problem } from '#shared/contract/problem.ts'

export const sameThreadCheck: CheckThread = async ({ path, ...about }, onProgress, signal) => {
  const db = new Sqlite(path)
  try {
    db.pragma('locking_mode = EXCLUSIVE')
    const run = runCheck(db, { ...about, now: () => new Date().toISOString() })
    for (;;) {
      await nextTurn()
      if (signal.aborted) throw problem('cancelled', 'problems.cancelled')
      const next = run.next()
      if (next.done) return next.value
      onProgress(next.value)
    }
  } finally {
    db.close()
  }
}
