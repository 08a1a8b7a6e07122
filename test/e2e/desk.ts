/** A whole Fyr for browser tests: the preview on a temporary home, a real Chromium, a page that has followed the printed link. */
import { chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { inject } from 'vitest'
import { type Preview, startPreview } from '#electron/preview/server.ts'
import { launchBrowser } from './browser.ts'
import { journeyClock, setWindowClock } from './clock.ts'
import { type KillablePreview, startPreviewProcess } from './preview-process.ts'

export interface Desk {
  readonly home: string
  readonly browser: Browser
  preview: Preview
  /** A new page in a context of its own, signed in by a new link. */
  open(options?: BrowserContextOptions): Promise<Page>
  /** Calls an operation as the page would. Throws where the reply is a problem. */
  call<T>(page: Page, name: string, input: unknown): Promise<T>
  /** Kills the preview, which must be a process of its own, and starts it anew on the same home and port. Pages need a new link. */
  crash(): Promise<void>
  /** Sets the clock of the backend and of every open window, which is loaded anew; for a desk with `ownClock`. `2026-03-12T09:00+01:00`. */
  setTime(instant: string): Promise<void>
  close(): Promise<void>
}

interface DeskOptions {
  readonly openAtStart?: string
  /** Runs the preview as a program of its own, so that it can crash. */
  readonly asProcess?: boolean
  /** Runs it with the rights of nobody, to whom a read-only file is read-only even where the tests run as root. */
  readonly asNobody?: boolean
  /** The journey sets the time with `setTime`. */
  readonly ownClock?: boolean
  /** Instead of `db/worker.ts`. */
  readonly worker?: URL
}
const nobody = 65_534

export async function aDesk(options: DeskOptions = {}): Promise<Desk> {
  const home = mkdtempSync(join(tmpdir(), 'fyr-e2e-'))
  const browser = await launchBrowser()
  const contexts: BrowserContext[] = []
  const clock = options.ownClock ? journeyClock() : null
  let killable: KillablePreview | null = null
  const uid = options.asNobody && process.getuid?.() === 0 ? { uid: nobody } : {}
  if (uid.uid !== undefined) chownSync(home, nobody, nobody)
  const startProcess = async (port: number) => {
    const given = options.openAtStart ? { openAtStart: options.openAtStart } : {}
    killable = await startPreviewProcess(home, port, { ...given, ...uid })
    return killable
  }
  const startInside = () =>
    startPreview({
      home,
      port: 0,
      rendererDir: inject('rendererDir'),
      openAtStart: options.openAtStart ?? null,
      version: '0.0.0-test',
      ...(clock ? { worker: clock.worker } : options.worker ? { worker: options.worker } : {}),
    })
  const desk: Desk = {
    home,
    browser,
    preview: options.asProcess || options.asNobody ? await startProcess(0) : await startInside(),
    async open(contextOptions = {}) {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 800 },
        locale: 'nb-NO',
        timezoneId: 'Europe/Oslo',
        acceptDownloads: true,
        ...contextOptions,
      })
      contexts.push(context)
      if (clock) await setWindowClock(context, clock.offset())
      const page = await context.newPage()
      page.setDefaultTimeout(30_000)
      await page.goto(desk.preview.newLink())
      return page
    },
    async call(page, name, input) {
      const reply = await page.evaluate(
        async ([operation, value]) => {
          const response = await fetch('/call', {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ name: operation, input: value }),
          })
          return response.json()
        },
        [name, input] as const,
      )
      if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.problem)}`)
      return reply.value
    },
    async crash() {
      if (!killable) throw new Error('Only a preview that is a process of its own can crash')
      await killable.kill()
      desk.preview = await startProcess(Number(new URL(desk.preview.url).port))
    },
    async setTime(instant) {
      if (!clock) throw new Error('Only a desk with a clock of its own can set the time')
      await clock.set(instant)
      for (const context of contexts) {
        await setWindowClock(context, clock.offset())
        for (const page of context.pages()) await page.reload()
      }
    },
    async close() {
      clock?.close()
      for (const context of contexts) await context.close()
      await browser.close()
      await desk.preview.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
  return desk
}

/** Saves a picture for the developer to look at, when FYR_SHOTS names a folder. */
export async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env.FYR_SHOTS
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`) })
}

/** Keeps a file for the developer to open, when FYR_SHOTS names a folder. */
export function keep(name: string, bytes: Uint8Array): void {
  const folder = process.env.FYR_SHOTS
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, name), bytes)
}
