import { useToasts } from '#renderer/lib/toasts.ts'
import { useSavedFile } from '#renderer/lib/use-saved-file.ts'
import { useT } from '#renderer/lib/use-t.ts'

/** Tells that a file was saved, with the ways to it that the host has. */
export function useSavedToast() {
  const t = useT()
  const toasts = useToasts()
  const { open, reveal } = useSavedFile()
  return (fileId: string, text: string) =>
    toasts.show({
      text,
      ...(open ? { action: { label: t('common.open'), run: () => open(fileId) } } : {}),
      ...(reveal ? { second: { label: t('common.showInFolder'), run: () => reveal(fileId) } } : {}),
    })
}
