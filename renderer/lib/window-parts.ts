/** The parts of the window that F6 walks through: sidebar, list, detail, notices, and a dialog where one is open. */
const parts = '[data-part], [role="dialog"], [role="alertdialog"]'
const canTakeFocus =
  'a[href], button:not([disabled]), input:not([disabled]), [tabindex="0"], h1[tabindex], h2[tabindex]'

/** Where the focus last was in each part, so that a look at the notices costs nobody their place. */
const places = new WeakMap<Element, HTMLElement>()

/** Takes the focus to the next part of the window that has anything to offer, or with -1 to the one before. */
export function goToPart(step: 1 | -1): void {
  const active = document.activeElement
  const open = [...document.querySelectorAll<HTMLElement>(parts)].filter(
    (part) => !part.closest('[inert], [aria-hidden="true"]') && !part.querySelector(parts) && entranceOf(part),
  )
  const here = open.findIndex((part) => part.contains(active))
  const current = open[here]
  if (current && active instanceof HTMLElement) places.set(current, active)
  // From outside all parts one comes to the first, or backwards to the last.
  const next = open[here < 0 && step < 0 ? open.length - 1 : (here + step + open.length) % open.length]
  if (next && next !== current) entranceOf(next)?.focus()
}

function entranceOf(part: HTMLElement): HTMLElement | null {
  const last = places.get(part)
  if (last && part.contains(last) && inSight(last)) return last
  const first = part.querySelector<HTMLElement>('[role="grid"], [aria-current="page"]')
  if (first && inSight(first)) return first
  return [...part.querySelectorAll<HTMLElement>(canTakeFocus)].find(inSight) ?? null
}

function inSight(element: HTMLElement): boolean {
  return !element.matches(':disabled') && (element.checkVisibility?.() ?? true)
}
