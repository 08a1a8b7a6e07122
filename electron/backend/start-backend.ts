/**
 * Runs `db/worker.ts` in a thread of its own and carries calls to it: SQLite and the exports never hold up a window.
 * A worker that dies is started again; a call that it took with it gets a problem, never silence.
 */
import { Worker } from 'node:worker_threads'
import type { FromWorker, LogEntry, Ports, ToWorker, WorkerStart } from '#db/worker-protocol.ts'
import type { Host } from '#shared/contract/client.ts'
import type { Reply } from '#shared/contract/dispatcher.ts'
import { topics as allTopics, type Topic } from '#shared/contract/operation.ts'

export interface BackendOptions {
  /** `db/worker.ts`, or the bundle made of it. */
  readonly worker: string | URL
  readonly start: WorkerStart
  readonly ports: Ports
  readonly log: (entry: LogEntry) => void
}

export interface Backend extends Host {
  /** Calls that have no reply yet. */
  readonly inFlight: () => number
  /** Waits for the calls under way, then for the worker to close its file. Later calls get a problem. */
  readonly close: () => Promise<void>
}

interface Waiting {
  readonly name: string
  readonly startedAt: number
  readonly reply: (reply: Reply) => void
}

/** What a call gets whose worker is gone. */
const workerGone: Reply = { ok: false, problem: { code: 'internal', key: 'problems.backendGone' } }
/** A worker that dies more often than this within the time below stays down until the next call. */
const mostRestarts = 3
const restartWindowMs = 10_000
/** How long a worker may take to close its file before the thread is ended. */
const closeWithinMs = 10_000

export function startBackend(options: BackendOptions): Backend {
  const waiting = new Map<number, Waiting>()
  const listeners = new Set<(topics: readonly Topic[]) => void>()
  let lastId = 0
  let deaths: number[] = []
  let openNow = options.start.openAtStart
  let worker: Worker | null = launch()
  let closing: Promise<void> | null = null
  let onIdle: (() => void) | null = null
  let onClosed: (() => void) | null = null

  function launch(): Worker {
    const fresh = new Worker(options.worker, {
      workerData: { ...options.start, openAtStart: openNow } satisfies WorkerStart,
    })
    fresh.on('message', (message: FromWorker) => receive(fresh, message))
    fresh.on('error', (cause) =>
      options.log({ level: 'error', operation: 'worker', ms: 0, message: String(cause?.stack ?? cause) }),
    )
    fresh.on('exit', () => died(fresh))
    return fresh
  }

  function receive(from: Worker, message: FromWorker): void {
    switch (message.type) {
      case 'ready':
        return
      case 'reply':
        settle(message.id, message.reply)
        return
      case 'changed':
        announce(message.topics)
        return
      case 'workspace':
        openNow = message.path
        return
      case 'port':
        void answerPort(from, message)
        return
      case 'log':
        options.log(message.entry)
        return
      case 'closed':
        onClosed?.()
    }
  }

  /** A port that fails answers as if the user had thought better of it, so the worker is never left waiting. */
  async function answerPort(to: Worker, message: Extract<FromWorker, { type: 'port' }>): Promise<void> {
    let value: unknown = message.port === 'openFile' || message.port === 'revealFile' ? { ok: false } : null
    try {
      if (Object.hasOwn(options.ports, message.port)) {
        // The worker types its question with the same `Ports`; here the pair of name and arguments is lost to a union.
        const port = options.ports[message.port] as (args: unknown) => Promise<unknown>
        value = await port(message.args)
      }
    } catch (cause) {
      options.log({ level: 'error', operation: `port.${message.port}`, ms: 0, message: String(cause) })
    }
    post(to, { type: 'portReply', id: message.id, value })
  }

  function settle(id: number, reply: Reply): void {
    const call = waiting.get(id)
    if (!call) return
    waiting.delete(id)
    call.reply(reply)
    if (waiting.size === 0) onIdle?.()
  }

  function died(gone: Worker): void {
    if (worker !== gone) return
    worker = null
    onClosed?.()
    const lost = [...waiting.keys()]
    for (const id of lost) {
      const call = waiting.get(id)
      if (call) {
        const ms = Math.round(performance.now() - call.startedAt)
        options.log({ level: 'error', operation: call.name, ms, message: 'the worker ended' })
      }
      settle(id, workerGone)
    }
    if (closing) return
    const now = performance.now()
    deaths = [...deaths.filter((at) => now - at < restartWindowMs), now]
    if (deaths.length <= mostRestarts) {
      worker = launch()
      // Whatever a window shows may be stale by now.
      announce(allTopics)
    } else {
      // The file may be what kills it: the next worker starts without one, so that Fyr can still be used.
      openNow = null
    }
  }

  function announce(topics: readonly Topic[]): void {
    for (const listener of [...listeners]) listener(topics)
  }

  async function call(name: string, input: unknown): Promise<Reply> {
    if (closing) return workerGone
    worker ??= launch()
    const to = worker
    lastId += 1
    const id = lastId
    return new Promise((reply) => {
      waiting.set(id, { name: String(name).slice(0, 80), startedAt: performance.now(), reply })
      try {
        post(to, { type: 'call', id, name, input })
      } catch (cause) {
        // An input that can't be copied to another thread (a function, say) is nobody's valid input.
        options.log({ level: 'error', operation: String(name).slice(0, 80), ms: 0, message: String(cause) })
        settle(id, { ok: false, problem: { code: 'invalid', key: 'problems.invalid' } })
      }
    })
  }

  async function drain(): Promise<void> {
    if (waiting.size > 0) await new Promise<void>((idle) => (onIdle = idle))
    const last = worker
    if (!last) return
    const exited = new Promise<void>((done) => last.once('exit', () => done()))
    const closed = new Promise<void>((done) => (onClosed = done))
    let late: NodeJS.Timeout | undefined
    post(last, { type: 'close' })
    await Promise.race([closed, exited, new Promise<void>((done) => (late = setTimeout(done, closeWithinMs)))])
    clearTimeout(late)
    await last.terminate()
  }

  return {
    call,
    onChanged(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    inFlight: () => waiting.size,
    close() {
      closing ??= drain()
      return closing
    },
  }
}

function post(worker: Worker, message: ToWorker): void {
  worker.postMessage(message)
}
