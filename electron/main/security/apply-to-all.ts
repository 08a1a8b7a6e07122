import type { App } from 'electron'
import { limitNavigation } from './navigation.ts'
import { denyNewWindows } from './new-windows.ts'
import { denyPermissions } from './permissions.ts'
import { denyWebviews } from './webviews.ts'

/** The rules hold for every page that ever comes to be, not only for the first window. */
export function secureAllContents(app: Pick<App, 'on'>, openOutside: (address: string) => Promise<unknown>): void {
  app.on('web-contents-created', (_event, contents) => {
    limitNavigation(contents)
    denyNewWindows(contents, openOutside)
    denyWebviews(contents)
    denyPermissions(contents.session)
  })
}
