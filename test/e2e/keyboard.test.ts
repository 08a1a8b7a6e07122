/** Fyr for who hears the screen and has the keyboard only: where the focus goes, and what is said without being asked for. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, type Desk, shoot } from './desk.ts'
import { button, goTo, messageOf, notices, t, textField } from './steps.ts'

let desk: Desk
let page: Page
let origin = ''

beforeAll(async () => {
  desk = await aDesk()
  page = await desk.open()
  origin = new URL(page.url()).origin
  await desk.call(page, 'workspace.openSample', { sample: 'ostfold' })
})
afterAll(() => desk.close())

async function show(path: string): Promise<void> {
  await page.goto('about:blank')
  await page.goto(`${origin}/#${path}`)
  await page.locator('main').getByRole('heading').first().waitFor()
  await page.waitForFunction(() => document.querySelectorAll('[aria-busy="true"]').length === 0)
}
/** Role or tag of what has the focus, and its words. */
const focus = () =>
  page.evaluate(() => {
    const element = document.activeElement
    const name = element?.getAttribute('aria-label') ?? element?.textContent ?? ''
    return `${element?.getAttribute('role') ?? element?.tagName.toLowerCase()} ${name}`
  })
const expectFocus = (wanted: string) => expect.poll(focus).toBe(wanted)

describe('The focus goes where the work goes', () => {
  const list = () => page.getByRole('grid', { name: t('app.areas.companies') })
  async function thirdCompany(): Promise<string> {
    const { rows } = await desk.call<{ rows: { name: string }[] }>(page, 'companies.list', {})
    return rows[2]?.name ?? ''
  }

  it('Enter opens a row and goes to its title; closing goes back to the list', async () => {
    await show('/companies')
    const name = await thirdCompany()
    await list().focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expectFocus(`h2 ${name}`)
    await expect.poll(() => page.title()).toBe(`${name} – Fyr`)
    await page
      .getByRole('region', { name })
      .getByRole('button', { name: t('common.close') })
      .focus()
    await page.keyboard.press('Enter')
    await expectFocus(`grid ${t('app.areas.companies')}`)
    await expect.poll(() => page.title()).toBe(`${t('app.areas.companies')} – Fyr`)
  })

  it('Space opens a row and stays among the rows', async () => {
    await show('/companies')
    const name = await thirdCompany()
    await list().focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await page.getByRole('heading', { level: 2, name }).waitFor()
    await expectFocus(`grid ${t('app.areas.companies')}`)
  })

  it('a record found by the palette, from another area, has the focus at its title', async () => {
    await show('/settings/people')
    const name = await thirdCompany()
    await page.keyboard.press('Control+k')
    await page.keyboard.type(name)
    await page
      .getByRole('option', { name: new RegExp(name) })
      .first()
      .waitFor()
    await page.keyboard.press('Enter')
    await expectFocus(`h2 ${name}`)
  })

  it('the form of a new package is gone to', async () => {
    await show('/packages')
    await button(page, t('packages.new.action')).focus()
    await page.keyboard.press('Enter')
    await expectFocus(`h2 ${t('packages.new.title')}`)
  })

  it('a municipality that is taken off the region hands the focus to the next', async () => {
    await show('/settings/partnership')
    await button(page, t('settings.partnership.removeMunicipality', { name: 'Moss' })).focus()
    await page.keyboard.press('Enter')
    await expectFocus(`button ${t('settings.partnership.removeMunicipality', { name: 'Halden' })}`)
  })
})

describe('What happens is said', () => {
  it('a refused field tells its name and the reason, at once and when one comes back to it', async () => {
    const { rows } = await desk.call<{ rows: { id: string }[] }>(page, 'companies.list', {})
    await show(`/companies/${rows[0]?.id}?tab=details`)
    const number = textField(page, t('app.fields.orgNo'))
    await number.fill('123')
    await number.press('Tab')
    const said = page.getByRole('status').filter({ hasText: t('common.saving.notSaved') })
    await said.waitFor()
    const reason = await messageOf(number)
    expect(reason.length).toBeGreaterThan(40)
    await expect.poll(() => said.textContent()).toContain(t('app.fields.orgNo'))
    expect(reason).toContain((await said.textContent())?.split(': ').slice(1).join(': '))
    await number.fill('')
    await number.press('Tab')
  })

  it('F6 leads to the notice, its undo works, and the focus comes back to where one was', async () => {
    const { rows } = await desk.call<{ rows: { id: string; name: string }[] }>(page, 'companies.list', {})
    await show(`/companies/${rows[4]?.id}?tab=details`)
    const name = textField(page, t('app.fields.name'))
    await name.focus()
    await page.keyboard.press('End')
    await page.keyboard.type(' ny')
    await page.keyboard.press('Enter')
    await notices(page)
      .getByRole('button', { name: t('common.undo') })
      .waitFor()
    await page.keyboard.press('F6')
    await expectFocus(`button ${t('common.undo')}`)
    await page.keyboard.press('Enter')
    await expect.poll(() => name.inputValue()).toBe(rows[4]?.name)
    await expect.poll(() => name.evaluate((element) => element === document.activeElement)).toBe(true)
  })

  it('what asks before it deletes is an alert whose text is read with its title', async () => {
    const packages = await desk.call<{ id: string }[]>(page, 'packages.list', {})
    await show(`/packages/${packages[0]?.id}`)
    const remove = button(page, t('packages.remove.action'))
    await remove.focus()
    await page.keyboard.press('Enter')
    const alert = page.getByRole('alertdialog')
    await alert.waitFor()
    expect((await messageOf(alert)).length).toBeGreaterThan(40)
    await expectFocus(`button ${t('common.cancel')}`)
    await page.keyboard.press('Escape')
    await alert.waitFor({ state: 'hidden' })
    await expectFocus(`button ${t('packages.remove.action')}`)
  })

  it("every chart's button names its chart", async () => {
    await show('/')
    await page.getByRole('figure').first().waitFor()
    const names = await page
      .getByRole('button', { name: t('common.chart.asTable') })
      .evaluateAll((found) => found.map((one) => one.getAttribute('aria-label')))
    expect(names.length).toBeGreaterThan(1)
    expect(new Set(names).size).toBe(names.length)
  })
})

describe("In the system's colours", () => {
  beforeAll(() => page.emulateMedia({ forcedColors: 'active' }))
  afterAll(() => page.emulateMedia({ forcedColors: null }))

  it('only a ticked box bears a tick, and only the chosen tab a line', async () => {
    const { rows } = await desk.call<{ rows: { id: string }[] }>(page, 'visits.list', {})
    await show(`/visits/${rows[0]?.id}?tab=interview`)
    const boxes = page.getByRole('tabpanel').locator('label:has(input[type="checkbox"])')
    await boxes.first().waitFor()
    await shoot(page, 'forced-colours-interview')
    const told = await boxes.evaluateAll((labels) =>
      labels.map((label) => ({
        ticked: label.querySelector('input')?.checked,
        mark: getComputedStyle(label.querySelector('svg') ?? label).visibility === 'visible',
      })),
    )
    expect(told.length).toBeGreaterThan(5)
    expect(told.filter(({ ticked, mark }) => ticked !== mark)).toEqual([])
    const lines = await page
      .getByRole('region')
      .getByRole('tab')
      .evaluateAll((tabs) =>
        tabs.map((tab) => `${tab.getAttribute('aria-selected')} ${getComputedStyle(tab).borderBottomColor}`),
      )
    const [chosen] = lines.filter((line) => line.startsWith('true'))
    const others = new Set(lines.filter((line) => line.startsWith('false')))
    expect(others.size).toBe(1)
    expect([...others][0]?.slice(6)).not.toBe(chosen?.slice(5))
  })
})

it('at 400 %, the home screen needs no scrolling sideways', async () => {
  await page.setViewportSize({ width: 320, height: 512 })
  await show('/')
  await page.getByRole('meter').nth(2).waitFor()
  const wider = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('main, main > *')]
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map((element) => element.className),
  )
  await shoot(page, 'home-320')
  expect(wider).toEqual([])
  await page.setViewportSize({ width: 1280, height: 800 })
  await goTo(page, 'visits')
})
