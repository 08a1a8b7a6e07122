/** What makes a visit right (records.md 3.12). Checked whenever a visit is written; the message tells the way out. */
import { type FieldMessages, fieldMessage } from './checked.ts'
import { formatDay } from './days.ts'
import { confidentialities, type interviewQuestions, type Visit } from './records/visit.ts'
import type { Day, Language } from './values.ts'

type VisitRules = Pick<
  Visit,
  | 'visitedOn'
  | 'startsAt'
  | 'endsAt'
  | 'ourParticipantIds'
  | 'notAnswered'
  | 'confidentiality'
  | 'publishableSummary'
  | 'nextVisitBy'
  | (typeof interviewQuestions)[number]
>

/**
 * Field → what is wrong; empty = good. `today` is the day in the partnership's time zone; a visit of tomorrow is no
 * visit yet, not even as a draft. Dates in messages are ISO unless `language` is given.
 */
export function checkVisit(visit: VisitRules, context: { today: Day; language?: Language }): FieldMessages {
  const wrong: FieldMessages = {}
  const written = (day: Day) => formatDay(day, context.language ?? 'sv')
  if (visit.visitedOn > context.today) {
    wrong.visitedOn = fieldMessage('visitInFuture', { today: written(context.today) })
  }
  if (visit.endsAt !== null && visit.startsAt === null) wrong.startsAt = fieldMessage('startMissing')
  if (visit.startsAt !== null && visit.endsAt !== null && visit.endsAt <= visit.startsAt) {
    wrong.endsAt = fieldMessage('endNotAfterStart', { start: visit.startsAt })
  }
  if (visit.ourParticipantIds.length === 0) wrong.ourParticipantIds = fieldMessage('ownParticipantMissing')
  for (const question of visit.notAnswered) {
    if (visit[question] !== null) wrong[question] = fieldMessage('notAnsweredHasText')
  }
  if (visit.confidentiality === 'confidential' && visit.publishableSummary !== null) {
    wrong.publishableSummary = fieldMessage('confidentialHasSummary')
  }
  if (visit.nextVisitBy !== null && visit.nextVisitBy <= visit.visitedOn) {
    wrong.nextVisitBy = fieldMessage('nextVisitNotLater', { visitedOn: written(visit.visitedOn) })
  }
  return wrong
}

/** True where a visit would be seen by more people than before. */
export function isLooser(after: Visit['confidentiality'], before: Visit['confidentiality']): boolean {
  return confidentialities.indexOf(after) < confidentialities.indexOf(before)
}

/** Visits that the yearly target counts: those where one of the two went to the other. Telephone, web and events don't. */
export function countsTowardsTarget(type: Visit['type']): boolean {
  return type === 'companyVisit' || type === 'reverseVisit'
}
