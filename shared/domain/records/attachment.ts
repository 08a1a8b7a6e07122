import { z } from 'zod'
import { day, id, language, line, oneOf, title } from '../values.ts'
import { changesOf, recordMarks } from './common.ts'
import { archiveStatuses, documentKinds, publicities, retentions } from './document.ts'

export const attachmentKinds = ['photo', 'file'] as const
/** Bytes of one attachment at most, and of all of one visit, item or meeting; more is refused with the size in the message. */
export const largestAttachment = 15 * 1024 * 1024
export const largestVisit = 100 * 1024 * 1024

/**
 * A photo or file, and the document that it is (records.md 3.20): of a visit, an agenda item, a meeting, a partner (its agreement), a
 * commitment, a delivery or a milestone (evidence), a project, a plan, or of nothing but the partnership: one home at most. Its bytes lie in
 * the same database file under `sha256`.
 */
export const attachmentFields = {
  visitId: id.nullable(),
  itemId: id.nullable(),
  meetingId: id.nullable(),
  partnerId: id.nullable(),
  commitmentId: id.nullable(),
  deliveryId: id.nullable(),
  projectId: id.nullable(),
  milestoneId: id.nullable(),
  planId: id.nullable(),
  kind: oneOf(attachmentKinds),
  title,
  fileName: title,
  mime: z.string().max(100),
  /** Bytes. */
  size: z.int().min(1).max(largestAttachment),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** What the picture shows, for those who cannot see it. */
  altText: line,
  documentKind: oneOf(documentKinds),
  language: language.nullable(),
  /** The day on the document itself, as far as it is known. */
  madeOn: day.nullable(),
  /** The document that this one takes the place of; its version is one more than that one's. */
  supersedesId: id.nullable(),
  publicity: oneOf(publicities),
  /** Legal ground; needed unless public. */
  exemptionReason: line,
  retention: oneOf(retentions),
  /** Needed with `dispose`. */
  disposeOn: day.nullable(),
  archiveStatus: oneOf(archiveStatuses),
  /** When its bytes were taken out of the file for good, and why; the record stays and says so. */
  disposedOn: day.nullable(),
  disposedReason: line,
}
export const attachment = z.object({ ...recordMarks, ...attachmentFields })
export type Attachment = z.infer<typeof attachment>
/** What is said of a file by hand; where it belongs and its bytes stay. */
export const attachmentChanges = changesOf(attachmentFields).pick({
  title: true,
  altText: true,
  documentKind: true,
  language: true,
  madeOn: true,
  supersedesId: true,
  publicity: true,
  exemptionReason: true,
  retention: true,
  disposeOn: true,
  archiveStatus: true,
})

/** Where an attachment hangs while nothing is said; with `plainDocument`, all that a new one needs beside its file. */
export const noHome = {
  visitId: null,
  itemId: null,
  meetingId: null,
  partnerId: null,
  commitmentId: null,
  deliveryId: null,
  projectId: null,
  milestoneId: null,
  planId: null,
} as const
/** What a file is as a document while nobody has said more. */
export const plainDocument = {
  documentKind: 'attachment',
  language: null,
  madeOn: null,
  supersedesId: null,
  publicity: 'public',
  exemptionReason: null,
  retention: 'preserve',
  disposeOn: null,
  archiveStatus: 'current',
  disposedOn: null,
  disposedReason: null,
} as const
