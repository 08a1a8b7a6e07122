import type { App, BrowserWindow, Dialog } from 'electron'
import type { Problem } from '#shared/contract/problem.ts'
import type { Language } from '#shared/domain/values.ts'
import { messageText } from '#shared/i18n/message-text.ts'
import { translator } from '#shared/i18n/translator.ts'

interface Given {
  readonly dialog: Pick<Dialog, 'showMessageBox'>
  readonly language: () => Language
}

/** Says what came of files that the system asked for: there is no field or panel in the window for that. */
export function fileTeller({ dialog, language }: Given) {
  const say = (message: string, detail = '') => void dialog.showMessageBox({ type: 'info', message, detail })
  return {
    failed(problem: Problem): void {
      const t = translator(language())
      say(t('shell.opening.failed'), messageText(t, problem))
    },
    /** @param count how many files were asked for at once; the first is opened. */
    several(count: number): void {
      if (count > 1) say(translator(language())('shell.opening.several', { count: count - 1 }))
    },
  }
}

type FramedWindow = Pick<BrowserWindow, 'setRepresentedFilename' | 'setProgressBar' | 'isDestroyed'>

/** Keeps the system's list of recent files, the file in a Mac's title bar and the progress in the taskbar in step with the worker. */
export function desktopSigns(
  app: Pick<App, 'addRecentDocument'>,
  window: () => FramedWindow | undefined,
  platform: NodeJS.Platform,
) {
  const shown = () => {
    const it = window()
    return it && !it.isDestroyed() ? it : undefined
  }
  return {
    onFile(path: string | null): void {
      // Linux has no list of the system's that Electron writes to.
      if (path !== null && platform !== 'linux') app.addRecentDocument(path)
      if (platform === 'darwin') shown()?.setRepresentedFilename(path ?? '')
    },
    /** How far a job is, the page knows; here it is told that one is under way. */
    onJob: (running: boolean) => shown()?.setProgressBar(running ? 2 : -1),
  }
}
