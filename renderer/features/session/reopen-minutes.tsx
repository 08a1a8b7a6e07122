import { useState } from 'react'
import { TextArea } from '#renderer/components/text-field.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFormDraft } from '#renderer/lib/use-form-draft.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { SectionForm } from './section.tsx'
import { useSession } from './use-session.ts'

/** Opens minutes again that are in review or final. It takes a reason; the version so far is kept. */
export function ReopenMinutes({ title }: { readonly title: string }) {
  const t = useT()
  const { meeting } = useSession().detail
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const reopen = useCommand('minutes.reopen', { done: t('session.minutes.reopenedDone') })
  const discard = useFormDraft(`meeting:${meeting.id}:reopenReason`, { reason }, (kept) => {
    setReason(kept.reason)
    // Half-written, it is in sight again and not behind a button.
    setOpen(true)
  })
  const close = () => setOpen(false)
  const giveUp = () => {
    discard()
    setReason('')
    close()
  }
  if (!open) {
    return (
      <div>
        <WriteButton small kind="quiet" icon="undo" onPress={() => setOpen(true)}>
          {title}
        </WriteButton>
      </div>
    )
  }
  return (
    <SectionForm
      title={title}
      save={title}
      busy={reopen.busy}
      problem={reopen.problem}
      onSave={() => void reopen.run({ meetingId: meeting.id, reason }).then((reply) => reply.ok && giveUp())}
      onClose={close}
      onDiscard={giveUp}
    >
      <TextArea
        label={t('session.minutes.reason')}
        hint={t('session.minutes.reasonHint')}
        required
        autoFocus
        rows={2}
        value={reason}
        onChange={setReason}
        problem={reopen.field('reason')}
      />
    </SectionForm>
  )
}
