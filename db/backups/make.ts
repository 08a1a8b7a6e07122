import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { problem } from '#shared/contract/problem.ts'
import { makeFolderLast, syncFolder } from '../backup.ts'
import { type CopyFacts, type Head, headOf, sameHead, settleCopy, sync } from './copy-facts.ts'
import { copyInSteps } from './copy-in-steps.ts'
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

/**
 * A verified backup of an open file, made in steps between which the file is used as ever; what is written meanwhile is in it. A
 * half-made one never bears a backup's name.
 *
 * @param disk does what would block: the folder, checks, hash, syncs and names.
 * @throws ProblemError `damagedFile` where the copy fails a check; SQLite and file errors as they come (`ENOSPC`, a closed file).
 */
export async function makeBackup(
  source: Source,
  by: BackupBy,
  disk: Disk,
  onProgress: (share: number) => void = () => {},
): Promise<Backup> {
  const folder = folderOf(source.db, by.home)
  const aside = join(folder, `.${randomUUID()}.fyr-part`)
  const firstMade = mkdirSync(folder, { recursive: true })
  try {
    const head = await copyInSteps(source.db, aside, onProgress, () => headOf(source.db))
    return await disk({ what: 'keep', aside, folder, firstMade, sourcePath: source.path, by, head })
  } finally {
    clearAside(aside)
  }
}

/** The same in one go, on this thread: for a file that isn't in use yet, before its migration. */
export function makeBackupNow(source: Source, by: BackupBy): Backup {
  const folder = folderOf(source.db, by.home)
  const aside = join(folder, `.${randomUUID()}.fyr-part`)
  const firstMade = mkdirSync(folder, { recursive: true })
  try {
    source.db.prepare('VACUUM INTO ?').run(aside)
    return keepCopy({ aside, folder, firstMade, sourcePath: source.path, by, head: headOf(source.db) })
  } finally {
    clearAside(aside)
  }
}

function folderOf(db: Database, home: string): string {
  const fileId = db.prepare("SELECT value FROM file_facts WHERE key = 'file_id'").pluck().get() as string | undefined
  return backupFolder(home, fileId ?? 'unknown')
}

/** A copy that is to be a backup. */
export interface Fresh {
  /** Its path, in the folder where it stays. */
  readonly aside: string
  readonly folder: string
  /** The first folder that was made for it; undefined where all were there. */
  readonly firstMade: string | undefined
  /** Path of the file that was copied. */
  readonly sourcePath: string
  readonly by: BackupBy
  /** How far that file's log went when the copy was taken. */
  readonly head: Head
}

/**
 * Makes a backup of a fresh copy: checked, closed, synced, named; sweeps its folder.
 *
 * @throws ProblemError `damagedFile` where a check fails; SQLite and file errors as they come.
 */
export function keepCopy(fresh: Fresh): Backup {
  makeFolderLast(fresh.folder, fresh.firstMade)
  sweep(fresh.folder)
  return place(fresh, settleCopy(fresh.aside))
}

/** Gives a checked copy its name: what stands beside it first, so that a backup that bears its name is whole. */
function place({ aside, folder, sourcePath, by, head }: Fresh, facts: CopyFacts): Backup {
  if (!sameHead(head, facts)) throw problem('damagedFile', 'problems.backupDamaged', { detail: 'log' })
  let id = backupId(by.now, by.reason)
  for (let number = 2; existsSync(pathsOf(folder, id).sidecar); number++)
    id = `${backupId(by.now, by.reason)} ${number}`
  const known: Sidecar = {
    ...facts,
    sourcePath,
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
  for (const end of ['', '-journal', '-wal', '-shm']) rmSync(aside + end, { force: true })
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
      (name.startsWith('.') && /\.fyr-part(-journal|-wal|-shm)?$/.test(name)) ||
      name.endsWith('.json.part') ||
      (sidecarName.test(name) && !existsSync(join(folder, `${name.slice(0, -5)}.fyr`)))
    const path = join(folder, name)
    const found = left ? statSync(path, { throwIfNoEntry: false }) : undefined
    if (found?.isFile() && Date.now() - found.mtimeMs > hour) rmSync(path, { force: true })
  }
}
