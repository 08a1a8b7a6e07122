import type { WebContents } from 'electron'

/** A page can't put another page with powers of its own into itself. Checklist 11 and 12. */
export function denyWebviews(contents: Pick<WebContents, 'on'>): void {
  contents.on('will-attach-webview', (event) => event.preventDefault())
}
