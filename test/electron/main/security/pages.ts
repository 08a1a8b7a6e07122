/** A page and a session as far as the rules know them, typed by Electron's own declarations. */
import { EventEmitter } from 'node:events'
import type { Session, WebContents, WindowOpenHandlerResponse } from 'electron'

/** Addresses that are not ours, by every trick that makes one look like it. */
export const foreign = [
  'https://evil.example/',
  'http://127.0.0.1/',
  'file:///etc/passwd',
  'app://fyr.evil/',
  'app://fyr@evil/',
  'app://evil/fyr',
  'app://user:word@fyr/',
  'app://user@fyr/',
  'app://:word@fyr/',
  'app://fyr:8080/',
  'https://fyr/',
  'data:text/html,<h1>Fyr</h1>',
  'javascript:alert(1)',
  'about:blank',
  'app:fyr',
  '\\\\evil\\share',
  '',
]

/** What Electron hands the listener of an event, and whether the listener stopped it. */
export function stopped(emitter: EventEmitter, event: string, ...more: [details?: object, ...unknown[]]): boolean {
  let prevented = false
  const [details = {}, ...rest] = more
  emitter.emit(event, { ...details, preventDefault: () => (prevented = true) }, ...rest)
  return prevented
}

/** An emitter as one of Electron's objects: their own `on` is that of Node, told apart by events only in the declarations. */
export const listening = <Listened>(emitter: EventEmitter) => emitter as unknown as Listened

type Handler<Name extends keyof Session> = Session[Name] extends (handler: infer Given) => unknown ? Given : never

export function aSession() {
  const handlers: {
    request?: Handler<'setPermissionRequestHandler'>
    check?: Handler<'setPermissionCheckHandler'>
    device?: Handler<'setDevicePermissionHandler'>
    display?: Parameters<Session['setDisplayMediaRequestHandler']>[0]
    dictionaries?: string
  } = {}
  let listeners = 0
  let before: ((details: never, answer: (response: { cancel?: boolean }) => void) => void) | null = null
  const session = Object.assign(new EventEmitter(), {
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
    setSpellCheckerDictionaryDownloadURL: (address) => {
      handlers.dictionaries = address
    },
    webRequest: {
      onBeforeRequest: (...given: unknown[]) => {
        listeners += 1
        before = given.at(-1) as typeof before
      },
    },
  } satisfies Pick<
    Session,
    | 'setPermissionRequestHandler'
    | 'setPermissionCheckHandler'
    | 'setDevicePermissionHandler'
    | 'setDisplayMediaRequestHandler'
    | 'setSpellCheckerDictionaryDownloadURL'
  > & { webRequest: Pick<Session['webRequest'], 'onBeforeRequest'> })
  return {
    handlers,
    session,
    listeners: () => listeners,
    /** True when a request for `url` goes out. */
    asks(url: string): boolean {
      const cancelled: (boolean | undefined)[] = []
      // The rule looks at the address alone.
      before?.({ url } as never, ({ cancel }) => cancelled.push(cancel))
      return !cancelled.includes(true)
    },
  }
}

export function aPage(kept = aSession()) {
  let windowOpen: Parameters<WebContents['setWindowOpenHandler']>[0] = () => ({ action: 'allow' })
  const policies: string[] = []
  const contents = Object.assign(new EventEmitter(), {
    session: kept.session,
    setWindowOpenHandler: (handler) => {
      windowOpen = handler
    },
    setWebRTCIPHandlingPolicy: (policy) => policies.push(policy),
  } satisfies Pick<WebContents, 'setWindowOpenHandler' | 'setWebRTCIPHandlingPolicy'> & { session: object })
  return {
    ...kept,
    contents,
    policies,
    opens: (url: string): WindowOpenHandlerResponse =>
      windowOpen({
        url,
        frameName: '',
        features: '',
        disposition: 'foreground-tab',
        referrer: { url: '', policy: 'default' },
      }),
  }
}
