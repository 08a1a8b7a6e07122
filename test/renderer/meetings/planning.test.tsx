import { expect, test } from 'vitest'
import { fireEvent, screen, waitFor, within } from '../a-window.tsx'
import { aBoard } from './a-board.ts'

function fill(label: string | RegExp, text: string) {
  const field = screen.getByLabelText(label)
  fireEvent.focus(field)
  fireEvent.change(field, { target: { value: text } })
  fireEvent.blur(field)
}

test('a new meeting takes time and place from the last one of the body, and opens when planned', async () => {
  const { desk, plan, at } = await aBoard()
  await plan('2026-06-10', { place: 'Rådhuset', startsAt: '13:00', endsAt: '15:00' })
  const { user } = at('/meetings/new')
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Sted').value).toBe('Rådhuset'))
  fill(/^Dag \(/, '30.9.')
  await user.click(screen.getByRole('button', { name: 'Planlegg møtet' }))
  await screen.findByRole('heading', { name: 'Styret', level: 2 })
  const { rows } = await desk.call('meetings.list', { filter: { from: '2026-09-15' } })
  expect(rows[0]).toMatchObject({ startsOn: '2026-09-30', startsAt: '13:00', place: 'Rådhuset', status: 'planned' })
})

test('a meeting without a day is refused at the field, and nothing is planned', async () => {
  const { desk, at } = await aBoard()
  const { user } = at('/meetings/new')
  await user.click(await screen.findByRole('button', { name: 'Planlegg møtet' }))
  await waitFor(() => expect(screen.getByLabelText(/^Dag \(/).getAttribute('aria-invalid')).toBe('true'))
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(/^Dag \(/)))
  expect(await desk.call('meetings.count', {})).toBe(0)
})

test('a series proposes its days; those struck out are not planned', async () => {
  const { desk, at } = await aBoard()
  const { user } = at('/meetings/series')
  const days = within(await screen.findByRole('group', { name: /^Dager/ }))
  expect(days.getAllByRole('checkbox')).toHaveLength(3)
  await user.click(days.getByRole('checkbox', { name: 'onsdag 4. november 2026' }))
  await user.click(screen.getByRole('button', { name: 'Planlegg 2 møter' }))
  await screen.findByRole('heading', { name: 'Årshjul 2026', level: 1 })
  const planned = await desk.call('meetings.yearPlan', { year: 2026 })
  expect(planned.map(({ startsOn }) => startsOn)).toEqual(['2026-10-07', '2026-12-02'])
  // One undo takes the whole series away.
  await user.click(screen.getByRole('button', { name: 'Angre' }))
  await waitFor(async () => expect(await desk.call('meetings.count', {})).toBe(0))
})

test('with no body the form says what is needed first', async () => {
  const { desk, body, at } = await aBoard()
  await desk.call('bodies.revise', { id: body.id, changes: { activeFrom: '2025-01-01', activeTo: '2026-01-02' } })
  at('/meetings/new')
  await screen.findByText('Ingen organer å møte i')
  expect(screen.getByRole('button', { name: 'Gå til organer' })).toBeTruthy()
})

test('a half-typed meeting is there again after a restart', async () => {
  const { at } = await aBoard()
  const first = at('/meetings/new')
  await first.user.type(await screen.findByLabelText('Sted'), 'Biblioteket')
  first.unmount()
  at('/meetings/new')
  await screen.findByText('Et møte som ikke ble lagret, er hentet fram.')
  expect(screen.getByLabelText<HTMLInputElement>('Sted').value).toBe('Biblioteket')
})

test('the list shows what comes, nearest first, with what is due; earlier meetings are a press away', async () => {
  const { plan, at } = await aBoard()
  await plan('2026-06-10', { place: 'Før' })
  await plan('2026-10-28')
  await plan('2026-09-18')
  const { user } = at('/meetings')
  await screen.findByText('Innkalling 4 dager over fristen')
  const rows = () =>
    screen
      .getAllByRole('row')
      .slice(1)
      .map((row) => row.textContent)
  expect(rows()).toHaveLength(2)
  expect(rows()[0]).toContain('18.09.2026')
  await user.click(screen.getByRole('radio', { name: 'Tidligere' }))
  await waitFor(() => expect(rows().join()).toContain('Før'))
  expect(rows()).toHaveLength(1)
})

test('the year is told by month with its deadlines, and the same as a list', async () => {
  const { plan, at } = await aBoard()
  await plan('2026-10-01', { papersDueOn: '2026-09-20' })
  const { user } = at('/year-plan')
  const september = within(await screen.findByRole('region', { name: 'september' }))
  expect(september.getAllByRole('listitem').map((one) => one.textContent)).toEqual([
    '20.Papirfrist: Styret',
    '24.Innkalling: Styret',
  ])
  await user.click(screen.getByRole('radio', { name: 'Liste' }))
  const lines = (await screen.findAllByRole('row')).slice(1).map((row) => row.textContent)
  expect(lines).toHaveLength(3)
  expect(lines[2]).toContain('torsdag 1. oktober 2026')
})

test('the deadline of a January meeting stands in December before', async () => {
  const { plan, at } = await aBoard()
  await plan('2027-01-05')
  at('/year-plan')
  const december = within(await screen.findByRole('region', { name: 'desember' }))
  await waitFor(() => expect(december.getByRole('listitem').textContent).toBe('29.Innkalling: Styret'))
  expect(screen.queryByText(/09:00/)).toBeNull()
})

test('a matter is put in the queue and from there on a meeting', async () => {
  const { plan, titles, at } = await aBoard()
  const meeting = await plan()
  const { user } = at('/queue')
  await user.type(await screen.findByLabelText(/^Tittel/), 'Ny avtale{Enter}')
  await screen.findByText('1 sak venter')
  await user.click(screen.getByRole('button', { name: 'Sett på møte' }))
  await user.click(await screen.findByRole('menuitem', { name: 'onsdag 30. september 2026, 09:00' }))
  await screen.findByText('Ingen saker venter')
  expect(await titles(meeting.id)).toContain('Ny avtale')
})

test('a link to a matter in the queue opens it with the focus on its title; one that has left the queue says so', async () => {
  const { item, at } = await aBoard()
  await item(null, 'Den ene')
  const asked = await item(null, 'Den andre')
  const first = at(`/queue?item=${asked.id}`)
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Den andre'))
  const [marked] = screen.getAllByRole('listitem').filter((one) => one.getAttribute('aria-current') === 'true')
  expect(within(marked as HTMLElement).getByLabelText<HTMLInputElement>(/^Tittel/).value).toBe('Den andre')
  const [put] = screen.getAllByRole('button', { name: 'Sett på møte' })
  const describer = document.getElementById(put?.getAttribute('aria-describedby') ?? '')
  expect(describer?.textContent).toBe('Den ene')
  first.unmount()
  at('/queue?item=01999999-0000-7000-8000-000000000000')
  await screen.findByText(/venter ikke lenger/)
})
