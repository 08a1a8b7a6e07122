/** The real Electron, where there is one: starts Fyr, waits for its page, and drives it as a user's first look would. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron } from 'playwright-core'
import { expect, test } from 'vitest'
import { buildStale, electronStep, projectFolder, rendererStep } from '#electron/build-steps.ts'
import { installedElectron, screenObstacle } from '#electron/electron-binary.ts'

const program = installedElectron()
const runs = program !== null && screenObstacle(process.platform, process.env, process.getuid?.()) === null

test.skipIf(!runs)('Fyr opens in Electron with the bridge and no Node in its page', { timeout: 120_000 }, async () => {
  await buildStale([rendererStep, electronStep], () => {})
  const home = mkdtempSync(join(tmpdir(), 'fyr-test-'))
  const app = await _electron.launch({
    executablePath: program ?? '',
    args: [projectFolder],
    env: { ...process.env, FYR_HOME: home } as Record<string, string>,
  })
  try {
    const page = await app.firstWindow()
    await page.waitForFunction(() => (document.body.textContent ?? '').trim() !== '')
    expect(new URL(page.url()).host).toBe('fyr')
    expect(await page.evaluate(() => Object.keys(window.fyr ?? {}).sort())).toEqual(['call', 'onChanged'])
    expect(await page.evaluate(() => [typeof require, typeof process])).toEqual(['undefined', 'undefined'])
    expect(await page.evaluate(() => window.fyr?.call('app.about', {}))).toMatchObject({
      ok: true,
      value: { host: 'electron' },
    })
  } finally {
    await app.close()
    rmSync(home, { recursive: true, force: true })
  }
})
