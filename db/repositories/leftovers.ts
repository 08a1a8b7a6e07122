import type { leftoverKinds } from '#shared/contract/check.ts'
import { orphanBlobs } from '../checking/blob-steps.ts'
import { photoMime } from '../photo-mime.ts'
import { type Store, sql } from '../store.ts'

/** Content that nothing names. */
export interface Leftover {
  readonly sha256: string
  /** Bytes. */
  readonly size: number
  readonly kind: (typeof leftoverKinds)[number]
}

/**
 * What undo could bring back, and what a frozen document names inside itself, is needed though no record names it now. Both are asked only
 * where there is something to ask of: they read the whole log and every frozen document.
 */
const unneeded = `${orphanBlobs}
     AND sha256 NOT IN (SELECT trim(value, '"') FROM changes
                         WHERE field IN ('sha256', 'snapshotSha256', 'publicSha256', 'logoSha256'))
     AND NOT EXISTS (SELECT 1 FROM blobs AS frozen
                      WHERE frozen.sha256 IN (SELECT snapshot_sha256 FROM packages UNION SELECT public_sha256 FROM packages
                                               UNION SELECT snapshot_sha256 FROM minutes)
                        AND instr(frozen.bytes, CAST(blobs.sha256 AS BLOB)) > 0)`

/** All of it, largest first, without its bytes. */
export function leftoversOf(store: Store, limit: number): { count: number; size: number; leftovers: Leftover[] } {
  const rows = sql(store, `SELECT sha256, size FROM (${unneeded}) ORDER BY size DESC, sha256`).all() as Omit<
    Leftover,
    'kind'
  >[]
  const head = sql(store, 'SELECT substr(bytes, 1, 32) FROM blobs WHERE sha256 = ?').pluck()
  return {
    count: rows.length,
    size: rows.reduce((sum, { size }) => sum + size, 0),
    leftovers: rows.slice(0, limit).map((row) => ({ ...row, kind: kindOf(head.get(row.sha256) as Buffer) })),
  }
}

/** Whether nothing names these bytes. */
export function isLeftover(store: Store, sha256: string): boolean {
  return sql(store, `SELECT 1 FROM (${unneeded}) WHERE sha256 = ?`).get(sha256) !== undefined
}

/** Removes those of them that are still leftovers; gives how many they were, and their bytes. */
export function dropLeftovers(store: Store, chosen: readonly string[]): { removed: number; size: number } {
  const gone = sql(
    store,
    `DELETE FROM blobs WHERE sha256 IN (SELECT value FROM json_each(?)) AND sha256 IN (SELECT sha256 FROM (${unneeded}))
     RETURNING size`,
  )
    .pluck()
    .all(JSON.stringify(chosen)) as number[]
  return { removed: gone.length, size: gone.reduce((sum, size) => sum + size, 0) }
}

function kindOf(bytes: Buffer): Leftover['kind'] {
  if (photoMime(bytes)) return 'photo'
  const head = bytes.toString('latin1')
  if (head.startsWith('%PDF')) return 'pdf'
  if (head.startsWith('PK\x03\x04')) return 'archive'
  return head.startsWith('{') || head.startsWith('[') ? 'data' : 'other'
}
