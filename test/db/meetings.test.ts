import { describe, expect, it } from 'vitest'
import { aMeetingDesk } from './a-meeting.ts'

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
    const [newest] = (await desk.call('history.of', { entity: 'meetings', id: meetingId })).rows
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
