/** The backend in a thread of its own. Speaks `worker-protocol.ts`; holds the one connection. */
import { mkdirSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { createBackend } from './backend.ts'
import type { FromWorker, PortName, Ports, ToWorker, WorkerStart } from './worker-protocol.ts'

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
}

mkdirSync(start.home, { recursive: true })
const backend = createBackend({ ...start, ports, log: (entry) => send({ type: 'log', entry }) })
backend.onChanged((topics) => send({ type: 'changed', topics }))

let told = start.openAtStart
/** Tells the host which file is open, so that a worker started after a crash opens it again. */
function tellOpenFile(): void {
  const path = backend.workspaces.file()?.path ?? null
  if (path === told) return
  told = path
  send({ type: 'workspace', path })
}

port.on('message', async (message: ToWorker) => {
  if (message.type === 'portReply') {
    // The host answers with what the port of that question gives; the id ties them together.
    asked.get(message.id)?.(message.value as never)
    asked.delete(message.id)
  } else if (message.type === 'close') {
    await backend.close()
    send({ type: 'closed' })
    port.close()
  } else {
    const reply = await backend.dispatch(message.name, message.input)
    tellOpenFile()
    try {
      send({ type: 'reply', id: message.id, reply })
    } catch {
      // A reply that can't be cloned must not leave the caller hanging.
      send({
        type: 'reply',
        id: message.id,
        reply: { ok: false, problem: { code: 'internal', key: 'problems.internal' } },
      })
    }
  }
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
send({ type: 'ready' })
