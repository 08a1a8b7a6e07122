import type { Attachment } from '#shared/domain/records/attachment.ts'
import { decode, entities } from '../entities.ts'
import { type Store, sql } from '../store.ts'

/** What attachments hang on: a visit, an agenda item, a meeting, a partner, a commitment, a delivery, a project or a milestone. */
export type AttachmentHome = keyof typeof columns
const columns = {
  visitId: 'visit_id',
  itemId: 'item_id',
  meetingId: 'meeting_id',
  partnerId: 'partner_id',
  commitmentId: 'commitment_id',
  deliveryId: 'delivery_id',
  projectId: 'project_id',
  milestoneId: 'milestone_id',
  planId: 'plan_id',
} as const

/** Attachments of a visit (or an item, a meeting) in the order they were added. */
export function attachmentsOf(store: Store, id: string, home: AttachmentHome = 'visitId'): Attachment[] {
  const rows = sql(
    store,
    `SELECT ${entities.attachments.select} FROM attachments WHERE ${columns[home]} = ? AND deleted_at IS NULL ORDER BY created_stamp, id`,
  ).all(id)
  return rows.map((row) => decode('attachments', row as Record<string, unknown>))
}

/** Bytes of all attachments of a visit (or an item, a meeting). */
export function attachedBytes(store: Store, id: string, home: AttachmentHome = 'visitId'): number {
  return sql(
    store,
    `SELECT coalesce(sum(size), 0) AS bytes FROM attachments
     WHERE ${columns[home]} = ? AND deleted_at IS NULL AND disposed_on IS NULL`,
  )
    .pluck()
    .get(id) as number
}

/**
 * The condition, on attachments `a`, under which a paper names one as evidence: it is there, no later version has replaced it, and it is
 * public or the paper is a closed one. Its one value is 1 for a closed paper, else 0.
 */
export const namedInPapers = `a.deleted_at IS NULL AND (a.publicity = 'public' OR ? = 1)
  AND NOT EXISTS (SELECT 1 FROM attachments n WHERE n.supersedes_id = a.id AND n.deleted_at IS NULL)`

/** Attachments with these bytes that have not been disposed of, removed ones too. */
export function sharingBytes(store: Store, sha256: string): Pick<Attachment, 'id' | 'deletedAt'>[] {
  return sql(
    store,
    'SELECT id, deleted_at AS "deletedAt" FROM attachments WHERE sha256 = ? AND disposed_on IS NULL',
  ).all(sha256) as Pick<Attachment, 'id' | 'deletedAt'>[]
}

/** The bytes kept under a hash; undefined where they are gone. */
export function blobOf(store: Store, sha256: string): Buffer | undefined {
  return sql(store, 'SELECT bytes FROM blobs WHERE sha256 = ?').pluck().get(sha256) as Buffer | undefined
}
