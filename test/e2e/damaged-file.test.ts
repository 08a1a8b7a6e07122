/** A file that was damaged while Fyr was closed: opened at start, salvaged from the welcome screen, worked on in. */
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeSample } from '#db/sample/make-sample.ts'
import { aDesk, type Desk, shoot } from './desk.ts'
import { button, goTo, t } from './steps.ts'

const folder = mkdtempSync(join(tmpdir(), 'fyr-damaged-'))
const file = join(folder, 'ostfold.fyr')
let desk: Desk
let page: Page
let damaged: Buffer
beforeAll(async () => {
  makeSample(join(folder, 'whole.fyr'), { sample: 'ostfold', today: '2026-09-15' })
  copyFileSync(join(folder, 'whole.fyr'), file)
  const bytes = readFileSync(file)
  // The pages that name the tables and hold the first rows, and a stretch in the middle.
  bytes.fill(0xa5, 0, 8192)
  bytes.fill(0, 400 * 4096, 420 * 4096)
  writeFileSync(file, bytes)
  damaged = bytes
  desk = await aDesk({ openAtStart: file })
  page = await desk.open()
})
afterAll(async () => {
  await desk.close()
  rmSync(folder, { recursive: true, force: true })
})

it('the welcome screen says what is the matter, salvage makes a new file, and the data is there', async () => {
  const panel = page.getByRole('region', { name: t('opening.title', { file: 'ostfold.fyr' }) })
  await panel
    .getByRole('alert')
    .filter({ hasText: t('problems.damagedFile') })
    .waitFor()
  await panel.getByText(t('opening.state.headGone')).waitFor()
  await shoot(page, 'damaged-welcome')
  await button(panel, t('opening.ways.salvage')).click()
  const dialog = page.getByRole('dialog', { name: t('opening.report.title') })
  await dialog.waitFor()
  await shoot(page, 'damaged-report')
  await button(dialog, t('opening.report.read')).click()
  await dialog.waitFor({ state: 'detached' })
  expect(readFileSync(file).equals(damaged)).toBe(true)
  await goTo(page, 'companies')
  await expect.poll(async () => (await desk.call<{ rows: unknown[] }>(page, 'companies.list', {})).rows.length).toBe(50)
  await page.getByRole('row').nth(3).waitFor()
  await shoot(page, 'damaged-salvaged')
})
