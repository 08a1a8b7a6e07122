/** Finds out whether Electron can run here, and why not when it can't. */
import { execFile } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { projectFolder } from './build-steps.ts'

const installed = join(projectFolder, 'node_modules/electron')
/** Made when the download failed; for a day no start tries again. */
const failedMark = join(projectFolder, 'dist/electron-unavailable')
const tryAgainAfterMs = 24 * 60 * 60 * 1000
const downloadWithinMs = 180_000

/** Why no window can be shown on this machine, or null. */
export function screenObstacle(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
  userId: number | undefined,
): string | null {
  if (environment.FYR_PREVIEW) return 'FYR_PREVIEW is set.'
  if (platform !== 'linux') return null
  if (!environment.DISPLAY && !environment.WAYLAND_DISPLAY) return 'This machine has no display.'
  return userId === 0 ? 'Electron keeps its sandbox and so does not run as root.' : null
}

/** Electron's program if it is there. Never asks the network. */
export function installedElectron(): string | null {
  try {
    const program = join(installed, 'dist', readFileSync(join(installed, 'path.txt'), 'utf8').trim())
    return existsSync(program) ? program : null
  } catch {
    return null
  }
}

/** Electron's program; the package no longer brings it along, so the first start fetches it. */
export async function electronBinary(
  say: (line: string) => void,
): Promise<{ path: string; obstacle: null } | { path: null; obstacle: string }> {
  const there = installedElectron()
  if (there) return { path: there, obstacle: null }
  const failedAt = statSync(failedMark, { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (Date.now() - failedAt > tryAgainAfterMs) {
    say('Fetching Electron, once …')
    const fetched = await fetchElectron()
    if (fetched) return { path: fetched, obstacle: null }
    await mkdir(join(projectFolder, 'dist'), { recursive: true })
    await writeFile(failedMark, '')
  }
  return { path: null, obstacle: "Electron's program could not be downloaded." }
}

function fetchElectron(): Promise<string | null> {
  const script = join(installed, 'install.js')
  if (!existsSync(script)) return Promise.resolve(null)
  return new Promise((resolve) => {
    execFile(process.execPath, [script], { cwd: installed, timeout: downloadWithinMs }, () =>
      resolve(installedElectron()),
    )
  })
}
