import { useOperation } from '#renderer/lib/use-query.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import { meetingStatuses } from '#shared/domain/records/meeting.ts'

type MeetingRow = OutputOf<'meetings.list'>['rows'][number]
/** A cancelled meeting has no papers to read. */
const statuses = meetingStatuses.filter((status) => status !== 'cancelled')
/** The newest hundred: packages are made for meetings that are near. */
const most = 100

/** A body's meetings, newest first, and the one that a package is usually for: the next still to be held. */
export function useBodyMeetings(bodyId: string, today: string) {
  const list = useOperation('meetings.list', { filter: { bodyId, statuses }, limit: most })
  const meetings: readonly MeetingRow[] = list.data?.rows ?? []
  return { list, meetings, usual: nextMeeting(meetings, today) }
}

/** As the command line chooses it: the first from today on that is planned or called. */
export function nextMeeting<M extends Pick<MeetingRow, 'startsOn' | 'startsAt' | 'status'>>(
  meetings: readonly M[],
  today: string,
): M | null {
  const when = ({ startsOn, startsAt }: M) => `${startsOn} ${startsAt}`
  const coming = meetings.filter(
    ({ startsOn, status }) => startsOn >= today && (status === 'planned' || status === 'noticeSent'),
  )
  return coming.toSorted((a, b) => (when(a) < when(b) ? -1 : 1))[0] ?? null
}
