import { describe, expect, it } from 'vitest'
import { isThere, itemTimes, latest, minutesIntoMeeting, quorumOf, votersAt } from '#shared/domain/presence.ts'
import fc from '#test/random.ts'

type Row = Parameters<typeof votersAt>[0]['attendances'][number]
const row = (personId: string, given: Partial<Row> = {}): Row => ({
  id: personId,
  personId,
  role: 'member',
  status: 'present',
  votes: true,
  arrivedAt: null,
  leftAt: null,
  replacesId: null,
  position: 0,
  ...given,
})
const board = (...rows: Row[]) => rows.map((one, position) => ({ ...one, position }))
const unfit = (personId: string, replacedById: string | null = null) =>
  ({ personId, outcome: 'disqualified', replacedById }) as const
const votes = (attendances: Row[], disqualifications: ReturnType<typeof unfit>[] = [], at: string | null = '10:00') =>
  votersAt({ attendances, disqualifications, at, openedAt: '09:00' })

describe('who may vote on an item', () => {
  it('counts those present, at a distance or partly, in the order of the roll', () => {
    const rows = board(
      row('a'),
      row('b', { status: 'remote' }),
      row('c', { status: 'absent' }),
      row('d', { status: null }),
      row('e', { status: 'absentWithReason' }),
      row('f', { votes: false }),
      row('g', { status: 'partlyPresent', arrivedAt: '09:30', leftAt: '10:30' }),
    )
    expect(votes(rows.toReversed())).toEqual(['a', 'b', 'g'])
  })

  it('leaves out who has not come yet and who has gone, and counts both where no time is known', () => {
    const rows = board(row('late', { arrivedAt: '10:15' }), row('gone', { leftAt: '09:45' }), row('there'))
    expect(votes(rows)).toEqual(['there'])
    expect(votes(rows, [], null)).toEqual(['late', 'gone', 'there'])
    expect(votes(rows, [], '10:15')).toEqual(['late', 'there'])
    expect(votes(rows, [], latest)).toEqual(['late', 'there'])
  })

  it('knows the time after midnight from the time before', () => {
    expect(minutesIntoMeeting('00:30', '18:00')).toBe(390)
    expect(minutesIntoMeeting('17:50', '18:00')).toBe(-10)
    const rows = board(row('early'), row('gone', { leftAt: '23:30' }), row('stays', { leftAt: '00:45' }))
    expect(votersAt({ attendances: rows, disqualifications: [], at: '00:30', openedAt: '18:00' })).toEqual([
      'early',
      'stays',
    ])
    expect(isThere(rows[1] as Row, '00:30', '18:00')).toBe(false)
  })

  it('counts deputies in vacant seats up to the number of such seats, in the order of the roll', () => {
    const inSeat = { role: 'deputy', votes: true } as const
    const rows = board(row('a'), row('d', inSeat), row('e', { ...inSeat, leftAt: '09:30' }), row('f', inSeat))
    const voters = (vacantSeats: number, at = '10:00') =>
      votersAt({ attendances: rows.toReversed(), disqualifications: [], at, openedAt: '09:00', vacantSeats })
    expect(voters(0)).toEqual(['a'])
    expect(voters(1)).toEqual(['a', 'd'])
    expect(voters(2, '09:15')).toEqual(['a', 'd', 'e'])
    expect(voters(2)).toEqual(['a', 'd', 'f'])
  })

  it('puts the deputy in the place of who is disqualified, if the deputy is there', () => {
    const rows = board(row('a'), row('b'), row('deputy', { votes: false }))
    expect(votes(rows, [unfit('a', 'deputy')])).toEqual(['b', 'deputy'])
    expect(votes(rows, [unfit('a')])).toEqual(['b'])
    const away = board(row('a'), row('b'), row('deputy', { votes: false, status: 'absent' }))
    expect(votes(away, [unfit('a', 'deputy')])).toEqual(['b'])
    const open = { ...unfit('a', 'deputy'), outcome: 'pending' as const }
    expect(votersAt({ attendances: rows, disqualifications: [open], at: null })).toEqual(['a', 'b'])
  })

  it('gives a seat one vote: the member waits as long as the deputy serves', () => {
    const rows = board(
      row('member', { arrivedAt: '10:00' }),
      row('deputy', { replacesId: 'member', leftAt: '10:30' }),
      row('second', { votes: false }),
    )
    expect(votes(rows, [], '10:10')).toEqual(['deputy'])
    expect(votes(rows, [], '10:40')).toEqual(['member'])
    // Another deputy in the serving one's place keeps the seat too; nobody in it gives it back to the member.
    expect(votes(rows, [unfit('deputy', 'second')], '10:10')).toEqual(['second'])
    expect(votes(rows, [unfit('deputy')], '10:10')).toEqual(['member'])
  })

  it('never counts more votes than seats, nobody twice and no one who is disqualified', () => {
    const people = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
    const time = fc.option(fc.constantFrom('09:00', '09:30', '10:00', '10:30'), { nil: null })
    const attendance = fc.record({
      status: fc.constantFrom('present' as const, 'remote' as const, 'absent' as const, null),
      arrivedAt: time,
      leftAt: time,
      replacesId: fc.option(people, { nil: null }),
      votes: fc.boolean(),
    })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(people, attendance), { maxLength: 6 }),
        fc.array(fc.tuple(people, fc.option(people, { nil: null })), { maxLength: 4 }),
        time,
        (given, out, at) => {
          const rows = board(...[...new Map(given)].map(([id, fields]) => row(id, fields)))
          const disqualified = [...new Map(out)].map(([id, deputy]) => unfit(id, deputy))
          const voters = votes(rows, disqualified, at)
          expect(new Set(voters).size).toBe(voters.length)
          expect(voters.filter((id) => disqualified.some(({ personId }) => personId === id))).toEqual([])
          expect(voters.length).toBeLessThanOrEqual(rows.filter(({ votes: mayVote }) => mayVote).length)
        },
      ),
    )
  })
})

describe('the time that counts for an item', () => {
  const item = (id: string, position: number, startedAt: string | null = null, endedAt: string | null = null) => ({
    id,
    position,
    startedAt,
    endedAt,
  })
  it('is when its vote is taken: its own end, else the start of the next clocked one, else the end of the meeting', () => {
    const items = [item('c', 2), item('a', 0, '09:00', '09:20'), item('b', 1, '09:20'), item('d', 3, '10:00')]
    const during = itemTimes({ adjournedAt: null }, items)
    expect(['a', 'b', 'c', 'd'].map((id) => during.get(id))).toEqual(['09:20', '10:00', '10:00', latest])
    expect(itemTimes({ adjournedAt: '11:00' }, items).get('d')).toBe('11:00')
  })
  it('is not known where no clock ran', () => {
    expect([...itemTimes({ adjournedAt: '11:00' }, [item('a', 0), item('b', 1)]).values()]).toEqual([null, null])
  })
})

describe('quorum', () => {
  const body = (
    quorumRule: 'moreThanHalf' | 'atLeastHalf' | 'number' | 'none',
    quorumNumber: number | null = null,
  ) => ({
    quorumRule,
    quorumNumber,
  })
  it.each([
    [body('moreThanHalf'), 9, 5],
    [body('moreThanHalf'), 8, 5],
    [body('atLeastHalf'), 9, 5],
    [body('atLeastHalf'), 8, 4],
    [body('number', 3), 9, 3],
    [body('none'), 9, 0],
  ])('%o of %i seats needs %i', (rule, seats, needed) => {
    expect(quorumOf(rule, seats, needed)).toEqual({ seats, voters: needed, needed, met: true, why: null })
    if (needed === 0) return
    expect(quorumOf(rule, seats, needed - 1)).toMatchObject({
      met: false,
      why: {
        key: `meetings.quorum.${rule.quorumRule}`,
        params: { voters: needed - 1, seats, needed },
      },
    })
  })

  it('is never met by nobody, and one more voter never breaks it', () => {
    const rules = fc.constantFrom('moreThanHalf' as const, 'atLeastHalf' as const, 'number' as const)
    fc.assert(
      fc.property(
        rules,
        fc.nat(40),
        fc.nat(40),
        fc.option(fc.nat(40), { nil: null }),
        (rule, seats, voters, number) => {
          const rules = body(rule, number)
          expect(quorumOf(rules, seats, 0).met).toBe(false)
          if (quorumOf(rules, seats, voters).met) expect(quorumOf(rules, seats, voters + 1).met).toBe(true)
          if (rule === 'moreThanHalf') expect(quorumOf(rules, seats, voters).met).toBe(voters * 2 > seats)
          if (rule === 'atLeastHalf') expect(quorumOf(rules, seats, voters).met).toBe(voters > 0 && voters * 2 >= seats)
        },
      ),
    )
  })
})
