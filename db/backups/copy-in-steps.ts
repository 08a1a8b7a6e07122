import { closeSync, fstatSync, openSync, readSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Database } from 'better-sqlite3'
import { connect, fileOfConnection } from '../encryption/connect.ts'

/** Pages per step: a step of 400 KiB takes a few milliseconds, and commands run in between. */
const pagesPerStep = 100

/**
 * Copies an open file in steps between which it is used as ever; what is written meanwhile is in the copy, which is of the moment of the
 * last step. Nothing is synced on this thread: SQLite syncs a copy as its last step commits it, and its journal before, which on a busy
 * disk held every call up for a tenth of a second and more. One in WAL mode it does not, as long as somebody else holds it open.
 *
 * @param path of the copy, made here: a database with a WAL of the whole copy beside it. Whoever makes a closed file of it syncs it.
 * @param onStep told the share that is copied after each step; what it throws ends the copying.
 * @param atEnd called as the last step is done, before any other work gets its turn: what the file holds then is what the copy holds.
 * @throws SQLite errors as they come; parts of the copy may be left.
 */
export async function copyInSteps<T = undefined>(
  db: Database,
  path: string,
  onStep: (share: number) => void,
  atEnd: () => T = () => undefined as T,
): Promise<T> {
  const file = fileOfConnection(db)
  if (file !== null) return copyBytes(db, file, path, onStep, atEnd)
  const holder = inWalMode(path, db.pragma('page_size', { simple: true }) as number)
  try {
    await db.backup(path, {
      progress({ totalPages, remainingPages }) {
        onStep(totalPages > 0 ? 1 - remainingPages / totalPages : 1)
        return pagesPerStep
      },
    })
    return atEnd()
  } finally {
    // It can't write: its closing, as the last, carries nothing from the WAL into the file, which would take as long as the copying.
    holder.close()
  }
}

/** Makes a database in WAL mode whose WAL has begun; gives a connection that only reads. */
function inWalMode(path: string, pageSize: number): Database {
  const made = connect(path)
  try {
    made.pragma('synchronous = OFF')
    made.pragma(`page_size = ${pageSize}`)
    made.pragma('journal_mode = WAL')
    // Overwritten by the first page that is copied.
    made.exec('CREATE TABLE blank (page)')
    const holder = connect(path, { readonly: true })
    try {
      holder.prepare('SELECT count(*) FROM sqlite_schema').get()
      return holder
    } catch (cause) {
      holder.close()
      throw cause
    }
  } finally {
    made.close()
  }
}

const bytesPerStep = 1024 * 1024
const attempts = 3

/**
 * The same for an encrypted file, which SQLite's backup can't copy: as long as nothing is carried over from the WAL the file itself stands
 * still, and what is written meanwhile is in the WAL, which is copied last.
 */
async function copyBytes<T>(
  db: Database,
  file: number,
  path: string,
  onStep: (share: number) => void,
  atEnd: () => T,
): Promise<T> {
  const carriedOver = db.pragma('wal_autocheckpoint', { simple: true }) as number
  db.pragma('wal_autocheckpoint = 0')
  try {
    for (let attempt = 1; ; attempt += 1) {
      const before = stateOf(file)
      await copyFile(file, path, onStep)
      // Erased bytes are swept out of the file by a checkpoint of their own.
      if (stateOf(file) === before) break
      if (attempt === attempts)
        throw Object.assign(new Error(`${db.name} changes all the time`), { code: 'SQLITE_BUSY' })
    }
    writeFileSync(`${path}-wal`, walOf(db))
    return atEnd()
  } finally {
    if (db.open) db.pragma(`wal_autocheckpoint = ${carriedOver}`)
  }
}

async function copyFile(file: number, path: string, onStep: (share: number) => void): Promise<void> {
  const total = fstatSync(file).size
  const copy = await open(path, 'w')
  try {
    const piece = Buffer.alloc(bytesPerStep)
    for (let at = 0; at < total; ) {
      const count = readSync(file, piece, 0, Math.min(bytesPerStep, total - at), at)
      if (count === 0) break
      await copy.write(piece, 0, count, at)
      at += count
      onStep(at / total)
    }
  } finally {
    await copy.close()
  }
}

function walOf(db: Database): Buffer {
  let wal: number
  try {
    wal = openSync(`${db.name}-wal`, 'r')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0)
    throw cause
  }
  try {
    const bytes = Buffer.alloc(fstatSync(wal).size)
    return bytes.subarray(0, readSync(wal, bytes, 0, bytes.length, 0))
  } finally {
    closeSync(wal)
  }
}

/** Size and time of the last change. */
function stateOf(file: number): string {
  const { size, mtimeNs } = fstatSync(file, { bigint: true })
  return `${size} ${mtimeNs}`
}
