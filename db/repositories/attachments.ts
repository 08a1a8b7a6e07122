import type { Attachment } from '#shared/domain/records/attachment.ts'
import { decode, entities } from '../entities.ts'
import { type Store, sql } from '../store.ts'

/** A visit's attachments in the order they were added. */
export function attachmentsOf(store: Store, visitId: string): Attachment[] {
  const rows = sql(
    store,
    `SELECT ${entities.attachments.select} FROM attachments WHERE visit_id = ? AND deleted_at IS NULL ORDER BY created_stamp, id`,
  ).all(visitId)
  return rows.map((row) => decode('attachments', row as Record<string, unknown>))
}

/** Bytes of all attachments of a visit. */
export function attachedBytes(store: Store, visitId: string): number {
  return sql(store, 'SELECT coalesce(sum(size), 0) AS bytes FROM attachments WHERE visit_id = ? AND deleted_at IS NULL')
    .pluck()
    .get(visitId) as number
}

/** The bytes kept under a hash; undefined where they are gone. */
export function blobOf(store: Store, sha256: string): Buffer | undefined {
  return sql(store, 'SELECT bytes FROM blobs WHERE sha256 = ?').pluck().get(sha256) as Buffer | undefined
}
