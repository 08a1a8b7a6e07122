/** What makes a decision right (records.md 3.8), and how far its carrying out has come. */
import type { Message } from '../contract/problem.ts'
import { type FieldMessages, fieldMessage } from './checked.ts'
import { daysBetween, formatDay } from './days.ts'
import type { Vote } from './records/agenda-item.ts'
import type { Decision } from './records/decision.ts'
import type { Day, Language } from './values.ts'

type DecisionRules = Pick<
  Decision,
  'itemId' | 'externalBody' | 'decidedOn' | 'unanimous' | 'voteId' | 'status' | 'doneOn' | 'result' | 'correctsId'
>
type Counted = Pick<Vote, 'kind' | 'forCount' | 'againstCount'>

export interface DecisionSetting {
  readonly today: Day
  /** The deciding ballot; null where there is none. */
  readonly vote: Counted | null
  /** True where the decision to be corrected was taken at a meeting that is closed. Asked only with `correctsId`. */
  readonly correctsClosed: boolean
  readonly language?: Language
}

/**
 * Field → what is wrong; empty = good. A decision is of an item or of another body, never both. Not unanimous means counted
 * votes; unanimous means none against. Done needs the day, neither in the future nor before the decision, and the result.
 * Only what a closed meeting decided is corrected: before that it is revised (JO 3339-2013).
 */
export function checkDecision(decision: DecisionRules, setting: DecisionSetting): FieldMessages {
  const wrong: FieldMessages = {}
  const written = (day: Day) => formatDay(day, setting.language ?? 'sv')
  if (decision.itemId === null && decision.externalBody === null)
    wrong.externalBody = fieldMessage('decisionWithoutBody')
  if (decision.itemId !== null && decision.externalBody !== null)
    wrong.externalBody = fieldMessage('decisionOfTwoBodies')
  if (decision.externalBody !== null && decision.decidedOn > setting.today) {
    wrong.decidedOn = fieldMessage('dayInFuture', { today: written(setting.today) })
  }
  const unanimity = checkUnanimity(decision.unanimous, setting.vote)
  if (unanimity) wrong.unanimous = unanimity
  if (decision.correctsId !== null && !setting.correctsClosed) wrong.correctsId = fieldMessage('correctsOpenMeeting')
  return {
    ...wrong,
    ...checkDone(decision, {
      earliest: decision.decidedOn,
      tooEarly: 'doneBeforeDecision',
      ...setting,
    }),
  }
}

/** Why what a decision says of unanimity does not fit its ballot; null where it fits. */
export function checkUnanimity(unanimous: Decision['unanimous'], vote: Counted | null): Message | null {
  const counted = vote !== null && vote.kind !== 'acclamation' && vote.forCount !== null && vote.againstCount !== null
  if (unanimous === 'no' && !counted) return fieldMessage('notUnanimousNeedsVote')
  if (unanimous === 'yes' && counted && (vote.againstCount ?? 0) > 0) {
    return fieldMessage('unanimousButAgainst', { count: vote.againstCount ?? 0 })
  }
  return null
}

/** The rule of decisions and actions alike: `done` needs its day and result; the day is not in the future nor before `earliest`. */
export function checkDone(
  record: { readonly status: string; readonly doneOn: Day | null; readonly result: string | null },
  setting: {
    readonly today: Day
    readonly earliest: Day | null
    readonly tooEarly: string
    readonly language?: Language
  },
): FieldMessages {
  if (record.status !== 'done') return {}
  const wrong: FieldMessages = {}
  const written = (day: Day) => formatDay(day, setting.language ?? 'sv')
  if (record.doneOn === null) wrong.doneOn = fieldMessage('doneDayMissing')
  else if (record.doneOn > setting.today) wrong.doneOn = fieldMessage('dayInFuture', { today: written(setting.today) })
  else if (setting.earliest !== null && record.doneOn < setting.earliest) {
    wrong.doneOn = fieldMessage(setting.tooEarly, { day: written(setting.earliest) })
  }
  if ((record.result ?? '').trim() === '') wrong.result = fieldMessage('doneResultMissing')
  return wrong
}

/** Not wrong, but to be looked at: a deadline or an effective day before the decision itself. Field → what. */
export function decisionWarnings(
  decision: Pick<Decision, 'decidedOn' | 'deadline' | 'effectiveFrom'>,
  language: Language = 'sv',
): FieldMessages {
  const day = formatDay(decision.decidedOn, language)
  return {
    ...(decision.deadline !== null && decision.deadline < decision.decidedOn
      ? { deadline: fieldMessage('deadlineBeforeDecision', { day }) }
      : {}),
    ...(decision.effectiveFrom !== null && decision.effectiveFrom < decision.decidedOn
      ? { effectiveFrom: fieldMessage('effectiveBeforeDecision', { day }) }
      : {}),
  }
}

/** What a new decision says of unanimity: what its ballot shows; without counts it is not recorded. */
export function unanimityOf(vote: Counted | null): Decision['unanimous'] {
  if (vote === null) return 'notRecorded'
  if (vote.kind === 'acclamation') return 'yes'
  return (vote.againstCount ?? 0) > 0 ? 'no' : 'yes'
}

/** Open or under way: work remains. */
export function isDecisionOpen(status: Decision['status']): boolean {
  return status === 'open' || status === 'inProgress'
}

/** Days past the deadline of what remains to be done; 0 where none. Never stored, since it changes with the day. */
export function decisionDaysOverdue(decision: Pick<Decision, 'status' | 'deadline'>, today: Day): number {
  if (!isDecisionOpen(decision.status) || decision.deadline === null || decision.deadline >= today) return 0
  return daysBetween(decision.deadline, today)
}
