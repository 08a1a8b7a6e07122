/** How a page looks to those who use no mouse or magnify. */
import type { Page } from 'playwright-core'

/** More stops than any page has: a walk this long goes in circles. */
export const longestWalk = 250

/** A new screen takes the focus to its heading; from there to the end. What holds the focus would never let it leave. */
export async function leaveThePage(page: Page): Promise<void> {
  for (let step = 0; step < longestWalk; step++) {
    await page.keyboard.press('Tab')
    if (!(await focused(page))) return
  }
  throw new Error('The focus does not leave the page')
}

/** What has the focus: its name for a message, and whether anything around it shows that it has. */
export const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return null
    let shown = false
    // A field may leave the ring to the frame around it, a hidden checkbox to its label, a list to its active row.
    const row = document.getElementById(element.getAttribute('aria-activedescendant') ?? '')
    for (let near: Element | null = row ?? element, step = 0; near && step < 4; near = near.parentElement, step++) {
      const style = getComputedStyle(near)
      if (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2) shown = true
    }
    const name = element.getAttribute('aria-label') ?? element.textContent ?? ''
    return { what: `${element.tagName} ${element.getAttribute('role') ?? ''} ${name.trim().slice(0, 40)}`, shown }
  })

/** Lays the focus before the first stop, where a window that was just entered has it: a new screen has taken it to its heading. */
function fromTheStart(): void {
  document.body.tabIndex = -1
  document.body.focus()
  document.body.removeAttribute('tabindex')
}

/** Walks a page from end to end with Tab: its stops in order, and those among them that don't show that they have the focus. */
export async function walkThrough(page: Page): Promise<{ stops: string[]; unseen: string[] }> {
  await page.evaluate(fromTheStart)
  const stops: string[] = []
  const unseen: string[] = []
  for (let step = 0; step < longestWalk; step++) {
    await page.keyboard.press('Tab')
    const at = await focused(page)
    // Past the last stop the focus leaves the page: nothing has held it.
    if (!at) break
    stops.push(at.what)
    if (!at.shown) unseen.push(at.what)
  }
  return { stops, unseen }
}

/** What scrolls sideways: the window, or anything in it but tables (the sheet of figures too), an axis of time and rows of tabs. */
export const widerThanTheWindow = (page: Page) =>
  page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('main, main *, [role="dialog"] *')]
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .filter(
        (element) => element === document.documentElement || /auto|scroll/.test(getComputedStyle(element).overflowX),
      )
      .filter(
        (element) =>
          !element.closest('[role="tablist"], [role="treegrid"], [role="grid"]:has([data-period]), table') &&
          !element.querySelector(':scope > table'),
      )
      .map(
        (element) =>
          `${element.tagName} ${element.getAttribute('role') ?? ''} ${element.className} ${element.scrollWidth} > ${element.clientWidth}`,
      ),
  )
