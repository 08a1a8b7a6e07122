import { describe, expect, it } from 'vitest'
import { aMeetingDesk } from './a-meeting.ts'

describe('a body', () => {
  it.each([
    [
      'without a number for the rule that asks for one',
      { quorumRule: 'number' },
      'quorumNumber',
      'quorumNumberMissing',
    ],
    [
      'with a quorum above its seats',
      { quorumRule: 'number', quorumNumber: 8, seats: 7 },
      'quorumNumber',
      'quorumAboveSeats',
    ],
    ['without a seat', { seats: 0 }, 'seats', 'noSeats'],
    [
      'that adjusts within no days',
      { adjustmentRule: 'adjustedWithinDays', adjustmentDays: null },
      'adjustmentDays',
      'adjustmentDaysMissing',
    ],
    ['that ends before it begins', { activeFrom: '2026-01-01', activeTo: '2025-12-31' }, 'activeTo', 'endBeforeStart'],
    ['with five adjusters', { adjusters: 5 }, 'adjusters', 'tooMany'],
  ] as const)('is refused %s', async (_what, given, field, key) => {
    const desk = await aMeetingDesk()
    const problem = await desk.problemOf('bodies.add', { name: 'Rådet', kind: 'council', ...given })
    expect(problem.fields?.[field]?.key).toBe(`problems.field.${key}`)
    const revised = await desk.problemOf('bodies.revise', { id: desk.bodyId, changes: given })
    expect(revised.fields?.[`changes.${field}`]?.key).toBe(`problems.field.${key}`)
  })

  it('starts from the rules of its country', async () => {
    const desk = await aMeetingDesk({ country: 'SE' })
    const body = await desk.call('bodies.add', { name: 'Näringslivsrådet', kind: 'council' })
    expect(body).toMatchObject({ rules: 'municipalLikeSe', numberPrefix: '§', noticeDays: 5, adjustmentDays: 14 })
  })

  it('is removed with its seats while it has no meetings, and kept once it has', async () => {
    const desk = await aMeetingDesk()
    const empty = await desk.call('bodies.add', { name: 'Utvalget', kind: 'committee' })
    await desk.call('bodyMembers.add', { bodyId: empty.id, personId: desk.me, role: 'chair' })
    await desk.call('bodies.remove', { id: empty.id })
    expect(await desk.call('bodyMembers.list', { bodyId: empty.id })).toEqual([])
    await desk.aMeeting()
    const problem = await desk.problemOf('bodies.remove', { id: desk.bodyId })
    expect(problem).toMatchObject({ code: 'refused', key: 'problems.namedBy.meetings', params: { count: 1 } })
    expect(await desk.call('bodyMembers.list', { bodyId: desk.bodyId })).toHaveLength(6)
  })
})

describe('a seat', () => {
  it('is one per person at a time, but may be had again after the term', async () => {
    const desk = await aMeetingDesk()
    const personId = await desk.aPerson('Nils')
    const first = {
      bodyId: desk.bodyId,
      personId,
      role: 'member' as const,
      termFrom: '2020-01-01',
      termTo: '2023-12-31',
    }
    await desk.call('bodyMembers.add', first)
    const over = await desk.problemOf('bodyMembers.add', { ...first, termFrom: '2023-12-31', termTo: null })
    expect(over.fields?.personId?.key).toBe('problems.field.memberTwice')
    await desk.call('bodyMembers.add', { ...first, termFrom: '2024-01-01', termTo: null, role: 'deputy' })
    const on = async (day: string) =>
      (await desk.call('bodyMembers.list', { bodyId: desk.bodyId, on: day })).find((one) => one.personId === personId)
        ?.role
    expect([await on('2023-12-31'), await on('2024-01-01'), await on('2019-12-31')]).toEqual([
      'member',
      'deputy',
      undefined,
    ])
  })

  it('of a deputy may be bound to a member only', async () => {
    const desk = await aMeetingDesk()
    const personId = await desk.aPerson('Nils')
    const [dag = ''] = desk.deputyIds
    const given = { bodyId: desk.bodyId, personId, role: 'deputy' as const }
    const other = await desk.problemOf('bodyMembers.add', { ...given, deputyForId: dag })
    expect(other.fields?.deputyForId?.key).toBe('problems.field.deputyForNoMember')
    const member = await desk.problemOf('bodyMembers.add', { ...given, role: 'member', deputyForId: desk.me })
    expect(member.fields?.deputyForId?.key).toBe('problems.field.onlyDeputiesStandIn')
    await desk.call('bodyMembers.add', { ...given, deputyForId: desk.me })
  })

  it('moves in the roll, and the others make room', async () => {
    const desk = await aMeetingDesk()
    const names = async () =>
      (await desk.call('bodyMembers.list', { bodyId: desk.bodyId })).map(({ personName }) => personName.split(' ')[0])
    expect(await names()).toEqual(['Kari', 'Anne', 'Bjørn', 'Carl', 'Dag', 'Eva'])
    const carl = (await desk.call('bodyMembers.list', { bodyId: desk.bodyId }))[3]?.id ?? ''
    await desk.call('bodyMembers.move', { id: carl, position: 1 })
    expect(await names()).toEqual(['Kari', 'Carl', 'Anne', 'Bjørn', 'Dag', 'Eva'])
    await desk.call('bodyMembers.move', { id: carl, position: 99 })
    expect(await names()).toEqual(['Kari', 'Anne', 'Bjørn', 'Dag', 'Eva', 'Carl'])
  })

  it('keeps its person from being removed, and so does a meeting', async () => {
    const desk = await aMeetingDesk()
    const [anne = ''] = desk.memberIds
    expect((await desk.problemOf('persons.remove', { id: anne })).key).toBe('problems.namedBy.bodyMembers')
  })
})
