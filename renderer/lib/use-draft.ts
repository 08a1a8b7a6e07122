import { useCallback, useEffect, useRef, useState } from 'react'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import { useClient } from './client.ts'

export type DraftValue = InputOf<'drafts.save'>['value']
const pauseMs = 400
/** Who writes without a pause is kept this often; with the way to the disk it stays under a second. */
const longestMs = 800

/**
 * Keeps half-written text outside the window: 400 ms after typing stops, every 800 ms while it goes on, on `keepNow` (blur) and when the page
 * goes away.
 * `onRestore` gets what an earlier window left behind, once, after mounting. A null key keeps nothing.
 */
export function useDraft<T extends DraftValue>(key: string | null, onRestore: (value: T, savedAt: string) => void) {
  const client = useClient()
  const [restored, setRestored] = useState(false)
  const waiting = useRef<{ value: T } | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const deadline = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const kept = useRef(false)
  const restore = useRef(onRestore)
  restore.current = onRestore

  const stopWaiting = useCallback(() => {
    clearTimeout(timer.current)
    clearTimeout(deadline.current)
    deadline.current = undefined
  }, [])

  const keepNow = useCallback(() => {
    stopWaiting()
    const draft = waiting.current
    waiting.current = null
    if (!key || !draft) return
    kept.current = true
    void client.ask('drafts.save', { key, value: draft.value })
  }, [client, key, stopWaiting])

  const keep = useCallback(
    (value: T) => {
      waiting.current = { value }
      clearTimeout(timer.current)
      timer.current = setTimeout(keepNow, pauseMs)
      deadline.current ??= setTimeout(keepNow, longestMs)
    },
    [keepNow],
  )

  /** What was typed is saved or given up: the draft goes. */
  const discard = useCallback(() => {
    stopWaiting()
    waiting.current = null
    setRestored(false)
    if (!key || !kept.current) return
    kept.current = false
    void client.ask('drafts.discard', { key })
  }, [client, key, stopWaiting])

  useEffect(() => {
    if (!key) return
    let gone = false
    setRestored(false)
    void client.ask('drafts.load', { key }).then((reply) => {
      if (gone || !reply.ok || !reply.value || waiting.current) return
      kept.current = true
      setRestored(true)
      // Written by this same hook under this key, so it has the caller's shape.
      restore.current(reply.value.value as T, reply.value.savedAt)
    })
    // Hidden is the last that is heard of some windows: on a system that shuts down, or one that ends programs in the background.
    const keepWhenHidden = () => document.visibilityState === 'hidden' && keepNow()
    window.addEventListener('pagehide', keepNow)
    document.addEventListener('visibilitychange', keepWhenHidden)
    return () => {
      gone = true
      window.removeEventListener('pagehide', keepNow)
      document.removeEventListener('visibilitychange', keepWhenHidden)
      keepNow()
    }
  }, [client, key, keepNow])

  return { restored, keep, keepNow, discard }
}
