import { z } from 'zod'
import { id, line, oneOf, title } from '../values.ts'
import { changesOf, recordMarks } from './common.ts'

export const attachmentKinds = ['photo', 'file'] as const
/** Bytes of one attachment at most, and of all of one visit, item or meeting; more is refused with the size in the message. */
export const largestAttachment = 15 * 1024 * 1024
export const largestVisit = 100 * 1024 * 1024

/** A photo or file of a visit, an agenda item, a meeting, a partner (its agreement), a commitment or a delivery (evidence): exactly one. Its bytes lie in the same database file under `sha256`. */
export const attachmentFields = {
  visitId: id.nullable(),
  itemId: id.nullable(),
  meetingId: id.nullable(),
  partnerId: id.nullable(),
  commitmentId: id.nullable(),
  deliveryId: id.nullable(),
  kind: oneOf(attachmentKinds),
  title,
  fileName: title,
  mime: z.string().max(100),
  /** Bytes. */
  size: z.int().min(1).max(largestAttachment),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** What the picture shows, for those who cannot see it. */
  altText: line,
}
export const attachment = z.object({ ...recordMarks, ...attachmentFields })
export type Attachment = z.infer<typeof attachment>
export const attachmentChanges = changesOf({ title: attachmentFields.title, altText: attachmentFields.altText })
