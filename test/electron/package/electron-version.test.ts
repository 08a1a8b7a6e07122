/** Checklist 16. The attack: a hole that Electron has mended long since, in a version that nobody meant to use. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectFolder } from '#electron/build-steps.ts'

const read = (path: string) => JSON.parse(readFileSync(join(projectFolder, path), 'utf8'))
/** The newest of its line when it was last looked at, 2026-11-23. Whoever takes a newer one writes it here. */
const newest = '45.4.1'

test('Electron is the newest that was known, by its exact number, wherever it is named', () => {
  const { devDependencies } = read('package.json')
  expect(devDependencies.electron).toBe(newest)
  const locked = read('package-lock.json').packages['node_modules/electron']
  expect(locked.version).toBe(newest)
  expect(locked.integrity).toMatch(/^sha512-/)
  // An older Node quietly gets an older Electron (41 under Node 20).
  expect(read('node_modules/electron/package.json').version).toBe(newest)
})

test('what Electron fetches is held against sums that came with the package', () => {
  const sums = read('node_modules/electron/checksums.json')
  for (const system of ['linux-x64', 'win32-x64', 'darwin-x64', 'darwin-arm64'])
    expect(sums[`electron-v${newest}-${system}.zip`]).toMatch(/^[0-9a-f]{64}$/)
})
