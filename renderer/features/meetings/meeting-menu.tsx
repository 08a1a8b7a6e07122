import { useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { Dialog } from '#renderer/components/dialog.tsx'
import { Menu } from '#renderer/components/menu.tsx'
import { ErrorNote } from '#renderer/components/notes.tsx'
import { TextArea } from '#renderer/components/text-field.tsx'
import { useGo } from '#renderer/lib/navigation.ts'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFormDraft } from '#renderer/lib/use-form-draft.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { MeetingDetail } from '#shared/contract/meetings.ts'
import { statusAfter } from '#shared/domain/meeting-states.ts'

interface Props {
  readonly open: MeetingDetail
  /** The meeting was removed. */
  readonly onGone: () => void
}

/** What is done seldom: copy, cancel, archive, reopen, remove. */
export function MeetingMenu({ open, onGone }: Props) {
  const t = useT()
  const go = useGo()
  const readOnly = useReadOnly()
  const { meeting } = open
  const [asking, setAsking] = useState<'cancel' | 'reopen' | null>(null)
  const cancel = useCommand('meetings.cancel', { done: t('meetings.menu.cancelled') })
  const reopen = useCommand('meetings.reopen', { done: t('meetings.menu.reopened') })
  const archive = useCommand('meetings.archive', { done: t('meetings.next.archived'), problemAsToast: true })
  const remove = useCommand('meetings.remove', { done: t('meetings.menu.removed'), problemAsToast: true })
  const can = (step: Parameters<typeof statusAfter>[0]) => !readOnly && statusAfter(step, meeting.status) !== null
  const command = asking === 'reopen' ? reopen : cancel
  return (
    <>
      <Menu
        label={t('common.more')}
        entries={[
          {
            id: 'copy',
            label: t('meetings.menu.copy'),
            icon: 'plus',
            disabled: readOnly,
            run: () => go('meetings', 'new', { search: { copy: meeting.id } }),
          },
          {
            id: 'archive',
            label: t('meetings.next.archive'),
            icon: 'folder',
            disabled: !can('archive'),
            run: () => void archive.run({ id: meeting.id }),
          },
          {
            id: 'reopen',
            label: t('meetings.menu.reopen'),
            icon: 'undo',
            disabled: !can('reopen'),
            run: () => setAsking('reopen'),
          },
          {
            id: 'cancel',
            label: t('meetings.menu.cancel'),
            icon: 'close',
            disabled: !can('cancel'),
            run: () => setAsking('cancel'),
          },
          {
            id: 'remove',
            label: t('meetings.menu.remove'),
            icon: 'remove',
            danger: true,
            disabled: readOnly || meeting.status !== 'planned',
            run: () => void remove.run({ id: meeting.id }).then((reply) => reply.ok && onGone()),
          },
        ]}
      />
      {asking && (
        <ReasonDialog
          key={asking}
          about={asking}
          meetingId={meeting.id}
          command={command}
          onReason={(reason) => command.run({ id: meeting.id, reason }).then(({ ok }) => ok)}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  )
}

interface ReasonProps {
  readonly about: 'cancel' | 'reopen'
  readonly meetingId: string
  readonly command: Pick<ReturnType<typeof useCommand<'meetings.cancel'>>, 'busy' | 'problem' | 'field'>
  /** True where it was done. */
  readonly onReason: (reason: string) => Promise<boolean>
  readonly onClose: () => void
}

function ReasonDialog({ about, meetingId, command, onReason, onClose }: ReasonProps) {
  const t = useT()
  const [reason, setReason] = useState('')
  const discard = useFormDraft(`meeting:${meetingId}:${about}Reason`, { reason }, (kept) => setReason(kept.reason))
  const wrong = command.field('reason')
  const close = () => {
    discard()
    onClose()
  }
  async function submit() {
    if (await onReason(reason)) close()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      closeOutside={reason === ''}
      title={t(`meetings.menu.${about}`)}
      actions={
        <>
          <Button onPress={close}>{t('common.cancel')}</Button>
          <Button kind={about === 'cancel' ? 'danger' : 'primary'} busy={command.busy} onPress={() => void submit()}>
            {t(`meetings.menu.${about}`)}
          </Button>
        </>
      }
    >
      <p>{t(`meetings.menu.${about}Text`)}</p>
      <TextArea
        label={t('meetings.menu.reason')}
        required
        autoFocus
        value={reason}
        onChange={setReason}
        onEnter={() => void submit()}
        problem={wrong}
      />
      {command.problem && !wrong && <ErrorNote error={command.problem} />}
    </Dialog>
  )
}
