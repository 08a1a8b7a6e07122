import { describe, expect, it } from 'vitest'
import { aMeetingDesk, type MeetingDesk } from './a-meeting.ts'

async function inSession(given: Parameters<typeof aMeetingDesk>[0] = {}) {
  const desk = await aMeetingDesk(given)
  const { id } = await desk.aMeeting()
  await desk.call('meetings.start', { id, openedAt: '09:00' })
  const [anne = '', bjorn = '', carl = ''] = desk.memberIds
  const [dag = '', eva = ''] = desk.deputyIds
  return { desk, id, anne, bjorn, carl, dag, eva }
}
const idOf = async (desk: MeetingDesk, meetingId: string, personId: string) =>
  (await desk.rowOf(meetingId, personId)).id
/** A member resigns before the meeting, which has begun: the roll lets them go too. */
async function leaveBody(desk: MeetingDesk, meetingId: string, personId: string): Promise<void> {
  const seats = await desk.call('bodyMembers.list', { bodyId: desk.bodyId })
  const seat = seats.find((one) => one.personId === personId)?.id ?? ''
  await desk.call('bodyMembers.revise', { id: seat, changes: { termTo: '2026-06-30' } })
  await desk.call('attendances.remove', { id: await idOf(desk, meetingId, personId) })
}
const votersOf = async (desk: MeetingDesk, meetingId: string) => (await desk.open(meetingId)).items[0]?.voterIds

describe('the roll', () => {
  it('is called in one change, and remembers why somebody is away', async () => {
    const { desk, id, anne } = await inSession()
    await desk.callRoll(id, { [anne]: 'absentWithReason' })
    await desk.call('attendances.revise', { id: await idOf(desk, id, anne), changes: { validReason: 'Syk' } })
    expect(await desk.rowOf(id, anne)).toMatchObject({ status: 'absentWithReason', validReason: 'Syk' })
    await desk.callRoll(id)
    expect(await desk.rowOf(id, anne)).toMatchObject({ status: 'present', validReason: null })
  })

  it('holds nobody twice', async () => {
    const { desk, id, anne } = await inSession()
    const problem = await desk.problemOf('attendances.add', { meetingId: id, personId: anne, role: 'guest' })
    expect(problem.fields?.personId?.key).toBe('problems.field.personTwice')
    expect((await desk.open(id)).attendances).toHaveLength(5)
  })

  it.each(['observer', 'coOpted', 'caseOfficer', 'guest', 'secretary'] as const)(
    'gives no vote to a %s',
    async (role) => {
      const { desk, id, anne } = await inSession()
      const personId = await desk.aPerson('Gro')
      const given = { meetingId: id, personId, role }
      const refused = await desk.problemOf('attendances.add', { ...given, votes: true })
      expect(refused.fields?.votes?.key).toBe('problems.field.roleDoesNotVote')
      expect((await desk.call('attendances.add', given)).votes).toBe(false)
      const moved = await desk.call('attendances.revise', { id: await idOf(desk, id, anne), changes: { role } })
      expect(moved.votes).toBe(false)
    },
  )

  it('refuses answers for rows of another meeting', async () => {
    const { desk, id, anne } = await inSession()
    const other = await desk.aMeeting({ startsOn: '2026-10-01' })
    const answers = [{ id: await idOf(desk, other.id, anne), status: 'present' as const }]
    expect((await desk.problemOf('attendances.call', { meetingId: id, answers })).fields?.['answers.0.id']?.key).toBe(
      'problems.field.gone',
    )
  })

  it('has one chair: who takes over is it, and who was sits on as a member', async () => {
    const { desk, id, anne } = await inSession()
    await desk.call('meetings.revise', { id, changes: { chairId: anne } })
    expect((await desk.rowOf(id, anne)).role).toBe('chair')
    expect((await desk.rowOf(id, desk.chairId)).role).toBe('member')
    await desk.call('attendances.revise', { id: await idOf(desk, id, desk.chairId), changes: { role: 'chair' } })
    expect((await desk.rowOf(id, anne)).role).toBe('member')
    expect((await desk.open(id)).meeting.chairId).toBe(desk.chairId)
  })
})

describe('arrival and leaving', () => {
  it('make a presence partial, and taking them back makes it whole', async () => {
    const { desk, id, anne } = await inSession()
    await desk.callRoll(id)
    const row = await idOf(desk, id, anne)
    const revise = (changes: { arrivedAt?: string | null; leftAt?: string | null }) =>
      desk.call('attendances.revise', { id: row, changes })
    expect((await revise({ arrivedAt: '09:20' })).status).toBe('partlyPresent')
    expect((await revise({ arrivedAt: null })).status).toBe('present')
  })

  it('decide who votes on which item', async () => {
    const { desk, id, anne } = await inSession()
    const first = await desk.anItem(id, { title: 'A' })
    const second = await desk.anItem(id, { title: 'B' })
    await desk.callRoll(id)
    await desk.call('agendaItems.clock', { id: first.id, at: '09:00', does: 'start' })
    await desk.call('agendaItems.clock', { id: second.id, at: '09:30', does: 'start' })
    await desk.call('attendances.revise', { id: await idOf(desk, id, anne), changes: { arrivedAt: '09:40' } })
    const { items } = await desk.open(id)
    expect(items.map(({ voterIds }) => voterIds.includes(anne))).toEqual([false, true])
  })

  it.each([
    ['before the opening', { arrivedAt: '08:30' }, 'arrivedAt', 'problems.field.beforeOpening'],
    ['left before coming', { arrivedAt: '10:00', leftAt: '09:30' }, 'leftAt', 'problems.field.leftNotAfterArrived'],
    ['a part without a time', { status: 'partlyPresent' }, 'arrivedAt', 'problems.field.partlyWithoutTime'],
    ['away with a time', { status: 'absent', leftAt: '10:00' }, 'leftAt', 'problems.field.absentWithTimes'],
    ['no time at all', { arrivedAt: '24:00' }, 'arrivedAt', 'problems.field.notATime'],
  ] as const)('are refused: %s', async (_what, changes, field, key) => {
    const { desk, id, anne } = await inSession()
    const row = await idOf(desk, id, anne)
    const problem = await desk.problemOf('attendances.revise', { id: row, changes })
    expect(problem.fields?.[`changes.${field}`]?.key).toBe(key)
    expect(await desk.rowOf(id, anne)).toMatchObject({ status: null, arrivedAt: null, leftAt: null })
  })

  it('lie within the meeting once it is closed', async () => {
    const desk = await aMeetingDesk()
    const { meetingId } = await desk.aHeldMeeting()
    const row = await idOf(desk, meetingId, desk.memberIds[0] ?? '')
    const problem = await desk.problemOf('attendances.revise', { id: row, changes: { leftAt: '11:30' } })
    expect(problem.fields?.['changes.leftAt']).toEqual({
      key: 'problems.field.outsideMeeting',
      params: { opening: '09:00', closing: '11:00' },
    })
  })
})

describe('a deputy', () => {
  it('is called in turn for whoever is absent, and then votes', async () => {
    const { desk, id, anne, bjorn, dag, eva } = await inSession()
    await desk.anItem(id)
    await desk.callRoll(id, { [anne]: 'absent', [bjorn]: 'absentWithReason' })
    const call = (replacesId: string) =>
      desk.call('attendances.callDeputy', { meetingId: id, replacesId, personId: null })
    expect(await call(bjorn)).toMatchObject({ personId: dag, role: 'deputy', votes: true, status: 'present' })
    expect((await desk.open(id)).deputies.map(({ personId }) => personId)).toEqual([eva])
    expect(await call(anne)).toMatchObject({ personId: eva, replacesId: anne })
    expect(await votersOf(desk, id)).toEqual([desk.chairId, desk.memberIds[2], dag, eva])
  })

  it('is refused for somebody present, and who is absent can’t come back while the deputy sits', async () => {
    const { desk, id, anne, dag } = await inSession()
    const call = () => ({ meetingId: id, replacesId: anne, personId: null })
    const uncalled = await desk.problemOf('attendances.callDeputy', call())
    expect(uncalled.fields?.replacesId?.key).toBe('problems.field.deputyForUncalled')
    await desk.callRoll(id)
    const present = await desk.problemOf('attendances.callDeputy', call())
    expect(present.fields?.replacesId).toEqual({ key: 'problems.field.deputyForPresent', params: { name: 'Anne Ek' } })
    const added = { meetingId: id, personId: dag, role: 'deputy' as const, replacesId: anne, votes: true }
    expect((await desk.problemOf('attendances.add', added)).fields?.replacesId?.key).toBe(
      'problems.field.deputyForPresent',
    )
    await desk.callRoll(id, { [anne]: 'absent' })
    await desk.call('attendances.callDeputy', call())
    const back = await desk.problemOf('attendances.revise', {
      id: await idOf(desk, id, anne),
      changes: { status: 'present' },
    })
    expect(back.fields?.['changes.status']).toEqual({
      key: 'problems.field.deputyServes',
      params: { name: 'Dag Vara' },
    })
  })

  it('takes over from the minute a member leaves', async () => {
    const { desk, id, anne, dag } = await inSession()
    await desk.callRoll(id)
    await desk.call('attendances.revise', { id: await idOf(desk, id, anne), changes: { leftAt: '10:00' } })
    const deputy = await desk.call('attendances.callDeputy', { meetingId: id, replacesId: anne, personId: null })
    expect(deputy).toMatchObject({ personId: dag, arrivedAt: '10:00', status: 'partlyPresent' })
    const early = await desk.problemOf('attendances.revise', { id: deputy.id, changes: { arrivedAt: '09:30' } })
    expect(early.fields?.['changes.replacesId']?.key).toBe('problems.field.deputyForPresent')
  })

  it('with a vote stands in for somebody, and one seat has one deputy', async () => {
    const { desk, id, anne, dag, eva } = await inSession()
    await desk.callRoll(id, { [anne]: 'absent' })
    const added = { meetingId: id, personId: dag, role: 'deputy' as const, votes: true }
    expect((await desk.problemOf('attendances.add', added)).fields?.replacesId?.key).toBe(
      'problems.field.deputyForNobody',
    )
    await desk.call('attendances.callDeputy', { meetingId: id, replacesId: anne, personId: eva })
    const second = await desk.problemOf('attendances.callDeputy', { meetingId: id, replacesId: anne, personId: dag })
    expect(second.fields?.replacesId).toEqual({
      key: 'problems.field.seatTaken',
      params: { name: 'Anne Ek', deputy: 'Eva Vara' },
    })
    const removed = await desk.problemOf('attendances.remove', { id: await idOf(desk, id, anne) })
    expect(removed).toMatchObject({ key: 'problems.deputyServesFor', params: { name: 'Eva Vara' } })
  })

  it('is one of the body’s, and there are none where the body allows none', async () => {
    const { desk, id, anne } = await inSession()
    await desk.callRoll(id, { [anne]: 'absent' })
    const stranger = await desk.aPerson('Gro')
    const call = { meetingId: id, replacesId: anne, personId: stranger }
    expect((await desk.problemOf('attendances.callDeputy', call)).fields?.personId?.key).toBe(
      'problems.field.notADeputy',
    )
    await desk.call('bodies.revise', { id: desk.bodyId, changes: { deputiesAllowed: false } })
    expect((await desk.problemOf('attendances.callDeputy', { ...call, personId: null })).key).toBe(
      'problems.noDeputies',
    )
  })

  it('runs out', async () => {
    const { desk, id, anne, bjorn, carl } = await inSession()
    await desk.callRoll(id, { [anne]: 'absent', [bjorn]: 'absent', [carl]: 'absent' })
    const call = (replacesId: string) => ({ meetingId: id, replacesId, personId: null })
    await desk.call('attendances.callDeputy', call(anne))
    await desk.call('attendances.callDeputy', call(bjorn))
    expect((await desk.problemOf('attendances.callDeputy', call(carl))).key).toBe('problems.noDeputyLeft')
  })

  it('serves in a vacant seat, and no more of them than there are such seats', async () => {
    const { desk, id, anne, bjorn, dag, eva } = await inSession({ body: { seats: 4 } })
    await desk.anItem(id)
    const call = { meetingId: id, replacesId: null, personId: null }
    expect((await desk.problemOf('attendances.callDeputy', call)).fields?.replacesId?.key).toBe(
      'problems.field.deputyForNobody',
    )
    await leaveBody(desk, id, bjorn)
    expect((await desk.open(id)).vacantSeats).toBe(1)
    await desk.callRoll(id, { [anne]: 'absent' })
    expect((await desk.open(id)).items[0]?.quorum).toMatchObject({ seats: 4, voters: 2 })
    expect(await desk.call('attendances.callDeputy', call)).toMatchObject({
      personId: dag,
      votes: true,
      replacesId: null,
    })
    const after = await desk.open(id)
    expect(after.items[0]?.quorum).toMatchObject({ seats: 4, voters: 3 })
    expect(after.deputies.map(({ personId }) => personId)).toEqual([eva])
    expect((await desk.problemOf('attendances.callDeputy', call)).fields?.replacesId?.key).toBe(
      'problems.field.vacantSeatsTaken',
    )
    await desk.call('attendances.callDeputy', { ...call, replacesId: anne })
    expect((await desk.open(id)).items[0]?.quorum).toMatchObject({ voters: 4 })
  })

  it('loses the vote of a vacant seat, but not the place on the roll, once somebody is elected to it', async () => {
    const { desk, id, bjorn, dag } = await inSession({ body: { seats: 4 } })
    await desk.anItem(id)
    await leaveBody(desk, id, bjorn)
    await desk.callRoll(id)
    await desk.call('attendances.callDeputy', { meetingId: id, replacesId: null, personId: null })
    expect(await votersOf(desk, id)).toContain(dag)
    const personId = await desk.aPerson('Gro')
    await desk.call('bodyMembers.add', { bodyId: desk.bodyId, personId, role: 'member', termFrom: '2026-01-01' })
    await desk.call('attendances.add', { meetingId: id, personId, role: 'member', status: 'present' })
    const voters = await votersOf(desk, id)
    expect(voters).toContain(personId)
    expect(voters).not.toContain(dag)
    expect(voters).toHaveLength(4)
  })

  it('bound to a member serves for that one first', async () => {
    const { desk, id, anne, bjorn, dag, eva } = await inSession({ body: { deputyOrder: 'personal' } })
    const seats = await desk.call('bodyMembers.list', { bodyId: desk.bodyId })
    const seatOf = (personId: string) => seats.find((one) => one.personId === personId)?.id ?? ''
    await desk.call('bodyMembers.revise', { id: seatOf(eva), changes: { deputyForId: anne } })
    await desk.callRoll(id, { [anne]: 'absent', [bjorn]: 'absent' })
    const call = (replacesId: string) =>
      desk.call('attendances.callDeputy', { meetingId: id, replacesId, personId: null })
    expect((await call(anne)).personId).toBe(eva)
    expect((await call(bjorn)).personId).toBe(dag)
  })
})

describe('undo', () => {
  it('brings about no roll that the form would refuse', async () => {
    const { desk, id, anne } = await inSession()
    await desk.callRoll(id)
    const away = await desk.ask('attendances.revise', { id: await idOf(desk, id, anne), changes: { status: 'absent' } })
    if (!away.ok || away.change === null) throw new Error('not revised')
    await desk.call('attendances.callDeputy', { meetingId: id, replacesId: anne, personId: null })
    const problem = await desk.problemOf('history.undo', { stamp: away.change })
    expect(problem).toMatchObject({ code: 'invalid', fields: { status: { key: 'problems.field.deputyServes' } } })
    expect((await desk.rowOf(id, anne)).status).toBe('absent')
  })
})
