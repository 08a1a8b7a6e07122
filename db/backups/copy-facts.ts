import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readSync, statSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import { problem } from '#shared/contract/problem.ts'
import { codeOfConnection, connect } from '../encryption/connect.ts'
import { entities } from '../entities.ts'
import { instantOf } from '../stamp.ts'
import type { Sidecar } from './list.ts'

/** What a backup's copy says of itself; goes into what stands beside it. */
export type CopyFacts = Pick<
  Sidecar,
  'fileId' | 'partnership' | 'size' | 'sha256' | 'counts' | 'changes' | 'lastStamp' | 'lastHash' | 'schema'
>
/** How far a file's log goes: the number and the chained hash of its last change. */
export interface Head {
  readonly changes: number
  readonly lastHash: string | null
}

/** How far the log of an open file goes. A file of a schema without a log has none. */
export function headOf(db: Database): Head {
  const row = db.prepare('SELECT seq, hash FROM changes ORDER BY seq DESC LIMIT 1').get() as
    | { seq: number; hash: Buffer }
    | undefined
  return { changes: row?.seq ?? 0, lastHash: row ? row.hash.toString('hex') : null }
}

export function sameHead(one: Head, other: Head): boolean {
  return one.changes === other.changes && one.lastHash === other.lastHash
}

/**
 * Makes a fresh copy one closed file in `journal_mode=DELETE`, checks it (quick_check; as many rows of every kind as its own log made),
 * syncs it and says what it holds.
 *
 * @throws ProblemError `damagedFile` where a check fails; SQLite and file errors as they come.
 */
export function settleCopy(path: string): CopyFacts {
  const copy = connect(path, { fileMustExist: true })
  let facts: Omit<CopyFacts, 'size' | 'sha256'>
  try {
    copy.pragma('journal_mode = DELETE')
    const verdict = copy.pragma('quick_check(1)', { simple: true })
    if (verdict !== 'ok') throw damaged(String(verdict))
    facts = read(copy)
  } finally {
    copy.close()
  }
  sync(path)
  return { ...facts, size: statSync(path).size, sha256: sha256Now(path) }
}

function read(copy: Database): Omit<CopyFacts, 'size' | 'sha256'> {
  const made = new Map(
    copy.prepare("SELECT entity, count(*) FROM changes WHERE field = '*' GROUP BY entity").raw().all() as [
      string,
      number,
    ][],
  )
  const tables = new Set(copy.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[])
  const counts: Record<string, number> = {}
  for (const { name, table } of Object.values(entities)) {
    // A file from before a migration has fewer kinds of records.
    if (!tables.has(table)) continue
    const { rows, here } = copy
      .prepare(`SELECT count(*) AS "rows", count(*) FILTER (WHERE deleted_at IS NULL) AS "here" FROM ${table}`)
      .get() as { rows: number; here: number }
    if (rows !== (made.get(name) ?? 0)) throw damaged(`${table}: ${rows}, ${made.get(name) ?? 0}`)
    counts[name] = here
  }
  const fact = copy.prepare("SELECT value FROM file_facts WHERE key = 'file_id'").pluck().get() as string | undefined
  const name = copy.prepare('SELECT name FROM partnership LIMIT 1').pluck().get() as string | undefined
  const stamp = copy.prepare('SELECT stamp FROM changes ORDER BY seq DESC LIMIT 1').pluck().get() as string | undefined
  return {
    fileId: fact ?? 'unknown',
    // The note beside a backup can be read by anybody.
    partnership: codeOfConnection(copy) === null ? (name ?? '') : '',
    counts,
    ...headOf(copy),
    lastStamp: stamp ?? null,
    schema: copy.pragma('user_version', { simple: true }) as number,
  }
}

function damaged(detail: string): Error {
  return problem('damagedFile', 'problems.backupDamaged', { detail: detail.slice(0, 200) })
}

/** SHA-256 of a file as hexadecimal text, read in pieces on this thread. */
export function sha256Now(path: string): string {
  const hash = createHash('sha256')
  const handle = openSync(path, 'r')
  try {
    const piece = Buffer.allocUnsafe(1024 * 1024)
    for (let read = readSync(handle, piece); read > 0; read = readSync(handle, piece))
      hash.update(piece.subarray(0, read))
  } finally {
    closeSync(handle)
  }
  return hash.digest('hex')
}

/** Makes a file's bytes last. */
export function sync(path: string): void {
  const handle = openSync(path, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Instant of a file's first change: one that was never backed up is as old as that. Null where it has none. */
export function firstChange(db: Database): string | null {
  const stamp = db.prepare('SELECT min(stamp) FROM change_sets').pluck().get() as string | null
  return stamp === null ? null : instantOf(stamp)
}
