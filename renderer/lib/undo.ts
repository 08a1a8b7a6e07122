import { createContext, useContext } from 'react'
import type { Client } from '#shared/contract/client.ts'
import type { Problem } from '#shared/contract/problem.ts'

const longestMemory = 200

/** Remembers this window's own changes. Undoing is itself a change, so redo is undoing the undo. */
export function createUndoStack(client: Client) {
  let past: readonly string[] = []
  let future: readonly string[] = []
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }
  /** Undoes `stamp`; the stamp of the undo itself, or the problem. A stamp that can't be undone leaves the stack. */
  async function step(stamp: string): Promise<{ stamp: string | null } | { problem: Problem }> {
    const reply = await client.ask('history.undo', { stamp })
    return reply.ok ? { stamp: reply.change } : { problem: reply.problem }
  }
  return {
    record(stamp: string): void {
      past = [...past, stamp].slice(-longestMemory)
      future = []
      tell()
    },
    /** Undoes the last own change, or the one given. Null = nothing to undo. */
    async undo(stamp = past.at(-1)) {
      if (!stamp) return null
      past = past.filter((one) => one !== stamp)
      const result = await step(stamp)
      if ('stamp' in result && result.stamp) future = [...future, result.stamp]
      tell()
      return result
    },
    async redo() {
      const stamp = future.at(-1)
      if (!stamp) return null
      future = future.slice(0, -1)
      const result = await step(stamp)
      if ('stamp' in result && result.stamp) past = [...past, result.stamp]
      tell()
      return result
    },
    forget(): void {
      past = []
      future = []
      tell()
    },
    canUndo: () => past.length > 0,
    canRedo: () => future.length > 0,
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
export type UndoStack = ReturnType<typeof createUndoStack>

const UndoContext = createContext<UndoStack | null>(null)
export const UndoProvider = UndoContext.Provider
export function useUndoStack(): UndoStack {
  const stack = useContext(UndoContext)
  if (!stack) throw new Error('No UndoProvider above this component')
  return stack
}
