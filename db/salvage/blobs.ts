/** Kept files of a damaged file: those whose bytes still have the hash that they are kept under. */
import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import type { EntityName } from '../entities.ts'
import type { NewLog } from './new-log.ts'
import type { Value } from './rows.ts'
import type { Fields } from './settle-records.ts'

export interface KeptBlob {
  /** Of the bytes as they are now. */
  readonly sha256: string
  /** Damaged, or from a page that no tree reaches (it may have been disposed of): kept only where a record names these very bytes. */
  readonly doubtful: boolean
  /** The bytes, read once more: all of them at once would take the memory. */
  readonly again: () => Buffer | null
}
export interface LostFile {
  readonly sha256: string
  readonly entity: EntityName
  readonly id: string
  readonly name: string | null
}

/** A blob as it was read; its bytes decide what it is called. */
export function blobOf(
  { bytes, sha256: called }: Readonly<Record<string, Value>>,
  stray: boolean,
  again: () => Buffer | null,
): KeptBlob | null {
  if (!Buffer.isBuffer(bytes)) return null
  const hash = sha256(bytes)
  return { sha256: hash, doubtful: stray || hash !== called, again }
}

/** Which bytes each kind of record keeps. Papers are not among them: they are made again of what they were made of. */
const fieldsWithBytes: Partial<Record<EntityName, readonly string[]>> = {
  attachments: ['sha256'],
  packages: ['snapshotSha256', 'publicSha256'],
  packageFiles: ['sha256'],
  minutes: ['snapshotSha256'],
  partnership: ['logoSha256'],
}

/** Writes the bytes into the new file; gives how many were kept, and which records have lost theirs. */
export function keepBlobs(
  db: Database,
  log: NewLog,
  blobs: readonly KeptBlob[],
  nameOf: (entity: EntityName, fields: Fields) => string | null,
): { kept: number; lost: LostFile[] } {
  const add = db.prepare('INSERT OR IGNORE INTO blobs (sha256, size, bytes) VALUES (?, ?, ?)')
  const named = new Map<string, LostFile>()
  for (const [id, { entity, fields }] of log.records) {
    // Bytes that were disposed of are gone on purpose.
    if (fields.disposedOn != null) continue
    for (const field of fieldsWithBytes[entity] ?? []) {
      const hash = fields[field]
      if (typeof hash === 'string' && !named.has(hash))
        named.set(hash, { sha256: hash, entity, id, name: nameOf(entity, fields) })
    }
  }
  let kept = 0
  for (const blob of blobs) {
    if (blob.doubtful && !named.has(blob.sha256)) continue
    const bytes = blob.again()
    if (!bytes || sha256(bytes) !== blob.sha256) continue
    kept += add.run(blob.sha256, bytes.length, bytes).changes
    named.delete(blob.sha256)
  }
  return { kept, lost: [...named.values()] }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
