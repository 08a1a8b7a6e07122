/** What makes a follow-up right (records.md 3.13), and what is counted from it. */
import { type FieldMessages, fieldMessage } from './checked.ts'
import { daysBetween, formatDay } from './days.ts'
import type { FollowUp } from './records/follow-up.ts'
import type { Visit } from './records/visit.ts'
import type { Day, Language } from './values.ts'

/**
 * Field → what is wrong; empty = good. Closing needs the day the company was told and the result, giving up needs the
 * result. Dates in messages are ISO unless `language` is given.
 */
export function checkFollowUp(
  followUp: Pick<FollowUp, 'dueOn' | 'answeredCompanyOn' | 'status' | 'result'>,
  context: { visitedOn: Day; today: Day; language?: Language },
): FieldMessages {
  const wrong: FieldMessages = {}
  const written = (day: Day) => formatDay(day, context.language ?? 'sv')
  const { dueOn, answeredCompanyOn, status, result } = followUp
  if (dueOn < context.visitedOn) {
    wrong.dueOn = fieldMessage('dueBeforeVisit', { visitedOn: written(context.visitedOn) })
  }
  if (answeredCompanyOn !== null && answeredCompanyOn < context.visitedOn) {
    wrong.answeredCompanyOn = fieldMessage('answeredBeforeVisit', { visitedOn: written(context.visitedOn) })
  }
  if (answeredCompanyOn !== null && answeredCompanyOn > context.today) {
    wrong.answeredCompanyOn = fieldMessage('dayInFuture', { today: written(context.today) })
  }
  if ((status === 'answered' || status === 'closed') && answeredCompanyOn === null) {
    wrong.answeredCompanyOn = fieldMessage('answeredDayMissing')
  }
  if ((status === 'closed' || status === 'cannotBeDone') && (result ?? '').trim() === '') {
    wrong.result = fieldMessage(status === 'closed' ? 'resultMissing' : 'reasonMissing')
  }
  return wrong
}

/** True while work remains: open, or answered and not yet closed. */
export function isUnfinished(status: FollowUp['status']): boolean {
  return status === 'open' || status === 'answered'
}

/** Unfinished and past its day. Never stored, since it changes with the day. */
export function isOverdue(followUp: Pick<FollowUp, 'status' | 'dueOn'>, today: Day): boolean {
  return isUnfinished(followUp.status) && followUp.dueOn < today
}

/** Days past due; 0 where not overdue. */
export function daysOverdue(followUp: Pick<FollowUp, 'status' | 'dueOn'>, today: Day): number {
  return isOverdue(followUp, today) ? daysBetween(followUp.dueOn, today) : 0
}

/** Days from the visit to the day the company was told (BRE response time); null until it is. */
export function responseDays(visitedOn: Day, answeredCompanyOn: Day | null): number | null {
  return answeredCompanyOn === null ? null : daysBetween(visitedOn, answeredCompanyOn)
}

/** True for a visit flagged urgent for which nobody has a task with a deadline yet (Columbia Basin practice; practice.md 6.8). */
export function urgentWithoutFollowUp(
  visit: Pick<Visit, 'id' | 'flags'>,
  followUps: readonly Pick<FollowUp, 'visitId' | 'deletedAt'>[],
): boolean {
  return (
    visit.flags.includes('urgent') && !followUps.some((item) => item.visitId === visit.id && item.deletedAt === null)
  )
}
