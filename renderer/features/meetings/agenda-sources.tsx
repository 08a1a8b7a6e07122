import { useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { MultiSelect } from '#renderer/components/choices.tsx'
import { Dialog } from '#renderer/components/dialog.tsx'
import { Menu } from '#renderer/components/menu.tsx'
import { EmptyState, ErrorNote, Loading } from '#renderer/components/notes.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useToasts } from '#renderer/lib/toasts.ts'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { MeetingDetail } from '#shared/contract/meetings.ts'
import { isDone } from '#shared/contract/problem.ts'
import styles from './agenda.module.css'

interface Props {
  readonly open: MeetingDetail
}

/** Items that need not be typed: from a template, from what waits, and from what the last meeting left open. */
export function AgendaSources({ open }: Props) {
  const t = useT()
  const [from, setFrom] = useState<'queue' | 'earlier' | null>(null)
  return (
    <div className={styles.sources}>
      <FromTemplate open={open} />
      <WriteButton small icon="queue" onPress={() => setFrom('queue')}>
        {t('meetings.sources.queue')}
      </WriteButton>
      {open.earlierId && (
        <WriteButton small icon="redo" onPress={() => setFrom('earlier')}>
          {t('meetings.sources.earlier')}
        </WriteButton>
      )}
      {from === 'queue' && <FromQueue open={open} onClose={() => setFrom(null)} />}
      {from === 'earlier' && open.earlierId && (
        <FromEarlier open={open} earlierId={open.earlierId} onClose={() => setFrom(null)} />
      )}
    </div>
  )
}

function FromTemplate({ open }: Props) {
  const t = useT()
  const readOnly = useReadOnly()
  const toasts = useToasts()
  const add = useCommand('agendaItems.add', { problemAsToast: true })
  const templates = useOperation('agendaTemplates.list', {}).data ?? []
  const fitting = templates.filter(({ bodyId }) => bodyId === null || bodyId === open.meeting.bodyId)
  if (fitting.length === 0) return null
  async function addAll(rows: (typeof fitting)[number]['rows']) {
    let added = 0
    for (const row of rows) {
      const reply = await add.run({ ...row, bodyId: open.meeting.bodyId, meetingId: open.meeting.id })
      if (!reply.ok) break
      added += 1
    }
    if (added > 0) toasts.show({ text: t('meetings.sources.added', { count: added }) })
  }
  return (
    <Menu
      label={t('meetings.sources.template')}
      icon="file"
      showLabel
      entries={fitting.map(({ id, name, rows }) => ({
        id,
        label: name,
        disabled: readOnly,
        run: () => void addAll(rows),
      }))}
    />
  )
}

function FromQueue({ open, onClose }: Props & { readonly onClose: () => void }) {
  const t = useT()
  const queue = useOperation('agendaItems.queue', { bodyId: open.meeting.bodyId })
  const move = useCommand('agendaItems.move')
  async function take(ids: readonly string[]) {
    let position = open.items.length
    for (const id of ids) {
      const reply = await move.run({ id, meetingId: open.meeting.id, position })
      if (!reply.ok) return
      position += 1
    }
    onClose()
  }
  return (
    <ChooseDialog
      title={t('meetings.sources.queue')}
      label={t('meetings.sources.waiting')}
      empty={t('meetings.sources.queueEmpty')}
      options={queue.data?.map(({ id, title, caseNo }) => ({
        key: id,
        label: caseNo ? `${title} (${caseNo})` : title,
      }))}
      problem={move.problem ?? queue.error}
      busy={move.busy}
      onTake={take}
      onClose={onClose}
    />
  )
}

function FromEarlier({
  open,
  earlierId,
  onClose,
}: Props & { readonly earlierId: string; readonly onClose: () => void }) {
  const t = useT()
  const format = useFormat()
  const earlier = useOperation('meetings.open', { id: earlierId })
  const carry = useCommand('agendaItems.carryOver', {
    done: (items) => t('meetings.sources.added', { count: items.length }),
  })
  const taken = open.items.map(({ item }) => item.carriedFromId)
  const left = earlier.data?.items.filter(
    ({ item }) => (item.status === 'postponed' || item.status === 'referredBack') && !taken.includes(item.id),
  )
  return (
    <ChooseDialog
      title={t('meetings.sources.earlier')}
      label={t('meetings.sources.leftOpen', { day: format.day(earlier.data?.meeting.startsOn ?? null) })}
      empty={t('meetings.sources.earlierEmpty')}
      options={left?.map(({ item, numberText }) => ({
        key: item.id,
        label: [numberText, item.title].filter(Boolean).join(' '),
      }))}
      problem={carry.problem ?? earlier.error}
      busy={carry.busy}
      onTake={async (itemIds) => {
        const reply = await carry.run({ meetingId: open.meeting.id, itemIds: [...itemIds] })
        if (isDone(reply)) onClose()
      }}
      onClose={onClose}
    />
  )
}

interface ChooseProps {
  readonly title: string
  readonly label: string
  readonly empty: string
  /** Undefined while they are read. */
  readonly options: readonly { readonly key: string; readonly label: string }[] | undefined
  readonly problem: Parameters<typeof ErrorNote>[0]['error'] | null
  readonly busy: boolean
  readonly onTake: (ids: readonly string[]) => Promise<void>
  readonly onClose: () => void
}

function ChooseDialog({ title, label, empty, options, problem, busy, onTake, onClose }: ChooseProps) {
  const t = useT()
  const [chosen, setChosen] = useState<readonly string[]>([])
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" busy={busy} disabled={chosen.length === 0} onPress={() => void onTake(chosen)}>
            {t('meetings.sources.take', { count: chosen.length })}
          </Button>
        </>
      }
    >
      {problem && <ErrorNote error={problem} />}
      {!options && !problem && <Loading />}
      {options?.length === 0 && <EmptyState icon="queue" title={empty} />}
      {options && options.length > 0 && (
        <MultiSelect label={label} look="list" options={options} value={chosen} onChange={setChosen} />
      )}
    </Dialog>
  )
}
