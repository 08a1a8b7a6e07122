import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { quiet } from './quiet.ts'

type RunOnly = NonNullable<Parameters<AxeBuilder['options']>[0]['runOnly']>

/** Rows and figures are there, nothing still loads. */
export async function settled(target: Page): Promise<void> {
  await target.locator('main').getByRole('heading').first().waitFor()
  await target.waitForFunction(() => document.querySelectorAll('[aria-busy="true"]').length === 0)
  await quiet(target)
}

/** What axe finds wrong with colours alone, for a theme of a screen whose structure was looked at before. */
export async function contrastViolations(target: Page): Promise<string[]> {
  return found(target, { type: 'rule', values: ['color-contrast'] })
}

/** What axe finds wrong by WCAG 2.2 AA and by good practice: the rule and where. */
export async function violations(target: Page): Promise<string[]> {
  const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  return found(target, { type: 'tag', values })
}

/**
 * Runs axe in the page itself, its source read once a load, and asks it for violations alone. By its own ways it reads the source anew and
 * makes a second page for every run: five times the work. Frames of other origins would be missed; Fyr has none, and one is refused here.
 */
async function found(target: Page, runOnly: RunOnly): Promise<string[]> {
  if (target.frames().length > 1)
    throw new Error('A frame has come: axe must look into it, see AxeBuilder.setLegacyMode')
  const there = await target.evaluate("typeof window.axe?.run === 'function'")
  const builder = new AxeBuilder({ page: target, ...(there ? { axeSource: '0' } : {}) }).setLegacyMode()
  const { violations: wrong } = await builder.options({ runOnly, resultTypes: ['violations'] }).analyze()
  return wrong.map(told)
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
