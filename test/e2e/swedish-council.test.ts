/** A Swedish council: deputies in turn, names called, a reservation, and minutes that an adjuster sends back once. */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { translator } from '#shared/i18n/translator.ts'
import { aDesk, type Desk, keep, shoot } from './desk.ts'
import { aSecretary, type Detail, inOrder, type Secretary, wordOf } from './meeting-steps.ts'
import { button, expectMessage, foundPartnership, textField } from './steps.ts'

const t = translator('sv')
let desk: Desk
let page: Page
let she: Secretary
let id = ''
beforeAll(async () => {
  desk = await aDesk({ ownClock: true })
  page = await desk.open({ locale: 'sv-SE', timezoneId: 'Europe/Stockholm' })
  await page.locator('h1').first().waitFor()
  await desk.setTime('2026-03-02T08:30+01:00')
  she = aSecretary(page, t)
  await foundPartnership(page, { name: 'Robertsfors tillsammans', givenName: 'Maria', familyName: 'Blom' }, t)
})
afterAll(() => desk.close())
afterEach(({ task }) => (task.result?.state === 'fail' ? shoot(page, 'se-failed') : undefined))

const opened = () => desk.call<Detail>(page, 'meetings.open', { id })
const itemOf = async (title: string) => {
  const found = (await opened()).items.find(({ item }) => item.title === title)
  if (!found) throw new Error(`No item ${title}`)
  return found
}
const adjusting = 'Val av justerare'
const plan = 'Yttrande över detaljplan för Sikeå hamn'
const proposed = 'Rådet tillstyrker detaljplanen för Sikeå hamn.'
const refusal = 'Rådet avstyrker detaljplanen.'

describe('Before the meeting', () => {
  it('a council with the rules of a Swedish municipality gets members of parties and deputies in their order', async () => {
    await she.bodies.add('Näringslivsrådet', 'council', 'municipalLikeSe')
    await she.bodies.addMembers([
      { name: 'Karin Öhman', role: 'chair', party: 'S' },
      { name: 'Per Åström', party: 'M' },
      { name: 'Lena Ek', party: 'C' },
      { name: 'Olof Berg', party: 'V' },
      { name: 'Maja Lind', party: 'S' },
      { name: 'Sven Holm', role: 'deputy', party: 'M' },
      { name: 'Ida Ros', role: 'deputy', party: 'C' },
      { name: 'Nils Falk', role: 'deputy', party: 'S' },
    ])
    await page.getByText(t('bodies.members.deputiesInTurn')).waitFor()
    await she.bodies.secretary('Maria Blom')
  })

  it('a meeting is planned and called in time', async () => {
    const when = { day: '12.3.', from: '18', to: '20.30', place: 'Kommunhuset, Robertsfors' }
    id = await she.meetings.plan({ ...when, body: 'Näringslivsrådet' })
    await she.meetings.addItem(adjusting, t('codes.itemType.election'), 5)
    await she.meetings.addItem(plan, t('codes.itemType.decision'), 30)
    await she.meetings.addItem('Rapport om företagsbesök', t('codes.itemType.information'), 15)
    const editor = await she.meetings.editItem(plan)
    await editor.getByRole('textbox', { name: t('meetings.item.proposedDecision') }).click()
    await page.keyboard.type(proposed)
    await textField(editor, t('meetings.item.summary')).click()
    await expect.poll(async () => JSON.stringify((await itemOf(plan)).item.proposedDecision)).toContain(proposed)
    await button(page, t('meetings.next.sendNotice')).click()
    await expect.poll(async () => (await opened()).meeting.status).toBe('noticeSent')
    const { items, warnings } = await opened()
    expect(warnings).toEqual([])
    expect(items.map(({ numberText }) => numberText)).toEqual(['§ 1', '§ 2', '§ 3'])
  })
})

describe('In the meeting', () => {
  beforeAll(async () => {
    await desk.setTime('2026-03-12T18:01+01:00')
    await she.meetings.toSession(id)
  })

  it('the next deputy in turn is proposed for each empty seat', async () => {
    await button(page, t('session.open.action')).click()
    await page.getByText(t('session.openedAt', { time: '18:01' })).waitFor()
    await she.session.person('Karin Öhman').focus()
    for (const key of ['1', '3', '3', '1', '1']) await page.keyboard.press(key)
    await she.session.person('Maria Blom').focus()
    await page.keyboard.press('1')
    const calls = (name: string) => button(she.session.people(), t('session.deputy.call', { name }))
    await calls('Sven Holm').nth(1).waitFor()
    await shoot(page, 'se-deputies')
    await calls('Sven Holm').first().click()
    await calls('Ida Ros').waitFor()
    await expect.poll(() => calls('Sven Holm').count()).toBe(0)
    await calls('Ida Ros').click()
    await expect
      .poll(async () =>
        (await opened()).attendances
          .filter(({ role }) => role === 'deputy')
          .map(({ personName, replacesName }) => `${personName} för ${replacesName}`),
      )
      .toEqual(['Sven Holm för Per Åström', 'Ida Ros för Lena Ek'])
  })

  it('an adjuster is elected', async () => {
    await she.session.item(adjusting)
    const form = await she.session.form('decision')
    await page.keyboard.type('Maja Lind väljs att justera protokollet.')
    await she.session.save(form)
    await page.keyboard.press('Alt+Enter')
    await she.session.panel().getByRole('heading', { level: 2, name: plan }).waitFor()
  })

  it('two proposals stand, and the names are called one after the other from the keyboard', async () => {
    await she.session.writing().click()
    await page.keyboard.type('Planarkitekten redogjorde.')
    await button(she.session.panel(), t('session.proposals.put')).click()
    await button(she.session.panel(), t('session.proposals.put')).waitFor({ state: 'hidden' })
    await she.session.writing().click()
    const proposal = await she.session.form('proposal')
    await page.keyboard.type(refusal)
    await she.pick(proposal, t('session.proposals.kind'), t('codes.proposalKind.counter'))
    await she.pick(proposal, t('session.proposals.proposer'), /Olof Berg/)
    await textField(proposal, t('session.proposals.text')).focus()
    await she.session.save(proposal)
    await she.session.panel().getByText(refusal).first().waitFor()

    const vote = await she.session.form('vote')
    await she.radio(vote, t('session.votes.kind'), t('session.votes.kinds.named')).click()
    await button(vote, t('session.votes.save')).click()
    await vote.getByText(t('problems.field.votersWithoutVote', { count: 5 })).waitFor()
    await vote.getByRole('radiogroup', { name: 'Karin Öhman' }).getByRole('radio').first().focus()
    for (const key of ['1', '2', '1', '1', '3']) await page.keyboard.press(key)
    const sum = { for: 3, against: 1, abstain: 1, given: 5, voters: 5 }
    await vote.getByText(t('session.votes.namedSum', sum)).waitFor()
    await shoot(page, 'se-named-votes')
    await page.keyboard.press('Control+Enter')
    const decision = she.session.panel().getByRole('form', { name: t('session.add.decision') })
    await decision.waitFor()
    await expect.poll(() => textField(decision, t('session.decisions.text')).inputValue()).toBe(proposed)
    await button(decision, t('session.decisions.take')).click()
    await decision.waitFor({ state: 'hidden' })
    const { votes } = await itemOf(plan)
    expect(votes).toEqual([expect.objectContaining({ kind: 'named', forCount: 3, againstCount: 1, abstainCount: 1 })])
  })

  it('whoever lost makes a reservation before the meeting ends', async () => {
    const form = await she.session.form('dissent')
    await form.getByText(t('session.statements.dissentHint')).waitFor()
    await she.pick(form, t('session.statements.person'), /Olof Berg/)
    await expect.poll(() => textField(form, t('session.statements.party')).inputValue()).toBe('V')
    await textField(form, t('codes.statementKind.dissent')).fill('Planen tar åkermark i anspråk.')
    await she.session.save(form)
    await she.session.item('Rapport om företagsbesök')
    await she.session.writing().click()
    await page.keyboard.type('Näringslivsstrategen rapporterade om tolv besök.')
    await desk.setTime('2026-03-12T20:10+01:00')
    await she.session.close('20.15')
    const { meeting, items } = await opened()
    expect(meeting).toMatchObject({ status: 'held', adjournedAt: '20:15' })
    expect(items.map(({ item }) => item.numberText)).toEqual(['§ 1', '§ 2', '§ 3'])
  })
})

describe('After the meeting', () => {
  beforeAll(async () => {
    await desk.setTime('2026-03-13T09:00+01:00')
    await she.meetings.toSession(id)
    await she.session.item(plan)
  })

  it('a reservation comes too late, and a note to the minutes is in time as long as they are not adjusted', async () => {
    await she.session.writing().focus()
    const late = await she.session.form('dissent')
    await she.pick(late, t('session.statements.person'), /Maja Lind/)
    await textField(late, t('codes.statementKind.dissent')).fill('Jag reserverar mig också.')
    await button(late, t('session.form.save')).click()
    const day = textField(late, t('session.statements.deliveredOn'))
    await expectMessage(day, t('problems.field.dissentAfterMeeting', { day: '2026-03-12' }))
    await shoot(page, 'se-late-reservation')
    await button(late, t('common.cancel')).click()
    const note = await she.session.form('note')
    await she.pick(note, t('session.statements.person'), /Maja Lind/)
    await textField(note, t('codes.statementKind.noteToMinutes')).fill('Åkermarken bör ersättas.')
    await she.session.save(note)
    expect((await itemOf(plan)).statements.map(({ kind, deliveredOn }) => `${kind} ${deliveredOn}`)).toEqual([
      'dissent 2026-03-12',
      'noteToMinutes 2026-03-13',
    ])
  })

  it('the minutes wait for an adjuster, and then go to review until the fourteenth day', async () => {
    await she.session.show('minutes')
    await page.getByText(t('problems.meeting.adjustersMissing', { count: 1 })).waitFor()
    const adjusters = page.getByRole('group', { name: t('session.minutes.adjusters') })
    await adjusters.getByText('Maja Lind').click()
    await page.getByText(t('problems.meeting.adjustersMissing', { count: 1 })).waitFor({ state: 'hidden' })
    await expect.poll(() => textField(she.main(), t('session.minutes.dueOn')).inputValue()).toBe('2026-03-26')
    await button(page, t('session.minutes.send')).click()
    await page.getByRole('heading', { name: t('session.minutes.reviewTitle', { version: 1 }) }).waitFor()
    const { adjustments } = await opened()
    expect(adjustments.map(({ personName, dueOn }) => `${personName} ${dueOn}`).toSorted()).toEqual([
      'Karin Öhman 2026-03-26',
      'Maja Lind 2026-03-26',
    ])
    await expect.poll(() => button(page, t('session.minutes.approve')).isDisabled()).toBe(true)
    await shoot(page, 'se-review')
  })

  it('the adjuster refuses with a comment, and the minutes come back to be mended', async () => {
    await desk.setTime('2026-03-16T10:00+01:00')
    const form = await answer('Maja Lind')
    await she.radio(form, t('session.minutes.verdict'), t('codes.verdict.refused')).click()
    await button(form, t('session.form.save')).click()
    const comment = textField(form, t('session.minutes.comment'))
    await expectMessage(comment, t('problems.field.refusalWithoutComment'))
    await comment.fill('Planarkitektens namn saknas.')
    await button(form, t('session.form.save')).click()
    await page.getByText(t('session.minutes.returned', { reason: 'Planarkitektens namn saknas.' })).waitFor()
    expect((await opened()).meeting.status).toBe('held')
    await shoot(page, 'se-returned')
    await she.session.show('meeting')
    await she.session.item(plan)
    await she.session.writing().focus()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' Hon heter Eva Stark.')
    await she.session.show('minutes')
    await expect
      .poll(async () => JSON.stringify((await itemOf(plan)).item.minutesText))
      .toContain('Planarkitekten redogjorde. Hon heter Eva Stark.')
    await button(page, t('session.minutes.send')).click()
    await page.getByRole('heading', { name: t('session.minutes.reviewTitle', { version: 2 }) }).waitFor()
    expect((await opened()).minutes.map(({ version, status }) => `${version} ${status}`)).toEqual([
      '1 returned',
      '2 inReview',
    ])
  })

  it('adjuster and chair approve the second version; it is announced, and the days to appeal are told', async () => {
    await desk.setTime('2026-03-19T10:00+01:00')
    for (const name of ['Maja Lind', 'Karin Öhman']) {
      const form = await answer(name)
      await button(form, t('session.form.save')).click()
      await form.waitFor({ state: 'hidden' })
    }
    await button(page, t('session.minutes.approve')).click()
    const ask = page.getByRole('alertdialog', { name: t('session.minutes.approveAsk') })
    await button(ask, t('session.minutes.approve')).click()
    await page.getByRole('heading', { name: t('session.minutes.finalTitle') }).waitFor()
    const announced = textField(she.main(), t('session.minutes.announcedOn'))
    await page.getByText(t('session.minutes.announceBy', { day: '2026-03-21' })).waitFor()
    await announced.fill('2026-03-20')
    await announced.press('Enter')
    await page.getByText(t('session.minutes.appealUntil', { day: '2026-04-10' })).waitFor()
    await shoot(page, 'se-final')
    const { meeting, minutes } = await opened()
    expect(meeting).toMatchObject({ status: 'minutesApproved', adjustedOn: '2026-03-19', announcedOn: '2026-03-20' })
    expect(minutes.at(-1)).toMatchObject({ version: 2, status: 'approved' })
  })
})

async function answer(name: string) {
  await button(page, t('session.minutes.answer', { name })).click()
  const form = page.getByRole('form', { name: t('session.minutes.answer', { name }) })
  await form.waitFor()
  return form
}

describe('The minutes in Word', () => {
  it('hold what practice.md 6.1 asks for, in the order of the meeting', async () => {
    const bytes = await she.papers.export('minutes', 'docx')
    keep('swedish-council.docx', bytes)
    expect(inOrder(wordOf(bytes), requiredInSweden)).toEqual([])
  })
})

/** Who served for whom, each case with proposals, order of propositions, names in open votes, decision and reservations; adjusted and announced. */
const requiredInSweden: readonly (string | RegExp)[] = [
  'Protokoll\nNäringslivsrådet, sammanträde 1/2026 · torsdag 12 mars 2026',
  'Justerat 2026-03-19. Version 2, kontrollsumma',
  'kl. 18.01–20.15',
  'Kommunhuset, Robertsfors',
  '§§ 1–3',
  /Närvarande\n(.*\n)*?Karin Öhman\nOrdförande\nS/,
  /Tjänstgörande ersättare\n(.*\n)*?Sven Holm\nPer Åström\nM/,
  'Ida Ros\nLena Ek\nC',
  /Anmält förhinder\n(.*\n)*?Per Åström\nLedamot\nM\nSven Holm/,
  'Sammanträdet var beslutfört: 5 av 5 röstberättigade var närvarande. Det krävs minst 3.',
  `§ 1 ${adjusting}\nBeslut\nMaja Lind väljs att justera protokollet.`,
  `§ 2 ${plan}`,
  'Planarkitekten redogjorde. Hon heter Eva Stark.',
  `Yrkanden\nFörslag 1. Förslag till beslut\n${proposed}\nFörslag 2. Motförslag av Olof Berg (V)\n${refusal}`,
  'Propositionsordning\n1. Proposition på förslag 1 mot förslag 2',
  'Omröstning\nMed namnupprop. Ja-röst för förslag 1, nej-röst för förslag 2.',
  'Ja-röster (förslag 1): 3. Nej-röster (förslag 2): 1. Avstår: 1. Därmed bifalls förslag 1.',
  'Karin Öhman\nS\nJa\nOlof Berg\nV\nNej\nMaja Lind\nS\nJa\nSven Holm\nM\nJa\nIda Ros\nC\nAvstår',
  `Beslut\n${proposed}\nBeslutat med röstetalen 3 mot 1. Avstår: 1.`,
  'Reservation\nOlof Berg (V), lämnad 2026-03-12 kl. 18.01\nPlanen tar åkermark i anspråk.',
  'Protokollsanteckning\nMaja Lind (S), lämnad 2026-03-13\nÅkermarken bör ersättas.',
  '§ 3 Rapport om företagsbesök',
  'Underskrifter och justering',
  'JusterareMaja Lind',
  'Justeringens datum2026-03-19',
  /Ordförande\nKarin Öhman\n.*2026-03-19\nGodkänt elektroniskt/,
  /Justerare\nMaja Lind\n.*2026-03-19\nGodkänt elektroniskt/,
  /Sekreterare\nMaria Blom/,
  'Anslag\nBevis om att justeringen tillkännages på anslagstavlan.',
  'Anslaget sätts upp2026-03-20',
  'Anslaget tas ned tidigast2026-04-11',
  'Så överklagas beslut',
  'alltså senast 2026-04-10.',
]
