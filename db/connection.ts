import { closeSync, existsSync, openSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import type { Database } from 'better-sqlite3'
import { type Problem, ProblemError, problem } from '#shared/contract/problem.ts'
import { backupTo } from './backup.ts'
import { classify } from './classify.ts'
import { openCounter } from './commit-counter.ts'
import { connect, isEncryptedFile } from './encryption/connect.ts'
import { codeOfNewFiles } from './encryption/keyring.ts'
import { applicationId, checkHeader } from './header.ts'
import { type Migration, migrate, ownMigrations } from './migrate.ts'
import { keepForgotten } from './opening/keep-wal.ts'

export interface OpenOptions {
  /** Make a new file; refuse an existing one. */
  readonly create?: boolean
  /** Recovery code of a file that is made: it is encrypted. */
  readonly code?: string | null
  readonly migrations?: readonly Migration[]
  /** Keeps the file before it is migrated; a throw keeps the migration from beginning. Without it a backup is laid beside the file. */
  readonly beforeMigration?: (db: Database, path: string, from: number) => void
}
export interface OpenFile {
  readonly db: Database
  readonly path: string
  /** True on a read-only disk, and once the file was found damaged. */
  readonly readOnly: boolean
  readonly warnings: ('syncedFolder' | 'networkShare' | 'wentBackwards' | 'uncleanExit' | 'damaged')[]
  /** Writes the commit counter beside the file; called after each commit. */
  readonly counted: (count: number, of?: 'changes' | 'drafts') => void
  /** Acknowledged entries of the log that the file has lost, until `acknowledge`. */
  readonly missing: () => number
  /** A copy with a damaged WAL, beside the file: what SQLite forgot of it salvage may read. Null where nothing was forgotten. */
  readonly kept: string | null
  /** The user knows what is missing: the warning goes, and does not come back. */
  readonly acknowledge: () => void
  /** Nothing more is written, so that damage is not made worse. */
  readonly stopWriting: () => void
  readonly close: () => void
}

/** How long a lock is waited for. A file that is open elsewhere stays locked, and the window must hear of it within 250 ms in all. */
export const lockWaitMs = 150

/** Files open in this process. A POSIX lock is lost when the same process opens and closes the file again, so nothing here may. */
const openPaths = new Set<string>()

/**
 * Opens or makes a partnership file, in the order of design.md section 4: lock, header, version, pragmas.
 *
 * @throws ProblemError `lockedFile`, `targetLocked` (the folder, when making a file), `notFyrFile`, `damagedFile`, `newerFile`, `fileMissing`, `readOnly`, `diskFull`.
 */
export function openFile(path: string, options: OpenOptions = {}): OpenFile {
  const full = existsSync(path) ? realpathSync(path) : resolve(path)
  if (openPaths.has(full)) throw problem('lockedFile', 'problems.lockedFile', { file: basename(full) })
  try {
    if (options.create) {
      if (existsSync(full)) throw problem('conflict', 'problems.fileExists', { file: basename(full) })
      if (!existsSync(dirname(full))) throw problem('targetLocked', 'problems.folderClosed')
    } else checkHeader(full, (options.migrations ?? ownMigrations()).length)
    const unclean = !options.create && existsSync(`${full}-wal`) && statSync(`${full}-wal`).size > 0
    const readOnly = !options.create && !isWritable(full)
    const kept = unclean && !readOnly ? lookFirst(full, (options.migrations ?? ownMigrations()).length) : null
    const db = connect(full, {
      readonly: readOnly,
      fileMustExist: !options.create,
      timeout: lockWaitMs,
      code: options.code === undefined ? codeOfNewFiles() : options.code,
    })
    try {
      configure(db, readOnly)
      // Left by the look before; nobody else is connected while the lock is held, which itself needs none.
      if (unclean && !readOnly) removeQuietly(`${full}-shm`)
      if (options.create) db.pragma(`application_id = ${applicationId}`)
      const migrations = options.migrations ?? ownMigrations()
      refuseProgram(db)
      // Ours by its header, but without a log: no migration can make that whole. The error says so as any missing table does.
      if ((db.pragma('user_version', { simple: true }) as number) > 0) db.prepare('SELECT seq FROM changes')
      if (readOnly) refuseOtherVersion(db, migrations)
      else migrate(db, migrations, (from) => (options.beforeMigration ?? backupBeside)(db, full, from))
      // A new file's header must stand in the file itself: until a checkpoint it is only in the WAL, and a killed process leaves it there.
      if (options.create) db.pragma('wal_checkpoint(TRUNCATE)')
      if (!readOnly) assertDurable(db)
      const fact = db.prepare('SELECT value FROM file_facts WHERE key = ?').pluck()
      const factOf = (key: string) => (fact.get(key) as string | undefined) ?? null
      const counter = openCounter(
        full,
        readOnly,
        {
          changes: (db.prepare('SELECT max(seq) FROM changes').pluck().get() as number | null) ?? 0,
          drafts: Number(factOf('drafts') ?? 0),
          fileId: factOf('file_id'),
          restored: factOf('restored'),
        },
        () => factOf('file_id'),
      )
      const warnings: OpenFile['warnings'] = [...placeWarnings(full)]
      if (!options.create && counter.missing() > 0) warnings.push('wentBackwards')
      if (unclean) warnings.push('uncleanExit')
      openPaths.add(full)
      let stopped = false
      return {
        db,
        path: full,
        get readOnly() {
          return readOnly || stopped
        },
        warnings,
        counted: counter.write,
        missing: counter.missing,
        kept,
        acknowledge: () => {
          counter.acknowledge()
          const at = warnings.indexOf('wentBackwards')
          if (at >= 0) warnings.splice(at, 1)
        },
        stopWriting: () => {
          stopped = true
          db.pragma('query_only = ON')
        },
        close: () => {
          if (!db.open) return
          openPaths.delete(full)
          counter.close()
          // A damaged file stays as it is, WAL and all.
          if (!readOnly && !stopped) settle(db)
          db.close()
        },
      }
    } catch (cause) {
      db.close()
      throw cause
    }
  } catch (cause) {
    if (cause instanceof ProblemError) throw cause
    const known = openingProblem(cause, full, options.create ?? false) ?? classify(cause)
    if (known) throw new ProblemError({ ...known, params: { file: basename(full) } }, { cause })
    throw cause
  }
}

/** A backup beside a file of schema version `from`: where the home folder takes none, and for files opened without one. */
export function backupBeside(db: Database, path: string, from: number): void {
  backupTo(db, `${path}.before-${from + 1}.fyr-backup`)
}

/** What an error means where a file is being opened or made; undefined for those that mean the same everywhere. */
function openingProblem(cause: unknown, path: string, create: boolean): Problem | undefined {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  // The key fits, so that what SQLite takes for another program's file is ours with a damaged first page.
  if (code === 'SQLITE_NOTADB' && isEncryptedFile(path)) return { code: 'damagedFile', key: 'problems.damagedFile' }
  const denied = ['EACCES', 'EPERM', 'EBUSY'].includes(code)
  if (create && (denied || code === 'EROFS' || code === 'ENOENT' || code.startsWith('SQLITE_CANTOPEN'))) {
    return { code: 'targetLocked', key: 'problems.folderClosed' }
  }
  // No lock can be had on a read-only file that was not closed, and on shares that know none.
  if (denied || code === 'SQLITE_IOERR_LOCK' || code.startsWith('SQLITE_CANTOPEN'))
    return { code: 'lockedFile', key: 'problems.noAccess' }
  if (code === 'EISDIR') return { code: 'notFyrFile', key: 'problems.notFyrFile' }
  // Tables that our own SQL doesn't find: the header is ours, what follows isn't.
  return code === 'SQLITE_ERROR' ? { code: 'damagedFile', key: 'problems.damagedFile' } : undefined
}

/**
 * Reads a file that was not closed before anything may write in it. One that can't be read is refused with its WAL as it was, since a
 * connection that writes would settle or overwrite that even when it fails; so is one of a newer version, which may stand in the WAL alone.
 */
function lookFirst(path: string, newest: number): string | null {
  const shared = `${path}-shm`
  const wasShared = existsSync(shared)
  const db = connect(path, { readonly: true, fileMustExist: true, timeout: lockWaitMs })
  let changes = 0
  try {
    refuseProgram(db)
    const version = db.pragma('user_version', { simple: true }) as number
    if (version > newest) throw problem('newerFile', 'problems.newerFile', { file: version, app: newest })
    if (version > 0) changes = (db.prepare('SELECT max(seq) FROM changes').pluck().get() as number | null) ?? 0
  } catch (cause) {
    db.close()
    // Reading made it. Nothing is left beside a file that is refused.
    if (!wasShared) removeQuietly(shared)
    throw cause
  } finally {
    db.close()
  }
  return keepForgotten(path, changes)
}

/** Fyr makes no triggers and no views: a file that brings some would run a stranger's program at our next write. */
function refuseProgram(db: Database): void {
  const found = db.prepare("SELECT count(*) FROM sqlite_schema WHERE type IN ('trigger', 'view')").pluck().get()
  if (found !== 0) throw problem('damagedFile', 'problems.damagedFile')
}

function isWritable(path: string): boolean {
  try {
    closeSync(openSync(path, 'r+'))
    // A journal must be made beside the file.
    const probe = `${path}-probe`
    closeSync(openSync(probe, 'w'))
    removeQuietly(probe)
    return true
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return false
    throw cause
  }
}

function configure(db: Database, readOnly: boolean): void {
  // The exclusive mode is the one-writer lock: SQLite holds it as long as the connection lives, and a killed process drops it.
  db.pragma('locking_mode = EXCLUSIVE')
  if (!readOnly) {
    db.pragma('journal_mode = WAL')
    // better-sqlite3 is built to fall back to NORMAL in WAL mode, which loses acknowledged commits at a power cut.
    db.pragma('synchronous = FULL')
  }
  db.pragma('foreign_keys = ON')
  db.pragma('trusted_schema = OFF')
  db.pragma('cell_size_check = ON')
  db.pragma('temp_store = MEMORY')
  db.pragma('cache_size = -32000')
  db.prepare('SELECT count(*) FROM sqlite_schema').get()
}

function refuseOtherVersion(db: Database, migrations: readonly Migration[]): void {
  const version = db.pragma('user_version', { simple: true }) as number
  if (version > migrations.length)
    throw problem('newerFile', 'problems.newerFile', { file: version, app: migrations.length })
  if (version < migrations.length) throw problem('readOnly', 'problems.readOnlyOld')
}

/**
 * FULL must still stand after a write: it reads 2 right after opening even where it is about to drop to 1. The write is taken back, for a
 * commit would be synced, and that is most of what opening a file takes.
 */
function assertDurable(db: Database): void {
  db.exec('BEGIN IMMEDIATE')
  db.prepare(
    "INSERT INTO file_facts (key, value) VALUES ('opened', '1') ON CONFLICT (key) DO UPDATE SET value = value + 1",
  ).run()
  db.exec('ROLLBACK')
  db.pragma('synchronous = FULL')
  db.prepare('SELECT value FROM file_facts').all()
  const mode = db.pragma('synchronous', { simple: true })
  if (mode !== 2) throw new Error(`synchronous is ${String(mode)}, not FULL`)
}

/** Leaves one closed file that opens on a read-only disk too. */
function settle(db: Database): void {
  try {
    db.pragma('optimize')
    db.pragma('wal_checkpoint(TRUNCATE)')
    db.pragma('journal_mode = DELETE')
  } catch {
    // A full disk or a damaged page: the WAL stays and is read at the next opening. Nothing is lost.
  }
}

const synced =
  /[\\/](OneDrive[^\\/]*|Dropbox[^\\/]*|Google ?Drive[^\\/]*|iCloud ?Drive|Mobile Documents|Nextcloud|ownCloud|Box Sync|pCloud ?Drive)[\\/]/i
const remote = new Set(['cifs', 'smb3', 'smbfs', 'nfs', 'nfs4', 'fuse.sshfs', '9p', 'afpfs'])

/** Whether a file lies where live data doesn't belong: a synchronised folder or a network share (WAL needs one host). */
export function placeWarnings(path: string): ('syncedFolder' | 'networkShare')[] {
  const found: ('syncedFolder' | 'networkShare')[] = []
  if (synced.test(path)) found.push('syncedFolder')
  if (/^(\\\\|\/\/)[^\\/?.]/.test(path) || remote.has(fileSystemOf(path))) found.push('networkShare')
  return found
}

function fileSystemOf(path: string): string {
  if (process.platform !== 'linux') return ''
  try {
    let best = { length: 0, type: '' }
    for (const row of readFileSync('/proc/mounts', 'utf8').split('\n')) {
      const [, mount = '', type = ''] = row.split(' ')
      if (`${dirname(path)}/`.startsWith(mount.endsWith('/') ? mount : `${mount}/`) && mount.length > best.length) {
        best = { length: mount.length, type }
      }
    }
    return best.type
  } catch {
    return ''
  }
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // A probe left behind does no harm.
  }
}
