/** What a secretariat does with plans, goals and figures in a year, by role and accessible name. */
import type { Locator, Page } from 'playwright-core'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import type { Desk } from './desk.ts'
import type { Secretariat } from './partnership-steps.ts'
import { button, comboBox, t, textField } from './steps.ts'

type Area = 'strategy' | 'goals' | 'activities' | 'indicators' | 'figures'
type Link = 'commitment' | 'project' | 'decision' | 'visit'

export function aStrategist(desk: Desk, page: Page, they: Secretariat) {
  const main = they.main
  /** By the sidebar, and from there by the links of the area's parts. */
  async function go(area: Area): Promise<void> {
    const link = (name: Area) => ({ name: t(`app.areas.${name}`), exact: true })
    await page
      .getByRole('navigation', { name: t('app.nav') })
      .getByRole('link', link('strategy'))
      .click()
    if (area !== 'strategy') await main().getByRole('navigation').getByRole('link', link(area)).first().click()
    await page.getByRole('heading', { level: 1, ...link(area) }).waitFor()
  }
  const part = () => main().getByRole('tabpanel')

  async function goal(code: string, inForce = true): Promise<OutputOf<'goals.list'>['rows'][number]> {
    const filter = { inForceOnly: inForce }
    const { rows } = await desk.call<OutputOf<'goals.list'>>(page, 'goals.list', { filter, limit: 200 })
    const found = rows.find((row) => row.code === code)
    if (!found) throw new Error(`No goal ${code}`)
    return found
  }
  async function showGoal(code: string, tab: 'overview' | 'thread' | 'words' | 'fields' = 'overview'): Promise<void> {
    const { id, title } = await goal(code)
    await they.show(`/goals/${id}?tab=${tab}`, `${code} ${title}`)
    await they
      .tab(t(`goals.tabs.${tab}`))
      .and(page.locator('[aria-selected=true]'))
      .waitFor()
  }
  async function plan(title: string): Promise<OutputOf<'plans.list'>[number]> {
    const all = await desk.call<OutputOf<'plans.list'>>(page, 'plans.list', {})
    const found = all.find((one) => [one.title, one.versionLabel].filter(Boolean).join(' – ') === title)
    if (!found) throw new Error(`No plan ${title}`)
    return found
  }
  async function showPlan(title: string, tab: 'map' | 'tree' | 'about' | 'versions' = 'map'): Promise<void> {
    await they.show(`/strategy/${(await plan(title)).id}?tab=${tab}`, title)
  }
  /** Chooses a file where the button of that name would open the window for it. */
  const choose = (scope: Locator, name: string, text: string) =>
    scope.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })

  const grid = {
    at: () => main().getByRole('grid', { name: t('indicators.figures.grid') }),
    async show(planTitle: string): Promise<void> {
      await page.goto(`${new URL(page.url()).origin}/#/figures?plan=${(await plan(planTitle)).id}`)
      await page.getByRole('heading', { level: 1, name: t('app.areas.figures'), exact: true }).waitFor()
      await grid.at().waitFor()
    },
    cell: (code: string, period: string) =>
      grid
        .at()
        .getByRole('row', { name: new RegExp(`^${code.replace('.', '\\.')} `) })
        .locator(`[data-period="${period}"]`),
    async type(code: string, period: string, text: string): Promise<void> {
      await grid.cell(code, period).click()
      await page.keyboard.type(text)
      await page.keyboard.press('Enter')
    },
    /** A block as a sheet puts it on the clipboard, from a cell and on. */
    async paste(code: string, period: string, text: string): Promise<void> {
      await grid.cell(code, period).click()
      await grid.at().evaluate((element, block) => {
        const clipboardData = new DataTransfer()
        clipboardData.setData('text/plain', block)
        element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
      }, text)
    },
    save: (count: number) => button(main(), t('indicators.figures.save', { count, shown: String(count) })).click(),
    bar: () => they.region(t('indicators.figures.bar')),
  }

  /** Ties something to the goal shown, from the goal's end. */
  async function tieHere(kind: Link, words: string): Promise<void> {
    const of = they.region(t(`goals.thread.kinds.${kind}`))
    await button(of, t(`goals.thread.add.${kind}`)).click()
    await they.find(of, t(`goals.thread.add.${kind}`), words, new RegExp(words))
    await of.getByRole('listitem').filter({ hasText: words }).waitFor()
    await button(of, t('common.close')).click()
  }
  /** Ties the record shown to a goal, from the record's end. */
  async function tieFrom(code: string): Promise<void> {
    const of = they.region(t('goals.links.title'))
    await button(of, t('goals.links.add')).click()
    await they.find(of, t('goals.links.goal'), code, new RegExp(`^${code}`))
    await of.getByRole('listitem').filter({ hasText: code }).waitFor()
  }
  /** Sets the status of the goal shown; `why` where the figures say another thing. */
  async function setStatus(status: 'onTrack' | 'atRisk' | 'offTrack', why: string | null): Promise<Locator> {
    await button(part(), t('goals.status.set')).click()
    const form = they.group(t('goals.status.set'))
    await they.pick(form, t('app.fields.status'), t(`codes.goalStatus.${status}`))
    if (why !== null) await textField(form, t('app.fields.statusComment')).fill(why)
    await button(form, t('goals.save')).click()
    return form
  }
  async function menu(entry: string): Promise<void> {
    await button(main(), t('common.more')).first().click()
    await page.getByRole('menuitem', { name: entry, exact: true }).click()
  }
  return { go, part, goal, showGoal, plan, showPlan, choose, grid, tieHere, tieFrom, setStatus, menu, comboBox }
}
export type Strategist = ReturnType<typeof aStrategist>
