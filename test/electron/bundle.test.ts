/**
 * The bundle that Electron runs, without Electron: main, worker and migrations as they ship, over a double of the
 * module `electron`. Finds a file that the bundle forgot, a call in the wrong order, a worker that does not start.
 */
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { compileFunction, createContext } from 'node:vm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bundleElectron, projectFolder } from '#electron/build-steps.ts'
import type { Host } from '#shared/contract/client.ts'
import { aFolder } from './folders.ts'

// Inside the project, as in the package, so that the database driver is found.
const bundle = join(projectFolder, 'dist/electron-under-test')
beforeAll(() => bundleElectron(bundle), 120_000)
afterAll(() => rmSync(bundle, { recursive: true, force: true }))

async function run(environment: Record<string, string> = {}, switches: readonly string[] = [], usualHome = false) {
  const home = join(aFolder(), 'fyr')
  mkdirSync(home)
  writeFileSync(join(home, 'preferences.json'), '{"theme":"dark"}')
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(import.meta.dirname, 'run-bundle.ts'), bundle, home, ...switches],
    {
      env: {
        ...process.env,
        FYR_HOME: home,
        ...environment,
        ...(usualHome ? { XDG_DATA_HOME: dirname(home), LOCALAPPDATA: dirname(home) } : {}),
      },
      timeout: 60_000,
    },
  )
  return { home, ...JSON.parse(stdout.trim().split('\n').at(-1) ?? '') }
}

test('main starts in order, opens its window, carries calls to the worker and closes the file before it quits', async () => {
  const result = await run()
  expect(result.beforeReady).toEqual([
    'setPath userData',
    'lock',
    'switch host-resolver-rules=MAP * ~NOTFOUND',
    'switch no-proxy-server=',
    'sandbox',
    'setPath crashDumps',
    // Nothing is sent: what happens where the shell forgets to say so is that everything is.
    'crashes {"uploadToServer":false,"compress":false}',
    'scheme',
  ])
  expect(result.address).toBe('app://fyr/')
  expect(result.shownAtOnce).toBe(false)
  // Chosen, on a system that is light.
  expect(result.background).toBe('#12181d')
  // The worker's code is kept for the next start.
  const kept = readdirSync(join(result.home, 'cache/1.2.3'), { recursive: true })
  expect(kept.length).toBeGreaterThan(10)
  // The rules are on before there is a page that they could miss.
  expect(result.happened.filter((it: string) => it === 'requests')).toEqual(['requests'])
  expect(result.happened.indexOf('requests')).toBeLessThan(result.happened.indexOf('loaded'))
  expect(result.preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false })
  expect(existsSync(result.preferences.preload)).toBe(true)
  expect(result.replies).toMatchObject([
    {
      ok: true,
      value: { host: 'electron', version: '1.2.3', can: { openFiles: true, revealFiles: true, notify: true } },
    },
    { ok: true, value: { fileName: 'Øst.fyr' } },
    { ok: true, value: { language: 'nb' } },
  ])
  expect(result.answers).toEqual(['200 text/html; charset=utf-8', '404 text/plain', '404 text/plain'])
  // A link asks first; the first time the user stays.
  expect(result.happened.filter((it: string) => it === 'asked' || it.startsWith('outside'))).toEqual([
    'asked',
    'asked',
    'outside https://example.no/0',
  ])
  expect(result.topics).toContain('fyr:changed')
  expect(result.menus.at(0)).toBe('&Arkiv')
  expect(result.menus.at(-1)).toBe('&Fil')
  // Asked by the user, after the window has handed over what is being typed, and after the file is closed.
  expect(result.happened.filter((it: string) => it === 'quit' || it === 'flush')).toEqual([
    'quit',
    'flush',
    'quit',
    'quit',
  ])
  expect(existsSync(join(result.home, 'Øst.fyr'))).toBe(true)
  // A file that was closed cleanly has no write-ahead log beside it.
  expect(existsSync(join(result.home, 'Øst.fyr-wal'))).toBe(false)
})

test('a second Fyr on the same home hands over and is gone', async () => {
  const result = await run({ FYR_TEST_SECOND: '1' })
  expect(result.happened).toEqual(['setPath userData', 'lock', 'quit'])
})

test('what is packed gives up switches that open it before Electron is ready, and has no DevTools', async () => {
  const switches = ['--js-flags=--expose-gc', '--disable-gpu', '--no-sandbox']
  const packed = await run({ FYR_TEST_PACKAGED: '1' }, switches)
  expect(packed.beforeReady.filter((it: string) => it.startsWith('no '))).toEqual([
    'no switch js-flags',
    'no switch no-sandbox',
  ])
  expect(packed.preferences.devTools).toBe(false)
  const port = ['--remote-debugging-port=0']
  for (const usual of [true, false]) {
    const { beforeReady } = await run({ FYR_TEST_PACKAGED: '1' }, port, usual)
    expect(beforeReady.includes('no switch remote-debugging-port')).toBe(usual)
  }
  const project = await run({}, switches)
  expect(project.beforeReady.filter((it: string) => it.startsWith('no '))).toEqual([])
  expect(project.preferences.devTools).toBe(true)
})

// The attack: what the bundler put beside the bridge reaches the page, or a module of Node's the preload.
test('the preload that ships is one file, asks for Electron alone and gives the page three frozen functions', async () => {
  const asked: string[] = []
  const { contextBridge, exposed, invoked, ipcRenderer } = await import('./electron-double.ts')
  const require = (name: string) => {
    asked.push(name)
    return { contextBridge, ipcRenderer }
  }
  const page = createContext({})
  const text = readFileSync(join(bundle, 'preload.cjs'), 'utf8')
  compileFunction(text, ['require', 'module', 'exports'], { parsingContext: page })(require, { exports: {} }, {})
  expect(asked).toEqual(['electron'])
  expect(Object.keys(page)).toEqual([])
  expect([...exposed.keys()]).toEqual(['fyr'])
  const bridge = exposed.get('fyr') as Host
  expect(Object.keys(bridge).sort()).toEqual(['call', 'onChanged', 'onMenu'])
  expect(Object.isFrozen(bridge)).toBe(true)
  await bridge.call('visits.list', { limit: 5 })
  expect(invoked).toEqual([['fyr:call', 'visits.list', { limit: 5 }]])
  const heard: unknown[][] = []
  bridge.onChanged((...given) => heard.push(given))
  ipcRenderer.emit('fyr:changed', { sender: ipcRenderer }, ['visits'])
  expect(heard).toEqual([[['visits']]])
})
