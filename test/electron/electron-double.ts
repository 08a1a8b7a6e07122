/**
 * Stands in for the module `electron` in a plain Node: the calls that Fyr's shell makes, written down. Each is held to
 * Electron's own declarations here; that none is missing is what `electron-double.test.ts` tells.
 */
import { EventEmitter } from 'node:events'
import type * as Electron from 'electron'

/** A call of Electron that gives back one of these doubles in place of Electron's own object. */
type Giving<Call, Given> = Call extends (...args: infer Args) => unknown ? (...args: Args) => Given : never

export const happened: string[] = []
export const handlers = new Map<string, Parameters<Electron.IpcMain['handle']>[1]>()
export const windows: BrowserWindow[] = []
type MenuRows = Parameters<typeof Electron.Menu.buildFromTemplate>[0]
export const menus: MenuRows[] = []
export const savePath = { next: '' }
/** The button that the user presses in each question. */
export const pressed = { next: 1 }
/** What answers the addresses of a scheme. */
export const served = new Map<string, Parameters<Electron.Protocol['handle']>[1]>()
let becomeReady = () => {}
const ready = new Promise<void>((resolve) => {
  becomeReady = resolve
})
export const finishStarting = () => becomeReady()

const appCalls = {
  setPath: (name) => happened.push(`setPath ${name}`),
  getPath: () => '/documents',
  getVersion: () => '1.2.3',
  getPreferredSystemLanguages: () => ['sv-SE'],
  requestSingleInstanceLock() {
    happened.push('lock')
    return process.env.FYR_TEST_SECOND !== '1'
  },
  enableSandbox: () => happened.push('sandbox'),
  setAppUserModelId: (id) => happened.push(`windows known as ${id}`),
  addRecentDocument: (path) => happened.push(`recent ${path}`),
  clearRecentDocuments: () => happened.push('no recent'),
  isPackaged: process.env.FYR_TEST_PACKAGED === '1',
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
} satisfies Partial<Electron.App>

/** Electron's hands no commandLine but a whole one. */
const commandLine = {
  appendSwitch: (name, value) => happened.push(`switch ${name}=${value ?? ''}`),
  removeSwitch: (name) => happened.push(`no switch ${name}`),
} satisfies Partial<Electron.CommandLine>

/** Emits `gone` on quit when nothing holds it back any more. */
export const app = Object.assign(new EventEmitter(), appCalls, { commandLine })

export const crashReporter = {
  start: (options) => happened.push(`crashes ${JSON.stringify(options)}`),
} satisfies Partial<Electron.CrashReporter>

export class Session
  extends EventEmitter
  implements
    Pick<
      Electron.Session,
      | 'setPermissionRequestHandler'
      | 'setPermissionCheckHandler'
      | 'setDevicePermissionHandler'
      | 'setDisplayMediaRequestHandler'
      | 'setSpellCheckerDictionaryDownloadURL'
      | 'setSpellCheckerLanguages'
      | 'setSpellCheckerEnabled'
      | 'availableSpellCheckerLanguages'
      | 'addWordToSpellCheckerDictionary'
    >
{
  readonly webRequest = {
    onBeforeRequest: () => happened.push('requests'),
  } satisfies Partial<Electron.WebRequest>
  setPermissionRequestHandler = () => {}
  setPermissionCheckHandler = () => {}
  setDevicePermissionHandler = () => {}
  setDisplayMediaRequestHandler = () => {}
  setSpellCheckerDictionaryDownloadURL = () => {}
  setSpellCheckerLanguages = () => {}
  setSpellCheckerEnabled = (on: boolean) => happened.push(`spelling ${on}`)
  availableSpellCheckerLanguages = ['de', 'en-GB', 'en-US', 'nb', 'sv']
  addWordToSpellCheckerDictionary = () => true
}

type ContentsCall =
  | 'setWindowOpenHandler'
  | 'setWebRTCIPHandlingPolicy'
  | 'isDestroyed'
  | 'isCrashed'
  | 'executeJavaScript'
  | 'printToPDF'
  | 'reload'
  | 'forcefullyCrashRenderer'
  | 'print'
  | 'replaceMisspelling'
  | 'send'

export class WebContents extends EventEmitter implements Pick<Electron.WebContents, ContentsCall> {
  readonly session = new Session()
  readonly sent: unknown[][] = []
  opens: Parameters<Electron.WebContents['setWindowOpenHandler']>[0] = () => ({ action: 'allow' })
  setWindowOpenHandler(handler: typeof this.opens): void {
    this.opens = handler
  }
  setWebRTCIPHandlingPolicy = () => {}
  isDestroyed = () => false
  isCrashed = () => false
  executeJavaScript = async () => happened.push('flush')
  printToPDF = async () => Buffer.from('%PDF-')
  reload = () => {}
  forcefullyCrashRenderer = () => {}
  print = () => happened.push('print')
  replaceMisspelling = () => {}
  send = (...message: unknown[]) => this.sent.push(message)
}

type WindowCall =
  | 'close'
  | 'destroy'
  | 'focus'
  | 'getNormalBounds'
  | 'isDestroyed'
  | 'isMaximized'
  | 'isMinimized'
  | 'loadURL'
  | 'maximize'
  | 'restore'
  | 'setProgressBar'
  | 'setRepresentedFilename'
  | 'show'

export class BrowserWindow extends EventEmitter implements Pick<Electron.BrowserWindow, WindowCall> {
  readonly webContents = new WebContents()
  readonly options: Electron.BrowserWindowConstructorOptions
  address = ''
  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super()
    this.options = options
    windows.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
  static getAllWindows: Giving<typeof Electron.BrowserWindow.getAllWindows, BrowserWindow[]> = () => windows
  loadURL = async (address: string) => {
    this.address = address
    happened.push('loaded')
  }
  show = () => happened.push('show')
  maximize = () => {}
  isMinimized = () => false
  restore = () => {}
  focus = () => {}
  setProgressBar = () => {}
  setRepresentedFilename = () => {}
  private gone = false
  isDestroyed = () => this.gone
  destroy(): void {
    this.gone = true
  }
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
  async showMessageBox() {
    happened.push('asked')
    return { response: pressed.next, checkboxChecked: false }
  },
} satisfies Partial<Electron.Dialog>

export const ipcMain = {
  handle: (channel, handler) => handlers.set(channel, handler),
} satisfies Partial<Electron.IpcMain>

export class Menu {
  readonly template: MenuRows
  constructor(template: MenuRows) {
    this.template = template
  }
  popup = () => happened.push('popup')
  static buildFromTemplate = ((template) => new Menu(template)) satisfies Giving<
    typeof Electron.Menu.buildFromTemplate,
    Menu
  >
  static setApplicationMenu(menu: Menu | null): void {
    if (menu) menus.push(menu.template)
  }
}

export class Notification extends EventEmitter implements Pick<Electron.Notification, 'show'> {
  static isSupported: typeof Electron.Notification.isSupported = () => true
  show = () => happened.push('notice')
}

export const powerMonitor = new EventEmitter()
export const nativeTheme = { shouldUseDarkColors: false } satisfies Partial<Electron.NativeTheme>

export const protocol = {
  registerSchemesAsPrivileged: () => happened.push('scheme'),
  handle: (scheme, handler) => served.set(scheme, handler),
} satisfies Partial<Electron.Protocol>

export const screen = {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }],
} satisfies Record<'getAllDisplays', Giving<Electron.Screen['getAllDisplays'], Pick<Electron.Display, 'workArea'>[]>>

/** Turns what is kept about, as a stand-in for the system's own encryption. */
export const safeStorage = {
  isAsyncEncryptionAvailable: async () => true,
  encryptStringAsync: async (text) => Buffer.from(`safe:${[...text].reverse().join('')}`),
  decryptStringAsync: async (bytes) => {
    const text = bytes.toString()
    if (!text.startsWith('safe:')) throw new Error('not ours')
    return { shouldReEncrypt: false, result: [...text.slice(5)].reverse().join('') }
  },
  getSelectedStorageBackend: () => 'gnome_libsecret',
} satisfies Partial<Electron.SafeStorage>

export const shell = {
  openExternal: async (address) => void happened.push(`outside ${address}`),
  openPath: async () => '',
  showItemInFolder: () => {},
} satisfies Partial<Electron.Shell>

/** What the preload gave to the page, by name. */
export const exposed = new Map<string, unknown>()
export const contextBridge = {
  exposeInMainWorld: (name, api) => exposed.set(name, api),
} satisfies Partial<Electron.ContextBridge>

/** What the preload sent to the main process. */
export const invoked: unknown[][] = []
export const ipcRenderer = Object.assign(new EventEmitter(), {
  async invoke(...message) {
    invoked.push(message)
    return { ok: true, value: null, change: null }
  },
} satisfies Pick<Electron.IpcRenderer, 'invoke'>)
