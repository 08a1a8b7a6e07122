/** One face over two engines, so that the same bare statements run on better-sqlite3 and on Node's own SQLite. */
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import Sqlite from 'better-sqlite3'

export type Value = SQLInputValue
export interface Statement {
  readonly get: (...values: Value[]) => unknown
  readonly all: (...values: Value[]) => unknown[]
  readonly run: (...values: Value[]) => { readonly lastInsertRowid: number | bigint }
  /** The first column of the first row, undefined where there is none. */
  readonly pluckGet: (...values: Value[]) => unknown
}
export interface Engine {
  readonly prepare: (text: string) => Statement
  readonly close: () => void
}

/** The settings that `db/connection.ts` gives a file, so that only the work is compared. */
const settings = [
  'locking_mode = EXCLUSIVE',
  'journal_mode = WAL',
  'synchronous = FULL',
  'foreign_keys = ON',
  'trusted_schema = OFF',
  'cell_size_check = ON',
  'cache_size = -32000',
  'temp_store = MEMORY',
]

export function betterSqlite(path: string): Engine {
  const db = new Sqlite(path)
  for (const setting of settings) db.pragma(setting)
  const engine: Engine = {
    prepare: (text) => {
      const statement = db.prepare<Value[]>(text)
      const plucked = statement.reader ? db.prepare<Value[]>(text).pluck() : statement
      return {
        get: statement.get.bind(statement),
        all: statement.all.bind(statement),
        run: statement.run.bind(statement),
        pluckGet: (...values) => plucked.get(...values),
      }
    },
    close: () => db.close(),
  }
  return durable(engine)
}

/** `db` too, since its backup takes the connection itself. */
export function nodeSqlite(path: string): { engine: Engine; db: DatabaseSync } {
  const db = new DatabaseSync(path)
  for (const setting of settings) db.exec(`PRAGMA ${setting}`)
  const engine: Engine = {
    prepare: (text) => {
      const statement = db.prepare(text)
      const plucked = db.prepare(text)
      plucked.setReturnArrays(true)
      return {
        get: statement.get.bind(statement),
        all: statement.all.bind(statement),
        run: statement.run.bind(statement),
        pluckGet: (...values) => (plucked.get(...values) as unknown as Value[] | undefined)?.[0],
      }
    },
    close: () => db.close(),
  }
  return { engine: durable(engine), db }
}

/** better-sqlite3 drops to NORMAL at the first read of a WAL file; a save that is not synced would be no match. */
function durable(engine: Engine): Engine {
  engine.prepare('SELECT count(*) FROM file_facts').get()
  engine.prepare('PRAGMA synchronous = FULL').run()
  const mode = engine.prepare('PRAGMA synchronous').pluckGet()
  if (mode !== 2) throw new Error(`synchronous is ${String(mode)}, not FULL`)
  return engine
}
