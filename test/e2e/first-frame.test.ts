/** The first frames of the window in a real browser: in the chosen colours, whatever the system's are, and never blank. */
import { constants, inflateSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDesk, type Desk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await aDesk()
  const page = await desk.open()
  const partnership = { name: 'Øst', country: 'NO', language: 'nb', givenName: 'Kari', familyName: 'Berg' }
  await desk.call(page, 'workspace.create', partnership)
})
afterAll(() => desk.close())

/** The colour of one point of the window. */
async function colourAt(page: Page, x: number, y: number): Promise<string> {
  const png = await page.screenshot({ clip: { x, y, width: 1, height: 1 } })
  const at = png.indexOf('IDAT') + 4
  // The picture may come in several parts; its one point is in the first.
  const bytes = inflateSync(png.subarray(at, at + png.readUInt32BE(at - 8)), { finishFlush: constants.Z_SYNC_FLUSH })
  const [, red = 0, green = 0, blue = 0] = bytes
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`
}
/** Of the sidebar and of the screen beside it: their lower ends, where nothing is written. */
const columns = async (page: Page) => [await colourAt(page, 3, 560), await colourAt(page, 700, 797)]

const colours = { dark: ['#0d1317', '#12181d'], light: ['#e9eef1', '#f5f7f8'] }

test.each([
  ['dark', 'light'],
  ['light', 'dark'],
  ['system', 'dark'],
] as const)('with %s chosen on a %s system no frame is of another colour, and none is blank', async (theme, system) => {
  const page = await desk.open({ colorScheme: system })
  await desk.call(page, 'preferences.choose', { theme })
  const wanted = colours[theme === 'system' ? system : theme]
  // Its code does not come: what is seen then is the first frame.
  await page.route('**/assets/*.js', () => {})
  await page.goto(new URL(desk.preview.url).origin, { waitUntil: 'commit' })
  await page.waitForSelector('.first-frame')
  await expect.poll(() => columns(page)).toEqual(wanted)
  expect(await page.locator('nav').count()).toBe(0)
  // It comes, and every frame until the desk stands is looked at.
  await page.unroute('**/assets/*.js')
  await page.goto(new URL(desk.preview.url).origin, { waitUntil: 'commit' })
  await page.waitForSelector('.first-frame, nav', { state: 'attached' })
  for (let drawn = false; !drawn; ) {
    drawn = (await page.locator('nav').count()) > 0
    expect(await columns(page)).toEqual(wanted)
  }
  await page.context().close()
})
