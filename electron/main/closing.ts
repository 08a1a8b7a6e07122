import type { App, BrowserWindow, Dialog, PowerMonitor } from 'electron'
import type { Backend } from '#electron/backend/start-backend.ts'
import type { Language } from '#shared/domain/values.ts'
import { translator } from '#shared/i18n/translator.ts'

/** What is used of a window that is being closed. */
export interface ClosingWindow extends Pick<BrowserWindow, 'close' | 'isDestroyed'> {
  readonly webContents: Pick<BrowserWindow['webContents'], 'executeJavaScript' | 'isDestroyed' | 'isCrashed'>
  on(event: 'close', listener: (event: { preventDefault(): void }) => void): unknown
  on(event: 'session-end' | 'query-session-end', listener: () => void): unknown
}

interface Closing {
  readonly app: Pick<App, 'quit'> & {
    on(event: string, listener: (event: { preventDefault(): void }) => void): unknown
  }
  readonly powerMonitor: Pick<PowerMonitor, 'on'>
  readonly backend: Pick<Backend, 'idle' | 'tell' | 'close'>
  readonly dialog: Pick<Dialog, 'showMessageBox'>
  readonly language: () => Language
  readonly limits?: Limits
}
interface Limits {
  /** What is done sooner than this needs no word about it. */
  readonly quietMs: number
  /** How long is waited, and waited again, before the user is asked. */
  readonly askAfterMs: number
  /** How long a window may take to hand over what is being typed. */
  readonly flushMs: number
}

const usual: Limits = { quietMs: 300, askAfterMs: 20_000, flushMs: 1_000 }

/**
 * Windows close, Fyr quits and the system shuts down without losing what is under way: drafts are handed over first, then calls and
 * jobs are waited for, which the window says and after a while asks about, then the file is closed.
 *
 * @returns what is called with each window that is opened.
 */
export function closing({ app, powerMonitor, backend, dialog, language, limits = usual }: Closing) {
  const windows = new Set<ClosingWindow>()
  let quitting = false
  let hurry = false
  let drained = false

  /** The pages themselves know what is being typed; they keep it as they do when they go away. */
  async function flush(): Promise<void> {
    const asked = [...windows].map(async ({ webContents }) => {
      if (webContents.isDestroyed() || webContents.isCrashed()) return
      // The pause lets the last calls leave the page before it goes.
      await webContents.executeJavaScript(
        "window.dispatchEvent(new Event('pagehide')); new Promise((done) => setTimeout(done, 30))",
      )
    })
    await Promise.race([Promise.allSettled(asked), wait(limits.flushMs)])
  }

  async function finish(window: ClosingWindow): Promise<void> {
    await flush()
    if (await backend.idle(limits.quietMs)) return
    backend.tell('finishing')
    while (!(await backend.idle(limits.askAfterMs))) {
      if (window.isDestroyed()) return
      const t = translator(language())
      const answer = await dialog.showMessageBox({
        type: 'question',
        message: t('shell.closing.question'),
        detail: t('shell.closing.detail'),
        buttons: [t('shell.closing.wait'), t('shell.closing.now')],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
      })
      if (answer.response === 1) {
        hurry = true
        break
      }
    }
    backend.tell('notFinishing')
  }

  /** The system gives seconds, and asks nobody. */
  async function endNow(): Promise<void> {
    hurry = true
    await flush()
    await backend.close({ hurry: true })
    drained = true
  }

  app.on('before-quit', () => {
    quitting = true
  })
  app.on('will-quit', (event) => {
    if (drained) return
    event.preventDefault()
    void backend.close({ hurry }).finally(() => {
      drained = true
      app.quit()
    })
  })
  const shutdown = (event?: { preventDefault(): void }) => {
    event?.preventDefault()
    void endNow().finally(() => app.quit())
  }
  // Electron hands the event over, though its types leave it out.
  powerMonitor.on('shutdown', shutdown as () => void)

  return (window: ClosingWindow): void => {
    windows.add(window)
    let state: 'open' | 'finishing' | 'finished' = 'open'
    window.on('close', (event) => {
      if (state === 'finished' || hurry) {
        windows.delete(window)
        return
      }
      event.preventDefault()
      if (state === 'finishing') return
      state = 'finishing'
      void finish(window).finally(() => {
        state = 'finished'
        if (!window.isDestroyed()) window.close()
        // Holding the window back has ended the quitting too.
        if (quitting) app.quit()
      })
    })
    // The session may go on after all: only what is being typed is kept.
    window.on('query-session-end', () => void flush())
    window.on('session-end', () => void endNow())
  }
}

function wait(ms: number): Promise<void> {
  return new Promise((done) => void setTimeout(done, ms).unref())
}
