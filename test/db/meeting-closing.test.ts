import { describe, expect, it } from 'vitest'
import { aMeetingDesk, type MeetingDesk } from './a-meeting.ts'

/** A meeting of the body, held and closed, with these items decided. */
async function closed(desk: MeetingDesk, startsOn: string, titles: readonly string[]): Promise<string> {
  const { id } = await desk.aMeeting({ startsOn })
  for (const title of titles) {
    const item = await desk.anItem(id, { title })
    await desk.decide(item.id)
  }
  await desk.call('meetings.start', { id, openedAt: '09:00' })
  await desk.callRoll(id)
  await desk.call('meetings.close', { id, adjournedAt: '10:30' })
  return id
}
const numbersOf = async (desk: MeetingDesk, id: string) =>
  (await desk.open(id)).items.map(({ item }) => item.numberText)

describe('closing a meeting', () => {
  it('is refused with what is in the way, one after the other, and takes nothing on itself meanwhile', async () => {
    const desk = await aMeetingDesk({ body: { secretaryId: null } })
    const { id } = await desk.aMeeting({ kind: 'remote' })
    const item = await desk.anItem(id)
    const refused = async () => (await desk.problemOf('meetings.close', { id, adjournedAt: '11:00' })).key
    expect(await refused()).toBe('problems.notInSession')
    await desk.call('meetings.start', { id, openedAt: '09:00' })
    expect((await desk.open(id)).obstacles.map(({ key }) => key)).toEqual([
      'problems.meeting.noSecretary',
      'problems.meeting.remoteNotConfirmed',
      'problems.meeting.noStatus',
      'problems.meeting.undecided',
    ])
    expect(await refused()).toBe('problems.meeting.noSecretary')
    await desk.call('meetings.revise', { id, changes: { secretaryId: desk.secretaryId, allSeeAndHear: true } })
    expect(await refused()).toBe('problems.meeting.noStatus')
    await desk.callRoll(id)
    expect(await refused()).toBe('problems.meeting.undecided')
    const unfit = { itemId: item.id, personId: desk.memberIds[0] ?? '', ground: 'closeRelation' as const }
    const { id: question } = await desk.call('disqualifications.add', unfit)
    await desk.decide(item.id)
    expect(await refused()).toBe('problems.meeting.disqualificationPending')
    expect((await desk.open(id)).meeting).toMatchObject({ status: 'planned', number: null })
    await desk.call('disqualifications.revise', { id: question, changes: { outcome: 'notDisqualified' } })
    expect(await desk.call('meetings.close', { id, adjournedAt: '11:00' })).toMatchObject({
      status: 'held',
      number: 1,
      numberYear: 2026,
      adjournedAt: '11:00',
      adjournedOn: null,
    })
  })

  it('needs a chair', async () => {
    const desk = await aMeetingDesk()
    const { id } = await desk.aMeeting()
    await desk.call('meetings.start', { id, openedAt: '09:00' })
    await desk.callRoll(id)
    await desk.call('attendances.remove', { id: (await desk.rowOf(id, desk.chairId)).id })
    const problem = await desk.problemOf('meetings.close', { id, adjournedAt: '11:00' })
    expect(problem).toMatchObject({ code: 'refused', key: 'problems.meeting.noChair' })
  })

  it('is refused the second time, from a second window too, with the first one’s numbers standing', async () => {
    const desk = await aMeetingDesk()
    const { meetingId } = await desk.aHeldMeeting()
    const again = { id: meetingId, adjournedAt: '12:00' }
    expect(await desk.problemOf('meetings.close', again)).toMatchObject({
      code: 'refused',
      key: 'problems.step.close.held',
    })
    expect((await desk.open(meetingId)).meeting).toMatchObject({ number: 1, adjournedAt: '11:00' })
    const started = await desk.problemOf('meetings.start', { id: meetingId, openedAt: '09:30' })
    expect(started.key).toBe('problems.step.start.held')
  })

  it('is refused where more votes were counted than could be given, after somebody turned out to be away', async () => {
    const desk = await aMeetingDesk()
    const { id } = await desk.aMeeting()
    const item = await desk.anItem(id)
    await desk.call('meetings.start', { id, openedAt: '09:00' })
    await desk.callRoll(id)
    await desk.call('votes.add', {
      itemId: item.id,
      kind: 'showOfHands',
      forCount: 3,
      againstCount: 1,
      abstainCount: 0,
    })
    await desk.decide(item.id)
    await desk.callRoll(id, { [desk.memberIds[0] ?? '']: 'absent' })
    expect(await desk.problemOf('meetings.close', { id, adjournedAt: '10:00' })).toMatchObject({
      code: 'refused',
      key: 'problems.meeting.votesAboveVoters',
      params: { title: 'Budsjett 2027', votes: 4, voters: 3 },
    })
  })

  it('gives numbers in agenda order over the meetings of the year, and passes over headings and breaks', async () => {
    const desk = await aMeetingDesk()
    const later = await desk.aMeeting({ startsOn: '2026-09-14' })
    for (const [type, title] of [
      ['heading', 'Økonomi'],
      ['decision', 'Budsjett'],
      ['break', 'Pause'],
      ['information', 'Orientering'],
    ] as const) {
      await desk.anItem(later.id, { type, title })
    }
    expect(await desk.call('meetings.open', { id: later.id })).toMatchObject({
      items: [
        { numberText: null },
        { numberText: 'Sak 1/26', item: { number: null } },
        { numberText: null },
        { numberText: 'Sak 2/26' },
      ],
    })
    const first = await closed(desk, '2026-09-01', ['A', 'B'])
    expect(await numbersOf(desk, first)).toEqual(['Sak 1/26', 'Sak 2/26'])
    const budget = (await desk.open(later.id)).items[1]?.item.id ?? ''
    await desk.decide(budget)
    await desk.call('meetings.start', { id: later.id, openedAt: '09:00' })
    await desk.callRoll(later.id)
    await desk.call('meetings.close', { id: later.id, adjournedAt: '10:00' })
    expect(await numbersOf(desk, later.id)).toEqual([null, 'Sak 3/26', null, 'Sak 4/26'])
    expect((await desk.open(later.id)).meeting.number).toBe(2)
    const nextYear = await closed(desk, '2027-01-12', ['A'])
    expect(await numbersOf(desk, nextYear)).toEqual(['Sak 1/27'])
  })

  it.each([
    ['perMeeting', ['§ 1', '§ 2'], ['§ 1']],
    ['continuous', ['§ 1', '§ 2'], ['§ 3']],
    ['perYear', ['§ 1', '§ 2'], ['§ 3']],
  ] as const)('numbers %s as the body says', async (numbering, first, second) => {
    const desk = await aMeetingDesk({ country: 'SE', body: { numbering, rules: 'municipalLikeSe' } })
    expect(await numbersOf(desk, await closed(desk, '2026-09-01', ['A', 'B']))).toEqual(first)
    expect(await numbersOf(desk, await closed(desk, '2026-09-08', ['C']))).toEqual(second)
  })

  it('puts what was postponed or sent back in the queue once, with its papers and a pointer', async () => {
    const desk = await aMeetingDesk()
    const { id } = await desk.aMeeting()
    const proposedDecision = {
      type: 'doc' as const,
      content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Vedtas' }] }],
    }
    const item = await desk.anItem(id, { title: 'Tomt', proposedDecision, caseNo: '26/113' })
    await desk.call('meetings.start', { id, openedAt: '09:00' })
    await desk.callRoll(id)
    await desk.call('agendaItems.settle', { id: item.id, status: 'postponed' })
    await desk.call('meetings.close', { id, adjournedAt: '10:00' })
    const queue = await desk.call('agendaItems.queue', { bodyId: desk.bodyId })
    expect(queue).toMatchObject([
      { title: 'Tomt', caseNo: '26/113', proposedDecision, carriedFromId: item.id, number: null, status: 'pending' },
    ])
    expect((await desk.open(id)).items[0]?.item).toMatchObject({ status: 'postponed', numberText: 'Sak 1/26' })
  })

  it('warns where an item was decided without a quorum, and says what is short', async () => {
    const desk = await aMeetingDesk({ body: { rules: 'associationOrCompany', quorumRule: 'moreThanHalf' } })
    const { id } = await desk.aMeeting()
    const item = await desk.anItem(id)
    await desk.call('meetings.start', { id, openedAt: '09:00' })
    const [a = '', b = ''] = desk.memberIds
    await desk.callRoll(id, { [a]: 'absentWithReason', [b]: 'absent' })
    await desk.decide(item.id)
    const { items, warnings, obstacles } = await desk.open(id)
    expect(items[0]?.quorum).toMatchObject({ seats: 4, voters: 2, needed: 3, met: false })
    expect(obstacles).toEqual([])
    expect(warnings).toMatchObject([{ itemId: item.id, step: 'close', params: { voters: 2, needed: 3 } }])
  })

  it('runs past midnight into the next day, and is refused before its opening', async () => {
    const desk = await aMeetingDesk()
    const { id } = await desk.aMeeting({ startsAt: '18:00' })
    await desk.call('meetings.start', { id, openedAt: '18:00' })
    await desk.callRoll(id)
    const early = await desk.problemOf('meetings.close', { id, adjournedAt: '17:00' })
    expect(early.fields?.adjournedAt?.key).toBe('problems.field.adjournedBeforeOpened')
    const typed = await desk.problemOf('meetings.close', { id, adjournedAt: '25:00' })
    expect(typed.fields?.adjournedAt?.key).toBe('problems.field.notATime')
    expect(await desk.call('meetings.close', { id, adjournedAt: '00:15' })).toMatchObject({ adjournedOn: '2026-09-11' })
  })

  it('can’t be undone', async () => {
    const desk = await aMeetingDesk()
    const { id } = await desk.aMeeting()
    await desk.call('meetings.start', { id, openedAt: '09:00' })
    await desk.callRoll(id)
    const reply = await desk.ask('meetings.close', { id, adjournedAt: '10:00' })
    expect(reply).toMatchObject({ ok: true, change: null })
    const [newest] = (await desk.call('history.latest', { limit: 1 })).rows
    expect(newest).toMatchObject({ command: 'meetings.close', undoable: false })
    const undone = await desk.problemOf('history.undo', { stamp: newest?.stamp ?? '' })
    expect(undone.key).toBe('problems.cannotUndo')
  })
})

describe('starting a meeting', () => {
  it('is refused the second time with the hour of the first', async () => {
    const desk = await aMeetingDesk()
    const { id } = await desk.aMeeting()
    const slip = await desk.problemOf('meetings.start', { id, openedAt: '9' })
    expect(slip.fields?.openedAt?.key).toBe('problems.field.notATime')
    await desk.call('meetings.start', { id, openedAt: '09:05' })
    expect(await desk.problemOf('meetings.start', { id, openedAt: '09:06' })).toMatchObject({
      key: 'problems.alreadyInSession',
      params: { openedAt: '09:05' },
    })
    expect((await desk.call('meetings.list', {})).rows).toMatchObject([{ id, inSession: true }])
  })
})

describe('cancelling and removing', () => {
  it('is refused once an item is treated, and cancelling asks why', async () => {
    const desk = await aMeetingDesk()
    const { id } = await desk.aMeeting()
    const item = await desk.anItem(id)
    const empty = await desk.problemOf('meetings.cancel', { id, reason: ' ' })
    expect(empty.fields?.reason?.key).toBe('problems.field.meetingCancelReasonMissing')
    await desk.call('meetings.start', { id, openedAt: '09:00' })
    await desk.callRoll(id)
    await desk.decide(item.id)
    expect((await desk.problemOf('meetings.cancel', { id, reason: 'Syk' })).key).toBe('problems.meetingHasTreated')
    expect((await desk.problemOf('meetings.remove', { id })).key).toBe('problems.meetingHasTreated')
  })

  it('takes no number and sends its matters to the queue; undo brings the meeting back', async () => {
    const desk = await aMeetingDesk()
    const { id } = await desk.aMeeting()
    const item = await desk.anItem(id)
    await desk.anItem(id, { type: 'opening', title: 'Åpning' })
    const reply = await desk.ask('meetings.cancel', { id, reason: 'Snøstorm' })
    if (!reply.ok || reply.change === null) throw new Error('not cancelled')
    expect(reply.value).toMatchObject({ status: 'cancelled', number: null, cancelledReason: 'Snøstorm' })
    expect(await desk.call('agendaItems.queue', {})).toMatchObject([{ carriedFromId: item.id }])
    expect((await desk.open(id)).items.map(({ numberText }) => numberText)).toEqual([null, null])
    const written = await desk.problemOf('meetings.revise', { id, changes: { title: 'Nytt' } })
    expect(written).toMatchObject({ code: 'refused', key: 'problems.sealedCancelled' })
    await desk.call('history.undo', { stamp: reply.change })
    expect((await desk.open(id)).meeting.status).toBe('planned')
    expect(await desk.call('agendaItems.queue', {})).toEqual([])
  })

  it('leaves alone what the standing template puts on every agenda, unless somebody wrote in it', async () => {
    const desk = await aMeetingDesk()
    const rows = ['Val av justerare', 'Rapporter'].map((title) => ({
      type: 'election' as const,
      title,
      minutesPlanned: null,
    }))
    await desk.call('agendaTemplates.add', { name: 'Faste saker', bodyId: desk.bodyId, standing: true, rows })
    const { id } = await desk.aMeeting()
    const [, reports] = (await desk.open(id)).items
    await desk.call('agendaItems.revise', { id: reports?.item.id ?? '', changes: { summary: 'Om havnen' } })
    await desk.anItem(id, { type: 'election', title: 'Valg av nestleder' })
    await desk.call('meetings.cancel', { id, reason: 'Snøstorm' })
    const queued = async () => (await desk.call('agendaItems.queue', {})).map(({ title }) => title)
    expect(await queued()).toEqual(['Rapporter', 'Valg av nestleder'])
    const again = await desk.aMeeting({ startsOn: '2026-10-01' })
    await desk.call('meetings.remove', { id: again.id })
    expect(await queued()).toEqual(['Rapporter', 'Valg av nestleder'])
  })

  it('removes a planned meeting only, its matters back in the queue, and undo restores all of it', async () => {
    const desk = await aMeetingDesk()
    const { id } = await desk.aMeeting()
    const item = await desk.anItem(id)
    await desk.anItem(id, { type: 'anyOtherBusiness', title: 'Eventuelt' })
    const before = await desk.open(id)
    const reply = await desk.ask('meetings.remove', { id })
    if (!reply.ok || reply.change === null) throw new Error('not removed')
    expect((await desk.problemOf('meetings.open', { id })).code).toBe('notFound')
    expect(await desk.call('agendaItems.queue', {})).toMatchObject([{ id: item.id }])
    await desk.call('history.undo', { stamp: reply.change })
    const after = await desk.open(id)
    expect(after.items.map((one) => one.item.title)).toEqual(before.items.map((one) => one.item.title))
    expect(after.attendances).toHaveLength(before.attendances.length)
    await desk.call('meetings.sendNotice', { id, sentOn: '2026-09-01' })
    expect((await desk.problemOf('meetings.remove', { id })).key).toBe('problems.cancelInstead')
  })
})
