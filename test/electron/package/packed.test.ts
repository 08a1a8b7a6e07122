/**
 * The packages as electron-builder makes them, for three systems, over folders that stand in for Electron's distributions. What is packed,
 * what lies outside and what is written into the programs is real; that they start is for machines that have Electron (the workflow).
 */
import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { NtExecutable, NtExecutableResource, Resource } from 'resedit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildStale, electronStep, projectFolder, rendererStep } from '#electron/build-steps.ts'
import { noticesStep } from '#electron/packaging/ship-notices.ts'
import { type Archive, readAsar, sha256 } from './asar.ts'
import { fuseSentinel, makeStandIn, type Packed } from './stand-in.ts'

/** Where things lie in the package of a system, and what its driver is called. */
const systems = {
  linux: { flag: '--linux', app: 'linux-unpacked', resources: 'resources', program: 'fyr', driver: 'linux-x64' },
  windows: { flag: '--win', app: 'win-unpacked', resources: 'resources', program: 'Fyr.exe', driver: 'win32-x64' },
  mac: {
    flag: '--mac',
    app: 'mac/Fyr.app/Contents',
    resources: 'Resources',
    program: 'Frameworks/Electron Framework.framework/Electron Framework',
    driver: 'darwin-x64',
  },
} as const satisfies Record<Packed, object>

interface Package {
  readonly folder: string
  readonly resources: string
  readonly archive: Archive
}
const work = mkdtempSync(join(tmpdir(), 'fyr-test-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))
const packages = new Map<Packed, Package>()

async function pack(system: Packed): Promise<void> {
  const { flag, app, resources } = systems[system]
  const out = join(work, system)
  const electron = join(work, `electron-${system}`)
  makeStandIn(system, electron)
  await promisify(execFile)(
    process.execPath,
    [
      join(projectFolder, 'node_modules/electron-builder/out/cli/cli.js'),
      ...[flag, '--x64', '--dir', '--publish', 'never'],
      `-c.electronDist=${electron}`,
      `-c.directories.output=${out}`,
    ],
    { cwd: projectFolder, timeout: 120_000 },
  )
  const folder = join(out, app)
  packages.set(system, {
    folder,
    resources: join(folder, resources),
    archive: readAsar(join(folder, resources, 'app.asar')),
  })
}

const of = (system: Packed): Package => {
  const found = packages.get(system)
  if (!found) throw new Error(`No package for ${system}`)
  return found
}
/** Every file under a folder of the project, by its path in the project. */
const under = (folder: string, ending = /./): string[] =>
  readdirSync(join(projectFolder, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(join(projectFolder, path)).isFile() && ending.test(path))
/** For plain files, and for encrypted ones. */
const drivers = ['node_modules/better-sqlite3', 'node_modules/better-sqlite3-multiple-ciphers']

// Other systems sign what they pack, which a stand-in can't be; there the workflow packs the real one.
describe.skipIf(process.platform !== 'linux')('the package for', { timeout: 240_000 }, () => {
  beforeAll(async () => {
    await buildStale([rendererStep, electronStep, noticesStep], () => {})
    for (const system of ['linux', 'windows', 'mac'] as const) await pack(system)
  }, 240_000)

  describe.each(['linux', 'windows', 'mac'] as const)('%s', (system) => {
    test('holds what was built, the samples and the drivers, and not one file more', () => {
      const { archive } = of(system)
      expect(archive.files.map(({ path }) => path).sort()).toEqual(
        [
          'package.json',
          ...under('dist/electron', /\.(js|cjs|sql)$/),
          ...under('dist/renderer', /\.(js|css|html|svg|png|woff2)$/),
          ...under('assets/samples', /\.json$/),
          ...drivers.flatMap((driver) => [
            `${driver}/package.json`,
            ...under(`${driver}/lib`, /\.js$/),
            `${driver}/prebuilds/${systems[system].driver}.node`,
          ]),
        ].sort(),
      )
    })
    test('has the native libraries of its system outside the archive, and nothing else there', () => {
      const { archive, resources } = of(system)
      const native = drivers.map((driver) => `${driver}/prebuilds/${systems[system].driver}.node`).sort()
      expect(archive.files.flatMap(({ unpacked, path }) => (unpacked ? [path] : [])).sort()).toEqual(native)
      const outside = readdirSync(join(resources, 'app.asar.unpacked'), { recursive: true, encoding: 'utf8' })
      expect(outside.filter((name) => /\.\w+$/.test(name)).sort()).toEqual(native)
      for (const one of native) {
        const there = readFileSync(join(resources, 'app.asar.unpacked', one))
        expect(sha256(there)).toBe(sha256(readFileSync(join(projectFolder, one))))
      }
    })
    test('tells nothing of the machine it was made on, and brings no source map', () => {
      for (const { path, bytes } of of(system).archive.files) {
        const text = bytes.toString('latin1')
        expect(text.includes(projectFolder), `${path} names ${projectFolder}`).toBe(false)
        expect(/sourceMappingURL=(?!data:)\S+\.map/.test(text) && path.startsWith('dist/'), path).toBe(false)
      }
      const about = of(system).archive.files.find(({ path }) => path === 'package.json')
      const told = Object.keys(JSON.parse(about?.bytes.toString('utf8') ?? '{}'))
      expect(told).toEqual(expect.arrayContaining(['name', 'version', 'main']))
      expect(told).not.toContain('devDependencies')
      expect(told).not.toContain('scripts')
    })
    // The attack: one script or style within a page makes somebody loosen the content policy for all of them.
    test('has pages whose scripts and styles are all files of their own', () => {
      const pages = of(system).archive.files.filter(({ path }) => path.endsWith('.html'))
      expect(pages.map(({ path }) => path)).toEqual(['dist/renderer/index.html', 'dist/renderer/print.html'])
      for (const { path, bytes } of pages) {
        const html = bytes.toString('utf8')
        const scripts = html.match(/<script[\s\S]*?<\/script>/g) ?? []
        expect(scripts.length, path).toBeGreaterThan(0)
        for (const it of scripts)
          expect(it).toMatch(/^<script type="module" crossorigin src="\/assets\/[\w.-]+"><\/script>$/)
        expect(html).not.toMatch(
          /<style|\sstyle=|\son\w+=|<base|<iframe|<object|<embed|<form|javascript:|\/\/[\w-]+\./i,
        )
      }
    })
    // The attack: text of a record becomes code, or a part of the program that nobody looks at speaks to a server.
    test('makes no code out of text in its window and speaks to no server', () => {
      const using = (what: RegExp, folder: string) =>
        of(system)
          .archive.files.filter(({ path, bytes }) => path.startsWith(folder) && what.test(bytes.toString('utf8')))
          .map(({ path }) => path.replace(/^dist\/\w+\/(?:assets\/)?|-[\w-]{8}(?=\.js$)/g, ''))
      const window = (what: RegExp) => using(what, 'dist/renderer/')
      expect(window(/(?<![.\w$])(?:eval|importScripts)\(|new Function\(|document\.write\(/)).toEqual([])
      expect(
        window(/new (?:WebSocket|XMLHttpRequest|EventSource|WebTransport|RTCPeerConnection)\b|sendBeacon\(/),
      ).toEqual([
        // The preview's way of hearing of changes, to the address that the page came from.
        'index.js',
      ])
      // zod asks once whether it may make code, and is told no by the content policy.
      const made = of(system).archive.files.flatMap(({ path, bytes }) =>
        path.startsWith('dist/renderer/') ? (bytes.toString('utf8').match(/(?<![.\w$])Function\(.*?\)/g) ?? []) : [],
      )
      expect(made).toEqual(['Function(``)'])
      // The library that writes mail drafts could fetch attachments; `db/mail-draft.ts` forbids it.
      expect(using(/from "(?:node:)?(?:net|http|https|http2|tls|dgram|dns)"/, 'dist/electron/')).toEqual([
        'mail-draft.js',
      ])
    })
    test('carries the hash of every file, and each is right', () => {
      const { files } = of(system).archive
      for (const { path, bytes, integrity, unpacked } of files) {
        expect(integrity?.algorithm, path).toBe('SHA256')
        if (!unpacked) expect(integrity?.hash, path).toBe(sha256(bytes))
      }
    })
    test('has all nine fuses set as the rules say', () => {
      const { folder } = of(system)
      const program = readFileSync(join(folder, systems[system].program))
      const at = program.indexOf(fuseSentinel) + fuseSentinel.length
      expect(program[at + 1]).toBe(9)
      // Run as Node, cookies encrypted, NODE_OPTIONS, --inspect, archive checked, only the archive, own snapshot, file: privileges, Wasm traps.
      expect(program.subarray(at + 2, at + 11).toString()).toBe('010011001')
    })
    test('brings the licences, the bill of materials, and Chromium’s own', () => {
      const { folder, resources } = of(system)
      // Of a Mac's distribution the packer takes the .app alone where it is a folder; out of Electron's own zip it moves the file in.
      if (system !== 'mac') expect(existsSync(join(folder, 'LICENSES.chromium.html'))).toBe(true)
      expect(readFileSync(join(resources, 'notices/LICENCES.txt'), 'utf8')).toContain('react-aria')
      expect(JSON.parse(readFileSync(join(resources, 'notices/sbom.cdx.json'), 'utf8')).specVersion).toBe('1.6')
    })
    test('speaks Norwegian, Swedish and English and leaves Chromium’s other languages out', () => {
      const { folder, resources } = of(system)
      const names =
        system === 'mac'
          ? readdirSync(resources).filter((name) => name.endsWith('.lproj'))
          : readdirSync(join(folder, 'locales'))
      expect(names.map((name) => name.replace(/\.\w+$/, '').replace('_', '-')).sort()).toEqual(
        system === 'mac' ? ['en', 'en-GB', 'nb', 'sv'] : ['en-GB', 'en-US', 'nb', 'sv'],
      )
    })
  })

  test('Windows’ program knows the archive’s hash and has the icon in every size', () => {
    const { folder, archive } = of('windows')
    const read = NtExecutable.from(readFileSync(join(folder, 'Fyr.exe')))
    const { entries } = NtExecutableResource.from(read)
    const integrity = entries.find(({ id }) => id === 'ELECTRONASAR')
    const told = JSON.parse(Buffer.from(integrity?.bin ?? new ArrayBuffer(0)).toString('utf8')) as object[]
    expect(told).toContainEqual({ file: 'resources\\app.asar', alg: 'SHA256', value: archive.headerHash })
    expect(Resource.IconGroupEntry.fromEntries(entries)[0]?.icons).toHaveLength(9)
  })
  test('the Mac’s Info.plist knows the archive’s hash and opens .fyr files', () => {
    const { folder, archive, resources } = of('mac')
    const plist = readFileSync(join(folder, 'Info.plist'), 'utf8').replaceAll(/>\s+</g, '><')
    expect(plist).toContain(
      `<key>Resources/app.asar</key><dict><key>algorithm</key><string>SHA256</string><key>hash</key><string>${archive.headerHash}</string>`,
    )
    expect(plist).toContain('<key>CFBundleTypeExtensions</key><array><string>fyr</string></array>')
    expect(sha256(readFileSync(join(resources, 'icon.icns')))).toBe(
      sha256(readFileSync(join(projectFolder, 'assets/icons/icon.icns'))),
    )
  })
})
