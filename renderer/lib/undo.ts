import { createContext, useContext } from 'react'
import type { Client } from '#shared/contract/client.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import { isDone, type Problem } from '#shared/contract/problem.ts'

type Details = OutputOf<'history.details'>
/** A change as far as its words need it. */
export interface Told {
  readonly fields: Details['rows']
  readonly names: Details['names']
}
export type Step = { readonly told: Told } | { readonly problem: Problem; readonly told: Told | null }

const mostRefused = 200

/**
 * Undo and redo. What comes next is read from the log, so that a new window goes on where the last one ended; redo is undoing an undo. All that
 * is remembered here is what was refused, so that the next press tries the change before it.
 */
export function createUndoStack(client: Client) {
  let refused: readonly string[] = []
  const listeners = new Set<() => void>()
  const setRefused = (next: readonly string[]) => {
    refused = next.slice(-mostRefused)
    for (const listener of listeners) listener()
  }
  async function run(stamp: string): Promise<Step> {
    const reply = await client.ask('history.undo', { stamp })
    if (reply.ok) return { told: reply.value }
    const details = await client.ask('history.details', { stamp, limit: 60 })
    const told = details.ok ? { fields: details.value.rows, names: details.value.names } : null
    if (isDone(reply)) return { told: told ?? { fields: [], names: {} } }
    setRefused([...refused.filter((one) => one !== stamp), stamp])
    return { problem: reply.problem, told }
  }
  // Two quick presses are two steps: the second is looked up when the first is done.
  let last: Promise<unknown> = Promise.resolve()
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = last.then(work)
    last = mine.catch(() => {})
    return mine
  }
  async function next(which: 'undo' | 'redo'): Promise<Step | null> {
    const steps = await client.ask('history.steps', { skip: [...refused] })
    if (!steps.ok) return { problem: steps.problem, told: null }
    const stamp = steps.value[which]
    return stamp === null ? null : run(stamp)
  }
  return {
    /** A new change was written: what was refused before may go now. */
    record: () => setRefused([]),
    /** Undoes the last own change that stands, or the one given. Null = nothing to undo. */
    undo: (stamp?: string): Promise<Step | null> => inTurn(() => (stamp ? run(stamp) : next('undo'))),
    redo: (): Promise<Step | null> => inTurn(() => next('redo')),
    forget: () => setRefused([]),
    refused: () => refused,
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
