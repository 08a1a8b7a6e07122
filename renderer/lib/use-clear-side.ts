import { type RefObject, useLayoutEffect, useState } from 'react'

type Side = 'top' | 'bottom'

/**
 * On which side of the window something that floats hides nothing of what has the focus: the bottom, unless it would lie over it there
 * and not at the top. `content`: what it shows, so that it looks again when that changes.
 */
export function useClearSide(region: RefObject<HTMLElement | null>, content: readonly unknown[]): Side {
  const [side, setSide] = useState<Side>('bottom')
  useLayoutEffect(() => {
    if (content.length === 0) {
      setSide('bottom')
      return
    }
    const look = () => {
      const own = region.current
      const active = document.activeElement
      // Who has come to the notices does not see them move.
      if (!own || own.contains(active)) return
      const shown = own.firstElementChild ?? own
      setSide(clearSide(shown.getBoundingClientRect(), placeOf(active), window.innerHeight))
    }
    look()
    document.addEventListener('focusin', look)
    window.addEventListener('resize', look)
    window.addEventListener('scroll', look, true)
    return () => {
      document.removeEventListener('focusin', look)
      window.removeEventListener('resize', look)
      window.removeEventListener('scroll', look, true)
    }
  }, [region, content])
  return side
}

type Box = Pick<DOMRect, 'top' | 'bottom' | 'left' | 'right'>

/** Which side is clear of `focused` for a box of the same distance to either edge, wherever it stands now. */
export function clearSide(own: Box, focused: Box | null, height: number): Side {
  if (!focused || focused.right <= own.left || focused.left >= own.right) return 'bottom'
  const size = own.bottom - own.top
  const gap = Math.min(own.top, height - own.bottom)
  const under = focused.bottom > height - gap - size && focused.top < height
  const above = focused.top < gap + size && focused.bottom > 0
  return under && !above ? 'top' : 'bottom'
}

/** Where what has the focus is seen: in a grid of one tab stop that is its active cell. */
function placeOf(active: Element | null): Box | null {
  if (!active || active === document.body) return null
  const cell = document.getElementById(active.getAttribute('aria-activedescendant') ?? '')
  return (cell ?? active).getBoundingClientRect()
}
