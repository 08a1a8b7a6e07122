import { useState } from 'react'
import { type Attachment, largestAttachment, largestVisit } from '#shared/domain/records/attachment.ts'
import { messageText } from '#shared/i18n/message-text.ts'
import { base64Of, prepare } from './photo.ts'
import { problemText } from './problem-text.ts'
import { useCommand } from './use-command.ts'
import { useT } from './use-t.ts'

const longestName = 200

/** What files hang on; empty for documents of the partnership itself. `supersedesId`: the document that they are the next version of. */
export type FileHome =
  | { readonly visitId: string }
  | { readonly itemId: string }
  | { readonly meetingId: string }
  | { readonly partnerId: string }
  | { readonly commitmentId: string }
  | { readonly deliveryId: string }
  | { readonly projectId: string }
  | { readonly milestoneId: string }
  | { readonly planId: string }
  | { readonly supersedesId: string }
  | Readonly<Record<string, never>>

/** Adds files to a record one after another; what can't be added is named with the reason, and the rest goes on. */
export function useAddFiles(home: FileHome, attachedBytes: number, onAdded?: (attachment: Attachment) => void) {
  const t = useT()
  const add = useCommand('attachments.add')
  const [waiting, setWaiting] = useState(0)
  const [refused, setRefused] = useState<readonly { name: string; why: string }[]>([])

  async function addOne(file: File, used: number): Promise<{ size: number } | { why: string }> {
    const ready = await prepare(file)
    if (ready.bytes.size > largestAttachment) {
      return { why: messageText(t, { key: 'problems.field.attachmentTooLarge' }) }
    }
    if (used + ready.bytes.size > largestVisit) {
      return { why: messageText(t, { key: 'problems.field.visitAttachmentsTooLarge' }) }
    }
    if (ready.bytes.size === 0) return { why: t('visits.files.emptyFile') }
    const reply = await add.run({
      ...home,
      kind: ready.kind,
      fileName: shortened(ready.fileName) || t('visits.files.pasted'),
      mime: ready.mime.slice(0, 100),
      altText: null,
      base64: await base64Of(ready.bytes),
    })
    if (!reply.ok) return { why: problemText(t, reply.problem) }
    onAdded?.(reply.value)
    return { size: ready.bytes.size }
  }
  async function addAll(files: readonly File[]): Promise<void> {
    if (files.length === 0) return
    setRefused([])
    setWaiting((count) => count + files.length)
    let used = attachedBytes
    for (const file of files) {
      const result = await addOne(file, used).catch(() => ({ why: t('visits.files.unreadable') }))
      if ('size' in result) used += result.size
      else setRefused((before) => [...before, { name: file.name, why: result.why }])
      setWaiting((count) => count - 1)
    }
  }
  return { addAll, waiting, refused, forget: () => setRefused([]) }
}

/** A long name keeps its ending, by which programs know the file. */
function shortened(name: string): string {
  if (name.length <= longestName) return name
  const ending = /\.[^.]{1,12}$/.exec(name)?.[0] ?? ''
  return name.slice(0, longestName - ending.length) + ending
}
