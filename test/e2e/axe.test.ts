/** The looking itself, proven by planted offences: a page that is wrong is told so, again after it was made right, and after a load. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { contrastViolations, violations } from './axe.ts'
import { launchBrowser } from './browser.ts'
import { walkThrough } from './looking.ts'

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage()
})
afterAll(() => browser.close())

const around = (body: string, pale = false) =>
  `<!doctype html><html lang="nb"><title>Prøve</title><style>:focus-visible{outline:2px solid}</style><main style="color:${pale ? '#ccc' : '#111'};background:#fff"><h1>Prøve</h1>${body}</main></html>`

it('finds what a screen reader misses and what is too pale, as often as it looks', async () => {
  await page.setContent(around('<img src="data:,">', true))
  expect((await violations(page)).map((one) => one.split(':')[0]).sort()).toEqual(['color-contrast', 'image-alt'])
  expect(await contrastViolations(page)).toEqual([expect.stringMatching(/^color-contrast: h1/)])
  await page.evaluate(() => document.querySelector('main')?.setAttribute('style', 'color:#111;background:#fff'))
  expect(await contrastViolations(page)).toEqual([])
  await page.goto('about:blank')
  await page.setContent(around('<input>'))
  expect(await violations(page)).toEqual([expect.stringMatching(/^label: input/)])
})

it('refuses a frame, into which it does not look', async () => {
  await page.setContent(around('<iframe title="Ramme" srcdoc="<p>Tekst</p>"></iframe>'))
  await expect(violations(page)).rejects.toThrow('frame')
})

it('walks from the first stop although the focus lies further down, tells of what shows no focus and of what never lets go', async () => {
  await page.setContent(
    around('<button>En</button><button style="outline:0">To</button><h2 tabindex="-1">Her</h2><button>Tre</button>'),
  )
  await page.locator('h2').focus()
  const { stops, unseen } = await walkThrough(page)
  expect(stops.map((stop) => stop.split(' ').at(-1))).toEqual(['En', 'To', 'Tre'])
  expect(unseen).toEqual([expect.stringContaining('To')])
  await page.evaluate(() =>
    document.querySelectorAll('button')[1]?.addEventListener('keydown', (event) => event.preventDefault()),
  )
  expect((await walkThrough(page)).stops.length).toBeGreaterThan(200)
})
