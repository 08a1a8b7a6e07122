import { useCallback, useMemo } from 'react'
import { MasterDetail } from '#renderer/components/master-detail.tsx'
import { useGo } from '#renderer/lib/navigation.ts'
import { useScreenActions } from '#renderer/lib/shell.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useListState } from '#renderer/lib/use-list-state.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { MeetingDetailPage } from './meeting-detail.tsx'
import { meetingListDefaults } from './meeting-filter.ts'
import { MeetingList } from './meeting-list.tsx'
import { useMeetingWords } from './meeting-words.ts'
import { NewMeeting } from './new-meeting.tsx'

/** `id`: the open meeting, from the address; `new` and `series` for the forms; null shows the list alone. */
export function MeetingsScreen({ id }: { readonly id: string | null }) {
  const t = useT()
  const go = useGo()
  const words = useMeetingWords()
  const format = useFormat()
  const readOnly = useReadOnly()
  const [state, change] = useListState(meetingListDefaults)
  const isForm = id === 'new' || id === 'series'
  const opened = useOperation('meetings.open', { id: id ?? '' }, { enabled: id !== null && !isForm })
  const close = useCallback(() => go('meetings', null, { keepSearch: true, without: ['item', 'copy'] }), [go])
  const actions = useMemo(
    () =>
      (['new', 'series'] as const).map((form) => ({
        id: `meetings.${form}`,
        label: t(`meetings.${form}.action`),
        icon: 'plus' as const,
        disabled: readOnly,
        run: () => go('meetings', form, { keepSearch: true }),
      })),
    [t, go, readOnly],
  )
  useScreenActions(actions)
  // Many meetings bear the name of their body alone: the day tells them apart.
  const name = opened.data
    ? `${words.name(opened.data.body.name, opened.data.meeting)}, ${format.day(opened.data.meeting.startsOn)}`
    : t('app.entities.meetings')
  return (
    <MasterDetail
      list={<MeetingList openId={id} state={state} change={change} />}
      detail={
        isForm ? (
          <NewMeeting key={id} several={id === 'series'} bodyId={state.body} onClose={close} />
        ) : id ? (
          <MeetingDetailPage key={id} id={id} state={state} change={change} onClose={close} />
        ) : null
      }
      detailLabel={isForm ? t(`meetings.${id}.title`) : name}
      onClose={close}
    />
  )
}
