import { useEffect, useRef } from 'react'
import { type DraftValue, useDraft } from './use-draft.ts'

/**
 * Keeps what stands in the form of a new record while it differs from how the form began, and gives it back once.
 *
 * @returns what to call when it is saved or given up.
 */
export function useFormDraft<T extends DraftValue & object>(
  key: string,
  values: T,
  restore: (kept: T) => void,
): () => void {
  const { keep, discard } = useDraft<T>(key, restore)
  const text = JSON.stringify(values)
  const before = useRef({ first: text, last: text })
  useEffect(() => {
    if (text === before.current.last) return
    before.current.last = text
    if (text === before.current.first) discard()
    else keep(JSON.parse(text) as T)
  }, [text, keep, discard])
  return discard
}
