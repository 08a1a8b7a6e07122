/**
 * A process that opens one file as the application does, migration, backup and all, and kills itself after the nth statement that
 * could write. One that comes to its end says how many statements there were.
 */
import { createInterface } from 'node:readline'
import Sqlite from 'better-sqlite3'
import { createBackend, noPorts } from '#db/backend.ts'

export interface Opening {
  readonly path: string
  readonly home: string
  /** 0: never. */
  readonly killAfter: number
  /** Pages that SQLite may hold before it writes those of a change under way into the WAL; null for as many as the application gives. */
  readonly cachePages: number | null
  /** A planted fault: migrations without their transactions. */
  readonly loose: boolean
}
export interface Opened {
  readonly ready?: true
  readonly statements?: number
  readonly problem?: string | null
}

type Method = (this: Sqlite.Database, ...given: unknown[]) => unknown
const database = Sqlite.prototype as unknown as Record<'pragma' | 'exec', Method>
const statement = Object.getPrototypeOf(new Sqlite(':memory:').prepare('SELECT 1')) as { run: Method }
const { pragma, exec } = database
const { run } = statement

let opening: Opening = { path: '', home: '', killAfter: 0, cachePages: null, loose: false }
let statements = 0
function counted(work: () => unknown): unknown {
  const value = work()
  statements += 1
  if (statements === opening.killAfter) process.kill(process.pid, 'SIGKILL')
  return value
}

statement.run = function (...given) {
  return counted(() => run.apply(this, given))
}
// A migration is many statements in one text; each is a moment of its own.
database.exec = function (text) {
  for (const part of String(text).split(/;[ \t]*\n/)) {
    if (part.trim() === '' || (opening.loose && /^(BEGIN|COMMIT)/.test(part.trim()))) continue
    counted(() => exec.call(this, part))
  }
  return this
}
database.pragma = function (text, ...options) {
  const asked = String(text)
  if (!asked.includes('=')) return pragma.call(this, text, ...options)
  const own = opening.cachePages !== null && asked.startsWith('cache_size')
  return counted(() => pragma.call(this, own ? `cache_size = ${opening.cachePages}` : text, ...options))
}

const say = (fact: Opened) => process.stdout.write(`${JSON.stringify(fact)}\n`)
say({ ready: true })
for await (const line of createInterface({ input: process.stdin })) {
  opening = JSON.parse(line) as Opening
  statements = 0
  const backend = createBackend({
    home: opening.home,
    host: 'direct',
    version: '9',
    can: { openFiles: false, revealFiles: false },
    ports: noPorts,
    automaticBackups: false,
  })
  try {
    backend.workspaces.open(opening.path)
    await backend.close()
    say({ statements, problem: null })
  } catch (cause) {
    say({
      statements,
      problem: cause instanceof Error ? `${cause.message} ${String(cause.cause ?? '')}` : String(cause),
    })
  }
}
