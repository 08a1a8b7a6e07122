import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { addDays, timeZoneOf } from '../domain/days.ts'
import type { Day } from '../domain/values.ts'
import { cleanLine, cleanText } from './clean-text.ts'
import { isMatter, itemTitle } from './meeting/items.ts'
import { meetingName } from './meeting/paper-facts.ts'
import { type PaperWords, paperWords } from './meeting/words.ts'
import type { MeetingPaper } from './meeting-paper.ts'
import { redactPaper } from './redact-paper.ts'

/** A meeting whose end nobody set and whose items have no minutes is entered for an hour. */
const assumedMinutes = 60
/** Numbers of revisions count from here; they must rise with the data and fit in 31 bits. */
const firstRevision = Date.UTC(2024, 0, 1)

/**
 * A meeting as a calendar entry (.ics, RFC 5545). Times are UTC, worked out from the wall time where the body sits. The same meeting
 * keeps its UID, and newer data has a higher SEQUENCE, so that a moved or cancelled meeting changes the entry instead of coming twice.
 * No address of anybody called is in it. Throws where the paper has no meeting.
 */
export function renderMeetingIcs(given: MeetingPaper): string {
  const paper = given.redacted ? redactPaper(given) : given
  const { meeting, partnership } = paper
  if (meeting === null) throw new Error('a calendar entry needs a meeting')
  const words = paperWords(paper)
  const zone = timeZoneOf(partnership.country)
  const start = instantOf(meeting.startsOn, meeting.startsAt, zone)
  const isCancelled = meeting.status === 'cancelled'
  const calendar = ical({
    prodId: { company: 'Fyr', product: 'Fyr', language: words.locale.slice(0, 2).toUpperCase() },
    method: isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  })
  const organiser = meeting.secretary === null ? partnership.contactName : meeting.secretary
  const email = meeting.secretary === null ? partnership.contactEmail : meeting.secretaryEmail
  calendar.createEvent({
    id: `${meeting.id}@fyr`,
    start,
    end: endOf(paper, start, zone),
    stamp: new Date(paper.dataAsOf),
    sequence: Math.max(0, Math.floor((Date.parse(paper.dataAsOf) - firstRevision) / 60_000)),
    summary: cleanLine(meeting.title === null ? meetingName(paper, words) : `${paper.body.name}: ${meeting.title}`),
    location: cleanLine(meeting.place ?? meeting.remoteLink ?? ''),
    description: describe(paper, words),
    ...(email === null
      ? {}
      : { organizer: { name: cleanLine(organiser ?? partnership.name), email: cleanLine(email) } }),
    ...(meeting.remoteLink !== null && /^https?:/i.test(meeting.remoteLink) ? { url: meeting.remoteLink } : {}),
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  })
  return calendar.toString()
}

function endOf({ meeting, items }: MeetingPaper, start: Date, zone: string): Date {
  if (meeting?.endsAt) {
    const end = instantOf(meeting.endsOn ?? meeting.startsOn, meeting.endsAt, zone)
    if (end > start) return end
  }
  const planned = items.reduce((sum, item) => sum + (item.minutesPlanned ?? 0), 0)
  return new Date(start.getTime() + (planned || assumedMinutes) * 60_000)
}

function describe(paper: MeetingPaper, words: PaperWords): string {
  const { t } = words
  const { meeting, items, partnership } = paper
  const name = meeting?.secretary ?? partnership.contactName
  const agenda = items.filter(isMatter).map((item) => cleanLine(itemTitle(item, words)))
  const about = [
    ...(meeting?.status === 'cancelled' ? [t('papers.doc.cancelled')] : []),
    ...(meeting?.remoteLink ? [`${t('papers.doc.fact.link')}: ${meeting.remoteLink}`] : []),
    ...(meeting?.endsAt ? [] : [t('papers.doc.calendar.noEnd')]),
    ...(meeting?.noticeText ? [cleanText(meeting.noticeText)] : []),
    ...(name ? [t('papers.doc.calendar.absence', { name })] : []),
  ]
  return [about.join('\n'), ...(agenda.length === 0 ? [] : [[t('codes.paperKind.agenda'), ...agenda].join('\n')])]
    .join('\n\n')
    .trim()
}

/**
 * The instant of a wall time in a time zone. In the hour that comes twice in October it is the first; a time in the hour that
 * is skipped in March is as much later.
 */
export function instantOf(day: Day, time: string, zone: string): Date {
  const wall = Date.parse(`${day}T${time}:00Z`)
  // The offsets of the day before and the day after are all that can be meant; the greater gives the earlier instant.
  const around = [Date.parse(`${addDays(day, -1)}T12:00:00Z`), Date.parse(`${addDays(day, 1)}T12:00:00Z`)]
  const offsets = around.map((instant) => wallOf(instant, zone) - instant).sort((a, b) => b - a)
  const fitting = offsets.find((offset) => wallOf(wall - offset, zone) === wall)
  return new Date(wall - (fitting ?? Math.min(...offsets)))
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** What a clock on the wall shows at an instant, counted as if it were UTC, in milliseconds. */
function wallOf(instant: number, timeZone: string): number {
  let clock = clocks.get(timeZone)
  if (!clock) {
    const digits = '2-digit'
    clock = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: digits,
      day: digits,
      hour: digits,
      minute: digits,
    })
    clocks.set(timeZone, clock)
  }
  const parts = clock.formatToParts(instant)
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value ?? 0)
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'))
}
