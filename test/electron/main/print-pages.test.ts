/** The hidden window that prints, over a double of the calls that it is used by, typed by Electron's own declarations. */

import { EventEmitter } from 'node:events'
import type { BrowserWindowConstructorOptions, PrintToPDFOptions, Protocol } from 'electron'
import { expect, test } from 'vitest'
import { contentSecurityPolicy } from '#electron/backend/renderer-files.ts'
import { type PagePrinter, type PrintWindow, pagePrinter } from '#electron/main/print-pages.ts'
import { serveRenderer } from '#electron/main/security/app-protocol.ts'
import { safeWebPreferences } from '#electron/main/security/web-preferences.ts'
import { aFolder } from '../folders.ts'

const docx = new Uint8Array([80, 75, 3, 4])
const pdf = Buffer.from('%PDF-1.7 pages')

interface Page {
  /** What the page does with its address once it is loaded; fetches its document unless told otherwise. */
  readonly load?: (address: string, printer: PagePrinter) => Promise<void>
  readonly says?: () => Promise<unknown>
  readonly prints?: () => Promise<Buffer>
}

const fetched = (printer: PagePrinter, address: string, init?: RequestInit) =>
  printer.answer(new Request(`app://fyr/pages/${new URL(address).hash.slice(1)}`, init))

function aPrinter(page: Page = {}, limitMs?: number) {
  const windows: (PrintWindow & {
    readonly options: BrowserWindowConstructorOptions
    readonly events: EventEmitter
    address: string
    gone: boolean
    open: Parameters<PrintWindow['webContents']['setWindowOpenHandler']>[0] | null
  })[] = []
  const printed: PrintToPDFOptions[] = []
  const got: Uint8Array[] = []
  const printer = pagePrinter((options) => {
    const events = new EventEmitter()
    const window: (typeof windows)[number] = {
      options,
      events,
      address: '',
      gone: false,
      open: null,
      webContents: {
        // The double has the events that are listened to.
        on: events.on.bind(events) as unknown as PrintWindow['webContents']['on'],
        setWindowOpenHandler: (handler) => {
          window.open = handler
        },
        executeJavaScript: async (code: string) => {
          expect(code).toBe('globalThis.fyrPages')
          return page.says ? page.says() : 'ready'
        },
        printToPDF: async (given) => {
          printed.push(given)
          return page.prints ? page.prints() : pdf
        },
      },
      loadURL: async (address) => {
        window.address = address
        if (page.load) return page.load(address, printer)
        const answer = fetched(printer, address)
        got.push(new Uint8Array((await answer?.arrayBuffer()) ?? []))
      },
      isDestroyed: () => window.gone,
      destroy: () => {
        window.gone = true
      },
    }
    windows.push(window)
    return window
  }, limitMs)
  return { printer, windows, printed, got }
}

test('the pages are printed in a window that nobody sees, tagged and with bookmarks, and the window goes', async () => {
  const { printer, windows, printed, got } = aPrinter()
  expect(await printer.print(docx)).toEqual(new Uint8Array(pdf))
  expect(got).toEqual([docx])
  expect(windows).toHaveLength(1)
  expect(windows[0]?.address).toMatch(/^app:\/\/fyr\/print\.html#[0-9a-f]{64}$/)
  expect(windows[0]?.options).toMatchObject({ show: false, focusable: false, skipTaskbar: true })
  expect(windows[0]?.gone).toBe(true)
  expect(printed).toEqual([
    { preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true, generateDocumentOutline: true },
  ])
})

// The attack: a hidden page that forgets one rule of the visible ones is the way in.
test('the hidden window has every rule of a visible one and no bridge', async () => {
  const { printer, windows } = aPrinter()
  await printer.print(docx)
  const preferences = windows[0]?.options.webPreferences ?? {}
  expect(preferences).toEqual({ ...safeWebPreferences(), backgroundThrottling: false })
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
  })
  expect('preload' in preferences).toBe(false)
})

// The attack: what stands in a document takes the hidden window elsewhere, or opens a dialog from behind.
test('the hidden window goes nowhere and opens nothing', async () => {
  const { printer, windows } = aPrinter()
  await printer.print(docx)
  for (const url of ['https://evil.example/', 'app://fyr/', 'app://fyr/visits']) {
    let stopped = false
    windows[0]?.events.emit('will-frame-navigate', { url, isMainFrame: true, preventDefault: () => (stopped = true) })
    expect(stopped).toBe(true)
    expect(windows[0]?.open?.({ url } as never)).toEqual({ action: 'deny' })
  }
})

// The attack: another page or program guesses, repeats or rewrites the address of the document.
test('the address of a document answers one GET of our own page, and nothing after the print', async () => {
  const answers: (number | undefined)[] = []
  let kept = ''
  const { printer } = aPrinter({
    load: async (address, printer) => {
      kept = address
      for (const init of [{ method: 'POST' }, { headers: { Origin: 'https://evil.example' } }, {}, {}])
        answers.push(fetched(printer, address, init)?.status)
    },
  })
  await printer.print(docx)
  expect(answers).toEqual([404, 404, 200, 404])
  const { printer: unread } = aPrinter({
    load: async (address) => {
      kept = address
    },
  })
  await unread.print(docx)
  expect(fetched(unread, kept)?.status).toBe(404)
  expect(unread.answer(new Request('app://fyr/pages/'))?.status).toBe(404)
  for (const other of ['app://evil/pages/x', 'https://fyr/pages/x', 'app://fyr/print.html', 'app://fyr/'])
    expect(unread.answer(new Request(other))).toBeNull()
})

test('app:// hands the document out as bytes that are never kept or run, with the content policy', async () => {
  let handler: Parameters<Protocol['handle']>[1] = () => new Response()
  let headers = new Headers()
  let body = new Uint8Array()
  const { printer } = aPrinter({
    load: async (address) => {
      const answer = await handler(new Request(`app://fyr/pages/${new URL(address).hash.slice(1)}`))
      headers = answer.headers
      body = new Uint8Array(await answer.arrayBuffer())
    },
  })
  serveRenderer(
    {
      handle(_scheme, given) {
        handler = given
      },
    },
    aFolder(),
    printer.answer,
  )
  await printer.print(docx)
  expect(body).toEqual(docx)
  expect(headers.get('Content-Type')).toBe('application/octet-stream')
  expect(headers.get('Content-Security-Policy')).toBe(contentSecurityPolicy)
  expect(headers.get('Cache-Control')).toBe('no-store')
  expect(headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin')
  expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
})

const never = () => new Promise<never>(() => {})
test.each<[string, Page, RegExp]>([
  ['can’t be loaded', { load: () => Promise.reject(new Error('ERR_FAILED')) }, /ERR_FAILED/],
  ['says what is wrong', { says: () => Promise.reject(new Error('no Word file')) }, /no Word file/],
  ['has no script', { says: async () => undefined }, /did not start/],
  ['is not printed', { prints: () => Promise.reject(new Error('Failed to generate PDF')) }, /Failed to generate PDF/],
  ['is printed as something else', { prints: async () => Buffer.from('<html>') }, /no PDF/],
  ['never loads', { load: never }, /longer than 30 ms/],
  ['is never ready', { says: never }, /longer than 30 ms/],
  ['prints for ever', { prints: never }, /longer than 30 ms/],
])('a page that %s is an error, and its window and its document go', async (_what, page, message) => {
  const { printer, windows } = aPrinter(page, 30)
  await expect(printer.print(docx)).rejects.toThrow(message)
  expect(windows.map(({ gone }) => gone)).toEqual([true])
  expect(fetched(printer, windows[0]?.address ?? 'app://fyr/#')?.status).toBe(404)
})

test('a page that crashes is told at once', async () => {
  const { printer, windows } = aPrinter({ says: never })
  const result = expect(printer.print(docx)).rejects.toThrow('the page is gone: oom')
  await expect.poll(() => windows.length).toBe(1)
  windows[0]?.events.emit('render-process-gone', {}, { reason: 'oom', exitCode: 1 })
  await result
  expect(windows[0]?.gone).toBe(true)
})

test('one document at a time, and one that fails does not hold up the next', async () => {
  const ends: ((failed: boolean) => void)[] = []
  const { printer, windows } = aPrinter({
    says: () =>
      new Promise((resolve, reject) => ends.push((bad) => (bad ? reject(new Error('bad')) : resolve('ready')))),
  })
  const first = expect(printer.print(docx)).rejects.toThrow('bad')
  const second = printer.print(docx)
  await expect.poll(() => ends.length).toBe(1)
  expect(windows).toHaveLength(1)
  ends[0]?.(true)
  await first
  await expect.poll(() => ends.length).toBe(2)
  expect(windows.map(({ gone }) => gone)).toEqual([true, false])
  ends[1]?.(false)
  expect(await second).toEqual(new Uint8Array(pdf))
  // The window that prints is not taken for the user's own.
  expect(windows.map((window) => printer.owns(window))).toEqual([true, true])
  expect(printer.owns({})).toBe(false)
})
