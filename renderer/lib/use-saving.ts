import { useEffect, useRef, useState } from 'react'
import type { Reply } from '#shared/contract/dispatcher.ts'
import { isDone } from '#shared/contract/problem.ts'
import type { Checked } from '#shared/domain/checked.ts'
import { messageText } from '#shared/i18n/message-text.ts'
import { fieldText, problemText } from './problem-text.ts'
import { useDraft } from './use-draft.ts'
import { useT } from './use-t.ts'

export interface Saving<T> {
  readonly value: T
  /** Saves; the reply's problem is shown under the field and what was typed stays. */
  readonly onSave: (value: T) => Promise<Reply>
  /** The field's name in the command's input, to find its problem: `name` also finds `changes.name`. */
  readonly field: string
  /** Where half-written text is kept: `visit:<id>:notes`. Null keeps none (short fields). */
  readonly draftKey?: string | null
}
export type SavingState = 'idle' | 'typing' | 'saving' | 'saved' | 'refused'

/** A text that saves itself when it is left. Nothing typed is ever lost: refused text stays in the field and in the draft. */
export function useSavingText<T>(
  { value, onSave, field, draftKey = null }: Saving<T>,
  format: (value: T) => string,
  parse: (text: string) => Checked<T>,
) {
  const t = useT()
  const [text, setText] = useState(() => format(value))
  const [state, setState] = useState<SavingState>('idle')
  const [problem, setProblem] = useState<string | undefined>(undefined)
  const latest = useRef({ text, state, saved: format(value) })
  const put = (next: string) => {
    latest.current.text = next
    setText(next)
  }
  const enter = (next: SavingState) => {
    latest.current.state = next
    setState(next)
  }
  const draft = useDraft<string>(draftKey, (kept) => {
    if (kept === latest.current.saved) return draft.discard()
    put(kept)
    enter('typing')
  })
  const given = format(value)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a value from outside shows unless something is being written here
  useEffect(() => {
    latest.current.saved = given
    if (latest.current.state !== 'idle' && latest.current.state !== 'saved') return
    // "Saved" was said of another text: an undo or another window has changed it since.
    if (latest.current.text !== given) enter('idle')
    put(given)
  }, [given])

  function type(next: string) {
    put(next)
    setProblem(undefined)
    enter('typing')
    if (draftKey) draft.keep(next)
  }
  async function save(next: T, words: string): Promise<void> {
    enter('saving')
    const reply = await onSave(next)
    if (latest.current.text !== words) return
    if (isDone(reply)) {
      latest.current.saved = words
      enter('saved')
      setProblem(undefined)
      draft.discard()
    } else if (!reply.ok) {
      enter('refused')
      setProblem(fieldText(t, reply.problem, field) ?? problemText(t, reply.problem))
    }
  }
  async function leave(): Promise<void> {
    const words = latest.current.text
    if (latest.current.state === 'saving') return
    if (words === latest.current.saved) {
      if (latest.current.state === 'idle' || latest.current.state === 'saved') return
      enter('idle')
      setProblem(undefined)
      draft.discard()
      return
    }
    draft.keepNow()
    const read = parse(words)
    if (read.ok) await save(read.value, words)
    else {
      enter('refused')
      setProblem(messageText(t, read.message))
    }
  }
  /** Gives up what was not saved: what the record holds shows again. */
  function giveUp(): void {
    put(latest.current.saved)
    enter('idle')
    setProblem(undefined)
    draft.discard()
  }
  const { saved } = latest.current
  return { text, type, leave, giveUp, saved, state, problem, restored: draft.restored && state === 'typing' }
}

/** A choice that saves itself at once. While the answer is on its way the new choice shows; a refusal puts the old one back. */
export function useSavingChoice<T>({ value, onSave, field }: Saving<T>) {
  const t = useT()
  const [chosen, setChosen] = useState<{ value: T } | null>(null)
  const [state, setState] = useState<SavingState>('idle')
  const [problem, setProblem] = useState<string | undefined>(undefined)
  const last = useRef(0)
  async function choose(next: T): Promise<void> {
    last.current += 1
    const mine = last.current
    setChosen({ value: next })
    setState('saving')
    const reply = await onSave(next)
    if (mine !== last.current) return
    if (isDone(reply)) {
      setState('saved')
      setProblem(undefined)
    } else if (!reply.ok) {
      setState('refused')
      setProblem(fieldText(t, reply.problem, field) ?? problemText(t, reply.problem))
      setChosen(null)
    }
  }
  // Once the record has caught up, it is the truth again.
  const given = JSON.stringify(value)
  // biome-ignore lint/correctness/useExhaustiveDependencies: drops the choice when the record changes
  useEffect(() => setChosen(null), [given])
  return { value: chosen ? chosen.value : value, choose, state, problem }
}
