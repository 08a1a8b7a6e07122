/** A business developer's day: five visits, one of them with a flat battery in the middle, and the papers of the evening. */
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainPng } from '#db/sample/png.ts'
import { addDays, formatDay, todayIn } from '#shared/domain/days.ts'
import { aDesk, type Desk, shoot } from './desk.ts'
import { button, comboBox, expectMessage, foundPartnership, goTo, notices, t, textField } from './steps.ts'

interface VisitRow {
  readonly id: string
  readonly companyName: string
  readonly visitedOn: string
  readonly flags: string[]
}
interface OpenVisit {
  readonly visit: Record<string, unknown> & { readonly notAnswered: string[] }
  readonly followUps: { readonly description: string }[]
  readonly attachments: { readonly fileName: string; readonly altText: string | null; readonly kind: string }[]
}

const today = todayIn('Europe/Oslo', new Date())
let desk: Desk
let page: Page
beforeAll(async () => {
  desk = await aDesk({ asProcess: true })
  page = await desk.open()
  await foundPartnership(page, { name: 'Lyngen næringsforum', givenName: 'Kari', familyName: 'Nilsen' })
})
afterAll(() => desk.close())

const capture = () => page.getByRole('dialog', { name: t('app.actions.logVisit') })
const company = () => comboBox(capture(), t('visits.fields.companyId'))
const day = () => textField(capture(), t('visits.fields.visitedOn'))
const notes = () => textField(capture(), t('visits.fields.notes'))
const save = () => button(capture(), t('visits.capture.save')).click()
const visits = async () => (await desk.call<{ rows: VisitRow[] }>(page, 'visits.list', {})).rows
const visitAt = async (name: string) => {
  const row = (await visits()).find((one) => one.companyName === name)
  if (!row) throw new Error(`No visit at ${name}`)
  return desk.call<OpenVisit>(page, 'visits.open', { id: row.id })
}
async function openCapture(): Promise<void> {
  await page.keyboard.press('Control+Shift+L')
  await capture().waitFor()
}
/** Types a name that nobody has and says that it is a new company. */
async function newCompany(name: string): Promise<void> {
  await company().fill(name)
  await page.getByRole('option', { name: t('common.createNamed', { name }) }).click()
}
async function saved(name: string): Promise<Locator> {
  await capture().waitFor({ state: 'hidden' })
  const notice = notices(page).getByText(t('visits.capture.saved', { company: name }))
  await notice.last().waitFor()
  return notices(page)
}

describe('Five visits', () => {
  it('the first is to a company that nobody has heard of, which comes to be along the way', async () => {
    await goTo(page, 'home')
    await shoot(page, 'day-empty-home')
    await button(page.getByRole('main'), t('app.actions.logVisit')).first().click()
    await newCompany('Nordlys Mek AS')
    await capture().getByText(t('visits.capture.newCompany')).waitFor()
    await notes().fill('Bygger om verkstedet. Trenger to fagarbeidere til våren.')
    await shoot(page, 'day-capture-new-company')
    await save()
    await saved('Nordlys Mek AS')
    await expect.poll(visits).toEqual([expect.objectContaining({ companyName: 'Nordlys Mek AS', visitedOn: today })])
  })

  it('the second is logged from the home screen by keyboard alone, in fewer than ten keystrokes beside the text', async () => {
    await goTo(page, 'home')
    let keystrokes = 0
    const press = async (key: string) => {
      keystrokes += 1
      await page.keyboard.press(key)
    }
    await press('Control+Shift+L')
    await capture().waitFor()
    for (const letter of 'nor') await press(letter)
    await press('Enter')
    await expect.poll(() => company().inputValue()).toBe('Nordlys Mek AS')
    await press('Enter')
    await expect.poll(() => notes().evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.type('Kort prat på kaia. Ordreboken er full til sommeren.')
    await press('Control+Enter')
    await saved('Nordlys Mek AS')
    expect(keystrokes).toBeLessThan(10)
    const { visit } = await desk.call<OpenVisit>(page, 'visits.open', { id: (await visits())[0]?.id })
    expect(visit.notes).toBe('Kort prat på kaia. Ordreboken er full til sommeren.')
    expect(visit.visitedOn).toBe(today)
  })

  it('the third was yesterday, which she writes in words', async () => {
    await openCapture()
    await newCompany('Skjervøy Sjømat AS')
    await day().fill('i går')
    await day().press('Tab')
    await expect.poll(() => day().inputValue()).toBe(formatDay(addDays(today, -1), 'nb'))
    await notes().fill('Vil selge til Japan.')
    await save()
    await saved('Skjervøy Sjømat AS')
    expect((await visitAt('Skjervøy Sjømat AS')).visit.visitedOn).toBe(addDays(today, -1))
  })

  it('the fourth is urgent, and what was promised stands with a day and an owner', async () => {
    await openCapture()
    await newCompany('Arctic Sveis AS')
    await notes().fill('Mister den største kunden. Må vite innen fredag om tomten kan bygges ut.')
    await capture()
      .getByRole('checkbox', { name: t('codes.flag.urgent') })
      .focus()
    await page.keyboard.press('Space')
    await capture().getByText(t('visits.urgent.capture')).waitFor()
    await textField(capture(), t('visits.capture.followUp')).fill('Spørre plankontoret om tomten')
    await shoot(page, 'day-capture-urgent')
    await save()
    await saved('Arctic Sveis AS')
    const { visit, followUps } = await visitAt('Arctic Sveis AS')
    expect(visit.flags).toEqual(['urgent'])
    expect(followUps).toEqual([
      expect.objectContaining({ description: 'Spørre plankontoret om tomten', dueOn: addDays(today, 14) }),
    ])
  })

  it('in the middle of the fifth the machine dies, and afterwards every word is there', async () => {
    const words = 'Eieren er 67 og vil selge. Ingen av barna vil overta.'
    await openCapture()
    await company().fill('Fjordhotellet AS')
    await company().press('Tab')
    await notes().fill(words)
    await textField(capture(), t('visits.capture.followUp')).fill('Finne en rådgiver for eierskifte')
    await expect
      .poll(() => desk.call<{ value: unknown } | null>(page, 'drafts.load', { key: 'capture' }))
      .toMatchObject({ value: { notes: words, followUp: 'Finne en rådgiver for eierskifte' } })
    await desk.crash()
    await page.goto(desk.preview.newLink())
    await page.getByRole('button', { name: /Lyngen næringsforum/ }).click()
    await page.getByRole('navigation', { name: t('app.nav') }).waitFor()
    await page.getByText(t('app.warnings.uncleanExit')).waitFor()
    await expect.poll(visits).toHaveLength(4)

    await openCapture()
    await expect.poll(() => notes().inputValue()).toBe(words)
    await expect.poll(() => company().inputValue()).toBe('Fjordhotellet AS')
    await expect
      .poll(() => textField(capture(), t('visits.capture.followUp')).inputValue())
      .toBe('Finne en rådgiver for eierskifte')
    await shoot(page, 'day-after-the-crash')
    await save()
    await saved('Fjordhotellet AS')
    expect((await visitAt('Fjordhotellet AS')).visit.notes).toBe(words)
    await expect.poll(visits).toHaveLength(5)
    expect(await desk.call(page, 'drafts.load', { key: 'capture' })).toBeNull()
  })
})

describe('A slip', () => {
  it('is undone from the notice, and the company that came with it goes too', async () => {
    await openCapture()
    await newCompany('Feil Bedrift AS')
    await save()
    await button(await saved('Feil Bedrift AS'), t('common.undo'))
      .last()
      .click()
    await notices(page)
      .getByText(new RegExp(`^${t('history.undone', { what: '.+' })}$`))
      .waitFor()
    await expect.poll(async () => (await visits()).length).toBe(5)
    await openCapture()
    await company().fill('Feil')
    await page.getByRole('option', { name: t('common.createNamed', { name: 'Feil' }) }).waitFor()
    await expect.poll(() => page.getByRole('option', { name: /Feil Bedrift/ }).count()).toBe(0)
    await page.keyboard.press('Escape')
    await button(capture(), t('common.close')).last().click()
  })
})

describe('What cannot be', () => {
  it('a day to come, the 32nd and a visit to nobody are refused by name, and the words stay', async () => {
    await openCapture()
    await company().fill('')
    await company().press('Tab')
    await notes().fill('Noe som ble sagt')
    await save()
    await expectMessage(company(), t('problems.field.required'))
    await newCompany('Storfjord Trevare AS')
    await day().fill('32.05.2026')
    await day().press('Tab')
    await expectMessage(day(), /32/)
    await save()
    await expectMessage(day(), /32/)
    await day().fill('i morgen')
    await day().press('Tab')
    await save()
    await expectMessage(day(), t('problems.field.visitInFuture', { today: formatDay(today, 'nb') }))
    await expect.poll(() => notes().inputValue()).toBe('Noe som ble sagt')
    await shoot(page, 'day-bad-input')
    await expect.poll(visits).toHaveLength(5)
  })

  it('ten megabytes pasted into the notes are refused with a reason, and not a letter is lost', async () => {
    const megabytes = 'Referat fra møtet. '.repeat(550_000)
    await day().fill('i dag')
    await notes().fill(megabytes)
    await save()
    await capture()
      .getByRole('alert')
      .filter({ hasText: t('problems.tooLarge') })
      .waitFor()
    await expect.poll(() => notes().evaluate((area: HTMLTextAreaElement) => area.value.length)).toBe(megabytes.length)
    await expect.poll(visits).toHaveLength(5)
    await notes().fill('Kort referat.')
    await save()
    await saved('Storfjord Trevare AS')
    expect((await visitAt('Storfjord Trevare AS')).visit.notes).toBe('Kort referat.')
  })
})

describe('In the evening', () => {
  const detail = () => page.getByRole('article')
  const tab = (name: string) => page.getByRole('tab', { name: new RegExp(`^${name}`) })

  it('she fills in the interview, and keeps "not answered" apart from empty', async () => {
    await goTo(page, 'visits')
    await page.getByRole('row', { name: /Arctic Sveis/ }).click()
    await page.getByRole('heading', { level: 2, name: 'Arctic Sveis AS' }).waitFor()
    await shoot(page, 'day-visit')
    await tab(t('visits.tabs.interview')).click()
    await textField(page, t('codes.question.difficulties')).fill('Mister den største kunden i juni.')
    await page.keyboard.press('Tab')
    const growth = page.getByRole('group', { name: t('codes.question.growthPlans') })
    await growth.getByRole('checkbox', { name: t('visits.interview.notAnswered') }).focus()
    await page.keyboard.press('Space')
    await growth.getByText(t('visits.interview.marked')).waitFor()
    await expect
      .poll(async () => (await visitAt('Arctic Sveis AS')).visit)
      .toMatchObject({
        difficulties: 'Mister den største kunden i juni.',
        growthPlans: null,
        export: null,
        notAnswered: ['growthPlans'],
      })
    await shoot(page, 'day-interview')
  })

  it('she keeps the confidential apart from what the board may read', async () => {
    await tab(t('visits.tabs.board')).click()
    await textField(page, t('visits.fields.confidentialText')).fill('Banken har sagt opp kassakreditten.')
    await textField(page, t('visits.fields.publishableSummary')).fill('Bedriften ønsker avklaring om tomten.')
    await page.keyboard.press('Tab')
    await expect
      .poll(async () => (await visitAt('Arctic Sveis AS')).visit)
      .toMatchObject({
        confidentialText: 'Banken har sagt opp kassakreditten.',
        publishableSummary: 'Bedriften ønsker avklaring om tomten.',
      })
    await shoot(page, 'day-board')
    const found = await desk.call<unknown[]>(page, 'search.find', { text: 'kassakreditten', limit: 5 })
    expect(found).toEqual([])
  })

  it('she puts a photo beside the visit, and says what it shows', async () => {
    await tab(t('visits.tabs.files')).click()
    const choosing = page.waitForEvent('filechooser')
    await button(page, t('visits.files.choose')).click()
    await (await choosing).setFiles({
      name: 'tomten.png',
      mimeType: 'image/png',
      buffer: Buffer.from(plainPng(640, 400, [96, 128, 112])),
    })
    const altText = textField(page, t('visits.files.altText'))
    await altText.fill('Tomten bak verkstedet, sett fra veien')
    await altText.press('Tab')
    await expect
      .poll(async () => (await visitAt('Arctic Sveis AS')).attachments)
      .toEqual([expect.objectContaining({ kind: 'photo', altText: 'Tomten bak verkstedet, sett fra veien' })])
    await page.getByRole('img', { name: 'Tomten bak verkstedet, sett fra veien' }).waitFor()
    await shoot(page, 'day-photo')
  })

  it('the history tells all of it, newest first, and takes back what she chooses', async () => {
    await tab(t('common.history')).click()
    const lines = detail().getByRole('listitem').filter({ hasText: 'Kari Nilsen' })
    await lines.filter({ hasText: t('visits.fields.publishableSummary') }).waitFor()
    // The visit's own making is the oldest; its follow-up and its photo were made later.
    await lines
      .filter({ hasText: t('app.history.made') })
      .last()
      .waitFor()
    await shoot(page, 'day-history')
    await button(lines.filter({ hasText: t('visits.fields.publishableSummary') }).first(), t('common.undo')).click()
    await expect.poll(async () => (await visitAt('Arctic Sveis AS')).visit.publishableSummary).toBeNull()
    await lines
      .filter({ hasText: t('app.history.undone') })
      .first()
      .waitFor()
  })

  it('the home screen counts six visits and shows the latest', async () => {
    await goTo(page, 'home')
    await page.getByText(t('home.progress.of', { target: 50 })).waitFor()
    const latest = page.getByRole('region', { name: t('home.latest.title') })
    await latest.getByText('Storfjord Trevare AS').waitFor()
    await shoot(page, 'day-home')
    // On New Year's Day yesterday's visit belongs to the year before.
    const ofThisYear = addDays(today, -1).slice(0, 4) === today.slice(0, 4) ? 6 : 5
    const progress = page.getByRole('region', { name: t('home.progress.title', { year: today.slice(0, 4) }) })
    await expect.poll(() => progress.getByRole('paragraph').first().textContent()).toBe(`${ofThisYear} av 50`)
  })
})
