/** Imports run one way. Each rule is proven by planting the import it forbids in a copy of the project's shape. */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const biome = join(root, 'node_modules/.bin/biome')
let copy: string

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'fyr-rules-'))
  cpSync(join(root, 'biome.json'), join(copy, 'biome.json'))
  cpSync(join(root, 'package.json'), join(copy, 'package.json'))
  cpSync(join(root, '.gitignore'), join(copy, '.gitignore'))
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  execFileSync('git', ['init', '-q'], { cwd: copy })
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

function lint(files: Record<string, string>): { status: number | null; output: string } {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(copy, file)), { recursive: true })
    writeFileSync(join(copy, file), text)
  }
  const run = spawnSync(biome, ['lint', '--error-on-warnings', ...Object.keys(files)], { cwd: copy, encoding: 'utf8' })
  for (const file of Object.keys(files)) rmSync(join(copy, file))
  return { status: run.status, output: run.stdout + run.stderr }
}
const importing = (name: string) => `import * as thing from '${name}'\n\nexport const it = thing\n`

describe('imports run one way', () => {
  const forbidden: [file: string, name: string][] = [
    ['shared/domain/planted.ts', 'node:fs'],
    ['shared/domain/planted.ts', 'react'],
    ['shared/domain/planted.ts', '#db/store.ts'],
    ['shared/domain/planted.ts', '#renderer/lib/client.ts'],
    ['shared/domain/planted.ts', '../../db/store.ts'],
    ['renderer/lib/planted.ts', '#db/store.ts'],
    ['renderer/lib/planted.ts', 'electron'],
    ['renderer/lib/planted.ts', 'node:fs'],
    ['renderer/lib/planted.ts', 'docx'],
    ['renderer/lib/planted.ts', '#shared/documents/meeting/votes.ts'],
    ['renderer/lib/planted.ts', '#shared/documents/board-package-docx.ts'],
    ['renderer/features/visits/planted.ts', '#renderer/features/companies/companies-screen.tsx'],
    ['renderer/features/visits/planted.ts', '../companies/companies-screen.tsx'],
    ['db/planted.ts', 'electron'],
    ['db/planted.ts', '#electron/main/window.ts'],
    ['db/planted.ts', 'react'],
    ['electron/main/planted.ts', '#renderer/app/app.tsx'],
    ['electron/main/planted.ts', 'react'],
  ]
  it.each(forbidden)('%s may not import %s', (file, name) => {
    const { status, output } = lint({ [file]: importing(name) })
    expect(output).toContain('noRestrictedImports')
    expect(status).not.toBe(0)
  })

  it.each([
    ['renderer/lib/planted.ts', '#shared/domain/days.ts'],
    ['db/planted.ts', '#shared/domain/days.ts'],
    ['electron/main/planted.ts', '#db/worker-protocol.ts'],
  ])('%s may import %s', (file, name) => {
    expect(lint({ [file]: importing(name) }).output).not.toContain('noRestrictedImports')
  })

  it('a ring of imports is refused', () => {
    const { output } = lint({
      'shared/domain/planted-a.ts': "import { b } from './planted-b.ts'\n\nexport const a = () => b\n",
      'shared/domain/planted-b.ts': "import { a } from './planted-a.ts'\n\nexport const b = () => a\n",
    })
    expect(output).toContain('noImportCycles')
  })

  it('only electron/ names electron, and only in main and preload', () => {
    const files = execFileSync('git', ['ls-files', '*.ts', '*.tsx'], { cwd: root, encoding: 'utf8' }).trim().split('\n')
    const found = spawnSync('grep', ['-lE', "from 'electron'|import\\('electron'\\)", ...files], {
      cwd: root,
      encoding: 'utf8',
    })
      .stdout.trim()
      .split('\n')
      .filter(Boolean)
    expect(found.length).toBeGreaterThan(0)
    expect(found.filter((file) => !/^(electron\/(main|preload)\/|test\/)/.test(file))).toEqual([])
  })
})

describe('types keep the layers apart', () => {
  const tsc = join(root, 'node_modules/.bin/tsc')
  it.each([
    ['shared', 'shared/planted-type.ts', 'export const size = () => document.title\n'],
    ['shared', 'shared/planted-type.ts', 'export const name = () => process.title\n'],
    ['renderer', 'renderer/planted-type.ts', 'export const name = () => process.cwd()\n'],
    ['db', 'db/planted-type.ts', 'export const size = () => document.title\n'],
  ])('%s refuses what its host does not have (%s: %s)', (folder, file, text) => {
    const place = mkdtempSync(join(tmpdir(), 'fyr-types-'))
    try {
      for (const name of ['tsconfig.json', 'package.json']) cpSync(join(root, name), join(place, name))
      for (const part of ['shared', folder]) {
        mkdirSync(join(place, part), { recursive: true })
        cpSync(join(root, part, 'tsconfig.json'), join(place, part, 'tsconfig.json'))
      }
      symlinkSync(join(root, 'node_modules'), join(place, 'node_modules'))
      writeFileSync(join(place, file), text)
      const run = spawnSync(
        tsc,
        ['-p', join(place, folder), '--noEmit', '--composite', 'false', '--emitDeclarationOnly', 'false'],
        { encoding: 'utf8' },
      )
      expect(run.stdout).toMatch(/planted-type\.ts.*Cannot find name '(document|process)'/)
    } finally {
      rmSync(place, { recursive: true, force: true })
    }
  })
})

describe('house rules', () => {
  const files = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).trim().split('\n')

  it('no test is switched off or alone', () => {
    const tests = files.filter((file) => /\.test\.tsx?$/.test(file))
    const found = spawnSync(
      'grep',
      ['-nE', '\\.(only|todo)\\(|\\b(it|test|describe)\\.skip\\(|\\bx(it|describe)\\(', ...tests],
      { cwd: root, encoding: 'utf8' },
    ).stdout
    expect(found.split('\n').filter((line) => line !== '' && !line.startsWith('test/architecture/'))).toEqual([])
  })

  it('the contract alone names topics: every operation has a handler and every command touches something or says why not', async () => {
    const { contract } = await import('#shared/contract/index.ts')
    const silent = Object.entries(contract)
      .filter(([, row]) => row.kind === 'command' && row.touches.length === 0)
      .map(([name]) => name)
    // These write no record: a copy, an export or a line in the log leaves the data as it is.
    expect(silent.sort()).toEqual([
      'app.noteFault',
      'attachments.saveCopy',
      'backups.restoreCopy',
      'check.export',
      'check.saveLeftover',
      'contacts.accessExport',
      'encryption.newCode',
      'encryption.readCode',
      'encryption.saveSheet',
      'files.open',
      'files.reveal',
      'plans.export',
      'workspace.backup',
    ])
  })

  it('no file names a registry host or a path of the machine it was written on', () => {
    const found = spawnSync(
      'grep',
      [
        '-nIE',
        'registry\\.npmjs|"resolved"|/work/(main|shared)',
        ...files.filter((file) => !file.startsWith('test/architecture/')),
      ],
      { cwd: root, encoding: 'utf8' },
    ).stdout
    expect(found.split('\n').filter(Boolean).slice(0, 5)).toEqual([])
  })
})
