/** Nothing in the folder of rules goes without attacks, and nothing in the shell goes past the rules. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectFolder } from '#electron/build-steps.ts'

const shell = join(projectFolder, 'electron/main')
const rules = readdirSync(join(shell, 'security'))
const sources = ['main', 'preload'].flatMap((folder) =>
  readdirSync(join(projectFolder, 'electron', folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({
      name: `${folder}/${name}`,
      text: readFileSync(join(projectFolder, 'electron', folder, name), 'utf8'),
    })),
)
const naming = (what: RegExp) => sources.filter(({ text }) => what.test(text)).map(({ name }) => name)

test('each rule has attacks of its own, and is tried with what is wrong', () => {
  expect(rules.length).toBeGreaterThanOrEqual(20)
  for (const name of rules) {
    const attacks = join(import.meta.dirname, name.replace('.ts', '.test.ts'))
    expect(existsSync(attacks), attacks).toBe(true)
    expect(readFileSync(attacks, 'utf8')).toContain(`secured(`)
    expect(readFileSync(attacks, 'utf8')).toContain(`'electron/main/security/${name}'`)
  }
})

// The attack: a second way past the rules, made in good faith in another file.
test.each([
  ['opens an address outside Fyr', /openExternal/, ['main/main.ts']],
  ['opens or shows a file', /\.(openPath|showItemInFolder)\(/, ['main/own-folders.ts', 'main/ports.ts']],
  ['listens to pages', /\bipcMain\b|\bipc\.(on|handle)\(/, ['main/ipc.ts', 'main/main.ts', 'preload/bridge.ts']],
  ['makes windows', /new BrowserWindow\(/, ['main/main.ts', 'main/window.ts']],
  ['has pages of its own', /\.handle\(scheme/, ['main/security/app-protocol.ts']],
  ['gives something to pages', /exposeInMainWorld\(/, ['preload/preload.ts']],
  ['runs script in a page', /executeJavaScript\(/, ['main/closing.ts', 'main/print-pages.ts']],
  [
    'reaches for the network',
    /\b(net|https?)\.(request|fetch|get)\(|from 'node:(net|http|https|dgram|tls)'|\bfetch\(/,
    [],
  ],
  ['loads an address', /\.loadURL\((?!`\$\{origin\}|address\))/, []],
  ['loads a file past app://', /\.loadFile\(|file:\/\//, []],
  ['takes paths from outside as they come', /openedFile\((?!openablePaths\()/, []],
  ['starts a program', /node:child_process|utilityProcess/, []],
] as const)('only what is known here %s', (_what, names, files) => {
  expect(naming(names).toSorted()).toEqual([...files].toSorted())
})

// The attack: a page made with switches of its own.
test('every window has the switches that are written out once', () => {
  const made = sources.flatMap(({ text }) => text.match(/webPreferences: .*/g) ?? [])
  expect(made.length).toBeGreaterThanOrEqual(2)
  for (const it of made)
    expect(it).toMatch(
      /^webPreferences: (?:safeWebPreferences\(|\{ \.\.\.safeWebPreferences\(\), backgroundThrottling: false \})/,
    )
})
