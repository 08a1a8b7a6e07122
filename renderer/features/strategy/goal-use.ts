import { useMemo } from 'react'
import type { Option } from '#renderer/components/select.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
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
  const plans = useOperation('plans.list', {})
  return useMemo(() => {
    const all = plans.data ?? []
    const options: Option[] = all.map(({ id, title, versionLabel }) => ({
      key: id,
      label: title,
      detail: versionLabel ?? undefined,
    }))
    const shown = planId === null ? all : all.filter(({ id }) => id === planId)
    const areas: Option[] = shown.flatMap((plan) =>
      plan.areas.map(({ id, number, title }) => ({
        key: id,
        label: `${number} ${title}`,
        detail: shown.length > 1 ? plan.title : undefined,
      })),
    )
    return {
      plans: all,
      options,
      areas,
      nameOf: (id: string) => options.find(({ key }) => key === id)?.label,
      areaOf: (id: string) => areas.find(({ key }) => key === id)?.label,
    }
  }, [plans.data, planId])
}

/** The goals of a plan as choices, by code; the one at hand (`except`) is none of them. */
export function useGoalOptions(planId: string | null, except: string | null = null) {
  const format = useFormat()
  const list = useOperation('goals.list', { filter: { planId }, limit: 200 }, { enabled: planId !== null })
  return useMemo(() => {
    const rows = (list.data?.rows ?? []).filter(({ id }) => id !== except)
    const options: Option[] = rows
      .map(({ id, code, title }) => ({ key: id, label: `${code} ${title}` }))
      .sort((a, b) => format.compare(a.label, b.label))
    return { options, rows }
  }, [list.data, except, format])
}
