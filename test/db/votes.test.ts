import { describe, expect, it } from 'vitest'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import fc from '#test/random.ts'
import { aMeetingDesk, type MeetingDesk } from './a-meeting.ts'

type NewVote = InputOf<'votes.add'>

/** A meeting in session with everybody present and one item: four may vote. */
async function inSession(given: Parameters<typeof aMeetingDesk>[0] = {}) {
  const desk = await aMeetingDesk(given)
  const { id: meetingId } = await desk.aMeeting()
  await desk.call('meetings.start', { id: meetingId, openedAt: '09:00' })
  await desk.callRoll(meetingId)
  const { id: itemId } = await desk.anItem(meetingId)
  return { desk, meetingId, itemId }
}
const voters = async (desk: MeetingDesk, meetingId: string) => (await desk.open(meetingId)).items[0]?.voterIds ?? []
const fieldOf = async (desk: MeetingDesk, input: NewVote, field: string) =>
  (await desk.problemOf('votes.add', input)).fields?.[field]?.key.replace('problems.field.', '')

describe('a vote', () => {
  it('is counted against those who may vote on its item, and takes its counts from names', async () => {
    const { desk, meetingId, itemId } = await inSession()
    const input: NewVote = { itemId, kind: 'showOfHands', forCount: 3, againstCount: 2 }
    expect(await fieldOf(desk, input, 'forCount')).toBe('votesExceedVoters')
    const vote = await desk.call('votes.add', { ...input, againstCount: 1 })
    expect(vote).toMatchObject({ position: 0, forCount: 3, againstCount: 1 })
    const ids = await voters(desk, meetingId)
    const namedVotes = ids.map((personId, index) => ({ personId, vote: index === 0 ? 'against' : 'for' }) as const)
    const named = await desk.call('votes.add', { itemId, kind: 'named', namedVotes })
    expect(named).toMatchObject({ position: 1, forCount: 3, againstCount: 1, abstainCount: 0 })
    const stranger = [{ personId: desk.secretaryId, vote: 'for' as const }, ...namedVotes.slice(1)]
    expect(await fieldOf(desk, { itemId, kind: 'named', namedVotes: stranger }, 'namedVotes.0')).toBe('notAVoter')
    const revised = await desk.call('votes.revise', {
      id: named.id,
      changes: { namedVotes: namedVotes.map((one) => ({ ...one, vote: 'for' })) },
    })
    expect(revised).toMatchObject({ forCount: 4, againstCount: 0 })
  })

  it('follows arrivals, deputies and disqualification', async () => {
    const { desk, meetingId, itemId } = await inSession()
    const [anne = '', bjorn = '', carl = ''] = desk.memberIds
    await desk.call('agendaItems.clock', { id: itemId, does: 'start', at: '09:10' })
    await desk.call('agendaItems.clock', { id: itemId, does: 'end', at: '09:30' })
    await desk.call('attendances.revise', {
      id: (await desk.rowOf(meetingId, carl)).id,
      changes: { status: 'partlyPresent', arrivedAt: '10:00' },
    })
    expect(await voters(desk, meetingId)).toEqual([desk.chairId, anne, bjorn])
    const deputyId = desk.deputyIds[0] ?? ''
    await desk.call('attendances.add', {
      meetingId,
      personId: deputyId,
      role: 'deputy',
      status: 'present',
      votes: false,
    })
    const out = { itemId, personId: bjorn, ground: 'partyToTheCase' as const, outcome: 'disqualified' as const }
    const made = await desk.call('disqualifications.add', { ...out, replacedById: deputyId })
    expect(await voters(desk, meetingId)).toEqual([desk.chairId, anne, deputyId])
    expect((await desk.problemOf('disqualifications.add', out)).fields?.personId?.key).toBe(
      'problems.field.disqualifiedTwice',
    )
    await desk.call('votes.add', { itemId, kind: 'showOfHands', forCount: 3, againstCount: 0 })
    // The vote was counted with the deputy in it.
    const without = await desk.problemOf('disqualifications.revise', { id: made.id, changes: { replacedById: null } })
    expect(without.fields?.['changes.outcome']?.key).toBe('problems.field.voteTakenWith')
  })

  it('is cast by the chair only where even, where the body lets the chair, and where the chair may vote', async () => {
    const { desk, itemId } = await inSession()
    const even: NewVote = {
      itemId,
      kind: 'showOfHands',
      forCount: 2,
      againstCount: 2,
      castingVote: true,
      castFor: 'for',
    }
    expect(await desk.call('votes.add', even)).toMatchObject({ castingVote: true, castFor: 'for' })
    expect(await fieldOf(desk, { ...even, againstCount: 1 }, 'castingVote')).toBe('castingVoteNotEven')
    const out = { itemId, personId: desk.chairId, ground: 'closeRelation' as const, outcome: 'disqualified' as const }
    expect((await desk.problemOf('disqualifications.add', out)).fields?.outcome?.key).toBe(
      'problems.field.voteTakenWith',
    )
    const strict = await inSession({ body: { chairCastsVote: false, abstainingAllowed: false } })
    expect(await fieldOf(strict.desk, { ...even, itemId: strict.itemId }, 'castingVote')).toBe('castingVoteNotAllowed')
    const abstaining: NewVote = {
      itemId: strict.itemId,
      kind: 'showOfHands',
      forCount: 1,
      againstCount: 1,
      abstainCount: 1,
    }
    expect(await fieldOf(strict.desk, abstaining, 'abstainCount')).toBe('abstainingNotAllowed')
  })

  it('is between proposals of its own item that stand', async () => {
    const { desk, meetingId, itemId } = await inSession()
    const other = await desk.anItem(meetingId, { title: 'Annen' })
    const mine = await desk.call('proposals.add', { itemId, text: 'Ja' })
    const foreign = await desk.call('proposals.add', { itemId: other.id, text: 'Nei' })
    const gone = await desk.call('proposals.add', { itemId, text: 'Kanskje' })
    await desk.call('proposals.revise', { id: gone.id, changes: { status: 'withdrawn' } })
    const input: NewVote = { itemId, kind: 'showOfHands', forId: mine.id, forCount: 3, againstCount: 1 }
    expect(await fieldOf(desk, { ...input, againstId: foreign.id }, 'againstId')).toBe('proposalOfOtherItem')
    expect(await fieldOf(desk, { ...input, againstId: gone.id }, 'againstId')).toBe('proposalWithdrawn')
    const vote = await desk.call('votes.add', input)
    expect(await desk.problemOf('proposals.remove', { id: mine.id })).toMatchObject({ key: 'problems.namedBy.votes' })
    await desk.call('votes.remove', { id: vote.id })
    await desk.call('proposals.remove', { id: mine.id })
    expect(await fieldOf(desk, input, 'forId')).toBe('gone')
  })

  it('keeps what was decided by it: an opinion on unanimity can not be voted away', async () => {
    const { desk, itemId } = await inSession()
    const vote = await desk.call('votes.add', { itemId, kind: 'showOfHands', forCount: 4, againstCount: 0 })
    await desk.call('decisions.take', { itemId, text: 'Ja', voteId: vote.id })
    const against = { id: vote.id, changes: { forCount: 3, againstCount: 1 } }
    expect((await desk.problemOf('votes.revise', against)).fields?.['changes.againstCount']?.key).toBe(
      'problems.field.unanimousButAgainst',
    )
    expect(await desk.problemOf('votes.remove', { id: vote.id })).toMatchObject({ key: 'problems.namedBy.decisions' })
  })

  it('undone to what was counted with others is refused', async () => {
    const { desk, meetingId, itemId } = await inSession()
    const vote = await desk.call('votes.add', { itemId, kind: 'showOfHands', forCount: 4, againstCount: 0 })
    const reply = await desk.ask('votes.revise', { id: vote.id, changes: { forCount: 3 } })
    const row = await desk.rowOf(meetingId, desk.memberIds[0] ?? '')
    await desk.call('attendances.revise', { id: row.id, changes: { status: 'absent' } })
    const undone = await desk.problemOf('history.undo', { stamp: (reply.ok && reply.change) || '' })
    expect(undone.fields?.forCount?.key).toBe('problems.field.votesExceedVoters')
  })

  it('of any counts is stored exactly when they are within the voters', async () => {
    const { desk, itemId } = await inSession({ body: { abstainingAllowed: true } })
    const counts = fc.record({ forCount: fc.nat(6), againstCount: fc.nat(6), abstainCount: fc.nat(6) })
    await fc.assert(
      fc.asyncProperty(counts, async (given) => {
        const { ok } = await desk.ask('votes.add', { itemId, kind: 'secret', ...given })
        expect(ok).toBe(given.forCount + given.againstCount + given.abstainCount <= 4)
      }),
      { numRuns: 40 },
    )
  })
})

describe('a statement', () => {
  it('is a dissent while the meeting lasts, a note until the minutes are final, by somebody who was there', async () => {
    const { desk, meetingId, itemId } = await inSession()
    const personId = desk.memberIds[0] ?? ''
    const dissent = await desk.call('statements.add', { itemId, kind: 'dissent', personId, text: 'Imot' })
    expect(dissent.deliveredOn).toBe('2026-09-10')
    await desk.decide(itemId)
    await desk.call('meetings.close', { id: meetingId, adjournedAt: '11:00' })
    const late = { itemId, kind: 'dissent' as const, personId, text: 'Imot', deliveredAt: '11:05' }
    expect((await desk.problemOf('statements.add', late)).fields?.deliveredAt?.key).toBe(
      'problems.field.dissentAfterEnd',
    )
    const note = { itemId, kind: 'noteToMinutes' as const, personId, text: 'Merknad' }
    expect((await desk.call('statements.add', note)).deliveredOn).toBe('2026-09-15')
    const stranger = await desk.aPerson('Fremmed')
    expect((await desk.problemOf('statements.add', { ...note, personId: stranger })).fields?.personId?.key).toBe(
      'problems.field.notAtMeeting',
    )
    await desk.call('minutes.sendToReview', { meetingId, language: 'nb' })
    expect(await desk.problemOf('statements.add', note)).toMatchObject({ code: 'refused', key: 'problems.sealed' })
    for (const refused of [
      await desk.problemOf('votes.add', { itemId, kind: 'acclamation' }),
      await desk.problemOf('proposals.add', { itemId, text: 'Nytt' }),
      await desk.problemOf('statements.remove', { id: dissent.id }),
      await desk.problemOf('decisions.take', { itemId, text: 'Nytt' }),
    ]) {
      expect(refused.key).toBe('problems.sealed')
    }
  })
})

describe('a proposal', () => {
  it('is the main one first, counters after, and by somebody on the roll', async () => {
    const { desk, itemId } = await inSession()
    const kinds = []
    for (const text of ['Ja', 'Nei']) kinds.push((await desk.call('proposals.add', { itemId, text })).kind)
    expect(kinds).toEqual(['main', 'counter'])
    const twice = await desk.problemOf('proposals.add', { itemId, text: 'Hoved', kind: 'main' })
    expect(twice.fields?.kind?.key).toBe('problems.field.mainProposalTwice')
    const stranger = await desk.aPerson('Fremmed')
    const foreign = await desk.problemOf('proposals.add', { itemId, text: 'Ja', proposerId: stranger })
    expect(foreign.fields?.proposerId?.key).toBe('problems.field.notAtMeeting')
  })
})
