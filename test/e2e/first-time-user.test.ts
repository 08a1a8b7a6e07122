/** Somebody who has never seen Fyr: from an empty machine to the first visit of a plan of sixty. */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { translator } from '#shared/i18n/translator.ts'
import { aStore } from '#test/db/a-store.ts'
import { aDesk, type Desk, shoot } from './desk.ts'
import { norwegian, textsShown, wordsIn } from './norwegian-words.ts'
import { button, choose, comboBox, expectMessage, foundPartnership, goTo, goToSettings, t, textField } from './steps.ts'

const year = new Date().getFullYear()
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
    await expect.poll(() => textField(page, t('app.welcome.create.givenName')).inputValue()).toBe('Ingrid')
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
  it('each screen says what to do first', async () => {
    for (const step of ['visit', 'companies', 'target'] as const) {
      await button(page.getByRole('main'), t(`home.first.${step}.action`)).waitFor()
    }
    await goTo(page, 'visits')
    await page.getByText(t('visits.list.emptyText')).waitFor()
    await button(page, t('visits.list.logFirst')).waitFor()
    await goTo(page, 'followUps')
    await page.getByText(t('followUps.list.emptyText')).waitFor()
    await goTo(page, 'packages')
    await page.getByText(t('packages.list.noneText')).waitFor()
    await goTo(page, 'companies')
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
    await expect.poll(() => number.evaluate((element) => element === document.activeElement)).toBe(true)
    await expect.poll(() => textField(page, t('companies.fields.name')).inputValue()).toBe('Ålesund Skipsutstyr AS')
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

describe('The first year', () => {
  it('months that do not add up to the target are told at once, and cannot be saved', async () => {
    await goTo(page, 'home')
    await button(page, t('home.plan.change')).click()
    await page.getByRole('heading', { level: 1, name: t('home.plan.title', { year }) }).waitFor()
    const target = textField(page, t('home.plan.target'))
    await target.fill('60')
    await page
      .getByRole('status')
      .filter({ hasText: t('home.plan.missing', { count: 10, sum: '50' }) })
      .waitFor()
    await expect.poll(() => button(page, t('home.plan.save')).isDisabled()).toBe(true)
    await button(page, t('home.plan.spread')).click()
    await page
      .getByRole('status')
      .filter({ hasText: t('home.plan.balanced', { sum: '60' }) })
      .waitFor()
    const july = textField(page, 'juli')
    await expect.poll(() => july.inputValue()).toBe('0')
    await july.fill('3')
    await page
      .getByRole('status')
      .filter({ hasText: t('home.plan.tooMany', { count: 3, sum: '63' }) })
      .waitFor()
    await shoot(page, 'first-plan')
    await july.fill('0')
    await button(page, t('home.plan.save')).click()
    await page.getByText(t('home.progress.of', { target: '60' })).waitFor()
  })

  it('after the first visit the home screen shows one of sixty', async () => {
    await page.keyboard.press('Control+Shift+L')
    const capture = page.getByRole('dialog', { name: t('app.actions.logVisit') })
    await comboBox(capture, t('visits.fields.companyId')).fill('Aalesund')
    await page.getByRole('option', { name: /Ålesund Skipsutstyr AS/ }).click()
    await textField(capture, t('visits.fields.notes')).fill('Leverer til tre verft.')
    await button(capture, t('visits.capture.save')).click()
    await capture.waitFor({ state: 'hidden' })
    const progress = page.getByRole('region', { name: t('home.progress.title', { year }) })
    await expect.poll(() => progress.getByRole('paragraph').first().textContent()).toBe('1 av 60')
    await page
      .getByRole('region', { name: t('home.latest.title') })
      .getByText('Ålesund Skipsutstyr AS')
      .waitFor()
    await shoot(page, 'first-visit-home')
  })
})

describe('Made to her liking', () => {
  it('what is changed in one window shows in the other without a reload', async () => {
    const other = await page.context().newPage()
    await other.goto(origin(page))
    await goTo(other, 'companies')
    await other.getByRole('row', { name: /Ålesund Skipsutstyr AS/ }).waitFor()
    await goTo(page, 'companies')
    await page.getByRole('row', { name: /Ålesund Skipsutstyr AS/ }).click()
    await page.getByRole('tab', { name: t('companies.tabs.details') }).click()
    await textField(page, t('companies.fields.name')).fill('Ålesund Skipsutstyr og Rigg AS')
    await page.keyboard.press('Tab')
    await other.getByRole('row', { name: /Ålesund Skipsutstyr og Rigg AS/ }).waitFor()
    await other.close()
  })

  it('dark colours are on as soon as they are chosen', async () => {
    await goToSettings(page, 'window')
    await choose(page, page, t('settings.window.theme'), t('settings.themes.dark'))
    await expect.poll(() => brightness(page)).toBeLessThan(60)
    await shoot(page, 'first-dark')
  })

  it.each([
    ['sv', 'nb'],
    ['en', 'sv'],
  ] as const)('in %s no word of Norwegian is left on any screen', async (language, before) => {
    const [now, then] = [translator(language), translator(before)]
    await goToSettings(page, 'window', then)
    await choose(page, page, then('settings.window.language'), then(`codes.language.${language}`))
    await page.getByRole('heading', { level: 2, name: now('settings.pages.window') }).waitFor()
    await closeNotices(now)
    const left: Record<string, string[]> = {}
    const look = async (screen: string) => {
      await page.waitForLoadState('networkidle')
      const found = norwegian(await textsShown(page), language, own)
      if (found.length > 0) left[screen] = found
    }
    await look('settings')
    for (const area of ['home', 'visits', 'companies', 'followUps', 'packages'] as const) {
      await goTo(page, area, now)
      await look(area)
      await shoot(page, `first-${area}-${language}`)
    }
    await button(page, now('packages.new.action')).first().click()
    await look('new package')
    await goTo(page, 'companies', now)
    await page.getByRole('row', { name: /Rigg AS/ }).click()
    for (const tab of ['visits', 'details', 'contacts'] as const) {
      await page.getByRole('tab', { name: now(`companies.tabs.${tab}`) }).click()
      await look(`company ${tab}`)
    }
    await goTo(page, 'visits', now)
    await page.getByRole('row', { name: /Rigg AS/ }).click()
    for (const tab of ['visit', 'interview', 'board', 'followUps', 'files'] as const) {
      await page.getByRole('tab', { name: now(`visits.tabs.${tab}`) }).click()
      await look(`visit ${tab}`)
    }
    for (const name of ['partnership', 'people', 'bodies', 'file'] as const) {
      await goToSettings(page, name, now)
      await look(`settings ${name}`)
    }
    await page.keyboard.press('Control+Shift+L')
    await page.getByRole('dialog', { name: now('app.actions.logVisit') }).waitFor()
    await look('capture')
    await page.keyboard.press('Escape')
    expect(left).toEqual({})
  })
})

const origin = (from: Page) => new URL(from.url()).origin
const brightness = (on: Page) =>
  on.evaluate(() => {
    const [red = 0, green = 0, blue = 0] = (getComputedStyle(document.body).backgroundColor.match(/\d+/g) ?? []).map(
      Number,
    )
    return (red + green + blue) / 3
  })

/** What the user wrote, and what is called the same in every language of the screen. */
const own = new Set(
  wordsIn(
    'Sunnmøre næringspartnerskap Ingrid Solbakk Ålesund Skipsutstyr og Rigg AS Leverer til tre verft Styret styret fyr Norsk Svenska English',
  ),
)
/** A notice is one saying of a moment: it stays in the language that it was said in. */
async function closeNotices(words: typeof t): Promise<void> {
  const notices = page.getByRole('region', { name: words('app.toasts') })
  const close = button(notices, words('common.close'))
  while ((await close.count()) > 0) await close.first().click()
}

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
