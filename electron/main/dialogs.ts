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
