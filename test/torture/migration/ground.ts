/** What killed migrations are held against: a file of each earlier schema, and what each later one makes of it. */
import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { type Migration, migrate, ownMigrations } from '#db/migrate.ts'
import { compareWithLog } from '#db/replay.ts'
import { createCommands } from '../commands.ts'
import { contentsOf } from '../contents.ts'
import { aDesk } from '../desk.ts'
import { aTortureFolder } from '../folders.ts'
import { asEarlier } from './earlier.ts'

export interface State {
  /** Every statement that made a table or an index, as SQLite keeps it. */
  readonly schema: string
  readonly contents: ReadonlyMap<string, string>
}
export interface Ground {
  readonly folder: string
  readonly newest: number
  /** Path of the file of that version, closed. */
  file(version: number): string
  /** What a file made at `from` is at `version`, nothing having gone wrong. */
  state(from: number, version: number): State
  /** What is wrong with the migrations from a version themselves, nobody being killed. */
  complaint(from: number): string | null
}

let made: Promise<Ground> | null = null
export function ground(): Promise<Ground> {
  made ??= make()
  return made
}
export function dropGround(): void {
  made = null
}

export function stateOf(db: Database): State {
  const schema = db
    .prepare(
      "SELECT type || ' ' || name || ' ' || tbl_name || ' ' || coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%' ORDER BY 1",
    )
    .pluck()
    .all() as string[]
  return { schema: schema.join('\n'), contents: contentsOf(db) }
}

/** A sample in which people have worked: attachments, drafts, changes and removals of every kind. */
async function worked(path: string): Promise<void> {
  const desk = await aDesk()
  let seed = 11
  const random = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed / 2_147_483_648
  }
  const commands = createCommands(random, structuredClone(desk.ids) as Record<string, string[]>)
  for (let number = 0; number < 120; number++) {
    const command = commands.next()
    const reply = await desk.call(command.name, command.input)
    if (reply.ok) commands.learn(command, reply.value)
  }
  desk.backend.workspaces.close()
  copyFileSync(desk.path, path)
  await desk.close()
}

interface Reached {
  readonly states: ReadonlyMap<number, State>
  readonly complaint: string | null
}

async function make(): Promise<Ground> {
  const folder = aTortureFolder()
  const base = join(folder, 'base.fyr')
  await worked(base)
  const own = ownMigrations()
  const nameOf = (version: number) => join(folder, `version-${version}.fyr`)
  const file = (version: number) => {
    if (!existsSync(nameOf(version))) {
      const now = new Sqlite(base)
      asEarlier(now, nameOf(version), own.slice(0, version))
      now.close()
    }
    return nameOf(version)
  }
  const known = new Map<number, Reached>()
  const reached = (from: number): Reached => {
    const fresh = known.get(from) ?? reach(file(from), join(folder, 'reference.fyr'), from, own)
    known.set(from, fresh)
    return fresh
  }
  return {
    folder,
    newest: own.length,
    file,
    complaint: (from) => reached(from).complaint,
    state(from, version) {
      const state = reached(from).states.get(version)
      if (!state) throw new Error(`No version ${version} from ${from}`)
      return state
    },
  }
}

/** Migrates a copy, version by version. */
function reach(file: string, path: string, from: number, own: readonly Migration[]): Reached {
  copyFileSync(file, path)
  const db = new Sqlite(path)
  try {
    const states = new Map<number, State>()
    for (let version = from; version <= own.length; version++) {
      migrate(db, own.slice(0, version))
      states.set(version, stateOf(db))
    }
    // The log is what each row was made of: a migration that lost or bent a row no longer agrees with it.
    const [before, after] = [from, own.length].map((version) => states.get(version)?.contents.get('changes'))
    const [difference] = compareWithLog(db, 1)
    const complaint =
      before !== after
        ? `the log of version ${from} is another after the migrations`
        : difference
          ? `from version ${from}: ${JSON.stringify(difference)}`
          : null
    return { states, complaint }
  } finally {
    db.close()
  }
}
