import { describe, expect, it } from 'vitest'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import { richFromPlain } from '#shared/domain/rich-text.ts'
import { today } from './a-backend.ts'
import { aMeetingDesk, type MeetingDesk } from './a-meeting.ts'

async function inSession(given: Parameters<typeof aMeetingDesk>[0] = {}) {
  const desk = await aMeetingDesk(given)
  const { id: meetingId } = await desk.aMeeting()
  await desk.call('meetings.start', { id: meetingId, openedAt: '09:00' })
  await desk.callRoll(meetingId)
  const { id: itemId } = await desk.anItem(meetingId, { recipients: 'Kommunen\nKommunen\n Fylket ' })
  return { desk, meetingId, itemId }
}
const detailOf = async (desk: MeetingDesk, meetingId: string) => {
  const detail = (await desk.open(meetingId)).items[0]
  if (!detail) throw new Error('no item')
  return detail
}
const external: InputOf<'decisions.addExternal'> = {
  externalBody: 'Sarpsborg bystyre',
  decidedOn: '2026-09-01',
  text: 'Tomten selges.\nBetingelser følger.',
}

describe('taking a decision', () => {
  it('lifts the text from the proposal that won, adopts it, rejects its rival and treats the item', async () => {
    const { desk, meetingId, itemId } = await inSession()
    const main = await desk.call('proposals.add', { itemId, text: 'Budsjettet vedtas.' })
    const rival = await desk.call('proposals.add', { itemId, text: 'Budsjettet avvises.' })
    const apart = await desk.call('proposals.add', { itemId, text: 'Tillegg', kind: 'addition' })
    const ballot = { itemId, kind: 'showOfHands' as const, forId: main.id, againstId: rival.id }
    const vote = await desk.call('votes.add', { ...ballot, forCount: 3, againstCount: 1 })
    const lost = await desk.problemOf('decisions.take', { itemId, voteId: vote.id, proposalId: rival.id })
    expect(lost.fields?.proposalId?.key).toBe('problems.field.proposalLostVote')
    const decision = await desk.call('decisions.take', { itemId, voteId: vote.id })
    expect(decision).toMatchObject({
      text: 'Budsjettet vedtas.',
      proposalId: main.id,
      unanimous: 'no',
      kind: 'decision',
      status: 'noAction',
      decidedOn: '2026-09-10',
      recipients: ['Kommunen', 'Fylket'],
      position: 0,
    })
    const { item, proposals } = await detailOf(desk, meetingId)
    expect(item.status).toBe('treated')
    expect(Object.fromEntries(proposals.map(({ id, status }) => [id, status]))).toEqual({
      [main.id]: 'adopted',
      [rival.id]: 'rejected',
      [apart.id]: 'open',
    })
    await desk.call('decisions.remove', { id: decision.id })
    const after = await detailOf(desk, meetingId)
    expect([after.item.status, ...after.proposals.map(({ status }) => status)]).toEqual(
      Array(4).fill('pending').fill('open', 1),
    )
  })

  it('needs words from somewhere: its own, a proposal, or the case paper', async () => {
    const { desk, itemId } = await inSession()
    const none = await desk.problemOf('decisions.take', { itemId, text: '  ' })
    expect(none.fields?.text?.key).toBe('problems.field.decisionTextMissing')
    const item = await desk.call('agendaItems.revise', { id: itemId, changes: {} })
    const content = richFromPlain('Innstillingen.')
    await desk.call('agendaItems.write', { id: itemId, field: 'proposedDecision', content, basedOn: item.createdStamp })
    expect((await desk.call('decisions.take', { itemId, deadline: '2026-12-01' })).status).toBe('open')
    expect((await desk.call('decisions.take', { itemId, text: 'Egne ord.', responsibleId: desk.me })).text).toBe(
      'Egne ord.',
    )
  })

  it('is refused from an even or foreign ballot, a withdrawn proposal, and against its own votes', async () => {
    const { desk, meetingId, itemId } = await inSession()
    const other = await desk.anItem(meetingId, { title: 'Annen' })
    const proposal = await desk.call('proposals.add', { itemId, text: 'Ja' })
    const even = await desk.call('votes.add', {
      itemId,
      kind: 'secret',
      forId: proposal.id,
      forCount: 2,
      againstCount: 2,
    })
    const fieldsOf = async (input: InputOf<'decisions.take'>) =>
      Object.entries((await desk.problemOf('decisions.take', input)).fields ?? {}).map(([field, { key }]) => [
        field,
        key.replace('problems.field.', ''),
      ])
    expect(await fieldsOf({ itemId, voteId: even.id, proposalId: proposal.id })).toEqual([['voteId', 'voteUndecided']])
    expect(await fieldsOf({ itemId: other.id, voteId: even.id, text: 'Ja' })).toEqual([['voteId', 'voteOfOtherItem']])
    expect(await fieldsOf({ itemId: other.id, proposalId: proposal.id })).toEqual([
      ['proposalId', 'proposalOfOtherItem'],
    ])
    expect(await fieldsOf({ itemId, text: 'Ja', unanimous: 'no' })).toEqual([['unanimous', 'notUnanimousNeedsVote']])
    expect(await fieldsOf({ itemId, text: 'Ja', unanimous: 'yes', voteId: even.id })).toEqual([
      ['unanimous', 'unanimousButAgainst'],
    ])
    expect(await fieldsOf({ itemId, text: 'Ja', responsibleId: '01a00000-0000-7000-8000-000000000000' })).toEqual([
      ['responsibleId', 'gone'],
    ])
    await desk.call('proposals.revise', { id: proposal.id, changes: { status: 'withdrawn' } })
    expect(await fieldsOf({ itemId, proposalId: proposal.id })).toEqual([['proposalId', 'withdrawnAdopted']])
  })

  it('has the day of its meeting', async () => {
    const { desk, itemId } = await inSession()
    const { id } = await desk.decide(itemId)
    const moved = await desk.problemOf('decisions.revise', { id, changes: { decidedOn: '2026-09-11' } })
    expect(moved.fields?.['changes.decidedOn']?.key).toBe('problems.field.decidedOutsideMeeting')
    const two = await desk.problemOf('decisions.revise', { id, changes: { externalBody: 'Bystyret' } })
    expect(two.fields?.['changes.externalBody']?.key).toBe('problems.field.decisionOfTwoBodies')
  })

  it('corrects one of a closed meeting of the same body, and no other', async () => {
    const { desk, itemId } = await inSession()
    const held = await desk.aHeldMeeting({ startsOn: '2026-08-20' })
    const old = (await desk.open(held.meetingId)).items[0]?.decisions[0]?.id ?? ''
    const open = await desk.decide(itemId)
    const wrong = await desk.problemOf('decisions.take', { itemId, text: 'Rettet', correctsId: open.id })
    expect(wrong.fields?.correctsId?.key).toBe('problems.field.correctsOpenMeeting')
    const right = await desk.call('decisions.take', { itemId, text: 'Rettet', correctsId: old })
    expect((await desk.call('decisions.open', { id: right.id })).corrects?.id).toBe(old)
    expect((await desk.call('decisions.open', { id: old })).correctedBy.map(({ id }) => id)).toEqual([right.id])
    const itself = await desk.problemOf('decisions.revise', { id: right.id, changes: { correctsId: right.id } })
    expect(itself.fields?.['changes.correctsId']?.key).toBe('problems.field.correctsOpenMeeting')
  })
})

describe('a decision taken elsewhere', () => {
  it('keeps its figures as a vote that goes with it', async () => {
    const desk = await aMeetingDesk()
    const votes = { kind: 'named' as const, forCount: 30, againstCount: 5, abstainCount: 0 }
    const decision = await desk.call('decisions.addExternal', { ...external, votes, unanimous: 'no' })
    const { decision: row } = await desk.call('decisions.open', { id: decision.id })
    expect(row).toMatchObject({
      bodyName: 'Sarpsborg bystyre',
      meetingId: null,
      itemTitle: 'Tomten selges.…',
      vote: { kind: 'named', forCount: 30, againstCount: 5 },
      sealed: false,
    })
    await desk.call('decisions.remove', { id: decision.id })
    const unanimous = await desk.problemOf('decisions.addExternal', { ...external, votes, unanimous: 'yes' })
    expect(unanimous.fields?.unanimous?.key).toBe('problems.field.unanimousButAgainst')
    const tomorrow = await desk.problemOf('decisions.addExternal', { ...external, decidedOn: '2026-09-16' })
    expect(tomorrow.fields?.decidedOn?.key).toBe('problems.field.dayInFuture')
  })
})

describe('reporting', () => {
  it('needs the day and the result, and goes on after the minutes are final', async () => {
    const desk = await aMeetingDesk({ body: { adjustmentRule: 'signedInMeeting', adjusters: 0 } })
    const { meetingId } = await desk.inReview()
    const id = (await desk.open(meetingId)).items[0]?.decisions[0]?.id ?? ''
    for (const { id: adjustmentId } of (await desk.open(meetingId)).adjustments) {
      await desk.ask('minutes.adjust', { id: adjustmentId, verdict: 'approved', decidedOn: today })
    }
    await desk.call('minutes.approve', await desk.approval({ meetingId, approvedOn: today }))
    const report = { id, status: 'done' as const, doneOn: null, result: '' }
    expect((await desk.problemOf('decisions.report', report)).fields).toEqual({
      doneOn: { key: 'problems.field.doneDayMissing' },
      result: { key: 'problems.field.doneResultMissing' },
    })
    await desk.call('decisions.report', { ...report, doneOn: today, result: 'Sendt' })
    const { decision } = await desk.call('decisions.open', { id })
    expect(decision).toMatchObject({ status: 'done', doneOn: today, result: 'Sendt', sealed: true })
    expect((await desk.call('decisions.report', { ...report, status: 'inProgress', doneOn: today })).doneOn).toBeNull()
    expect(await desk.problemOf('decisions.revise', { id, changes: { text: 'Annet' } })).toMatchObject({
      key: 'problems.sealed',
    })
    expect(await desk.problemOf('decisions.remove', { id })).toMatchObject({ key: 'problems.sealed' })
  })
})

describe('the register of decisions', () => {
  async function filledDesk() {
    const { desk, meetingId, itemId } = await inSession()
    const take = (text: string, given: Partial<InputOf<'decisions.take'>> = {}) =>
      desk.call('decisions.take', { itemId, text, ...given })
    const ids = {
      late: (await take('Innen august', { deadline: '2026-09-12' })).id,
      soon: (await take('Innen oktober', { deadline: '2026-10-01', responsibleId: desk.memberIds[0] ?? '' })).id,
      whenever: (await take('En gang', { responsibleId: desk.me })).id,
      plain: (await take('Tas til orientering', { kind: 'informationNoted' })).id,
      done: (await take('Ferdig', { deadline: '2026-09-11' })).id,
      external: (await desk.call('decisions.addExternal', external)).id,
    }
    await desk.call('decisions.report', { id: ids.done, status: 'done', doneOn: today, result: 'Gjort' })
    return { desk, meetingId, itemId, ids }
  }

  it('filters by state, kind, responsible, body, meeting, days and words', async () => {
    const { desk, meetingId, ids } = await filledDesk()
    const found = async (filter: NonNullable<InputOf<'decisions.list'>['filter']>) => {
      const { rows } = await desk.call('decisions.list', { filter })
      expect(await desk.call('decisions.count', { filter })).toBe(rows.length)
      return new Set(rows.map(({ id }) => Object.entries(ids).find(([, one]) => one === id)?.[0]))
    }
    expect(await found({})).toEqual(new Set(Object.keys(ids)))
    expect(await found({ state: 'open' })).toEqual(new Set(['late', 'soon', 'whenever']))
    expect(await found({ state: 'overdue' })).toEqual(new Set(['late']))
    expect(await found({ state: 'done' })).toEqual(new Set(['done']))
    expect(await found({ state: 'noAction' })).toEqual(new Set(['plain', 'external']))
    expect(await found({ state: 'external' })).toEqual(new Set(['external']))
    expect(await found({ kinds: ['informationNoted'] })).toEqual(new Set(['plain']))
    expect(await found({ responsibleId: desk.me })).toEqual(new Set(['whenever']))
    expect(await found({ to: '2026-09-05' })).toEqual(new Set(['external']))
    const ofMeeting = new Set(Object.keys(ids).filter((name) => name !== 'external'))
    for (const filter of [{ meetingId }, { bodyId: desk.bodyId }, { from: '2026-09-10' }, { text: 'budsjett' }]) {
      expect([filter, await found(filter)]).toEqual([filter, ofMeeting])
    }
    expect(await found({ text: 'oktober' })).toEqual(new Set(['soon']))
    expect(await found({ text: 'oktober', meetingId, state: 'open' })).toEqual(new Set(['soon']))
  })

  it.each(['decidedOn', 'deadline'] as const)('gives each once over its pages by %s', async (sort) => {
    const { desk, ids } = await filledDesk()
    for (const direction of ['asc', 'desc'] as const) {
      const whole = (await desk.call('decisions.list', { sort, direction })).rows.map(({ id }) => id)
      const paged: string[] = []
      let cursor: string | null = null
      do {
        const page: { rows: { id: string }[]; next: string | null } = await desk.call('decisions.list', {
          sort,
          direction,
          cursor,
          limit: 2,
        })
        paged.push(...page.rows.map(({ id }) => id))
        cursor = page.next
      } while (cursor !== null)
      expect(whole).toHaveLength(6)
      expect(paged).toEqual(whole)
      // Without a deadline comes last either way.
      if (sort === 'deadline') {
        const dated = [ids.done, ids.late, ids.soon]
        expect(whole.slice(0, 3)).toEqual(direction === 'asc' ? dated : dated.toReversed())
      }
    }
  })

  it('is refused a cursor that it did not give', async () => {
    const desk = await aMeetingDesk()
    const wrong = await desk.problemOf('decisions.list', { cursor: 'bm90aGluZw' })
    expect(wrong.fields?.cursor?.key).toBe('problems.field.invalid')
  })
})
