// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { ariaShortcut, matches, shortcutText } from '#renderer/lib/shortcuts.ts'

function press(key: string, held: Partial<KeyboardEventInit> = {}) {
  return new KeyboardEvent('keydown', { key, ...held })
}

test('a shortcut takes Ctrl on Windows and Linux and ⌘ on a Mac, never the other one', () => {
  const [ctrl, command] = [press('K', { ctrlKey: true }), press('k', { metaKey: true })]
  expect([matches('mod+k', ctrl, false), matches('mod+k', command, false)]).toEqual([true, false])
  expect([matches('mod+k', ctrl, true), matches('mod+k', command, true)]).toEqual([false, true])
})

test('a shortcut with more keys held is another shortcut', () => {
  expect(matches('mod+z', press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(false)
  expect(matches('mod+shift+z', press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(true)
  expect(matches('f1', press('F1', { altKey: true }), false)).toBe(false)
})

test('shortcuts are written as the platform writes them', () => {
  expect(shortcutText('mod+shift+l', false)).toBe('Ctrl+Shift+L')
  expect(shortcutText('mod+shift+l', true)).toBe('⇧⌘L')
})

test('with Alt held the key on the keyboard counts, since a Mac writes other letters then', () => {
  const option = press('π', { altKey: true, code: 'KeyP' })
  expect(matches('alt+p', option, true)).toBe(true)
  expect(matches('alt+v', option, true)).toBe(false)
  // AltGr on Windows comes as Ctrl and Alt: it writes a letter and is no shortcut.
  expect(matches('alt+p', press('þ', { altKey: true, ctrlKey: true, code: 'KeyP' }), false)).toBe(false)
})

test('arrows are drawn, and spoken by their name', () => {
  expect(shortcutText('alt+arrowdown', false)).toBe('Alt+↓')
  expect(ariaShortcut('alt+arrowdown', false)).toBe('Alt+ArrowDown')
})
