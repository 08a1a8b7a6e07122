import type { WebContents } from 'electron'

/** A page that nobody sees shows what it was made for and goes nowhere, not even within Fyr; and no question about a link comes out of it. */
export function keepHidden(contents: Pick<WebContents, 'on' | 'setWindowOpenHandler'>): void {
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
