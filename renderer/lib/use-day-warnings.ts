import { actionWarnings } from '#shared/domain/action-rules.ts'
import type { FieldMessages } from '#shared/domain/checked.ts'
import { decisionWarnings } from '#shared/domain/decision-rules.ts'
import { messageText } from '#shared/i18n/message-text.ts'
import { useLanguage, useT } from './use-t.ts'

type Decided = Parameters<typeof decisionWarnings>[0]

/**
 * Days that are allowed but look like a slip: a deadline before the decision or the meeting itself. Told as the field's hint, not
 * as an error. Field → sentence.
 */
export function useDayWarnings() {
  const t = useT()
  const language = useLanguage()
  const told = (found: FieldMessages): Readonly<Record<string, string | undefined>> =>
    Object.fromEntries(Object.entries(found).map(([field, message]) => [field, messageText(t, message)]))
  return {
    ofDecision: (decision: Decided) => told(decisionWarnings(decision, language)),
    /** `arisenOn`: the day of the meeting or visit that the action came from; null = of none. */
    ofAction: (dueOn: string | null, arisenOn: string | null) =>
      told(dueOn === null ? {} : actionWarnings({ dueOn }, arisenOn, language)),
  }
}
