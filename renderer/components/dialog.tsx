import { type ReactNode, useId } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useT } from '#renderer/lib/use-t.ts'
import { Button, IconButton } from './button.tsx'
import styles from './dialog.module.css'

interface Props {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  readonly children: ReactNode
  /** Buttons at the foot; the main one last. */
  readonly actions?: ReactNode
  readonly size?: 'small' | 'medium' | 'large'
  /** False: a press outside doesn't close it. For dialogs that hold typed text. */
  readonly closeOutside?: boolean
  /** Asks before something grave: its text is read aloud with the title. */
  readonly alert?: boolean
}

/** A dialog. Focus goes in, stays in, and comes back; Escape closes. */
export function Dialog({
  open,
  onClose,
  title,
  children,
  actions,
  size = 'medium',
  closeOutside = true,
  alert,
}: Props) {
  const t = useT()
  const bodyId = useId()
  return (
    <ModalOverlay
      isOpen={open}
      onOpenChange={(stays) => {
        if (!stays) onClose()
      }}
      isDismissable={closeOutside}
      className={styles.backdrop ?? ''}
    >
      <Modal className={`${styles.modal} ${styles[size]}`}>
        <AriaDialog
          className={styles.dialog ?? ''}
          {...(alert ? { role: 'alertdialog' as const, 'aria-describedby': bodyId } : {})}
        >
          <div className={styles.head}>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <IconButton icon="close" label={t('common.close')} onPress={onClose} />
          </div>
          <div id={bodyId} className={styles.body}>
            {children}
          </div>
          {actions && <div className={styles.foot}>{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

interface ConfirmProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  /** What happens, and that it can't be undone. */
  readonly children: ReactNode
  /** The verb: "Anonymise", "Delete the package". */
  readonly confirm: string
  readonly onConfirm: () => void
  readonly danger?: boolean
  readonly busy?: boolean
}

/** Asks before what can't be undone. For everything else, do it and offer undo. */
export function ConfirmDialog({ confirm, onConfirm, danger = true, busy = false, children, ...dialog }: ConfirmProps) {
  const t = useT()
  return (
    <Dialog
      {...dialog}
      size="small"
      alert
      actions={
        <>
          <Button onPress={dialog.onClose} autoFocus>
            {t('common.cancel')}
          </Button>
          <Button kind={danger ? 'danger' : 'primary'} onPress={onConfirm} busy={busy}>
            {confirm}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}
