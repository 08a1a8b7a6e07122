import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { entities } from '../entities.ts'
import type { Step } from './step.ts'

/** Places where a record names kept bytes: entity, column, and the condition under which the bytes must still be there. */
const namedBy = [
  { entity: 'attachments', column: 'sha256', while: 'deleted_at IS NULL AND disposed_on IS NULL' },
  { entity: 'packages', column: 'snapshot_sha256', while: 'deleted_at IS NULL' },
  { entity: 'packages', column: 'public_sha256', while: 'deleted_at IS NULL AND public_sha256 IS NOT NULL' },
  { entity: 'packageFiles', column: 'sha256', while: 'deleted_at IS NULL' },
  { entity: 'partnership', column: 'logo_sha256', while: 'deleted_at IS NULL AND logo_sha256 IS NOT NULL' },
  { entity: 'minutes', column: 'snapshot_sha256', while: 'deleted_at IS NULL' },
] as const

/** The bytes of every attachment, frozen document and logo: there, and as they were kept. */
export const blobsStep: Step = {
  name: 'blobs',
  tables: ['blobs'],
  *run(db, found) {
    const rows = (db.prepare('SELECT count(*) FROM blobs').pluck().get() as number) || 1
    let done = 0
    const kept = db.prepare('SELECT sha256, size, bytes FROM blobs').iterate() as IterableIterator<{
      sha256: string
      size: number
      bytes: unknown
    }>
    for (const { sha256, size, bytes } of kept) {
      const sound =
        Buffer.isBuffer(bytes) &&
        bytes.byteLength === size &&
        createHash('sha256').update(bytes).digest('hex') === sha256
      if (!sound) {
        const owner = ownerOf(db, sha256)
        found({
          kind: 'blobChanged',
          params: { file: String(sha256).slice(0, 12) },
          ...(owner ? { record: owner } : {}),
        })
      }
      done += 1
      if (done % 20 === 0) yield (0.95 * done) / rows
    }
    for (const { entity, column, while: condition } of namedBy) {
      // A file may hold no bytes at all: NOT IN an empty list is true even of NULL, NOT EXISTS says what is meant.
      const missing = db
        .prepare(
          `SELECT id FROM ${entities[entity].table} AS named WHERE ${condition}
             AND NOT EXISTS (SELECT 1 FROM blobs WHERE blobs.sha256 = named.${column})`,
        )
        .pluck()
        .iterate() as IterableIterator<string>
      for (const id of missing) found({ kind: 'blobMissing', record: { entity, id: String(id) } })
    }
    yield 1
    return 'looked'
  },
}

function ownerOf(db: Database, sha256: string): { entity: string; id: string } | undefined {
  for (const { entity, column } of namedBy) {
    const id = db.prepare(`SELECT id FROM ${entities[entity].table} WHERE ${column} = ?`).pluck().get(sha256)
    if (id !== undefined) return { entity, id: String(id) }
  }
  return undefined
}

/** Kept bytes that no record ever named: what removing an attachment for good, or a crash of an earlier version, left behind. */
export const orphanBlobs = `
  SELECT sha256, size FROM blobs
   WHERE ${namedBy
     .map(({ entity, column }) => `NOT EXISTS (SELECT 1 FROM ${entities[entity].table} WHERE ${column} = blobs.sha256)`)
     .join('\n     AND ')}
     -- An earlier logo too: undo brings it back.
     AND sha256 NOT IN (SELECT value ->> '$' FROM changes WHERE entity = 'partnership' AND field = 'logoSha256' AND value <> 'null')`

/** Attachments whose record was removed, and bytes that belong to nothing. */
export const orphansStep: Step = {
  name: 'orphans',
  tables: ['blobs', 'attachments'],
  *run(db, found) {
    const bytes = db.prepare(orphanBlobs).iterate() as IterableIterator<{ sha256: string; size: number }>
    for (const { sha256, size } of bytes) {
      found({ kind: 'blobOfNothing', params: { size, file: String(sha256).slice(0, 12) } })
    }
    yield 0.5
    const owners = entities.attachments.references
      .filter(({ to }) => to !== 'attachments')
      .map(({ field, to }) => ({
        column: entities.attachments.logged.get(field)?.column ?? '',
        table: entities[to].table,
      }))
      .filter(({ column }) => column !== '')
    const attachments = db
      .prepare(
        // A document of the partnership itself hangs on nothing.
        `SELECT id FROM attachments AS a WHERE deleted_at IS NULL
            AND coalesce(${owners.map(({ column }) => `a.${column}`).join(', ')}) IS NOT NULL
            AND ${owners
              .map(
                ({ column, table }) =>
                  `NOT EXISTS (SELECT 1 FROM ${table} WHERE id = a.${column} AND deleted_at IS NULL)`,
              )
              .join('\n            AND ')}`,
      )
      .pluck()
      .iterate() as IterableIterator<string>
    for (const id of attachments)
      found({ kind: 'attachmentOfNothing', record: { entity: 'attachments', id: String(id) } })
    yield 1
    return 'looked'
  },
}
