/** The screens of meetings for those who use no mouse or magnify. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { settled } from './axe.ts'
import { aDesk, type Desk, shoot } from './desk.ts'
import { longestWalk, walkThrough, widerThanTheWindow } from './looking.ts'
import { meetingScreenNames, meetingScreens } from './meeting-screens.ts'
import { t } from './steps.ts'

let desk: Desk
let page: Page
let origin = ''
let paths: Record<string, string> = {}
beforeAll(async () => {
  desk = await aDesk()
  page = await desk.open()
  origin = new URL(page.url()).origin
  paths = await meetingScreens(desk, page)
})
afterAll(() => desk.close())

async function show(screen: string): Promise<void> {
  await page.goto('about:blank')
  await page.goto(`${origin}/#${paths[screen]}`)
  await settled(page)
}

describe('With the Tab key alone', () => {
  it.each(meetingScreenNames)(
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
})

describe('At 200 %', () => {
  beforeAll(() => page.setViewportSize({ width: 640, height: 400 }))
  afterAll(() => page.setViewportSize({ width: 1280, height: 800 }))
  it.each(meetingScreenNames)('%s needs no scrolling sideways', async (screen) => {
    await show(screen)
    await shoot(page, `zoomed-${screen}`)
    expect(await widerThanTheWindow(page)).toEqual([])
  })

  it('in the meeting the agenda is folded behind the item shown, so that Tab does not pass it on the way to the text', async () => {
    await show('session')
    const agenda = page.getByRole('navigation', { name: t('session.items.title') })
    await expect.poll(() => agenda.getByRole('button').count()).toBe(1)
    await agenda.getByRole('button').click()
    await shoot(page, 'zoomed-session-agenda')
    const items = agenda.getByRole('listitem').getByRole('button')
    await expect.poll(() => items.count()).toBeGreaterThan(3)
    const title = await items.last().innerText()
    await items.last().click()
    await agenda.getByRole('listitem').first().waitFor({ state: 'hidden' })
    const panel = page.getByRole('region', { name: t('session.item.title'), exact: true })
    expect(title).toContain(await panel.getByRole('heading', { level: 2 }).innerText())
  })
})

it('in the meeting the text begins in the upper half of the window, however long the place and the case are', async () => {
  const id = /meetings\/([^/]+)\//.exec(paths.session ?? '')?.[1]
  const place = 'Fylkeshuset i Østfold, Oscar Pedersens vei 39, møterom Glomma i tredje etasje, 1721 Sarpsborg'
  await desk.call(page, 'meetings.revise', { id, changes: { place } })
  await show('session')
  const top = async (role: 'textbox' | 'button', name: string) =>
    (await page.getByRole(role, { name }).first().boundingBox())?.y ?? Number.NaN
  await expect.poll(() => top('textbox', t('session.item.minutes'))).toBeLessThan(400)
  const tools = page.getByRole('toolbar', { name: t('session.add.title') }).getByRole('button')
  const middles = await tools.evaluateAll((all) =>
    all.map((one) => one.getBoundingClientRect()).map(({ top, bottom }) => (top + bottom) / 2),
  )
  expect(middles.length).toBeGreaterThan(4)
  expect(Math.max(...middles) - Math.min(...middles)).toBeLessThan(4)
  // The button that ends the meeting stands beside the title, not under it.
  await expect.poll(() => top('button', t('session.close.action'))).toBeLessThan(60)
})

it('the window itself never scrolls, however long a meeting is', async () => {
  for (const screen of ['meeting-item', 'session', 'session-final-minutes', 'body-rules']) {
    await show(screen)
    const { content, window } = await page.evaluate(() => ({
      content: document.documentElement.scrollHeight,
      window: document.documentElement.clientHeight,
    }))
    expect(content, screen).toBeLessThanOrEqual(window)
  }
})
