/** The child processes of the suite as one bundle: they start in a tenth of the time, and nobody's edits get between two rounds. */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../..', import.meta.url))
let made: Promise<string> | null = null

/** Folder with `child.js`, made once. Inside the project, so that what is not bundled is found. */
export function bundle(): Promise<string> {
  made ??= make()
  return made
}

export async function removeBundle(): Promise<void> {
  if (made) rmSync(await made, { recursive: true, force: true })
  made = null
}

async function make(): Promise<string> {
  mkdirSync(join(root, 'dist'), { recursive: true })
  const folder = mkdtempSync(join(root, 'dist/torture-'))
  const { build } = await import('vite')
  const entries = {
    child: 'test/torture/process/child.ts',
    'migration-opener': 'test/torture/migration/opener.ts',
    'patched-worker': 'test/torture/process/patched-worker.ts',
    'render-worker': 'db/render-worker.ts',
    'disk-worker': 'db/backups/disk-worker.ts',
    exporter: 'test/torture/export/exporter.ts',
    'check-worker': 'db/checking/check-worker.ts',
  }
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, join(root, path)])),
        external: ['better-sqlite3', /^node:/],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  })
  cpSync(join(root, 'db/migrations'), join(folder, 'migrations'), { recursive: true })
  return folder
}
