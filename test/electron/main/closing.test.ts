/** Closing and quitting over doubles of Electron's few calls, with the real carrier of calls over the echo worker. */
import { EventEmitter } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MessageBoxOptions } from 'electron'
import { expect, onTestFinished, test } from 'vitest'
import type { LogEntry, Ports } from '#db/worker-protocol.ts'
import { startBackend } from '#electron/backend/start-backend.ts'
import { type ClosingWindow, closing } from '#electron/main/closing.ts'
import { aFolder } from '../folders.ts'

/** The user's answers to "still finishing": 0 waits, 1 closes now. */
function aFyr(answers: number[] = []) {
  const home = aFolder()
  const logged: LogEntry[] = []
  const can = { openFiles: false, revealFiles: false }
  const backend = startBackend({
    worker: new URL('../echo-worker.ts', import.meta.url),
    start: { home, host: 'electron', version: '1.2.3', openAtStart: null, can },
    // No call here asks for any.
    ports: {} as Ports,
    log: (entry) => logged.push(entry),
  })
  onTestFinished(() => backend.close({ hurry: true }))
  let ended = () => {}
  const gone = new Promise<void>((resolve) => (ended = resolve))
  const asked: MessageBoxOptions[] = []
  const flushed: string[] = []
  const windows = new Set<Window>()
  class Window extends EventEmitter {
    readonly webContents = {
      executeJavaScript: async (code: string) => flushed.push(code),
      isDestroyed: () => false,
      isCrashed: () => false,
    }
    isDestroyed = () => !windows.has(this)
    close(): void {
      let held = false
      this.emit('close', { preventDefault: () => (held = true) })
      if (!held) windows.delete(this)
    }
  }
  const app = Object.assign(new EventEmitter(), {
    quit() {
      app.emit('before-quit', { preventDefault: () => {} })
      for (const window of [...windows]) window.close()
      if (windows.size > 0) return
      let held = false
      app.emit('will-quit', { preventDefault: () => (held = true) })
      if (!held) ended()
    },
  })
  const powerMonitor = new EventEmitter()
  const guard = closing({
    app,
    powerMonitor: powerMonitor as never,
    backend,
    // Electron's overloads take the window first or leave it out.
    dialog: {
      showMessageBox: async (options: unknown) => {
        asked.push(options as MessageBoxOptions)
        return { response: answers.shift() ?? 0, checkboxChecked: false }
      },
    } as never,
    language: () => 'nb',
    limits: { quietMs: 20, askAfterMs: 60, flushMs: 200 },
  })
  const open = () => {
    const window = new Window()
    windows.add(window)
    guard(window as unknown as ClosingWindow)
    return window
  }
  const closedHow = () => (existsSync(join(home, 'closed')) ? readFileSync(join(home, 'closed'), 'utf8') : null)
  return { app, backend, open, gone, asked, flushed, logged, powerMonitor, closedHow, windows }
}

test('quitting with nothing under way hands over what is being typed, closes the file and is gone, unasked', async () => {
  const { app, open, gone, asked, flushed, closedHow } = aFyr()
  open()
  app.quit()
  await gone
  expect(flushed).toHaveLength(1)
  expect(flushed[0]).toContain('pagehide')
  expect(asked).toEqual([])
  expect(closedHow()).toBe('')
})

test('a window with a job under way says that it is finishing and goes when the job is done', async () => {
  const { backend, open, asked, logged, windows } = aFyr()
  const window = open()
  await backend.call('job', true)
  window.close()
  await expect.poll(() => logged.map((entry) => entry.operation)).toContain('finishing')
  // Pressed again in impatience: nothing more happens.
  window.close()
  expect(windows.size).toBe(1)
  await backend.call('job', false)
  await expect.poll(() => windows.size).toBe(0)
  expect(asked).toEqual([])
})

test('after a while it asks: waiting goes on waiting, closing now breaks the job off and still closes the file', async () => {
  const { app, backend, open, gone, asked, closedHow } = aFyr([0, 1])
  open()
  await backend.call('job', true)
  app.quit()
  await gone
  expect(asked).toHaveLength(2)
  expect(asked[0]?.buttons).toEqual(['Vent videre', 'Lukk nå'])
  expect(asked[0]?.defaultId).toBe(0)
  expect(closedHow()).toBe('hurried')
})

test('a page that hangs does not keep the file open', async () => {
  const { app, open, gone, closedHow } = aFyr()
  open().webContents.executeJavaScript = () => new Promise(() => {})
  app.quit()
  await gone
  expect(closedHow()).toBe('')
})

test('a system that shuts down gets a closed file without a question, and one that only asks keeps Fyr open', async () => {
  const { backend, open, gone, asked, flushed, powerMonitor, closedHow } = aFyr()
  const window = open()
  await backend.call('job', true)
  window.emit('query-session-end')
  expect(flushed).toHaveLength(1)
  expect(await backend.call('echo', 'still here')).toMatchObject({ value: 'still here' })
  let delayed = false
  powerMonitor.emit('shutdown', { preventDefault: () => (delayed = true) })
  expect(delayed).toBe(true)
  await gone
  expect(asked).toEqual([])
  expect(closedHow()).toBe('hurried')
})

test('Windows’ end of the session closes the file', async () => {
  const { open, closedHow } = aFyr()
  open().emit('session-end')
  await expect.poll(closedHow, { timeout: 5_000 }).toBe('hurried')
})
