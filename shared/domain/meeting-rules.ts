/** What makes a meeting's own fields right (records.md 3.5). */
import { type FieldMessages, fieldMessage } from './checked.ts'
import { addDays, daysBetween, formatDay } from './days.ts'
import type { Meeting } from './records/meeting.ts'
import type { Day, Language } from './values.ts'

type Rules = Pick<
  Meeting,
  | 'startsOn'
  | 'startsAt'
  | 'endsOn'
  | 'endsAt'
  | 'papersDueOn'
  | 'openedAt'
  | 'adjournedAt'
  | 'adjournedOn'
  | 'number'
  | 'numberYear'
  | 'announcedOn'
>

/** Field → what is wrong; empty = good. The end lies after the start; a closed meeting keeps its times and its year. */
export function checkMeeting(meeting: Rules, language: Language = 'sv'): FieldMessages {
  const wrong: FieldMessages = {}
  const { startsOn, startsAt } = meeting
  const endsOn = meeting.endsOn ?? startsOn
  if (endsOn < startsOn) wrong.endsOn = fieldMessage('endBeforeStart')
  else if (meeting.endsAt !== null && endsOn === startsOn && meeting.endsAt <= startsAt) {
    wrong.endsAt = fieldMessage('meetingEndNotAfterStart', { start: startsAt })
  }
  if (meeting.papersDueOn !== null && meeting.papersDueOn > startsOn) {
    wrong.papersDueOn = fieldMessage('papersAfterMeeting', { startsOn: formatDay(startsOn, language) })
  }
  if (meeting.adjournedOn !== null && meeting.adjournedOn < startsOn) wrong.adjournedOn = fieldMessage('endBeforeStart')
  else if (meeting.adjournedAt !== null && meeting.openedAt !== null && !endsAfterOpening(meeting)) {
    wrong.adjournedAt = fieldMessage('adjournedBeforeOpened', { opened: meeting.openedAt })
  }
  if (meeting.adjournedAt !== null && meeting.openedAt === null) wrong.openedAt = fieldMessage('closedWithoutTime')
  // A meeting has its number from the closing on.
  if (meeting.number !== null && meeting.adjournedAt === null) wrong.adjournedAt = fieldMessage('closedWithoutTime')
  if (meeting.number !== null && meeting.numberYear !== null && String(meeting.numberYear) !== startsOn.slice(0, 4)) {
    wrong.startsOn = fieldMessage('numberedYearFixed', { year: meeting.numberYear })
  }
  if (meeting.announcedOn !== null && meeting.announcedOn < startsOn) {
    wrong.announcedOn = fieldMessage('announcedBeforeMeeting', { startsOn: formatDay(startsOn, language) })
  }
  return wrong
}

/** A meeting that ends on the day it began ends later by the clock; past midnight `adjournedOn` says so. */
function endsAfterOpening({ openedAt, adjournedAt, adjournedOn, startsOn }: Rules): boolean {
  if (openedAt === null || adjournedAt === null) return true
  return (adjournedOn !== null && adjournedOn > startsOn) || adjournedAt >= openedAt
}

/**
 * What becomes of a meeting's days when it is held on another day than planned: it lasts as many days, and the papers were due at the
 * latest that day.
 */
export function movedTo(
  { startsOn, endsOn, papersDueOn }: Pick<Meeting, 'startsOn' | 'endsOn' | 'papersDueOn'>,
  day: Day,
): Pick<Meeting, 'startsOn' | 'endsOn' | 'papersDueOn'> {
  return {
    startsOn: day,
    endsOn: endsOn === null ? null : addDays(endsOn, daysBetween(startsOn, day)),
    papersDueOn: papersDueOn !== null && papersDueOn > day ? day : papersDueOn,
  }
}

/** A meeting may run on past midnight to this hour without anybody writing the day. */
const latestNight = '06:00'

/**
 * The day a meeting ended, where only the clock is known: the last of several planned days, else the next day where it is night and
 * less than the opening; null where it is the day it began.
 */
export function adjournedDay(
  { startsOn, endsOn, openedAt }: Pick<Meeting, 'startsOn' | 'endsOn' | 'openedAt'>,
  adjournedAt: string,
): string | null {
  if (endsOn !== null && endsOn > startsOn) return endsOn
  return openedAt !== null && adjournedAt < openedAt && adjournedAt <= latestNight ? addDays(startsOn, 1) : null
}
