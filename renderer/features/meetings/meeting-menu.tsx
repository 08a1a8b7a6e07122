import { useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { Dialog } from '#renderer/components/dialog.tsx'
import { Menu } from '#renderer/components/menu.tsx'
import { ErrorNote } from '#renderer/components/notes.tsx'
import { TextArea } from '#renderer/components/text-field.tsx'
import { useGo } from '#renderer/lib/navigation.ts'
import { useCommand } from '#renderer/lib/use-command.ts'
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
          command={command}
          onReason={(reason) =>
            void command.run({ id: meeting.id, reason }).then((reply) => reply.ok && setAsking(null))
          }
          onClose={() => setAsking(null)}
        />
      )}
    </>
  )
}

interface ReasonProps {
  readonly about: 'cancel' | 'reopen'
  readonly command: Pick<ReturnType<typeof useCommand<'meetings.cancel'>>, 'busy' | 'problem' | 'field'>
  readonly onReason: (reason: string) => void
  readonly onClose: () => void
}

function ReasonDialog({ about, command, onReason, onClose }: ReasonProps) {
  const t = useT()
  const [reason, setReason] = useState('')
  const wrong = command.field('reason')
  return (
    <Dialog
      open
      onClose={onClose}
      closeOutside={reason === ''}
      title={t(`meetings.menu.${about}`)}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind={about === 'cancel' ? 'danger' : 'primary'} busy={command.busy} onPress={() => onReason(reason)}>
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
        onEnter={() => onReason(reason)}
        problem={wrong}
      />
      {command.problem && !wrong && <ErrorNote error={command.problem} />}
    </Dialog>
  )
}
