import { describe, expect, it } from 'vitest'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import { today } from './a-backend.ts'
import { aMeetingDesk, type MeetingDesk } from './a-meeting.ts'

const anAction = (desk: MeetingDesk, given: Partial<InputOf<'actions.add'>> = {}) =>
  desk.call('actions.add', { title: 'Ringe banken', ownerId: desk.me, dueOn: '2026-09-30', ...given })

describe('an action', () => {
  it('of a decision has the number of its item, also when it comes up after the minutes are final', async () => {
    const desk = await aMeetingDesk()
    const { meetingId, itemId } = await desk.inReview()
    const decision = (await desk.open(meetingId)).items[0]?.decisions[0]
    const { id } = await anAction(desk, { originDecisionId: decision?.id ?? '' })
    const row = await desk.call('actions.open', { id })
    expect(row).toMatchObject({ originTitle: 'Sak 1/26 Budsjett 2027', originMeetingId: meetingId, bodyName: 'Styret' })
    expect((await desk.open(meetingId)).items[0]?.actions.map((one) => one.id)).toEqual([id])
    expect((await desk.call('decisions.open', { id: decision?.id ?? '' })).decision.openActions).toBe(1)
    const other = await desk.anItem(null, { title: 'Annen' })
    const mixed = await desk.problemOf('actions.add', {
      title: 'x',
      ownerId: desk.me,
      dueOn: today,
      originItemId: other.id,
      originDecisionId: decision?.id ?? '',
    })
    expect(mixed.fields?.originDecisionId?.key).toBe('problems.field.decisionOfOtherItem')
    expect(itemId).not.toBe(other.id)
  })

  it('of a visit is called by its company', async () => {
    const desk = await aMeetingDesk()
    const company = await desk.aCompany({ name: 'Borregaard' })
    const visit = await desk.aVisit({ companyId: company.id })
    const { id } = await anAction(desk, { originVisitId: visit.id })
    expect(await desk.call('actions.open', { id })).toMatchObject({
      originTitle: 'Borregaard',
      originMeetingId: visit.id,
    })
  })

  it('is done with its day and result, cancelled with the reason, and open again without a day', async () => {
    const desk = await aMeetingDesk()
    const { id } = await anAction(desk)
    const report = (status: 'done' | 'cancelled' | 'open', result = '', doneOn: string | null = null) => ({
      id,
      status,
      doneOn,
      result,
    })
    expect((await desk.problemOf('actions.report', report('done'))).fields).toEqual({
      doneOn: { key: 'problems.field.doneDayMissing' },
      result: { key: 'problems.field.doneResultMissing' },
    })
    expect((await desk.problemOf('actions.report', report('cancelled', ' '))).fields?.result?.key).toBe(
      'problems.field.cancelReasonMissing',
    )
    expect((await desk.problemOf('actions.report', report('done', 'Ja', '2026-09-16'))).fields?.doneOn?.key).toBe(
      'problems.field.dayInFuture',
    )
    expect(await desk.call('actions.report', report('done', 'Ringt', today))).toMatchObject({ doneOn: today })
    // Emptying the result of what is done would leave it without one.
    expect((await desk.problemOf('actions.revise', { id, changes: { result: null } })).fields).toEqual({
      'changes.result': { key: 'problems.field.doneResultMissing' },
    })
    expect((await desk.call('actions.report', report('open', '', today))).doneOn).toBeNull()
  })

  it('may be due before its meeting, but not done before it, and its owner must be there', async () => {
    const desk = await aMeetingDesk()
    const { id: meetingId } = await desk.aMeeting()
    const item = await desk.anItem(meetingId)
    const early = await anAction(desk, { originItemId: item.id, dueOn: '2026-09-01' })
    expect(early.dueOn).toBe('2026-09-01')
    const done = { id: early.id, status: 'done' as const, doneOn: '2026-09-09', result: 'Ja' }
    expect((await desk.problemOf('actions.report', done)).fields?.doneOn).toEqual({
      key: 'problems.field.doneBeforeArisen',
      params: { day: '10.09.2026' },
    })
    const nobody = { title: 'x', ownerId: '01a00000-0000-7000-8000-000000000000', dueOn: today }
    expect((await desk.problemOf('actions.add', nobody)).fields?.ownerId?.key).toBe('problems.field.gone')
    // Named by an action, the item stays.
    expect((await desk.problemOf('agendaItems.remove', { id: item.id })).key).toBe('problems.namedBy.actions')
  })

  it('is not undone to something no form would take', async () => {
    const desk = await aMeetingDesk()
    const { id } = await anAction(desk)
    const reply = await desk.ask('actions.revise', { id, changes: { result: 'Notat' } })
    const emptied = await desk.ask('actions.revise', { id, changes: { result: null } })
    expect(reply.ok && emptied.ok).toBe(true)
    await desk.call('history.undo', { stamp: (emptied.ok && emptied.change) || '' })
    const report = await desk.ask('actions.report', { id, status: 'done', doneOn: today, result: 'Notat' })
    expect(report.ok).toBe(true)
    const undone = await desk.problemOf('history.undo', { stamp: (reply.ok && reply.change) || '' })
    expect(undone).toMatchObject({ code: 'invalid', fields: { result: { key: expect.any(String) } } })
  })
})

describe('the register of actions', () => {
  async function filledDesk() {
    const desk = await aMeetingDesk()
    const { id: meetingId } = await desk.aMeeting()
    const item = await desk.anItem(meetingId)
    const åse = await desk.aPerson('Åse', 'Aas')
    const ids = {
      late: (await anAction(desk, { dueOn: '2026-09-10' })).id,
      item: (await anAction(desk, { originItemId: item.id, title: 'Skrive saken' })).id,
      later: (await anAction(desk, { ownerId: åse, dueOn: '2026-11-01' })).id,
      done: (await anAction(desk)).id,
    }
    await desk.call('actions.report', { id: ids.done, status: 'done', doneOn: today, result: 'Gjort' })
    return { desk, meetingId, åse, ids }
  }

  it('filters by state, owner, body, meeting and words', async () => {
    const { desk, meetingId, åse, ids } = await filledDesk()
    const found = async (filter: NonNullable<InputOf<'actions.list'>['filter']>) => {
      const { rows } = await desk.call('actions.list', { filter })
      expect(await desk.call('actions.count', { filter })).toBe(rows.length)
      return rows.map(({ id, daysOverdue }) => [Object.entries(ids).find(([, one]) => one === id)?.[0], daysOverdue])
    }
    expect(await found({})).toEqual([
      ['late', 5],
      ['item', 0],
      ['later', 0],
    ])
    expect(await found({ state: 'overdue' })).toEqual([['late', 5]])
    expect(await found({ state: 'done' })).toEqual([['done', 0]])
    expect(await found({ state: 'all' })).toHaveLength(4)
    expect(await found({ ownerId: åse })).toEqual([['later', 0]])
    for (const filter of [{ meetingId }, { bodyId: desk.bodyId }, { text: 'saken skrive' }]) {
      expect([filter, await found(filter)]).toEqual([filter, [['item', 0]]])
    }
  })

  it.each(['dueOn', 'owner'] as const)('gives each once over its pages by %s', async (sort) => {
    const { desk, ids } = await filledDesk()
    for (const direction of ['asc', 'desc'] as const) {
      const asked = { sort, direction, filter: { state: 'all' as const } }
      const whole = (await desk.call('actions.list', asked)).rows.map(({ id }) => id)
      const paged: string[] = []
      let cursor: string | null = null
      do {
        const page: { rows: { id: string }[]; next: string | null } = await desk.call('actions.list', {
          ...asked,
          cursor,
          limit: 1,
        })
        paged.push(...page.rows.map(({ id }) => id))
        cursor = page.next
      } while (cursor !== null)
      expect(whole).toHaveLength(4)
      expect(paged).toEqual(whole)
      // Aas is Ås: last in Norwegian.
      if (sort === 'owner' && direction === 'asc') expect(whole.at(-1)).toBe(ids.later)
    }
  })
})
