// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { matches, shortcutText } from '#renderer/lib/shortcuts.ts'

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
