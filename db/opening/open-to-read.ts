import { copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { missingBetween, readCounter } from '../commit-counter.ts'
import { lockWaitMs } from '../connection.ts'
import { connect } from '../encryption/connect.ts'
import { checkHeader } from '../header.ts'
import { migrate, ownMigrations } from '../migrate.ts'

export interface ToRead {
  readonly db: Database
  /** Acknowledged entries of the log that the counter beside the file knows of and the file has not. */
  readonly missing: () => number
  readonly close: () => void
}

/**
 * A closed file, of this or an earlier schema, for looking at only: nothing is written to it or beside it. Where a WAL lies beside it (to
 * read one may write), or the schema is an earlier one, a copy in the system's temporary folder is opened. The file must not be open in
 * this process.
 *
 * @throws ProblemError as `checkHeader`; SQLite's errors as they come.
 */
export function openToRead(path: string): ToRead {
  const newest = ownMigrations().length
  const version = checkHeader(path, newest)
  let copies: string | null = null
  const clear = () => {
    if (copies !== null) rmSync(copies, { recursive: true, force: true })
  }
  try {
    let at = path
    const hasWal = (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
    if (hasWal || version < newest) {
      copies = mkdtempSync(join(tmpdir(), 'fyr-examine-'))
      at = join(copies, 'file.fyr')
      for (const end of hasWal ? ['', '-wal'] : ['']) copyFileSync(path + end, at + end)
    }
    const db = connect(at, { readonly: copies === null, fileMustExist: true, timeout: lockWaitMs })
    try {
      // The copy is brought to date: the steps of a check know the newest tables only.
      if (copies !== null) migrate(db, ownMigrations())
    } catch {
      // Too damaged for that: the steps tell of what they find.
    }
    return {
      db,
      missing: () => missingIn(db, path),
      close() {
        db.close()
        clear()
      },
    }
  } catch (cause) {
    clear()
    throw cause
  }
}

function missingIn(db: Database, path: string): number {
  const changes = (db.prepare('SELECT max(seq) FROM changes').pluck().get() as number | null) ?? 0
  const fact = db.prepare('SELECT value FROM file_facts WHERE key = ?').pluck()
  const counter = readCounter(path)
  const same =
    counter !== null &&
    (counter.fileId === null || counter.fileId === (fact.get('file_id') ?? counter.fileId)) &&
    counter.restored === (fact.get('restored') ?? null)
  const drafts = Number(fact.get('drafts') ?? 0)
  return same ? counter.missing + missingBetween(counter, { changes, drafts }) : 0
}
