/** The files of attachments that go with a board package: named in its snapshot when it is made, fetched when its documents are. */
import { imageSize } from 'image-size'
import { problem } from '#shared/contract/problem.ts'
import {
  bindsAttachments,
  boundAttachments,
  boundFileName,
  isPicture,
  mostBound,
  type PaperAttachment,
  shownFiles,
} from '#shared/documents/bound-attachments.ts'
import type { Snapshot } from '#shared/documents/snapshot.ts'
import type { Attachment } from '#shared/domain/records/attachment.ts'
import type { Day, Id } from '#shared/domain/values.ts'
import { attachmentsInOrder } from './paper-items.ts'
import { photoMime } from './photo-mime.ts'
import { blobOf } from './repositories/attachments.ts'
import { meetingDetail } from './repositories/meeting-detail.ts'
import type { Store } from './store.ts'

const megabyte = 1024 * 1024

/**
 * The snapshot with the file of each of the meeting's attachments, where its layout binds them in; those disposed of are listed only.
 *
 * @throws ProblemError `refused` where they are too large together; `damagedFile` where one is missing in the file.
 */
export function withBoundFiles(store: Store, snapshot: Snapshot, meetingId: Id | null, today: Day): Snapshot {
  const { meeting } = snapshot
  if (meeting === null || meetingId === null || !bindsAttachments(snapshot)) return snapshot
  const byNo = new Map(attachmentsInOrder(meetingDetail(store, meetingId, today)).map((one, at) => [at + 1, one]))
  const attachment = (one: PaperAttachment): PaperAttachment => {
    const kept = byNo.get(one.no)
    return kept === undefined || kept.disposedOn !== null ? one : { ...one, file: fileOf(store, kept) }
  }
  const items = meeting.items.map((item) => ({ ...item, attachments: item.attachments.map(attachment) }))
  const bound = { ...snapshot, meeting: { ...meeting, items } }
  const size = boundAttachments(bound).reduce((sum, one) => sum + one.file.size, 0)
  if (size > mostBound) {
    const told = { size: Math.ceil(size / megabyte), most: mostBound / megabyte }
    throw problem('refused', 'problems.packageAttachmentsTooLarge', told)
  }
  return bound
}

function fileOf(store: Store, { sha256, size, altText, title }: Attachment): NonNullable<PaperAttachment['file']> {
  const bytes = blobOf(store, sha256)
  if (bytes === undefined) throw problem('damagedFile', 'problems.packageAttachmentGone', { title })
  const mime = photoMime(bytes)
  const pixels = mime === 'image/png' || mime === 'image/jpeg' ? pixelsOf(bytes) : null
  return { sha256, size, altText, mime: mime ?? 'application/octet-stream', ...(pixels === null ? {} : { pixels }) }
}

/** Null where a picture's head is damaged, or says that it is to be turned, which Word does not do: then its file goes beside the document. */
function pixelsOf(bytes: Uint8Array): { width: number; height: number } | null {
  try {
    const { width, height, orientation = 1 } = imageSize(bytes)
    return width > 0 && height > 0 && orientation === 1 ? { width, height } : null
  } catch {
    return null
  }
}

/** The bytes of all that a package's Word file shows. @throws ProblemError `damagedFile` where some are missing. */
export function shownFilesOf(store: Store, snapshot: Snapshot): Map<string, Uint8Array> {
  return new Map(
    shownFiles(snapshot).map(({ sha256, title }) => {
      const bytes = blobOf(store, sha256)
      if (bytes === undefined)
        throw title === null
          ? problem('damagedFile', 'problems.packageLogoGone')
          : problem('damagedFile', 'problems.packageAttachmentGone', { title })
      return [sha256, new Uint8Array(bytes)]
    }),
  )
}

/** The files that lie beside a package's documents, by their name in their folder. @throws ProblemError `damagedFile` where one is missing. */
export function filesBeside(store: Store, snapshot: Snapshot): { readonly name: string; readonly bytes: Uint8Array }[] {
  return boundAttachments(snapshot)
    .filter((one) => !isPicture(one))
    .map((one) => {
      const bytes = blobOf(store, one.file.sha256)
      if (bytes === undefined) throw problem('damagedFile', 'problems.packageAttachmentGone', { title: one.title })
      return { name: boundFileName(one), bytes: new Uint8Array(bytes) }
    })
}
