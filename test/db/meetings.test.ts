import { describe, expect, it } from 'vitest'
import { today } from './a-backend.ts'
import { aMeetingDesk, type MeetingDesk } from './a-meeting.ts'

/** Two meetings of the body, held one after the other, each with its items. */
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

describe('planning a meeting', () => {
  it('invites those whose terms hold that day, once each, and leaves deputies until they are called', async () => {
    const desk = await aMeetingDesk()
    const late = await desk.aPerson('Nils')
    await desk.call('bodyMembers.add', { bodyId: desk.bodyId, personId: late, role: 'member', termFrom: '2026-10-01' })
    const { id, chairId, secretaryId } = await desk.aMeeting()
    const { attendances, seats, deputies } = await desk.open(id)
    expect([chairId, secretaryId]).toEqual([desk.chairId, desk.secretaryId])
    expect(attendances.map(({ personId, role, votes, status }) => [personId, role, votes, status])).toEqual([
      [desk.chairId, 'chair', true, null],
      ...desk.memberIds.map((one) => [one, 'member', true, null]),
      [desk.secretaryId, 'secretary', false, null],
    ])
    expect(seats).toBe(4)
    expect(deputies.map(({ personId }) => personId)).toEqual(desk.deputyIds)
  })

  it('puts standing items and the template on the agenda, and names the minutes to be approved', async () => {
    const desk = await aMeetingDesk()
    await desk.call('agendaTemplates.add', {
      name: 'Faste saker',
      bodyId: desk.bodyId,
      standing: true,
      rows: [{ type: 'minutesApproval', title: 'Forrige protokoll', minutesPlanned: 5 }],
    })
    const template = await desk.call('agendaTemplates.add', {
      name: 'Årsmøte',
      bodyId: null,
      standing: false,
      rows: [{ type: 'election', title: 'Valg', minutesPlanned: null }],
    })
    const before = await desk.aMeeting({ startsOn: '2026-08-20' })
    const { id } = await desk.aMeeting({ templateId: template.id })
    const { items } = await desk.open(id)
    expect(items.map(({ item }) => [item.title, item.aboutMeetingId, item.position])).toEqual([
      ['Forrige protokoll', before.id, 0],
      ['Valg', null, 1],
    ])
  })

  it.each([
    ['ends before it begins', { endsOn: '2026-09-09' }, 'endsOn', 'problems.field.endBeforeStart'],
    ['ends at the hour it begins', { endsAt: '09:00' }, 'endsAt', 'problems.field.meetingEndNotAfterStart'],
    ['has papers due after it', { papersDueOn: '2026-09-11' }, 'papersDueOn', 'problems.field.papersAfterMeeting'],
    ['has an hour that is none', { startsAt: '9.00' }, 'startsAt', 'problems.field.notATime'],
  ] as const)('is refused where it %s', async (_what, given, field, key) => {
    const desk = await aMeetingDesk()
    const problem = await desk.problemOf('meetings.plan', {
      bodyId: desk.bodyId,
      startsOn: '2026-09-10',
      startsAt: '09:00',
      ...given,
    })
    expect(problem.fields?.[field]?.key).toBe(key)
    expect(await desk.call('meetings.count', {})).toBe(0)
  })

  it('plans a series as one change that undo takes back whole', async () => {
    const desk = await aMeetingDesk()
    const reply = await desk.ask('meetings.planSeries', {
      bodyId: desk.bodyId,
      startsAt: '09:00',
      startsOn: ['2026-11-10', '2026-10-13', '2026-10-13'],
    })
    if (!reply.ok || reply.change === null) throw new Error('not planned')
    expect(reply.value.map(({ startsOn }) => startsOn)).toEqual(['2026-10-13', '2026-11-10'])
    expect(new Set(reply.value.map(({ seriesId }) => seriesId)).size).toBe(1)
    const year = await desk.call('meetings.yearPlan', { year: 2026 })
    expect(year.map(({ startsOn }) => startsOn)).toEqual(['2026-10-13', '2026-11-10'])
    await desk.call('history.undo', { stamp: reply.change })
    expect(await desk.call('meetings.count', {})).toBe(0)
  })
})

describe('the roll of a coming meeting', () => {
  it('follows the seats of the body: who joins is called, who leaves is not, who takes the chair chairs', async () => {
    const desk = await aMeetingDesk()
    const { id } = await desk.aMeeting({ startsOn: '2026-12-10' })
    const held = await desk.aHeldMeeting()
    const [anne = '', bjorn = ''] = desk.memberIds
    const seats = await desk.call('bodyMembers.list', { bodyId: desk.bodyId })
    const seatOf = (personId: string) => seats.find((one) => one.personId === personId)?.id ?? ''
    const revise = (personId: string, changes: { role?: 'chair' | 'member'; termTo?: string }) =>
      desk.call('bodyMembers.revise', { id: seatOf(personId), changes })
    const nils = await desk.aPerson('Nils')
    await desk.call('bodyMembers.add', { bodyId: desk.bodyId, personId: nils, role: 'member', termFrom: '2026-10-01' })
    await revise(bjorn, { termTo: '2026-11-30' })
    await revise(desk.chairId, { role: 'member' })
    await revise(anne, { role: 'chair' })
    const roles = async (meetingId: string) =>
      Object.fromEntries((await desk.open(meetingId)).attendances.map(({ personId, role }) => [personId, role]))
    expect(await roles(id)).toEqual({
      [anne]: 'chair',
      [desk.chairId]: 'member',
      [desk.memberIds[2] ?? '']: 'member',
      [desk.secretaryId]: 'secretary',
      [nils]: 'member',
    })
    expect((await desk.open(id)).meeting.chairId).toBe(anne)
    expect(await roles(held.meetingId)).toMatchObject({ [desk.chairId]: 'chair', [bjorn]: 'member' })
  })

  it('follows the day and the secretary', async () => {
    const desk = await aMeetingDesk()
    const nils = await desk.aPerson('Nils')
    const seat = { bodyId: desk.bodyId, personId: nils, role: 'member' as const, termFrom: '2026-10-01' }
    await desk.call('bodyMembers.add', seat)
    const { id } = await desk.aMeeting({ startsOn: '2026-09-30' })
    const people = async () => (await desk.open(id)).attendances.map(({ personId }) => personId)
    expect(await people()).not.toContain(nils)
    await desk.call('meetings.revise', { id, changes: { startsOn: '2026-10-01' } })
    expect(await people()).toContain(nils)
    const gro = await desk.aPerson('Gro')
    await desk.call('meetings.revise', { id, changes: { secretaryId: gro } })
    expect(await people()).toContain(gro)
    expect(await people()).not.toContain(desk.secretaryId)
  })
})

describe('the notice', () => {
  it('is sent on a day before the meeting, and warns where that is too late', async () => {
    const desk = await aMeetingDesk({ body: { noticeDays: 7 } })
    const { id } = await desk.aMeeting({ startsOn: '2026-09-18' })
    const late = await desk.problemOf('meetings.sendNotice', { id, sentOn: '2026-09-19' })
    expect(late.fields?.sentOn?.key).toBe('problems.field.noticeAfterMeeting')
    const coming = await desk.problemOf('meetings.sendNotice', { id, sentOn: '2026-09-16' })
    expect(coming.fields?.sentOn?.key).toBe('problems.field.dayInFuture')
    expect(await desk.call('meetings.sendNotice', { id, sentOn: today })).toMatchObject({
      status: 'noticeSent',
      noticeSentOn: today,
    })
    const { warnings, noticeDueOn } = await desk.open(id)
    expect(noticeDueOn).toBe('2026-09-11')
    expect(warnings.map(({ key, step }) => [key, step])).toEqual([['problems.meeting.noticeLate', 'notice']])
  })

  it('warns of a decision item without a proposal, and of an agenda or a roll that is empty', async () => {
    const desk = await aMeetingDesk()
    const { id } = await desk.aMeeting({ startsOn: '2026-12-10' })
    const keys = async () => (await desk.open(id)).warnings.map(({ key }) => key)
    expect(await keys()).toEqual(['problems.meeting.noItems'])
    const item = await desk.anItem(id)
    expect((await desk.open(id)).warnings).toEqual([
      { key: 'problems.meeting.noProposal', params: { title: 'Budsjett 2027' }, itemId: item.id, step: 'notice' },
    ])
    for (const row of (await desk.open(id)).attendances) await desk.call('attendances.remove', { id: row.id })
    expect(await keys()).toContain('problems.meeting.noMembers')
  })
})

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

describe('the list of meetings', () => {
  it('filters by body, day, state and words in the items, and pages without repeats', async () => {
    const desk = await aMeetingDesk()
    const ids: string[] = []
    for (const startsOn of ['2026-09-01', '2026-09-02', '2026-09-02', '2026-10-01']) {
      ids.push((await desk.aMeeting({ startsOn, place: 'Rådhuset' })).id)
    }
    await desk.anItem(ids[2] ?? '', { title: 'Ny brannstasjon' })
    const idsOf = async (filter: object) => {
      const { rows } = await desk.call('meetings.list', { filter, direction: 'asc' })
      expect(await desk.call('meetings.count', { filter })).toBe(rows.length)
      return rows.map(({ id }) => id)
    }
    expect(await idsOf({ text: 'brannst' })).toEqual([ids[2]])
    expect(await idsOf({ text: 'radhuset' })).toHaveLength(4)
    expect(await idsOf({ from: '2026-09-02', to: '2026-09-30' })).toHaveLength(2)
    expect(await idsOf({ statuses: ['held'] })).toEqual([])
    expect(await idsOf({ bodyId: desk.bodyId })).toEqual(await idsOf({}))
    const paged: string[] = []
    let cursor: string | null = null
    do {
      const page: { rows: { id: string }[]; next: string | null } = await desk.call('meetings.list', {
        limit: 1,
        cursor,
      })
      paged.push(...page.rows.map(({ id }) => id))
      cursor = page.next
    } while (cursor !== null)
    expect(paged).toEqual((await idsOf({})).toReversed())
  })

  it('is found in search by its items and by the words of decisions, and history names it by body and day', async () => {
    const desk = await aMeetingDesk()
    const { meetingId } = await desk.aHeldMeeting({ title: 'Høstmøtet' })
    const found = await desk.call('search.find', { text: 'budsjett' })
    expect(found.map(({ entity, title, openId }) => [entity, title, openId])).toEqual(
      expect.arrayContaining([['agendaItems', 'Sak 1/26 Budsjett 2027', meetingId]]),
    )
    expect(found.find(({ entity }) => entity === 'decisions')?.title).toBe('Sak 1/26 Budsjett 2027')
    const [newest] = await desk.call('history.of', { entity: 'meetings', id: meetingId })
    expect(newest?.names[meetingId]).toEqual({ name: 'Høstmøtet', day: '2026-09-10' })
  })
})

describe('reminders', () => {
  it('tell what is due in meetings, minutes, decisions and actions, overdue first', async () => {
    const desk = await aMeetingDesk({ country: 'SE', body: { rules: 'municipalLikeSe', noticeDays: 7 } })
    const { meetingId, itemId } = await desk.aHeldMeeting({ startsOn: '2026-08-20' })
    const coming = await desk.aMeeting({ startsOn: '2026-09-25', papersDueOn: '2026-09-17' })
    const action = { title: 'Skrive brev', ownerId: desk.me, dueOn: '2026-09-16', originItemId: itemId }
    const { id: actionId } = await desk.call('actions.add', action)
    const due = await desk.call('meetings.reminders', { withinDays: 7 })
    expect(due.map(({ kind, openId, dueOn, daysOverdue }) => [kind, openId, dueOn, daysOverdue])).toEqual([
      ['minutes', meetingId, '2026-09-03', 12],
      ['action', actionId, '2026-09-16', 0],
      ['papers', coming.id, '2026-09-17', 0],
      ['notice', coming.id, '2026-09-18', 0],
    ])
    expect(await desk.call('meetings.reminders', { withinDays: 0 })).toHaveLength(1)
  })
})
