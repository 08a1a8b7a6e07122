/** When each item of an agenda begins, by the minutes planned (practice.md 6.1: an agenda that is kept tells its times). */
import type { Meeting } from './records/meeting.ts'
import { minutesADay, minutesOf } from './times.ts'

interface Timed {
  readonly id: string
  /** Null counts as none: the item takes place within the time of the others. */
  readonly minutesPlanned: number | null
}
export interface AgendaClock {
  /** Item → `HH:MM` at which it begins; after midnight it begins anew at 00:00. */
  readonly startsAt: ReadonlyMap<string, string>
  /** Minutes of all items. */
  readonly total: number
  /** When the last item ends, `HH:MM`. */
  readonly endsAt: string
  /** Minutes past the planned end; 0 where there is none, or the meeting goes on over several days. */
  readonly overrun: number
}

/** The running clock of an agenda, from the meeting's start through its items in order. */
export function agendaClock(
  meeting: Pick<Meeting, 'startsOn' | 'startsAt' | 'endsOn' | 'endsAt'>,
  items: readonly Timed[],
): AgendaClock {
  const startsAt = new Map<string, string>()
  const begin = minutesOf(meeting.startsAt)
  let now = begin
  for (const item of items) {
    startsAt.set(item.id, clockOf(now))
    now += item.minutesPlanned ?? 0
  }
  const oneDay = meeting.endsOn === null || meeting.endsOn === meeting.startsOn
  const room = meeting.endsAt !== null && oneDay ? minutesOf(meeting.endsAt) - begin : null
  const total = now - begin
  return { startsAt, total, endsAt: clockOf(now), overrun: room === null ? 0 : Math.max(0, total - room) }
}

function clockOf(minutes: number): string {
  const inDay = ((minutes % minutesADay) + minutesADay) % minutesADay
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`
}
