import { useCallback, useEffect, useRef, useState } from 'react'
import { type DraftValue, useDraft } from '#renderer/lib/use-draft.ts'
import { focusWriting } from './focus-writing.ts'

export const formKinds = ['proposal', 'vote', 'decision', 'dissent', 'note', 'action', 'disqualification'] as const
export type FormKind = (typeof formKinds)[number]
/** The record that a form corrects; none for a new one. */
interface Opened {
  readonly kind: FormKind
  readonly id: string | null
}

export interface Forms {
  readonly opened: Opened | null
  readonly open: (kind: FormKind, id?: string | null) => void
  /** Closes the form; the focus goes back to where it was when the form was opened, mostly the middle of a sentence. */
  readonly close: () => void
}

/** The one form that is open under the text. Its half-written content is kept as a draft, so another may open meanwhile. */
export function useForms(): Forms {
  const [opened, setOpened] = useState<Opened | null>(null)
  const back = useRef<HTMLElement | null>(null)
  const open = useCallback((kind: FormKind, id: string | null = null) => {
    const active = document.activeElement
    if (active instanceof HTMLElement && !active.closest('form')) back.current = active
    setOpened({ kind, id })
  }, [])
  const close = useCallback(() => {
    setOpened(null)
    requestAnimationFrame(() => {
      if (back.current?.isConnected && back.current !== document.body) back.current.focus()
      else focusWriting()
    })
  }, [])
  return { opened, open, close }
}

/**
 * What is entered in a form, kept as a draft until it is saved or given up. A form that nobody typed in yet follows `start`: opened in
 * the moment after a save, it began from what stood there before.
 */
export function useEntered<T extends DraftValue & object>(draftKey: string | null, start: T) {
  const [entered, setEntered] = useState(start)
  const latest = useRef(start)
  const touched = useRef(false)
  const draft = useDraft<T>(draftKey, (kept) => {
    touched.current = true
    latest.current = kept
    setEntered(kept)
  })
  const startText = JSON.stringify(start)
  useEffect(() => {
    if (touched.current) return
    latest.current = JSON.parse(startText) as T
    setEntered(latest.current)
  }, [startText])
  return {
    entered,
    set: (changes: Partial<T>) => {
      touched.current = true
      latest.current = { ...latest.current, ...changes }
      setEntered(latest.current)
      draft.keep(latest.current)
    },
    discard: draft.discard,
  }
}
