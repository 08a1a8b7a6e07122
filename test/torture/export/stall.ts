/**
 * How long the backend answers nobody while something else is under way. A thread beside it that only waits tells how late the machine
 * itself is, and that is taken off: what others use of the processor is no fault of ours.
 */
import { Worker } from 'node:worker_threads'

const everyMs = 4
const beside = `
  const { workerData } = require('node:worker_threads')
  const late = new Float64Array(workerData)
  const pause = new Int32Array(new SharedArrayBuffer(4))
  let at = performance.now()
  for (;;) {
    Atomics.wait(pause, 0, 0, ${everyMs})
    const now = performance.now()
    late[0] = Math.max(late[0], now - at - ${everyMs})
    at = now
  }`

export interface StallMeter {
  /**
   * Asks `ping` all the time until `work` has ended; gives the longest wait of one of them in ms, the machine's own taken off. What comes
   * before the moment that `since` gives is of something else; while it gives null, all is.
   */
  during<T>(
    ping: () => Promise<unknown>,
    work: Promise<T>,
    since?: () => number | null,
  ): Promise<{ readonly value: T; readonly stallMs: number }>
  close(): Promise<void>
}

export function aStallMeter(): StallMeter {
  const shared = new SharedArrayBuffer(8)
  const late = new Float64Array(shared)
  const thread = new Worker(beside, { eval: true, workerData: shared })
  return {
    async during(ping, work, since = () => 0) {
      let over = false
      const ended = work.finally(() => (over = true))
      ended.catch(() => {})
      late[0] = 0
      let longest = 0
      let due = performance.now()
      while (!over) {
        if (since() === null) late[0] = 0
        await new Promise((wait) => setTimeout(wait, everyMs))
        await ping()
        const from = since()
        if (from !== null) longest = Math.max(longest, performance.now() - Math.max(due, from) - everyMs)
        due = performance.now()
      }
      // The thread beside may be late itself and tell so only now.
      await new Promise((wait) => setTimeout(wait, everyMs))
      return { value: await ended, stallMs: Math.max(0, longest - (late[0] ?? 0)) }
    },
    async close() {
      await thread.terminate()
    },
  }
}
