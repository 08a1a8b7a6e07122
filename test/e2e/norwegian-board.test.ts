/** A Norwegian board from its first member to minutes that the next meeting approves, typed as its secretary would. */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, type Desk, keep, shoot } from './desk.ts'
import { aSecretary, type Detail, inOrder, paste, type Secretary, wordOf } from './meeting-steps.ts'
import { button, expectMessage, foundPartnership, t, textField } from './steps.ts'
import { fromWord } from './word-clipboard.ts'

let desk: Desk
let page: Page
let she: Secretary
let first = ''
let second = ''
beforeAll(async () => {
  desk = await aDesk({ ownClock: true })
  page = await desk.open()
  await page.locator('h1').first().waitFor()
  await desk.setTime('2026-03-02T08:30+01:00')
  she = aSecretary(page, t)
  await foundPartnership(page, { name: 'Østfold næringsforum', givenName: 'Kari', familyName: 'Nilsen' })
})
afterAll(() => desk.close())
afterEach(({ task }) => (task.result?.state === 'fail' ? shoot(page, 'no-failed') : undefined))

const opened = (id = first) => desk.call<Detail>(page, 'meetings.open', { id })
const itemOf = async (title: string, id = first) => {
  const found = (await opened(id)).items.find(({ item }) => item.title === title)
  if (!found) throw new Error(`No item ${title}`)
  return found
}
const harbour = 'Grønn havn: bevilgning til fyrtårnprosjektet'
const plot = 'Kjøp av tomt på Værste'
const website = 'Ny nettside'
const election = 'Valg av nestleder'
const call = 'Godkjenning av innkalling og saksliste'
const proposed = 'Styret bevilger 400 000 kroner til prosjektet Grønn havn for 2026.'

describe('Before the meeting', () => {
  it('the board gets its rules, its members and deputies, and the items that every meeting begins with', async () => {
    await she.bodies.open('Styret', 'publicLikeNo')
    await she.bodies.addMembers([
      { name: 'Anne Holm', role: 'chair' },
      { name: 'Bjørn Lie' },
      { name: 'Cecilie Moe' },
      { name: 'David Aas' },
      { name: 'Eva Dahl' },
      { name: 'Frode Vik' },
      { name: 'Grete Berg' },
      { name: 'Hanne Ruud', role: 'deputy' },
      { name: 'Ivar Sand', role: 'deputy' },
    ])
    await page.getByText(t('bodies.members.seats', { count: 7 })).waitFor()
    await shoot(page, 'no-body')
    await she.bodies.secretary('Kari Nilsen')
    await she.bodies.standingItems([
      [t('codes.itemType.noticeApproval'), call, 5],
      [t('codes.itemType.minutesApproval'), 'Godkjenning av protokoll fra forrige møte', 5],
      [t('codes.itemType.information'), 'Orientering fra sekretariatet', 15],
      [t('codes.itemType.anyOtherBusiness'), 'Eventuelt', 5],
    ])
    await shoot(page, 'no-body-templates')
  })

  it('a meeting is planned with its standing items; all who sit in the board and its secretary are called', async () => {
    first = await she.meetings.plan({ day: '12.3.', from: '9', to: '12', place: 'Sarpsborg rådhus' })
    const { meeting, attendances, items } = await opened()
    expect(meeting).toMatchObject({ startsOn: '2026-03-12', startsAt: '09:00', endsAt: '12:00', status: 'planned' })
    expect(attendances.filter(({ votes }) => votes)).toHaveLength(7)
    expect(attendances.find(({ role }) => role === 'secretary')?.personName).toBe('Kari Nilsen')
    expect(items).toHaveLength(4)
  })

  it('the agenda gets its matters; what the first meeting has no use for goes, and the order is changed by keyboard', async () => {
    const editor = await she.meetings.editItem('Godkjenning av protokoll fra forrige møte')
    await button(editor, t('common.more')).click()
    await page.getByRole('menuitem', { name: t('meetings.item.remove') }).click()
    await she.meetings.addItem(harbour, undefined, 40)
    await she.meetings.addItem(plot, undefined, 20)
    await she.meetings.addItem(website, undefined, 15)
    await she.meetings.addItem(election, t('codes.itemType.election'), 10)
    for (const title of ['Orientering fra sekretariatet', 'Eventuelt']) {
      const handle = she.meetings.agenda().getByRole('button', { name: title }).last()
      const places = async () => (await opened()).items.map(({ item }) => item.title)
      for (let step = 0; step < 5; step++) {
        const before = (await places()).indexOf(title)
        await handle.focus()
        await page.keyboard.press('Alt+ArrowDown')
        await expect.poll(async () => (await places()).indexOf(title)).toBe(before + 1)
      }
    }
    expect((await opened()).items.map(({ item, numberText }) => `${numberText} ${item.title}`)).toEqual([
      `Sak 1/26 ${call}`,
      `Sak 2/26 ${harbour}`,
      `Sak 3/26 ${plot}`,
      `Sak 4/26 ${website}`,
      `Sak 5/26 ${election}`,
      'Sak 6/26 Orientering fra sekretariatet',
      'Sak 7/26 Eventuelt',
    ])
  })

  it('what is pasted from Word keeps its headings, lists and table and loses its styles; the picture is told of', async () => {
    const editor = await she.meetings.editItem(harbour)
    const background = editor.getByRole('textbox', { name: t('meetings.item.background') })
    await paste(background, fromWord)
    await editor.getByText(t('common.richText.picturesLeftOut')).waitFor()
    const decision = editor.getByRole('textbox', { name: t('meetings.item.proposedDecision') })
    await decision.click()
    await page.keyboard.type(proposed)
    await textField(editor, t('meetings.item.summary')).click()
    await shoot(page, 'no-item-from-word')
    await expect
      .poll(async () => (await itemOf(harbour)).item.background?.content.map(({ type }) => type))
      .toEqual(['heading', 'paragraph', 'bulletList', 'table', 'paragraph'])
    const text = JSON.stringify((await itemOf(harbour)).item.background)
    for (const word of ['Fredrikstad havn', 'landstrøm', 'Egenandel', '250 000']) expect(text).toContain(word)
    expect(text).not.toMatch(/mso|Calibri|style|img|color/i)
    for (const [title, words] of [
      [plot, 'Styret kjøper tomten på Værste for 3,1 millioner kroner.'],
      [website, 'Styret godkjenner planen for ny nettside.'],
    ] as const) {
      const other = await she.meetings.editItem(title)
      await other.getByRole('textbox', { name: t('meetings.item.proposedDecision') }).click()
      await page.keyboard.type(words)
      await textField(other, t('meetings.item.summary')).click()
      await expect.poll(async () => JSON.stringify((await itemOf(title)).item.proposedDecision)).toContain(words)
    }
  })

  it('the notice goes out as a mail draft with the notice and a calendar entry, and is marked as sent', async () => {
    await she.meetings.toSession(first)
    const mail = await she.papers.mail('notice')
    await shoot(page, 'no-notice')
    expect(mail.headings).toContain('X-Unsent: 1')
    expect(mail.headings).toContain('Subject: Møteinnkalling: Styret torsdag 12. mars 2026 kl. 09:00')
    expect(mail.text).toContain('Du innkalles til møte i Styret')
    const [notice, calendar] = mail.attachments
    const text = wordOf(notice?.bytes ?? new Uint8Array())
    expect(inOrder(text, ['Møteinnkalling', 'Sarpsborg rådhus', 'Innkalte', 'Anne Holm', 'Sak 2/26', harbour])).toEqual(
      [],
    )
    expect(new TextDecoder().decode(calendar?.bytes)).toContain('DTSTART:20260312T080000Z')
    const casePapers = wordOf(await she.papers.export('casePapers', 'docx'))
    const read = [
      harbour,
      'Forslag til vedtak',
      proposed,
      'Bakgrunn',
      'bygge landstrøm ved kai 3',
      'Egenandel',
      '250 000',
    ]
    expect(inOrder(casePapers, read)).toEqual([])
    await she.meetings.open(first)
    await button(page, t('meetings.next.sendNotice')).click()
    await expect.poll(async () => (await opened()).meeting).toMatchObject({ noticeSentOn: '2026-03-02' })
  })
})

describe('In the meeting', () => {
  beforeAll(async () => {
    await desk.setTime('2026-03-12T09:02+01:00')
    await she.meetings.toSession(first)
  })

  it('is opened, and the roll is called from the keyboard: one is away with a reason, her deputy is called in', async () => {
    await button(page, t('session.open.action')).click()
    await page.getByText(t('session.openedAt', { time: '09:02' })).waitFor()
    await she.session.person('Anne Holm').focus()
    for (const key of ['1', '3', '1', '1', '1']) await page.keyboard.press(key)
    await she.session.person('Grete Berg').focus()
    await page.keyboard.press('1')
    await she.session.person('Kari Nilsen').focus()
    await page.keyboard.press('1')
    await button(she.session.people(), t('session.deputy.call', { name: 'Hanne Ruud' })).click()
    await she.session.person('Bjørn Lie').click()
    const reason = textField(she.session.people(), t('session.roll.reason'))
    await reason.fill('Sykdom')
    await reason.press('Enter')
    await expect
      .poll(async () => (await opened()).attendances.map(({ personName, status }) => `${personName}: ${status}`))
      .toEqual(expect.arrayContaining(['Bjørn Lie: absentWithReason', 'Hanne Ruud: present', 'Frode Vik: null']))
    await she.session
      .panel()
      .getByText(t('session.quorum.counts', { voters: 6, seats: 7, needed: 4 }))
      .waitFor()
    await shoot(page, 'no-roll')
  })

  it('the first item is written with a standard phrase and decided without the mouse', async () => {
    await she.session.item(call)
    await she.session.writing().focus()
    await page.keyboard.press('/')
    await page.getByRole('menuitem', { name: t('session.phrases.callApproved.name') }).click()
    await expect.poll(() => she.session.writing().textContent()).toContain(t('session.phrases.callApproved.text'))
    const form = await she.session.form('decision')
    await page.keyboard.type('Innkalling og saksliste godkjennes.')
    await she.session.save(form)
    await page.keyboard.press('Alt+Enter')
    await she.session.panel().getByRole('heading', { level: 2, name: harbour }).waitFor()
  })

  it('somebody comes late, at a time that is told', async () => {
    await she.session.person('Frode Vik').click()
    const details = she.session.people().getByRole('listitem').filter({ hasText: 'Frode Vik' })
    await she.radio(details, t('session.roll.answer', { name: 'Frode Vik' }), t('session.roll.short.present')).click()
    const came = textField(details, t('session.roll.arrivedAt'))
    await came.fill('925')
    await came.press('Enter')
    await details
      .getByText(t('session.roll.arrived', { time: '09:25' }))
      .first()
      .waitFor()
    await she.session
      .panel()
      .getByText(t('session.quorum.counts', { voters: 7, seats: 7, needed: 4 }))
      .waitFor()
  })

  it('two proposals are put against each other; a sum above those who may vote is refused at its field', async () => {
    await she.session.writing().click()
    await page.keyboard.type('Daglig leder orienterte. Havnen bidrar med like mye.')
    await button(she.session.panel(), t('session.proposals.put')).click()
    await button(she.session.panel(), t('session.proposals.put')).waitFor({ state: 'hidden' })
    await she.session.writing().click()
    const proposal = await she.session.form('proposal')
    await page.keyboard.type('Saken utsettes til havnens egen andel er vedtatt.')
    await she.pick(proposal, t('session.proposals.proposer'), /David Aas/)
    await textField(proposal, t('session.proposals.text')).focus()
    await she.session.save(proposal)
    await she.session.panel().getByText(t('codes.proposalKind.counter')).waitFor()

    const vote = await she.session.form('vote')
    await she.radio(vote, t('session.votes.kind'), t('session.votes.kinds.showOfHands')).click()
    const [yes, no] = [textField(vote, t('session.votes.forFirst')), textField(vote, t('session.votes.forSecond'))]
    await yes.fill('6')
    await no.fill('2')
    await expectMessage(yes, t('problems.field.votesExceedVoters', { sum: 8, voters: 7 }))
    await button(vote, t('session.votes.save')).click()
    await expectMessage(yes, t('problems.field.votesExceedVoters', { sum: 8, voters: 7 }))
    await shoot(page, 'no-votes-too-many')
    expect((await itemOf(harbour)).votes).toEqual([])
    await yes.fill('5')
    await vote.getByText(t('session.votes.result.firstWon', { for: 5, against: 2 })).waitFor()
    await button(vote, t('session.votes.save')).click()

    const decision = she.session.panel().getByRole('form', { name: t('session.add.decision') })
    await decision.waitFor()
    await expect.poll(() => textField(decision, t('session.decisions.text')).inputValue()).toBe(proposed)
    await textField(decision, t('session.decisions.deadline')).fill('1.9.')
    await she.pick(decision, t('session.decisions.responsible'), 'Kari Nilsen')
    await button(decision, t('session.decisions.take')).click()
    await decision.waitFor({ state: 'hidden' })
    expect((await itemOf(harbour)).decisions).toEqual([
      expect.objectContaining({ text: proposed, unanimous: 'no', deadline: '2026-09-01' }),
    ])
  })

  it('the dissent of the minority stands with its time', async () => {
    const dissent = await she.session.form('dissent')
    await she.pick(dissent, t('session.statements.person'), /David Aas/)
    await textField(dissent, t('codes.statementKind.dissent')).fill('Bevilgningen binder midler som ikke er vedtatt.')
    await she.session.save(dissent)
    expect((await itemOf(harbour)).statements).toEqual([
      expect.objectContaining({ kind: 'dissent', deliveredOn: '2026-03-12', deliveredAt: '09:02' }),
    ])
    await shoot(page, 'no-session')
  })

  it('a whole item is held from the keyboard: text, disqualification, decision and action, and back in the text each time', async () => {
    await she.session.writing().focus()
    await page.keyboard.press('Alt+Enter')
    await she.session.panel().getByRole('heading', { level: 2, name: plot }).waitFor()
    const writing = she.session.writing()
    await expect.poll(() => writing.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.type('Tomten ligger ved kaia. ')

    const disqualification = await she.session.form('disqualification')
    await page.keyboard.type('Cecilie')
    await page.keyboard.press('Tab')
    await page.keyboard.press('N')
    await page.keyboard.press('Tab')
    await page.keyboard.type('søsteren eier tomten')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Ivar')
    await she.session.save(disqualification)
    expect((await itemOf(plot)).disqualifications).toEqual([
      expect.objectContaining({
        ground: 'closeRelation',
        outcome: 'disqualified',
        explanation: 'søsteren eier tomten',
      }),
    ])
    await page.keyboard.type('Prisen er etter takst.')
    const decision = await she.session.form('decision')
    await she.session.save(decision)
    const action = await she.session.form('action')
    await page.keyboard.type('Skrive under kjøpekontrakten')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Anne')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await she.session.panel().getByText('Skrive under kjøpekontrakten').waitFor()
    await page.keyboard.press('Escape')
    await action.waitFor({ state: 'hidden' })
    await expect.poll(() => writing.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.type(' Kjøpet er ført i budsjettet.')
    await page.keyboard.press('Alt+Enter')
    await expect
      .poll(async () => JSON.stringify((await itemOf(plot)).item.minutesText))
      .toContain('Tomten ligger ved kaia. Prisen er etter takst. Kjøpet er ført i budsjettet.')
    const { voterIds, actions, decisions } = await itemOf(plot)
    expect(actions).toEqual([expect.objectContaining({ dueOn: '2026-03-26' })])
    expect(decisions).toEqual([expect.objectContaining({ text: expect.stringContaining('3,1 millioner') })])
    const names = (await opened()).attendances.filter(({ personId }) => voterIds.includes(personId))
    expect(names.map(({ personName }) => personName)).toContain('Ivar Sand')
    expect(names.map(({ personName }) => personName)).not.toContain('Cecilie Moe')
  })

  it('an item is postponed', async () => {
    await she.session.item(website)
    await she.pick(she.session.panel(), t('session.item.status'), t('codes.itemStatus.postponed'))
    await expect.poll(async () => (await itemOf(website)).decisions.map(({ kind }) => kind)).toEqual(['postponement'])
    await she.session.item('Orientering fra sekretariatet')
    await she.session.writing().click()
    await page.keyboard.type('Sekretariatet orienterte om bedriftsbesøkene.')
  })

  it('can’t be ended while an item is undecided; the obstacle leads there, and the numbers are told before they are given', async () => {
    await desk.setTime('2026-03-12T11:40+01:00')
    await button(page, t('session.close.action')).click()
    const undecided = t('problems.meeting.undecided', { title: election })
    await she.session.closing().getByText(undecided).waitFor()
    await shoot(page, 'no-close-refused')
    await expect.poll(() => button(she.session.closing(), t('session.close.action')).isDisabled()).toBe(true)
    await button(she.session.closing(), t('session.close.goToItem', { title: election })).click()
    await she.session.panel().getByRole('heading', { level: 2, name: election }).waitFor()
    const form = await she.session.form('decision')
    await page.keyboard.type('Grete Berg velges til nestleder.')
    await she.session.save(form)

    await button(page, t('session.close.action')).click()
    const numbers = t('session.close.numbers', { first: 'Sak 1/26', last: 'Sak 7/26', count: 7 })
    await she.session.closing().getByText(numbers).waitFor()
    await shoot(page, 'no-close')
    await button(she.session.closing(), t('common.cancel'))
      .or(button(she.session.closing(), t('session.close.back')))
      .click()
    await she.session.close('11.55')
    const { meeting, items } = await opened()
    expect(meeting).toMatchObject({ status: 'held', adjournedAt: '11:55', number: 1, numberYear: 2026 })
    expect(items.map(({ item }) => item.numberText)).toEqual([1, 2, 3, 4, 5, 6, 7].map((no) => `Sak ${no}/26`))
    await page
      .getByRole('navigation', { name: t('session.items.title') })
      .getByText('Sak 7/26')
      .waitFor()
  })
})

describe('After the meeting', () => {
  it('the minutes go to review, and nothing in them can be changed', async () => {
    await she.session.show('minutes')
    await shoot(page, 'no-minutes')
    await button(page, t('session.minutes.send')).click()
    await page.getByRole('heading', { name: t('session.minutes.reviewTitle', { version: 1 }) }).waitFor()
    expect((await opened()).meeting.status).toBe('minutesInReview')
  })

  it('the next meeting takes up what was postponed, and approves the minutes by its own item', async () => {
    second = await she.meetings.plan({ day: '9.4.', from: '9', to: '11' })
    await button(page, t('meetings.sources.queue')).click()
    const queue = she.dialog(t('meetings.sources.queue'))
    await queue.getByText(website).click()
    await button(queue, t('meetings.sources.take', { count: 1 })).click()
    await queue.waitFor({ state: 'hidden' })
    const about = (await opened(second)).items.find(({ item }) => item.type === 'minutesApproval')
    expect(about?.item.aboutMeetingId).toBe(first)
    await desk.setTime('2026-04-09T09:00+02:00')
    await she.meetings.toSession(second)
    await button(page, t('session.open.action')).click()
    await button(she.session.people(), t('session.roll.allPresent'))
      .or(button(she.session.people(), t('session.roll.restPresent', { count: 8 })))
      .click()
    for (const [title, words] of [
      [call, 'Innkalling og saksliste godkjennes.'],
      ['Godkjenning av protokoll fra forrige møte', 'Protokollen fra 12. mars godkjennes.'],
      [website, ''],
    ] as const) {
      await she.session.item(title)
      await she.session.writing().focus()
      const form = await she.session.form('decision')
      await page.keyboard.type(words)
      await she.session.save(form)
    }
    await she.session.close('10.30')
    const { meeting, minutes } = await opened(first)
    expect(meeting).toMatchObject({ status: 'minutesApproved', adjustedOn: '2026-04-09', approvedInId: second })
    expect(minutes).toEqual([expect.objectContaining({ version: 1, status: 'approved' })])
    expect((await opened(second)).items.map(({ item }) => item.numberText)).toEqual(
      [8, 9, 10, 11, 12].map((no) => `Sak ${no}/26`),
    )
  })

  it('approved minutes are locked: no field can be written in, the way out is told, and the backend refuses too', async () => {
    await she.meetings.toSession(first)
    await she.session.item(harbour)
    await she.session.panel().getByText(t('session.locked.approved')).waitFor()
    await shoot(page, 'no-locked')
    await expect.poll(() => she.session.panel().locator('[contenteditable="true"], input, textarea').count()).toBe(0)
    const { item, textStamps } = await itemOf(harbour)
    const content = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Noe annet.' }] }] }
    const write = { id: item.id, field: 'minutesText', content, basedOn: textStamps.minutesText }
    await expect(desk.call(page, 'agendaItems.write', write)).rejects.toThrow(/refused/)
    await she.session.show('minutes')
    await page.getByRole('heading', { name: t('session.minutes.finalTitle') }).waitFor()
    await button(page, t('session.minutes.reopen')).waitFor()
  })
})

describe('The minutes in Word', () => {
  let text = ''
  beforeAll(async () => {
    const bytes = await she.papers.export('minutes', 'docx')
    keep('norwegian-board.docx', bytes)
    text = wordOf(bytes)
  })

  it('hold what practice.md 6.1 asks for, in the order of the meeting', () => {
    expect(inOrder(text, requiredInNorway)).toEqual([])
  })
  it('hold nothing of the reason of an absence', () => {
    expect(text).not.toContain('Sykdom')
  })
})

/** Time, place, who came and who was away, each case with all proposals, the result and who differed; how they became final. */
const requiredInNorway: readonly (string | RegExp)[] = [
  'Møteprotokoll',
  'Styret, møte 1/2026 · torsdag 12. mars 2026',
  'Godkjent 09.04.2026 i Styret, møte 2/2026. Versjon 1, kontrollsum',
  'kl. 09.02–11.55',
  'Sarpsborg rådhus',
  'Frammøte',
  'Til stede',
  /Anne Holm\nMøteleder/,
  /Frode Vik\nMedlem\n\nkom kl\. 09\.25/,
  'Møtende vara',
  /Hanne Ruud\nBjørn Lie/,
  /Ivar Sand\nCecilie Moe \(Sak 3\/26\)/,
  'Forfall',
  /Bjørn Lie\nMedlem\n\nHanne Ruud/,
  'Møtet var vedtaksført: 7 av 7 stemmeberettigede var til stede. Det kreves minst 4.',
  `Sak 1/26 ${call}`,
  /Vedtak\nInnkalling og saksliste godkjennes\./,
  `Sak 2/26 ${harbour}`,
  `Forslag 1. Innstilling\n${proposed}`,
  'Forslag 2. Motforslag, fremsatt av David Aas\nSaken utsettes til havnens egen andel er vedtatt.',
  'Ved håndsopprekning. Satt opp mot hverandre: forslag 1 og forslag 2.',
  'Stemmer for forslag 1: 5. Stemmer for forslag 2: 2. Dermed er forslag 1 vedtatt.',
  `Vedtak\n${proposed}\nVedtatt med stemmetall 5 mot 2.\nAnsvarlig: Kari Nilsen · Frist: 01.09.2026`,
  'Dissens\nDavid Aas, levert 12.03.2026 kl. 09.02\nBevilgningen binder midler som ikke er vedtatt.',
  `Sak 3/26 ${plot}`,
  'Cecilie Moe er inhabil (nær tilknytning til en part: søsteren eier tomten) og deltok ikke i behandlingen.',
  'Ivar Sand tiltrådte i stedet.',
  'Tomten ligger ved kaia. Prisen er etter takst. Kjøpet er ført i budsjettet.',
  'Vedtak\nStyret kjøper tomten på Værste for 3,1 millioner kroner.',
  /Skrive under kjøpekontrakten\nAnne Holm\n26\.03\.2026/,
  `Sak 4/26 ${website}`,
  'Saken utsettes.',
  `Sak 5/26 ${election}`,
  'Grete Berg velges til nestleder.',
  'Sak 6/26 Orientering fra sekretariatet',
  'Sak 7/26 Eventuelt',
  'Godkjenning og underskrift',
  /Møteleder\nAnne Holm/,
  /Sekretær\nKari Nilsen/,
]
