/** What a page can make its window do. Each test names the attack; the double is typed by Electron's own declarations. */
import { EventEmitter } from 'node:events'
import type { Session, WebContents, WindowOpenHandlerResponse } from 'electron'
import { expect, test } from 'vitest'
import { secureAllContents } from '#electron/main/security/apply-to-all.ts'
import { isOurAddress } from '#electron/main/security/our-origin.ts'
import { denyPermissions } from '#electron/main/security/permissions.ts'
import { safeWebPreferences } from '#electron/main/security/web-preferences.ts'

type WindowOpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0]

function aSession() {
  const handlers: {
    request?: Parameters<Session['setPermissionRequestHandler']>[0]
    check?: Parameters<Session['setPermissionCheckHandler']>[0]
    device?: Parameters<Session['setDevicePermissionHandler']>[0]
    display?: Parameters<Session['setDisplayMediaRequestHandler']>[0]
  } = {}
  const session: Parameters<typeof denyPermissions>[0] = {
    setPermissionRequestHandler: (handler) => {
      handlers.request = handler
    },
    setPermissionCheckHandler: (handler) => {
      handlers.check = handler
    },
    setDevicePermissionHandler: (handler) => {
      handlers.device = handler
    },
    setDisplayMediaRequestHandler: (handler) => {
      handlers.display = handler
    },
  }
  return { session, handlers }
}

/** A page that came to be after the rules were switched on, and what left Fyr through it. */
function aSecuredPage() {
  const app = new EventEmitter()
  const outside: string[] = []
  // The double has the one event that the rules listen to.
  secureAllContents(app as unknown as Parameters<typeof secureAllContents>[0], async (address) => outside.push(address))
  let windowOpen: WindowOpenHandler = () => ({ action: 'allow' })
  const contents = Object.assign(new EventEmitter(), {
    session: aSession().session,
    setWindowOpenHandler: (handler: WindowOpenHandler) => {
      windowOpen = handler
    },
  })
  app.emit('web-contents-created', {}, contents)
  const prevented = (event: string, details: object = {}) => {
    let stopped = false
    contents.emit(event, { ...details, preventDefault: () => (stopped = true) })
    return stopped
  }
  const openWindow = (url: string): WindowOpenHandlerResponse =>
    windowOpen({
      url,
      frameName: '',
      features: '',
      disposition: 'foreground-tab',
      referrer: { url: '', policy: 'default' },
    })
  return { prevented, openWindow, outside }
}

const foreign = [
  'https://evil.example/',
  'file:///etc/passwd',
  'app://fyr.evil/',
  'app://fyr@evil/',
  'app://evil/fyr',
  'app://user:word@fyr/',
  'data:text/html,<h1>Fyr</h1>',
  'javascript:alert(1)',
  'about:blank',
  'blob:app://fyr/x',
  '',
  'not an address',
]

// The attack: text in a record, a dropped file or a script takes the window to a page that looks like Fyr and asks for secrets.
test.each(foreign)('a window does not go to %j', (url) => {
  const { prevented } = aSecuredPage()
  expect(isOurAddress(url)).toBe(false)
  expect(prevented('will-navigate', { url })).toBe(true)
  expect(prevented('will-redirect', { url })).toBe(true)
  expect(prevented('will-frame-navigate', { url, isMainFrame: true })).toBe(true)
})

test('a window moves among Fyr’s own pages', () => {
  const { prevented } = aSecuredPage()
  const url = 'app://fyr/visits/0199?text=berg#notes'
  expect(prevented('will-navigate', { url })).toBe(false)
  expect(prevented('will-frame-navigate', { url, isMainFrame: true })).toBe(false)
})

// The attack: a frame inside the page loads Fyr itself and speaks over its bridge.
test('a frame inside the page goes nowhere, not even to Fyr', () => {
  const { prevented } = aSecuredPage()
  expect(prevented('will-frame-navigate', { url: 'app://fyr/', isMainFrame: false })).toBe(true)
})

// The attack: window.open makes a window without Fyr's rules, or starts a program by its address.
test.each([...foreign, 'app://fyr/'])('no window opens for %j; the address is handed to the rule for links', (url) => {
  const { openWindow, outside } = aSecuredPage()
  expect(openWindow(url)).toEqual({ action: 'deny' })
  expect(outside).toEqual([url])
})

// The attack: a <webview> with preferences of its own gets Node.
test('no webview is attached', () => {
  expect(aSecuredPage().prevented('will-attach-webview')).toBe(true)
})

// The attack: Electron grants every permission that nobody refuses, so any script would get camera, place and devices.
test.each([
  'media',
  'geolocation',
  'notifications',
  'midi',
  'clipboard-read',
  'openExternal',
  'fileSystem',
  'unknown',
] as const)('the permission %s is refused', (permission) => {
  const { session, handlers } = aSession()
  denyPermissions(session)
  const answers: boolean[] = []
  // The rule looks at the permission alone; the page and the details may be anything.
  handlers.request?.({} as WebContents, permission, (granted) => answers.push(granted), {} as never)
  expect(answers).toEqual([false])
  expect(handlers.check?.(null, permission as 'media', 'app://fyr', {} as never)).toBe(false)
  expect(handlers.device?.({} as never)).toBe(false)
})

test('copying text is the one thing allowed, and the screen is shared with nobody', () => {
  const { session, handlers } = aSession()
  denyPermissions(session)
  expect(handlers.check?.(null, 'clipboard-sanitized-write', 'app://fyr', {} as never)).toBe(true)
  const streams: unknown[] = []
  handlers.display?.({} as never, (given) => streams.push(given))
  expect(streams).toEqual([{}])
})

// The attack: one preference switched "for now" gives every script on the page the whole machine.
test('every preference that gives a page power is written out and off', () => {
  expect(safeWebPreferences('/preload.cjs')).toEqual({
    preload: '/preload.cjs',
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    spellcheck: true,
  })
})
