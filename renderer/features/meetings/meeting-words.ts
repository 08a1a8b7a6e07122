import { today, useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import type { MeetingDetail } from '#shared/contract/meetings.ts'
import { daysBetween } from '#shared/domain/days.ts'
import type { Meeting } from '#shared/domain/records/meeting.ts'
import { messageText } from '#shared/i18n/message-text.ts'
import type { Translate } from '#shared/i18n/translator.ts'

export type MeetingRow = OutputOf<'meetings.list'>['rows'][number]
export type Due = { readonly kind: 'papers' | 'notice' | 'adjustment'; readonly on: string; readonly days: number }
/** Deadlines further away than this are no news. */
const soonDays = 30

/** What is due for a meeting next: papers and notice before it, the adjustment of its minutes after it. Null where nothing is near. */
export function nextDue(row: MeetingRow, now: string): Due | null {
  const waiting: [Due['kind'], string | null][] =
    row.status === 'planned' && !row.inSession
      ? [
          ['papers', row.papersDueOn !== null && row.papersDueOn >= now ? row.papersDueOn : null],
          ['notice', row.noticeDueOn],
        ]
      : row.status === 'minutesInReview'
        ? [['adjustment', row.adjustmentDueOn]]
        : []
  const found = waiting
    .flatMap(([kind, on]) => (on === null ? [] : [{ kind, on, days: daysBetween(now, on) }]))
    .toSorted((a, b) => a.on.localeCompare(b.on))[0]
  return found && found.days <= soonDays ? found : null
}

/** The name of a meeting and what is due, in words. */
export function useMeetingWords() {
  const t = useT()
  const format = useFormat()
  return {
    /** "Styret 4/2026", or its own title where it has one. */
    name: (bodyName: string, meeting: Pick<Meeting, 'number' | 'numberYear'>) =>
      meeting.number === null
        ? bodyName
        : t('meetings.numbered', {
            body: bodyName,
            number: String(meeting.number),
            year: String(meeting.numberYear ?? ''),
          }),
    time: (meeting: Pick<Meeting, 'startsAt' | 'endsAt'>) =>
      meeting.endsAt === null ? meeting.startsAt : `${meeting.startsAt}–${meeting.endsAt}`,
    due: ({ kind, days }: Due) =>
      days < 0
        ? t(`meetings.due.${kind}.late`, { count: -days })
        : days === 0
          ? t(`meetings.due.${kind}.today`)
          : t(`meetings.due.${kind}.in`, { count: days }),
    /** Wednesday 24 June 2026. */
    day: (day: string) => format.dayLong(day),
    today: today(),
  }
}

/** A warning or an obstacle as a sentence. */
export function findingText(t: Translate, { key, params }: MeetingDetail['warnings'][number]): string {
  return messageText(t, params ? { key, params } : { key })
}
