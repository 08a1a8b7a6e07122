/** The preview as `npm start` runs it: bundled, with its compiled code kept for the next time. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeCache } from '#electron/backend/code-cache.ts'
import { previewBundle, projectFolder } from '#electron/build-steps.ts'
import { aFolder } from '../folders.ts'
import { postCall, send, signIn } from './browser.ts'

const project = mkdtempSync(join(tmpdir(), 'fyr-test-'))
afterAll(() => rmSync(project, { recursive: true, force: true }))
const program = join(project, 'dist/preview/preview.js')

beforeAll(async () => {
  mkdirSync(join(project, 'dist/renderer'), { recursive: true })
  writeFileSync(join(project, 'package.json'), '{"version":"1.2.3","type":"module"}')
  writeFileSync(join(project, 'dist/renderer/index.html'), '<!doctype html><title>Fyr</title>')
  symlinkSync(join(projectFolder, 'node_modules'), join(project, 'node_modules'), 'junction')
  await build({ ...previewBundle(join(project, 'dist/preview')), logLevel: 'silent' })
  cpSync(join(projectFolder, 'db/migrations'), join(project, 'dist/preview/migrations'), { recursive: true })
})

/** Starts it as `start.ts` does, makes a file, reads the page and stops it. */
async function aDay(home: string) {
  const source = (path: string) => pathToFileURL(join(projectFolder, path)).href
  const code = `const { keepCode } = await import('${source('electron/backend/code-cache.ts')}')
    keepCode(${JSON.stringify(home)}, '1.2.3')
    await (await import('${pathToFileURL(program).href}')).runPreview([])`
  writeFileSync(join(project, 'start.js'), code)
  const child = spawn(process.execPath, ['--no-warnings', join(project, 'start.js')], {
    cwd: projectFolder,
    env: { ...process.env, FYR_HOME: home, FYR_PORT: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = once(child, 'exit')
  try {
    const link = await new Promise<string>((found, fail) => {
      void gone.then(() => fail(new Error('It ended before it told its link')))
      createInterface({ input: child.stdout }).on('line', (line) => line.startsWith('http://') && found(line.trim()))
    })
    const { origin } = new URL(link)
    const cookie = await signIn(link)
    const page = await send(origin, '/', { headers: { cookie } })
    const partnership = { name: 'Øst', country: 'NO', language: 'nb', givenName: 'Kari', familyName: 'Berg' }
    const made = await postCall(origin, cookie, 'workspace.create', partnership)
    return {
      page: page.text,
      made: JSON.parse(made.text),
      about: (await postCall(origin, cookie, 'app.about', {})).text,
    }
  } finally {
    child.kill('SIGTERM')
    await gone
  }
}
const kept = (home: string) =>
  readdirSync(join(home, 'cache'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())

// Windows knows no signals: there a program is just ended, and keeps nothing.
test.skipIf(process.platform === 'win32')('it runs bundled, and keeps the code of host and worker', async () => {
  const home = aFolder()
  const first = await aDay(home)
  expect(first.page).toContain('<title>Fyr</title>')
  expect(first.made).toMatchObject({ ok: true })
  expect(JSON.parse(first.about).value).toMatchObject({ host: 'preview', version: '1.2.3' })
  const files = kept(home)
  // The host's own chunks alone are fewer, and small.
  expect(files.length).toBeGreaterThan(20)
  expect((await aDay(home)).made).toMatchObject({ ok: true })
  // What was compiled once is read and not written anew.
  expect(kept(home).length).toBeLessThan(files.length + 5)
})

test('a disk that takes no code stops nothing', async () => {
  const home = aFolder()
  writeFileSync(join(home, 'cache'), 'a file where the folder would be')
  expect((await aDay(home)).made).toMatchObject({ ok: true })
})

test('the code of other versions goes', () => {
  const home = aFolder()
  for (const version of ['1.0.0', '1.2.3']) mkdirSync(join(home, 'cache', version, 'v24'), { recursive: true })
  expect(codeCache(home, '1.2.3')).toBe(join(home, 'cache', '1.2.3'))
  expect(readdirSync(join(home, 'cache'))).toEqual(['1.2.3'])
  expect(existsSync(codeCache(aFolder(), '1.2.3'))).toBe(false)
})
