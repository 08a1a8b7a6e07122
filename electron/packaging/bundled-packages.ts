/** Which packages of npm end up in what ships: read from the modules of the bundles themselves, not from a list that somebody keeps. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import type { InlineConfig, Plugin } from 'vite'
import { buildAsShipped, electronBundles, projectFolder, rendererBundle } from '#electron/build-steps.ts'

export interface Package {
  readonly name: string
  readonly version: string
  /** Its folder from the project's, `/` between the parts. */
  readonly folder: string
}

/** Shipped beside the bundles: the database's drivers by electron-builder.yml, and Electron, which everything runs in. */
const beside = ['better-sqlite3', 'better-sqlite3-multiple-ciphers', 'electron']

/** Every package with a module in a bundle, and those shipped beside them; by name. Builds everything, and writes nothing. */
export async function shippedPackages(): Promise<Package[]> {
  const folders = new Set(beside.map((name) => `node_modules/${name}`))
  for (const config of [rendererBundle(), ...electronBundles('nowhere')]) await collect(config, folders)
  return [...folders].map(packageAt).sort((a, b) => (a.name < b.name ? -1 : 1))
}

async function collect(config: InlineConfig, folders: Set<string>): Promise<void> {
  const watching: Plugin = {
    name: 'packages',
    generateBundle(_options, bundle) {
      for (const part of Object.values(bundle)) {
        if (part.type !== 'chunk') continue
        for (const id of part.moduleIds) {
          const folder = folderOf(id)
          if (!folder) continue
          folders.add(folder)
          for (const name of carriedIn(id)) folders.add(`node_modules/${name}`)
        }
      }
    },
  }
  await buildAsShipped({
    ...config,
    logLevel: 'error',
    plugins: [...(config.plugins ?? []), watching],
    build: { ...config.build, write: false },
  })
}

/** The folder of the package that a module belongs to; null for our own. Some packages keep package.json files further in, without a version. */
function folderOf(id: string): string | null {
  const path = id.replace(/^\0+/, '').split('?')[0] ?? ''
  if (!path.includes('node_modules')) return null
  let folder = dirname(path)
  while (!isPackage(folder)) {
    const up = dirname(folder)
    if (up === folder) return null
    folder = up
  }
  return relative(projectFolder, folder).split(sep).join('/')
}

/** Packages whose code a module brings along, as the tools that bundled it noted: `// node_modules/nanoid/index.js`. */
function carriedIn(id: string): string[] {
  const path = id.replace(/^\0+/, '').split('?')[0] ?? ''
  if (!existsSync(path)) return []
  const noted =
    /^\/\/(?:#region)? (?:\.{0,2}\/)*node_modules\/(?:\.pnpm\/[^/]+\/node_modules\/)?((?:@[^/\s]+\/)?[^/\s]+)/gm
  return [...readFileSync(path, 'utf8').matchAll(noted)].map(([, name]) => name ?? '')
}

function isPackage(folder: string): boolean {
  const file = join(folder, 'package.json')
  if (!existsSync(file)) return false
  const { name, version } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Package>
  return name !== undefined && version !== undefined
}

function packageAt(folder: string): Package {
  const { name, version } = JSON.parse(readFileSync(join(projectFolder, folder, 'package.json'), 'utf8')) as Package
  return { name, version, folder }
}
