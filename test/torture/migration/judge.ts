/** A file whose migration was killed: of one version or of another, never between; what it was before is kept; the next start goes on. */
import { copyFileSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { createBackend, noPorts } from '#db/backend.ts'
import { sha256Now } from '#db/backups/copy-facts.ts'
import { listBackups } from '#db/backups/list.ts'
import { differing } from '../contents.ts'
import type { Report } from '../row.ts'
import { type Ground, type State, stateOf } from './ground.ts'

export function judge(on: Ground, from: number, path: string, home: string, report: Report): string | null {
  const found = lookedAt(on, path)
  const { version } = found
  if (version < from || version > on.newest) return `it is of version ${version}, after ${from}`
  report.count(version === from ? 'left old' : version === on.newest ? 'left new' : 'left at a version between, whole')
  const wrong =
    differs(found.state, on.state(from, version), `at version ${version}`) ??
    keptFault(on, from, path, home, version > from)
  if (wrong) return wrong
  const began = performance.now()
  const backend = createBackend({
    home,
    host: 'direct',
    version: '9',
    can: { openFiles: false, revealFiles: false },
    ports: noPorts,
    automaticBackups: false,
  })
  try {
    backend.workspaces.open(path)
    report.time('the next start', performance.now() - began)
  } catch (cause) {
    return `the next start does not open it: ${cause instanceof Error ? cause.stack : String(cause)}`
  } finally {
    backend.workspaces.close()
    void backend.close()
  }
  const after = lookedAt(on, path)
  if (after.version !== on.newest) return `after the next start it is of version ${after.version}`
  return (
    differs(after.state, on.state(from, on.newest), 'after the next start') ?? keptFault(on, from, path, home, true)
  )
}

/** Reads a copy, so that what lies there is not touched by being looked at. */
function lookedAt(on: Ground, path: string): { version: number; state: State } {
  const copy = join(on.folder, 'looked-at.fyr')
  for (const end of ['', '-wal']) {
    rmSync(copy + end, { force: true })
    if (existsSync(path + end)) copyFileSync(path + end, copy + end)
  }
  const db = new Sqlite(copy)
  try {
    return { version: db.pragma('user_version', { simple: true }) as number, state: stateOf(db) }
  } finally {
    db.close()
  }
}

function differs(found: State, wanted: State, when: string): string | null {
  if (found.schema !== wanted.schema) return `${when} it has the tables of no version`
  const tables = differing(found.contents, wanted.contents)
  return tables.length > 0 ? `${when} ${tables.join(', ')} hold something else` : null
}

/** Whatever bears a backup's name is whole; where the file has gone on, the file as it was is among them. */
function keptFault(on: Ground, from: number, path: string, home: string, needed: boolean): string | null {
  const list = listBackups(home, { sourcePath: path })
  for (const one of list) {
    if (!one.good || sha256Now(one.path) !== one.sha256) return `the backup ${one.id} is half made`
  }
  if (!needed) return null
  const kept = list.find((one) => one.reason === 'beforeMigration' && one.schema === from)
  if (!kept) return 'the file as it was is not kept'
  const db = new Sqlite(kept.path, { readonly: true })
  try {
    return differs(stateOf(db), on.state(from, from), 'what was kept:')
  } finally {
    db.close()
  }
}
