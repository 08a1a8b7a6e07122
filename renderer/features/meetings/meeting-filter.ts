import type { InputOf } from '#shared/contract/dispatcher.ts'
import { meetingStatuses } from '#shared/domain/records/meeting.ts'
import { id } from '#shared/domain/values.ts'

const none: string[] = []
/** The list's state as the address holds it. Default values stay out of the address. */
export const meetingListDefaults = {
  text: '',
  body: null as string | null,
  year: '',
  statuses: none,
  direction: 'desc',
  sort: 'startsOn',
  tab: 'agenda',
  item: null as string | null,
}
export type MeetingListState = typeof meetingListDefaults

/** The query's filter. The address may hold anything, so what can't be is left out rather than refused. */
export function filterOf(state: MeetingListState): NonNullable<InputOf<'meetings.list'>['filter']> {
  const year = /^(19|20|21)\d\d$/.test(state.year) ? state.year : null
  return {
    text: state.text.slice(0, 200),
    bodyId: state.body && id.safeParse(state.body).success ? state.body : null,
    from: year && `${year}-01-01`,
    to: year && `${year}-12-31`,
    statuses: meetingStatuses.filter((one) => state.statuses.includes(one)),
  }
}
