import Sqlite, { type Database } from 'better-sqlite3'

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
  const made = new Sqlite(path)
  try {
    made.pragma('synchronous = OFF')
    made.pragma(`page_size = ${pageSize}`)
    made.pragma('journal_mode = WAL')
    // Overwritten by the first page that is copied.
    made.exec('CREATE TABLE blank (page)')
    const holder = new Sqlite(path, { readonly: true })
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
