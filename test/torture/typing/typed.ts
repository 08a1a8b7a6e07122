/** What the process that types and the one that kills it have to agree on. */

export interface Task {
  readonly home: string
  readonly path: string
  readonly seed: number
  readonly typists: number
  /** Nobody types any more after this. */
  readonly typeMs: number
  /** Planted: a hook that waits so long before it keeps anything. */
  readonly waitMs?: number
}

/** What stands in the field after so many keystrokes. */
export const typed = (count: number) => Array.from({ length: count }, (_none, at) => `${at} `).join('')
