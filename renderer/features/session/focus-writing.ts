/** Id of the element around the minutes of the item shown. */
export const writingId = 'session-writing'

const fields = '[contenteditable="true"], textarea'
const longestWaitMs = 3000

/**
 * Takes the focus to the minutes of the item shown; where it has none (a break, locked minutes) to its title. The editor may
 * still be loading, so its title holds the place until it comes. Gives the way to stop waiting.
 */
export function focusWriting(): () => void {
  const writing = document.getElementById(writingId)
  if (go()) return () => {}
  const title = document.querySelector<HTMLElement>('[data-item-title]')
  title?.focus()
  if (!writing) return () => {}
  const observer = new MutationObserver(() => {
    const moved = document.activeElement !== title && document.activeElement !== document.body
    if (moved || go()) observer.disconnect()
  })
  observer.observe(writing, { childList: true, subtree: true, attributes: true })
  const timer = setTimeout(() => observer.disconnect(), longestWaitMs)
  return () => {
    clearTimeout(timer)
    observer.disconnect()
  }
}

/** Takes the focus to the roll, which is called first; where it is called already, or not on this screen, to the minutes. */
export function focusRoll(isCalled: boolean): void {
  const first = isCalled ? null : document.querySelector<HTMLElement>('[data-part="people"] button')
  if (first) first.focus()
  else focusWriting()
}

function go(): boolean {
  const field = document.getElementById(writingId)?.querySelector<HTMLElement>(fields)
  field?.focus()
  return field !== undefined && field !== null
}
