import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Shell } from 'electron'

/** Shows one of the two folders of Fyr's own that a user may want to look into; no other can be named here. */
export function ownFolders(home: string, shell: Pick<Shell, 'openPath'>): (which: 'logs' | 'crashes') => void {
  return (which) => {
    const folder = join(home, which)
    // Nothing has been logged yet: an empty folder says so.
    mkdirSync(folder, { recursive: true })
    void shell.openPath(folder)
  }
}
