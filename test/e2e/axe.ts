import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { quiet } from './quiet.ts'

/** Rows and figures are there, nothing still loads. */
export async function settled(target: Page): Promise<void> {
  await target.locator('main').getByRole('heading').first().waitFor()
  await target.waitForFunction(() => document.querySelectorAll('[aria-busy="true"]').length === 0)
  await quiet(target)
}

/** What axe finds wrong with colours alone, for a theme of a screen whose structure was looked at before. */
export async function contrastViolations(target: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page: target }).withRules(['color-contrast']).analyze()
  return found.map(told)
}

/** What axe finds wrong by WCAG 2.2 AA and by good practice: the rule and where. */
export async function violations(target: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page: target })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return found.map(told)
}

function told({
  id,
  nodes,
}: {
  readonly id: string
  readonly nodes: readonly { readonly target: readonly unknown[] }[]
}) {
  const places = nodes.map(({ target }) => target.join(' '))
  return `${id}: ${places.slice(0, 3).join(' | ')}`
}
