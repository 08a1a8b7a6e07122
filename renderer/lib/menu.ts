import { useEffect } from 'react'
import type { MenuCommand } from '#shared/contract/menu-commands.ts'
import { type Action, isTextField } from './shortcuts.ts'

/** Hears what is picked from the menu of the window's system, where it has one, for as long as it is mounted. */
export function useMenu(listener: (name: MenuCommand) => void): void {
  useEffect(() => window.fyr?.onMenu?.(listener), [listener])
}

/** Does what was picked: undo in a text is the text's own, as by the keyboard, and a dialog is finished first. */
export function doFromMenu(name: MenuCommand, actions: readonly Action[]): void {
  const focused = document.activeElement
  if ((name === 'app.undo' || name === 'app.redo') && isTextField(focused)) {
    undoText(focused, name)
    return
  }
  // The shell leads to the areas.
  if (name.startsWith('go.') || dialogOpen()) return
  const action = actions.find((it) => it.id === name)
  if (action && !action.disabled) action.run()
}

export function dialogOpen(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"]') !== null
}

/** The editor keeps a history of its own and hears of the wish by the event that a browser's own menu sends; fields leave it to the browser. */
function undoText(field: Element | null, name: 'app.undo' | 'app.redo'): void {
  const inputType = name === 'app.undo' ? 'historyUndo' : 'historyRedo'
  const event = new InputEvent('beforeinput', { inputType, bubbles: true, cancelable: true })
  const wanted = field?.dispatchEvent(event)
  // Deprecated and without a successor: no other call undoes in a field.
  if (wanted) document.execCommand(name === 'app.undo' ? 'undo' : 'redo')
}
