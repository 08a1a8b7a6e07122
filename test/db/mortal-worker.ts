/** The application's own worker with an end that can be chosen: `die.at` for the next commits, `die.now` at once. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import Sqlite from 'better-sqlite3'
import type { ToWorker, WorkerStart } from '#db/worker-protocol.ts'

/** When the worker ends, and how many more of them. Kept in a file, for it outlives the worker. */
interface Plan {
  readonly moment: 'beforeCommit' | 'afterCommit' | 'inBackup'
  readonly times: number
}

const port = parentPort
if (!port) throw new Error('runs as a worker thread')
const file = join((workerData as WorkerStart).home, 'die.json')
const plan = (): Plan | null => (existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Plan) : null)

function dieAt(moment: Plan['moment']): void {
  const planned = plan()
  if (planned?.moment !== moment || planned.times === 0) return
  writeFileSync(file, JSON.stringify({ ...planned, times: planned.times - 1 }))
  process.exit(9)
}

type Method = (this: object, ...given: unknown[]) => unknown
// The drivers of plain files and of encrypted ones.
const require = createRequire(import.meta.url)
const EncryptedSqlite = require('better-sqlite3-multiple-ciphers') as typeof Sqlite
for (const { prototype } of [Sqlite, EncryptedSqlite]) {
  const database = prototype as unknown as Record<'prepare' | 'backup' | 'pragma', Method>
  const { prepare, backup, pragma } = database
  database.backup = function (...given) {
    dieAt('inBackup')
    return backup.apply(this, given)
  }
  // An encrypted file's bytes are copied while nothing is carried over.
  database.pragma = function (...given) {
    if (given[0] === 'wal_autocheckpoint = 0') dieAt('inBackup')
    return pragma.apply(this, given)
  }
  database.prepare = function (text) {
    const made = prepare.call(this, text) as { run: Method }
    const { run } = made
    if (text === 'COMMIT') {
      made.run = (...given) => {
        dieAt('beforeCommit')
        const value = run.apply(made, given)
        dieAt('afterCommit')
        return value
      }
    }
    return made
  }
}

const { on } = port
port.on = ((event: string, listener: (message: ToWorker) => void) =>
  on.call(port, event, (message: ToWorker) => {
    if (message.type !== 'call' || !message.name.startsWith('die.')) return listener(message)
    if (message.name === 'die.now') process.exit(9)
    writeFileSync(file, JSON.stringify(message.input))
    port.postMessage({ type: 'reply', id: message.id, reply: { ok: true, value: null, change: null } })
  })) as typeof port.on

await import('#db/worker.ts')
