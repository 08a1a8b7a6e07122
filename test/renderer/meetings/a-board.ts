import { aDeskOn, windowAt } from '../a-window.tsx'

/** A desk with a board of three, and what is made through its operations. */
export async function aBoard(given: Parameters<typeof aDeskOn>[0] = {}) {
  const desk = await aDeskOn(given)
  // A new partnership may have its board already.
  const [there] = await desk.call('bodies.list', {})
  const body = there ?? (await desk.call('bodies.add', { name: 'Styret', kind: 'board' }))
  const person = async (givenName: string, familyName: string) =>
    (await desk.call('persons.add', { givenName, familyName })).id
  const chair = await person('Anne', 'Dahl')
  const member = await person('Per', 'Lund')
  for (const [personId, role] of [
    [chair, 'chair'],
    [member, 'member'],
  ] as const) {
    await desk.call('bodyMembers.add', { bodyId: body.id, personId, role, termFrom: '2026-01-01' })
  }
  const plan = (startsOn = '2026-09-30', more: object = {}) =>
    desk.call('meetings.plan', { bodyId: body.id, startsOn, startsAt: '09:00', endsAt: '10:00', ...more })
  const item = (meetingId: string | null, title: string, more: object = {}) =>
    desk.call('agendaItems.add', { bodyId: body.id, meetingId, type: 'information', title, ...more })
  const titles = async (id: string) => (await desk.call('meetings.open', { id })).items.map((one) => one.item.title)
  return { desk, body, chair, member, plan, item, titles, at: (path: string) => windowAt(desk, path) }
}
