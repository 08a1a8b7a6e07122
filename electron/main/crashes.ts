import type { BrowserWindow, Dialog, RenderProcessGoneDetails } from 'electron'
import type { LogEntry } from '#db/worker-protocol.ts'
import { securityHeaders } from '#electron/backend/renderer-files.ts'
import type { Language } from '#shared/domain/values.ts'
import { translator } from '#shared/i18n/translator.ts'
import { isOurAddress, origin } from './security/our-origin.ts'

/** What is used of a window that may crash. */
export interface CrashingWindow extends Pick<BrowserWindow, 'isDestroyed' | 'loadURL'> {
  readonly webContents: Pick<BrowserWindow['webContents'], 'reload' | 'forcefullyCrashRenderer'> & {
    on(event: 'render-process-gone', listener: (event: unknown, details: RenderProcessGoneDetails) => void): unknown
  }
  on(event: 'unresponsive' | 'responsive', listener: () => void): unknown
}

interface Crashes {
  readonly dialog: Pick<Dialog, 'showMessageBox'>
  readonly language: () => Language
  /** Has the window say what happened once it is drawn again. */
  readonly tellCrashed: () => void
  readonly log: (entry: LogEntry) => void
  readonly now?: () => number
}

const path = '/crashed'
/** A page that dies again within this is not drawn a third time by itself: what it shows may be what kills it. */
const soonMs = 60_000

/** A page that dies is drawn again once, and told; one that dies again soon gives way to a plain page; one that hangs is asked about. */
export function watchCrashes(window: CrashingWindow, given: Crashes): void {
  const { dialog, language, tellCrashed, log, now = () => performance.now() } = given
  let last = Number.NEGATIVE_INFINITY
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    log({ level: 'error', operation: 'window', ms: 0, message: `the page is gone: ${reason} ${exitCode}` })
    const soon = now() - last < soonMs
    last = now()
    if (soon) return void window.loadURL(`${origin}${path}`)
    tellCrashed()
    window.webContents.reload()
  })
  let asking: AbortController | null = null
  window.on('unresponsive', async () => {
    if (asking || window.isDestroyed()) return
    asking = new AbortController()
    const t = translator(language())
    const { signal } = asking
    const answer = await dialog
      .showMessageBox({
        type: 'warning',
        message: t('shell.window.hangs'),
        detail: t('shell.window.hangsDetail'),
        buttons: [t('shell.window.wait'), t('shell.window.reload')],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
        signal,
      })
      .catch(() => ({ response: 0 }))
    asking = null
    // A page that hangs can't be loaded anew; a dead one can.
    if (answer.response === 1 && !signal.aborted && !window.isDestroyed()) window.webContents.forcefullyCrashRenderer()
  })
  window.on('responsive', () => asking?.abort())
}

/** Answers the address of the plain page, which needs no script; null for every other request. */
export function answerCrashPage(request: Request, language: Language): Response | null {
  if (request.method !== 'GET' || !isOurAddress(request.url) || new URL(request.url).pathname !== path) return null
  const t = translator(language)
  const text = (key: 'title' | 'safe' | 'again' | 'restart' | 'log') => escaped(t(`shell.crashed.${key}`))
  const html = `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="color-scheme" content="light dark">
<title>Fyr</title>
<body style="font: 1rem/1.5 system-ui, sans-serif; max-width: 36rem; margin: 15vh auto 0; padding: 0 1.5rem">
<main>
<h1 style="font-size: 1.5rem">${text('title')}</h1>
<p>${text('safe')}</p>
<p><a href="/">${text('again')}</a></p>
<p>${text('restart')}</p>
<p>${text('log')}</p>
</main>
</html>
`
  return new Response(html, {
    headers: { ...securityHeaders, 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
  })
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
}
