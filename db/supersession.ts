import type { FieldMessages } from '#shared/domain/checked.ts'
import { checkSupersession } from '#shared/domain/document-rules.ts'
import type { Attachment, noHome } from '#shared/domain/records/attachment.ts'
import { lineBefore, replacedBy } from './repositories/documents.ts'
import { find, type Store } from './store.ts'

/** What is wrong with the place that a document takes, looked up in the file; empty where it takes none. `id` null: a new one. */
export function wrongInSupersession(
  store: Store,
  document: Pick<Attachment, keyof typeof noHome | 'supersedesId'> & { readonly id: string | null },
): FieldMessages {
  if (document.supersedesId === null) return {}
  const replaced = find(store, 'attachments', document.supersedesId)
  // One that is gone is refused by the writer, as any reference is.
  if (!replaced || replaced.deletedAt !== null) return {}
  return checkSupersession(document, replaced, {
    before: lineBefore(store, replaced.id),
    takenBy: replacedBy(store, replaced.id, document.id),
  })
}
