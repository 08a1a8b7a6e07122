/** The preview from a terminal: prints its link, gives a new one for Enter, and closes its file on Ctrl C. */
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { homeFolder } from '#db/home-folder.ts'
import { codeCache } from '#electron/backend/code-cache.ts'
import { openedFile } from '#electron/backend/opened-file.ts'
import { projectVersion } from './project-version.ts'
import { startPreview } from './server.ts'

/** This file and the bundle that it comes to stand in (`dist/preview/`) lie equally deep. */
const project = fileURLToPath(new URL('../..', import.meta.url))

export async function runPreview(given: readonly string[]): Promise<void> {
  const home = homeFolder()
  const version = projectVersion(project)
  const preview = await startPreview({
    home,
    port: portFrom(process.env.FYR_PORT),
    openAtStart: openedFile(given, process.env.INIT_CWD ?? process.cwd()),
    rendererDir: join(project, 'dist/renderer'),
    version,
    codeCache: codeCache(home, version),
  })
  console.log(`Open this link (it works once; press Enter here for another):\n${preview.url}`)
  const lines = process.stdin.isTTY ? createInterface({ input: process.stdin }) : null
  lines?.on('line', () => console.log(preview.newLink()))

  let stopping = false
  const stop = () => {
    // A second Ctrl C does not wait for the first.
    if (stopping) process.exit(1)
    stopping = true
    lines?.close()
    const late = setTimeout(
      () => console.log('Fyr is finishing what is under way. Ctrl C again stops it at once.'),
      500,
    )
    void preview.close().then(() => {
      clearTimeout(late)
      process.exit(0)
    })
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  // The terminal is closed.
  process.on('SIGHUP', stop)
}

/** The port that `FYR_PORT` asks for; 0, a free one, when it says nothing usable. */
function portFrom(text: string | undefined): number {
  const port = Number(text ?? 0)
  return Number.isInteger(port) && port >= 1024 && port <= 65_535 ? port : 0
}
