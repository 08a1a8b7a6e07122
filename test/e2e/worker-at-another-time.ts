/** `db/worker.ts` with a clock that a journey sets. The time is the machine's until then. */
import { BroadcastChannel } from 'node:worker_threads'
import { clockChannel } from './clock.ts'

const Machine = Date
let ahead = 0
globalThis.Date = class extends Machine {
  constructor(...given: unknown[]) {
    // An argument list of any length, as Date itself takes it.
    super(...((given.length === 0 ? [Machine.now() + ahead] : given) as [number]))
  }
  static override now() {
    return Machine.now() + ahead
  }
} as DateConstructor

const channel = new BroadcastChannel(clockChannel)
channel.unref()
channel.onmessage = ({ data }) => {
  if (typeof data?.offset !== 'number') return
  ahead = data.offset
  channel.postMessage('heard')
}

await import('#db/worker.ts')
