/** The main process, as a list of what is switched on. It holds no domain logic and never touches the database. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  app,
  BrowserWindow,
  crashReporter,
  dialog,
  ipcMain,
  Menu,
  Notification,
  powerMonitor,
  protocol,
  safeStorage,
  shell,
  type WebContents,
} from 'electron'
import { homeFolder, isUsualHome } from '#db/home-folder.ts'
import { codeCache } from '#electron/backend/code-cache.ts'
import { chosenLook, startPage } from '#electron/backend/first-frame.ts'
import { languageOfSystem } from '#electron/backend/language-of-system.ts'
import { openLog } from '#electron/backend/log-file.ts'
import { openedFile } from '#electron/backend/opened-file.ts'
import { startBackend } from '#electron/backend/start-backend.ts'
import { menuChannel } from '../preload/channels.ts'
import { keepMenu } from './application-menu.ts'
import { closing } from './closing.ts'
import { openCodeStore } from './code-store.ts'
import { askAboutCrashReports, crashReportsIn, keepCrashReports, sweepCrashReports } from './crash-reports.ts'
import { answerCrashPage, watchCrashes } from './crashes.ts'
import { linkDialog } from './dialogs.ts'
import { desktopSigns, fileTeller } from './files-told.ts'
import { carryCalls } from './ipc.ts'
import { followLanguage } from './language.ts'
import { systemNotices, tellOfFollowUps } from './notices.ts'
import { openRequests } from './open-requests.ts'
import { ownFolders } from './own-folders.ts'
import { desktopPorts } from './ports.ts'
import { pagePrinter } from './print-pages.ts'
import { registerScheme, serveRenderer } from './security/app-protocol.ts'
import { secureAllContents } from './security/apply-to-all.ts'
import { closeCommandLine } from './security/command-line.ts'
import { linkOpener } from './security/external-links.ts'
import { openablePaths } from './security/opened-paths.ts'
import { checkSpelling, offerTextMenu } from './spelling.ts'
import { openWindow } from './window.ts'

const home = homeFolder()
mkdirSync(home, { recursive: true })
app.setPath('userData', home)

if (app.requestSingleInstanceLock()) run()
else app.quit()

/** Everything that must be said before Electron is ready is said synchronously in here. */
function run(): void {
  closeCommandLine(app.commandLine, {
    arguments: process.argv.slice(1),
    packaged: app.isPackaged,
    usualHome: isUsualHome(home),
  })
  app.enableSandbox()
  // The name that the installer gives the program's link, by which Windows knows its windows and its list of recent files.
  if (process.platform === 'win32') app.setAppUserModelId('no.fyr.desk')
  const crashFolder = keepCrashReports(app, crashReporter, home)
  registerScheme(protocol)
  const log = openLog(home)
  process.on('unhandledRejection', (cause) =>
    log({
      level: 'error',
      operation: 'main',
      ms: 0,
      message: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause),
    }),
  )

  let language = languageOfSystem(app.getPreferredSystemLanguages())
  const printer = pagePrinter((options) => new BrowserWindow(options))
  const userWindows = () => BrowserWindow.getAllWindows().filter((window) => !printer.owns(window))
  const mainWindow = () => userWindows()[0]
  secureAllContents(
    app,
    linkOpener({
      confirm: linkDialog(dialog, mainWindow, () => language),
      open: (address) => shell.openExternal(address),
    }),
  )

  const teller = fileTeller({ dialog, language: () => language })
  const front = () => {
    const window = mainWindow()
    if (window?.isMinimized()) window.restore()
    window?.focus()
  }
  const asked = (parts: readonly string[], folder: string) =>
    openedFile(openablePaths(parts, folder, process.platform), folder)
  const requests = openRequests(asked(process.argv.slice(1), process.cwd()), teller.failed)
  app.on('open-file', (event, given) => {
    event.preventDefault()
    const path = asked([given], '/')
    if (path) requests.open(path)
    front()
  })
  app.on('second-instance', (_event, parts, folder) => {
    const path = asked(parts.slice(1), folder)
    if (path) requests.open(path)
    teller.several(openablePaths(parts.slice(1), folder, process.platform).length)
    front()
  })

  void app.whenReady().then(async () => {
    const codes = await openCodeStore(join(home, 'codes.bin'), safeStorage, process.platform, log)
    const pages = join(import.meta.dirname, '../renderer')
    const drawFirst = (request: Request) => {
      const page = startPage(pages, new URL(request.url).pathname, chosenLook(home), backend.fileOpen())
      return page && new Response(page.html, { headers: { ...page.headers } })
    }
    serveRenderer(
      protocol,
      pages,
      (request) => printer.answer(request) ?? answerCrashPage(request, language) ?? drawFirst(request),
    )
    const ports = desktopPorts({
      dialog,
      shell,
      window: mainWindow,
      language: () => language,
      documents: app.getPath('documents'),
    })
    const signs = desktopSigns(app, mainWindow, process.platform)
    const backend = startBackend({
      worker: new URL('./worker.js', import.meta.url),
      codeCache: codeCache(home, app.getVersion()),
      start: {
        home,
        host: 'electron',
        version: app.getVersion(),
        openAtStart: requests.takeFirst(),
        can: { openFiles: true, revealFiles: true, notify: Notification.isSupported() },
        printsPages: true,
      },
      ports: {
        ...ports,
        pickOpen: (args) => requests.answerOr(() => ports.pickOpen(args)),
        printPages: ({ docx }) => printer.print(docx),
        canKeepCodes: codes.can,
        keepCode: async ({ code }) => ({ ok: await codes.keep(code) }),
        dropCode: async ({ code }) => ({ ok: await codes.drop(code) }),
      },
      codes: codes.codes,
      log,
      onJob: signs.onJob,
      onFile: (path) => {
        signs.onFile(path)
        notices.onFile(path)
      },
    })
    requests.serve(backend)
    const notices = tellOfFollowUps({
      backend,
      language: () => language,
      powerMonitor,
      kept: join(home, 'notices.json'),
      show: systemNotices((options) => new Notification(options)),
      openList: () => {
        front()
        mainWindow()?.webContents.send(menuChannel, 'go.followUps')
      },
    })
    carryCalls(ipcMain, backend, () => userWindows().map((window) => window.webContents))
    followLanguage(backend, language, (chosen) => {
      language = chosen
      drawMenu()
      for (const { webContents } of userWindows()) spell(webContents)
    })
    const spell = ({ session }: WebContents) =>
      checkSpelling(session, language, process.platform, join(home, 'Dictionaries'))
    const showFolder = ownFolders(home, shell)
    sweepCrashReports(crashFolder)
    const drawMenu = keepMenu({
      backend,
      language: () => language,
      crashes: () => crashReportsIn(crashFolder).length,
      platform: process.platform,
      menu: Menu,
      does: {
        tell: (name) => mainWindow()?.webContents.send(menuChannel, name),
        openRecent: requests.openRecent,
        clearRecent: () => {
          app.clearRecentDocuments()
          void backend.call('workspace.forgetRecent', {})
        },
        print: () => mainWindow()?.webContents.print(),
        showLog: () => showFolder('logs'),
        showCrashes: async () => {
          const show = () => showFolder('crashes')
          await askAboutCrashReports({ dialog, language: () => language, folder: crashFolder, show })
          drawMenu()
        },
      },
    })

    const guard = closing({ app, powerMonitor, backend, dialog, language: () => language })
    const open = () => {
      const window = openWindow(home, join(import.meta.dirname, 'preload.cjs'))
      guard(window)
      spell(window.webContents)
      offerTextMenu(window, Menu, () => language)
      watchCrashes(window, { dialog, language: () => language, tellCrashed: () => backend.tell('windowCrashed'), log })
    }
    open()
    teller.several(openablePaths(process.argv.slice(1), process.cwd(), process.platform).length)
    app.on('activate', () => {
      if (!mainWindow()) open()
    })
    app.on('window-all-closed', () => {
      if (process.platform !== 'darwin') app.quit()
    })
  })
}
