/** axe over every screen, all its rules in light, those of colours in dark and high contrast: nothing may be found. */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { settled, violations } from './axe.ts'
import { aDesk, type Desk, shoot } from './desk.ts'
import { chooseTwo, chosenInRegisters, partnershipScreenNames, partnershipScreens } from './partnership-screens.ts'
import { t } from './steps.ts'
import { strategyScreenNames, strategyScreens } from './strategy-screens.ts'
import { lookInThemes } from './themes.ts'

let desk: Desk
let page: Page
let origin = ''
const records: Record<string, string> = {}

beforeAll(async () => {
  desk = await aDesk()
  page = await desk.open({ reducedMotion: 'reduce' })
  origin = new URL(page.url()).origin
  await desk.call(page, 'workspace.openSample', { sample: 'ostfold' })
  const visits = await desk.call<{ rows: { id: string; companyId: string }[] }>(page, 'visits.list', {})
  const followUps = await desk.call<{ rows: { id: string }[] }>(page, 'followUps.list', {})
  const packages = await desk.call<{ id: string }[]>(page, 'packages.list', {})
  records.visit = visits.rows[0]?.id ?? ''
  records.company = visits.rows[0]?.companyId ?? ''
  records.followUp = followUps.rows[0]?.id ?? ''
  records.package = packages[0]?.id ?? ''
  records.body = (await desk.call<{ id: string }[]>(page, 'bodies.list', {}))[0]?.id ?? ''
  records.partner = (await desk.call<{ id: string }[]>(page, 'partners.list', {}))[0]?.id ?? ''
  Object.assign(records, await partnershipScreens(desk, page), await strategyScreens(desk, page))
  await desk.call(page, 'preferences.choose', { theme: 'light' })
  // Somebody to be looked at again, or the page of personal data has nothing to show.
  const companyId = records.company
  await desk.call(page, 'contacts.add', { companyId, givenName: 'Eva', familyName: 'Ek', objectedOn: '2025-01-15' })
})
afterAll(() => desk.close())

const screens: [name: string, path: () => string][] = [
  ['home', () => '/'],
  ['visits', () => '/visits'],
  ['visit', () => `/visits/${records.visit}`],
  ['companies', () => '/companies'],
  ['company', () => `/companies/${records.company}`],
  ['follow-ups', () => '/follow-ups'],
  ['follow-up', () => `/follow-ups/${records.followUp}`],
  ['partners', () => '/partners'],
  ['partner', () => `/partners/${records.partner}`],
  ['partner-commitments', () => `/partners/${records.partner}?tab=commitments`],
  ['partner-people', () => `/partners/${records.partner}?tab=people`],
  ['partner-fields', () => `/partners/${records.partner}?tab=fields`],
  ['commitments', () => '/commitments'],
  ['commitments-grouped', () => '/commitments?groupBy=partner'],
  ['give-and-take', () => '/give-and-take'],
  ...[...partnershipScreenNames, ...strategyScreenNames].map((name): [string, () => string] => [
    name,
    () => records[name] ?? '',
  ]),
  ['packages', () => '/packages'],
  ['package', () => `/packages/${records.package}`],
  ['body-packages', () => `/bodies/${records.body}?tab=packages`],
  ['settings', () => '/settings'],
  ['settings-partnership', () => '/settings/partnership'],
  ['settings-documents', () => '/settings/documents'],
  ['settings-people', () => '/settings/people'],
  ['settings-partners', () => '/settings/partners'],
  ['settings-personal-data', () => '/settings/personalData'],
  ['settings-backups', () => '/settings/backups'],
  ['settings-check', () => '/settings/check'],
  ['settings-file', () => '/settings/file'],
  ['settings-history', () => '/settings/history'],
  ['settings-about', () => '/settings/about'],
]

describe('in every theme', () => {
  // Leaves whatever dialog a test, or its failure, has left open.
  afterEach(() => page.goto('about:blank'))
  const show = async (path: string) => {
    await page.goto(`${origin}/#${path}`)
    await settled(page)
  }
  it.each(screens)('%s breaks no rule', async (name, path) => {
    await show(path())
    expect(await lookInThemes(desk, page, name)).toEqual([])
  })
  it.each(chosenInRegisters)('%s with rows chosen breaks no rule', async (name, path) => {
    await show(path)
    await chooseTwo(page)
    await page.getByRole('region', { name: t('registers.bulk.title') }).waitFor()
    expect(await lookInThemes(desk, page, `${name}-chosen`)).toEqual([])
  })
  it('the capture dialog breaks no rule', async () => {
    await show('/')
    await page.keyboard.press('Control+Shift+L')
    await page.getByRole('dialog').waitFor()
    expect(await lookInThemes(desk, page, 'capture')).toEqual([])
  })
  it('the command palette breaks no rule', async () => {
    await show('/')
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.type('bes')
    await page.getByRole('group', { name: t('app.palette.records') }).waitFor()
    expect(await lookInThemes(desk, page, 'palette')).toEqual([])
  })
})

describe('the welcome screen', () => {
  it.each(['light', 'dark'] as const)('breaks no rule in %s', async (colorScheme) => {
    const other = await aDesk()
    try {
      const fresh = await other.open({ colorScheme })
      await fresh.locator('h1').first().waitFor()
      await shoot(fresh, `welcome-${colorScheme}`)
      expect(await violations(fresh)).toEqual([])
      await fresh
        .getByRole('button', { name: /Opprett partnerskap/ })
        .first()
        .click()
      await shoot(fresh, `welcome-create-${colorScheme}`)
      expect(await violations(fresh)).toEqual([])
    } finally {
      await other.close()
    }
  })
})
