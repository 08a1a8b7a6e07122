/**
 * The double of Electron has every call that the shell makes. TypeScript itself tells which member of Electron's
 * declarations each name in `electron/main` and `electron/preload` stands for, so a new call without a double is found
 * whatever the object is called there, and however narrow the type is that it came in by.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Node } from 'typescript/unstable/ast'
import {
  isClassDeclaration,
  isInterfaceDeclaration,
  isObjectBindingPattern,
  isPropertyAccessExpression,
} from 'typescript/unstable/ast/is'
import { API, type Project, type Symbol as TsSymbol } from 'typescript/unstable/sync'
import { expect, test } from 'vitest'
import { projectFolder } from '#electron/build-steps.ts'
import * as double from './electron-double.ts'

const window = new double.BrowserWindow({})
/** The double of each of Electron's objects, by the name of its type. Statics stand with the class. */
const doubles: Readonly<Record<string, readonly object[]>> = {
  App: [double.app],
  BrowserWindow: [window, double.BrowserWindow],
  CommandLine: [double.app.commandLine],
  CrashReporter: [double.crashReporter],
  ContextBridge: [double.contextBridge],
  Dialog: [double.dialog],
  IpcMain: [double.ipcMain],
  IpcRenderer: [double.ipcRenderer],
  Menu: [new double.Menu([]), double.Menu],
  NativeTheme: [double.nativeTheme],
  // Node's own, which Electron's declarations widen.
  Process: [process],
  Notification: [new double.Notification(), double.Notification],
  PowerMonitor: [double.powerMonitor],
  Protocol: [double.protocol],
  SafeStorage: [double.safeStorage],
  Screen: [double.screen],
  Session: [window.webContents.session],
  Shell: [double.shell],
  WebContents: [window.webContents],
  WebRequest: [window.webContents.session.webRequest],
}
/** What Electron hands over as data: answers, places, and what an event tells. A test makes such by itself. */
const data =
  /^(Event|Display|EditFlags|Rectangle|WebFrameMain|(IpcMainInvoke)?Event|.+(ReturnValue|Params|Details|Options))$/

const changed = join(projectFolder, 'electron/main/language.ts')
const planted = `
import type { App, Session } from 'electron'
export function planted(app: Pick<App, 'setBadgeCount' | 'dock'>, given: { readonly session: Session }) {
  app.setBadgeCount(1)
  const { dock } = app
  const { session: { clearCache } } = given
  return [dock, clearCache]
}
`

test('each call that the shell makes has a double; the three that are planted here have none', () => {
  const api = new API({
    cwd: projectFolder,
    fs: { readFile: (path) => (path === changed ? readFileSync(path, 'utf8') + planted : undefined) },
  })
  try {
    const config = join(projectFolder, 'electron/tsconfig.json')
    const project = api.updateSnapshot({ openProjects: [config] }).getProject(config)
    expect(project).toBeDefined()
    if (!project) return
    const used = new Set(shellFiles().flatMap((file) => membersUsed(project, file)))
    // Finding next to nothing would be finding nothing missing.
    for (const it of ['App.enableSandbox', 'BrowserWindow.loadURL', 'WebContents.printToPDF', 'IpcRenderer.invoke'])
      expect(used).toContain(it)
    const missing = [...used].filter((it) => {
      const [type = '', member = ''] = it.split('.')
      return !data.test(type) && !doubles[type]?.some((object) => member in object)
    })
    expect(missing.sort()).toEqual(['App.dock', 'App.setBadgeCount', 'Session.clearCache'])
  } finally {
    api.close()
  }
}, 60_000)

function shellFiles(): string[] {
  return ['main', 'preload'].flatMap((folder) =>
    readdirSync(join(projectFolder, 'electron', folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(projectFolder, 'electron', folder, name)),
  )
}

/** `Type.member` for each member of Electron's declarations that is named in `file`. */
function membersUsed(project: Project, file: string): string[] {
  const { checker, program } = project
  const found: (TsSymbol | undefined)[] = []
  const walk = (node: Node): void => {
    if (isPropertyAccessExpression(node)) found.push(checker.getSymbolAtLocation(node.name))
    if (isObjectBindingPattern(node)) {
      const type = checker.getTypeAtLocation(node)
      for (const { propertyName, name } of node.elements) {
        const named = (propertyName ?? name)?.getText()
        if (type && named) found.push(checker.getPropertyOfType(type, named))
      }
    }
    node.forEachChild(walk)
  }
  const source = program.getSourceFile(file)
  if (source) walk(source)
  return found.flatMap((symbol) => {
    const declared = symbol?.declarations[0]
    if (!symbol || !declared?.path.endsWith('/electron/electron.d.ts')) return []
    // Through `Pick` a member has no parent of its own any more, but still the place where it was declared.
    const owner = declared.resolve(project)?.parent
    // Members of a type without a name are what an event carries.
    const named = owner && (isInterfaceDeclaration(owner) || isClassDeclaration(owner))
    return named ? [`${owner.name?.getText()}.${symbol.name}`] : []
  })
}
