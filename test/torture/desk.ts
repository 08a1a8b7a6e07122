/** The whole backend in this process over a copy of the sample: for rows that ask it a great many things and kill nothing. */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Database, Statement } from 'better-sqlite3'
import { type Backend, createBackend, noPorts } from '#db/backend.ts'
import { sameThreadDisk } from '#db/backups/disk-work.ts'
import { entities } from '#db/entities.ts'
import { makeSample } from '#db/sample/make-sample.ts'
import type { Reply } from '#shared/contract/dispatcher.ts'
import type { Ids } from './commands.ts'
import { aTortureFolder, copyPartnership } from './folders.ts'

export interface Desk {
  readonly backend: Backend
  readonly path: string
  /** Live records at the start, by kind. */
  readonly ids: Ids
  db(): Database
  call(name: string, input: unknown): Promise<Reply>
  /** Puts the clock on; each look at it puts it on by a second besides. */
  later(ms: number): void
  /** What the clock says, which stays. */
  now(): string
  /** A folder that is picked wherever one is asked for. */
  readonly place: string
  /** Where documents are saved, each under a new name. */
  readonly out: string
  close(): Promise<void>
}

let base: string | null = null

/**
 * Opens a fresh copy; `pdf` and printing are left out, they are slow and not what these rows ask. `backups`: they are made by the hour
 * and on closing, by the clock of the desk. `inMemory`: the files lie in memory, which takes the waiting for syncs away and nothing else.
 */
export async function aDesk({
  backups = false,
  inMemory = false,
}: {
  readonly backups?: boolean
  readonly inMemory?: boolean
} = {}): Promise<Desk> {
  const folder = aTortureFolder({ inMemory })
  if (base === null) {
    base = join(aTortureFolder({ inMemory }), 'base.fyr')
    makeSample(base, { sample: 'ostfold', today: '2026-09-15', years: 1, visitsPerYear: 5 })
  }
  const path = join(folder, 'desk.fyr')
  const [home, out, place] = [join(folder, 'home'), join(folder, 'out'), join(folder, 'place')]
  for (const one of [home, out, place]) mkdirSync(one)
  copyPartnership(base, path)
  let ms = Date.parse('2026-09-15T08:00:00.000Z')
  let files = 0
  const backend = createBackend({
    home,
    host: 'direct',
    version: '1.2.3',
    can: { openFiles: false, revealFiles: false },
    ports: {
      ...noPorts,
      // A new name each time, so that nothing is refused for what lies there.
      pickSave: async ({ suggestedName }) => join(out, `${++files}-${suggestedName}`),
      ...(backups ? { pickFolder: async () => place } : {}),
    },
    clock: {
      now() {
        ms += 1000
        return new Date(ms).toISOString()
      },
    },
    disk: sameThreadDisk,
    automaticBackups: backups,
    pdf: {
      means: () => null,
      convert: async () => {
        throw new Error('nothing here makes PDF')
      },
    },
    checkOutput: true,
  })
  backend.workspaces.open(path)
  const db = () => backend.workspaces.store().db
  const ids = Object.fromEntries(
    Object.values(entities).map(({ name, table }) => [
      name,
      db().prepare(`SELECT id FROM ${table} WHERE deleted_at IS NULL ORDER BY id`).pluck().all() as string[],
    ]),
  )
  return {
    backend,
    path,
    ids,
    db,
    call: (name, input) => backend.dispatch(name, input),
    later(by) {
      ms += by
    },
    now: () => new Date(ms).toISOString(),
    place,
    out,
    async close() {
      await backend.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export function forgetBase(): void {
  base = null
}

const readers = new WeakMap<Database, { table: string; read: Statement }[]>()

/** Every live record with its fields as text, by table and id; marks of time and search columns aside. */
export function liveRecords(db: Database): Map<string, string> {
  const all = new Map<string, string>()
  let known = readers.get(db)
  if (!known) {
    known = Object.values(entities).map(({ table, columns }) => {
      const list = ['id', ...columns.map(({ column }) => column)].join(', ')
      return { table, read: db.prepare(`SELECT ${list} FROM ${table} WHERE deleted_at IS NULL ORDER BY id`).raw() }
    })
    readers.set(db, known)
  }
  for (const { table, read } of known)
    for (const row of read.all() as unknown[][]) all.set(`${table} ${String(row[0])}`, JSON.stringify(row))
  return all
}

/** The first record that two states tell otherwise; null where they are the same. */
export function differs(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string | null {
  for (const [key, row] of one) if (other.get(key) !== row) return `${row} became ${other.get(key) ?? 'nothing'}`
  for (const [key, row] of other) if (!one.has(key)) return `${key} is new: ${row}`
  return null
}
