import type { InputOf } from '#shared/contract/dispatcher.ts'
import { addDays } from '#shared/domain/days.ts'
import { meetingStatuses } from '#shared/domain/records/meeting.ts'
import { id } from '#shared/domain/values.ts'

const none: string[] = []
/** The list's state as the address holds it. Default values stay out of the address. */
export const meetingListDefaults = {
  text: '',
  body: null as string | null,
  year: '',
  statuses: none,
  /** `coming` from today on, `earlier` before it. */
  when: 'coming',
  /** Empty = as `when` asks: the nearest first. */
  direction: '',
  sort: 'startsOn',
  tab: 'agenda',
  item: null as string | null,
}
export type MeetingListState = typeof meetingListDefaults

const times = ['coming', 'earlier', 'all'] as const
export function whenOf(state: MeetingListState): (typeof times)[number] {
  return times.find((one) => one === state.when) ?? 'coming'
}
/** The nearest first, unless the list was told otherwise. */
export function directionOf(state: MeetingListState): 'asc' | 'desc' {
  if (state.direction === 'asc' || state.direction === 'desc') return state.direction
  return whenOf(state) === 'coming' ? 'asc' : 'desc'
}

/** The query's filter. The address may hold anything, so what can't be is left out rather than refused. */
export function filterOf(state: MeetingListState, today: string): NonNullable<InputOf<'meetings.list'>['filter']> {
  const year = /^(19|20|21)\d\d$/.test(state.year) ? state.year : null
  const when = whenOf(state)
  const from = year && `${year}-01-01`
  const to = year && `${year}-12-31`
  const yesterday = addDays(today, -1)
  return {
    text: state.text.slice(0, 200),
    bodyId: state.body && id.safeParse(state.body).success ? state.body : null,
    from: when === 'coming' && (from === null || from < today) ? today : from,
    to: when === 'earlier' && (to === null || to > yesterday) ? yesterday : to,
    statuses: meetingStatuses.filter((one) => state.statuses.includes(one)),
  }
}
