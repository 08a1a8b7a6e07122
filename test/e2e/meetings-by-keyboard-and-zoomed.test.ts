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
