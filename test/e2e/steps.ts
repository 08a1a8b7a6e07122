/** Steps that several journeys take, by role and accessible name alone. */
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { translator } from '#shared/i18n/translator.ts'

/** The words of the Norwegian screen, so that a journey reads the catalogue as the user reads the window. */
export const t = translator('nb')

type Scope = Page | Locator

/** The name of a required field ends in "(må fylles ut)". */
function nameOf(label: string): RegExp {
  return new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}( \\(.*\\))?$`)
}
export const textField = (scope: Scope, label: string) => scope.getByRole('textbox', { name: nameOf(label) })
export const comboBox = (scope: Scope, label: string) => scope.getByRole('combobox', { name: nameOf(label) })
export const button = (scope: Scope, label: string) => scope.getByRole('button', { name: label, exact: true })
/** Select's button bears its label and its value. */
export const select = (scope: Scope, label: string) => scope.getByRole('button', { name: new RegExp(`${label}`) })

export async function choose(page: Page, scope: Scope, label: string, option: string): Promise<void> {
  await select(scope, label).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

/** The message that a screen reader reads with a field: its description. */
export async function messageOf(field: Locator): Promise<string> {
  return field.evaluate((element) =>
    (element.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' '),
  )
}
export async function expectMessage(field: Locator, message: string | RegExp): Promise<void> {
  const wanted = typeof message === 'string' ? expect.stringContaining(message) : expect.stringMatching(message)
  await expect.poll(() => messageOf(field), { timeout: 10_000 }).toEqual(wanted)
  await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true')
}

/** Ticks these of an open package's formats and no other, and makes them. */
export async function makePackageAs(page: Page, names: readonly ('Word' | 'Excel')[]): Promise<void> {
  const formats = page.getByRole('group', { name: t('packages.export.formats') })
  for (const name of ['Word', 'Excel'] as const) {
    const box = formats.getByRole('checkbox', { name, exact: true })
    if ((await box.isChecked()) !== names.includes(name)) await box.press('Space')
    // Waited for by the page itself: a journey's first steps are taken outside of any test.
    await box.and(page.locator(names.includes(name) ? ':checked' : ':not(:checked)')).waitFor({ state: 'attached' })
  }
  await button(page, t('packages.export.make', { count: names.length })).click()
}

/** Goes to an area by its link in the sidebar. */
export async function goTo(page: Page, area: Parameters<typeof areaName>[0], words = t): Promise<void> {
  await page
    .getByRole('navigation', { name: words('app.nav') })
    .getByRole('link', { name: areaName(area, words), exact: true })
    .click()
  await page.getByRole('heading', { level: 1 }).first().waitFor()
}
function areaName(area: 'home' | 'visits' | 'companies' | 'followUps' | 'packages' | 'settings', words = t): string {
  return words(`app.areas.${area}`)
}

/** A page of the settings. */
export async function goToSettings(
  page: Page,
  name: 'window' | 'partnership' | 'people' | 'bodies' | 'file',
  words = t,
) {
  await goTo(page, 'settings', words)
  // The sidebar has links of the same names.
  await page
    .getByRole('main')
    .getByRole('link', { name: words(`settings.pages.${name}`), exact: true })
    .click()
  await page.getByRole('heading', { level: 2, name: words(`settings.pages.${name}`) }).waitFor()
}

export interface Founder {
  readonly name: string
  readonly givenName: string
  readonly familyName: string
}
/** Makes a partnership on the welcome screen and stands on the home screen. */
export async function foundPartnership(page: Page, founder: Founder, words = t): Promise<void> {
  await button(page, words('app.welcome.create.action')).click()
  await textField(page, words('app.welcome.create.name')).fill(founder.name)
  await textField(page, words('app.welcome.create.givenName')).fill(founder.givenName)
  await textField(page, words('app.welcome.create.familyName')).fill(founder.familyName)
  await button(page, words('app.welcome.create.action')).click()
  await page.getByRole('navigation', { name: words('app.nav') }).waitFor()
}

/** The notices in the corner. */
export const notices = (page: Page) => page.getByRole('region', { name: t('app.toasts') })
