/** The backend in a thread of its own. Speaks `worker-protocol.ts`; holds the one connection. */
import { mkdirSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import type { Reply } from '#shared/contract/dispatcher.ts'
import { createBackend } from './backend.ts'
import { codeOfConnection } from './encryption/connect.ts'
import { isCommand, judge } from './lost-calls.ts'
import type { FromWorker, LostCall, PortName, Ports, ToWorker, WorkerStart } from './worker-protocol.ts'

const port = parentPort
if (!port) throw new Error('db/worker.ts runs as a worker thread')
const start = workerData as WorkerStart
const send = (message: FromWorker) => port.postMessage(message)

const asked = new Map<number, (value: never) => void>()
let lastAsked = 0
function ask(name: PortName) {
  return (args: unknown) =>
    new Promise<never>((resolve) => {
      lastAsked += 1
      asked.set(lastAsked, resolve)
      send({ type: 'port', id: lastAsked, port: name, args })
    })
}
const ports: Ports = {
  pickOpen: ask('pickOpen'),
  pickFolder: ask('pickFolder'),
  pickSave: ask('pickSave'),
  openFile: ask('openFile'),
  revealFile: ask('revealFile'),
  downloadUrl: ask('downloadUrl'),
  printPages: ask('printPages'),
  canKeepCodes: ask('canKeepCodes'),
  keepCode: ask('keepCode'),
  dropCode: ask('dropCode'),
}

mkdirSync(start.home, { recursive: true })
const backend = createBackend({ ...start, ports, log: (entry) => send({ type: 'log', entry }) })
backend.onChanged((topics) => send({ type: 'changed', topics }))

let told = { path: start.openAtStart, job: false }
/** Recovery code of the open file. */
function codeOpen(): string | null {
  const file = backend.workspaces.file()
  return file === null ? null : codeOfConnection(file.db)
}
/** Tells the host which file is open and whether a job runs: a worker started after a crash goes on from there. */
function tellState(): void {
  const path = backend.workspaces.file()?.path ?? null
  if (path !== told.path) send({ type: 'workspace', path, code: codeOpen() })
  const job = backend.jobRunning()
  if (job !== told.job) send({ type: 'job', running: job })
  told = { path, job }
}
backend.onChanged((topics) => {
  if (topics.includes('jobs')) tellState()
})

async function answer(id: number, name: string, input: unknown): Promise<void> {
  const reply = await backend.dispatch(name, input, (stamp) => send({ type: 'committing', id, stamp }))
  tellState()
  sendReply(id, reply)
}

function sendReply(id: number, reply: Reply): void {
  try {
    send({ type: 'reply', id, reply })
  } catch {
    // A reply that can't be cloned must not leave the caller hanging.
    send({ type: 'reply', id, reply: { ok: false, problem: { code: 'internal', key: 'problems.internal' } } })
  }
}

/** A call that the worker before this one took with it: answered from the file, or done anew. */
async function takeUp(call: LostCall): Promise<void> {
  const found = judge(call, backend.workspaces.file() ? backend.workspaces.store() : null)
  if (isCommand(call.name)) backend.supervision.met(found.outcome)
  if ('reply' in found) return sendReply(call.id, found.reply)
  send({ type: 'again', id: call.id })
  await answer(call.id, call.name, call.input)
}

port.on('message', async (message: ToWorker) => {
  if (message.type === 'portReply') {
    // The host answers with what the port of that question gives; the id ties them together.
    asked.get(message.id)?.(message.value as never)
    asked.delete(message.id)
  } else if (message.type === 'tell') {
    backend.supervision.tell(message.what)
  } else if (message.type === 'close') {
    await backend.close(message)
    send({ type: 'closed' })
    port.close()
  } else await answer(message.id, message.name, message.input)
})

if (start.openAtStart) {
  try {
    backend.workspaces.open(start.openAtStart)
  } catch (cause) {
    // The welcome screen opens instead and shows what is the matter with the file (`opening.trouble`).
    send({
      type: 'log',
      entry: { level: 'error', operation: 'workspace.open', ms: 0, message: String(cause).slice(0, 500) },
    })
  }
}
const { leftClosed, calls } = start.afterDeath ?? { leftClosed: null, calls: [] }
if (leftClosed !== null) backend.leftClosed(leftClosed)
send({ type: 'ready' })
for (const call of calls) void takeUp(call)
