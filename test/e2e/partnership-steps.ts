/** What a secretariat does with partners, projects and registers in a year, by role and accessible name, in the words of a catalogue. */
import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { read, utils } from 'xlsx'
import type { OperationName, OutputOf } from '#shared/contract/dispatcher.ts'
import type { translator } from '#shared/i18n/translator.ts'
import type { Desk } from './desk.ts'
import { button, comboBox, select, textField } from './steps.ts'

type T = ReturnType<typeof translator>
type Scope = Page | Locator
type Area = 'home' | 'partners' | 'commitments' | 'giveAndTake' | 'projects' | 'milestones' | 'packages'

const partOf: Partial<Record<Area, Area>> = { commitments: 'partners', giveAndTake: 'partners', milestones: 'projects' }

export interface NewCommitment {
  readonly title: string
  readonly kind?: 'money' | 'hours' | 'premises'
  /** As typed; none for what isn't counted. */
  readonly amount?: string
  readonly recurrence?: 'yearly'
  readonly to?: string
  /** Words of the decision that it rests on. */
  readonly decision?: string
}

export function aSecretariat(page: Page, t: T) {
  const main = () => page.getByRole('main')
  const group = (name: string) => main().getByRole('group', { name, exact: true })
  const region = (name: string) => main().getByRole('region', { name, exact: true })
  const dialog = (name: string) => page.getByRole('dialog', { name, exact: true })
  const tab = (name: string) => page.getByRole('tab', { name: new RegExp(`^${name}( \\d+)?$`) })
  async function pick(scope: Scope, label: string, option: string | RegExp): Promise<void> {
    await select(scope, label).first().click()
    const name = typeof option === 'string' ? { name: option, exact: true } : { name: option }
    await page.getByRole('option', name).first().click()
  }
  async function find(scope: Scope, label: string, words: string, option: string | RegExp): Promise<void> {
    const field = comboBox(scope, label)
    // Into sight first: the list closes where what it hangs on is scrolled.
    await field.click()
    await field.fill(words)
    await page.getByRole('option', { name: option }).first().click()
  }
  /** Fills a field that saves itself, and leaves it with Enter. */
  async function write(scope: Scope, label: string, text: string): Promise<Locator> {
    const field = textField(scope, label).first()
    await field.fill(text)
    await field.press('Enter')
    return field
  }
  /** By the sidebar, and from there by the links of an area's parts. */
  async function go(area: Area): Promise<void> {
    const whole = partOf[area] ?? area
    const link = (name: Area) => ({ name: t(`app.areas.${name}`), exact: true })
    await page
      .getByRole('navigation', { name: t('app.nav') })
      .getByRole('link', link(whole))
      .click()
    if (whole !== area) await main().getByRole('navigation').getByRole('link', link(area)).first().click()
    await page.getByRole('heading', { level: 1, ...link(area) }).waitFor()
  }
  /** An address of the window, as a bookmark or a link gives it. */
  async function show(path: string, heading: string): Promise<void> {
    await page.goto(`${new URL(page.url()).origin}/#${path}`)
    await page.getByRole('heading', { level: 2, name: heading, exact: true }).waitFor()
  }
  const shownId = () => /\/([0-9a-f-]{36})/.exec(page.url().split('#')[1] ?? '')?.[1] ?? ''
  async function download(press: () => Promise<void>): Promise<Uint8Array> {
    const arriving = page.waitForEvent('download', { timeout: 60_000 })
    await press()
    return new Uint8Array(readFileSync(await (await arriving).path()))
  }
  async function attach(scope: Locator, name: string): Promise<void> {
    const file = { name, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.4 ${name}`) }
    await scope.locator('input[type=file]').first().setInputFiles(file)
    await scope.getByText(name).first().waitFor()
  }

  const partners = {
    async add(given: { name: string; type: 'municipality' | 'company'; country?: 'SE'; orgNo: string }) {
      await go('partners')
      await button(main(), t('partners.add')).first().click()
      const form = dialog(t('partners.add'))
      await textField(form, t('app.fields.name')).fill(given.name)
      await pick(form, t('app.fields.partnerType'), t(`codes.partnerType.${given.type}`))
      if (given.country) await pick(form, t('app.fields.country'), t(`codes.country.${given.country}`))
      await textField(form, t('app.fields.orgNo')).fill(given.orgNo)
      await button(form, t('common.add')).click()
      await page.getByRole('heading', { level: 2, name: given.name, exact: true }).waitFor()
      return shownId()
    },
    async agreement(days: { signed: string; from: string; to: string }) {
      await write(main(), t('app.fields.agreementSignedOn'), days.signed)
      await pick(group(t('partners.fields.membership')), t('app.fields.status'), t('codes.partnerStatus.active'))
      await write(main(), t('app.fields.joinedOn'), days.signed)
      await write(main(), t('app.fields.agreementValidFrom'), days.from)
      await write(main(), t('app.fields.agreementValidTo'), days.to)
    },
    async person(given: { name: string; role: string; known?: boolean; contact?: boolean }) {
      await tab(t('partners.tabs.people')).click()
      await button(main(), t('partners.people.add')).click()
      const form = group(t('partners.people.add'))
      const option = given.known ? given.name : t('partners.people.create', { name: given.name })
      await find(form, t('partners.people.person'), given.name, option)
      await textField(form, t('app.fields.roleTitle')).fill(given.role)
      if (given.contact) await form.getByText(t('app.fields.isContact'), { exact: true }).click()
      await button(form, t('common.add')).click()
      await main().getByRole('listitem').filter({ hasText: given.name }).first().waitFor()
      await button(form, t('common.close')).click()
    },
  }

  const commitments = {
    /** Fills the form on the partner's page and leaves it open, so that what is wrong in it can be looked at. */
    async form(given: NewCommitment): Promise<Locator> {
      await tab(t('partners.tabs.commitments')).click()
      await button(main(), t('partners.commitments.add')).first().click()
      const form = group(t('partners.commitments.add'))
      await textField(form, t('app.fields.title')).fill(given.title)
      if (given.kind) await pick(form, t('partners.register.kind'), t(`codes.commitmentKind.${given.kind}`))
      if (given.recurrence) await pick(form, t('app.fields.recurrence'), t('codes.recurrence.yearly'))
      const amount = given.recurrence ? 'amountYearly' : 'amount'
      if (given.amount) await textField(form, t(`partners.commitments.${amount}`)).fill(given.amount)
      if (given.to) await textField(form, t('app.fields.periodTo')).fill(given.to)
      if (given.decision) {
        await pick(form, t('app.fields.source'), t('codes.commitmentSource.meetingDecision'))
        await find(form, t('partners.commitments.decision'), given.decision, new RegExp(given.decision))
      }
      return form
    },
    async save(form: Locator, title: string): Promise<void> {
      await button(form, t('common.add')).click()
      await form.waitFor({ state: 'hidden' })
      await button(main(), t('partners.commitments.close', { title })).waitFor()
    },
    async add(given: NewCommitment): Promise<void> {
      await commitments.save(await commitments.form(given), given.title)
    },
    /** Books a part on the commitment shown. */
    async deliver(given: { day: string; amount?: string; what?: string }): Promise<void> {
      const part = region(t('partners.deliveries.title'))
      const before = await part.getByRole('listitem').count()
      await button(part, t('partners.deliveries.add')).click()
      const form = group(t('partners.deliveries.add'))
      await textField(form, t('partners.deliveries.day')).fill(given.day)
      if (given.amount) await textField(form, t('partners.deliveries.amount')).fill(given.amount)
      if (given.what) await textField(form, t('partners.deliveries.description')).fill(given.what)
      await button(form, t('partners.deliveries.book')).click()
      await form.waitFor({ state: 'hidden' })
      await part.getByRole('listitem').nth(before).waitFor()
    },
  }

  const projects = {
    async add(given: { title: string; lighthouse?: boolean; plan?: string; area: string; lead: string }) {
      await go('projects')
      await button(main(), t('projects.add')).first().click()
      const form = dialog(t('projects.add'))
      await textField(form, t('app.fields.title')).fill(given.title)
      if (given.lighthouse)
        await form
          .locator('label')
          .filter({ hasText: t('projects.list.lighthouse') })
          .click()
      await pick(form, t('app.fields.leadId'), given.lead)
      if (given.plan) await textField(form, t('projects.new.planName')).fill(given.plan)
      const area = textField(form, t('projects.new.newArea'))
      await area.fill(given.area)
      await area.press('Enter')
      await button(form, t('common.add')).click()
      await page.getByRole('heading', { level: 2, name: given.title, exact: true }).waitFor()
      return shownId()
    },
    async partner(name: string, role: 'owner' | 'funder'): Promise<void> {
      const form = group(t('projects.partners.add'))
      if (!(await form.isVisible())) await button(main(), t('projects.partners.add')).click()
      await pick(form, t('projects.partners.partner'), name)
      await pick(form, t('projects.partners.role'), t(`codes.projectRole.${role}`))
      await button(form, t('common.add')).click()
      await region(t('projects.partners.title')).getByRole('listitem').filter({ hasText: name }).waitFor()
    },
    async tie(title: string): Promise<void> {
      await button(main(), t('projects.commitments.tie')).click()
      const form = group(t('projects.commitments.tie'))
      await find(form, t('projects.commitments.commitment'), title, new RegExp(`^${title}`))
      await button(form, t('projects.commitments.tie')).click()
      await form.waitFor({ state: 'hidden' })
    },
    async finance(source: string, amount: string, granted: boolean): Promise<void> {
      // By keyboard: the notice of what was done last may lie over the button.
      await button(main(), t('projects.financing.add')).press('Enter')
      const form = group(t('projects.financing.add'))
      await textField(form, t('projects.financing.source')).fill(source)
      await textField(form, t('projects.financing.amount')).fill(amount)
      if (granted) await form.getByText(t('projects.financing.grantedYes'), { exact: true }).click()
      await button(form, t('common.add')).click()
      await form.waitFor({ state: 'hidden' })
    },
    async milestones(rows: readonly (readonly [title: string, day: string])[]): Promise<void> {
      await tab(t('projects.tabs.milestones')).click()
      await button(main(), t('projects.milestones.add')).click()
      const form = group(t('projects.milestones.add'))
      for (const [title, day] of rows) {
        await textField(form, t('app.fields.title')).fill(title)
        await textField(form, t('app.fields.baselineOn')).fill(day)
        await button(form, t('common.add')).click()
        await button(main(), t('projects.milestones.open', { title })).waitFor()
      }
      await button(form, t('common.close')).click()
    },
  }

  const milestones = {
    /** Opens one of the three forms at the dates of the milestone shown. */
    async form(name: string): Promise<Locator> {
      await button(region(t('projects.milestones.dates')), name).click()
      const form = region(t('projects.milestones.dates')).getByRole('group').first()
      await form.waitFor()
      return form
    },
    /** The row of a milestone on the project's timeline by month, its mark in sight; `place` counts from the project's row. */
    async onTimeline(projectId: string, title: string, place: number): Promise<Locator> {
      await page.goto(`${new URL(page.url()).origin}/#/timeline?project=${projectId}&zoom=month`)
      await page.getByRole('treegrid', { name: t('projects.timeline.chart') }).focus()
      for (let step = 0; step < place; step++) await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Space')
      return page.getByRole('row', { name: new RegExp(`^${t('projects.timeline.said.milestone', { title })}`) })
    },
    /** Drags the row's mark to the right, and leaves the button pressed. */
    async drag(row: Locator, pixels: number): Promise<void> {
      const box = await row.locator('[data-grab]').boundingBox()
      if (!box) throw new Error('The mark is not in sight')
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
      await page.mouse.move(x, y)
      await page.mouse.down()
      await page.mouse.move(x + pixels / 2, y, { steps: 4 })
      await page.mouse.move(x + pixels, y, { steps: 4 })
    },
  }

  const register = {
    /** Chooses rows of the register shown by their boxes. */
    async choose(names: readonly string[]): Promise<Locator> {
      for (const name of names) await page.getByRole('checkbox', { name: t('registers.select.row', { name }) }).click()
      return region(t('registers.bulk.title'))
    },
    foot: () => region(t('registers.total.label')),
    async menu(name: string, entry: string): Promise<void> {
      await button(main(), name).click()
      const items = page.getByRole('menu').getByRole('menuitemradio', { name: entry, exact: true })
      await items.or(page.getByRole('menuitem', { name: entry, exact: true })).click()
    },
    /** The rows of the workbook's first sheet by header. */
    async export(): Promise<Row[]> {
      await button(main(), t('registers.export.button')).click()
      const form = dialog(t('registers.export.title'))
      const bytes = await download(() => button(form, t('registers.export.make')).click())
      await page.keyboard.press('Escape')
      await form.waitFor({ state: 'hidden' })
      return rowsOf(bytes, null)
    },
  }
  return {
    main,
    group,
    region,
    dialog,
    tab,
    pick,
    find,
    write,
    go,
    show,
    download,
    attach,
    partners,
    commitments,
    projects,
    milestones,
    register,
  }
}
export type Secretariat = ReturnType<typeof aSecretariat>

export type Row = Readonly<Record<string, unknown>>
/** The rows of a sheet's table by header, as a reader that is not the writer sees them; null = the first sheet. */
export function rowsOf(bytes: Uint8Array, name: string | null): Row[] {
  const book = read(bytes)
  const sheet = book.Sheets[name ?? book.SheetNames[0] ?? '']
  if (!sheet) throw new Error(`No sheet ${name}; there are ${book.SheetNames.join(', ')}`)
  const lines = utils.sheet_to_json<unknown[]>(sheet, { header: 1, defval: null })
  const head = lines.findIndex((line) => line.filter((cell) => cell !== null).length > 3)
  return lines.slice(head + 1).map((line) => Object.fromEntries((lines[head] ?? []).map((key, at) => [key, line[at]])))
}
/** Excel's number of a day. */
export const serial = (day: string) => Date.parse(day) / 86_400_000 + 25_569

interface Held {
  readonly partnerId: string
  readonly day: string
  readonly title: string
  readonly decision: string
}
/** A meeting whose approved minutes name a partner by the one who spoke for it, and which decided something. */
export async function aHeldMeeting(desk: Desk, page: Page, { partnerId, day, title, decision }: Held): Promise<void> {
  const call = <N extends OperationName>(name: N, input: unknown) => desk.call<OutputOf<N>>(page, name, input)
  const [body] = await call('bodies.list', {})
  const [person] = await call('persons.list', {})
  const bodyId = body?.id ?? ''
  const rules = { adjustmentRule: 'adjustedWithinDays', adjustmentDays: 14, adjusters: 0 }
  await call('bodies.revise', { id: bodyId, changes: { ...rules, activeFrom: '2020-01-01', secretaryId: person?.id } })
  await call('bodyMembers.add', { bodyId, personId: person?.id, role: 'chair', termFrom: '2020-01-01' })
  const { id } = await call('meetings.plan', { bodyId, startsOn: day, startsAt: '07:00' })
  const item = await call('agendaItems.add', { bodyId, meetingId: id, type: 'decision', title })
  const { attendances } = await call('meetings.open', { id })
  for (const row of attendances)
    await call('attendances.revise', { id: row.id, changes: { representingId: partnerId } })
  await call('meetings.start', { id, openedAt: '07:00' })
  const answers = attendances.map((row) => ({ id: row.id, status: 'present' }))
  await call('attendances.call', { meetingId: id, answers })
  await call('decisions.take', { itemId: item.id, text: decision })
  await call('meetings.close', { id, adjournedAt: '08:00' })
  const { id: minutesId } = await call('minutes.sendToReview', { meetingId: id, language: 'nb' })
  for (const asked of (await call('meetings.open', { id })).adjustments)
    await call('minutes.adjust', { id: asked.id, verdict: 'approved', decidedOn: day })
  await call('minutes.approve', { meetingId: id, minutesId, approvedOn: day })
}
