/** A partnership's file that can't be written: on a locked disk, mailed by a colleague, kept from last year. It is there to be read. */
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createBackend, noPorts } from '#db/backend.ts'
import { createClient } from '#shared/contract/client.ts'
import { aDesk, type Desk, shoot } from './desk.ts'
import { button, goTo, notices, t, textField } from './steps.ts'

const notes = 'Bygger om verkstedet. Trenger to fagarbeidere til våren.'
const folder = mkdtempSync(join(tmpdir(), 'fyr-read-only-'))
const file = join(folder, 'lyngen.fyr')
let desk: Desk
let page: Page
let before: Buffer

/** A file with a visit and a follow-up in it, closed. */
async function makeFile(): Promise<void> {
  const backend = createBackend({
    home: folder,
    host: 'direct',
    version: '1',
    can: { openFiles: false, revealFiles: false },
    ports: { ...noPorts, pickSave: async () => file },
  })
  const { call } = createClient({ call: backend.dispatch, onChanged: backend.onChanged })
  const made = await call('workspace.create', {
    name: 'Lyngen næringsforum',
    country: 'NO',
    language: 'nb',
    givenName: 'Kari',
    familyName: 'Nilsen',
  })
  const me = made?.me?.id ?? ''
  const visit = await call('visits.log', {
    companyId: null,
    newCompanyName: 'Nordlys Mek AS',
    visitedOn: '2026-01-15',
    notes,
    ourParticipantIds: [me],
  })
  await call('followUps.add', {
    visitId: visit.id,
    description: 'Spørre NAV om lærlinger',
    theme: 'other',
    ownerId: me,
    dueOn: '2026-02-01',
  })
  await backend.close()
}

beforeAll(async () => {
  await makeFile()
  before = readFileSync(file)
  // The folder lets others read it and not write, as a disk that is locked would.
  chmodSync(file, 0o444)
  chmodSync(folder, 0o555)
  desk = await aDesk({ openAtStart: file, asNobody: true })
  page = await desk.open()
  await page.getByRole('navigation', { name: t('app.nav') }).waitFor()
})
afterAll(async () => {
  await desk.close()
  chmodSync(folder, 0o755)
  rmSync(folder, { recursive: true, force: true })
})

it('says so once, calmly, and shows what the file holds', async () => {
  await expect.poll(() => page.getByText(t('app.warnings.readOnly')).count()).toBe(1)
  await expect.poll(() => notices(page).getByRole('listitem').count()).toBe(0)
  await shoot(page, 'read-only-home')
  await goTo(page, 'visits')
  await page.getByRole('row', { name: /Nordlys Mek/ }).click()
  await page.getByRole('heading', { level: 2, name: 'Nordlys Mek AS' }).waitFor()
  await expect.poll(() => textField(page, t('visits.fields.notes')).inputValue()).toBe(notes)
  await shoot(page, 'read-only-visit')
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map((one) => one.id)).toEqual([])
})

it('no field of a visit takes a letter, so none can be lost', async () => {
  const field = textField(page, t('visits.fields.notes'))
  await field.focus()
  await page.keyboard.type('Mer om verkstedet')
  await page.keyboard.press('Tab')
  await expect.poll(() => field.inputValue()).toBe(notes)
  const boxes = page.getByRole('article').getByRole('textbox')
  const open = await boxes.evaluateAll((all) => all.filter((one) => !(one as HTMLInputElement).readOnly).length)
  expect(open).toBe(0)
  await expect.poll(() => boxes.count()).toBeGreaterThan(5)
  await page.getByRole('tab', { name: new RegExp(`^${t('visits.tabs.files')}`) }).click()
  await page.getByRole('tabpanel').getByText(t('problems.readOnly')).waitFor()
  await expect.poll(() => page.getByText(t('common.saving.notSaved')).count()).toBe(0)
})

it('the shortcut for a visit opens no form, and what would write is off on every screen', async () => {
  await page.keyboard.press('Control+Shift+L')
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
  const off = async (name: string) => expect(await button(page, name).first().isDisabled(), name).toBe(true)
  await goTo(page, 'companies')
  await off(t('app.actions.logVisit'))
  await off(t('companies.new.action'))
  await page.getByRole('row', { name: /Nordlys Mek/ }).click()
  await page.getByRole('heading', { level: 2, name: 'Nordlys Mek AS' }).waitFor()
  await off(t('companies.logVisit'))
  await shoot(page, 'read-only-company')
  await goTo(page, 'followUps')
  await page.getByRole('row', { name: /Spørre NAV/ }).click()
  await page.getByRole('heading', { level: 2, name: 'Spørre NAV om lærlinger' }).waitFor()
  await off(t('followUps.close.open'))
  await shoot(page, 'read-only-follow-up')
  await goTo(page, 'packages')
  await off(t('packages.new.action'))
})

it('a form reached by its address keeps what is typed and says what to do', async () => {
  await page.goto(`${new URL(page.url()).origin}/#/companies/new`)
  const name = textField(page.getByRole('region', { name: t('companies.new.title') }), t('companies.fields.name'))
  await name.fill('Arctic Sveis AS')
  await button(page, t('companies.new.register')).click()
  await page.getByText(t('problems.readOnly')).first().waitFor()
  await expect.poll(() => name.inputValue()).toBe('Arctic Sveis AS')
  await shoot(page, 'read-only-form')
})

it('and the file is the same, byte for byte', () => {
  expect(readFileSync(file).equals(before)).toBe(true)
})
