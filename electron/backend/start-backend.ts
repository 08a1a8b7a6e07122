/**
 * Runs `db/worker.ts` in a thread of its own and carries calls to it: SQLite and the exports never hold up a window.
 * A worker that dies is started again; a call that it took with it is done again or told truly, never left in silence.
 */
import { Worker } from 'node:worker_threads'
import type { AfterDeath, FromWorker, LogEntry, Ports, ToWorker, WorkerStart } from '#db/worker-protocol.ts'
import type { Host } from '#shared/contract/client.ts'
import type { Reply } from '#shared/contract/dispatcher.ts'
import { topics as allTopics, type Topic } from '#shared/contract/operation.ts'

export interface BackendOptions {
  /** `db/worker.ts`, or the bundle made of it. */
  readonly worker: string | URL
  readonly start: WorkerStart
  /** Where the worker and those that it starts keep their compiled code; null or missing: nowhere. */
  readonly codeCache?: string | null
  readonly ports: Ports
  /** Recovery codes that the device keeps, asked for whenever a worker is started. Missing: none. */
  readonly codes?: () => readonly string[]
  readonly log: (entry: LogEntry) => void
  /** The file that is open now, or none: for the system's own list and the window's frame. */
  readonly onFile?: (path: string | null) => void
  /** Whether a job is under way. */
  readonly onJob?: (running: boolean) => void
}

export interface Backend extends Host {
  /** Calls that have no reply yet. */
  readonly inFlight: () => number
  /** True while a file is open, or is to be opened at the start. */
  readonly fileOpen: () => boolean
  /** Resolves true once no call and no job is under way, false when `withinMs` have passed before. */
  readonly idle: (withinMs: number) => Promise<boolean>
  /** Something that every window should say. */
  readonly tell: (what: Extract<ToWorker, { type: 'tell' }>['what']) => void
  /**
   * Waits for the calls under way, then for the worker to end its job and close its file. `hurry`: the job is broken off, and nothing is
   * waited for longer than a system gives that shuts down. Later calls get a problem.
   */
  readonly close: (options?: { readonly hurry: boolean }) => Promise<void>
}

interface Waiting {
  readonly name: string
  readonly input: unknown
  readonly startedAt: number
  readonly reply: (reply: Reply) => void
  /** Stamps that the call was about to commit, as far as it came. */
  stamps: string[]
  /** Workers that have died with it. */
  deaths: number
}

/** What a call gets that no worker can be asked about. */
const workerGone: Reply = { ok: false, problem: { code: 'internal', key: 'problems.backendGone' } }
const maybeSaved: Reply = { ok: false, problem: { code: 'maybeSaved', key: 'problems.maybeSaved' } }
/** A worker that dies more often than this within the time below is started once more without the file, which may be what kills it. */
const mostRestarts = 3
const restartWindowMs = 60_000
/** How long calls under way (a dialog that nobody answers) and then the closing of the file are waited for. A job has no limit but `hurry`. */
const callsWithinMs = 15_000
const closeWithinMs = 10_000
/** The same where the system shuts down. */
const hurriedMs = 1_500

export function startBackend(options: BackendOptions): Backend {
  const waiting = new Map<number, Waiting>()
  const listeners = new Set<(topics: readonly Topic[]) => void>()
  const becameIdle = new Set<() => void>()
  let lastId = 0
  let deaths: number[] = []
  let openNow = options.start.openAtStart
  let codeNow: string | null = null
  /** The file that a worker which died too often had open, until one is open again. */
  let leftClosed: string | null = null
  let rests = false
  let job = false
  let closing: Promise<void> | null = null
  let onClosed: (() => void) | null = null
  let hurried = false
  let hurryUp = () => {}
  const hurrying = new Promise<void>((now) => {
    hurryUp = now
  })
  let worker: Worker | null = launch(null)

  function launch(afterDeath: AfterDeath | null): Worker {
    const fresh = new Worker(options.worker, {
      workerData: {
        ...options.start,
        ...(options.codes ? { codes: options.codes() } : {}),
        openAtStart: openNow,
        afterDeath,
      } satisfies WorkerStart,
      // Read by Node before the worker's first module is. It keeps the code when the thread ends; the threads that it starts do as it does.
      ...(options.codeCache ? { env: { ...process.env, NODE_COMPILE_CACHE: options.codeCache } } : {}),
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
      case 'committing':
        waiting.get(message.id)?.stamps.push(message.stamp)
        return
      case 'again': {
        const call = waiting.get(message.id)
        if (call) call.stamps = []
        return
      }
      case 'job':
        job = message.running
        options.onJob?.(job)
        lookIdle()
        return
      case 'reply':
        settle(message.id, message.reply)
        return
      case 'changed':
        announce(message.topics)
        return
      case 'workspace':
        openNow = message.path
        codeNow = message.code
        if (openNow !== null) leftClosed = null
        options.onFile?.(openNow)
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
    lookIdle()
  }

  function lookIdle(): void {
    if (waiting.size > 0 || job) return
    for (const tell of becameIdle) tell()
  }

  function died(gone: Worker): void {
    if (worker !== gone) return
    worker = null
    onClosed?.()
    const now = performance.now()
    deaths = [...deaths.filter((at) => now - at < restartWindowMs), now]
    for (const call of waiting.values()) {
      call.deaths += 1
      const ms = Math.round(now - call.startedAt)
      options.log({ level: 'error', operation: call.name.slice(0, 80), ms, message: 'the worker ended' })
    }
    const hadJob = job
    job = false
    // The file may be what kills it: once more without, so that Fyr can still be used.
    if (deaths.length > mostRestarts) {
      leftClosed = openNow ?? leftClosed
      openNow = null
    }
    rests = deaths.length > mostRestarts + 1
    if (closing || rests) {
      for (const [id, call] of [...waiting]) settle(id, call.stamps.length > 0 ? maybeSaved : workerGone)
      lookIdle()
      return
    }
    worker = launch({
      calls: [...waiting].map(([id, { name, input, stamps, deaths }]) => ({ id, name, input, stamps, deaths })),
      job: hadJob,
      leftClosed,
      code: codeNow,
    })
    // Whatever a window shows may be stale by now.
    announce(allTopics)
    lookIdle()
  }

  function announce(topics: readonly Topic[]): void {
    for (const listener of [...listeners]) listener(topics)
  }

  async function call(name: string, input: unknown): Promise<Reply> {
    if (closing) return workerGone
    worker ??= launch(rests ? { calls: [], job: false, leftClosed, code: codeNow } : null)
    const to = worker
    lastId += 1
    const id = lastId
    return new Promise((reply) => {
      try {
        post(to, { type: 'call', id, name, input })
        waiting.set(id, { name: String(name), input, startedAt: performance.now(), reply, stamps: [], deaths: 0 })
      } catch (cause) {
        // An input that can't be copied to another thread (a function, say) is nobody's valid input.
        options.log({ level: 'error', operation: String(name).slice(0, 80), ms: 0, message: String(cause) })
        reply({ ok: false, problem: { code: 'invalid', key: 'problems.invalid' } })
      }
    })
  }

  function idle(withinMs: number): Promise<boolean> {
    if (waiting.size === 0 && !job) return Promise.resolve(true)
    return new Promise((answer) => {
      const end = (isIdle: boolean) => {
        clearTimeout(late)
        becameIdle.delete(now)
        answer(isIdle)
      }
      const now = () => end(true)
      const late = setTimeout(() => end(false), withinMs).unref()
      becameIdle.add(now)
    })
  }

  async function drain(): Promise<void> {
    // Calls that hang (a dialog that nobody answers) are given up; a job is waited for until somebody is in a hurry.
    const quiet = async () => {
      while (!(await idle(callsWithinMs)) && job);
    }
    await Promise.race([quiet(), hurrying.then(() => (waiting.size > 0 ? wait(hurriedMs) : undefined))])
    const last = worker
    if (!last) return
    const ended = new Promise<void>((done) => {
      last.once('exit', () => done())
      onClosed = done
    })
    post(last, { type: 'close', hurry: hurried })
    await Promise.race([ended, wait(closeWithinMs), hurrying.then(() => wait(hurriedMs))])
    await last.terminate()
  }

  return {
    call,
    onChanged(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    fileOpen: () => openNow !== null,
    inFlight: () => waiting.size,
    idle,
    tell(what) {
      if (worker && !closing) post(worker, { type: 'tell', what })
    },
    close({ hurry } = { hurry: false }) {
      if (hurry) {
        hurried = true
        hurryUp()
      }
      closing ??= drain()
      return closing
    },
  }
}

function post(worker: Worker, message: ToWorker): void {
  worker.postMessage(message)
}

/** Does not keep the process alive. */
function wait(ms: number): Promise<void> {
  return new Promise((done) => void setTimeout(done, ms).unref())
}
