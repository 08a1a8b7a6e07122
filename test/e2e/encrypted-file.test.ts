/** An encrypted file: made once its code is kept, killed with, opened again with the code and with nothing else, its code shown anew. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, type Desk, shoot } from './desk.ts'
import { button, expectMessage, goToSettings, t, textField } from './steps.ts'

const name = 'Hemmelig partnerskap'
let desk: Desk
let page: Page
let code: string
beforeAll(async () => {
  desk = await aDesk({ asProcess: true })
  page = await desk.open()
})
afterAll(() => desk.close())

const groupField = (number: number) => textField(page, t('encryption.step.confirmGroup', { number }))
const codeField = () => textField(page, t('encryption.unlock.code'))
/** The code as the screen shows it, group by group. */
async function codeShown(): Promise<string> {
  const groups = page.getByRole('list', { name: t('encryption.step.code') }).locator('li > [aria-hidden]')
  return (await groups.allTextContents()).join('-')
}

describe('Making it', () => {
  it('a form that lacks something is mended before any code is shown', async () => {
    await button(page, t('app.welcome.create.action')).click()
    await page
      .locator('label')
      .filter({ hasText: t('encryption.choice') })
      .click()
    await button(page, t('app.welcome.create.action')).click()
    await expectMessage(textField(page, t('app.welcome.create.name')), t('problems.field.required'))
    await textField(page, t('app.welcome.create.name')).fill(name)
    await textField(page, t('app.welcome.create.givenName')).fill('Ingrid')
    await textField(page, t('app.welcome.create.familyName')).fill('Solbakk')
    await shoot(page, 'encrypted-form')
    await button(page, t('app.welcome.create.action')).click()
  })

  it('the code is shown and carried away as a text, and the file is made when two groups of it were typed', async () => {
    await page.getByRole('heading', { name: t('encryption.step.title') }).waitFor()
    code = await codeShown()
    expect(code).toMatch(/^([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/)
    const download = page.waitForEvent('download')
    await button(page, t('encryption.step.save')).click()
    expect(readFileSync(await (await download).path(), 'utf8')).toContain(code)
    await page.getByText(t('encryption.step.cannotKeep')).waitFor()
    const asked = await page
      .getByRole('textbox')
      .evaluateAll((fields) => fields.map((field) => Number(/\d/.exec(field.closest('div')?.textContent ?? '')?.[0])))
    expect(asked).toHaveLength(2)
    await groupField(asked[0] ?? 0).fill('WRNG')
    await button(page, t('encryption.step.make')).click()
    await expectMessage(groupField(asked[0] ?? 0), t('problems.field.recoveryCodeGroup', { number: asked[0] ?? 0 }))
    await shoot(page, 'encrypted-code')
    for (const number of asked) await groupField(number).fill(code.split('-')[number - 1]?.toLowerCase() ?? '')
    await button(page, t('encryption.step.make')).click()
    await page.getByRole('main').getByText(t('home.first.visit.action')).waitFor()
  })

  it('nothing of it can be read on the disk', () => {
    const files = readdirSync(desk.home, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    const partnership = files.filter((entry) => /\.fyr(-wal)?$/.test(entry.name))
    expect(partnership.length).toBeGreaterThan(0)
    for (const entry of partnership) {
      const bytes = readFileSync(join(entry.parentPath, entry.name))
      expect(bytes.includes('Solbakk'), entry.name).toBe(false)
    }
    for (const entry of files) {
      expect(readFileSync(join(entry.parentPath, entry.name)).includes(code), entry.name).toBe(
        entry.name.endsWith('.txt'),
      )
    }
  })
})

describe('After a crash', () => {
  it('the file asks for its code, says what is wrong with another, and opens with the right one', async () => {
    await desk.crash()
    page = await desk.open()
    await page.getByRole('button', { name: new RegExp(name) }).click()
    await page.getByText(t('opening.state.encrypted')).waitFor()
    await codeField().fill(code.slice(0, 12))
    await codeField().press('Enter')
    await expectMessage(codeField(), t('problems.field.recoveryCodeLength', { found: 10, expected: 28 }))
    await shoot(page, 'encrypted-asked')
    const other = '0000-0000-0000-0000-0000-0000-0000'
    await codeField().fill(other)
    await codeField().press('Enter')
    await expectMessage(codeField(), t('problems.field.recoveryCodeOfAnother'))
    await expect.poll(() => codeField().inputValue()).toBe(other)
    await codeField().fill(code.toLowerCase().replaceAll('-', ' '))
    await codeField().press('Enter')
    await page.getByRole('main').getByText(t('home.first.visit.action')).waitFor()
  })

  it('the settings tell that it is encrypted, and show the code once more', async () => {
    await goToSettings(page, 'file')
    await page.getByText(t('encryption.file.encrypted')).waitFor()
    await button(page, t('encryption.file.show')).click()
    await page.getByText(t('encryption.file.showing')).waitFor()
    expect(await codeShown()).toBe(code)
    await shoot(page, 'encrypted-settings')
    await page.emulateMedia({ media: 'print' })
    await expect.poll(() => page.getByText(t('encryption.sheet.keep')).isVisible()).toBe(true)
    await expect.poll(() => page.getByText(t('encryption.file.encrypted')).isVisible()).toBe(false)
    await shoot(page, 'encrypted-sheet')
    await page.emulateMedia({ media: 'screen' })
    await button(page, t('encryption.file.hide')).click()
    await page.getByText(t('encryption.file.showing')).waitFor({ state: 'detached' })
  })
})
