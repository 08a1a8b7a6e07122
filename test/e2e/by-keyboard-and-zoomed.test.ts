/** Fyr for those who use no mouse, magnify, or ask their system for less motion or darker colours. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { settled } from './axe.ts'
import { aDesk, type Desk, shoot } from './desk.ts'
import { leaveThePage, longestWalk, walkThrough, widerThanTheWindow } from './looking.ts'
import { chooseTwo, chosenInRegisters, partnershipScreenNames, partnershipScreens } from './partnership-screens.ts'
import { t } from './steps.ts'
import { strategyDialogs, strategyScreenNames, strategyScreens } from './strategy-screens.ts'

let desk: Desk
let page: Page
let origin = ''
const paths: Record<string, string> = {
  home: '/',
  visits: '/visits',
  companies: '/companies',
  'follow-ups': '/follow-ups',
  packages: '/packages',
  settings: '/settings/partnership',
  partners: '/partners',
  commitments: '/commitments',
  'give-and-take': '/give-and-take',
}

beforeAll(async () => {
  desk = await aDesk()
  page = await desk.open()
  origin = new URL(page.url()).origin
  await desk.call(page, 'workspace.openSample', { sample: 'ostfold' })
  const visits = await desk.call<{ rows: { id: string; companyId: string }[] }>(page, 'visits.list', {})
  const followUps = await desk.call<{ rows: { id: string }[] }>(page, 'followUps.list', {})
  const packages = await desk.call<{ id: string }[]>(page, 'packages.list', {})
  const partners = await desk.call<{ id: string }[]>(page, 'partners.list', {})
  Object.assign(paths, await partnershipScreens(desk, page), await strategyScreens(desk, page), {
    partner: `/partners/${partners[0]?.id}`,
    'partner-commitments': `/partners/${partners[0]?.id}?tab=commitments`,
    visit: `/visits/${visits.rows[0]?.id}`,
    company: `/companies/${visits.rows[0]?.companyId}`,
    'follow-up': `/follow-ups/${followUps.rows[0]?.id}`,
    package: `/packages/${packages[0]?.id}`,
  })
})
afterAll(() => desk.close())
const screens = [
  'home',
  'visits',
  'visit',
  'companies',
  'company',
  'follow-ups',
  'follow-up',
  'packages',
  'package',
  'settings',
  'partners',
  'partner',
  'partner-commitments',
  'commitments',
  'give-and-take',
  ...partnershipScreenNames,
  ...strategyScreenNames,
]

async function show(screen: string): Promise<void> {
  await page.goto('about:blank')
  await page.goto(`${origin}/#${paths[screen] ?? screen}`)
  await settled(page)
}

describe('With the Tab key alone', () => {
  // A dialog keeps the focus, as it should.
  it.each(screens.filter((screen) => screen !== 'project-new' && !strategyDialogs.includes(screen)))(
    '%s is walked through from end to end, and the focus is always in sight',
    async (screen) => {
      await show(screen)
      const { stops, unseen } = await walkThrough(page)
      expect(stops.length).toBeLessThan(longestWalk)
      expect(stops.length).toBeGreaterThan(10)
      expect(stops[0]).toContain(t('app.skip'))
      expect(unseen).toEqual([])
    },
  )

  it('the first stop leads past the sidebar', async () => {
    await show('companies')
    await leaveThePage(page)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN')
  })

  it('a dialog keeps the focus, and gives it back when it closes', async () => {
    await show('companies')
    const opener = page.getByRole('button', { name: t('app.actions.logVisit') }).first()
    await opener.focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    for (let step = 0; step < 40; step++) {
      await page.keyboard.press('Tab')
      await expect.poll(() => dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true)
    }
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    await expect.poll(() => opener.evaluate((element) => element === document.activeElement)).toBe(true)
  })

  it('a row of a list is found by its first letters and opened', async () => {
    await show('companies')
    const grid = page.getByRole('grid', { name: t('app.areas.companies') })
    const { rows } = await desk.call<{ rows: { name: string }[] }>(page, 'companies.list', {})
    const name = rows[2]?.name ?? ''
    await grid.focus()
    await page.keyboard.type(name.slice(0, 12))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 2, name }).waitFor()
  })
})

describe('At 200 %', () => {
  beforeAll(() => page.setViewportSize({ width: 640, height: 400 }))
  afterAll(() => page.setViewportSize({ width: 1280, height: 800 }))

  it.each(screens)('%s needs no scrolling sideways', async (screen) => {
    await show(screen)
    await shoot(page, `zoomed-${screen}`)
    expect(await widerThanTheWindow(page)).toEqual([])
  })
  it.each(chosenInRegisters)(
    '%s with rows chosen need no scrolling sideways, and can be changed',
    async (name, path) => {
      await show(path)
      await chooseTwo(page)
      const bar = page.getByRole('region', { name: t('registers.bulk.title') })
      const button = bar.getByRole('button', { name: t('registers.bulk.apply', { count: 2, shown: '2' }) })
      await button.scrollIntoViewIfNeeded()
      await shoot(page, `zoomed-${name}-chosen`)
      const box = await button.boundingBox()
      expect((box?.y ?? 400) + (box?.height ?? 0)).toBeLessThanOrEqual(400)
      expect(await widerThanTheWindow(page)).toEqual([])
    },
  )
  it.each(['visits', 'milestones', 'timeline'])(
    'in %s the row that the arrow keys stand on is whole in sight',
    async (name) => {
      await show(name)
      await page.locator('[role="grid"], [role="treegrid"]').focus()
      for (let step = 0; step < 7; step++) await page.keyboard.press('ArrowDown')
      const ends = () =>
        page.evaluate(() => {
          const active = document.activeElement?.getAttribute('aria-activedescendant') ?? ''
          return document.getElementById(active)?.getBoundingClientRect().bottom
        })
      // The line under a row may lie on the edge.
      await expect.poll(ends).toBeLessThan(402)
    },
  )
  it('the capture dialog needs no scrolling sideways, and its button is in sight', async () => {
    await show('home')
    await page.keyboard.press('Control+Shift+L')
    const button = page.getByRole('dialog').getByRole('button', { name: t('visits.capture.save') })
    await button.waitFor()
    await shoot(page, 'zoomed-capture')
    const box = await button.boundingBox()
    expect((box?.y ?? 400) + (box?.height ?? 0)).toBeLessThanOrEqual(400)
    expect(await widerThanTheWindow(page)).toEqual([])
  })
})

describe('The wishes of the system', () => {
  it('the window itself never scrolls, however long a record is', async () => {
    for (const screen of ['visit', 'company', 'settings']) {
      await show(screen)
      const { content, window } = await page.evaluate(() => ({
        content: document.documentElement.scrollHeight,
        window: document.documentElement.clientHeight,
      }))
      expect(content).toBeLessThanOrEqual(window)
    }
  })

  it('less motion: nothing moves or fades', async () => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await show('home')
    const moving = await page.evaluate(
      () =>
        [...document.querySelectorAll('*')]
          .map((element) => getComputedStyle(element))
          .filter((style) => /[1-9]/.test(style.animationDuration) || /[1-9]/.test(style.transitionDuration)).length,
    )
    expect(moving).toBe(0)
    await page.emulateMedia({ reducedMotion: null })
  })

  describe('colours', () => {
    beforeEach(() => desk.call(page, 'preferences.choose', { theme: 'system' }))
    it('follow the system while it changes', async () => {
      await show('home')
      const brightness = () =>
        page.evaluate(() => {
          const [red = 0, green = 0, blue = 0] = (
            getComputedStyle(document.body).backgroundColor.match(/\d+/g) ?? []
          ).map(Number)
          return (red + green + blue) / 3
        })
      await page.emulateMedia({ colorScheme: 'dark' })
      await expect.poll(brightness).toBeLessThan(60)
      await page.emulateMedia({ colorScheme: 'light' })
      await expect.poll(brightness).toBeGreaterThan(200)
      await page.emulateMedia({ colorScheme: null })
    })
  })
})
