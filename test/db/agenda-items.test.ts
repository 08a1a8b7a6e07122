import { describe, expect, it } from 'vitest'
import type { InputOf, Reply } from '#shared/contract/dispatcher.ts'
import { richFromPlain } from '#shared/domain/rich-text.ts'
import { aMeetingDesk, type MeetingDesk } from './a-meeting.ts'

const titlesOf = async (desk: MeetingDesk, id: string) => {
  const { items } = await desk.open(id)
  // Places are 0 … n−1 without gaps, whatever was done before.
  expect(items.map(({ item }) => item.position)).toEqual(items.map((_, index) => index))
  return items.map(({ item }) => item.title)
}
const queued = async (desk: MeetingDesk) => {
  const items = await desk.call('agendaItems.queue', { bodyId: desk.bodyId })
  expect(items.map(({ position }) => position)).toEqual(items.map((_, index) => index))
  return items.map(({ title }) => title)
}
/** A meeting with items of these titles. */
async function anAgenda(desk: MeetingDesk, titles: readonly string[], given = {}) {
  const { id } = await desk.aMeeting(given)
  const items = []
  for (const title of titles) items.push(await desk.anItem(id, { title, type: 'discussion' }))
  return { id, items: items.map((item) => item.id) }
}
/** The stamp that a command wrote. */
const stampOf = async (asked: Promise<Reply>) => {
  const reply = await asked
  return (reply.ok && reply.change) || ''
}
describe('an agenda', () => {
  it('takes an item at the end or at a place, and moves it within, to another meeting, to the queue and back', async () => {
    const desk = await aMeetingDesk()
    const { id, items } = await anAgenda(desk, ['A', 'B', 'C'])
    const first = await desk.anItem(id, { title: 'Først', position: 0 })
    expect(first.position).toBe(0)
    expect(await titlesOf(desk, id)).toEqual(['Først', 'A', 'B', 'C'])
    const move = (itemId: string | undefined, meetingId: string | null, position: number) =>
      desk.call('agendaItems.move', { id: itemId ?? '', meetingId, position })
    await move(items[2], id, 1)
    expect(await titlesOf(desk, id)).toEqual(['Først', 'C', 'A', 'B'])
    const next = await anAgenda(desk, ['X', 'Y'], { startsOn: '2026-10-01' })
    await move(items[0], next.id, 1)
    expect([await titlesOf(desk, id), await titlesOf(desk, next.id)]).toEqual([
      ['Først', 'C', 'B'],
      ['X', 'A', 'Y'],
    ])
    await move(first.id, null, 99)
    await move(items[1], null, 0)
    expect([await titlesOf(desk, id), await queued(desk)]).toEqual([['C'], ['B', 'Først']])
    await move(first.id, next.id, 0)
    expect([await titlesOf(desk, next.id), await queued(desk)]).toEqual([['Først', 'X', 'A', 'Y'], ['B']])
  })

  it('closes the gap of what is removed, with its proposals, and gives all back by undo', async () => {
    const desk = await aMeetingDesk()
    const { id, items } = await anAgenda(desk, ['A', 'B', 'C'])
    await desk.call('proposals.add', { itemId: items[1] ?? '', text: 'Ja' })
    const change = await stampOf(desk.ask('agendaItems.remove', { id: items[1] ?? '' }))
    expect(await titlesOf(desk, id)).toEqual(['A', 'C'])
    await desk.call('history.undo', { stamp: change })
    expect(await titlesOf(desk, id)).toEqual(['A', 'B', 'C'])
    expect((await desk.open(id)).items[1]?.proposals.map(({ text }) => text)).toEqual(['Ja'])
  })

  it('has no gap after the undo of what other items were added since', async () => {
    const desk = await aMeetingDesk()
    const { id } = await anAgenda(desk, ['A'])
    const input = { bodyId: desk.bodyId, meetingId: id, type: 'discussion' as const, title: 'Angret' }
    const added = await stampOf(desk.ask('agendaItems.add', input))
    await desk.anItem(id, { title: 'Etter' })
    const undone = await stampOf(desk.ask('history.undo', { stamp: added }))
    expect(await titlesOf(desk, id)).toEqual(['A', 'Etter'])
    await desk.call('history.undo', { stamp: undone })
    expect(await titlesOf(desk, id)).toEqual(['A', 'Angret', 'Etter'])
  })

  it('that no longer approves minutes is about no meeting', async () => {
    const desk = await aMeetingDesk()
    const about = await desk.aMeeting({ startsOn: '2026-08-20' })
    const { id } = await desk.aMeeting()
    const fields = { type: 'minutesApproval' as const, aboutMeetingId: about.id }
    const item = await desk.anItem(id, fields)
    const own = await desk.problemOf('agendaItems.revise', { id: item.id, changes: { aboutMeetingId: id } })
    expect(own.fields?.['changes.aboutMeetingId']?.key).toBe('problems.field.meetingOfOtherBody')
    const revised = await desk.call('agendaItems.revise', { id: item.id, changes: { type: 'decision' } })
    expect(revised.aboutMeetingId).toBeNull()
  })

  it('is of one body, and closed when the meeting is', async () => {
    const desk = await aMeetingDesk()
    const other = await desk.call('bodies.add', { name: 'Rådet', kind: 'council' })
    const { meetingId, itemId } = await desk.aHeldMeeting()
    const { id } = await desk.aMeeting({ startsOn: '2026-10-01' })
    const item = await desk.anItem(id)
    const add: InputOf<'agendaItems.add'> = { bodyId: other.id, meetingId: id, type: 'decision', title: 'Sak' }
    expect((await desk.problemOf('agendaItems.add', add)).fields?.meetingId?.key).toBe(
      'problems.field.meetingOfOtherBody',
    )
    const foreign = await desk.call('agendaItems.add', { ...add, meetingId: null })
    const moved = { id: foreign.id, meetingId: id, position: 0 }
    expect((await desk.problemOf('agendaItems.move', moved)).fields?.meetingId?.key).toBe(
      'problems.field.meetingOfOtherBody',
    )
    for (const refused of [
      await desk.problemOf('agendaItems.add', { ...add, bodyId: desk.bodyId, meetingId }),
      await desk.problemOf('agendaItems.move', { id: item.id, meetingId, position: 0 }),
      await desk.problemOf('agendaItems.move', { id: itemId, meetingId: null, position: 0 }),
      await desk.problemOf('agendaItems.remove', { id: itemId }),
    ]) {
      expect(refused).toMatchObject({ code: 'refused', key: 'problems.agendaClosed' })
    }
  })

  it('keeps what something has come of, and its numbered items of numbered types', async () => {
    const desk = await aMeetingDesk()
    const { id } = await desk.aMeeting()
    const item = await desk.anItem(id)
    await desk.decide(item.id)
    expect((await desk.problemOf('agendaItems.move', { id: item.id, meetingId: null, position: 0 })).key).toBe(
      'problems.itemTreated',
    )
    expect((await desk.problemOf('agendaItems.remove', { id: item.id })).key).toBe('problems.itemTreated')
    const held = await desk.aHeldMeeting({ startsOn: '2026-09-11' })
    const revised = await desk.problemOf('agendaItems.revise', { id: held.itemId, changes: { type: 'heading' } })
    expect(revised.fields?.['changes.type']?.key).toBe('problems.field.numberedType')
  })
})

describe('taking up again', () => {
  it('makes a new item with the case paper and attachments of the old, and takes it from the queue when it waits there', async () => {
    const desk = await aMeetingDesk()
    const { id } = await desk.aMeeting()
    const item = await desk.anItem(id, { caseNo: '26/101', background: richFromPlain('Bakgrunn'), minutesPlanned: 10 })
    await desk.call('attachments.add', {
      visitId: null,
      itemId: item.id,
      meetingId: null,
      kind: 'file',
      fileName: 'kart.txt',
      mime: 'text/plain',
      altText: null,
      base64: Buffer.from('kart').toString('base64'),
    })
    await desk.call('agendaItems.settle', { id: item.id, status: 'postponed' })
    const next = await desk.aMeeting({ startsOn: '2026-10-01' })
    const [carried] = await desk.call('agendaItems.carryOver', { meetingId: next.id, itemIds: [item.id] })
    expect(carried).toMatchObject({ carriedFromId: item.id, caseNo: '26/101', status: 'pending', position: 0 })
    const { items } = await desk.open(next.id)
    expect(items[0]?.attachments.map(({ fileName }) => fileName)).toEqual(['kart.txt'])
    expect(items[0]?.origin).toEqual({ entity: 'agendaItems', id: item.id, title: 'Budsjett 2027', meetingId: id })
    const again = { meetingId: next.id, itemIds: [item.id] }
    expect((await desk.problemOf('agendaItems.carryOver', again)).key).toBe('problems.itemCarried')

    const closing = await desk.aMeeting({ startsOn: '2026-09-12' })
    const late = await desk.anItem(closing.id, { title: 'Utsatt' })
    await desk.call('meetings.start', { id: closing.id, openedAt: '09:00' })
    await desk.callRoll(closing.id)
    await desk.call('agendaItems.settle', { id: late.id, status: 'postponed' })
    await desk.call('meetings.close', { id: closing.id, adjournedAt: '10:00' })
    expect(await queued(desk)).toEqual(['Utsatt'])
    await desk.call('agendaItems.carryOver', { meetingId: next.id, itemIds: [late.id] })
    expect([await queued(desk), await titlesOf(desk, next.id)]).toEqual([[], ['Budsjett 2027', 'Utsatt']])
  })

  it('is refused for what is still open or of another body', async () => {
    const desk = await aMeetingDesk()
    const { id } = await desk.aMeeting()
    const item = await desk.anItem(id)
    const input = { meetingId: id, itemIds: [item.id] }
    expect((await desk.problemOf('agendaItems.carryOver', input)).key).toBe('problems.itemNotOpen')
    const body = await desk.call('bodies.add', { name: 'Rådet', kind: 'council' })
    const other = await desk.call('meetings.plan', { bodyId: body.id, startsOn: '2026-10-01', startsAt: '09:00' })
    const foreign = { meetingId: other.id, itemIds: [item.id] }
    expect((await desk.problemOf('agendaItems.carryOver', foreign)).key).toBe('problems.itemOfOtherBody')
  })
})

describe('putting something on an agenda', () => {
  it('takes of a visit only what may be published, keeps the link, and tells where the first is', async () => {
    const desk = await aMeetingDesk()
    const visit = await desk.aVisit({
      notes: 'Internt',
      publishableSummary: 'Trenger tomt',
      confidentiality: 'internal',
    })
    const from = { entity: 'visits' as const, id: visit.id }
    const { id } = await desk.aMeeting()
    const escalate = { from, bodyId: desk.bodyId, meetingId: id, title: 'Tomt til bedriften' }
    const item = await desk.call('agendaItems.escalate', escalate)
    expect(item).toMatchObject({ originVisitId: visit.id, summary: 'Trenger tomt', confidential: false })
    expect(JSON.stringify(item)).not.toContain('Internt')
    expect((await desk.open(id)).items[0]?.origin).toMatchObject({ entity: 'visits', id: visit.id })
    const again = await desk.problemOf('agendaItems.escalate', { ...escalate, meetingId: null })
    expect(again).toMatchObject({
      key: 'problems.escalatedToMeeting',
      params: { title: 'Tomt til bedriften', body: 'Styret', day: '10.09.2026' },
    })
  })

  it('of a confidential visit takes no text and makes the item confidential', async () => {
    const desk = await aMeetingDesk()
    const visit = await desk.aVisit({ confidentiality: 'confidential', confidentialText: 'Hemmelig', notes: 'Notat' })
    const followUp = await desk.aFollowUp({ visitId: visit.id, description: 'Ringe banken' })
    const input = { bodyId: desk.bodyId, meetingId: null, title: 'Sak' }
    const ofVisit = await desk.call('agendaItems.escalate', { ...input, from: { entity: 'visits', id: visit.id } })
    expect(ofVisit).toMatchObject({ summary: null, background: null, confidential: true })
    const from = { entity: 'followUps' as const, id: followUp.id }
    const ofFollowUp = await desk.call('agendaItems.escalate', { ...input, from })
    expect(ofFollowUp).toMatchObject({ summary: 'Ringe banken', responsibleId: desk.me, confidential: true })
    const again = await desk.problemOf('agendaItems.escalate', { ...input, from })
    expect(again.key).toBe('problems.escalatedToQueue')
  })
})

describe("an item's clock", () => {
  it('runs for one item at a time, and ends no earlier than it began', async () => {
    const desk = await aMeetingDesk()
    const { id, items } = await anAgenda(desk, ['A', 'B'])
    await desk.call('meetings.start', { id, openedAt: '09:00' })
    const [a = '', b = ''] = items
    const clock = (itemId: string, does: 'start' | 'end', at: string) =>
      desk.call('agendaItems.clock', { id: itemId, does, at })
    await clock(a, 'start', '09:05')
    await clock(b, 'start', '09:20')
    const times = (await desk.open(id)).items.map(({ item }) => [item.startedAt, item.endedAt])
    expect(times).toEqual([
      ['09:05', '09:20'],
      ['09:20', null],
    ])
    expect((await clock(b, 'start', '09:25')).startedAt).toBe('09:20')
    const early = await desk.problemOf('agendaItems.clock', { id: b, does: 'end', at: '09:10' })
    expect(early.fields?.at?.key).toBe('problems.field.clockEndBeforeStart')
    expect((await clock(b, 'end', '09:30')).endedAt).toBe('09:30')
    const { items: more } = await anAgenda(desk, ['C'], { startsOn: '2026-10-01' })
    const never = await desk.problemOf('agendaItems.clock', { id: more[0] ?? '', does: 'end', at: '09:10' })
    expect(never.key).toBe('problems.clockNotStarted')
  })
})

describe('what became of an item', () => {
  it('postponed makes its decision, and changing that takes it away again unless somebody wrote in it', async () => {
    const desk = await aMeetingDesk()
    const { id } = await desk.aMeeting()
    const item = await desk.anItem(id)
    const settle = (status: 'postponed' | 'referredBack' | 'pending') =>
      desk.call('agendaItems.settle', { id: item.id, status })
    const decided = async () => (await desk.open(id)).items[0]?.decisions.map(({ kind, text }) => [kind, text])
    await settle('postponed')
    await settle('postponed')
    expect(await decided()).toEqual([['postponement', 'Saken utsettes.']])
    await settle('referredBack')
    expect(await decided()).toEqual([['referralBack', 'Saken sendes tilbake for ny behandling.']])
    await settle('pending')
    expect(await decided()).toEqual([])
    await settle('postponed')
    const [decision] = (await desk.open(id)).items[0]?.decisions ?? []
    await desk.call('decisions.revise', { id: decision?.id ?? '', changes: { text: 'Utsatt til oktober.' } })
    await settle('pending')
    expect(await decided()).toEqual([['postponement', 'Utsatt til oktober.']])
  })

  it('in the queue is nothing but given up or taken up again', async () => {
    const desk = await aMeetingDesk()
    const item = await desk.anItem(null)
    const settle = { id: item.id, status: 'treated' as const }
    expect((await desk.problemOf('agendaItems.settle', settle)).key).toBe('problems.itemInQueue')
    expect((await desk.problemOf('proposals.add', { itemId: item.id, text: 'Ja' })).key).toBe('problems.itemInQueue')
    expect((await desk.call('agendaItems.settle', { id: item.id, status: 'withdrawn' })).status).toBe('withdrawn')
  })
})

describe('a meeting with 60 items and 40 people', () => {
  it('is opened in a few queries, whatever the number of items', async () => {
    const desk = await aMeetingDesk()
    const { id } = await desk.aMeeting()
    for (let index = 0; index < 60; index++) {
      const item = await desk.anItem(id, { title: `Sak ${index}` })
      await desk.call('proposals.add', { itemId: item.id, text: 'Ja' })
    }
    for (let index = 0; index < 36; index++) {
      const personId = await desk.aPerson(`P${index}`)
      await desk.call('attendances.add', { meetingId: id, personId, role: 'member', status: 'present' })
    }
    const { items, attendances } = await desk.open(id)
    expect([items.length, attendances.length, items[59]?.voterIds.length]).toEqual([60, 41, 36])
    expect(items.map(({ proposals }) => proposals.length)).toEqual(Array(60).fill(1))
    const started = performance.now()
    for (let run = 0; run < 5; run++) await desk.open(id)
    expect((performance.now() - started) / 5).toBeLessThan(100)
  })
})

describe('templates and phrases', () => {
  it('are kept by name, revised and removed', async () => {
    const desk = await aMeetingDesk()
    const rows = [{ type: 'opening' as const, title: 'Åpning', minutesPlanned: 5 }]
    const late = await desk.call('agendaTemplates.add', { name: 'Årsmøte', rows })
    await desk.call('agendaTemplates.add', { name: 'Fast', rows, standing: true, bodyId: desk.bodyId })
    const names = async () => (await desk.call('agendaTemplates.list', {})).map(({ name }) => name)
    expect(await names()).toEqual(['Fast', 'Årsmøte'])
    await desk.call('agendaTemplates.revise', { id: late.id, changes: { name: 'Valg' } })
    expect(await names()).toEqual(['Fast', 'Valg'])
    await desk.call('agendaTemplates.remove', { id: late.id })
    expect(await names()).toEqual(['Fast'])
    const phrase = await desk.call('phrases.add', { name: 'Enstemmig', text: '[[navn]] foreslo', language: 'nb' })
    await desk.call('phrases.revise', { id: phrase.id, changes: { text: 'Enstemmig vedtatt.' } })
    expect((await desk.call('phrases.list', {})).map(({ text }) => text)).toEqual(['Enstemmig vedtatt.'])
    await desk.call('phrases.remove', { id: phrase.id })
    expect(await desk.call('phrases.list', {})).toEqual([])
  })
})
