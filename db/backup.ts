import { createHash } from 'node:crypto'
import {
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname } from 'node:path'
import type { Database } from 'better-sqlite3'
import { problem } from '#shared/contract/problem.ts'
import { connect } from './encryption/connect.ts'

/**
 * A verified copy of an open database: written aside by `VACUUM INTO`, checked, synced, renamed over `target`.
 * It is left in `journal_mode=DELETE`, so that it opens on a read-only disk. A half-made copy never bears the name.
 *
 * @throws ProblemError `damagedFile` where the copy fails its check; `lockedFile` where the target is open or was left by a
 *   crash: its journal would be read into the copy; SQLite and file errors as they come.
 */
export function backupTo(db: Database, target: string): { size: number } {
  const aside = `${target}.part`
  if ((statSync(`${target}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) {
    throw problem('lockedFile', 'problems.lockedFile', { file: basename(target) })
  }
  rmSync(aside, { force: true })
  try {
    db.prepare('VACUUM INTO ?').run(aside)
    const copy = connect(aside, { readonly: true })
    try {
      const verdict = copy.pragma('quick_check', { simple: true })
      if (verdict !== 'ok')
        throw problem('damagedFile', 'problems.backupDamaged', { detail: String(verdict).slice(0, 200) })
      const rows = 'SELECT (SELECT count(*) FROM changes) + (SELECT count(*) FROM blobs)'
      if (hasLog(db) && copy.prepare(rows).pluck().get() !== db.prepare(rows).pluck().get()) {
        throw problem('damagedFile', 'problems.backupDamaged', { detail: 'row counts' })
      }
    } finally {
      copy.close()
    }
    sync(aside)
    renameSync(aside, target)
    // The counter of the file that lay there before says nothing of this one.
    rmSync(`${target}-commits`, { force: true })
    syncFolder(dirname(target))
    return { size: statSync(target).size }
  } catch (cause) {
    rmSync(aside, { force: true })
    throw cause
  }
}

function hasLog(db: Database): boolean {
  return db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'changes'").get() !== undefined
}

/** True where two paths name one file, whatever links and letter cases lead there. */
export function isSameFile(one: string, other: string): boolean {
  if (!existsSync(one) || !existsSync(other)) return false
  const [a, b] = [statSync(one, { bigint: true }), statSync(other, { bigint: true })]
  return a.ino === b.ino && a.dev === b.dev
}

/** SHA-256 of a file as hexadecimal text, read in pieces. */
export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer)
  return hash.digest('hex')
}

function sync(path: string): void {
  const handle = openSync(path, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Makes a rename last. Windows can't sync a folder and doesn't need to. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Makes a folder, with those it lies in, that a power cut does not take away with all that is in it. */
export function makeLastingFolder(path: string): void {
  makeFolderLast(path, mkdirSync(path, { recursive: true }))
}

/** Makes the names of a new folder last, up to that of the `first` which was made for it; undefined where it was there. */
export function makeFolderLast(path: string, first: string | undefined): void {
  for (let at = path; ; at = dirname(at)) {
    // The folder's own name always: whoever made it may have been killed before it was synced.
    syncFolder(dirname(at))
    if (first === undefined || at === first || at === dirname(at)) return
  }
}
