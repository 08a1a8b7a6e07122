import { expect, test } from 'vitest'
import { aDeskOn, screen, windowAt, within } from '../a-window.tsx'
import { aMeetingUnderWay } from '../decisions/a-meeting.ts'

/** The roll is called, everybody is there, and the meeting ends. */
async function closed(desk: Awaited<ReturnType<typeof aDeskOn>>, id: string) {
  await desk.call('meetings.revise', { id, changes: { chairId: desk.me, secretaryId: desk.me } })
  const { attendances, items } = await desk.call('meetings.open', { id })
  await desk.call('attendances.call', {
    meetingId: id,
    answers: attendances.map((one) => ({ id: one.id, status: 'present' as const })),
  })
  for (const { item } of items) {
    if (item.status === 'pending') await desk.call('agendaItems.settle', { id: item.id, status: 'treated' })
  }
  await desk.call('meetings.close', { id, adjournedAt: '11:00' })
}

test('what is due in meetings stands at home, overdue first, each leading to its place', async () => {
  const desk = await aDeskOn()
  await desk.aCompany()
  const { body, item, meeting } = await aMeetingUnderWay(desk)
  const decision = await desk.call('decisions.take', { itemId: item.id, text: 'Vedtas.', deadline: '2026-09-10' })
  await closed(desk, meeting.id)
  await desk.call('actions.add', { title: 'Ringe kommunen', ownerId: desk.me, dueOn: '2026-09-20' })
  await desk.call('meetings.plan', { bodyId: body.id, startsOn: '2026-09-25', startsAt: '10:00', title: 'Høstmøtet' })
  windowAt(desk, '/')
  const due = within(await screen.findByRole('region', { name: 'Frister' }))
  const link = await due.findByRole('link', { name: 'Budsjett 2027' })
  expect(link.getAttribute('href')).toContain(`/decisions/${decision.id}`)
  due.getByText('5 dager over')
  // The meeting held without minutes: they are written where it was held.
  const written = due.getAllByRole('link').map((one) => one.getAttribute('href'))
  expect(written).toContain(`/meetings/${meeting.id}/session?panel=minutes`)
  const lines = due.getAllByRole('listitem').map((line) => line.textContent ?? '')
  expect(lines.findIndex((line) => line.includes('Budsjett 2027'))).toBeLessThan(
    lines.findIndex((line) => line.includes('Ringe kommunen')),
  )
  due.getByText('Innkalling')
  const next = within(screen.getByRole('region', { name: 'Neste møte' }))
  await next.findByRole('link', { name: 'Høstmøtet' })
  next.getByText('Innkallingen må ut senest 18.09.2026.')
})

test('with nothing due and no meeting planned, home says so and leads to planning', async () => {
  const desk = await aDeskOn()
  await desk.aCompany()
  windowAt(desk, '/')
  await screen.findByText('Ingen frister de neste 14 dagene.')
  await screen.findByText('Ingen møter er planlagt.')
  screen.getByRole('button', { name: 'Planlegg møte' })
})

test('a file that begins with its meetings keeps what they owe beside the first steps', async () => {
  const desk = await aDeskOn()
  const { body } = await aMeetingUnderWay(desk)
  await desk.call('meetings.plan', { bodyId: body.id, startsOn: '2026-09-25', startsAt: '10:00', title: 'Høstmøtet' })
  windowAt(desk, '/')
  within(await screen.findByRole('region', { name: 'Kom i gang' })).getByText(
    /^Ingen bedrifter eller besøk er registrert/,
  )
  await within(await screen.findByRole('region', { name: 'Neste møte' })).findByRole('link', { name: 'Høstmøtet' })
  screen.getByRole('region', { name: 'Frister' })
})
