/**
 * A partnership's year, typed as its secretariat would: signed, pledged, delivered in parts, a milestone that slips twice and gets a
 * new baseline, the year closed. Every figure on screen, in Word and in Excel is held against one added by hand here.
 */
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import { aDesk, type Desk, keep, shoot } from './desk.ts'
import { inOrder, wordOf } from './meeting-steps.ts'
import {
  charger,
  decided,
  evaluated,
  follower,
  given,
  harbour,
  inRegister,
  inSheets,
  late,
  onPaper,
  onScreen,
  pledged,
  shorePower,
  sum,
} from './partnership-figures.ts'
import { aHeldMeeting, aSecretariat, type Row, rowsOf, type Secretariat } from './partnership-steps.ts'
import { button, comboBox, expectMessage, foundPartnership, makePackageAs, notices, t, textField } from './steps.ts'

let desk: Desk
let page: Page
let they: Secretariat
const ids = { sarpsborg: '', stromstad: '', harbour: '', follower: '' }
beforeAll(async () => {
  desk = await aDesk({ ownClock: true })
  page = await desk.open()
  await page.locator('h1').first().waitFor()
  await desk.setTime('2026-01-12T08:30+01:00')
  they = aSecretariat(page, t)
  await foundPartnership(page, { name: 'Østfold vekstpartnerskap', givenName: 'Kari', familyName: 'Nilsen' })
})
afterAll(() => desk.close())
afterEach(({ task }) => (task.result?.state === 'fail' ? shoot(page, 'year-failed') : undefined))

/** What is read, with plain blanks, so that sums can be written as they look. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
const textOf = async (of: Locator) => plain((await of.allInnerTexts()).join('\n'))
/** Waits until every line stands there, each below the one before it. */
const shows = (where: Locator, lines: readonly string[]) =>
  expect.poll(async () => inOrder(await textOf(where), lines)).toEqual([])
type Commitments = OutputOf<'commitments.list'>['rows']
const commitment = async (title: string) => {
  const { rows } = await desk.call<{ rows: Commitments }>(page, 'commitments.list', {})
  const found = rows.find((row) => row.title === title)
  if (!found) throw new Error(`No commitment ${title}`)
  return found
}
const milestone = async (title: string) => {
  const { rows } = await desk.call<OutputOf<'milestones.list'>>(page, 'milestones.list', {})
  const found = rows.find((row) => row.title === title)
  if (!found) throw new Error(`No milestone ${title}`)
  return found
}
const showCommitment = async (title: string) => they.show(`/commitments/${(await commitment(title)).id}`, title)
const showMilestone = async (title: string) => they.show(`/milestones/${(await milestone(title)).id}`, title)

describe('January: signed and pledged', () => {
  it('two partners come with their agreements, one with its file; the one that soon ends is on the first screen', async () => {
    ids.sarpsborg = await they.partners.add({ name: 'Sarpsborg kommune', type: 'municipality', orgNo: '938 801 363' })
    await they.partners.agreement({ signed: '12.1.2026', from: '1.1.2026', to: '28.2.2027' })
    await they.tab(t('partners.tabs.overview')).click()
    await they.attach(they.main(), 'Avtale Sarpsborg.pdf')
    const to = { orgNo: '212000-1405', country: 'SE', type: 'municipality' } as const
    ids.stromstad = await they.partners.add({ name: 'Strömstads kommun', ...to })
    await they.partners.agreement({ signed: '2.1.2026', from: '1.1.2026', to: '31.3.2026' })
    const both = () => desk.call<OutputOf<'partners.list'>>(page, 'partners.list', {})
    await expect.poll(async () => (await both()).map(({ status }) => status)).toEqual(['active', 'active'])
    expect((await both())[1]).toMatchObject({ country: 'SE', agreementValidTo: '2026-03-31' })
    await they.go('home')
    const reminder = they
      .main()
      .getByRole('listitem')
      .filter({ hasText: t('partners.reminders.agreement') })
    await expect.poll(() => textOf(reminder)).toMatch(/^Strömstads kommun\s+31\.03\.2026/)
    expect(await textOf(reminder)).not.toContain('Sarpsborg')
  })

  it('people get their roles, and one is at both', async () => {
    await they.show(`/partners/${ids.sarpsborg}`, 'Sarpsborg kommune')
    await they.partners.person({ name: 'Berit Aas', role: 'Næringssjef', contact: true })
    await they.show(`/partners/${ids.stromstad}`, 'Strömstads kommun')
    await they.partners.person({ name: 'Lars Ek', role: 'Näringslivschef', contact: true })
    await they.partners.person({ name: 'Berit Aas', role: 'Observatør', known: true })
    await expect
      .poll(() => textOf(they.region(t('partners.people.now'))))
      .toMatch(/Lars Ek[\s\S]*Berit Aas\s+Observatør/)
  })

  it('what can’t be right is told at its field, and stands as it was typed until it is', async () => {
    await they.show(`/partners/${ids.sarpsborg}`, 'Sarpsborg kommune')
    const to = '31.12.2025'
    const form = await they.commitments.form({ title: 'Grunntilskudd', recurrence: 'yearly', amount: '12x', to })
    const [amount, end] = [
      textField(form, t('partners.commitments.amountYearly')),
      textField(form, t('app.fields.periodTo')),
    ]
    await expectMessage(amount, /Tallet kan ikke leses/)
    await button(form, t('common.add')).click()
    await expect.poll(() => amount.inputValue()).toBe('12x')
    await amount.fill('250 000,50')
    await button(form, t('common.add')).click()
    await expectMessage(end, t('problems.field.endBeforeStart'))
    expect([await amount.inputValue(), await end.inputValue()].map(plain)).toEqual(['250 000,50 kr', to])
    await shoot(page, 'year-period-refused')
    await end.fill('31.12.2027')
    await they.commitments.save(form, 'Grunntilskudd')
  })

  it('hours as 7:30 and as 7,5 are the same; what isn’t counted has no amount; a decision is a source', async () => {
    await they.commitments.add({ title: 'Egenandel', amount: 'kr 99.999,99', to: '30.6.2026' })
    const odd = await they.commitments.form({ title: 'Prosjektledelse', kind: 'hours', amount: '7:20' })
    const hours = textField(odd, t('partners.commitments.amount'))
    await textField(odd, t('app.fields.title')).focus()
    await expectMessage(hours, t('problems.field.hoursBetweenHundredths', { typed: '7:20', nearest: '7,33' }))
    await hours.fill('7:30')
    await they.commitments.save(odd, 'Prosjektledelse')
    await they.commitments.add({ title: 'Møterom på rådhuset', kind: 'premises' })
    const held = { partnerId: ids.sarpsborg, day: '2026-01-12', title: decided, decision: 'Bidraget bevilges.' }
    await aHeldMeeting(desk, page, held)
    await they.show(`/partners/${ids.stromstad}`, 'Strömstads kommun')
    await they.commitments.add({ title: 'Fagstøtte', kind: 'hours', amount: '7,5' })
    await they.commitments.add({ title: 'Strømbidrag', amount: '40 000,75', decision: decided })
    const amounts = await Promise.all(
      ['Grunntilskudd', 'Egenandel', 'Strømbidrag', 'Prosjektledelse', 'Fagstøtte', 'Møterom på rådhuset'].map(
        commitment,
      ),
    )
    expect(amounts.map(({ amount, unit, source }) => [amount, unit, source])).toEqual([
      [pledged.grant, 'NOK', 'agreement'],
      [pledged.share, 'NOK', 'agreement'],
      [pledged.swedish, 'SEK', 'meetingDecision'],
      [pledged.lead, 'hours', 'agreement'],
      [pledged.support, 'hours', 'agreement'],
      [null, null, 'agreement'],
    ])
  })

  it('a lighthouse project comes with its plan, its partners and its money', async () => {
    const lead = 'Kari Nilsen'
    const plan = { plan: 'Næringsplan 2026–2030', area: 'Grønn omstilling' }
    ids.harbour = await they.projects.add({ title: harbour, lighthouse: true, lead, ...plan })
    await they.pick(they.main(), t('app.fields.status'), t('codes.projectStatus.running'))
    await they.write(they.main(), t('app.fields.startOn'), '1.1.2026')
    await they.write(they.main(), t('app.fields.endPlannedOn'), '31.12.2027')
    await they.write(they.main(), t('app.fields.budgetAmount'), '1 000 000,50')
    await they.tab(t('projects.tabs.partners')).click()
    await they.projects.partner('Sarpsborg kommune', 'owner')
    await they.projects.partner('Strömstads kommun', 'funder')
    await they.projects.tie('Grunntilskudd')
    await they.projects.finance('Østfold fylkeskommune', '600 000', true)
    await they.projects.finance('Enova', '150 000,25', false)
    // 1 000 000,50 − 600 000 − 150 000,25
    expect(100_000_050 - 60_000_000 - 15_000_025).toBe(25_000_025)
    const totals = they.region(t('projects.financing.table')).locator('tfoot')
    await shows(totals, ['600 000 kr', '150 000,25 kr', '1 000 000,50 kr', '250 000,25 kr'])
    await shoot(page, 'year-project-money')
    const days = [
      [shorePower, '1.6.2026'],
      [charger, '1.9.2026'],
      [evaluated, '15.12.2026'],
    ] as const
    await they.projects.milestones(days)
    ids.follower = await they.projects.add({ title: follower, lead, area: 'Grønn omstilling' })
  })

  it('a project that goes on as the one that goes on as it is refused at the field', async () => {
    await they.show(`/projects/${ids.harbour}?tab=fields`, harbour)
    await they.find(they.main(), t('app.fields.continuesAsId'), follower, new RegExp(`^${follower}`))
    const next = () => desk.call<OutputOf<'projects.open'>>(page, 'projects.open', { id: ids.harbour })
    await expect.poll(async () => (await next()).continuesAs?.title).toBe(follower)
    await they.show(`/projects/${ids.follower}?tab=fields`, follower)
    await they.find(they.main(), t('app.fields.continuesAsId'), harbour, /^Grønn havn\s*I gang$/)
    const field = comboBox(they.main(), t('app.fields.continuesAsId'))
    await expectMessage(field, /går videreføringen i ring/)
    // A choice that is refused gives way to what is stored.
    await expect.poll(() => field.inputValue()).toBe('')
  })
})

describe('Spring: delivered in parts, and a milestone slips', () => {
  beforeAll(() => desk.setTime('2026-04-20T09:00+02:00'))

  it('parts are booked, one with its evidence, one outside the period, one beyond the pledge', async () => {
    await showCommitment('Grunntilskudd')
    await they.commitments.deliver({ day: '1.4.2026', amount: '100 000,25', what: 'Første rate' })
    await they.commitments.deliver({ day: '2.4.2026', amount: '0,10' })
    await they.commitments.deliver({ day: '31.12.2025', amount: '5000' })
    const parts = they.region(t('partners.deliveries.title'))
    const outside = parts.getByRole('listitem').filter({ hasText: t('partners.deliveries.outside') })
    await expect.poll(() => textOf(outside)).toMatch(/^5 000 kr[\s\S]*31\.12\.2025/)
    await button(parts, t('partners.deliveries.edit', { day: '01.04.2026' })).click()
    await they.attach(parts, 'Bilag 17.pdf')
    // 250 000,50 × 2 years − (100 000,25 + 0,10 + 5 000)
    expect(2 * pledged.grant - sum(given.grant)).toBe(39_500_065)
    const words = '105 000,35 kr levert av 500 001 kr lovet. 395 000,65 kr gjenstår.'
    await they.main().getByText(words).first().waitFor()
    await shoot(page, 'year-deliveries')
    await showCommitment('Egenandel')
    await they.commitments.deliver({ day: '15.4.2026', amount: '40.000,01 kr' })
    await showCommitment('Strømbidrag')
    await they.commitments.deliver({ day: '15.4.2026', amount: '10 000,50' })
    await showCommitment('Prosjektledelse')
    await they.commitments.deliver({ day: '8.4.2026', amount: '2:15' })
    await they.commitments.deliver({ day: '9.4.2026', amount: '6,5' })
    await they.main().getByText('8,75 t levert av 7,5 t lovet. 1,25 t mer enn lovet.').first().waitFor()
    await showCommitment('Fagstøtte')
    await they.commitments.deliver({ day: '10.4.2026', amount: '7:30' })
    await showCommitment('Møterom på rådhuset')
    await they.commitments.deliver({ day: '10.4.2026', what: 'Styremøtet' })
  })

  it('a forecast past the baseline asks for its reason; it slips, and slips again', async () => {
    await showMilestone(shorePower)
    const first = await they.milestones.form(t('projects.milestones.forecast.set'))
    const day = textField(first, t('projects.milestones.forecast.day'))
    await day.fill('15.6.2026')
    await button(first, t('projects.milestones.forecast.save')).click()
    const why = textField(first, t('projects.milestones.why'))
    await expectMessage(why, t('projects.milestones.reasonMissing'))
    await expect.poll(() => day.inputValue()).toBe('15.06.2026')
    await why.fill('Kabler mangler.')
    await button(first, t('projects.milestones.forecast.save')).click()
    await they.main().getByText('14 dager sent').first().waitFor()

    await desk.setTime('2026-05-11T09:00+02:00')
    const again = await they.milestones.form(t('projects.milestones.forecast.change'))
    await textField(again, t('projects.milestones.forecast.day')).fill('1.8.2026')
    await textField(again, t('projects.milestones.why')).fill('Gravingen er utsatt.')
    await button(again, t('projects.milestones.forecast.save')).click()
    // 1 June to 1 August.
    expect(30 + 31).toBe(61)
    await they.main().getByText('61 dager sent').first().waitFor()
  })

  it('a new baseline asks for its reason too; a day to come is refused as the actual one', async () => {
    await desk.setTime('2026-05-20T09:00+02:00')
    const form = await they.milestones.form(t('projects.milestones.rebaseline.set'))
    const day = textField(form, t('projects.milestones.rebaseline.day'))
    await day.fill('15.8.2026')
    await button(form, t('projects.milestones.rebaseline.save')).click()
    const reason = textField(form, t('projects.milestones.rebaseline.reason'))
    await expectMessage(reason, t('problems.field.required'))
    await expect.poll(() => day.inputValue()).toBe('15.08.2026')
    await reason.fill('Styret flyttet fristen.')
    await button(form, t('projects.milestones.rebaseline.save')).click()
    await they.main().getByText('14 dager tidlig').first().waitFor()

    const reached = await they.milestones.form(t('projects.milestones.reach.set'))
    const actual = textField(reached, t('projects.milestones.reach.day'))
    await actual.fill('1.8.2026')
    await button(reached, t('projects.milestones.reach.save')).click()
    await expectMessage(actual, t('problems.field.dayInFuture', { today: '20.05.2026' }))
    await expect.poll(() => actual.inputValue()).toBe('01.08.2026')
    await shoot(page, 'year-actual-refused')
    await button(reached, t('common.cancel')).click()
  })

  it('an amber light without a comment is refused at the comment', async () => {
    await they.show(`/projects/${ids.harbour}`, harbour)
    await button(they.main(), t('projects.report.add')).click()
    const form = they.group(t('projects.report.add'))
    await form.getByText(t('codes.light.amber'), { exact: true }).click()
    await button(form, t('projects.report.save')).click()
    const comment = textField(form, t('projects.report.comment'))
    await expectMessage(comment, t('problems.field.lightCommentMissing'))
    await comment.fill('Kablene er forsinket.')
    await button(form, t('projects.report.save')).click()
    await form.waitFor({ state: 'hidden' })
    const told = () => textOf(they.region(t('projects.report.title')))
    await expect.poll(told).toMatch(/Gult per 20\.05\.2026\s+Kablene er forsinket\./)
  })

  it('another slips where it is dragged on the timeline', async () => {
    const row = await they.milestones.onTimeline(ids.harbour, charger, 2)
    // A month's day is 12 pixels wide.
    await they.milestones.drag(row, 120)
    await row.getByText('10 dager sent').waitFor()
    await page.mouse.up()
    const asked = page.getByRole('dialog')
    await asked.getByLabel(t('projects.milestones.why')).fill('Leveransen er utsatt.')
    await button(asked, t('projects.timeline.move.save')).click()
    await asked.waitFor({ state: 'detached' })
    await expect.poll(() => milestone(charger)).toMatchObject({ forecastOn: '2026-09-11', slipDays: 10, state: 'late' })
  })

  it('the first is reached late, with the reason; its dates tell all that happened', async () => {
    await desk.setTime('2026-08-21T09:00+02:00')
    await showMilestone(shorePower)
    const form = await they.milestones.form(t('projects.milestones.reach.set'))
    await textField(form, t('projects.milestones.reach.day')).fill('20.8.2026')
    await textField(form, t('projects.milestones.why')).fill('Regn i juli.')
    await button(form, t('projects.milestones.reach.save')).click()
    await they.main().getByText('5 dager sent').first().waitFor()
    await shoot(page, 'year-milestone')
    const events = they.region(t('projects.milestones.events'))
    for (const line of onScreen.events) await expect.poll(() => textOf(events)).toMatch(line)
    const replaced = they.region(t('projects.milestones.baselines'))
    await expect
      .poll(() => textOf(replaced))
      .toMatch(/01\.06\.2026, satt 12\.01\.2026, erstattet 20\.05\.2026\s+Styret flyttet fristen\./)
  })
})

describe('After New Year: the year is closed', () => {
  beforeAll(async () => {
    await desk.setTime('2026-12-11T09:00+01:00')
    await showMilestone(evaluated)
    const form = await they.milestones.form(t('projects.milestones.reach.set'))
    await textField(form, t('projects.milestones.reach.day')).fill('10.12.2026')
    await button(form, t('projects.milestones.reach.save')).click()
    await they.main().getByText('5 dager tidlig').first().waitFor()
    await desk.setTime('2027-01-05T09:00+01:00')
  })

  it('what was promised for a time that is over is open and overdue; the foot has the sums to the øre', async () => {
    expect(late).toEqual({ share: 189, swedish: 5, charger: 116 })
    await they.go('commitments')
    await expect
      .poll(() => textOf(they.main().getByRole('row', { name: /Egenandel/ })))
      .toContain('189 dager over tiden')
    await expect
      .poll(() => textOf(they.main().getByRole('row', { name: /Strømbidrag/ })))
      .toContain('5 dager over tiden')
    await expect.poll(() => textOf(they.main().getByRole('row', { name: /Grunntilskudd/ }))).toContain('Delvis levert')
    // 500 001,00 + 99 999,99; 105 000,35 + 40 000,01; what is left of each.
    expect(2 * pledged.grant + pledged.share).toBe(60_000_099)
    expect(sum(given.grant) + sum(given.share)).toBe(14_500_036)
    expect(60_000_099 - 14_500_036).toBe(45_500_063)
    expect(pledged.swedish - sum(given.swedish)).toBe(3_000_025)
    expect([pledged.lead + pledged.support, sum(given.lead) + sum(given.support)]).toEqual([1500, 1625])
    await shows(they.register.foot(), onScreen.foot)
    await shoot(page, 'year-commitments')
  })

  it('the register as shown comes to Excel with the same figures', async () => {
    const rows = await they.register.export()
    for (const [title, figures] of Object.entries(inRegister))
      expect(rows.find((row) => row.Forpliktelse === title)).toMatchObject(figures)
  })

  it('partners and years stand in the matrix with their shares', async () => {
    await they.go('giveAndTake')
    const cells = async (name: RegExp) =>
      (await they.main().getByRole('row', { name }).getByRole('cell').allInnerTexts()).map((one) =>
        plain(one).replace(/\s+/g, ' ').trim(),
      )
    // 140 000,36 of 350 000,49 is a hair over 40 %; 145 000,36 of 600 000,99 is 24,1 %.
    expect(sum(given.grant.slice(0, 2)) + sum(given.share)).toBe(14_000_036)
    expect(pledged.grant + pledged.share).toBe(35_000_049)
    await expect.poll(() => cells(/^Sarpsborg kommune/)).toEqual(onScreen.years)
    await expect.poll(() => cells(/^Alle partnere/)).toEqual(onScreen.years)
    await they.main().getByText(t('codes.commitmentUnit.hours'), { exact: true }).first().click()
    await expect.poll(async () => (await cells(/^Alle partnere/))[1]).toBe('16,25 av 15 · 108 %')
    expect((await cells(/^Sarpsborg kommune/))[1]).toBe('8,75 av 7,5 · 116 %')
    expect((await cells(/^Strömstads kommun/))[1]).toBe('7,5 av 7,5 · 100 %')
    await shoot(page, 'year-matrix')
  })

  it('two milestones get another owner in one change, which one Ctrl+Z takes back', async () => {
    await they.go('milestones')
    const owners = async () =>
      Promise.all([charger, evaluated].map(async (title) => (await milestone(title)).ownerName))
    const bar = await they.register.choose([charger, evaluated])
    await they.pick(bar, t('projects.milestones.owner'), /^Berit Aas/)
    await shoot(page, 'year-bulk')
    await button(bar, t('registers.bulk.apply', { count: 2, shown: '2' })).click()
    await notices(page)
      .getByText(t('registers.bulk.done', { count: 2, shown: '2' }))
      .waitFor()
    await expect.poll(owners).toEqual(['Berit Aas', 'Berit Aas'])
    await page.keyboard.press('Control+z')
    await expect.poll(owners).toEqual(['Kari Nilsen', 'Kari Nilsen'])
    await shows(they.register.foot(), ['3 rader til sammen', 'Over fristen 1', 'Nådd 1', 'Nådd for sent 1'])
  })

  it('a view is saved by name and comes back; the same rows come to Excel in their groups', async () => {
    await they.register.menu(t('registers.group.label'), t('projects.milestones.state'))
    await they.register.menu(t('registers.views.label'), t('registers.views.save'))
    const form = they.dialog(t('registers.views.saveTitle'))
    await textField(form, t('registers.views.name')).fill('Etter tilstand')
    await button(form, t('registers.views.saveButton')).click()
    await form.waitFor({ state: 'hidden' })
    await they.register.menu('Etter tilstand', t('registers.views.standard'))
    await button(they.main(), t('registers.group.label')).waitFor()
    await they.register.menu(t('registers.views.label'), 'Etter tilstand')
    await button(they.main(), t('registers.group.by', { name: 'tilstand' })).waitFor()
    await shoot(page, 'year-view')
    const rows = (await they.register.export()).filter((row) => row.Milepæl !== null)
    expect(rows.find((row) => row.Milepæl === shorePower)).toMatchObject({
      'Planlagt dato': inSheets.milestones[shorePower]['Planlagt dato'],
      'Forsinkelse (dager)': 5,
    })
  })

  it('projects have their money at the foot', async () => {
    await they.go('projects')
    const money = 'Norske kroner: 1 000 000,50 kr i budsjett, 600 000 kr i tilsagn, 150 000,25 kr søkt om'
    await expect.poll(() => textOf(they.register.foot())).toContain(money)
  })

  it('the first screen tells of the agreement that ends and of what is overdue', async () => {
    await they.go('home')
    const lines = () => textOf(they.main().getByRole('listitem'))
    await expect.poll(lines).toMatch(/Sarpsborg kommune\s+28\.02\.2027\s+Avtale utløper/)
    await expect.poll(lines).toMatch(/Egenandel\s+30\.06\.2026/)
    await expect.poll(lines).toMatch(new RegExp(`${charger}\\s+11\\.09\\.2026`))
  })

  describe('the board package', () => {
    let word = ''
    let book: Uint8Array = new Uint8Array()
    beforeAll(async () => {
      await they.go('packages')
      await button(page, t('packages.new.action')).first().click()
      const form = page.getByRole('region', { name: t('packages.new.title') })
      await form.getByText(t('packages.presets.lastYear'), { exact: true }).click()
      await button(form, t('packages.new.make')).click()
      await page.getByRole('heading', { level: 3, name: t('packages.contents.title') }).waitFor()
      const file = (name: 'Word' | 'Excel') => they.download(() => makePackageAs(page, [name]))
      const bytes = await file('Word')
      book = await file('Excel')
      keep('year-package.docx', bytes)
      keep('year-package.xlsx', book)
      word = plain(wordOf(bytes))
    })
    const section = (name: string) => {
      const from = word.lastIndexOf(`\n${name}\n`)
      expect(from).toBeGreaterThan(0)
      return word.slice(from)
    }

    it('tells in section 9 what was pledged and given in the year', () => {
      expect(pledged.grant + pledged.share - 14_000_036).toBe(21_000_013)
      expect(inOrder(section(t('documents.commitments.heading')), onPaper.commitments)).toEqual([])
    })

    it('tells in section 11 the project’s money, its three dates and its slips', () => {
      expect(100_000_050 - 60_000_000).toBe(40_000_050)
      expect(inOrder(section(t('documents.projects.heading')), onPaper.projects)).toEqual([])
    })

    it('tells in section 13 only what does not go as planned', () => {
      const told = section(t('documents.exceptions.heading'))
      expect(inOrder(told, onPaper.exceptions)).toEqual([])
      expect(told).not.toContain(shorePower)
    })

    it('holds the same figures in its sheets', () => {
      const of = (sheet: string, key: string, name: string): Row =>
        rowsOf(book, sheet).find((row) => row[key] === name) ?? {}
      for (const [title, figures] of Object.entries(inSheets.commitments))
        expect(of('Forpliktelser', 'Forpliktelse', title)).toMatchObject(figures)
      expect(of('Prosjekter', 'Prosjekt', harbour)).toMatchObject(inSheets.project)
      for (const [title, figures] of Object.entries(inSheets.milestones))
        expect(of('Milepæler', 'Milepæl', title)).toMatchObject(figures)
    })
  })

  it('the partner’s page in Word says the same of it', async () => {
    await they.show(`/partners/${ids.sarpsborg}`, 'Sarpsborg kommune')
    await button(they.main(), t('common.more')).click()
    await page.getByRole('menuitem', { name: t('partners.export.button') }).click()
    const form = they.dialog(t('partners.export.title'))
    const bytes = await they.download(() => button(form, t('partners.export.make')).click())
    await page.keyboard.press('Escape')
    keep('year-partner.docx', bytes)
    expect(inOrder(plain(wordOf(bytes)), onPaper.partner)).toEqual([])
  })

  it('a partner that approved minutes name can’t be deleted, and is told why', async () => {
    await button(they.main(), t('common.more')).click()
    await page.getByRole('menuitem', { name: t('partners.remove') }).click()
    await notices(page)
      .getByText(t('problems.partnerInMinutes', { count: 1 }))
      .waitFor()
    await shoot(page, 'year-partner-stays')
    const names = (await desk.call<OutputOf<'partners.list'>>(page, 'partners.list', {})).map(({ name }) => name)
    expect(names).toContain('Sarpsborg kommune')
  })
})
