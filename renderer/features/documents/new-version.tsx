import { AddFiles } from '#renderer/components/add-files.tsx'
import { Dialog } from '#renderer/components/dialog.tsx'
import { useGo } from '#renderer/lib/navigation.ts'
import { useToasts } from '#renderer/lib/toasts.ts'
import { useT } from '#renderer/lib/use-t.ts'

interface Props {
  readonly newest: { readonly id: string; readonly version: number }
  readonly open: boolean
  readonly onClose: () => void
}

/** Takes the file of a document's next version, and goes to it. */
export function NewVersion({ newest, open, onClose }: Props) {
  const t = useT()
  const go = useGo()
  const toasts = useToasts()
  return (
    <Dialog open={open} onClose={onClose} title={t('archive.newVersion')}>
      <p>{t('archive.newVersionText')}</p>
      <AddFiles
        home={{ supersedesId: newest.id }}
        used={0}
        isEmpty
        takesPaste
        single
        onAdded={(made) => {
          onClose()
          toasts.show({ text: t('archive.newVersionDone', { number: newest.version + 1 }) })
          go('documents', made.id, { keepSearch: true })
        }}
      />
    </Dialog>
  )
}
