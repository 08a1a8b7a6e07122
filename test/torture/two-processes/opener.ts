/**
 * A process that opens and closes a file as it is told, one line each: `open`, `close`. `go AT` opens at a moment of the wall clock, so that
 * two of them race. It measures how long its own loop stood still.
 */
import { createInterface } from 'node:readline'
import Sqlite, { type Database } from 'better-sqlite3'
import { type Backend, createBackend, noPorts } from '#db/backend.ts'
import { sameThreadDisk } from '#db/backups/disk-work.ts'

export interface Told {
  readonly ready?: true
  readonly open?: boolean
  readonly code?: string
  readonly closed?: true
  /** ms from the request to its reply: the thread does nothing else meanwhile. */
  readonly ms?: number
}

const { home, path, lockless } = JSON.parse(process.argv[2] ?? '{}') as {
  home: string
  path: string
  lockless?: boolean
}
const say = (told: Told) => process.stdout.write(`${JSON.stringify(told)}\n`)

if (lockless) {
  // What is planted: an application that does not keep the file to itself.
  const pragma = Sqlite.prototype.pragma
  Sqlite.prototype.pragma = function (this: Database, text, options) {
    return text === 'locking_mode = EXCLUSIVE' ? [] : pragma.call(this, text, options)
  }
}

function make(): Backend {
  return createBackend({
    home,
    host: 'direct',
    version: '1',
    can: { openFiles: false, revealFiles: false },
    ports: { ...noPorts, pickOpen: async () => path },
    disk: sameThreadDisk,
    automaticBackups: false,
  })
}
let backend = make()
say({ ready: true })

async function open(): Promise<void> {
  const began = performance.now()
  const reply = await backend.dispatch('workspace.open', { recentId: null })
  const ms = performance.now() - began
  say(reply.ok ? { open: true, ms } : { open: false, code: reply.problem.code, ms })
}

for await (const line of createInterface({ input: process.stdin })) {
  const [word, at] = line.split(' ')
  if (word === 'open') await open()
  else if (word === 'go') {
    // Timers are too coarse for a race.
    while (Date.now() < Number(at));
    await open()
  } else if (word === 'close') {
    const began = performance.now()
    await backend.close()
    say({ closed: true, ms: performance.now() - began })
    backend = make()
  }
}
