import type { MenuItemConstructorOptions } from 'electron'
import { type MenuCommand, menuAreas, windowShortcuts } from '#shared/contract/menu-commands.ts'
import type { Language } from '#shared/domain/values.ts'
import { translator } from '#shared/i18n/translator.ts'

type Row = MenuItemConstructorOptions

/** What decides which rows can be used. */
export interface MenuState {
  readonly fileOpen: boolean
  readonly readOnly: boolean
  /** Newest first; files that are gone left out. */
  readonly recent: readonly { readonly id: string; readonly name: string; readonly location: string }[]
  /** How many crash reports lie on the machine. */
  readonly crashes: number
}
export interface MenuDoes {
  /** Asks the window in front to do what it does anyway. */
  readonly tell: (name: MenuCommand) => void
  readonly openRecent: (id: string) => void
  readonly clearRecent: () => void
  readonly print: () => void
  readonly showLog: () => void
  readonly showCrashes: () => void
}

const line: Row = { type: 'separator' }

/** The menu in the language of the screen, as each system has it. What Fyr itself does is done by the window. */
export function menuTemplate(language: Language, platform: NodeJS.Platform, state: MenuState, does: MenuDoes): Row[] {
  const t = translator(language)
  const mac = platform === 'darwin'
  const { fileOpen, readOnly } = state
  const row = (label: string, name: MenuCommand, more: Row = {}): Row => ({
    id: name,
    label,
    ...shownShortcut(name),
    ...more,
    click: () => does.tell(name),
  })
  const about = row(t('shell.menu.about'), 'settings.about', { enabled: fileOpen })
  const recent: Row[] = state.recent.map(({ id, name, location }) => ({
    label: escaped(`${name} – ${location}`),
    click: () => does.openRecent(id),
  }))
  const appMenu: Row = {
    label: 'Fyr',
    submenu: [
      { role: 'about', label: t('shell.menu.about') },
      line,
      row(t('shell.menu.settings'), 'go.settings', { enabled: fileOpen, accelerator: 'Cmd+,' }),
      line,
      { role: 'services', label: t('shell.menu.services') },
      line,
      { role: 'hide', label: t('shell.menu.hide') },
      { role: 'hideOthers', label: t('shell.menu.hideOthers') },
      { role: 'unhide', label: t('shell.menu.showAll') },
      line,
      { role: 'quit', label: t('shell.menu.quit') },
    ],
  }
  return [
    ...(mac ? [appMenu] : []),
    {
      label: mnemonic(t('shell.menu.file'), mac),
      submenu: [
        row(t('shell.menu.new'), 'workspace.create', { accelerator: 'CmdOrCtrl+N' }),
        row(t('shell.menu.open'), 'workspace.open', { accelerator: 'CmdOrCtrl+O' }),
        {
          label: t('shell.menu.openRecent'),
          enabled: recent.length > 0,
          submenu: [...recent, line, { label: t('shell.menu.clearRecent'), click: does.clearRecent }],
        },
        line,
        row(t('app.actions.logVisit'), 'visits.capture', { enabled: fileOpen && !readOnly }),
        row(t('projects.add'), 'projects.add', { enabled: fileOpen && !readOnly }),
        line,
        row(t('shell.menu.backup'), 'workspace.backup', { enabled: fileOpen }),
        row(t('checkPage.open'), 'check.open', { enabled: fileOpen }),
        row(t('app.actions.closeFile'), 'workspace.close', { enabled: fileOpen }),
        line,
        { label: t('shell.menu.print'), accelerator: 'CmdOrCtrl+P', click: does.print },
        line,
        { role: 'close', label: t('shell.menu.close') },
        ...(mac ? [] : [{ role: 'quit', label: t('shell.menu.quit') } satisfies Row]),
      ],
    },
    {
      label: mnemonic(t('shell.menu.edit'), mac),
      submenu: [
        row(t('shell.menu.undo'), 'app.undo'),
        row(t('shell.menu.redo'), 'app.redo'),
        line,
        { role: 'cut', label: t('shell.menu.cut') },
        { role: 'copy', label: t('shell.menu.copy') },
        { role: 'paste', label: t('shell.menu.paste') },
        { role: 'pasteAndMatchStyle', label: t('shell.menu.pasteText') },
        { role: 'selectAll', label: t('shell.menu.selectAll') },
        line,
        row(t('shell.menu.search'), 'app.palette', { enabled: fileOpen }),
      ],
    },
    {
      label: mnemonic(t('shell.menu.view'), mac),
      submenu: [
        { role: 'resetZoom', label: t('shell.menu.actualSize') },
        { role: 'zoomIn', label: t('shell.menu.zoomIn') },
        { role: 'zoomOut', label: t('shell.menu.zoomOut') },
        line,
        { role: 'togglefullscreen', label: t('shell.menu.fullScreen') },
      ],
    },
    {
      label: mnemonic(t('shell.menu.go'), mac),
      submenu: menuAreas.map((area, at) =>
        row(t(`app.areas.${area}`), `go.${area}`, {
          enabled: fileOpen,
          ...(at < 9 ? { accelerator: `${mac ? 'Cmd' : 'Ctrl'}+${at + 1}` } : {}),
        }),
      ),
    },
    {
      label: mnemonic(t('shell.menu.window'), mac),
      role: 'window',
      submenu: [
        { role: 'minimize', label: t('shell.menu.minimise') },
        ...(mac
          ? [
              { role: 'zoom', label: t('shell.menu.zoom') } satisfies Row,
              line,
              { role: 'front', label: t('shell.menu.toFront') } satisfies Row,
            ]
          : []),
      ],
    },
    {
      label: mnemonic(t('shell.menu.help'), mac),
      role: 'help',
      submenu: [
        row(t('app.actions.keyboard'), 'app.help', { enabled: fileOpen }),
        line,
        { label: t('shell.menu.showLog'), click: does.showLog },
        {
          label: t('shell.menu.crashes', { count: state.crashes }),
          enabled: state.crashes > 0,
          click: does.showCrashes,
        },
        ...(mac ? [] : [line, about]),
      ],
    },
  ]
}

/**
 * A key that the window itself listens for is only shown: pressed, it would be done twice on Windows and Linux. A Mac asks the page first,
 * and the menu only for what the page leaves.
 */
function shownShortcut(name: MenuCommand): Row {
  const shortcut = Object.entries(windowShortcuts).find(([known]) => known === name)?.[1]
  if (!shortcut) return {}
  return {
    accelerator: shortcut.replace('mod', 'CmdOrCtrl').replace(/\b[a-z]/g, (letter) => letter.toUpperCase()),
    registerAccelerator: false,
  }
}

/** Alt and the first letter opens a menu of Windows and Linux. */
function mnemonic(label: string, mac: boolean): string {
  return mac ? label : `&${label}`
}

/** A name with & in it keeps it: the sign would mark a letter. */
function escaped(label: string): string {
  return label.replace(/&/g, '&&')
}
