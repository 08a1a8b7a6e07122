import { useToasts } from './toasts.ts'
import { useCommand } from './use-command.ts'
import { useSavedFile } from './use-saved-file.ts'
import { useT } from './use-t.ts'

/** Saves a copy of an uploaded file where the user says, and tells where it lies. */
export function useSaveCopy() {
  const t = useT()
  const toasts = useToasts()
  const copy = useCommand('attachments.saveCopy', { problemAsToast: true })
  const { open, reveal } = useSavedFile()
  async function saveCopy(id: string) {
    const reply = await copy.run({ id })
    if (!reply.ok || !reply.value) return
    const { fileId, name } = reply.value
    toasts.show({
      text: t('visits.files.copied', { name }),
      ...(open ? { action: { label: t('common.open'), run: () => open(fileId) } } : {}),
      ...(reveal ? { second: { label: t('common.showInFolder'), run: () => reveal(fileId) } } : {}),
    })
  }
  return { saveCopy, busy: copy.busy }
}
