import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type LaunchOptions, chromium as playwright } from 'playwright-core'

const installed = [
  process.env.FYR_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** A real Chromium: the machine's own, else the one that npm brought (Linux). */
export async function launchBrowser(): Promise<Browser> {
  return playwright.launch(await browserOptions())
}

/** How it is started. */
export async function browserOptions(): Promise<LaunchOptions> {
  const own = installed.find((path): path is string => path !== undefined && existsSync(path))
  const { path, env } = own ? { path: own, env: {} } : await fromNpm()
  return {
    executablePath: path,
    headless: true,
    env: { ...process.env, ...env },
    args: [
      // Chromium refuses to run its sandbox as root, which is who containers are.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--font-render-hinting=none',
    ],
  }
}

/** The packed Chromium, and the libraries packed with it where the machine has none of its own. */
async function fromNpm(): Promise<{ path: string; env: Record<string, string> }> {
  const { default: packed, inflate } = await import('@sparticuz/chromium')
  const path = await packed.executablePath()
  const missing = execFileSync('ldd', [path], { encoding: 'utf8' }).includes('not found')
  if (!missing) return { path, env: {} }
  const archive = new URL('../../node_modules/@sparticuz/chromium/bin/al2023.tar.br', import.meta.url).pathname
  mkdirSync(join(tmpdir(), 'al2023'), { recursive: true })
  await inflate(archive)
  return { path, env: { LD_LIBRARY_PATH: join(tmpdir(), 'al2023', 'lib') } }
}
