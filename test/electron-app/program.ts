/** Fyr in the real Electron: from the project's folder, driven through and through; and packed, where only its window can be. */
import { spawn } from 'node:child_process'
import { chromium, type ElectronApplication, _electron as electron, type Page } from 'playwright-core'
import { projectFolder } from '#electron/build-steps.ts'
import { installedElectron, screenObstacle } from '#electron/electron-binary.ts'

const screen = screenObstacle(process.platform, process.env, process.getuid?.())
/** Why the program can't be started from the project here; null where it can. */
export const unpackedObstacle =
  screen ?? (installedElectron() ? null : 'Electron was not fetched: node node_modules/electron/install.js')
/** Packed by `npm run dist -- --dir`; the workflow says where. */
const packed = process.env.FYR_PACKED
export const packedObstacle = screen ?? (packed ? null : 'FYR_PACKED names no packed program.')

export interface Running {
  readonly page: Page
  close(): Promise<void>
}
interface Start {
  readonly home: string
  /** Every file that a dialog asks for is saved here, under the name that was suggested. */
  readonly saveIn: string
  readonly file?: string
}

/** Starts from the project. Dialogs belong to the system, where no test can press a button: they are answered in the main process. */
export async function startUnpacked({
  home,
  saveIn,
  file,
}: Start): Promise<Running & { readonly app: ElectronApplication }> {
  const app = await electron.launch({
    executablePath: installedElectron() ?? '',
    args: [projectFolder, ...(file ? [file] : [])],
    env: environment(home),
  })
  await app.evaluate(({ dialog }, folder) => {
    dialog.showSaveDialog = async (...given: unknown[]) => {
      const { defaultPath } = given.at(-1) as { defaultPath: string }
      return { canceled: false, filePath: `${folder}/${defaultPath.split(/[\\/]/).at(-1)}` }
    }
  }, saveIn)
  return { app, page: await app.firstWindow(), close: () => app.close() }
}

/**
 * Starts the packed program. Playwright drives Electron by `--inspect`, which a fuse turns off in what ships; Chromium's own port for its
 * windows is left, on this machine and for this start only.
 */
export async function startPacked({ home, file }: Omit<Start, 'saveIn'>): Promise<Running> {
  const child = spawn(packed ?? '', ['--remote-debugging-port=0', ...(file ? [file] : [])], { env: environment(home) })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stderr.on('data', (part: Buffer) => {
      said += part.toString('utf8')
      const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1]
      if (found) resolve(found)
    })
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`The packed program ended with ${code}: ${said}`)))
  })
  const browser = await chromium.connectOverCDP(address)
  const [context] = browser.contexts()
  const page = context?.pages()[0] ?? (await context?.waitForEvent('page'))
  if (!page) throw new Error('The packed program opened no window.')
  return {
    page,
    async close() {
      await browser.close()
      child.kill()
      await gone
    },
  }
}

const environment = (home: string): Record<string, string> => {
  const { NODE_OPTIONS: _options, ...rest } = process.env
  return { ...(rest as Record<string, string>), FYR_HOME: home }
}
