import { useEffect, useRef, useState } from 'react'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { Strategy } from '#shared/domain/records/goal.ts'
import type { Moves } from './plan-tree-row.tsx'
import type { OpenPlan, PlanArea, PlanGoal } from './plan-use.ts'

type Removed = 'focusAreas' | 'goals' | 'strategies' | 'activities'
export type TreeMoves = ReturnType<typeof useTreeMoves>

/** Moves parts of a plan among their like and removes them. The menu of what has moved keeps the focus, and the move is said aloud. */
export function useTreeMoves(open: OpenPlan) {
  const t = useT()
  const ref = useRef<HTMLDivElement>(null)
  const moved = useRef<string | null>(null)
  const [said, setSaid] = useState('')
  const area = useCommand('focusAreas.move', { problemAsToast: true })
  const goal = useCommand('goals.move', { problemAsToast: true })
  const strategy = useCommand('strategies.revise', { problemAsToast: true })
  const removals = useRemovals()
  // Moving a row in the page takes the focus from its menu.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the plan has been read anew
  useEffect(() => {
    if (!moved.current) return
    ref.current?.querySelector<HTMLElement>(`[data-row="${moved.current}"] [aria-haspopup]`)?.focus()
    moved.current = null
  }, [open])

  function waysOf<T extends { readonly id: string }>(
    item: T,
    siblings: readonly T[],
    name: string,
    move: (target: T) => Promise<{ readonly ok: boolean }>,
  ): Moves {
    const at = siblings.findIndex(({ id }) => id === item.id)
    const to = (place: number) => {
      const target = siblings[place]
      return target
        ? () => {
            moved.current = item.id
            void move(target).then(({ ok }) => {
              // Said with the place, so that a second move of the same is heard too.
              if (ok) setSaid(t('strategy.tree.moved', { name, place: place + 1, of: siblings.length }))
              else moved.current = null
            })
          }
        : null
    }
    return { up: to(at - 1), down: to(at + 1) }
  }
  return {
    ref,
    said,
    area: (one: PlanArea) =>
      waysOf(one, open.plan.areas, one.title, (target) => area.run({ id: one.id, number: target.number })),
    goal: (one: PlanGoal, siblings: readonly PlanGoal[]) =>
      waysOf(one, siblings, one.title, (target) => goal.run({ id: one.id, position: target.position })),
    strategy: (one: Strategy, siblings: readonly Strategy[]) =>
      waysOf(one, siblings, one.text, (target) => strategy.run({ id: one.id, changes: { position: target.position } })),
    remove: (kind: Removed, id: string, name: string) => removals(kind, id, name),
  }
}

/** Removes a part, with a notice that takes it back; what refuses it is told. */
function useRemovals() {
  const t = useT()
  const name = useRef('')
  const options = { done: () => t('strategy.tree.removed', { name: name.current }), problemAsToast: true }
  const commands = {
    focusAreas: useCommand('focusAreas.remove', options),
    goals: useCommand('goals.remove', options),
    strategies: useCommand('strategies.remove', options),
    activities: useCommand('activities.remove', options),
  }
  return (kind: Removed, id: string, called: string) => {
    name.current = called
    void commands[kind].run({ id })
  }
}
