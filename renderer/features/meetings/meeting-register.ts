import { useMemo } from 'react'
import { byCode, byName, byYear } from '#renderer/lib/group-by.ts'
import type { GroupBy } from '#renderer/lib/use-grouped.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { meetingStatuses } from '#shared/domain/records/meeting.ts'
import type { GroupKey } from '#shared/domain/register-groups.ts'
import type { MeetingRow } from './meeting-words.ts'

/** What meetings are grouped by. Each is changed by itself: its status follows from what was done in it. */
export function useMeetingGroups(): readonly GroupBy<MeetingRow>[] {
  const t = useT()
  return useMemo(() => {
    const key = (one: GroupKey<'meetings'>) => one
    return [
      byName(
        key('body'),
        t('meetings.fields.bodyId'),
        (row) => row.bodyId,
        (row) => row.bodyName,
      ),
      byYear(key('year'), t('meetings.list.year'), (row) => row.startsOn),
      byCode(
        key('status'),
        t('meetings.fields.status'),
        meetingStatuses,
        (row) => row.status,
        (code) => t(`codes.meetingStatus.${code}`),
      ),
    ]
  }, [t])
}
