/** The two builds: the renderer for any browser, and main, preload and workers for Electron. */
import { cp, mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { InlineConfig } from 'vite'
import { budgets } from './packaging/budgets.ts'
import { wordsAsJson } from './packaging/words-as-json.ts'
import { runStale, type Step } from './stale.ts'

export const projectFolder = fileURLToPath(new URL('..', import.meta.url))
export const rendererDir = join(projectFolder, 'dist/renderer')
const electronDir = join(projectFolder, 'dist/electron')
const previewDir = join(projectFolder, 'dist/preview')
/** The preview as one program; lies where no package takes it from. */
export const previewProgram = join(previewDir, 'preview.js')

export const rendererStep: Step = {
  name: 'renderer',
  inputs: [
    'renderer',
    'shared',
    'assets',
    'electron/build-steps.ts',
    'electron/packaging/budgets.ts',
    'electron/packaging/words-as-json.ts',
    'package-lock.json',
  ],
  output: join(rendererDir, 'index.html'),
  async run() {
    await buildAsShipped(rendererBundle())
  },
}

export const electronStep: Step = {
  name: 'electron',
  inputs: ['electron', 'shared', 'db', 'package-lock.json'],
  output: join(electronDir, 'main.js'),
  run: () => bundleElectron(electronDir),
}

export const previewStep: Step = {
  name: 'preview',
  inputs: ['electron', 'shared', 'db', 'package-lock.json'],
  output: previewProgram,
  run: () => bundleInto(previewDir, [previewBundle(previewDir)]),
}

/** One build by Vite, as it ships whoever asks for it: under a test runner React would come as its development build, half a megabyte larger. */
export async function buildAsShipped(config: InlineConfig): Promise<void> {
  // Vite is loaded when there is something to build and not before: it takes longer to load than to find nothing stale.
  const { build } = await import('vite')
  const before = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  try {
    await build(config)
  } finally {
    if (before === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = before
  }
}

/** How the renderer is bundled. */
export function rendererBundle(): InlineConfig {
  return { configFile: join(projectFolder, 'renderer/vite.config.ts'), logLevel: 'warn', plugins: [budgets()] }
}

const workers = {
  worker: 'db/worker.ts',
  'render-worker': 'db/render-worker.ts',
  'disk-worker': 'db/backups/disk-worker.ts',
  'check-worker': 'db/checking/check-worker.ts',
  'salvage-worker': 'db/salvage/salvage-worker.ts',
}

/** How the preview and its workers are bundled into `folder`: from source, Node would strip the types of 900 modules at each start. */
export function previewBundle(folder: string): InlineConfig {
  return bundle(folder, { preview: 'electron/preview/cli.ts', ...workers }, 'es')
}

/** How main, workers and preload are bundled into `folder`. */
export function electronBundles(folder: string): InlineConfig[] {
  return [
    bundle(folder, { main: 'electron/main/main.ts' }, 'es'),
    bundle(folder, workers, 'es'),
    // A sandboxed preload can't be a module and can't load another file, so it is one CommonJS file.
    bundle(folder, { preload: 'electron/preload/preload.ts' }, 'cjs'),
  ]
}

/** Main, preload and workers into `folder`, with what they read from beside themselves. */
export function bundleElectron(folder: string): Promise<void> {
  return bundleInto(folder, electronBundles(folder))
}

async function bundleInto(folder: string, configs: readonly InlineConfig[]): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  for (const config of configs) await buildAsShipped(config)
  await copyMigrations(folder)
}

/** Builds what is stale, with one line for each step. */
export async function buildStale(steps: readonly Step[], say: (line: string) => void): Promise<void> {
  await runStale(projectFolder, steps, say)
}

/** Everything is bundled but Electron and the one package with a native part. */
function bundle(folder: string, entries: Readonly<Record<string, string>>, format: 'es' | 'cjs'): InlineConfig {
  const ending = format === 'es' ? 'js' : 'cjs'
  return {
    configFile: false,
    root: projectFolder,
    logLevel: 'warn',
    publicDir: false,
    plugins: [budgets(), wordsAsJson()],
    ssr: { noExternal: true, external: ['electron', 'better-sqlite3'] },
    build: {
      ssr: true,
      outDir: folder,
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
async function copyMigrations(folder: string): Promise<void> {
  const from = join(projectFolder, 'db/migrations')
  const to = join(folder, 'migrations')
  await mkdir(to, { recursive: true })
  for (const name of await readdir(from)) if (name.endsWith('.sql')) await cp(join(from, name), join(to, name))
}
