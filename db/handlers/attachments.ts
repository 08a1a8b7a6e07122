import { invalid, problem } from '#shared/contract/problem.ts'
import { fieldMessage } from '#shared/domain/checked.ts'
import { largestAttachment, largestVisit, plainDocument } from '#shared/domain/records/attachment.ts'
import { type AreaHandlers, change } from '../context.ts'
import { safeFileName } from '../files.ts'
import { photoMime } from '../photo-mime.ts'
import { type AttachmentHome, attachedBytes, blobOf } from '../repositories/attachments.ts'
import { read, type Store } from '../store.ts'

const megabytes = (bytes: number) => Math.round((bytes / 1024 / 1024) * 10) / 10
/** Looks for what doesn't belong: a pattern for the whole text would run out of stack on a large photo. */
const isBase64 = (text: string) => text.length % 4 === 0 && !/[^A-Za-z0-9+/]/.test(text.replace(/={1,2}$/, ''))

/** The bytes of an attachment. @throws ProblemError `invalid` for what is no base64, for nothing, and past the limits. */
function bytesOf(store: Store, [home, id]: readonly [AttachmentHome, string], text: string): Buffer {
  if (!isBase64(text)) throw invalid({ base64: fieldMessage('invalid') })
  const bytes = Buffer.from(text, 'base64')
  if (bytes.byteLength === 0) throw invalid({ base64: fieldMessage('attachmentEmpty') })
  if (bytes.byteLength > largestAttachment) {
    const params = { size: megabytes(bytes.byteLength), most: megabytes(largestAttachment) }
    throw invalid({ base64: fieldMessage('attachmentTooLarge', params) })
  }
  const before = attachedBytes(store, id, home)
  if (before + bytes.byteLength > largestVisit) {
    const params = { size: megabytes(bytes.byteLength), used: megabytes(before), most: megabytes(largestVisit) }
    throw invalid({ base64: fieldMessage('visitAttachmentsTooLarge', params) })
  }
  return bytes
}

/** The kept bytes. @throws ProblemError `damagedFile` where they are gone. */
function kept(store: Store, sha256: string): Buffer {
  const bytes = blobOf(store, sha256)
  if (!bytes) throw problem('damagedFile', 'problems.attachmentGone')
  return bytes
}

const homes = {
  visitId: 'visits',
  itemId: 'agendaItems',
  meetingId: 'meetings',
  partnerId: 'partners',
  commitmentId: 'commitments',
  deliveryId: 'deliveries',
  projectId: 'projects',
  milestoneId: 'milestones',
} as const

/** What an attachment is to hang on. @throws ProblemError `invalid` for none or several, `notFound` where it is gone. */
function homeOf(
  store: Store,
  input: { readonly [H in AttachmentHome]: string | null },
): readonly [AttachmentHome, string] {
  const given = (Object.keys(homes) as AttachmentHome[]).flatMap((home) => {
    const id = input[home]
    return id === null ? [] : [[home, id] as const]
  })
  const [first] = given
  if (given.length !== 1 || !first) throw invalid({ visitId: fieldMessage('invalid') })
  read(store, homes[first[0]], first[1])
  return first
}

export const attachmentHandlers: AreaHandlers<'attachments'> = {
  'attachments.add': (input, context) => {
    const home = homeOf(context.store, input)
    const bytes = bytesOf(context.store, home, input.base64)
    const sniffed = photoMime(bytes)
    if (input.kind === 'photo' && sniffed === null) throw invalid({ base64: fieldMessage('notAPhoto') })
    // What the sender says about its file is kept only where it looks like a type; a picture is known by its bytes.
    const said = /^[\w.+-]+\/[\w.+-]+$/.test(input.mime) && !input.mime.startsWith('image/') ? input.mime : null
    return change(context, (write) =>
      write.insert('attachments', {
        id: context.newId(),
        ...plainDocument,
        documentKind: input.documentKind ?? (home[0] === 'partnerId' ? 'agreement' : 'attachment'),
        visitId: input.visitId,
        itemId: input.itemId,
        meetingId: input.meetingId,
        partnerId: input.partnerId,
        commitmentId: input.commitmentId,
        deliveryId: input.deliveryId,
        projectId: input.projectId,
        milestoneId: input.milestoneId,
        kind: input.kind,
        title: input.fileName,
        fileName: safeFileName(input.fileName),
        mime: sniffed ?? said ?? 'application/octet-stream',
        size: bytes.byteLength,
        sha256: write.putBlob(bytes),
        altText: input.altText,
      }),
    )
  },
  'attachments.read': ({ id }, { store }) => {
    const { mime, sha256 } = read(store, 'attachments', id)
    return { mime, base64: kept(store, sha256).toString('base64') }
  },
  'attachments.revise': ({ id, changes }, context) =>
    change(context, (write) => write.revise('attachments', id, changes)),
  'attachments.remove': ({ id }, context) => {
    change(context, (write) => write.remove('attachments', id))
    return {}
  },
  'attachments.saveCopy': async ({ id }, context) => {
    const { fileName, sha256 } = read(context.store, 'attachments', id)
    return context.files.save(fileName, 'any', kept(context.store, sha256))
  },
}
