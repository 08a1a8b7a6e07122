/** axe over every screen of meetings, in light, dark and high contrast: nothing may be found. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { settled } from './axe.ts'
import { aDesk, type Desk } from './desk.ts'
import { meetingScreenNames, meetingScreens } from './meeting-screens.ts'
import { aSecretary, type ItemForm } from './meeting-steps.ts'
import { t } from './steps.ts'
import { lookInThemes } from './themes.ts'

let desk: Desk
let page: Page
let origin = ''
let paths: Record<string, string> = {}
beforeAll(async () => {
  desk = await aDesk()
  // Colours are looked at when they have arrived, not on their way.
  page = await desk.open({ reducedMotion: 'reduce' })
  origin = new URL(page.url()).origin
  paths = await meetingScreens(desk, page)
  await desk.call(page, 'preferences.choose', { theme: 'light' })
})
afterAll(() => desk.close())

const forms: readonly ItemForm[] = ['proposal', 'vote', 'decision', 'dissent', 'note', 'action', 'disqualification']

const look = (name: string) => lookInThemes(desk, page, name)

it.each(meetingScreenNames)('%s breaks no rule in any theme', async (name) => {
  await page.goto(`${origin}/#${paths[name]}`)
  await settled(page)
  expect(await look(name)).toEqual([])
})

it.each(forms)('the session with its form for a %s breaks no rule in any theme', async (kind) => {
  await page.goto(`${origin}/#${paths.session}`)
  const she = aSecretary(page, t)
  await she.session.writing().focus()
  const form = await she.session.form(kind)
  expect(await look(`session-${kind}`)).toEqual([])
  await form.getByRole('button', { name: t('common.cancel') }).click()
  await form.waitFor({ state: 'hidden' })
})

it('the session about to be closed breaks no rule in any theme', async () => {
  await page.getByRole('button', { name: t('session.close.action') }).click()
  await aSecretary(page, t).session.closing().waitFor()
  expect(await look('session-closing')).toEqual([])
})
