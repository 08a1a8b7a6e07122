/** A screen in every theme, as axe sees it. */
import type { Page } from 'playwright-core'
import { contrastViolations, violations } from './axe.ts'
import { type Desk, shoot } from './desk.ts'

const shown = {
  light: '[data-theme="light"][data-contrast="normal"]',
  dark: '[data-theme="dark"]',
  highContrast: '[data-contrast="more"]',
}

async function choose(desk: Desk, page: Page, theme: keyof typeof shown): Promise<void> {
  await desk.call(page, 'preferences.choose', { theme })
  await page.locator(shown[theme]).first().waitFor({ state: 'attached' })
}

/**
 * What axe finds wrong: by all its rules in the light theme, which must be the one chosen; in the others by colours alone, since the
 * screen is built of the same parts. The page must ask for reduced motion: colours are looked at when they have arrived.
 */
export async function lookInThemes(desk: Desk, page: Page, name: string): Promise<string[]> {
  const found = await violations(page)
  await shoot(page, `${name}-light`)
  for (const theme of ['dark', 'highContrast'] as const) {
    await choose(desk, page, theme)
    await shoot(page, `${name}-${theme}`)
    found.push(...(await contrastViolations(page)).map((one) => `${theme} ${one}`))
  }
  await choose(desk, page, 'light')
  return found
}
