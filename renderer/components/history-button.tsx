import { useState } from 'react'
import { useT } from '#renderer/lib/use-t.ts'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { HistoryPanel } from './history-panel.tsx'

interface Props {
  readonly entity: InputOf<'history.of'>['entity']
  readonly id: string
  /** What the record is called, for the dialog's title. */
  readonly name: string
}

/** Opens the history of a record whose screen has no tabs. */
export function HistoryButton({ name, ...record }: Props) {
  const t = useT()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button small kind="quiet" icon="history" onPress={() => setOpen(true)}>
        {t('common.history')}
      </Button>
      <HistoryDialog open={open} onClose={() => setOpen(false)} name={name} {...record} />
    </>
  )
}

/** The same for what opens it from a menu. */
export function HistoryDialog({
  open,
  onClose,
  name,
  ...record
}: Props & { readonly open: boolean; readonly onClose: () => void }) {
  const t = useT()
  return (
    <Dialog open={open} onClose={onClose} title={t('history.ofRecord', { name })}>
      {open && <HistoryPanel {...record} />}
    </Dialog>
  )
}
