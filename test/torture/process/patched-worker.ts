/** The application's own worker, after SQLite was given what the row asks for: a chosen moment to die at, or a planted fault. */
import Sqlite from 'better-sqlite3'

export interface Plan {
  /** The process kills itself at the nth statement that writes, before it or after it. */
  readonly killAt?: { readonly statement: number; readonly after: boolean }
  /** Pages of the WAL after which SQLite checkpoints. */
  readonly autocheckpoint?: number
  /** A planted fault. `late` commits after the reply, `torn` commits between the records of one change. */
  readonly fault?: 'late' | 'torn' | 'NORMAL' | 'OFF'
}

type Method = (this: object, ...given: unknown[]) => unknown
const plan = JSON.parse(process.env.FYR_TORTURE ?? '{}') as Plan
const database = Sqlite.prototype as unknown as Record<'pragma' | 'prepare' | 'exec', Method>
const statement = Object.getPrototypeOf(new Sqlite(':memory:').prepare('SELECT 1')) as { run: Method }

let written = 0
function counted(work: () => unknown): unknown {
  written += 1
  const { killAt } = plan
  if (killAt && written === killAt.statement && !killAt.after) process.kill(process.pid, 'SIGKILL')
  const value = work()
  if (killAt && written === killAt.statement && killAt.after) process.kill(process.pid, 'SIGKILL')
  return value
}

const { pragma, exec, prepare } = database
const { run } = statement
if (plan.killAt) {
  statement.run = function (...given) {
    return counted(() => run.apply(this, given))
  }
  // A migration is many statements in one text; each is a moment of its own.
  database.exec = function (text) {
    for (const part of String(text).split(/;[ \t]*\n/)) {
      if (part.trim() !== '') counted(() => exec.call(this, part))
    }
    return this
  }
}
database.pragma = function (text, ...options) {
  const asked = String(text)
  const weak = plan.fault === 'NORMAL' || plan.fault === 'OFF'
  if (weak && asked === 'synchronous') return 2
  const value = pragma.call(
    this,
    weak ? asked.replace('synchronous = FULL', `synchronous = ${plan.fault}`) : asked,
    ...options,
  )
  if (plan.autocheckpoint !== undefined && asked.startsWith('journal_mode = WAL')) {
    pragma.call(this, `wal_autocheckpoint = ${plan.autocheckpoint}`)
  }
  return value
}
if (plan.fault === 'late' || plan.fault === 'torn') {
  database.prepare = function (text) {
    const made = prepare.call(this, text) as { run: Method }
    const own = made.run
    if (plan.fault === 'late' && text === 'COMMIT') {
      made.run = () => setTimeout(() => (this as Sqlite.Database).inTransaction && own.call(made), 30)
    }
    if (plan.fault === 'torn' && String(text).startsWith('INSERT INTO changes ')) {
      made.run = (...given) => {
        const value = own.apply(made, given)
        if ((this as Sqlite.Database).inTransaction) exec.call(this, 'COMMIT; BEGIN IMMEDIATE')
        return value
      }
    }
    return made
  }
}

await import('#db/worker.ts')
