import { addDays } from '#shared/domain/days.ts'
import type { Body } from '#shared/domain/records/body.ts'
import type { MeetingRow } from './meeting-words.ts'

export interface YearEntry {
  readonly day: string
  /** A meeting, or a deadline that belongs to it. */
  readonly kind: 'meeting' | 'papers' | 'notice' | 'minutes'
  readonly meeting: MeetingRow
}

/**
 * The meetings of a year with their deadlines, in order of day: papers and notice before a meeting that is not yet called, the
 * minutes after it where the body's rule names days. A cancelled meeting has none left.
 */
export function yearEntries(
  rows: readonly MeetingRow[],
  bodies: readonly Pick<Body, 'id' | 'adjustmentRule' | 'adjustmentDays'>[],
): YearEntry[] {
  const order = ['papers', 'notice', 'minutes', 'meeting']
  return rows
    .flatMap((meeting): YearEntry[] => {
      const own: YearEntry = { day: meeting.startsOn, kind: 'meeting', meeting }
      if (meeting.status === 'cancelled') return [own]
      const body = bodies.find(({ id }) => id === meeting.bodyId)
      const days = body?.adjustmentRule === 'adjustedWithinDays' ? body.adjustmentDays : null
      const done = meeting.status === 'minutesApproved' || meeting.status === 'archived'
      const minutesOn = meeting.adjustmentDueOn ?? (days === null ? null : addDays(meeting.startsOn, days))
      return [
        own,
        ...(meeting.papersDueOn ? [{ day: meeting.papersDueOn, kind: 'papers' as const, meeting }] : []),
        ...(meeting.status === 'planned' && !meeting.inSession
          ? [{ day: meeting.noticeDueOn, kind: 'notice' as const, meeting }]
          : []),
        ...(minutesOn && !done ? [{ day: minutesOn, kind: 'minutes' as const, meeting }] : []),
      ]
    })
    .toSorted((a, b) => a.day.localeCompare(b.day) || order.indexOf(a.kind) - order.indexOf(b.kind))
}
