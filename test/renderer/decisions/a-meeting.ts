import type { aDeskOn } from '../a-window.tsx'

type Desk = Awaited<ReturnType<typeof aDeskOn>>

/** A board with a meeting under way on the desk's day, and an item to decide. */
export async function aMeetingUnderWay(desk: Desk, given: { title?: string; confidential?: boolean } = {}) {
  const body = await desk.call('bodies.add', { name: 'Styret', kind: 'board', activeFrom: '2026-01-01' })
  await desk.call('bodyMembers.add', { bodyId: body.id, personId: desk.me, role: 'chair', termFrom: '2026-01-01' })
  const meeting = await desk.call('meetings.plan', { bodyId: body.id, startsOn: '2026-09-01', startsAt: '09:00' })
  await desk.call('meetings.sendNotice', { id: meeting.id, sentOn: '2026-08-20' })
  await desk.call('meetings.start', { id: meeting.id, openedAt: '09:00' })
  const item = await desk.call('agendaItems.add', {
    bodyId: body.id,
    meetingId: meeting.id,
    type: 'decision',
    title: given.title ?? 'Budsjett 2027',
    confidential: given.confidential ?? false,
  })
  return { body, meeting, item }
}
