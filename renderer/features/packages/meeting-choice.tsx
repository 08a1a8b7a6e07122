import { Switch } from '#renderer/components/choices.tsx'
import { Note } from '#renderer/components/notes.tsx'
import { Select } from '#renderer/components/select.tsx'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'

type MeetingRow = OutputOf<'meetings.list'>['rows'][number]
interface Props {
  readonly meetings: readonly MeetingRow[]
  readonly meetingId: string | null
  readonly onMeeting: (id: string | null) => void
  readonly withConfidential: boolean
  readonly onConfidential: (withConfidential: boolean) => void
  readonly problem: string | undefined
}

/** Which meeting the package is for, and whether it shows what is exempt from disclosure. */
export function MeetingChoice(props: Props) {
  const { meetings, meetingId, onMeeting, withConfidential, onConfidential, problem } = props
  const t = useT()
  const format = useFormat()
  return (
    <>
      <Select
        label={t('packages.fields.meeting')}
        hint={t('packages.new.meetingHint')}
        options={meetings.map((meeting) => ({
          key: meeting.id,
          label: `${format.dayLong(meeting.startsOn)}, ${meeting.startsAt}`,
          detail: [
            meeting.title ?? t(`codes.meetingKind.${meeting.kind}`),
            t(`codes.meetingStatus.${meeting.status}`),
          ].join(' · '),
        }))}
        emptyLabel={t('packages.new.noMeeting')}
        value={meetingId}
        onChange={onMeeting}
        problem={problem}
      />
      {meetings.length > 0 && (
        <Switch
          label={t('packages.new.withConfidential')}
          hint={t('packages.new.withConfidentialHint')}
          checked={withConfidential}
          onChange={onConfidential}
        />
      )}
      {withConfidential && <Note tone="warning">{t('packages.new.confidentialWarning')}</Note>}
    </>
  )
}
