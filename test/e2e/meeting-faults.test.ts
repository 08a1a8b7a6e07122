/** What goes wrong around a meeting: two windows, a crash in the middle of a sentence, impossible rolls and far too much text. */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { todayIn } from '#shared/domain/days.ts'
import { aDesk, type Desk, shoot } from './desk.ts'
import { aSecretary, type Detail, type Secretary } from './meeting-steps.ts'
import { button, foundPartnership, notices, t, textField } from './steps.ts'

let desk: Desk
let page: Page
let she: Secretary
let id = ''
const today = todayIn('Europe/Oslo', new Date())
const budget = 'Budsjett for neste år'
const other = 'Leie av lokaler'

beforeAll(async () => {
  desk = await aDesk({ asProcess: true })
  page = await desk.open()
  she = aSecretary(page, t)
  await foundPartnership(page, { name: 'Lyngen næringsforum', givenName: 'Kari', familyName: 'Nilsen' })
  id = await aMeetingInSession()
  await she.meetings.toSession(id)
})
afterAll(() => desk.close())
afterEach(({ task }) => (task.result?.state === 'fail' ? shoot(page, 'fault-failed') : undefined))

/** A board of three with one deputy; the meeting is opened, the roll not called. */
async function aMeetingInSession(): Promise<string> {
  const [board] = await desk.call<{ id: string }[]>(page, 'bodies.list', {})
  const bodyId = board?.id ?? ''
  for (const [givenName, role] of [
    ['Anne', 'chair'],
    ['Bjørn', 'member'],
    ['Carl', 'member'],
    ['Dag', 'deputy'],
  ]) {
    const { id: personId } = await desk.call<{ id: string }>(page, 'persons.add', { givenName, familyName: 'Ek' })
    await desk.call(page, 'bodyMembers.add', { bodyId, personId, role, termFrom: '2020-01-01' })
  }
  const meeting = await desk.call<{ id: string }>(page, 'meetings.plan', { bodyId, startsOn: today, startsAt: '00:00' })
  for (const title of [budget, other]) {
    await desk.call(page, 'agendaItems.add', { bodyId, meetingId: meeting.id, type: 'decision', title })
  }
  await desk.call(page, 'meetings.start', { id: meeting.id, openedAt: '00:00' })
  return meeting.id
}
const opened = () => desk.call<Detail>(page, 'meetings.open', { id })
const textOf = async (title: string) =>
  JSON.stringify((await opened()).items.find(({ item }) => item.title === title)?.item.minutesText)

describe('The roll', () => {
  it('takes nobody twice: who is on it is not offered, and the other window is told', async () => {
    await button(she.session.people(), t('session.people.add')).click()
    const form = page.getByRole('form', { name: t('session.people.add') })
    const { personId } = (await opened()).attendances.find(({ personName }) => personName === 'Carl Ek') ?? {}
    const row = (await opened()).attendances.find((one) => one.personId === personId)
    await desk.call(page, 'attendances.remove', { id: row?.id })
    await form.getByRole('button', { name: t('session.people.person') }).click()
    await page.getByRole('option', { name: 'Carl Ek' }).click()
    await she.pick(form, t('session.people.role'), t('codes.attendanceRole.member'))
    // Meanwhile the other window has put him back.
    await desk.call(page, 'attendances.add', { meetingId: id, personId, role: 'member', votes: true })
    await button(form, t('common.add')).click()
    await page.getByText(t('problems.field.personTwice')).waitFor()
    await shoot(page, 'fault-twice')
    await button(form, t('common.cancel')).click()
    expect((await opened()).attendances.filter((one) => one.personId === personId)).toHaveLength(1)
  })

  it('calls no deputy for somebody who is there, and lets nobody come whose deputy serves', async () => {
    const rows = (await opened()).attendances
    const [anne, bjorn] = ['Anne Ek', 'Bjørn Ek'].map((name) => rows.find(({ personName }) => personName === name))
    const deputy = (await opened()).deputies[0]
    await she.session.person('Anne Ek').focus()
    await page.keyboard.press('1')
    await expect
      .poll(async () => (await opened()).attendances.find((one) => one.id === anne?.id)?.status)
      .toBe('present')
    const call = { meetingId: id, replacesId: anne?.personId, personId: deputy?.personId }
    await expect(desk.call(page, 'attendances.callDeputy', call)).rejects.toThrow(/deputyForPresent/)
    await expect.poll(() => button(she.session.people(), t('session.deputy.call', { name: 'Dag Ek' })).count()).toBe(0)
    await she.session.person('Bjørn Ek').focus()
    await page.keyboard.press('4')
    await button(she.session.people(), t('session.deputy.call', { name: 'Dag Ek' })).click()
    await she.session.person('Dag Ek').waitFor()
    await she.session.person('Bjørn Ek').focus()
    await page.keyboard.press('1')
    await notices(page)
      .getByText(t('problems.field.deputyServes', { name: 'Dag Ek' }))
      .waitFor()
    await shoot(page, 'fault-deputy-serves')
    expect((await opened()).attendances.find((one) => one.id === bjorn?.id)?.status).toBe('absent')
  })
})

describe('Two windows', () => {
  it('write the same minutes: both texts are shown, nothing is lost, and the choice is the writer’s', async () => {
    const second = await page.context().newPage()
    await second.goto(page.url())
    await second.getByRole('navigation', { name: t('app.nav') }).waitFor()
    const he = aSecretary(second, t)
    await he.meetings.toSession(id)
    await she.session.item(budget)
    await he.session.item(budget)
    await he.session.writing().click()
    await second.keyboard.type('Rådmannen la fram budsjettet.')
    await she.session.writing().click()
    await page.keyboard.type('Budsjettet er lagt fram av økonomisjefen.')
    await second.keyboard.press('Control+s')
    await expect.poll(() => textOf(budget)).toContain('Rådmannen')
    await page.keyboard.press('Control+s')
    const conflict = she.session.panel().getByRole('alert')
    await conflict.getByText('Rådmannen la fram budsjettet.').waitFor()
    await conflict.getByText('Budsjettet er lagt fram av økonomisjefen.').waitFor()
    await shoot(page, 'fault-conflict')
    await expect.poll(() => textOf(budget)).toContain('Rådmannen')
    await button(conflict, t('common.richText.keepMine')).click()
    await conflict.waitFor({ state: 'hidden' })
    await expect.poll(() => textOf(budget)).toContain('økonomisjefen')
    await expect.poll(() => he.session.writing().textContent()).toContain('økonomisjefen')
    await second.close()
  })

  it('and whoever takes the other’s text can take that back', async () => {
    await she.session.writing().click()
    await page.keyboard.press('Control+End')
    const item = (await opened()).items.find((one) => one.item.title === budget)
    await page.keyboard.type(' Det gikk fort.')
    await desk.call(page, 'agendaItems.write', {
      id: item?.item.id,
      field: 'minutesText',
      content: {
        type: 'doc',
        content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Skrevet et annet sted.' }] }],
      },
      basedOn: item?.textStamps.minutesText,
    })
    await page.keyboard.press('Control+s')
    const conflict = she.session.panel().getByRole('alert')
    await button(conflict, t('common.richText.takeTheirs')).click()
    await expect.poll(() => she.session.writing().textContent()).toBe('Skrevet et annet sted.')
    await button(notices(page), t('common.undo')).last().click()
    await expect.poll(() => she.session.writing().textContent()).toContain('Det gikk fort.')
  })
})

describe('In the middle of a sentence', () => {
  it('the machine dies, and afterwards every word is there', async () => {
    await she.session.item(other)
    await she.session.writing().click()
    await page.keyboard.type('Huseieren tilbyr ti år, men først må vi')
    const { item } = (await opened()).items.find((one) => one.item.title === other) ?? {}
    await expect
      .poll(async () =>
        JSON.stringify(await desk.call(page, 'drafts.load', { key: `agendaItems:${item?.id}:minutesText` })),
      )
      .toContain('men først må vi')
    await desk.crash()
    await page.goto(desk.preview.newLink())
    await page.getByRole('button', { name: /Lyngen næringsforum/ }).click()
    await page.getByRole('navigation', { name: t('app.nav') }).waitFor()
    await she.meetings.toSession(id)
    await she.session.item(other)
    await expect.poll(() => she.session.writing().textContent()).toBe('Huseieren tilbyr ti år, men først må vi')
    await she.session.panel().getByText(t('history.drafts.differs')).waitFor()
    await shoot(page, 'fault-after-the-crash')
    await she.session.writing().click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' se på taket.')
    await page.keyboard.press('Control+s')
    await expect.poll(() => textOf(other)).toContain('men først må vi se på taket.')
  })
})

describe('Too much', () => {
  it('ten megabytes pasted into the minutes are refused with a reason, and what stood there stands', async () => {
    const writing = she.session.writing()
    await writing.focus()
    await writing.evaluate((element) => {
      const clipboardData = new DataTransfer()
      const text = 'Referat fra møtet. '.repeat(550_000)
      clipboardData.setData('text/plain', text)
      clipboardData.setData('text/html', `<p>${text}</p>`)
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    })
    await she.session
      .panel()
      .getByText(/10\s450\s000/)
      .waitFor()
    await shoot(page, 'fault-too-much')
    await expect.poll(() => writing.textContent()).toContain('men først må vi se på taket.')
    expect((await writing.textContent())?.length).toBeLessThan(200)
  })
})

describe('Approval', () => {
  it('of a meeting where no voter was there is refused, and the reason stands on the screen', async () => {
    for (const title of [budget, other]) {
      await she.session.item(title)
      await she.session.writing().focus()
      const form = await she.session.form('decision')
      await textField(form, t('session.decisions.text')).fill('Saken tas til orientering.')
      await she.session.save(form)
    }
    const { attendances } = await opened()
    const deputy = attendances.find(({ role, votes }) => role === 'deputy' && votes)
    if (deputy) await desk.call(page, 'attendances.remove', { id: deputy.id })
    const left = attendances.filter((one) => one.id !== deputy?.id)
    // The secretary waited alone, led what there was to lead, and wrote it down.
    const alone = left.find(({ role }) => role === 'secretary')
    const answers = left.map((one) => ({ id: one.id, status: one === alone ? 'present' : 'absent' }))
    await desk.call(page, 'attendances.call', { meetingId: id, answers })
    await desk.call(page, 'meetings.revise', { id, changes: { chairId: alone?.personId } })
    await button(page, t('session.close.action')).click()
    await she.session.closing().getByText(t('session.close.warnings')).waitFor()
    await shoot(page, 'fault-no-quorum')
    await textField(she.session.closing(), t('session.close.at')).fill('23.59')
    await button(she.session.closing(), t('session.close.action')).click()
    await she.session.closing().waitFor({ state: 'hidden' })
    await she.session.show('minutes')
    await button(page, t('session.minutes.send')).click()
    await page.getByText(t('problems.meeting.quorumEmpty')).waitFor()
    await shoot(page, 'fault-empty-quorum')
    await expect.poll(() => button(page, t('session.minutes.approve')).isDisabled()).toBe(true)
    const { minutes } = await desk.call<{ minutes: { id: string }[] }>(page, 'meetings.open', { id })
    const approval = {
      meetingId: id,
      minutesId: minutes[0]?.id ?? '',
      approvedOn: today,
      approvedInId: null,
      despiteEdits: false,
    }
    await expect(desk.call(page, 'minutes.approve', approval)).rejects.toThrow(/quorumEmpty/)
  })
})
