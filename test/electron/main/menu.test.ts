import type { MenuItemConstructorOptions } from 'electron'
import { expect, test } from 'vitest'
import { keepMenu } from '#electron/main/application-menu.ts'
import { type MenuDoes, type MenuState, menuTemplate } from '#electron/main/menu.ts'
import { isMenuCommand, windowShortcuts } from '#shared/contract/menu-commands.ts'
import type { Topic } from '#shared/contract/operation.ts'
import { type Language, languages } from '#shared/domain/values.ts'

type Row = MenuItemConstructorOptions
const platforms = ['linux', 'win32', 'darwin'] as const
const open: MenuState = {
  fileOpen: true,
  readOnly: false,
  recent: [{ id: 'a1', name: 'Øst & vest', location: 'mappe/Øst.fyr' }],
  crashes: 2,
}
const idle: MenuDoes = {
  tell: () => {},
  openRecent: () => {},
  clearRecent: () => {},
  print: () => {},
  showLog: () => {},
  showCrashes: () => {},
}
const flat = (rows: readonly Row[]): Row[] =>
  rows.flatMap((row) => [row, ...(Array.isArray(row.submenu) ? flat(row.submenu) : [])])
const menu = (platform: NodeJS.Platform, state = open, does = idle, language: Language = 'nb') =>
  flat(menuTemplate(language, platform, state, does))
const press = (row: Row | undefined) => (row?.click as (() => void) | undefined)?.()

test('the menu is whole in each language and has no developer’s rows', () => {
  for (const language of languages) {
    for (const platform of platforms) {
      const all = menu(platform, open, idle, language)
      for (const row of all.filter((it) => it.type !== 'separator'))
        expect(row.label).toMatch(/^&?[\p{L}\p{N} …&/–.()-]+$/u)
      expect(all.map((row) => row.label).join()).not.toContain('shell.')
      const roles = all.map((row) => row.role)
      for (const role of ['toggleDevTools', 'reload', 'forceReload', 'undo', 'redo']) expect(roles).not.toContain(role)
    }
  }
  expect(menuTemplate('nb', 'linux', open, idle)[0]?.label).toBe('&Fil')
  expect(menuTemplate('nb', 'darwin', open, idle).map((it) => it.label)).toEqual([
    'Fyr',
    'Fil',
    'Rediger',
    'Vis',
    'Gå',
    'Vindu',
    'Hjelp',
  ])
})

test('a Mac has its own menu of the program; elsewhere Quit and About stand in File and Help', () => {
  const mac = menu('darwin')
  for (const role of ['about', 'services', 'hide', 'hideOthers', 'unhide', 'quit', 'front'])
    expect(mac.filter((row) => row.role === role)).toHaveLength(1)
  expect(mac.some((row) => row.id === 'settings.about')).toBe(false)
  for (const platform of ['linux', 'win32'] as const) {
    const all = menu(platform)
    for (const role of ['services', 'hide', 'front']) expect(all.some((row) => row.role === role)).toBe(false)
    expect(all.filter((row) => row.role === 'quit')).toHaveLength(1)
    expect(all.filter((row) => row.id === 'settings.about')).toHaveLength(1)
  }
})

test('each command is a fixed name, is sent as it stands, and can be used only when there is something to do it to', () => {
  const told: string[] = []
  const all = menu('linux', open, { ...idle, tell: (name) => told.push(name) })
  const commands = all.filter((row) => row.id !== undefined)
  for (const row of commands) press(row)
  expect(told).toEqual(commands.map((row) => row.id))
  expect(told.every(isMenuCommand)).toBe(true)
  const usable = (state: MenuState) =>
    menu('linux', state)
      .filter((row) => row.id !== undefined && row.enabled !== false)
      .map((row) => row.id)
  const none = { ...open, fileOpen: false }
  expect(usable(none)).toEqual(['workspace.create', 'workspace.open', 'app.undo', 'app.redo'])
  expect(usable(open)).toHaveLength(commands.length)
  expect(commands.map((row) => row.id).filter((id) => !usable({ ...open, readOnly: true }).includes(id))).toEqual([
    'visits.capture',
    'projects.add',
  ])
})

test('recent files open by what Fyr calls them, and an empty list can’t be opened', () => {
  const opened: string[] = []
  const all = menu('win32', open, { ...idle, openRecent: (id) => opened.push(id) })
  press(all.find((row) => row.label === 'Øst && vest – mappe/Øst.fyr'))
  expect(opened).toEqual(['a1'])
  expect(menu('win32', { ...open, recent: [] }).find((row) => row.label === 'Åpne tidligere')?.enabled).toBe(false)
  const label = (crashes: number) => menu('linux', { ...open, crashes }).find((row) => row.label?.startsWith('Krasj'))
  expect([label(0)?.enabled, label(2)?.enabled, label(1)?.label]).toEqual([false, true, 'Krasjrapport (én) …'])
})

/** Keys as one form, for both ways of writing them. */
const key = (shortcut: string) =>
  shortcut
    .toLowerCase()
    .replace(/cmdorctrl|ctrl|cmd/, 'mod')
    .split('+')
    .toSorted()
    .join('+')

test('no key of the menu is one of the window’s: those are shown, and left to the window', () => {
  // In the editor of texts.
  const editor = ['b', 'i', 'u', 'alt+1', 'alt+2', 'alt+3', 'shift+8', 'shift+7', 'shift+b', 'shift+k', 'enter']
  // What the roles bring along by themselves.
  const roles = ['z', 'shift+z', 'x', 'c', 'v', 'shift+v', 'a', 'w', 'q', 'm', '0', '+', '-', 'h', 'alt+h']
  for (const platform of platforms) {
    const shown = menu(platform).filter((row) => row.accelerator !== undefined)
    const keys = shown.map((row) => key(String(row.accelerator)))
    expect(new Set(keys).size).toBe(keys.length)
    const own = shown.filter((row) => row.registerAccelerator !== false).map((row) => key(String(row.accelerator)))
    expect(own.length).toBeGreaterThan(10)
    for (const taken of [...Object.values(windowShortcuts), ...[...editor, ...roles].map((it) => `mod+${it}`)])
      expect(own).not.toContain(key(taken))
    for (const [name, shortcut] of Object.entries(windowShortcuts)) {
      const row = shown.find((it) => it.id === name)
      expect([row?.registerAccelerator, key(String(row?.accelerator))]).toEqual([false, key(shortcut)])
    }
  }
})

test('the menu follows the file that is open and the list of recent ones, and a late answer changes nothing', async () => {
  const drawn: Row[][] = []
  let announce: (topics: readonly Topic[]) => void = () => {}
  const waiting: (() => void)[] = []
  let current: object | null = null
  keepMenu({
    backend: {
      call: async (name) => {
        if (name === 'workspace.recent') {
          const recent = { id: 'a', name: 'A', location: 'A.fyr' }
          return {
            ok: true,
            value: [
              { ...recent, missing: false },
              { ...recent, name: 'B', missing: true },
            ],
            change: null,
          }
        }
        const value = current
        await new Promise<void>((resolve) => waiting.push(resolve))
        return { ok: true, value, change: null }
      },
      onChanged: (listener) => {
        announce = listener
        return () => {}
      },
    },
    language: () => 'en',
    crashes: () => 0,
    platform: 'linux',
    // Only what is drawn is looked at.
    menu: {
      buildFromTemplate: (rows: Row[]) => drawn.push(flat(rows)),
      setApplicationMenu: () => {},
    } as unknown as Parameters<typeof keepMenu>[0]['menu'],
    does: idle,
  })
  current = { readOnly: true }
  announce(['visits'])
  announce(['workspace'])
  expect(waiting).toHaveLength(2)
  waiting[1]?.()
  await new Promise(setImmediate)
  waiting[0]?.()
  await new Promise(setImmediate)
  expect(drawn).toHaveLength(1)
  const row = (id: string) => drawn[0]?.find((it) => it.id === id)?.enabled
  expect([row('workspace.backup'), row('visits.capture')]).toEqual([true, false])
  expect(drawn[0]?.map((it) => it.label)).toContain('A – A.fyr')
  expect(drawn[0]?.map((it) => it.label)).not.toContain('B – A.fyr')
})
