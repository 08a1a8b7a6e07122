import type { MenuItemConstructorOptions } from 'electron'
import type { Language } from '#shared/domain/values.ts'
import { translator } from '#shared/i18n/translator.ts'

/** The menu in the language of the screen. Every row is a role of the system: what Fyr itself does lives in the window. */
export function menuTemplate(language: Language, platform: NodeJS.Platform): MenuItemConstructorOptions[] {
  const t = translator(language)
  const mac = platform === 'darwin'
  return [
    ...(mac ? [{ role: 'appMenu' } satisfies MenuItemConstructorOptions] : []),
    {
      label: t('shell.menu.file'),
      submenu: [
        { role: 'close', label: t('shell.menu.close') },
        ...(mac ? [] : [{ role: 'quit', label: t('shell.menu.quit') } satisfies MenuItemConstructorOptions]),
      ],
    },
    {
      label: t('shell.menu.edit'),
      submenu: [
        { role: 'undo', label: t('shell.menu.undo') },
        { role: 'redo', label: t('shell.menu.redo') },
        { type: 'separator' },
        { role: 'cut', label: t('shell.menu.cut') },
        { role: 'copy', label: t('shell.menu.copy') },
        { role: 'paste', label: t('shell.menu.paste') },
        { role: 'pasteAndMatchStyle', label: t('shell.menu.pasteText') },
        { role: 'selectAll', label: t('shell.menu.selectAll') },
      ],
    },
    {
      label: t('shell.menu.view'),
      submenu: [
        { role: 'resetZoom', label: t('shell.menu.actualSize') },
        { role: 'zoomIn', label: t('shell.menu.zoomIn') },
        { role: 'zoomOut', label: t('shell.menu.zoomOut') },
        { type: 'separator' },
        { role: 'togglefullscreen', label: t('shell.menu.fullScreen') },
      ],
    },
    { label: t('shell.menu.window'), submenu: [{ role: 'minimize', label: t('shell.menu.minimise') }] },
  ]
}
