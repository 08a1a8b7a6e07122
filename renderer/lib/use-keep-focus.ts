import { useEffect } from 'react'

// What Tab goes to: the boxes before the rows of a list, which it passes by, would be a strange place to end up in.
const canTakeFocus = ['a[href]', 'button', 'input', 'select', 'textarea', '[tabindex="0"]']
  .map((kind) => `${kind}:not(:disabled):not([tabindex="-1"])`)
  .join(', ')

/**
 * What has the focus may go away under it: a chip that is removed, a button that has done its work, the card of a deleted
 * person. Browsers then drop the focus to the page, and who uses the keyboard starts again at the top. This takes it to what
 * has come in its place or stands next, as near as there is something. Dialogs and new screens, which place the focus
 * themselves, do so before.
 */
export function useKeepFocus(): void {
  useEffect(() => {
    let held: Held | null = null
    let frame = 0
    const onFocus = () => {
      held = holding(document.activeElement)
    }
    const onPress = (event: PointerEvent) => {
      const pressed = event.target instanceof Element ? event.target.closest(canTakeFocus) : null
      if (!pressed || pressed !== document.activeElement) held = null
    }
    const restore = () => {
      const lost = held
      if (!lost || document.activeElement !== document.body || isThere(lost.element)) return
      held = null
      nextTo(lost)?.focus()
    }
    const observer = new MutationObserver(() => {
      if (!held || isThere(held.element)) return
      cancelAnimationFrame(frame)
      // A closing dialog gives the focus back in the next frame.
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(restore)
      })
    })
    observer.observe(document.body, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['disabled', 'hidden'],
    })
    document.addEventListener('focusin', onFocus)
    document.addEventListener('pointerdown', onPress, true)
    return () => {
      cancelAnimationFrame(frame)
      observer.disconnect()
      document.removeEventListener('focusin', onFocus)
      document.removeEventListener('pointerdown', onPress, true)
    }
  }, [])
}

interface Held {
  readonly element: Element
  /** What it stands in, nearest first. */
  readonly around: readonly Element[]
  /** What can take the focus and stands before it. */
  readonly before: ReadonlySet<Element>
}

function holding(element: Element | null): Held | null {
  if (!element || element === document.body) return null
  const around: Element[] = []
  for (let near = element.parentElement; near && near !== document.body; near = near.parentElement) around.push(near)
  const all = [...document.querySelectorAll(canTakeFocus)]
  return { element, around, before: new Set(all.slice(0, Math.max(0, all.indexOf(element)))) }
}

function isThere(element: Element): boolean {
  return element.isConnected && !element.matches(':disabled') && !element.closest('[hidden]')
}

/** In the nearest place that is still there: what follows or has come instead, else the last before; at last the place itself. */
function nextTo({ around, before }: Held): HTMLElement | null {
  for (const place of around) {
    if (!isThere(place) || place.closest('[inert], [aria-hidden="true"]')) continue
    const open = [...place.querySelectorAll<HTMLElement>(canTakeFocus)].filter((one) => isThere(one))
    const next = open.find((one) => !before.has(one)) ?? open.at(-1)
    if (next) return next
    if (place instanceof HTMLElement && place.tabIndex === -1 && place.hasAttribute('tabindex')) return place
  }
  return document.getElementById('main')
}
