/** Somebody who has never seen Fyr: from an empty machine to the first visit of a plan of sixty. */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aStore } from '#test/db/a-store.ts'
import { aDesk, type Desk, shoot } from './desk.ts'
import { button, expectMessage, foundPartnership, goTo, t, textField } from './steps.ts'

let desk: Desk
let page: Page
beforeAll(async () => {
  desk = await aDesk()
  page = await desk.open()
})
afterAll(() => desk.close())

describe('On the welcome screen', () => {
  it('a file that is no Fyr file, is damaged or is newer gets its own message, and the screen stays usable', async () => {
    for (const [file, message] of [
      [textFile(), t('problems.notFyrFile')],
      [damagedFile(), t('problems.damagedFile')],
      [newerFile(), t('problems.newerFile')],
    ] as const) {
      const choosing = page.waitForEvent('filechooser')
      await button(page, t('app.welcome.open.action')).click()
      await (await choosing).setFiles(file)
      await page.getByRole('alert').filter({ hasText: message }).waitFor()
    }
    await shoot(page, 'first-damaged-file')
  })

  it('empty fields are named one by one, and nothing that was typed is lost', async () => {
    await button(page, t('app.welcome.create.action')).click()
    await textField(page, t('app.welcome.create.givenName')).fill('Ingrid')
    await button(page, t('app.welcome.create.action')).click()
    for (const field of ['name', 'familyName'] as const) {
      await expectMessage(textField(page, t(`app.welcome.create.${field}`)), t('problems.field.required'))
    }
    expect(await textField(page, t('app.welcome.create.givenName')).inputValue()).toBe('Ingrid')
    await shoot(page, 'first-empty-fields')
    await button(page, t('common.cancel')).click()
  })

  it('a partnership is made, and the one who made it is known', async () => {
    await foundPartnership(page, { name: 'Sunnmøre næringspartnerskap', givenName: 'Ingrid', familyName: 'Solbakk' })
    const workspace = await desk.call<{ me: { familyName: string } }>(page, 'workspace.current', {})
    expect(workspace.me.familyName).toBe('Solbakk')
    await shoot(page, 'first-home')
  })
})

describe('In the empty partnership', () => {
  it('each list says what to do first', async () => {
    await goTo(page, 'companies')
    await page.getByText(t('companies.list.none')).waitFor()
    await page.getByText(t('companies.list.noneText')).waitFor()
    await shoot(page, 'first-no-companies')
  })

  it('a wrong organisation number is told by the rule that failed, and nothing typed is lost', async () => {
    await button(page, t('companies.new.action')).first().click()
    await textField(page, t('companies.fields.name')).fill('Ålesund Skipsutstyr AS')
    const number = textField(page, t('companies.fields.orgNo'))
    await number.fill('97476067')
    await number.press('Tab')
    await expectMessage(number, t('problems.field.orgNoLengthNO', { digits: 8 }))
    await number.fill('974760674')
    await number.press('Tab')
    await expectMessage(number, t('problems.field.orgNoCheckDigit', { found: 4, expected: 3 }))
    await button(page, t('companies.new.register')).click()
    await expectMessage(number, t('problems.field.orgNoCheckDigit', { found: 4, expected: 3 }))
    expect(await textField(page, t('companies.fields.name')).inputValue()).toBe('Ålesund Skipsutstyr AS')
    await shoot(page, 'first-wrong-number')
  })

  it('with the right number the company is registered', async () => {
    await textField(page, t('companies.fields.orgNo')).fill('974 760 673')
    await button(page, t('companies.new.register')).click()
    await page.getByRole('heading', { level: 2, name: 'Ålesund Skipsutstyr AS' }).waitFor()
    const { rows } = await desk.call<{ rows: { orgNo: string }[] }>(page, 'companies.list', {})
    expect(rows.map((row) => row.orgNo)).toEqual(['974760673'])
    await shoot(page, 'first-company')
  })

  it('the same company once more brings a warning that leads to the first one', async () => {
    await button(page, t('companies.new.action')).click()
    await textField(page, t('companies.fields.name')).fill('Ålesund skipsutstyr')
    await textField(page, t('companies.fields.orgNo')).fill('974760673')
    const warning = page.getByRole('status').filter({ hasText: t('companies.duplicates', { count: 1 }) })
    await warning.waitFor()
    await shoot(page, 'first-duplicate')
    await warning.getByRole('link', { name: 'Ålesund Skipsutstyr AS' }).click()
    await page.getByRole('heading', { level: 2, name: 'Ålesund Skipsutstyr AS' }).waitFor()
  })

  it('the palette finds the company by a spelling without Nordic letters, and opens it', async () => {
    await goTo(page, 'home')
    await page.keyboard.press('Control+k')
    const palette = page.getByRole('dialog', { name: t('app.palette.title') })
    await palette.waitFor()
    await page.keyboard.type('aalesund')
    await palette.getByRole('option', { name: /Ålesund Skipsutstyr AS/ }).waitFor()
    await shoot(page, 'first-palette')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 2, name: 'Ålesund Skipsutstyr AS' }).waitFor()
  })
})

function textFile(): { name: string; mimeType: string; buffer: Buffer } {
  return { name: 'brev.fyr', mimeType: 'application/octet-stream', buffer: Buffer.from('Kjære leser. '.repeat(60)) }
}
/** A file's first pages overwritten, as by a failing disk. */
function damagedFile(): string {
  const path = closedFile()
  const bytes = readFileSync(path)
  bytes.fill(0xa5, 100, 20_000)
  writeFileSync(path, bytes)
  return path
}
function newerFile(): string {
  return closedFile((file) => file.db.pragma('user_version = 99'))
}
function closedFile(change?: (file: ReturnType<typeof aStore>['file']) => void): string {
  const { file, path } = aStore()
  change?.(file)
  file.close()
  const copy = join(desk.home, `kopi-${files++}.fyr`)
  copyFileSync(path, copy)
  return copy
}
let files = 0
