import { describe, expect, it } from 'vitest'
import { today } from './a-backend.ts'
import { aMeetingDesk } from './a-meeting.ts'

describe('planning a meeting', () => {
  it('invites those whose terms hold that day, once each, and leaves deputies until they are called', async () => {
    const desk = await aMeetingDesk()
    const late = await desk.aPerson('Nils')
    await desk.call('bodyMembers.add', { bodyId: desk.bodyId, personId: late, role: 'member', termFrom: '2026-10-01' })
    const { id, chairId, secretaryId } = await desk.aMeeting()
    const { attendances, seats, deputies } = await desk.open(id)
    expect([chairId, secretaryId]).toEqual([desk.chairId, desk.secretaryId])
    expect(attendances.map(({ personId, role, votes, status }) => [personId, role, votes, status])).toEqual([
      [desk.chairId, 'chair', true, null],
      ...desk.memberIds.map((one) => [one, 'member', true, null]),
      [desk.secretaryId, 'secretary', false, null],
    ])
    expect(seats).toBe(4)
    expect(deputies.map(({ personId }) => personId)).toEqual(desk.deputyIds)
  })

  it('puts standing items and the template on the agenda, and names the minutes to be approved', async () => {
    const desk = await aMeetingDesk()
    await desk.call('agendaTemplates.add', {
      name: 'Faste saker',
      bodyId: desk.bodyId,
      standing: true,
      rows: [{ type: 'minutesApproval', title: 'Forrige protokoll', minutesPlanned: 5 }],
    })
    const template = await desk.call('agendaTemplates.add', {
      name: 'Årsmøte',
      bodyId: null,
      standing: false,
      rows: [{ type: 'election', title: 'Valg', minutesPlanned: null }],
    })
    const before = await desk.aMeeting({ startsOn: '2026-08-20' })
    const { id } = await desk.aMeeting({ templateId: template.id })
    const { items } = await desk.open(id)
    expect(items.map(({ item }) => [item.title, item.aboutMeetingId, item.position])).toEqual([
      ['Forrige protokoll', before.id, 0],
      ['Valg', null, 1],
    ])
  })

  it.each([
    ['ends before it begins', { endsOn: '2026-09-09' }, 'endsOn', 'problems.field.endBeforeStart'],
    ['ends at the hour it begins', { endsAt: '09:00' }, 'endsAt', 'problems.field.meetingEndNotAfterStart'],
    ['has papers due after it', { papersDueOn: '2026-09-11' }, 'papersDueOn', 'problems.field.papersAfterMeeting'],
    ['has an hour that is none', { startsAt: '9.00' }, 'startsAt', 'problems.field.notATime'],
  ] as const)('is refused where it %s', async (_what, given, field, key) => {
    const desk = await aMeetingDesk()
    const problem = await desk.problemOf('meetings.plan', {
      bodyId: desk.bodyId,
      startsOn: '2026-09-10',
      startsAt: '09:00',
      ...given,
    })
    expect(problem.fields?.[field]?.key).toBe(key)
    expect(await desk.call('meetings.count', {})).toBe(0)
  })

  it('plans a series as one change that undo takes back whole', async () => {
    const desk = await aMeetingDesk()
    const reply = await desk.ask('meetings.planSeries', {
      bodyId: desk.bodyId,
      startsAt: '09:00',
      startsOn: ['2026-11-10', '2026-10-13', '2026-10-13'],
    })
    if (!reply.ok || reply.change === null) throw new Error('not planned')
    expect(reply.value.map(({ startsOn }) => startsOn)).toEqual(['2026-10-13', '2026-11-10'])
    expect(new Set(reply.value.map(({ seriesId }) => seriesId)).size).toBe(1)
    const year = await desk.call('meetings.yearPlan', { year: 2026 })
    expect(year.map(({ startsOn }) => startsOn)).toEqual(['2026-10-13', '2026-11-10'])
    await desk.call('history.undo', { stamp: reply.change })
    expect(await desk.call('meetings.count', {})).toBe(0)
  })
})

describe('the roll of a coming meeting', () => {
  it('follows the seats of the body: who joins is called, who leaves is not, who takes the chair chairs', async () => {
    const desk = await aMeetingDesk()
    const { id } = await desk.aMeeting({ startsOn: '2026-12-10' })
    const held = await desk.aHeldMeeting()
    const [anne = '', bjorn = ''] = desk.memberIds
    const seats = await desk.call('bodyMembers.list', { bodyId: desk.bodyId })
    const seatOf = (personId: string) => seats.find((one) => one.personId === personId)?.id ?? ''
    const revise = (personId: string, changes: { role?: 'chair' | 'member'; termTo?: string }) =>
      desk.call('bodyMembers.revise', { id: seatOf(personId), changes })
    const nils = await desk.aPerson('Nils')
    await desk.call('bodyMembers.add', { bodyId: desk.bodyId, personId: nils, role: 'member', termFrom: '2026-10-01' })
    await revise(bjorn, { termTo: '2026-11-30' })
    await revise(desk.chairId, { role: 'member' })
    await revise(anne, { role: 'chair' })
    const roles = async (meetingId: string) =>
      Object.fromEntries((await desk.open(meetingId)).attendances.map(({ personId, role }) => [personId, role]))
    expect(await roles(id)).toEqual({
      [anne]: 'chair',
      [desk.chairId]: 'member',
      [desk.memberIds[2] ?? '']: 'member',
      [desk.secretaryId]: 'secretary',
      [nils]: 'member',
    })
    expect((await desk.open(id)).meeting.chairId).toBe(anne)
    expect(await roles(held.meetingId)).toMatchObject({ [desk.chairId]: 'chair', [bjorn]: 'member' })
  })

  it('follows the day and the secretary', async () => {
    const desk = await aMeetingDesk()
    const nils = await desk.aPerson('Nils')
    const seat = { bodyId: desk.bodyId, personId: nils, role: 'member' as const, termFrom: '2026-10-01' }
    await desk.call('bodyMembers.add', seat)
    const { id } = await desk.aMeeting({ startsOn: '2026-09-30' })
    const people = async () => (await desk.open(id)).attendances.map(({ personId }) => personId)
    expect(await people()).not.toContain(nils)
    await desk.call('meetings.revise', { id, changes: { startsOn: '2026-10-01' } })
    expect(await people()).toContain(nils)
    const gro = await desk.aPerson('Gro')
    await desk.call('meetings.revise', { id, changes: { secretaryId: gro } })
    expect(await people()).toContain(gro)
    expect(await people()).not.toContain(desk.secretaryId)
  })
})

describe('the notice', () => {
  it('is sent on a day before the meeting, and warns where that is too late', async () => {
    const desk = await aMeetingDesk({ body: { noticeDays: 7 } })
    const { id } = await desk.aMeeting({ startsOn: '2026-09-18' })
    const late = await desk.problemOf('meetings.sendNotice', { id, sentOn: '2026-09-19' })
    expect(late.fields?.sentOn?.key).toBe('problems.field.noticeAfterMeeting')
    const coming = await desk.problemOf('meetings.sendNotice', { id, sentOn: '2026-09-16' })
    expect(coming.fields?.sentOn?.key).toBe('problems.field.dayInFuture')
    expect(await desk.call('meetings.sendNotice', { id, sentOn: today })).toMatchObject({
      status: 'noticeSent',
      noticeSentOn: today,
    })
    const { warnings, noticeDueOn } = await desk.open(id)
    expect(noticeDueOn).toBe('2026-09-11')
    expect(warnings.map(({ key, step }) => [key, step])).toEqual([['problems.meeting.noticeLate', 'notice']])
  })

  it('warns of a decision item without a proposal, and of an agenda or a roll that is empty', async () => {
    const desk = await aMeetingDesk()
    const { id } = await desk.aMeeting({ startsOn: '2026-12-10' })
    const keys = async () => (await desk.open(id)).warnings.map(({ key }) => key)
    expect(await keys()).toEqual(['problems.meeting.noItems'])
    const item = await desk.anItem(id)
    expect((await desk.open(id)).warnings).toEqual([
      { key: 'problems.meeting.noProposal', params: { title: 'Budsjett 2027' }, itemId: item.id, step: 'notice' },
    ])
    for (const row of (await desk.open(id)).attendances) await desk.call('attendances.remove', { id: row.id })
    expect(await keys()).toContain('problems.meeting.noMembers')
  })
})

describe('a meeting opened on another day than planned', () => {
  it('moves to that day with its length and deadline, calls those who sit then, and takes what is delivered that day', async () => {
    const desk = await aMeetingDesk()
    const { id } = await desk.aMeeting({ startsOn: '2026-09-20', endsOn: '2026-09-21', papersDueOn: '2026-09-18' })
    const { id: itemId } = await desk.anItem(id)
    const [anne = ''] = desk.memberIds
    const seats = await desk.call('bodyMembers.list', { bodyId: desk.bodyId })
    const seatOf = (personId: string) => seats.find((one) => one.personId === personId)?.id ?? ''
    await desk.call('bodyMembers.revise', { id: seatOf(anne), changes: { termFrom: '2026-09-18' } })
    const opened = await desk.call('meetings.start', { id, openedAt: '09:05', openedOn: today })
    expect(opened).toMatchObject({ startsOn: today, endsOn: '2026-09-16', papersDueOn: today, openedAt: '09:05' })
    const { attendances } = await desk.open(id)
    expect(attendances.map(({ personId }) => personId)).not.toContain(anne)
    await desk.callRoll(id)
    const dissent = { itemId, kind: 'dissent' as const, personId: desk.chairId, text: 'Imot', deliveredOn: today }
    expect((await desk.call('statements.add', dissent)).deliveredOn).toBe(today)
  })

  it('is not opened in the future, nor before its notice was sent', async () => {
    const desk = await aMeetingDesk()
    const { id } = await desk.aMeeting({ startsOn: '2026-09-20' })
    await desk.call('meetings.sendNotice', { id, sentOn: '2026-09-12' })
    const wrong = async (openedOn: string) =>
      (await desk.problemOf('meetings.start', { id, openedAt: '09:00', openedOn })).fields?.openedOn
    expect(await wrong('2026-09-16')).toMatchObject({ key: 'problems.field.dayInFuture' })
    expect(await wrong('2026-09-11')).toEqual({
      key: 'problems.field.openedBeforeNotice',
      params: { day: '12.09.2026' },
    })
    expect((await desk.open(id)).meeting).toMatchObject({ startsOn: '2026-09-20', openedAt: null })
  })
})
