import { useMemo } from 'react'
import type { Bulk } from '#renderer/components/bulk-bar.tsx'
import { byCode, byName, byYear } from '#renderer/lib/group-by.ts'
import type { GroupBy } from '#renderer/lib/use-grouped.ts'
import { usePersonOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { meetingStatuses, openness } from '#shared/domain/records/meeting.ts'
import type { GroupKey } from '#shared/domain/register-groups.ts'
import type { MeetingRow } from './meeting-words.ts'

/**
 * What meetings are grouped by, and what can be changed for many that are still to come. Their day is moved one by one, since
 * members are called anew; their status follows from what was done in them.
 */
export function useMeetingRegister() {
  const t = useT()
  const persons = usePersonOptions()
  return useMemo(() => {
    const key = (one: GroupKey<'meetings'>) => one
    const groups: GroupBy<MeetingRow>[] = [
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
    const bulk: Bulk<'meetings.reviseMany'> = {
      operation: 'meetings.reviseMany',
      fields: [
        { key: 'place', label: t('app.fields.place'), kind: 'text' },
        {
          key: 'openness',
          label: t('meetings.fields.openness'),
          options: openness.map((code) => ({ key: code, label: t(`codes.openness.${code}`) })),
        },
        { key: 'chairId', label: t('meetings.fields.chairId'), options: persons.options },
        { key: 'secretaryId', label: t('meetings.fields.secretaryId'), options: persons.options },
      ],
    }
    return { groups, bulk }
  }, [t, persons])
}
