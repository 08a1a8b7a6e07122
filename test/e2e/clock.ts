/** Moves the clocks of a journey that takes weeks: the backend's and the window's, both running on from the time given. */
import { BroadcastChannel } from 'node:worker_threads'
import type { BrowserContext } from 'playwright-core'

/** Where the backend of such a journey listens for the time. */
export const clockChannel = 'fyr-e2e-clock'

export interface JourneyClock {
  /** Instead of `db/worker.ts`. */
  readonly worker: URL
  /** Milliseconds between the machine's clock and the journey's. */
  readonly offset: () => number
  /** Sets the backend's clock; done when the backend says that it has. */
  readonly set: (instant: string) => Promise<void>
  readonly close: () => void
}

export function journeyClock(): JourneyClock {
  const channel = new BroadcastChannel(clockChannel)
  channel.unref()
  let offset = 0
  return {
    worker: new URL('worker-at-another-time.ts', import.meta.url),
    offset: () => offset,
    async set(instant) {
      offset = Date.parse(instant) - Date.now()
      const heard = new Promise<void>((resolve) => {
        channel.onmessage = ({ data }) => {
          if (data === 'heard') resolve()
        }
      })
      channel.postMessage({ offset })
      await heard
    },
    close: () => channel.close(),
  }
}

/** Sets the clock of every page that the context opens from now on. Timers run as they are: only what time it is, is another. */
export async function setWindowClock(context: BrowserContext, offset: number): Promise<void> {
  await context.addInitScript((ahead: number) => {
    const marked = globalThis as typeof globalThis & { machineDate?: DateConstructor }
    marked.machineDate ??= Date
    const Machine = marked.machineDate
    globalThis.Date = class extends Machine {
      constructor(...given: unknown[]) {
        // An argument list of any length, as Date itself takes it.
        super(...((given.length === 0 ? [Machine.now() + ahead] : given) as [number]))
      }
      static override now() {
        return Machine.now() + ahead
      }
    } as DateConstructor
  }, offset)
}
