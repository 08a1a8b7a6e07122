import { useEffect } from 'react'
import type { IconName } from '#renderer/components/icon.tsx'

/** One action object feeds the menus, the palette, the shortcut and the keyboard help. */
export interface Action {
  /** `area.verb`; stable, for tests. */
  readonly id: string
  readonly label: string
  /** `mod+k`, `mod+shift+l`, `f1`; `mod` is ⌘ on a Mac and Ctrl elsewhere. */
  readonly shortcut?: string
  readonly icon?: IconName
  /** True: the shortcut works while a text field has the focus too. */
  readonly inTextFields?: boolean
  readonly disabled?: boolean
  readonly run: () => void
}

export const isMac = typeof navigator !== 'undefined' && /mac/i.test(navigator.platform)

/** Whether a key press is the shortcut. */
export function matches(shortcut: string, event: KeyboardEvent, mac = isMac): boolean {
  const parts = shortcut.toLowerCase().split('+')
  const key = parts.at(-1)
  const wanted = { mod: parts.includes('mod'), shift: parts.includes('shift'), alt: parts.includes('alt') }
  const mod = mac ? event.metaKey : event.ctrlKey
  const other = mac ? event.ctrlKey : event.metaKey
  // With ⌥ held a Mac writes other letters (⌥P is π), so there the key on the keyboard counts.
  const pressed = event.key.toLowerCase() === key || (wanted.alt && event.code.toLowerCase() === `key${key}`)
  return pressed && mod === wanted.mod && event.shiftKey === wanted.shift && event.altKey === wanted.alt && !other
}

const keyNames: Readonly<Record<string, string>> = { arrowup: '↑', arrowdown: '↓' }
const ariaKeyNames: Readonly<Record<string, string>> = { arrowup: 'ArrowUp', arrowdown: 'ArrowDown', enter: 'Enter' }
/** The shortcut as the user reads it: `Ctrl+Shift+L`, `⇧⌘L`. */
export function shortcutText(shortcut: string, mac = isMac): string {
  const names: Record<string, string> = mac
    ? { mod: '⌘', shift: '⇧', alt: '⌥' }
    : { mod: 'Ctrl', shift: 'Shift', alt: 'Alt' }
  const parts = shortcut
    .split('+')
    .map((part) => names[part] ?? keyNames[part] ?? part.charAt(0).toUpperCase() + part.slice(1))
  if (!mac) return parts.join('+')
  const key = parts.pop() ?? ''
  return ['⌥', '⇧', '⌘'].filter((mark) => parts.includes(mark)).join('') + key
}

/** The shortcut for `aria-keyshortcuts`: `Control+Shift+L`. */
export function ariaShortcut(shortcut: string, mac = isMac): string {
  const names: Record<string, string> = { mod: mac ? 'Meta' : 'Control', shift: 'Shift', alt: 'Alt' }
  return shortcut
    .split('+')
    .map((part) => names[part] ?? ariaKeyNames[part] ?? part.toUpperCase())
    .join('+')
}

/** Whether the key press goes into text: then undo and the like belong to the field. */
export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type)
}

/** Listens for the actions' shortcuts while mounted. */
export function useShortcuts(actions: readonly Action[]): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const action = actions.find((one) => one.shortcut && matches(one.shortcut, event))
      if (!action || action.disabled || (!action.inTextFields && isTextField(event.target))) return
      event.preventDefault()
      action.run()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [actions])
}
