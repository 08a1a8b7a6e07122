/** A file of a newer version before an older program: refused, and not a byte of it or beside it is another. */

import { hash } from 'node:crypto'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { openFile } from '#db/connection.ts'
import { migrate, ownMigrations } from '#db/migrate.ts'
import { ProblemError } from '#shared/contract/problem.ts'
import type { Ground } from './ground.ts'

/** How the newer program left the file: closed; killed; killed before the version that it brought stood anywhere but in the WAL. */
const leavings = ['closed', 'with a WAL', 'new only in its WAL'] as const
interface Meeting {
  readonly older: number
  readonly newer: number
  readonly left: (typeof leavings)[number]
}

/** Every pair of versions, and this program before the one that comes after it. */
export function meetings(newest: number): Meeting[] {
  const pairs: Meeting[] = []
  for (let newer = 2; newer <= newest + 1; newer++) {
    for (let older = 1; older < newer && older <= newest; older++) {
      for (const left of leavings) pairs.push({ older, newer, left })
    }
  }
  return pairs
}

/** What is wrong with how the older one takes the newer file. */
export function refusalFault(on: Ground, { older, newer, left }: Meeting): string | null {
  const folder = join(on.folder, 'newer')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  const path = join(folder, 'newer.fyr')
  leave(on, path, { older, newer, left })
  writeFileSync(`${path}-commits`, JSON.stringify({ changes: 3, drafts: 0 }))
  const before = bytesIn(folder)
  let refused = ''
  try {
    openFile(path, { migrations: ownMigrations().slice(0, older) }).close()
  } catch (cause) {
    refused = cause instanceof ProblemError ? cause.problem.code : String(cause)
  }
  const name = `version ${newer} ${left} before ${older}`
  if (refused !== 'newerFile') return `${name}: ${refused === '' ? 'opened' : `told as ${refused}`}`
  const after = bytesIn(folder)
  return after === before ? null : `${name}: refused and changed: ${before} became ${after}`
}

/** Made aside, so that a file that its program never closed can be copied from under it. */
function leave(on: Ground, path: string, { older, newer, left }: Meeting): void {
  const next = newer > on.newest
  const aside = join(on.folder, 'leaving.fyr')
  for (const end of ['', '-wal', '-shm']) rmSync(aside + end, { force: true })
  copyFileSync(on.file(left === 'new only in its WAL' ? older : Math.min(newer, on.newest)), aside)
  const db = new Sqlite(aside)
  try {
    const raise = () => next && db.pragma(`user_version = ${newer}`)
    if (left === 'closed') raise()
    else {
      db.pragma('locking_mode = EXCLUSIVE')
      db.pragma('journal_mode = WAL')
      db.pragma('wal_autocheckpoint = 0')
      migrate(db, ownMigrations().slice(0, newer))
      raise()
      db.exec(
        "INSERT INTO file_facts (key, value) VALUES ('opened', '1') ON CONFLICT (key) DO UPDATE SET value = value + 1",
      )
      for (const end of ['', '-wal']) copyFileSync(aside + end, path + end)
    }
  } finally {
    db.close()
  }
  if (left === 'closed') copyFileSync(aside, path)
}

function bytesIn(folder: string): string {
  return readdirSync(folder)
    .sort()
    .map((name) => `${name} ${hash('sha256', readFileSync(join(folder, name))).slice(0, 12)}`)
    .join(', ')
}
