import { EventEmitter } from 'node:events'
import type { MessageBoxOptions } from 'electron'
import { expect, test } from 'vitest'
import { answerCrashPage, type CrashingWindow, watchCrashes } from '#electron/main/crashes.ts'
import { languages } from '#shared/domain/values.ts'

function aWindow(answer: () => Promise<{ response: number }> = async () => ({ response: 0 })) {
  let clock = 1_000_000
  const did: string[] = []
  const asked: MessageBoxOptions[] = []
  const contents = Object.assign(new EventEmitter(), {
    reload: () => did.push('reload'),
    forcefullyCrashRenderer: () => did.push('kill'),
  })
  const window = Object.assign(new EventEmitter(), {
    webContents: contents,
    isDestroyed: () => false,
    loadURL: async (url: string) => void did.push(url),
  })
  watchCrashes(window as unknown as CrashingWindow, {
    dialog: {
      showMessageBox: (options: unknown) => {
        asked.push(options as MessageBoxOptions)
        return answer()
      },
    } as never,
    language: () => 'sv',
    tellCrashed: () => did.push('tell'),
    log: ({ operation, message }) => did.push(`${operation}: ${message}`),
    now: () => clock,
  })
  const crash = (reason = 'oom') => contents.emit('render-process-gone', {}, { reason, exitCode: 9 })
  return { window, did, asked, crash, later: (ms: number) => (clock += ms) }
}

test('a page that dies is drawn again once and told; one that dies again soon gives way to a plain page', () => {
  const { did, crash, later } = aWindow()
  crash()
  expect(did.splice(0)).toEqual(['window: the page is gone: oom 9', 'tell', 'reload'])
  later(59_000)
  crash('crashed')
  expect(did.splice(0)).toEqual(['window: the page is gone: crashed 9', 'app://fyr/crashed'])
  later(61_000)
  crash('killed')
  expect(did.splice(0)).toEqual(['window: the page is gone: killed 9', 'tell', 'reload'])
  crash('clean-exit')
  expect(did).toEqual([])
})

test('a page that hangs is asked about once, and killed, so that it is drawn again, only when the user says so', async () => {
  const patient = aWindow()
  patient.window.emit('unresponsive')
  patient.window.emit('unresponsive')
  expect(patient.asked).toHaveLength(1)
  expect(patient.asked[0]?.defaultId).toBe(0)
  await new Promise(setImmediate)
  expect(patient.did).toEqual([])
  const tired = aWindow(async () => ({ response: 1 }))
  tired.window.emit('unresponsive')
  await new Promise(setImmediate)
  expect(tired.did).toEqual(['kill'])
})

test('a page that answers again takes the question away', async () => {
  let answer: (given: { response: number }) => void = () => {}
  const { window, asked, did } = aWindow(() => new Promise((resolve) => (answer = resolve)))
  window.emit('unresponsive')
  window.emit('responsive')
  expect(asked[0]?.signal?.aborted).toBe(true)
  answer({ response: 1 })
  await new Promise(setImmediate)
  expect(did).toEqual([])
})

test('the plain page says what to do in each language, without a script, and answers its own address alone', async () => {
  const at = (url: string, method = 'GET') => answerCrashPage({ url, method } as Request, 'nb')
  for (const url of ['app://fyr/', 'app://fyr/crashed.html', 'app://other/crashed', 'https://fyr/crashed'])
    expect(at(url)).toBeNull()
  expect(at('app://fyr/crashed', 'POST')).toBeNull()
  for (const language of languages) {
    const page = answerCrashPage({ url: 'app://fyr/crashed', method: 'GET' } as Request, language)
    const html = (await page?.text()) ?? ''
    expect(html).toContain(`<html lang="${language}">`)
    expect(html).toContain('<a href="/">')
    expect(html).not.toMatch(/<script|shell\.crashed/)
    expect(page?.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
  }
})
