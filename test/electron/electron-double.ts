/** Stands in for the module `electron` in a plain Node: the calls that Fyr's main process makes, written down. */
import { EventEmitter } from 'node:events'
import type { BrowserWindowConstructorOptions, IpcMain, MenuItemConstructorOptions } from 'electron'

export const happened: string[] = []
export const handlers = new Map<string, Parameters<IpcMain['handle']>[1]>()
export const windows: BrowserWindow[] = []
export const menus: MenuItemConstructorOptions[][] = []
export const savePath = { next: '' }
let becomeReady = () => {}
const ready = new Promise<void>((resolve) => {
  becomeReady = resolve
})
export const finishStarting = () => becomeReady()

/** Emitted on quit when nothing holds it back any more. */
export const app = Object.assign(new EventEmitter(), {
  setPath: (name: string) => happened.push(`setPath ${name}`),
  getPath: () => '/documents',
  getVersion: () => '1.2.3',
  getPreferredSystemLanguages: () => ['sv-SE'],
  requestSingleInstanceLock: () => {
    happened.push('lock')
    return process.env.FYR_TEST_SECOND !== '1'
  },
  enableSandbox: () => happened.push('sandbox'),
  whenReady: () => ready,
  quit() {
    happened.push('quit')
    app.emit('before-quit', { preventDefault: () => {} })
    for (const window of [...windows]) window.close()
    if (windows.some((window) => !window.isDestroyed())) return
    let held = false
    app.emit('will-quit', { preventDefault: () => (held = true) })
    if (!held) app.emit('gone')
  },
})

class WebContents extends EventEmitter {
  readonly session = {
    setPermissionRequestHandler: () => {},
    setPermissionCheckHandler: () => {},
    setDevicePermissionHandler: () => {},
    setDisplayMediaRequestHandler: () => {},
  }
  readonly sent: unknown[][] = []
  setWindowOpenHandler = () => {}
  isDestroyed = () => false
  isCrashed = () => false
  executeJavaScript = async () => happened.push('flush')
  send = (...message: unknown[]) => this.sent.push(message)
}

export class BrowserWindow extends EventEmitter {
  readonly webContents = new WebContents()
  readonly options: BrowserWindowConstructorOptions
  address = ''
  constructor(options: BrowserWindowConstructorOptions) {
    super()
    this.options = options
    windows.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
  static getAllWindows = () => windows
  loadURL = async (address: string) => {
    this.address = address
  }
  show = () => happened.push('show')
  private gone = false
  isDestroyed = () => this.gone
  close(): void {
    let held = false
    this.emit('close', { preventDefault: () => (held = true) })
    if (!held) this.gone = true
  }
  getNormalBounds = () => ({ x: 0, y: 0, width: 1280, height: 800 })
  isMaximized = () => false
}

export const dialog = {
  showSaveDialog: async () => ({ canceled: savePath.next === '', filePath: savePath.next }),
  showOpenDialog: async () => ({ canceled: true, filePaths: [] }),
  showMessageBox: async () => ({ response: 1 }),
}
export const ipcMain = {
  handle: (channel: string, handler: Parameters<IpcMain['handle']>[1]) => handlers.set(channel, handler),
}
export const Menu = {
  buildFromTemplate: (template: MenuItemConstructorOptions[]) => template,
  setApplicationMenu: (template: MenuItemConstructorOptions[]) => menus.push(template),
}
export const powerMonitor = new EventEmitter()
export const nativeTheme = { shouldUseDarkColors: false }
export const protocol = {
  registerSchemesAsPrivileged: () => happened.push('scheme'),
  handle: (scheme: string) => happened.push(`serve ${scheme}`),
}
export const screen = { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] }
export const shell = { openExternal: async () => {}, openPath: async () => '', showItemInFolder: () => {} }
