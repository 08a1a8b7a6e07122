import { problem } from '#shared/contract/problem.ts'
import { documentWarnings, isDisposalDue } from '#shared/domain/document-rules.ts'
import type { Attachment } from '#shared/domain/records/attachment.ts'
import type { Day } from '#shared/domain/values.ts'
import type { Writer } from '../changes.ts'
import { type AreaHandlers, change, today } from '../context.ts'
import { beginErasing, sweepErased } from '../erasure.ts'
import { sharingBytes } from '../repositories/attachments.ts'
import { countDocuments, documentRowOf, listDocuments, versionsOf } from '../repositories/documents.ts'
import { isWithinSealed } from '../seals.ts'
import { find, read } from '../store.ts'
import { written } from './checking.ts'

export const documentHandlers: AreaHandlers<'documents'> = {
  'documents.list': (input, context) => listDocuments(context.store, input, today(context)),
  'documents.count': ({ filter }, context) => countDocuments(context.store, filter, today(context)),
  'documents.open': ({ id }, { store }) => {
    const document = documentRowOf(store, id)
    if (!document) throw problem('notFound', 'problems.notFound')
    const attachment = document.source === 'attachment' ? read(store, 'attachments', id) : null
    return {
      document,
      attachment,
      paper: document.source === 'paper' ? read(store, 'papers', id) : null,
      versions: versionsOf(store, document),
      sealed: attachment !== null && isWithinSealed(store, 'attachments', attachment),
      warnings: attachment ? documentWarnings(attachment) : {},
    }
  },
  'documents.dispose': ({ id, reason }, context) => {
    const { store } = context
    // Papers and packages have no day of disposal: of a paper no bytes are kept, and a package is what later ones are compared with.
    if (!find(store, 'attachments', id) && documentRowOf(store, id)) {
      throw problem('refused', 'problems.documentMadeHere')
    }
    const document = read(store, 'attachments', id)
    if (document.disposedOn !== null) throw problem('refused', 'problems.documentDisposed')
    if (document.retention !== 'dispose' || document.disposeOn === null) {
      throw problem('refused', 'problems.documentPreserved')
    }
    if (!isDisposalDue(document, today(context))) {
      throw problem('refused', 'problems.disposalNotDue', { day: written(context, document.disposeOn) })
    }
    change(context, (write) => dispose(write, document, today(context), reason))
    sweepErased(store)
    return {}
  },
}

/**
 * Marks the record and takes its bytes away, unless another document that is still there has the same ones. Removed records with
 * these bytes are marked too: brought back by undo, they must say why they are empty.
 */
function dispose(write: Writer, { id, sha256 }: Attachment, disposedOn: Day, disposedReason: string): void {
  beginErasing(write)
  write.revise('attachments', id, { disposedOn, disposedReason })
  const others = sharingBytes(write, sha256)
  if (others.some(({ deletedAt }) => deletedAt === null)) return
  for (const removed of others) {
    write.setField('attachments', removed.id, 'disposedOn', disposedOn)
    write.setField('attachments', removed.id, 'disposedReason', disposedReason)
  }
  write.dropBlob(sha256)
}
