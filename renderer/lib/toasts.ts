import { createContext, useContext } from 'react'

export interface Toast {
  readonly id: number
  readonly text: string
  readonly tone: 'info' | 'danger'
  readonly action?: ToastAction
  /** A second way on, as "Open visit" beside "Undo". */
  readonly second?: ToastAction
}
interface ToastAction {
  readonly label: string
  readonly run: () => void
}

/** The toasts of a window: at most three, newest last. Listeners hear of each change. */
export function createToasts() {
  let toasts: readonly Toast[] = []
  let lastId = 0
  const listeners = new Set<() => void>()
  const set = (next: readonly Toast[]) => {
    toasts = next
    for (const listener of listeners) listener()
  }
  return {
    show(toast: Omit<Toast, 'id' | 'tone'> & { tone?: Toast['tone'] }): number {
      lastId += 1
      set([...toasts, { tone: 'info' as const, ...toast, id: lastId }].slice(-3))
      return lastId
    },
    dismiss(id: number): void {
      set(toasts.filter((toast) => toast.id !== id))
    },
    list: () => toasts,
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
export type Toasts = ReturnType<typeof createToasts>

const ToastsContext = createContext<Toasts | null>(null)
export const ToastsProvider = ToastsContext.Provider
/** Shows short notices: `useToasts().show({ text })`. */
export function useToasts(): Toasts {
  const toasts = useContext(ToastsContext)
  if (!toasts) throw new Error('No ToastsProvider above this component')
  return toasts
}
