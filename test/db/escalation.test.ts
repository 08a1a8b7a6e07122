import { describe, expect, it } from 'vitest'
import { aPartnerDesk } from './a-partner-desk.ts'

/** Figures are written with hard blanks. */
const plain = (text: string | null | undefined) => (text ?? '').replaceAll('\u00a0', ' ').split('\n')

describe('a commitment on an agenda', () => {
  it('tells what was pledged and delivered, by when and by whom, and leads back to it', async () => {
    const desk = await aPartnerDesk()
    const commitment = await desk.aCommitment({ isPublic: true, amount: 10_000_000 })
    await desk.deliver(commitment.id, '2026-02-01', 2_500_050)
    const meeting = await desk.aMeeting()
    const from = { entity: 'commitments' as const, id: commitment.id }
    const input = { from, bodyId: desk.bodyId, meetingId: meeting.id, title: 'Tilskuddet' }
    const item = await desk.call('agendaItems.escalate', input)
    expect(item).toMatchObject({ originCommitmentId: commitment.id, type: 'discussion', confidential: false })
    expect(plain(item.summary)).toEqual([
      'Partner: Sarpsborg kommune',
      'Forpliktelse: Grunntilskudd',
      'Lovet: 100 000 kr',
      'Levert: 25 000,50 kr. Gjenstår: 74 999,50 kr',
      'Status: Delvis levert',
      'Periode: 01.01.2026–31.12.2026',
    ])
    expect((await desk.open(meeting.id)).items[0]?.origin).toEqual({
      entity: 'commitments',
      id: commitment.id,
      title: 'Grunntilskudd',
      meetingId: null,
    })
    expect(await desk.call('agendaItems.escalated', { from })).toMatchObject({ id: item.id, meetingId: meeting.id })
    const twice = await desk.problemOf('agendaItems.escalate', { ...input, meetingId: null })
    expect(twice.key).toBe('problems.escalatedToMeeting')
  })

  it('that is not public makes the item confidential, and what is not counted has no figures', async () => {
    const desk = await aPartnerDesk()
    const commitment = await desk.aCommitment({ isPublic: false, kind: 'premises', amount: null, unit: null })
    const item = await desk.call('agendaItems.escalate', {
      from: { entity: 'commitments', id: commitment.id },
      bodyId: desk.bodyId,
      meetingId: null,
      title: 'Lokaler',
    })
    expect(item.confidential).toBe(true)
    expect(plain(item.summary).map((line) => line.split(':')[0])).toEqual([
      'Partner',
      'Forpliktelse',
      'Status',
      'Periode',
    ])
  })

  it('comes up again once it was treated, and until then only once', async () => {
    const desk = await aPartnerDesk()
    const commitment = await desk.aCommitment()
    const { id: meetingId } = await desk.aMeeting()
    const from = { entity: 'commitments' as const, id: commitment.id }
    const input = { from, bodyId: desk.bodyId, title: 'Tilskuddet' }
    const first = await desk.call('agendaItems.escalate', { ...input, meetingId })
    await desk.call('agendaItems.settle', { id: first.id, status: 'treated' })
    expect(await desk.call('agendaItems.escalated', { from })).toBeNull()
    const second = await desk.call('agendaItems.escalate', { ...input, meetingId: null })
    expect(await desk.call('agendaItems.escalated', { from })).toMatchObject({ id: second.id, meetingId: null })
  })

  it('keeps the link when the item is postponed', async () => {
    const desk = await aPartnerDesk()
    const commitment = await desk.aCommitment()
    const { id: meetingId } = await desk.aMeeting()
    const from = { entity: 'commitments' as const, id: commitment.id }
    const item = await desk.call('agendaItems.escalate', { from, bodyId: desk.bodyId, meetingId, title: 'Tilskuddet' })
    await desk.call('meetings.start', { id: meetingId, openedAt: '09:00' })
    await desk.callRoll(meetingId)
    await desk.call('agendaItems.settle', { id: item.id, status: 'postponed' })
    await desk.call('meetings.close', { id: meetingId, adjournedAt: '10:00' })
    const [queued] = await desk.call('agendaItems.queue', {})
    expect(queued).toMatchObject({ carriedFromId: item.id, originCommitmentId: commitment.id })
  })
})

describe('what becomes confidential after it was put on an agenda', () => {
  it('takes its items along: of a visit, its follow-ups and actions, and of a commitment; undo gives them back', async () => {
    const desk = await aPartnerDesk()
    const visit = await desk.aVisit()
    const followUp = await desk.aFollowUp({ visitId: visit.id })
    const action = await desk.call('actions.add', {
      title: 'Ringe',
      ownerId: desk.me,
      dueOn: '2026-10-01',
      originVisitId: visit.id,
    })
    const commitment = await desk.aCommitment()
    const other = await desk.aCommitment()
    const { id: meetingId } = await desk.aMeeting()
    const put = async (entity: 'visits' | 'followUps' | 'actions' | 'commitments', id: string) =>
      (
        await desk.call('agendaItems.escalate', {
          from: { entity, id },
          bodyId: desk.bodyId,
          meetingId,
          title: `Om ${entity}`,
        })
      ).id
    const ofVisit = [
      await put('visits', visit.id),
      await put('followUps', followUp.id),
      await put('actions', action.id),
    ]
    const ofCommitment = await put('commitments', commitment.id)
    const untouched = await put('commitments', other.id)
    const closed = async () =>
      (await desk.open(meetingId)).items.filter(({ item }) => item.confidential).map(({ item }) => item.id)
    expect(await closed()).toEqual([])
    await desk.call('visits.revise', { id: visit.id, changes: { confidentiality: 'confidential' } })
    expect(await closed()).toEqual(ofVisit)
    const same = await desk.ask('commitments.reviseMany', { ids: [commitment.id], changes: { stage: 'promised' } })
    expect(same.ok && (await closed())).toEqual(ofVisit)
    const reply = await desk.ask('commitments.revise', { id: commitment.id, changes: { isPublic: false } })
    expect(await closed()).toEqual([...ofVisit, ofCommitment])
    expect(await closed()).not.toContain(untouched)
    if (!reply.ok || !reply.change) throw new Error('not hidden')
    await desk.call('history.undo', { stamp: reply.change })
    expect(await closed()).toEqual(ofVisit)
  })

  it('leaves minutes in review as they are', async () => {
    const desk = await aPartnerDesk()
    const { id } = await desk.aCommitment()
    const { meetingId, itemId } = await desk.inReview()
    desk.backend.workspaces
      .store()
      .db.prepare('UPDATE agenda_items SET origin_commitment_id = ? WHERE id = ?')
      .run(id, itemId)
    await desk.call('commitments.revise', { id, changes: { isPublic: false } })
    expect((await desk.open(meetingId)).items[0]?.item.confidential).toBe(false)
  })
})
