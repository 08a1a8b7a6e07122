import { describe, expect, test } from 'vitest'
import { clearSide } from '#renderer/lib/use-clear-side.ts'

/** A notice of 60 px, 16 px from the lower edge of a window of 800 px, in the middle of its width. */
const low = { top: 724, bottom: 784, left: 360, right: 920 }
const high = { top: 16, bottom: 76, left: 360, right: 920 }
const button = (top: number, left = 700) => ({ top, bottom: top + 32, left, right: left + 120 })

describe('where a notice stands', () => {
  test('at the bottom while nothing there has the focus', () => {
    expect(clearSide(low, null, 800)).toBe('bottom')
    expect(clearSide(low, button(300), 800)).toBe('bottom')
    expect(clearSide(low, button(740, 100), 800)).toBe('bottom')
  })
  test('at the top where it would lie over what has the focus, and there it stays until the focus is elsewhere', () => {
    expect(clearSide(low, button(740), 800)).toBe('top')
    expect(clearSide(high, button(740), 800)).toBe('top')
    expect(clearSide(high, button(300), 800)).toBe('bottom')
  })
  test('at the bottom where it is in the way on both sides', () => {
    expect(clearSide(low, { top: 0, bottom: 800, left: 240, right: 1280 }, 800)).toBe('bottom')
    expect(clearSide(low, button(840), 800)).toBe('bottom')
  })
})
