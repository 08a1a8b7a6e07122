/** Speaks the worker's protocol with operations made for testing what carries it; the real one is tested in test/db. */
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import type { FromWorker, PortName, ToWorker, WorkerStart } from '#db/worker-protocol.ts'
import type { Reply } from '#shared/contract/dispatcher.ts'

const port = parentPort
if (!port) throw new Error('This file runs as a worker thread')
const start = workerData as WorkerStart
const send = (message: FromWorker) => port.postMessage(message)
const asked = new Map<number, (value: unknown) => void>()
const ask = (name: PortName, args: unknown) =>
  new Promise<unknown>((resolve) => {
    const id = asked.size + 1
    asked.set(id, resolve)
    send({ type: 'port', id, port: name, args })
  })
const value = (it: unknown): Reply => ({ ok: true, value: it, change: null })

async function answer(id: number, name: string, input: unknown): Promise<Reply> {
  if (name === 'echo') return value(input)
  if (name === 'sleep') return value(await new Promise((wake) => setTimeout(wake, Number(input))))
  if (name === 'start') return value(start)
  if (name === 'die') process.exit(3)
  // Dies between its commits and the answer.
  if (name === 'commitAndDie') {
    for (const stamp of input as string[]) send({ type: 'committing', id, stamp })
    process.exit(3)
  }
  if (name === 'look' && input === 'deadly') process.exit(3)
  // Kills one worker only.
  if (name === 'look' && input === 'once' && !existsSync(join(start.home, 'looked'))) {
    writeFileSync(join(start.home, 'looked'), '')
    process.exit(3)
  }
  if (name === 'look') return value(input)
  if (name === 'job') send({ type: 'job', running: input === true })
  if (name === 'opened') send({ type: 'workspace', path: String(input), code: null })
  if (name === 'touch') send({ type: 'changed', topics: ['visits', 'companies'] })
  if (name === 'log') send({ type: 'log', entry: { level: 'slow', operation: 'visits.list', ms: 212.4 } })
  if (name === 'workspace.open') return value(await ask('pickOpen', { kind: 'workspace' }))
  if (name.startsWith('port.')) return value(await ask(name.slice(5) as PortName, input))
  return value(null)
}

port.on('message', async (message: ToWorker) => {
  if (message.type === 'portReply') asked.get(message.id)?.(message.value)
  else if (message.type === 'call')
    send({ type: 'reply', id: message.id, reply: await answer(message.id, message.name, message.input) })
  else if (message.type === 'tell') send({ type: 'log', entry: { level: 'error', operation: message.what, ms: 0 } })
  else {
    writeFileSync(join(start.home, 'closed'), message.hurry ? 'hurried' : '')
    send({ type: 'closed' })
    port.close()
  }
})
send({ type: 'ready' })
for (const { id, name, input, stamps, deaths } of start.afterDeath?.calls ?? []) {
  if (name === 'look' && deaths < 2) {
    send({ type: 'again', id })
    void answer(id, name, input).then((reply) => send({ type: 'reply', id, reply }))
  } else if (name === 'commitAndDie' && stamps[0] === 'twice' && deaths < 2) process.exit(3)
  else send({ type: 'reply', id, reply: value({ stamps, deaths }) })
}
