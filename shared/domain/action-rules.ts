/** What makes an action right (records.md 3.9), and what is counted from it. */
import { type FieldMessages, fieldMessage } from './checked.ts'
import { daysBetween, formatDay } from './days.ts'
import { checkDone } from './decision-rules.ts'
import type { Action } from './records/decision.ts'
import type { Day, Language } from './values.ts'

/**
 * Field → what is wrong; empty = good. Done needs the day, neither in the future nor before the action came up (`arisenOn`, the
 * day of its meeting or visit; null = unknown), and the result; cancelled needs the reason, told as result.
 */
export function checkAction(
  action: Pick<Action, 'status' | 'doneOn' | 'result'>,
  setting: { readonly today: Day; readonly arisenOn: Day | null; readonly language?: Language },
): FieldMessages {
  if (action.status === 'cancelled' && (action.result ?? '').trim() === '') {
    return { result: fieldMessage('cancelReasonMissing') }
  }
  return checkDone(action, { ...setting, earliest: setting.arisenOn, tooEarly: 'doneBeforeArisen' })
}

/** Not wrong, but to be looked at: due before the meeting or visit that it came from. Field → what. */
export function actionWarnings(
  action: Pick<Action, 'dueOn'>,
  arisenOn: Day | null,
  language: Language = 'sv',
): FieldMessages {
  return arisenOn !== null && action.dueOn < arisenOn
    ? { dueOn: fieldMessage('dueBeforeArisen', { day: formatDay(arisenOn, language) }) }
    : {}
}

/** Open or under way: work remains. */
export function isActionOpen(status: Action['status']): boolean {
  return status === 'open' || status === 'inProgress'
}

/** Work remains and its day has passed. Never stored, since it changes with the day. */
export function isActionOverdue(action: Pick<Action, 'status' | 'dueOn'>, today: Day): boolean {
  return isActionOpen(action.status) && action.dueOn < today
}

/** Days past due; 0 where not overdue. */
export function actionDaysOverdue(action: Pick<Action, 'status' | 'dueOn'>, today: Day): number {
  return isActionOverdue(action, today) ? daysBetween(action.dueOn, today) : 0
}
