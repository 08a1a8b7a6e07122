/** The timeline in a real browser: dragged, moved by keys, zoomed from week to decade, and looked at by axe. */
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addDays } from '#shared/domain/days.ts'
import { settled, violations } from './axe.ts'
import { aDesk, type Desk, shoot } from './desk.ts'
import { t } from './steps.ts'

let desk: Desk
let page: Page
let origin = ''
let projectId = ''
let milestoneId = ''
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' }).format(new Date())
const baselineOn = addDays(today, 40)

interface Dates {
  readonly milestone: { readonly forecastOn: string | null; readonly deviationReason: string | null }
}
const dates = () => desk.call<Dates>(page, 'milestones.open', { id: milestoneId }).then(({ milestone }) => milestone)
const add = <T>(name: string, input: object) => desk.call<T & { id: string }>(page, name, input)

beforeAll(async () => {
  desk = await aDesk()
  page = await desk.open()
  origin = new URL(page.url()).origin
  await desk.call(page, 'workspace.openSample', { sample: 'ostfold' })
  const owner = (await desk.call<{ id: string }[]>(page, 'persons.list', {}))[0]?.id ?? ''
  const year = Number(today.slice(0, 4))
  const project = await add('projects.add', {
    title: 'Grønn havn',
    number: 'F-77',
    lighthouse: true,
    crossCutting: true,
    leadId: owner,
    startYear: year,
    startOn: `${year}-01-01`,
    endPlannedOn: addDays(today, 500),
    status: 'running',
    newPlan: 'Havneplanen',
  })
  projectId = project.id
  const own = { projectId, ownerId: owner }
  milestoneId = (await add('milestones.add', { ...own, title: 'Ladeanlegg åpnet', baselineOn })).id
  const late = await add('milestones.add', { ...own, title: 'Landstrøm', baselineOn: addDays(today, -90) })
  await desk.call(page, 'milestones.forecast', {
    id: late.id,
    forecastOn: addDays(today, 60),
    reason: 'Kabler mangler.',
  })
  const reached = await add('milestones.add', { ...own, title: 'Tillatelse', baselineOn: addDays(today, -60) })
  await desk.call(page, 'milestones.reach', { id: reached.id, actualOn: addDays(today, -70) })
})
afterAll(() => desk.close())

async function openTimeline(query = ''): Promise<Locator> {
  await page.goto('about:blank')
  await page.goto(`${origin}/#/timeline?project=${projectId}${query}`)
  await settled(page)
  const chart = page.getByRole('treegrid', { name: t('projects.timeline.chart') })
  await chart.waitFor()
  return chart
}
const dialog = () => page.getByRole('dialog')
const said = (name: RegExp) => page.getByRole('row', { name })

/** Drags the movable mark of a row by pixels, and leaves the button pressed. */
async function drag(row: Locator, pixels: number): Promise<void> {
  const mark = row.locator('[data-grab]')
  const box = await mark.boundingBox()
  if (!box) throw new Error('the mark is not in sight')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + pixels / 2, y, { steps: 4 })
  await page.mouse.move(x + pixels, y, { steps: 4 })
}

describe('moving a forecast', () => {
  beforeEach(() => desk.call(page, 'milestones.forecast', { id: milestoneId, forecastOn: null }))

  it('by pointer shows the date on the way, asks why, and is set with the answer', async () => {
    const chart = await openTimeline('&zoom=month')
    // The space bar brings the row's day into sight.
    await chart.focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    const row = said(/^Milepæl Ladeanlegg åpnet/)
    // A month's day is 12 pixels wide.
    await drag(row, 120)
    await row.getByText('10 dager sent').waitFor()
    await shoot(page, 'timeline-dragged')
    await page.mouse.up()
    await dialog().getByLabel(t('projects.milestones.why')).fill('Leveransen er utsatt.')
    await dialog()
      .getByRole('button', { name: t('projects.timeline.move.save') })
      .click()
    await dialog().waitFor({ state: 'detached' })
    await expect.poll(dates).toMatchObject({
      forecastOn: addDays(baselineOn, 10),
      deviationReason: 'Leveransen er utsatt.',
    })
    await said(/Ladeanlegg åpnet.*10 dager sent, årsak: Leveransen er utsatt\.$/).waitFor()
  })

  it('by pointer without an answer leaves it as it was', async () => {
    const chart = await openTimeline('&zoom=month')
    await chart.focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    const row = said(/^Milepæl Ladeanlegg åpnet/)
    await drag(row, 120)
    await page.mouse.up()
    await dialog()
      .getByRole('button', { name: t('common.cancel') })
      .click()
    await dialog().waitFor({ state: 'detached' })
    expect((await dates()).forecastOn).toBeNull()
    await said(/^Milepæl Ladeanlegg åpnet.*ingen prognose/).waitFor()
  })

  it('by keys goes by day, week and month, and asks the same', async () => {
    const chart = await openTimeline()
    await chart.focus()
    await page.keyboard.press('ArrowDown')
    for (const key of ['F2', 'ArrowRight', 'Shift+ArrowRight', 'ArrowRight', 'ArrowLeft'])
      await page.keyboard.press(key)
    await page.getByRole('status').filter({ hasText: '8 dager sent' }).waitFor()
    await page.keyboard.press('Enter')
    await dialog().getByLabel(t('projects.milestones.why')).fill('Anbudet må lyses ut på nytt.')
    await page.keyboard.press('Control+Enter')
    await dialog().waitFor({ state: 'detached' })
    expect((await dates()).forecastOn).toBe(addDays(baselineOn, 8))
    // The focus is back, and the keys go on from the same row.
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'treegrid')
  })
})

describe('zooming', () => {
  it('goes from week to decade with keys and wheel, and keeps what is in the middle there', async () => {
    const chart = await openTimeline('&zoom=week')
    const chosen = () => page.getByRole('radio', { checked: true }).evaluate((one) => one.closest('label')?.textContent)
    const todayAt = async () =>
      (
        await page
          .locator('[aria-hidden="true"]', { hasText: t('projects.timeline.today') })
          .locator('> :last-child')
          .boundingBox()
      )?.x ?? 0
    await page.getByRole('button', { name: t('projects.timeline.toToday') }).click()
    const before = await todayAt()
    for (const zoom of ['week', 'month', 'quarter', 'year', 'decade'] as const) {
      await page
        .getByRole('radio', { name: t(`projects.timeline.zooms.${zoom}`), exact: true, checked: true })
        .waitFor()
      await expect.poll(chosen).toBe(t(`projects.timeline.zooms.${zoom}`))
      expect(Math.abs((await todayAt()) - before)).toBeLessThan(24)
      await chart.focus()
      await page.keyboard.press('-')
    }
    const box = await chart.boundingBox()
    await page.mouse.move((box?.x ?? 0) + 700, (box?.y ?? 0) + 200)
    await page.keyboard.down('Control')
    await page.mouse.wheel(0, -120)
    await page.keyboard.up('Control')
    await page.getByRole('radio', { name: t('projects.timeline.zooms.year'), exact: true, checked: true }).waitFor()
  })

  it('0 shows everything without scrolling sideways', async () => {
    const chart = await openTimeline('&zoom=week')
    await chart.focus()
    await page.keyboard.press('0')
    await page.getByRole('radio', { name: t('projects.timeline.zooms.fit'), exact: true, checked: true }).waitFor()
    await expect.poll(() => chart.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0)
  })
})

describe.each(['light', 'dark', 'highContrast'])('in %s', (theme) => {
  it('chart, question and table break no rule', async () => {
    await desk.call(page, 'preferences.choose', { theme })
    const chart = await openTimeline()
    await shoot(page, `timeline-${theme}`)
    expect(await violations(page)).toEqual([])
    await chart.focus()
    for (const key of ['ArrowDown', 'F2', 'PageDown', 'PageDown', 'Enter']) await page.keyboard.press(key)
    await dialog().waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
    await page.getByText(t('projects.timeline.asTable'), { exact: true }).click()
    await page.getByRole('table').waitFor()
    await shoot(page, `timeline-table-${theme}`)
    expect(await violations(page)).toEqual([])
  })
})

describe('500 projects with 10,000 milestones', () => {
  it('keep to the rows in sight', async () => {
    const other = await desk.open()
    await other.route('**/call', async (route) => {
      const asked = route.request().postDataJSON() as { name: string }
      if (asked.name !== 'milestones.timeline') return route.continue()
      await route.fulfill({ json: { ok: true, value: manyProjects() } })
    })
    await other.goto(`${origin}/#/timeline`)
    const chart = other.getByRole('treegrid')
    await chart.waitFor()
    await expect.poll(() => chart.getAttribute('aria-rowcount')).toBe('10501')
    await chart.focus()
    await other.keyboard.press('End')
    await other.getByRole('row', { name: /^Milepæl 500-20,/ }).waitFor()
    await expect.poll(() => other.getByRole('row').count()).toBeLessThan(60)
  })
})

function manyProjects() {
  const idOf = (number: number) => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`
  return Array.from({ length: 500 }, (_, index) => ({
    id: idOf(index),
    title: `Prosjekt ${index + 1}`,
    number: null,
    lighthouse: false,
    status: 'running',
    light: null,
    startYear: 2026,
    startOn: null,
    endPlannedOn: null,
    endActualOn: null,
    milestones: Array.from({ length: 20 }, (_unused, at) => ({
      id: idOf(1000 + index * 20 + at),
      title: `${index + 1}-${at + 1}`,
      ownerName: 'Kari Nordmann',
      baselineOn: addDays('2026-01-01', (index * 7 + at * 30) % 3000),
      forecastOn: null,
      actualOn: null,
      state: 'onTime',
      slipDays: null,
      deviationReason: null,
    })),
  }))
}
