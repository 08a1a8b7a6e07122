import { useCallback, useState } from 'react'
import type { InputOf, OutputOf, Reply } from '#shared/contract/dispatcher.ts'
import type { Problem } from '#shared/contract/problem.ts'
import { type CommandName, useClient } from './client.ts'
import { fieldText, problemText } from './problem-text.ts'
import { useToasts } from './toasts.ts'
import { useUndoStack } from './undo.ts'
import { useT } from './use-t.ts'
import { useUndo } from './use-undo.ts'

interface Options<N extends CommandName> {
  /** Notice on success, with "Undo" where the change can be undone. None: the screen shows the success itself. */
  readonly done?: string | ((value: OutputOf<N>) => string)
  /** Also shows problems as a notice. For actions without a place of their own for it. */
  readonly problemAsToast?: boolean
}

/** Runs a command of the contract. `run` never throws: it gives the reply, and keeps the last problem for showing. */
export function useCommand<N extends CommandName>(name: N, options: Options<N> = {}) {
  const client = useClient()
  const toasts = useToasts()
  const stack = useUndoStack()
  const { undo } = useUndo()
  const t = useT()
  const [busy, setBusy] = useState(0)
  const [problem, setProblem] = useState<Problem | null>(null)

  async function run(input: InputOf<N>): Promise<Reply<OutputOf<N>>> {
    setBusy((running) => running + 1)
    const reply = await client
      .ask(name, input)
      .catch((): Reply<OutputOf<N>> => ({ ok: false, problem: { code: 'internal', key: 'problems.internal' } }))
    setBusy((running) => running - 1)
    setProblem(reply.ok ? null : reply.problem)
    if (reply.ok) {
      const stamp = reply.change
      if (stamp) stack.record()
      const text = typeof options.done === 'function' ? options.done(reply.value) : options.done
      if (text) {
        toasts.show({ text, ...(stamp ? { action: { label: t('common.undo'), run: () => void undo(stamp) } } : {}) })
      }
    } else if (options.problemAsToast) toasts.show({ text: problemText(t, reply.problem), tone: 'danger' })
    return reply
  }
  return {
    run,
    busy: busy > 0,
    problem,
    /** The problem's sentence, or undefined. */
    problemText: problem ? problemText(t, problem) : undefined,
    /** What is wrong with a field of the last input. */
    field: (path: string) => fieldText(t, problem, path),
    reset: useCallback(() => setProblem(null), []),
  }
}
