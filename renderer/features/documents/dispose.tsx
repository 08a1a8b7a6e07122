import { useRef, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { Dialog } from '#renderer/components/dialog.tsx'
import { ErrorNote, Note } from '#renderer/components/notes.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFocusProblem } from '#renderer/lib/use-focus-problem.ts'
import { useFormDraft } from '#renderer/lib/use-form-draft.ts'
import { useT } from '#renderer/lib/use-t.ts'
import styles from './documents.module.css'

interface Props {
  readonly document: { readonly id: string; readonly title: string }
  readonly open: boolean
  readonly onClose: () => void
}

/** Asks before the bytes go for good: what happens, what it doesn't reach, and why it is done. */
export function Dispose({ document, open, onClose }: Props) {
  const t = useT()
  const [reason, setReason] = useState('')
  const discard = useFormDraft(`attachments:${document.id}:disposeReason`, { reason }, (kept) => setReason(kept.reason))
  const close = () => {
    discard()
    setReason('')
    onClose()
  }
  const dispose = useCommand('documents.dispose', { done: t('archive.disposeDone', { name: document.title }) })
  const form = useRef<HTMLDivElement>(null)
  useFocusProblem(form, dispose.problem)
  async function submit() {
    const reply = await dispose.run({ id: document.id, reason })
    if (reply.ok) close()
  }
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('archive.disposeTitle')}
      size="small"
      alert
      closeOutside={false}
      actions={
        <>
          <Button onPress={close}>{t('common.cancel')}</Button>
          <Button kind="danger" busy={dispose.busy} onPress={() => void submit()}>
            {t('archive.disposeConfirm')}
          </Button>
        </>
      }
    >
      <div ref={form} className={styles.part}>
        <p>
          <strong>{document.title}</strong>
        </p>
        <p>{t('archive.disposeText')}</p>
        <Note tone="warning">{t('archive.disposeBackups')}</Note>
        {dispose.problem && !dispose.problem.fields && <ErrorNote error={dispose.problem} />}
        <TextField
          label={t('archive.disposeReason')}
          hint={t('archive.disposeReasonHint')}
          required
          autoFocus
          value={reason}
          onChange={setReason}
          problem={dispose.field('reason')}
        />
      </div>
    </Dialog>
  )
}
