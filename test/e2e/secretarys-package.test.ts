/** The secretary makes the board's papers: finds what is missing, mends it, exports both files and reads them as the board would. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import { endOfYear, formatDay, startOfYear, todayIn } from '#shared/domain/days.ts'
import { presetLayout } from '#shared/domain/package-presets.ts'
import { part, partsOf, wordText } from '#test/shared/documents/office-file.ts'
import { violations } from './axe.ts'
import { aDesk, type Desk, shoot } from './desk.ts'
import { button, comboBox, expectMessage, goTo, makePackageAs, select, t, textField } from './steps.ts'

const today = todayIn('Europe/Oslo', new Date())
const year = { from: startOfYear(today), to: endOfYear(today) }
const summary = 'Bedriften vil ansette seks fagarbeidere og leter etter et større lokale.'
let desk: Desk
let page: Page
/** The company whose visit gets its summary. */
let mended = ''
let secrets: readonly string[] = []
beforeAll(async () => {
  desk = await aDesk()
  page = await desk.open()
  await button(page, t('app.welcome.sample.ostfold')).click()
  await page.getByRole('navigation', { name: t('app.nav') }).waitFor({ timeout: 60_000 })
  secrets = await everythingThatStaysInside()
})
afterAll(() => desk.close())

const form = () => page.getByRole('region', { name: t('packages.new.title') })
const period = (name: string) =>
  form()
    .getByRole('radiogroup', { name: t('packages.fields.period') })
    .getByText(name, { exact: true })
async function newPackage(): Promise<void> {
  await goTo(page, 'packages')
  await button(page, t('packages.new.action')).first().click()
  await form().waitFor()
}
const word = () => partsOfFile('docx')
const excel = () => partsOfFile('xlsx')
let archive: Record<string, Uint8Array> = {}
function partsOfFile(kind: 'docx' | 'xlsx'): Map<string, string> {
  const found = Object.entries(archive).filter(([name]) => name.endsWith(`.${kind}`))
  expect(found).toHaveLength(1)
  return partsOf(found[0]?.[1] ?? new Uint8Array())
}
const sectionNames = () =>
  form()
    .getByRole('list', { name: t('packages.readiness.sections') })
    .locator(':scope > li')
    .allTextContents()

describe('Before the package is made', () => {
  it('a period that ends before it begins is refused at its field', async () => {
    await newPackage()
    await period(t('packages.presets.own')).click()
    const [from, to] = [textField(form(), t('packages.fields.from')), textField(form(), t('packages.fields.to'))]
    await from.fill('01.06.2025')
    await to.fill('01.05.2025')
    await to.press('Tab')
    await expectMessage(to, t('problems.field.endBeforeStart'))
    await shoot(page, 'package-wrong-period')
    const before = await desk.call<unknown[]>(page, 'packages.list', {})
    await button(form(), t('packages.new.make')).click()
    await expectMessage(to, t('problems.field.endBeforeStart'))
    await expect.poll(() => desk.call(page, 'packages.list', {})).toEqual(before)
  })

  it('the preview names the visits without a summary; the first is a click away and gets its summary', async () => {
    await period(t('packages.presets.thisYear')).click()
    const preview = form().getByRole('region', { name: t('packages.preview.title') })
    const told = preview.getByText(/besøk mangler sammendrag/)
    const missing = preview.locator('li[data-tone="missing"] a[href*="/visits/"]')
    await missing.first().waitFor()
    await shoot(page, 'package-preview')
    const count = Number.parseInt((await told.textContent()) ?? '', 10)
    mended = (await missing.first().textContent()) ?? ''
    const named = await missing.first().getAttribute('href')
    await writeSummary(missing.first(), summary)
    await page.getByRole('link', { name: t('packages.readiness.back') }).click()
    await preview.getByText(t('packages.readiness.kinds.visitWithoutSummary', { count: count - 1 })).waitFor()
    await expect.poll(() => preview.locator(`a[href="${named}"]`).count()).toBe(0)
  })
})

describe('What the package holds', () => {
  it('follows a template of the body, and goes without a section that is switched off here alone', async () => {
    const name = t('codes.packageSection.commitments')
    const heading = t('codes.packageSection.projects')
    const has = async (text: string) => (await sectionNames()).some((one) => one.startsWith(text))
    await expect.poll(() => has(name)).toBe(true)
    const bodies = await desk.call<OutputOf<'bodies.list'>>(page, 'bodies.list', {})
    const { sections } = presetLayout('papers')
    const body = (await select(form(), t('packages.fields.body')).textContent()) ?? ''
    await desk.call(page, 'packageTemplates.add', {
      name: 'Uten forpliktelser',
      variant: 'papers',
      bodyId: bodies.find((one) => body.includes(one.name))?.id,
      sections: sections.filter(({ section }) => section !== 'commitments').map(({ section }) => ({ section })),
    })
    await newPackage()
    await period(t('packages.presets.thisYear')).click()
    await expect.poll(() => has(name)).toBe(false)
    const off = form()
      .getByRole('listitem')
      .filter({ has: page.getByRole('switch', { name: heading, exact: true }) })
    await off.getByText(heading, { exact: true }).first().click()
    await off.getByText(t('packages.readiness.state.leftOut'), { exact: true }).waitFor()
  })
})

describe('The pages', () => {
  const dialog = () => page.getByRole('dialog', { name: t('packagePages.title') })
  const pages = () => dialog().getByRole('document')
  const where = () => dialog().getByRole('status').last().textContent()

  it('are shown before anything is made, with the headings of the sections that are in, and turned by keyboard', async () => {
    const made = (await desk.call<unknown[]>(page, 'packages.list', {})).length
    await button(form(), t('packagePages.open')).click()
    await pages()
      .getByRole('heading', { name: t('documents.visits.heading') })
      .first()
      .waitFor({ timeout: 60_000 })
    expect(
      await pages()
        .getByRole('heading', { name: t('documents.projects.heading'), exact: true })
        .count(),
    ).toBe(0)
    const count = Number(/\d+$/.exec((await where()) ?? '')?.[0])
    expect(count).toBeGreaterThan(5)
    await expect.poll(where).toBe(t('packagePages.where', { page: 1, count }))
    await pages().focus()
    await page.keyboard.press('PageDown')
    await expect.poll(where).toBe(t('packagePages.where', { page: 2, count }))
    await page.keyboard.press('End')
    await expect.poll(where).toBe(t('packagePages.where', { page: count, count }))
    await textField(dialog(), t('packagePages.goTo')).fill('3')
    await page.keyboard.press('Enter')
    await expect.poll(where).toBe(t('packagePages.where', { page: 3, count }))
    await shoot(page, 'package-pages')
    await pages().getByText(t('documents.changes.heading')).first().click()
    await expect.poll(where).not.toBe(t('packagePages.where', { page: 3, count }))
    await expect.poll(() => page.url()).toContain('/packages')
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await expect.poll(() => dialog().count()).toBe(0)
    // Back where it was, with nothing made.
    await button(form(), t('packages.new.make')).waitFor()
    await expect.poll(() => desk.call<unknown[]>(page, 'packages.list', {})).toHaveLength(made)
  })
})

describe('The package', () => {
  it('is made, and stands open', async () => {
    const made = (await desk.call<unknown[]>(page, 'packages.list', {})).length
    await button(form(), t('packages.new.make')).click()
    await page.getByRole('heading', { level: 3, name: t('packages.contents.title') }).waitFor()
    await expect.poll(() => desk.call<unknown[]>(page, 'packages.list', {})).toHaveLength(made + 1)
    await shoot(page, 'package-made')
  })

  it('shows how far a file has come, and stops when it is told to', async () => {
    // Two files take longer than the way to the button.
    await makePackageAs(page, ['Word', 'Excel'])
    await button(page, t('common.cancel')).click()
    await page.getByText(t('packages.export.cancelled')).waitFor()
    await expect.poll(() => page.getByRole('link', { name: t('packages.export.download') }).count()).toBe(0)
  })

  it('comes as a Word document and a workbook at once, in one zip file, found sound', async () => {
    const arriving = page.waitForEvent('download', { timeout: 60_000 })
    await makePackageAs(page, ['Word', 'Excel'])
    const download = await arriving
    expect(download.suggestedFilename()).toMatch(/\.zip$/)
    archive = unzipSync(readFileSync(await download.path()))
    expect(Object.keys(archive)).toHaveLength(2)
    await page.getByText(t('documentChecks.sound')).waitFor()
    await shoot(page, 'package-exported')
  })

  it('Word has neither the section that the template leaves out nor the one switched off, and has the others', () => {
    const text = wordText(part(word(), 'word/document.xml')).split('\n')
    expect(text).not.toContain(t('documents.commitments.heading'))
    expect(text).not.toContain(t('documents.projects.heading'))
    expect(text).toContain(t('documents.visits.heading'))
  })

  it('Word tells what was just written; the workbook holds the same visit as a row, without words', () => {
    expect(wordText(part(word(), 'word/document.xml'))).toContain(summary)
    const sheets = [...excel().values()].join('\n')
    expect(mended).not.toBe('')
    expect(sheets).toContain(mended)
    expect(sheets).not.toContain(summary)
  })

  it('neither holds a confidential text, a contact person, an e-mail address or a telephone number, in any part', () => {
    expect(secrets.length).toBeGreaterThan(20)
    for (const parts of [word(), excel()]) {
      const read = wordText(parts.get('word/document.xml') ?? '<none/>')
      const all = [read, ...parts.values()].join('\n')
      expect(secrets.filter((secret) => all.includes(secret))).toEqual([])
    }
  })

  it('the figures in Word are those of the statistics', async () => {
    const statistics = await desk.call<OutputOf<'visits.statistics'>>(page, 'visits.statistics', year)
    const text = wordText(part(word(), 'word/document.xml'))
    const { counted, target, total, companies } = statistics
    expect(text).toContain(
      t('documents.visits.inPeriod', { count: counted, number: String(counted), target: String(target) }),
    )
    const cells = text.split('\n')
    const figure = (label: string) => cells[cells.indexOf(label) + 1]
    expect(figure(t('documents.visits.figures.counted'))).toBe(String(counted))
    expect(figure(t('documents.visits.figures.total'))).toBe(String(total))
    expect(figure(t('documents.visits.figures.companies'))).toBe(String(companies))
    expect(counted).toBeGreaterThan(10)
  })
})

describe('Sending', () => {
  it('keeps the very files that were made, and verifies them', async () => {
    await button(page, t('packageSending.mark')).click()
    const sending = page.getByRole('group', { name: t('packageSending.mark') })
    await textField(sending, t('packageSending.sentTo')).fill('Styret')
    await button(sending, t('packageSending.mark')).click()
    const day = formatDay(today, 'nb')
    await page
      .getByRole('heading', { level: 3, name: t('packageSending.sentToWhom', { day, whom: 'Styret' }) })
      .waitFor({ timeout: 60_000 })
    await button(page, t('packageSending.verify')).click()
    await page.getByText(t('packageSending.verified')).waitFor()
    await expect.poll(() => page.getByText(t('packageSending.results.same')).count()).toBe(2)
    const packages = await desk.call<OutputOf<'packages.list'>>(page, 'packages.list', {})
    const id = packages.find(({ sentTo, sentOn }) => sentTo === 'Styret' && sentOn === today)?.id
    const { files } = await desk.call<OutputOf<'packages.open'>>(page, 'packages.open', { id })
    const sums = Object.values(archive).map((bytes) => createHash('sha256').update(bytes).digest('hex'))
    expect(files.map(({ sha256 }) => sha256)).toEqual(sums)
    await shoot(page, 'package-sent')
  })
})

describe('The next package', () => {
  it('tells what has changed since the first: one visit is new, one has got its summary', async () => {
    await newPackage()
    await period(t('packages.presets.thisYear')).click()
    // Projects with an old comment are listed there too.
    const missing = form()
      .getByRole('region', { name: t('packages.preview.title') })
      .getByRole('listitem')
      .locator('a[href*="/visits/"]')
    await writeSummary(missing.first(), 'Bedriften venter på svar om tomten.')
    await logVisit('Helt Ny Bedrift AS')
    await newPackage()
    await period(t('packages.presets.thisYear')).click()
    await button(form(), t('packages.new.make')).click()
    const changes = page.getByRole('main')
    await changes.getByText(t('packages.changes.newVisits', { count: 1 }), { exact: true }).waitFor()
    await changes.getByText(t('packages.changes.changedVisits', { count: 1 }), { exact: true }).waitFor()
    await changes.getByText(t('packages.changes.newVisits', { count: 1 }), { exact: true }).click()
    await changes
      .getByText(/Helt Ny Bedrift AS/)
      .first()
      .waitFor()
    await shoot(page, 'package-changes')
  })
})

/** Follows a link to a visit, writes what the board may read, and waits until it is saved. */
async function writeSummary(link: Locator, text: string): Promise<void> {
  await link.click()
  await page.getByRole('tab', { name: t('visits.tabs.board') }).click()
  await textField(page, t('visits.fields.publishableSummary')).fill(text)
  await page.keyboard.press('Tab')
  await page
    .getByRole('status')
    .filter({ hasText: t('common.saving.saved') })
    .waitFor()
}

async function logVisit(name: string): Promise<void> {
  await page.keyboard.press('Control+Shift+L')
  const dialog = page.getByRole('dialog', { name: t('app.actions.logVisit') })
  await comboBox(dialog, t('visits.fields.companyId')).fill(name)
  await page.getByRole('option', { name: t('common.createNamed', { name }) }).click()
  await page.keyboard.press('Control+Enter')
  await dialog.waitFor({ state: 'hidden' })
}

/** Confidential texts, and contact persons with their addresses and numbers: what no package may hold. */
async function everythingThatStaysInside(): Promise<readonly string[]> {
  const found: (string | null)[] = []
  const visits = await allRows<{ id: string }>('visits.list')
  for (const { id } of visits) {
    const { visit } = await desk.call<OutputOf<'visits.open'>>(page, 'visits.open', { id })
    found.push(visit.confidentialText)
  }
  for (const { id } of await allRows<{ id: string }>('companies.list')) {
    const { contacts } = await desk.call<OutputOf<'companies.open'>>(page, 'companies.open', { id })
    for (const one of contacts) found.push(`${one.givenName} ${one.familyName}`, one.email, one.phone)
  }
  return [...new Set(found.filter((text) => text !== null && text.trim().length > 4))] as string[]
}
async function allRows<Row>(name: 'visits.list' | 'companies.list'): Promise<Row[]> {
  const rows: Row[] = []
  let cursor: string | null = null
  do {
    const answer: { rows: Row[]; next: string | null } = await desk.call(page, name, { cursor, limit: 200 })
    rows.push(...answer.rows)
    cursor = answer.next
  } while (cursor !== null)
  return rows
}
