import type { BrowserWindow, Dialog } from 'electron'
import type { Language } from '#shared/domain/values.ts'
import { translator } from '#shared/i18n/translator.ts'

/** Asks before a link leaves Fyr, with the address in plain sight. Staying is the default. */
export function linkDialog(
  dialog: Pick<Dialog, 'showMessageBox'>,
  window: () => BrowserWindow | undefined,
  language: () => Language,
): (address: string) => Promise<boolean> {
  return async (address) => {
    const parent = window()
    const t = translator(language())
    if (!parent) return false
    const answer = await dialog.showMessageBox(parent, {
      type: 'question',
      message: t('shell.link.question'),
      detail: address,
      buttons: [t('shell.link.open'), t('shell.link.stay')],
      defaultId: 1,
      cancelId: 1,
      noLink: true,
    })
    return answer.response === 0
  }
}

/** A page that dies says so and offers to come back; the data lies in the worker, untouched. */
export function reloadAfterCrash(
  window: BrowserWindow,
  dialog: Pick<Dialog, 'showMessageBox'>,
  language: () => Language,
): void {
  window.webContents.on('render-process-gone', async (_event, details) => {
    if (details.reason === 'clean-exit' || window.isDestroyed()) return
    const t = translator(language())
    const answer = await dialog.showMessageBox(window, {
      type: 'warning',
      message: t('shell.window.crashed'),
      buttons: [t('shell.window.reload'), t('shell.window.quit')],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    })
    if (window.isDestroyed()) return
    if (answer.response === 0) window.webContents.reload()
    else window.close()
  })
}
