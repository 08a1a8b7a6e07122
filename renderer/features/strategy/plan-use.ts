import { useCommand } from '#renderer/lib/use-command.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { InputOf, OutputOf } from '#shared/contract/dispatcher.ts'
import type { Message } from '#shared/contract/problem.ts'
import { messageText } from '#shared/i18n/message-text.ts'

export type PlanRow = OutputOf<'plans.list'>[number]
export type OpenPlan = OutputOf<'plans.open'>
export type PlanGoal = OpenPlan['goals'][number]
export type PlanActivity = OpenPlan['activities'][number]
export type PlanArea = PlanRow['areas'][number]
export type PlanChanges = InputOf<'plans.revise'>['changes']

/** Saves some fields of a plan in one change. */
export function useRevisePlan(id: string) {
  const revise = useCommand('plans.revise')
  return (changes: PlanChanges) => revise.run({ id, changes })
}

/** "2024–2028", "from 2024", or null where the plan states no years. */
export function usePlanYears() {
  const t = useT()
  return ({ periodFrom: from, periodTo: to }: Pick<PlanRow, 'periodFrom' | 'periodTo'>) => {
    if (from !== null && to !== null) return t('strategy.years', { from, to })
    if (from !== null) return t('strategy.from', { from })
    return to !== null ? t('strategy.to', { to }) : null
  }
}

export type PlanPart = 'area' | 'goal' | 'subGoal' | 'strategy' | 'activity'
/** What the plan calls one of its parts: its own word, else the usual one. */
export function usePartName(
  plan: Pick<PlanRow, 'areaLabel' | 'goalLabel' | 'subGoalLabel' | 'strategyLabel' | 'activityLabel'>,
) {
  const t = useT()
  return (part: PlanPart) => plan[`${part}Label`] ?? t(`strategy.labels.${part}`)
}
/** The same word where it stands within a sentence: the usual ones without their capital, the plan's own as it is written. */
export function usePartWithin(plan: Parameters<typeof usePartName>[0]) {
  const t = useT()
  return (part: PlanPart) => plan[`${part}Label`] ?? t(`strategy.labels.${part}`).toLocaleLowerCase()
}

/** The sentence of a message that crossed the contract. */
export function useMessageText() {
  const t = useT()
  return ({ key, params }: { readonly key: string; readonly params?: Message['params'] | undefined }) =>
    messageText(t, params ? { key, params } : { key })
}
