import { useSyncExternalStore } from 'react'
import type { Problem } from '#shared/contract/problem.ts'
import { changeWords, fieldLabels } from './change-words.ts'
import { problemText } from './problem-text.ts'
import { useToasts } from './toasts.ts'
import { type Told, useUndoStack } from './undo.ts'
import { useFormat } from './use-format.ts'
import { useOperation } from './use-query.ts'
import { useLanguage, useT } from './use-t.ts'

/** Undo and redo of the own changes, with a notice that says in words what went back, or why it could not. */
export function useUndo() {
  const stack = useUndoStack()
  const toasts = useToasts()
  const t = useT()
  const language = useLanguage()
  const format = useFormat()
  const wordsOf = (told: Told, turned = false) => changeWords(told, language, format.day, turned)
  function refuse(key: 'refused' | 'refusedRedo', problem: Problem, told: Told | null): void {
    const why = [problemText(t, problem), fieldsOf(problem, told)].filter(Boolean).join(' ')
    const what = told && wordsOf(told, key === 'refusedRedo')
    toasts.show({ text: what ? t(`history.${key}`, { what, why }) : why, tone: 'danger' })
  }
  function fieldsOf({ fields }: Problem, told: Told | null): string {
    const [first] = told?.fields ?? []
    const labels = first && fieldLabels(Object.keys(fields ?? {}), first.entity, language)
    return labels ? t('history.refusedFields', { fields: labels }) : ''
  }
  async function undo(stamp?: string): Promise<void> {
    const result = await stack.undo(stamp)
    if (!result) toasts.show({ text: t('app.undo.nothing') })
    else if ('problem' in result) refuse('refused', result.problem, result.told)
    else {
      const what = wordsOf(result.told)
      toasts.show({
        text: what ? t('history.undone', { what }) : t('app.undo.undone'),
        action: { label: t('common.redo'), run: () => void redo() },
      })
    }
  }
  async function redo(): Promise<void> {
    const result = await stack.redo()
    if (!result) toasts.show({ text: t('app.undo.nothingToRedo') })
    else if ('problem' in result) refuse('refusedRedo', result.problem, result.told)
    else {
      const what = wordsOf(result.told, true)
      toasts.show({
        text: what ? t('history.redone', { what }) : t('app.undo.redone'),
        action: { label: t('common.undo'), run: () => void undo() },
      })
    }
  }
  return { undo, redo }
}

/** Whether there is anything to undo or redo, as the log says. */
export function useUndoSteps(): { canUndo: boolean; canRedo: boolean } {
  const stack = useUndoStack()
  const skip = useSyncExternalStore(stack.subscribe, stack.refused)
  const steps = useOperation('history.steps', { skip: [...skip] }, { keepPrevious: true }).data
  return { canUndo: (steps?.undo ?? null) !== null, canRedo: (steps?.redo ?? null) !== null }
}
