import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme, screen } from 'electron'
import { backgroundOf, chosenLook } from '#electron/backend/first-frame.ts'
import { origin } from './security/our-origin.ts'
import { safeWebPreferences } from './security/web-preferences.ts'
import { readWindowState, smallestWindow, writeWindowState } from './window-state.ts'

/** Opens Fyr's window where it was last. It shows itself when its first frame is drawn, so nothing flashes. */
export function openWindow(home: string, preload: string): BrowserWindow {
  const file = join(home, 'window.json')
  const { x, y, width, height, maximised } = readWindowState(
    file,
    screen.getAllDisplays().map((display) => display.workArea),
  )
  const window = new BrowserWindow({
    width,
    height,
    ...(x !== null && y !== null ? { x, y } : {}),
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    title: 'Fyr',
    show: false,
    backgroundColor: backgroundOf(chosenLook(home), { dark: nativeTheme.shouldUseDarkColors }),
    webPreferences: safeWebPreferences({ preload, devTools: !app.isPackaged }),
  })
  window.once('ready-to-show', () => {
    if (maximised) window.maximize()
    window.show()
  })
  window.on('close', () => writeWindowState(file, window.getNormalBounds(), window.isMaximized()))
  void window.loadURL(`${origin}/`)
  return window
}
