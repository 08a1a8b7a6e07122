/** The preview as `npm start` runs it: a program of its own, which a journey can kill as a flat battery would. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Preview } from '#electron/preview/server.ts'

export interface KillablePreview extends Preview {
  /** SIGKILL: nothing is saved, closed or tidied. */
  readonly kill: () => Promise<void>
}

const program = fileURLToPath(new URL('preview-program.ts', import.meta.url))

interface ProcessOptions {
  /** A `.fyr` file to start with, as by a double click. */
  readonly openAtStart?: string
  /** Whose rights it has: root may write any file, whatever its mode. */
  readonly uid?: number
}

/** Starts it on a home folder. `port` 0 takes a free one. */
export async function startPreviewProcess(
  home: string,
  port: number,
  { openAtStart, uid }: ProcessOptions = {},
): Promise<KillablePreview> {
  const child = spawn(process.execPath, [program, ...(openAtStart ? [openAtStart] : [])], {
    env: { ...process.env, FYR_HOME: home, FYR_PORT: String(port) },
    ...(uid === undefined ? {} : { uid }),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await printedLink(child)
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
  }
  return { url, newLink: () => url, close: () => end('SIGTERM'), kill: () => end('SIGKILL') }
}

/** The link that the preview prints once it listens. */
async function printedLink(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('The preview has no output')
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('http://127.0.0.1:')) return line.trim()
  }
  throw new Error(`The preview ended with code ${child.exitCode} before it printed its link`)
}
