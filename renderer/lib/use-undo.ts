import { useSyncExternalStore } from 'react'
import { problemText } from './problem-text.ts'
import { useToasts } from './toasts.ts'
import { useUndoStack } from './undo.ts'
import { useT } from './use-t.ts'

/** Undo and redo of the window's own changes, with a notice of how it went. */
export function useUndo() {
  const stack = useUndoStack()
  const toasts = useToasts()
  const t = useT()
  const canUndo = useSyncExternalStore(stack.subscribe, stack.canUndo)
  const canRedo = useSyncExternalStore(stack.subscribe, stack.canRedo)
  async function undo(stamp?: string): Promise<void> {
    const result = await stack.undo(stamp)
    if (!result) toasts.show({ text: t('app.undo.nothing') })
    else if ('problem' in result) toasts.show({ text: problemText(t, result.problem), tone: 'danger' })
    else toasts.show({ text: t('app.undo.undone'), action: { label: t('common.redo'), run: () => void redo() } })
  }
  async function redo(): Promise<void> {
    const result = await stack.redo()
    if (!result) toasts.show({ text: t('app.undo.nothingToRedo') })
    else if ('problem' in result) toasts.show({ text: problemText(t, result.problem), tone: 'danger' })
    else toasts.show({ text: t('app.undo.redone') })
  }
  return { undo, redo, canUndo, canRedo }
}
