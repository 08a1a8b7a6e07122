import type { BrowserWindow, BrowserWindowConstructorOptions, WebContents } from 'electron'
import { keepHidden } from './security/hidden-pages.ts'
import { offeredDocuments } from './security/offered-documents.ts'
import { origin } from './security/our-origin.ts'
import { safeWebPreferences } from './security/web-preferences.ts'

/** What is used of a window that nobody sees. */
export interface PrintWindow extends Pick<BrowserWindow, 'loadURL' | 'destroy' | 'isDestroyed'> {
  readonly webContents: Pick<WebContents, 'executeJavaScript' | 'printToPDF' | 'on' | 'setWindowOpenHandler'>
}

export interface PagePrinter {
  /**
   * The pages of one of Fyr's own Word documents as a tagged PDF with its headings as bookmarks. One at a time; the
   * others wait their turn.
   *
   * @throws Error when the page can't be shown, says that it can't read the document, or takes too long.
   */
  readonly print: (docx: Uint8Array) => Promise<Uint8Array>
  /** Answers the one-time address of the document that is being printed; null for every other request. */
  readonly answer: (request: Request) => Response | null
  /** True for the hidden window, which is never the one that a user works in. */
  readonly owns: (window: object) => boolean
}

/** Four hundred pages with charts take some seconds; past this the page hangs. */
const longestMs = 90_000

/** Prints in hidden windows that `open` makes, in the page `print.html` of the built renderer. */
export function pagePrinter(
  open: (options: BrowserWindowConstructorOptions) => PrintWindow,
  limitMs = longestMs,
): PagePrinter {
  const documents = offeredDocuments()
  const own = new WeakSet<object>()
  let last: Promise<unknown> = Promise.resolve()

  async function printNow(docx: Uint8Array): Promise<Uint8Array> {
    const name = documents.offer(docx)
    let window: PrintWindow | null = null
    let timer: NodeJS.Timeout | undefined
    try {
      window = open({
        show: false,
        focusable: false,
        skipTaskbar: true,
        // No preload: this page has no bridge to Fyr. Not slowed down for not being seen.
        webPreferences: { ...safeWebPreferences(), backgroundThrottling: false },
      })
      own.add(window)
      const { webContents } = window
      keepHidden(webContents)
      const given = new Promise<never>((_resolve, reject) => {
        timer = setTimeout(() => reject(new Error(`printing took longer than ${limitMs} ms`)), limitMs)
        webContents.on('render-process-gone', (_event, { reason }) => reject(new Error(`the page is gone: ${reason}`)))
      })
      return await Promise.race([given, printed(window, `${origin}/print.html#${name}`)])
    } finally {
      clearTimeout(timer)
      documents.withdraw(name)
      if (window && !window.isDestroyed()) window.destroy()
    }
  }

  return {
    print(docx) {
      const turn = last.then(() => printNow(docx))
      last = turn.catch(() => {})
      return turn
    },
    answer: documents.answer,
    owns: (window) => own.has(window),
  }
}

async function printed(window: PrintWindow, address: string): Promise<Uint8Array> {
  const { webContents } = window
  await window.loadURL(address)
  // The page's own promise: it fails with what is wrong, and is missing where the page's script did not run.
  const said: unknown = await webContents.executeJavaScript('globalThis.fyrPages')
  if (said !== 'ready') throw new Error('the print page did not start')
  const pdf = await webContents.printToPDF({
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  })
  if (pdf.subarray(0, 5).toString('latin1') !== '%PDF-') throw new Error('what was printed is no PDF')
  return new Uint8Array(pdf)
}
