import { Dialog } from '#renderer/components/dialog.tsx'
import { useT } from '#renderer/lib/use-t.ts'

interface Props {
  readonly open: boolean
  readonly onClose: () => void
  /** The company that the user was looking at, to start with. */
  readonly companyId: string | null
}

export function CaptureDialog({ open, onClose }: Props) {
  const t = useT()
  return (
    <Dialog open={open} onClose={onClose} title={t('app.actions.logVisit')}>
      {null}
    </Dialog>
  )
}
