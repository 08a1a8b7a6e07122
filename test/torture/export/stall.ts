/**
 * How long the backend answers nobody while something else is under way. What the thread waited for a processor meanwhile is taken off, as
 * Linux counts it: what others use of the machine is no fault of ours. Elsewhere it stays in.
 */
import { readFileSync } from 'node:fs'

const everyMs = 4

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
}

export function aStallMeter(): StallMeter {
  return {
    async during(ping, work, since = () => 0) {
      let over = false
      const ended = work.finally(() => (over = true))
      ended.catch(() => {})
      let longest = 0
      let [due, queued] = [performance.now(), queuedMs()]
      while (!over) {
        await new Promise((wait) => setTimeout(wait, everyMs))
        await ping()
        const [now, queuedNow, from] = [performance.now(), queuedMs(), since()]
        if (from !== null) longest = Math.max(longest, now - Math.max(due, from) - everyMs - (queuedNow - queued))
        ;[due, queued] = [now, queuedNow]
      }
      return { value: await ended, stallMs: longest }
    },
  }
}

/** ms that the main thread of this process has waited for a processor so far. */
function queuedMs(): number {
  try {
    return Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[1]) / 1_000_000
  } catch {
    return 0
  }
}
