import type { WebContents } from 'electron'

/** No page opens a window. A link that asks for one is handed to `openOutside`, which decides by its own rule. Checklist 14. */
export function denyNewWindows(
  contents: Pick<WebContents, 'setWindowOpenHandler'>,
  openOutside: (address: string) => Promise<unknown>,
): void {
  contents.setWindowOpenHandler(({ url }) => {
    void openOutside(url)
    return { action: 'deny' }
  })
}
