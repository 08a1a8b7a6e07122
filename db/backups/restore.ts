/**
 * A backup put in the place of the present file. At every moment the file's name leads to the old file whole or to the new one whole:
 *
 * 1. The backup is checked, copied beside the file under a temporary name, its hash compared, marked as restored and synced.
 * 2. The present file's WAL is settled into it (checkpoint, `journal_mode=DELETE`) and the file is kept as a backup. One that was not
 *    kept a moment ago is first copied byte by byte, with its WAL, beside itself; the copy stays where the file is too damaged for a backup.
 * 3. The present file is locked, and must be as it was kept.
 * 4. Journals and the commit counter of the present file go, and the folder is synced: SQLite would read an old WAL into the new file,
 *    whatever the file, so its removal must be on the disk before the new file bears the name.
 * 5. The new file is renamed over the old one, and the folder is synced.
 *
 * Killed before 5 the old file stands, complete without the WAL; the temporary copy is swept later. Killed after 5 the new one does.
 * Killed within 2 the byte copy stays beside the file: it has its name before SQLite looks, for it may then be all that salvage can read.
 */
import { randomUUID } from 'node:crypto'
import { constants, copyFileSync, existsSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import type { Database } from 'better-sqlite3'
import type { z } from 'zod'
import { restored } from '#shared/contract/backups.ts'
import { ProblemError, problem } from '#shared/contract/problem.ts'
import { isSameFile, syncFolder } from '../backup.ts'
import { classify } from '../classify.ts'
import { connect } from '../encryption/connect.ts'
import { freeName } from '../files.ts'
import { ownMigrations } from '../migrate.ts'
import { type Head, headOf, sameHead, sync } from './copy-facts.ts'
import type { Disk } from './disk.ts'
import type { Backup } from './list.ts'
import { makeBackupNow } from './make.ts'

/** How long a lock is waited for on the thread that answers calls: twice at most, and a window must be answered within 250 ms. */
const lockWaitMs = 100

export interface RestoreBy {
  readonly home: string
  readonly backup: Backup
  /** Path of the file that the backup takes the place of; it may be damaged, or gone. */
  readonly target: string
  /** UTC instant. */
  readonly now: string
  readonly app: string
}
export interface Restored {
  /** Name of the byte copy of a present file that was too damaged to be backed up; it lies beside the file. Null where there is none. */
  readonly damagedCopy: string | null
}

/**
 * Puts a backup in the place of a file that this process does not have open; the present file is kept.
 *
 * @param disk does what would block.
 * @param given `swap` runs the last, synchronous part: where the file is open here, it closes it before and opens it after.
 *   `kept` is how far the present file went when a backup of it was made just before; one more is made where it has gone on.
 * @throws ProblemError `damagedFile` where the backup is, `newerFile` where a newer Fyr made it, `lockedFile` where another process has the
 *   file open; file errors as they come. The present file then stands as it was.
 */
export async function restoreBackup(
  by: RestoreBy,
  disk: Disk,
  given: { swap?: (work: () => Restored) => Restored; kept?: () => Head | null } = {},
): Promise<Restored> {
  const target = existsSync(by.target) ? realpathSync(by.target) : by.target
  const { good } = await disk({ what: 'check', backup: by.backup, now: by.now })
  if (!good) throw problem('damagedFile', 'problems.backupChanged')
  const aside = await prepare(by.backup, target, by.now, null, disk)
  try {
    const work = () => ({ damagedCopy: replace(target, aside, by, given.kept?.() ?? null) })
    return given.swap ? given.swap(work) : work()
  } finally {
    clear(aside)
  }
}

/**
 * Writes a backup out as a file of its own, with an id of its own: its backups and its settings on this device are not mixed with
 * those of the file it was made of.
 *
 * @throws ProblemError as `restoreBackup`; `lockedFile` where the target is open.
 */
export async function restoreCopy(
  by: { readonly backup: Backup; readonly target: string; readonly now: string; readonly newId: () => string },
  disk: Disk,
): Promise<void> {
  if (isSameFile(by.target, by.backup.path)) throw problem('refused', 'problems.backupOverItself')
  if ((statSync(`${by.target}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) throw locked(by.target)
  const aside = await prepare(by.backup, by.target, by.now, by.newId(), disk)
  try {
    removeBeside(by.target)
    syncFolder(dirname(by.target))
    renameSync(aside, by.target)
    syncFolder(dirname(by.target))
  } finally {
    clear(aside)
  }
}

/** What a file says of its being restored; null where it never was. */
export function restoredOf(db: Database): z.infer<typeof restored> | null {
  const fact = db.prepare("SELECT value FROM file_facts WHERE key = 'restored'").pluck().get() as string | undefined
  try {
    return fact === undefined ? null : restored.parse(JSON.parse(fact))
  } catch {
    return null
  }
}

async function prepare(backup: Backup, target: string, now: string, newId: string | null, disk: Disk): Promise<string> {
  const newest = ownMigrations().length
  if (backup.schema > newest) throw problem('newerFile', 'problems.newerFile', { file: backup.schema, app: newest })
  const aside = join(dirname(target), `.${randomUUID()}.fyr-part`)
  try {
    const said = JSON.stringify({ at: now, madeAt: backup.madeAt, reason: backup.reason })
    const facts = { restored: said, ...(newId === null ? {} : { file_id: newId }) }
    const mode = statSync(target, { throwIfNoEntry: false })?.mode ?? null
    await disk({ what: 'fetch', backup, path: aside, facts, mode })
    return aside
  } catch (cause) {
    clear(aside)
    throw cause
  }
}

/** Steps 2 to 5; gives the name of the damaged copy, if one was needed. */
function replace(target: string, aside: string, by: RestoreBy, kept: Head | null): string | null {
  if (!existsSync(target)) {
    putInPlace(target, aside)
    return null
  }
  // Before SQLite looks at it: opening a damaged file may throw away the WAL that salvage could read.
  const copy = kept === null ? copyBytes(target, by.now) : null
  let head: Head | null
  try {
    head = keepPresent(target, by, kept)
  } catch (cause) {
    if (copy) removeCopy(copy)
    throw cause
  }
  if (head === null) {
    const bytes = copy ?? copyBytes(target, by.now)
    putInPlace(target, aside)
    return basename(bytes)
  }
  if (copy) removeCopy(copy)
  const lock = connect(target, { fileMustExist: true, timeout: lockWaitMs })
  try {
    lock.exec('BEGIN EXCLUSIVE')
    // Between the keeping and the lock another process may have had it.
    const settled = lock.pragma('journal_mode', { simple: true }) === 'delete' && !existsSync(`${target}-wal`)
    if (!settled || !sameHead(headOf(lock), head)) throw locked(target)
    // Windows renames over no file that is open. Whoever opens it now keeps the rename from happening.
    if (process.platform === 'win32') lock.close()
    putInPlace(target, aside)
    return null
  } catch (cause) {
    throw (cause as { code?: string }).code === 'SQLITE_BUSY' ? locked(target) : cause
  } finally {
    lock.close()
  }
}

function putInPlace(target: string, aside: string): void {
  removeBeside(target)
  syncFolder(dirname(target))
  renameSync(aside, target)
  syncFolder(dirname(target))
}

/** Journals and the counter of a file that goes. The counter of the old one would say that the new one had lost changes. */
function removeBeside(target: string): void {
  for (const end of ['-wal', '-shm', '-journal', '-commits']) rmSync(target + end, { force: true })
}

/** Settles the present file's WAL into it and backs it up; null where it is too damaged for that. */
function keepPresent(target: string, by: RestoreBy, kept: Head | null): Head | null {
  const present = openPresent(target)
  if (present === null) return null
  try {
    present.pragma('locking_mode = EXCLUSIVE')
    present.pragma('synchronous = FULL')
    present.exec('BEGIN EXCLUSIVE; COMMIT')
    present.pragma('wal_checkpoint(TRUNCATE)')
    present.pragma('journal_mode = DELETE')
    const head = headOf(present)
    if (kept === null || !sameHead(kept, head)) {
      makeBackupNow({ db: present, path: target }, { home: by.home, reason: 'beforeRestore', now: by.now, app: by.app })
    }
    return head
  } catch (cause) {
    const known = cause instanceof ProblemError ? cause.problem.code : classify(cause)?.code
    const code = (cause as { code?: string }).code
    if (known === 'lockedFile') throw locked(target)
    // Tables that are not there: the header may be ours, what follows isn't.
    if (known === 'damagedFile' || known === 'notFyrFile' || code === 'SQLITE_ERROR') return null
    throw cause
  } finally {
    present.close()
  }
}

/** Null where no key fits: whatever was in it, this device can't read it, and its bytes are kept as those of a damaged file are. */
function openPresent(target: string): Database | null {
  try {
    return connect(target, { fileMustExist: true, timeout: lockWaitMs })
  } catch (cause) {
    if (cause instanceof ProblemError && cause.problem.code === 'keyNeeded') return null
    throw cause
  }
}

/** The bytes of a file and its journals beside it, under a name that says why: what salvage can read. Gives its path. */
function copyBytes(target: string, now: string): string {
  const ending = extname(target)
  const wanted = `${target.slice(0, target.length - ending.length)} (damaged ${now.slice(0, 10)})${ending}`
  const copy = existsSync(wanted) ? freeName(wanted) : wanted
  for (const end of ['', '-wal', '-journal']) {
    if (!existsSync(target + end)) continue
    copyFileSync(target + end, copy + end, constants.COPYFILE_FICLONE)
    sync(copy + end)
  }
  syncFolder(dirname(copy))
  return copy
}

function removeCopy(copy: string): void {
  for (const end of ['', '-wal', '-journal']) rmSync(copy + end, { force: true })
}

function clear(aside: string): void {
  for (const end of ['', '-journal']) rmSync(aside + end, { force: true })
}

function locked(path: string): ProblemError {
  return problem('lockedFile', 'problems.lockedFile', { file: basename(path) })
}
