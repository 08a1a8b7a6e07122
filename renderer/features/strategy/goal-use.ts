import { useMemo, useState } from 'react'
import type { Option } from '#renderer/components/select.tsx'
import { useClient } from '#renderer/lib/client.ts'
import { planName, planOptions } from '#renderer/lib/plan-options.ts'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { InputOf, OutputOf } from '#shared/contract/dispatcher.ts'
import { messageText } from '#shared/i18n/message-text.ts'

export type OpenGoal = OutputOf<'goals.open'>
export type GoalRow = OutputOf<'goals.list'>['rows'][number]
export type GoalChanges = InputOf<'goals.revise'>['changes']
export type ActivityRow = OutputOf<'activities.list'>['rows'][number]
export type ActivityChanges = InputOf<'activities.revise'>['changes']

/** Saves some fields of a goal in one change. */
export function useReviseGoal(id: string) {
  const revise = useCommand('goals.revise')
  return (changes: GoalChanges) => revise.run({ id, changes })
}

/** What is right but to be looked at, at the field that it is about; undefined where nothing is. */
export function useWarningAt(warnings: OpenGoal['warnings']) {
  const t = useT()
  return (field: string): string | undefined => {
    const found = warnings.filter((one) => one.field === field)
    if (found.length === 0) return undefined
    return found.map(({ message: { key, params } }) => messageText(t, params ? { key, params } : { key })).join(' ')
  }
}

/** Plans as choices, those in force first, and the focus areas of one of them or of all. */
export function usePlanOptions(planId: string | null = null) {
  const t = useT()
  const plans = useOperation('plans.list', {})
  return useMemo(() => {
    const all = plans.data ?? []
    const options: Option[] = planOptions(t, all)
    const shown = planId === null ? all : all.filter(({ id }) => id === planId)
    const areas: Option[] = shown.flatMap((plan) =>
      plan.areas.map(({ id, number, title }) => ({
        key: id,
        label: `${number} ${title}`,
        detail: shown.length > 1 ? planName(plan) : undefined,
      })),
    )
    return {
      plans: all,
      options,
      areas,
      nameOf: (id: string) => options.find(({ key }) => key === id)?.label,
      areaOf: (id: string) => areas.find(({ key }) => key === id)?.label,
    }
  }, [t, plans.data, planId])
}

/**
 * The goals of a plan, or of all, as choices found by code or words, however many they are; `except` is none of them. `goal` is the chosen
 * one as far as it is known: null while it is read, or where it is gone or of another plan.
 */
export function useGoalChoice(planId: string | null, goalId: string | null, except: string | null = null) {
  const client = useClient()
  /** What was suggested need not be asked for again. */
  const [seen] = useState(() => new Map<string, GoalRow>())
  const known = goalId === null ? undefined : seen.get(goalId)
  const open = useOperation('goals.open', { id: goalId ?? '' }, { enabled: goalId !== null && !known })
  const found = goalId === null ? undefined : (known ?? open.data?.goal)
  const goal = found && (planId === null || found.planId === planId) ? found : null
  const label = (row: GoalRow) => `${row.code} ${row.title}`
  return {
    goal,
    /** For the field; null while the goal is read. */
    option: goal && { key: goal.id, label: label(goal) },
    rowOf: (id: string | null) => (id === null ? null : (seen.get(id) ?? null)),
    async suggest(text: string): Promise<readonly Option[]> {
      const reply = await client.ask('goals.list', { filter: { planId, text: text.slice(0, 200) }, limit: 50 })
      if (!reply.ok) return []
      for (const row of reply.value.rows) seen.set(row.id, row)
      return reply.value.rows
        .filter(({ id }) => id !== except)
        .map((row) => ({ key: row.id, label: label(row), detail: planId === null ? row.planTitle : undefined }))
    },
  }
}
