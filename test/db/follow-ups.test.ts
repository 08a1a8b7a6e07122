import { describe, expect, it } from 'vitest'
import { aBackend, today } from './a-backend.ts'

describe('a follow-up', () => {
  it.each([
    ['due before the visit', { dueOn: '2026-08-31' }, 'dueOn', 'problems.field.dueBeforeVisit'],
    [
      'answered before the visit',
      { answeredCompanyOn: '2026-08-31' },
      'answeredCompanyOn',
      'problems.field.answeredBeforeVisit',
    ],
    ['answered tomorrow', { answeredCompanyOn: '2026-09-16' }, 'answeredCompanyOn', 'problems.field.dayInFuture'],
    ['without words', { description: '  ' }, 'description', 'problems.field.required'],
    ['by an owner who is gone', { ownerId: '01a00000-0000-7000-8000-000000000000' }, 'ownerId', 'problems.field.gone'],
  ] as const)('is refused %s', async (_what, given, field, key) => {
    const desk = await aBackend()
    const { id } = await desk.aVisit({ visitedOn: '2026-09-01' })
    const fields = { visitId: id, description: 'Svar', theme: 'other' as const, ownerId: desk.me, dueOn: '2026-09-20' }
    expect((await desk.problemOf('followUps.add', { ...fields, ...given })).fields?.[field]?.key).toBe(key)
    expect(await desk.call('followUps.count', { filter: { state: 'all' } })).toBe(0)
  })

  it('is closed only with the day the company was told and the result', async () => {
    const desk = await aBackend()
    const { id } = await desk.aFollowUp()
    const close = { id, status: 'closed' as const }
    const empty = await desk.problemOf('followUps.close', { ...close, answeredCompanyOn: null, result: ' ' })
    expect(empty.fields).toEqual({
      answeredCompanyOn: { key: 'problems.field.answeredDayMissing' },
      result: { key: 'problems.field.resultMissing' },
    })
    const given = { id, status: 'cannotBeDone' as const, answeredCompanyOn: null, result: '' }
    expect((await desk.problemOf('followUps.close', given)).fields?.result?.key).toBe('problems.field.reasonMissing')
    await desk.call('followUps.close', { ...close, answeredCompanyOn: '2026-09-11', result: 'Fikk tomt' })
    expect(await desk.call('followUps.open', { id })).toMatchObject({
      status: 'closed',
      responseDays: 10,
      isOverdue: false,
      daysOverdue: 0,
    })
  })

  it('is answered once the company is told, and open again when the day is taken back', async () => {
    const desk = await aBackend()
    const { id } = await desk.aFollowUp()
    const revise = (answeredCompanyOn: string | null) =>
      desk.call('followUps.revise', { id, changes: { answeredCompanyOn } })
    expect((await revise(today)).status).toBe('answered')
    expect((await revise(null)).status).toBe('open')
  })
})

describe('the list of follow-ups', () => {
  it('counts the days past due, and no more once it is done', async () => {
    const desk = await aBackend()
    const late = await desk.aFollowUp({ dueOn: '2026-09-10' })
    const onTime = await desk.aFollowUp({ dueOn: today })
    const closed = await desk.aFollowUp({
      dueOn: '2026-09-02',
      status: 'closed',
      answeredCompanyOn: '2026-09-05',
      result: 'Gjort',
    })
    const idsOf = async (state: 'all' | 'open' | 'overdue' | 'closed') => {
      const { rows } = await desk.call('followUps.list', { filter: { state } })
      expect(await desk.call('followUps.count', { filter: { state } })).toBe(rows.length)
      return rows.map(({ id, daysOverdue }) => [id, daysOverdue])
    }
    expect(await idsOf('open')).toEqual([
      [late.id, 5],
      [onTime.id, 0],
    ])
    expect(await idsOf('overdue')).toEqual([[late.id, 5]])
    expect(await idsOf('closed')).toEqual([[closed.id, 0]])
    expect(await idsOf('all')).toHaveLength(3)
  })

  it.each(['dueOn', 'company', 'owner'] as const)(
    'gives each once over its pages by %s, on the same day too',
    async (sort) => {
      const desk = await aBackend()
      const other = await desk.call('persons.add', { givenName: 'Åse', familyName: 'Aas' })
      const visit = await desk.aVisit()
      for (let index = 0; index < 6; index++) {
        await desk.aFollowUp({ ...(index % 2 ? { visitId: visit.id } : {}), ownerId: index % 3 ? desk.me : other.id })
      }
      for (const direction of ['asc', 'desc'] as const) {
        const whole = (await desk.call('followUps.list', { sort, direction })).rows
        const paged: typeof whole = []
        let cursor: string | null = null
        do {
          const page: { rows: typeof whole; next: string | null } = await desk.call('followUps.list', {
            sort,
            direction,
            cursor,
            limit: 2,
          })
          paged.push(...page.rows)
          cursor = page.next
        } while (cursor !== null)
        expect(whole).toHaveLength(6)
        expect(paged).toEqual(whole)
      }
      if (sort === 'owner') {
        // Aas is Ås: last in Norwegian.
        const { rows } = await desk.call('followUps.list', { sort })
        expect(rows.map(({ ownerName }) => ownerName)).toEqual([
          ...Array(4).fill('Kari Berg'),
          ...Array(2).fill('Åse Aas'),
        ])
      }
    },
  )

  it('filters by company, visit, owner, theme and words', async () => {
    const desk = await aBackend()
    const visit = await desk.aVisit()
    const mine = await desk.aFollowUp({ visitId: visit.id, description: 'Høre om strøm', theme: 'financing' })
    const other = await desk.aFollowUp()
    const stranger = await desk.call('persons.add', { givenName: 'Per', familyName: 'Ek' })
    await desk.call('followUps.revise', { id: other.id, changes: { ownerId: stranger.id } })
    for (const filter of [
      { companyId: visit.companyId },
      { visitId: visit.id },
      { ownerId: desk.me },
      { themes: ['financing' as const] },
      { text: 'hore strom' },
    ]) {
      const { rows } = await desk.call('followUps.list', { filter })
      expect([filter, rows.map(({ id }) => id)]).toEqual([filter, [mine.id]])
    }
  })
})
