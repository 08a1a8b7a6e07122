/** When a dissent or a note to the minutes is in time (records.md 3.8; practice.md 6.1, "Dissent"). */
import { type FieldMessages, fieldMessage } from './checked.ts'
import { formatDay } from './days.ts'
import type { Statement } from './records/agenda-item.ts'
import type { Meeting } from './records/meeting.ts'
import type { Day, Language } from './values.ts'

export interface StatementSetting {
  readonly meeting: Pick<Meeting, 'startsOn' | 'endsOn' | 'adjournedAt' | 'adjournedOn' | 'adjustedOn'>
  readonly today: Day
  /** Those who were at the meeting; whoever speaks in the minutes is one of them. */
  readonly attendeeIds: readonly string[]
  /** Those disqualified on the item, who take no part in it. */
  readonly disqualifiedIds: readonly string[]
  readonly language?: Language
}

/**
 * Field → what is wrong; empty = good. A dissent (dissens / reservation) is delivered before the meeting ends, a note to the
 * minutes (protokolltilførsel / protokollsanteckning) before they are adjusted. Each is somebody's: a person's or a party's.
 */
export function checkStatement(
  statement: Pick<Statement, 'kind' | 'personId' | 'party' | 'deliveredOn' | 'deliveredAt'>,
  { meeting, today, attendeeIds, disqualifiedIds, language = 'sv' }: StatementSetting,
): FieldMessages {
  const wrong: FieldMessages = {}
  const { personId, party, deliveredOn } = statement
  if (personId === null && party === null) wrong.personId = fieldMessage('statementOfNobody')
  else if (personId !== null && !attendeeIds.includes(personId)) wrong.personId = fieldMessage('notAtMeeting')
  else if (personId !== null && disqualifiedIds.includes(personId)) wrong.personId = fieldMessage('disqualifiedHere')
  if (deliveredOn > today) wrong.deliveredOn = fieldMessage('dayInFuture', { today: formatDay(today, language) })
  else if (deliveredOn < meeting.startsOn) {
    wrong.deliveredOn = fieldMessage('deliveredBeforeMeeting', { day: formatDay(meeting.startsOn, language) })
  } else Object.assign(wrong, tooLate(statement, meeting, language))
  return wrong
}

function tooLate(
  { kind, deliveredOn, deliveredAt }: Pick<Statement, 'kind' | 'deliveredOn' | 'deliveredAt'>,
  meeting: StatementSetting['meeting'],
  language: Language,
): FieldMessages {
  if (kind === 'noteToMinutes') {
    return meeting.adjustedOn !== null && deliveredOn > meeting.adjustedOn
      ? { deliveredOn: fieldMessage('noteAfterAdjustment', { day: formatDay(meeting.adjustedOn, language) }) }
      : {}
  }
  // Until the meeting is ended a dissent is in time.
  if (meeting.adjournedAt === null) return {}
  const endedOn = meeting.adjournedOn ?? meeting.endsOn ?? meeting.startsOn
  if (deliveredOn > endedOn) {
    return { deliveredOn: fieldMessage('dissentAfterMeeting', { day: formatDay(endedOn, language) }) }
  }
  return deliveredOn === endedOn && deliveredAt !== null && deliveredAt > meeting.adjournedAt
    ? { deliveredAt: fieldMessage('dissentAfterEnd', { time: meeting.adjournedAt }) }
    : {}
}
