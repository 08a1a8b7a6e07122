import type { WebContents } from 'electron'
import { isOurAddress } from './our-origin.ts'

/** A window shows Fyr and nothing else, whatever is clicked, dropped or scripted in it. Checklist 13. */
export function limitNavigation(contents: Pick<WebContents, 'on'>): void {
  contents.on('will-frame-navigate', (event) => {
    if (!(event.isMainFrame && isOurAddress(event.url))) event.preventDefault()
  })
  contents.on('will-navigate', (event) => {
    if (!isOurAddress(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    if (!isOurAddress(event.url)) event.preventDefault()
  })
}
