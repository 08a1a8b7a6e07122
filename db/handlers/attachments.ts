import type { ParsedInputOf } from '#shared/contract/dispatcher.ts'
import { invalid, problem } from '#shared/contract/problem.ts'
import { fieldMessage } from '#shared/domain/checked.ts'
import { checkDocument, defaultDocumentKind, tidyDocument } from '#shared/domain/document-rules.ts'
import {
  type Attachment,
  largestAttachment,
  largestVisit,
  noHome,
  plainDocument,
} from '#shared/domain/records/attachment.ts'
import type { Writer } from '../changes.ts'
import { type AreaHandlers, type Context, change } from '../context.ts'
import { safeFileName } from '../files.ts'
import { photoMime } from '../photo-mime.ts'
import { type AttachmentHome, attachedBytes, blobOf } from '../repositories/attachments.ts'
import { find, read, type Store } from '../store.ts'
import { wrongInSupersession } from '../supersession.ts'
import { dayOf, refuseIfWrong, revised } from './checking.ts'
import { reviseAll } from './many.ts'

const megabytes = (bytes: number) => Math.round((bytes / 1024 / 1024) * 10) / 10
/** Looks for what doesn't belong: a pattern for the whole text would run out of stack on a large photo. */
const isBase64 = (text: string) => text.length % 4 === 0 && !/[^A-Za-z0-9+/]/.test(text.replace(/={1,2}$/, ''))

/** The bytes of an attachment. @throws ProblemError `invalid` for what is no base64, for nothing, and past the limits. */
function bytesOf(store: Store, home: readonly [AttachmentHome, string] | null, text: string): Buffer {
  if (!isBase64(text)) throw invalid({ base64: fieldMessage('invalid') })
  const bytes = Buffer.from(text, 'base64')
  if (bytes.byteLength === 0) throw invalid({ base64: fieldMessage('attachmentEmpty') })
  if (bytes.byteLength > largestAttachment) {
    const params = { size: megabytes(bytes.byteLength), most: megabytes(largestAttachment) }
    throw invalid({ base64: fieldMessage('attachmentTooLarge', params) })
  }
  const before = home ? attachedBytes(store, home[1], home[0]) : 0
  if (before + bytes.byteLength > largestVisit) {
    const params = { size: megabytes(bytes.byteLength), used: megabytes(before), most: megabytes(largestVisit) }
    throw invalid({ base64: fieldMessage('visitAttachmentsTooLarge', params) })
  }
  return bytes
}

/** The kept bytes. @throws ProblemError `refused` where they were disposed of, `damagedFile` where they are gone. */
function kept(store: Store, { sha256, disposedOn }: Pick<Attachment, 'sha256' | 'disposedOn'>): Buffer {
  if (disposedOn !== null) throw problem('refused', 'problems.documentDisposed')
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
  planId: 'plans',
} as const

/** What an attachment is to hang on; null for the partnership alone. @throws ProblemError `invalid` for several, `notFound` where it is gone. */
function homeOf(
  store: Store,
  input: { readonly [H in AttachmentHome]: string | null },
): readonly [AttachmentHome, string] | null {
  const given = (Object.keys(homes) as AttachmentHome[]).flatMap((home) => {
    const id = input[home]
    return id === null ? [] : [[home, id] as const]
  })
  const [first] = given
  if (given.length > 1) throw invalid({ visitId: fieldMessage('invalid') })
  if (first) read(store, homes[first[0]], first[1])
  return first ?? null
}

/** The homes as they are given, every other one null. */
function homesOf(home: readonly [AttachmentHome, string] | null): { [H in AttachmentHome]: string | null } {
  return { ...noHome, ...(home ? { [home[0]]: home[1] } : {}) }
}

/** What is said of a document that goes on for its next version: all but the day, and what happened to the old file. */
function takenOver(replaced: Attachment | null) {
  if (replaced === null) return plainDocument
  const { documentKind, language, publicity, exemptionReason, retention, disposeOn } = replaced
  return { ...plainDocument, documentKind, language, publicity, exemptionReason, retention, disposeOn }
}

export const attachmentHandlers: AreaHandlers<'attachments'> = {
  'attachments.add': (input, context) => {
    const { store } = context
    const replaced = input.supersedesId === null ? null : read(store, 'attachments', input.supersedesId)
    const given = homeOf(store, input)
    const home = given ?? (replaced && homeOf(store, replaced))
    const bytes = bytesOf(store, home, input.base64)
    const sniffed = photoMime(bytes)
    if (input.kind === 'photo' && sniffed === null) throw invalid({ base64: fieldMessage('notAPhoto') })
    // What the sender says about its file is kept only where it looks like a type; a picture is known by its bytes.
    const said = /^[\w.+-]+\/[\w.+-]+$/.test(input.mime) && !input.mime.startsWith('image/') ? input.mime : null
    const document = {
      ...takenOver(replaced),
      ...homesOf(home),
      documentKind: input.documentKind ?? replaced?.documentKind ?? defaultDocumentKind(home?.[0] ?? null),
      supersedesId: input.supersedesId,
    }
    refuseIfWrong(wrongInSupersession(store, { id: null, ...document }))
    return change(context, (write) =>
      write.insert('attachments', {
        id: context.newId(),
        ...document,
        kind: input.kind,
        title: replaced?.title ?? input.fileName,
        fileName: safeFileName(input.fileName),
        mime: sniffed ?? said ?? 'application/octet-stream',
        size: bytes.byteLength,
        sha256: write.putBlob(bytes),
        altText: input.altText,
      }),
    )
  },
  'attachments.read': ({ id }, { store }) => {
    const attachment = read(store, 'attachments', id)
    return { mime: attachment.mime, base64: kept(store, attachment).toString('base64') }
  },
  'attachments.revise': ({ id, changes }, context) =>
    change(context, (write) => revise(context, write, read(write, 'attachments', id), changes)),
  'attachments.reviseMany': ({ ids, changes }, context) => {
    if (ids.some((id) => !find(context.store, 'attachments', id))) throw problem('refused', 'problems.madeByFyr')
    return reviseAll(context, 'attachments', ids, (write, attachment) => revise(context, write, attachment, changes))
  },
  'attachments.remove': ({ id }, context) => {
    change(context, (write) => write.remove('attachments', id))
    return {}
  },
  'attachments.saveCopy': async ({ id }, context) => {
    const attachment = read(context.store, 'attachments', id)
    const { fileName: name } = attachment
    return context.files.save({ name, kind: 'any', bytes: kept(context.store, attachment) })
  },
}

/** One file's particulars, checked as they then stand. */
function revise(
  context: Context,
  write: Writer,
  before: Attachment,
  changes: ParsedInputOf<'attachments.revise'>['changes'],
): Attachment {
  const next = tidyDocument(changes as Partial<Attachment>, revised(before, changes))
  const after = revised(before, next)
  refuseIfWrong({ ...checkDocument(after, dayOf(context)), ...wrongInSupersession(write, after) }, 'changes.')
  return write.revise('attachments', before.id, next)
}
