import { useCallback } from 'react'
import { DetailPage, UnreadableDetail } from '#renderer/components/detail-page.tsx'
import { HistoryPanel } from '#renderer/components/history-panel.tsx'
import { Loading } from '#renderer/components/notes.tsx'
import { Tabs } from '#renderer/components/tabs.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFieldNames } from '#renderer/lib/use-field-names.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { InputOf, Reply } from '#shared/contract/dispatcher.ts'
import type { MeetingDetail } from '#shared/contract/meetings.ts'
import { isSealed } from '#shared/domain/meeting-states.ts'
import { Agenda } from './agenda.tsx'
import { MeetingAttendance } from './meeting-attendance.tsx'
import { MeetingFields } from './meeting-fields.tsx'
import type { MeetingListState } from './meeting-filter.ts'
import { MeetingHeader } from './meeting-header.tsx'

export type SaveMeeting = (changes: InputOf<'meetings.revise'>['changes']) => Promise<Reply>
/** What every part of the detail takes. */
export interface PartProps {
  readonly open: MeetingDetail
  /** Nothing within the meeting may change. */
  readonly sealed: boolean
}
const tabs = ['agenda', 'attendance', 'details', 'history'] as const
type Tab = (typeof tabs)[number]

interface Props {
  readonly id: string
  readonly state: MeetingListState
  readonly change: (changes: Partial<MeetingListState>) => void
  readonly onClose: () => void
}

/** One meeting before and after it is held. What happens while it is held has its own screen. */
export function MeetingDetailPage({ id, state, change, onClose }: Props) {
  const t = useT()
  const query = useOperation('meetings.open', { id })
  const names = useFieldNames()
  const { run } = useCommand('meetings.revise')
  // biome-ignore lint/correctness/useExhaustiveDependencies: `run` does the same whenever it is made
  const save = useCallback<SaveMeeting>((changes) => run({ id, changes }), [id])
  if (query.isPending) return <Loading lines={8} />
  if (query.error) {
    return <UnreadableDetail error={query.error} onRetry={() => void query.refetch()} onClose={onClose} />
  }
  const open = query.data
  const parts = { open, sealed: isSealed(open.meeting.status) }
  const selected = tabs.find((one) => one === state.tab) ?? 'agenda'
  return (
    <DetailPage>
      <MeetingHeader
        open={open}
        onItem={(item) => change({ tab: 'agenda', item })}
        onTab={(tab) => change({ tab })}
        onClose={onClose}
      />
      <Tabs<Tab>
        label={t('meetings.detail.parts')}
        selected={selected}
        onSelect={(tab) => change({ tab })}
        items={[
          {
            key: 'agenda',
            label: t('meetings.tabs.agenda'),
            count: open.items.length || undefined,
            content: <Agenda {...parts} openItem={state.item} onItem={(item) => change({ item })} />,
          },
          {
            key: 'attendance',
            label: t('meetings.tabs.attendance'),
            count: open.attendances.length || undefined,
            content: <MeetingAttendance {...parts} />,
          },
          { key: 'details', label: t('meetings.tabs.details'), content: <MeetingFields {...parts} save={save} /> },
          {
            key: 'history',
            label: t('common.history'),
            content: <HistoryPanel entity="meetings" id={id} {...names} />,
          },
        ]}
      />
    </DetailPage>
  )
}
