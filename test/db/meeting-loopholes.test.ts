/** Ways round the rules of a meeting that were open once: each is told as the attack, and stays shut. */
import { describe, expect, it } from 'vitest'
import { compareWithLog } from '#db/replay.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import { aMeetingDesk, type MeetingDesk } from './a-meeting.ts'

/** The newest change of a command, undone. */
async function undone(desk: MeetingDesk, command: string) {
  const { rows } = await desk.call('history.latest', { limit: 100 })
  const stamp = rows.find((row) => row.command === command)?.stamp ?? ''
  return desk.ask('history.undo', { stamp })
}
const keysOf = (found: OutputOf<'meetings.open'>['obstacles']) => found.map(({ key }) => key.split('.').at(-1))

describe('undo', () => {
  /** A meeting that was removed by mistake and brought back. */
  async function broughtBack() {
    const desk = await aMeetingDesk()
    const { id } = await desk.aMeeting()
    await desk.call('meetings.remove', { id })
    expect(await undone(desk, 'meetings.remove')).toMatchObject({ ok: true })
    return { desk, id }
  }
  const thrownOut = (desk: MeetingDesk) => undone(desk, 'history.undo')

  it('of an undo removes the meeting again where nothing happened in between', async () => {
    const { desk, id } = await broughtBack()
    expect(await thrownOut(desk)).toMatchObject({ ok: true })
    expect(await desk.problemOf('meetings.open', { id })).toMatchObject({ code: 'notFound' })
  })

  it('of an undo does not remove a meeting that was held since', async () => {
    const { desk, id } = await broughtBack()
    await desk.call('meetings.start', { id, openedAt: '09:00' })
    await desk.callRoll(id)
    await desk.call('meetings.close', { id, adjournedAt: '10:00' })
    expect(await thrownOut(desk)).toMatchObject({
      ok: false,
      problem: { code: 'conflict', fields: { openedAt: { key: 'problems.field.changedSince' } } },
    })
    expect((await desk.open(id)).meeting.openedAt).toBe('09:00')
  })

  it('of an item’s move leaves no hole on the agenda that it goes from', async () => {
    const desk = await aMeetingDesk()
    const { id } = await desk.aMeeting()
    const queued = await desk.anItem(null)
    await desk.call('agendaItems.move', { id: queued.id, meetingId: id, position: 0 })
    const after = await desk.anItem(id, { title: 'Etter' })
    expect(await undone(desk, 'agendaItems.move')).toMatchObject({ ok: true })
    expect((await desk.open(id)).items.map(({ item }) => [item.id, item.position])).toEqual([[after.id, 0]])
  })

  it('changes nothing in a meeting that is removed at the time', async () => {
    const desk = await aMeetingDesk()
    const { id } = await desk.aMeeting()
    await desk.call('meetings.revise', { id, changes: { place: 'Sarpsborg' } })
    await desk.call('meetings.remove', { id })
    expect(await undone(desk, 'meetings.revise')).toMatchObject({
      ok: false,
      problem: { code: 'conflict', fields: { deletedAt: { key: 'problems.field.changedSince' } } },
    })
    expect(await undone(desk, 'meetings.remove')).toMatchObject({ ok: true })
    expect(await undone(desk, 'meetings.revise')).toMatchObject({ ok: true })
    expect(compareWithLog(desk.backend.workspaces.store().db)).toEqual([])
  })
})

describe('a closed meeting whose minutes are not in review yet', () => {
  it('keeps its numbered items, though they came onto the agenda by a move that is undone', async () => {
    const desk = await aMeetingDesk()
    const { id } = await desk.aMeeting()
    const queued = await desk.anItem(null, { type: 'information' })
    await desk.anItem(id, { type: 'information', title: 'Etter' })
    await desk.call('agendaItems.move', { id: queued.id, meetingId: id, position: 0 })
    await desk.call('meetings.start', { id, openedAt: '09:00' })
    await desk.callRoll(id)
    await desk.call('meetings.close', { id, adjournedAt: '10:00' })
    const before = (await desk.open(id)).items.map(({ numberText }) => numberText)
    const reply = await undone(desk, 'agendaItems.move')
    expect(reply).toMatchObject({ ok: false, problem: { key: 'problems.itemNumbered' } })
    expect((await desk.open(id)).items.map(({ numberText }) => numberText)).toEqual(before)
  })

  it('goes to review with all that closing asked for, also where it was taken away since', async () => {
    const desk = await aMeetingDesk()
    const { meetingId, itemId } = await desk.aHeldMeeting()
    const [decision] = (await desk.open(meetingId)).items[0]?.decisions ?? []
    await desk.call('decisions.remove', { id: decision?.id ?? '' })
    await desk.call('proposals.add', { itemId, text: 'Noe' })
    expect(keysOf((await desk.open(meetingId)).obstacles)).toEqual(['undecided'])
    expect(await desk.problemOf('minutes.sendToReview', { meetingId, language: 'nb' })).toMatchObject({
      key: 'problems.meeting.undecided',
    })
    await desk.decide(itemId)
    await desk.call('meetings.revise', { id: meetingId, changes: { chairId: null } })
    const { id } = await desk.rowOf(meetingId, desk.memberIds[0] ?? '')
    await desk.call('attendances.call', { meetingId, answers: [{ id, status: null }] })
    expect(keysOf((await desk.open(meetingId)).obstacles)).toEqual(['noChair', 'noStatus'])
  })

  it('can’t say that one voted by name who turned out to be away, though a deputy makes up the number', async () => {
    const desk = await aMeetingDesk()
    const { id } = await desk.aMeeting()
    const item = await desk.anItem(id)
    await desk.call('meetings.start', { id, openedAt: '09:00' })
    await desk.callRoll(id)
    const voters = [desk.chairId, ...desk.memberIds]
    const namedVotes = voters.map((personId) => ({ personId, vote: 'for' as const }))
    await desk.call('votes.add', { itemId: item.id, kind: 'named', namedVotes })
    await desk.decide(item.id)
    const [anne = ''] = desk.memberIds
    await desk.callRoll(id, { [anne]: 'absent' })
    await desk.call('attendances.callDeputy', { meetingId: id, replacesId: anne, personId: null })
    const [obstacle] = (await desk.open(id)).obstacles
    expect(obstacle).toMatchObject({ key: 'problems.meeting.votedWithoutVote', params: { name: 'Anne Ek' } })
  })

  it('keeps the hours it was opened and ended', async () => {
    const desk = await aMeetingDesk()
    const { meetingId: id } = await desk.aHeldMeeting()
    for (const changes of [{ openedAt: null }, { adjournedAt: null }]) {
      expect((await desk.problemOf('meetings.revise', { id, changes })).code).toBe('invalid')
    }
    expect(await undone(desk, 'meetings.start')).toMatchObject({ ok: false })
    const { openedAt, adjournedAt } = (await desk.open(id)).meeting
    expect([openedAt, adjournedAt]).toEqual(['09:00', '11:00'])
  })
})

describe('closing', () => {
  it('is led by somebody who was there: the vice chair, where the chair is away', async () => {
    const desk = await aMeetingDesk({ body: { chairCastsVote: true } })
    const { id } = await desk.aMeeting()
    const item = await desk.anItem(id)
    await desk.call('meetings.start', { id, openedAt: '09:00' })
    await desk.callRoll(id, { [desk.chairId]: 'absentWithReason', [desk.memberIds[2] ?? '']: 'absent' })
    await desk.call('attendances.callDeputy', { meetingId: id, replacesId: desk.chairId, personId: null })
    await desk.call('attendances.callDeputy', { meetingId: id, replacesId: desk.memberIds[2] ?? '', personId: null })
    await desk.decide(item.id)
    expect(await desk.problemOf('meetings.close', { id, adjournedAt: '10:00' })).toMatchObject({
      key: 'problems.meeting.chairAbsent',
      params: { name: 'Kari Berg' },
    })
    const [anne = ''] = desk.memberIds
    await desk.call('meetings.revise', { id, changes: { chairId: anne } })
    await desk.call('votes.add', {
      itemId: item.id,
      kind: 'showOfHands',
      forCount: 2,
      againstCount: 2,
      castingVote: true,
      castFor: 'for',
    })
    const closed = await desk.call('meetings.close', { id, adjournedAt: '10:00' })
    expect([closed.status, closed.chairId]).toEqual(['held', anne])
    expect((await desk.rowOf(id, desk.chairId)).role).toBe('member')
  })

  it('does not wait for a guest or a deputy nobody called, but tells that they are left out', async () => {
    const desk = await aMeetingDesk()
    const { id } = await desk.aMeeting()
    const item = await desk.anItem(id)
    await desk.call('meetings.start', { id, openedAt: '09:00' })
    await desk.callRoll(id)
    const guest = await desk.aPerson('Gro')
    await desk.call('attendances.add', { meetingId: id, personId: guest, role: 'guest' })
    await desk.call('attendances.add', { meetingId: id, personId: desk.deputyIds[0] ?? '', role: 'deputy' })
    await desk.decide(item.id)
    const { warnings, obstacles } = await desk.open(id)
    expect(obstacles).toEqual([])
    expect(warnings).toContainEqual(
      expect.objectContaining({
        key: 'problems.meeting.guestsNotCalled',
        params: { count: 2, names: 'Gro Ek, Dag Vara' },
      }),
    )
    expect((await desk.call('meetings.close', { id, adjournedAt: '10:00' })).number).toBe(1)
  })

  it('of a meeting from noon to noon ends on its last day, and takes who came and went on that day', async () => {
    const desk = await aMeetingDesk()
    const { id } = await desk.aMeeting({ endsOn: '2026-09-11', startsAt: '12:00' })
    const item = await desk.anItem(id)
    await desk.call('meetings.start', { id, openedAt: '12:00' })
    await desk.callRoll(id)
    const row = await desk.rowOf(id, desk.memberIds[0] ?? '')
    await desk.call('attendances.revise', { id: row.id, changes: { leftAt: '10:15' } })
    await desk.decide(item.id)
    const closed = await desk.call('meetings.close', { id, adjournedAt: '11:30' })
    expect(closed.adjournedOn).toBe('2026-09-11')
  })
})

describe('cancelling', () => {
  it('is undone, done again and undone once more', async () => {
    const desk = await aMeetingDesk()
    const { id } = await desk.aMeeting()
    await desk.anItem(id)
    await desk.call('meetings.cancel', { id, reason: 'Syk' })
    const status = async () => (await desk.open(id)).meeting.status
    const seen: string[] = []
    for (const command of ['meetings.cancel', 'history.undo', 'history.undo']) {
      expect(await undone(desk, command)).toMatchObject({ ok: true })
      seen.push(await status())
    }
    expect(seen).toEqual(['planned', 'cancelled', 'planned'])
    expect(await desk.call('agendaItems.queue', {})).toEqual([])
  })
})

describe('an adjuster', () => {
  it('is not who keeps the minutes, nor who came to keep them since', async () => {
    const desk = await aMeetingDesk({ country: 'SE', body: { rules: 'municipalLikeSe', adjusters: 1 } })
    const { meetingId } = await desk.aHeldMeeting()
    const [anne = ''] = desk.memberIds
    expect(await desk.problemOf('minutes.chooseAdjusters', { meetingId, personIds: [desk.secretaryId] })).toMatchObject(
      { fields: { 'personIds.0': { key: 'problems.field.secretaryWroteThem' } } },
    )
    await desk.call('minutes.chooseAdjusters', { meetingId, personIds: [anne] })
    await desk.call('meetings.revise', { id: meetingId, changes: { secretaryId: anne } })
    expect(keysOf((await desk.open(meetingId)).obstacles)).toEqual(['adjustersMissing'])
  })

  it('answers before the minutes are final', async () => {
    const desk = await aMeetingDesk({ country: 'SE', body: { rules: 'municipalLikeSe', adjusters: 0 } })
    const { meetingId } = await desk.inReview()
    for (const { id } of (await desk.open(meetingId)).adjustments) {
      await desk.call('minutes.adjust', { id, verdict: 'approved', decidedOn: '2026-09-14' })
    }
    expect(
      await desk.problemOf('minutes.approve', await desk.approval({ meetingId, approvedOn: '2026-09-12' })),
    ).toMatchObject({
      fields: { approvedOn: { key: 'problems.field.approvedBeforeVerdict' } },
    })
  })
})

describe('minutes that the next meeting approves', () => {
  const body = { adjustmentRule: 'approvedInNextMeeting' as const, adjusters: 0 }
  async function approvedByNext(desk: MeetingDesk) {
    const { meetingId, itemId } = await desk.inReview({ startsOn: '2026-09-01' })
    const next = await desk.aMeeting({ startsOn: '2026-09-08' })
    const approval = await desk.anItem(next.id, {
      type: 'minutesApproval',
      title: 'Godkjenning',
      aboutMeetingId: meetingId,
    })
    await desk.call('meetings.start', { id: next.id, openedAt: '09:00' })
    await desk.callRoll(next.id)
    await desk.decide(approval.id, 'Godkjent.')
    await desk.call('meetings.close', { id: next.id, adjournedAt: '10:00' })
    return { meetingId, itemId, nextId: next.id }
  }

  it('and that were opened and changed since are approved by none held before', async () => {
    const desk = await aMeetingDesk({ body })
    const { meetingId, itemId, nextId } = await approvedByNext(desk)
    expect((await desk.open(meetingId)).meeting).toMatchObject({ status: 'minutesApproved', approvedInId: nextId })
    await desk.call('minutes.reopen', { meetingId, reason: 'Feil' })
    await desk.call('agendaItems.revise', { id: itemId, changes: { title: 'Et annet budsjett' } })
    await desk.call('minutes.sendToReview', { meetingId, language: 'nb' })
    const again = { meetingId, approvedOn: '2026-09-14', approvedInId: nextId }
    expect(await desk.problemOf('minutes.approve', await desk.approval(again))).toMatchObject({
      fields: { approvedInId: { key: 'problems.field.approvedBeforeWritten' } },
    })
    const later = await desk.aMeeting({ startsOn: '2026-09-12' })
    await desk.call('meetings.start', { id: later.id, openedAt: '09:00' })
    const early = { meetingId, approvedOn: '2026-09-10', approvedInId: later.id }
    expect(await desk.problemOf('minutes.approve', await desk.approval(early))).toMatchObject({
      fields: { approvedOn: { key: 'problems.field.approvedBeforeApproving' } },
    })
    await desk.call(
      'minutes.approve',
      await desk.approval({ meetingId, approvedOn: '2026-09-12', approvedInId: later.id }),
    )
    expect((await desk.open(meetingId)).meeting.approvedInId).toBe(later.id)
  })

  it('and that were opened by mistake, with nothing changed, are approved by the same meeting again', async () => {
    const desk = await aMeetingDesk({ body })
    const { meetingId, nextId } = await approvedByNext(desk)
    await desk.call('minutes.reopen', { meetingId, reason: 'Feil knapp' })
    await desk.call('minutes.sendToReview', { meetingId, language: 'nb' })
    await desk.call(
      'minutes.approve',
      await desk.approval({ meetingId, approvedOn: '2026-09-14', approvedInId: nextId }),
    )
    expect((await desk.open(meetingId)).meeting.status).toBe('minutesApproved')
  })

  it('are never those of a later meeting, also where it was moved behind the one that approves', async () => {
    const desk = await aMeetingDesk({ body })
    const { meetingId } = await desk.inReview({ startsOn: '2026-09-10' })
    const early = await desk.aMeeting({ startsOn: '2026-09-02' })
    const item = { bodyId: desk.bodyId, meetingId: early.id, type: 'minutesApproval' as const, title: 'Godkjenning' }
    expect(await desk.problemOf('agendaItems.add', { ...item, aboutMeetingId: meetingId })).toMatchObject({
      fields: { aboutMeetingId: { key: 'problems.field.aboutLaterMeeting' } },
    })
    await desk.call('meetings.revise', { id: early.id, changes: { startsOn: '2026-09-12' } })
    const { id } = await desk.call('agendaItems.add', { ...item, aboutMeetingId: meetingId })
    await desk.call('meetings.revise', { id: early.id, changes: { startsOn: '2026-09-02' } })
    await desk.call('meetings.start', { id: early.id, openedAt: '09:00' })
    await desk.callRoll(early.id)
    await desk.decide(id, 'Godkjent.')
    await desk.call('meetings.close', { id: early.id, adjournedAt: '10:00' })
    expect((await desk.open(meetingId)).meeting.status).toBe('minutesInReview')
    expect(compareWithLog(desk.backend.workspaces.store().db)).toEqual([])
  })
})

describe('what is confidential', () => {
  it('is not found by what came of it: an action of a confidential item is found by its title alone', async () => {
    const desk = await aMeetingDesk()
    const { id } = await desk.aMeeting()
    const item = await desk.anItem(id)
    await desk.call('meetings.start', { id, openedAt: '09:00' })
    await desk.callRoll(id)
    const decision = await desk.decide(item.id)
    for (const origin of [{ originItemId: item.id }, { originDecisionId: decision.id }]) {
      const action = await desk.call('actions.add', { title: 'Brev', ownerId: desk.me, dueOn: '2026-10-01', ...origin })
      const done = { status: 'done' as const, doneOn: '2026-09-12', result: 'Hemmeligheten' }
      await desk.call('actions.report', { id: action.id, ...done })
    }
    const found = async (text: string) => (await desk.call('search.find', { text })).length
    const confidential = (value: boolean) =>
      desk.call('agendaItems.revise', { id: item.id, changes: { confidential: value } })
    expect(await found('Hemmeligheten')).toBe(2)
    await confidential(true)
    expect([await found('Hemmeligheten'), await found('Brev')]).toEqual([0, 2])
    await confidential(false)
    expect(await found('Hemmeligheten')).toBe(2)
  })
})

describe('a decision that turns out to be a postponement', () => {
  it('brings its item to the queue when the meeting is closed', async () => {
    const desk = await aMeetingDesk()
    const { id } = await desk.aMeeting()
    const item = await desk.anItem(id)
    await desk.call('meetings.start', { id, openedAt: '09:00' })
    await desk.callRoll(id)
    const decision = await desk.decide(item.id)
    await desk.call('decisions.revise', { id: decision.id, changes: { kind: 'postponement' } })
    expect((await desk.open(id)).items[0]?.item.status).toBe('postponed')
    await desk.call('meetings.close', { id, adjournedAt: '10:00' })
    expect((await desk.call('agendaItems.queue', {})).map(({ carriedFromId }) => carriedFromId)).toEqual([item.id])
  })
})

describe('a package', () => {
  it('is not made for a meeting that was cancelled', async () => {
    const desk = await aMeetingDesk()
    const { id: meetingId } = await desk.aMeeting()
    await desk.call('meetings.cancel', { id: meetingId, reason: 'Syk' })
    const choice = { bodyId: desk.bodyId, periodFrom: '2026-01-01', periodTo: '2026-12-31', language: 'nb' } as const
    expect(await desk.problemOf('packages.make', { ...choice, meetingId })).toMatchObject({
      fields: { meetingId: { key: 'problems.field.meetingCancelled' } },
    })
  })
})
