import { createContext, useContext, useEffect } from 'react'
import type { Action } from './shortcuts.ts'

export interface ShellControls {
  /** Opens quick capture, with the company filled in where it is known. */
  readonly logVisit: (companyId?: string | null) => void
  readonly openPalette: () => void
  /** Adds a screen's own actions to palette, shortcuts and keyboard help; gives the way to take them out. */
  readonly addActions: (actions: readonly Action[]) => () => void
}
const ShellContext = createContext<ShellControls | null>(null)
export const ShellProvider = ShellContext.Provider

/** What a screen can ask of the window around it. */
export function useShell(): ShellControls {
  const shell = useContext(ShellContext)
  if (!shell) throw new Error('No ShellProvider above this component')
  return shell
}

/** The actions of a screen, while it is shown. Give a list that changes only when the actions do (`useMemo`). */
export function useScreenActions(actions: readonly Action[]): void {
  const { addActions } = useShell()
  useEffect(() => addActions(actions), [addActions, actions])
}
