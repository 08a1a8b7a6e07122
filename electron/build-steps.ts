/** The two builds: the renderer for any browser, and main, preload and workers for Electron. */
import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { InlineConfig } from 'vite'
import { runStale, type Step } from './stale.ts'

export const projectFolder = fileURLToPath(new URL('..', import.meta.url))
export const rendererDir = join(projectFolder, 'dist/renderer')
const electronDir = join(projectFolder, 'dist/electron')

export const rendererStep: Step = {
  name: 'renderer',
  inputs: ['renderer', 'shared', 'assets', 'package-lock.json'],
  output: join(rendererDir, 'index.html'),
  async run() {
    // Vite is loaded when there is something to build and not before: it takes longer to load than to find nothing stale.
    const { build } = await import('vite')
    await build({ configFile: join(projectFolder, 'renderer/vite.config.ts'), logLevel: 'warn' })
  },
}

export const electronStep: Step = {
  name: 'electron',
  inputs: ['electron', 'shared', 'db', 'package-lock.json'],
  output: join(electronDir, 'main.js'),
  async run() {
    await rm(electronDir, { recursive: true, force: true })
    await mkdir(electronDir, { recursive: true })
    const { build } = await import('vite')
    const workers = ['worker', 'render-worker'].filter((name) => existsSync(join(projectFolder, `db/${name}.ts`)))
    await build(bundle({ main: 'electron/main/main.ts' }, 'es'))
    await build(bundle(Object.fromEntries(workers.map((name) => [name, `db/${name}.ts`])), 'es'))
    // A sandboxed preload can't be a module and can't load another file, so it is one CommonJS file.
    await build(bundle({ preload: 'electron/preload/preload.ts' }, 'cjs'))
    await copyMigrations()
  },
}

/** Builds what is stale, with one line for each step. */
export async function buildStale(steps: readonly Step[], say: (line: string) => void): Promise<void> {
  await runStale(projectFolder, steps, say)
}

/** Everything is bundled but Electron and the one package with a native part. */
function bundle(entries: Readonly<Record<string, string>>, format: 'es' | 'cjs'): InlineConfig {
  const ending = format === 'es' ? 'js' : 'cjs'
  return {
    configFile: false,
    root: projectFolder,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, external: ['electron', 'better-sqlite3'] },
    build: {
      ssr: true,
      outDir: electronDir,
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, join(projectFolder, path)])),
        external: ['electron', 'better-sqlite3', /^node:/],
        output: {
          format,
          entryFileNames: `[name].${ending}`,
          // Beside the entries, so that what a module finds next to itself is found after bundling too.
          chunkFileNames: `[name]-[hash].${ending}`,
        },
      },
    },
  }
}

/** `db/migrate.ts` reads the migrations from beside itself. */
async function copyMigrations(): Promise<void> {
  const from = join(projectFolder, 'db/migrations')
  const to = join(electronDir, 'migrations')
  await mkdir(to, { recursive: true })
  for (const name of await readdir(from)) if (name.endsWith('.sql')) await cp(join(from, name), join(to, name))
}
