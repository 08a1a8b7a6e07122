import { randomUUID } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fdatasync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { problem } from '#shared/contract/problem.ts'
import { makeLastingFolder, syncFolder } from '../backup.ts'
import { type CopyFacts, type Head, headOf, sameHead, settleCopy, sync } from './copy-facts.ts'
import type { Disk } from './disk.ts'
import { type Backup, backupFolder, backupId, pathsOf, readBackup, type Sidecar } from './list.ts'

export interface Source {
  readonly db: Database
  readonly path: string
}
export interface BackupBy {
  readonly home: string
  readonly reason: Sidecar['reason']
  /** UTC instant. */
  readonly now: string
  /** Version of the program. */
  readonly app: string
}

/** Pages per step: a step of 400 KiB takes a few milliseconds, and commands run in between. */
const pagesPerStep = 100
/** Bytes after which what was copied is synced meanwhile, so that the last step has little left to wait for. */
const syncEvery = 4 * 1024 * 1024

/**
 * A verified backup of an open file, made in steps between which the file is used as ever; what is written meanwhile is in it. A
 * half-made one never bears a backup's name.
 *
 * @param disk does what would block: checks, hash and sync.
 * @throws ProblemError `damagedFile` where the copy fails a check; SQLite and file errors as they come (`ENOSPC`, a closed file).
 */
export async function makeBackup(
  source: Source,
  by: BackupBy,
  disk: Disk,
  onProgress: (share: number) => void = () => {},
): Promise<Backup> {
  const folder = ownFolder(source.db, by.home)
  const aside = join(folder, `.${randomUUID()}.fyr-part`)
  try {
    const head = await copyInSteps(source.db, aside, onProgress)
    const facts = await disk({ what: 'settle', path: aside })
    return place(aside, folder, source, by, facts, head)
  } finally {
    clearAside(aside)
  }
}

/** The same in one go, on this thread: for a file that isn't in use yet, before its migration. */
export function makeBackupNow(source: Source, by: BackupBy): Backup {
  const folder = ownFolder(source.db, by.home)
  const aside = join(folder, `.${randomUUID()}.fyr-part`)
  try {
    source.db.prepare('VACUUM INTO ?').run(aside)
    return place(aside, folder, source, by, settleCopy(aside), headOf(source.db))
  } finally {
    clearAside(aside)
  }
}

function ownFolder(db: Database, home: string): string {
  const fileId = db.prepare("SELECT value FROM file_facts WHERE key = 'file_id'").pluck().get() as string | undefined
  const folder = backupFolder(home, fileId ?? 'unknown')
  makeLastingFolder(folder)
  sweep(folder)
  return folder
}

/** Copies in steps; gives how far the file's log went when the last one was taken. */
async function copyInSteps(db: Database, aside: string, onProgress: (share: number) => void): Promise<Head> {
  const pageSize = db.pragma('page_size', { simple: true }) as number
  let handle: number | undefined
  let syncing: Promise<void> | undefined
  let unsynced = 0
  try {
    await db.backup(aside, {
      progress({ totalPages, remainingPages }) {
        onProgress(totalPages > 0 ? 1 - remainingPages / totalPages : 1)
        unsynced += pagesPerStep * pageSize
        if (unsynced > syncEvery && !syncing) {
          unsynced = 0
          handle ??= openSync(aside, 'r+')
          syncing = synced(handle).then(() => {
            syncing = undefined
          })
        }
        return pagesPerStep
      },
    })
    // Nothing runs between the last step and this line: the copy is as far as the file is now.
    return headOf(db)
  } finally {
    await syncing
    if (handle !== undefined) closeSync(handle)
  }
}

/** A sync that fails here fails again, and is told, when the whole copy is synced. */
function synced(handle: number): Promise<void> {
  return new Promise((done) => fdatasync(handle, () => done()))
}

/** Gives a checked copy its name: what stands beside it first, so that a backup that bears its name is whole. */
function place(aside: string, folder: string, source: Source, by: BackupBy, facts: CopyFacts, head: Head): Backup {
  if (!sameHead(head, facts)) throw problem('damagedFile', 'problems.backupDamaged', { detail: 'log' })
  let id = backupId(by.now, by.reason)
  for (let number = 2; existsSync(pathsOf(folder, id).sidecar); number++)
    id = `${backupId(by.now, by.reason)} ${number}`
  const known: Sidecar = {
    ...facts,
    sourcePath: source.path,
    madeAt: by.now,
    reason: by.reason,
    app: by.app,
    checked: null,
  }
  const paths = pathsOf(folder, id)
  writeSidecar(paths.sidecar, known)
  renameSync(aside, paths.file)
  syncFolder(folder)
  const made = readBackup(folder, id)
  if (!made) throw problem('damagedFile', 'problems.backupDamaged', { detail: 'gone' })
  return made
}

/** Writes what stands beside a backup: aside, synced, renamed. */
export function writeSidecar(path: string, known: Sidecar): void {
  const aside = `${path}.part`
  try {
    writeFileSync(aside, JSON.stringify(known, null, 2))
    sync(aside)
    renameSync(aside, path)
  } finally {
    rmSync(aside, { force: true })
  }
}

function clearAside(aside: string): void {
  for (const end of ['', '-journal', '-wal']) rmSync(aside + end, { force: true })
}

const hour = 3_600_000
const sidecarName = /^\d{4}-\d{2}-\d{2}T[\d-]+Z [A-Za-z]+( \d+)?\.json$/

/**
 * Removes what a killed backup left: copies without a name, and what stood beside backups that never came. Only what is an hour old:
 * another process may be at work in the folder.
 */
export function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    const left =
      (name.startsWith('.') && /\.fyr-part(-journal|-wal)?$/.test(name)) ||
      name.endsWith('.json.part') ||
      (sidecarName.test(name) && !existsSync(join(folder, `${name.slice(0, -5)}.fyr`)))
    const path = join(folder, name)
    const found = left ? statSync(path, { throwIfNoEntry: false }) : undefined
    if (found?.isFile() && Date.now() - found.mtimeMs > hour) rmSync(path, { force: true })
  }
}
