/**
 * The thread that keeps the file dies while a visit is being typed, and again between the commit and the answer: one visit each. When it
 * dies again and again the file is left, and opened anew when the user says so.
 */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aDesk, type Desk, shoot } from './desk.ts'
import { button, comboBox, foundPartnership, notices, t, textField } from './steps.ts'

let desk: Desk
let page: Page
beforeAll(async () => {
  desk = await aDesk({ worker: new URL('../db/mortal-worker.ts', import.meta.url) })
  page = await desk.open()
  await foundPartnership(page, { name: 'Lyngen næringsforum', givenName: 'Kari', familyName: 'Nilsen' })
})
afterAll(() => desk.close())

const capture = () => page.getByRole('dialog', { name: t('app.actions.logVisit') })
const company = () => comboBox(capture(), t('visits.fields.companyId'))
const notes = () => textField(capture(), t('visits.fields.notes'))
const names = async () =>
  (await desk.call<{ rows: { companyName: string }[] }>(page, 'visits.list', {})).rows.map((row) => row.companyName)
const banner = () => page.getByText(t('app.health.restarted'))

async function type(name: string, words: string): Promise<void> {
  await page.keyboard.press('Control+Shift+L')
  await capture().waitFor()
  await company().fill(name)
  await page.getByRole('option', { name: t('common.createNamed', { name }) }).click()
  await notes().fill(words)
}
async function save(name: string): Promise<void> {
  await button(capture(), t('visits.capture.save')).click()
  await capture().waitFor({ state: 'hidden' })
  await notices(page)
    .getByText(t('visits.capture.saved', { company: name }))
    .last()
    .waitFor()
}

it('the form stands as it was, the window says what happened, and saving gives one visit', async () => {
  const words = 'Eieren er 67 og vil selge.'
  await type('Fjordhotellet AS', words)
  // No worker answers this.
  await expect(desk.call(page, 'die.now', null)).rejects.toThrow()
  await banner().waitFor()
  await expect.poll(() => notes().inputValue()).toBe(words)
  await expect.poll(() => company().inputValue()).toBe('Fjordhotellet AS')
  await shoot(page, 'keeper-died-while-typing')
  await save('Fjordhotellet AS')
  await expect.poll(names).toEqual(['Fjordhotellet AS'])
  await shoot(page, 'keeper-died')
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map((one) => one.id)).toEqual([])
  await page
    .getByRole('status')
    .filter({ has: banner() })
    .getByRole('button', { name: t('common.close') })
    .click()
  await banner().waitFor({ state: 'hidden' })
})

it('a visit that was saved as the thread died closes its form as any other, and stands there once', async () => {
  await type('Nordlys Mek AS', 'Bygger om verkstedet.')
  await desk.call(page, 'die.at', { moment: 'afterCommit', times: 1 })
  await save('Nordlys Mek AS')
  await expect.poll(async () => (await names()).sort()).toEqual(['Fjordhotellet AS', 'Nordlys Mek AS'])
  await page.getByText(t('app.health.done', { count: 1 })).waitFor()
  expect(await desk.call(page, 'drafts.load', { key: 'capture' })).toBeNull()
})

it('when it dies again and again the welcome offers the file’s ways out, and nothing is lost', async () => {
  for (const _death of [3, 4]) await expect(desk.call(page, 'die.now', null)).rejects.toThrow()
  await page.getByText(t('opening.state.keptEnding')).waitFor()
  await page.getByRole('button', { name: t('opening.ways.openCopy') }).waitFor()
  await shoot(page, 'keeper-kept-dying')
  await button(page, t('opening.ways.retry')).click()
  await page.getByRole('navigation', { name: t('app.nav') }).waitFor()
  await expect.poll(async () => (await names()).sort()).toEqual(['Fjordhotellet AS', 'Nordlys Mek AS'])
})
