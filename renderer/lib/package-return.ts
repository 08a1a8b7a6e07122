import { useSyncExternalStore } from 'react'

/** What the address held of a package that somebody left to mend what was missing in it; null where there is none. Gone with the window. */
type Kept = Readonly<Record<string, unknown>> | null
let address: Kept = null
const listeners = new Set<() => void>()

/** Keeps the way back, or forgets it (null). */
export function keepPackageReturn(next: Kept): void {
  if (next === address) return
  address = next
  for (const listener of listeners) listener()
}

/** The way back to the package being put together. */
export function usePackageReturn(): Kept {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => address,
  )
}
