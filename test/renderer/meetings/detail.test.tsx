import { expect, test } from 'vitest'
import { screen, waitFor, within } from '../a-window.tsx'
import { aBoard } from './a-board.ts'

async function opened(more: Parameters<typeof aBoard>[0] = {}, search = '') {
  const board = await aBoard(more)
  const meeting = await board.plan()
  for (const title of ['Første sak', 'Andre sak', 'Tredje sak']) {
    await board.item(meeting.id, title, { minutesPlanned: 25 })
  }
  const view = board.at(`/meetings/${meeting.id}${search}`)
  await screen.findByRole('heading', { name: 'Styret', level: 2 })
  const stored = () => board.desk.call('meetings.open', { id: meeting.id })
  return { ...board, ...view, meeting, stored }
}
const agenda = () => within(screen.getByRole('list', { name: 'Saksliste' }))
const itemButton = (name: RegExp) => agenda().getByRole('button', { name, expanded: false })

test('each item shows when it begins, and the agenda by how much it overruns', async () => {
  await opened()
  expect(
    agenda()
      .getAllByRole('listitem')
      .map((one) => /\d\d:\d\d/.exec(one.textContent ?? '')?.[0]),
  ).toEqual(['09:00', '09:25', '09:50'])
  expect(screen.getByText(/Planlagt tid 1 time 15 minutter: fra 09:00 til 10:15/).textContent).toContain(
    'Det er 15 minutter mer enn møtet har, som slutter 10:00.',
  )
})

test('Alt with an arrow moves an item, and the focus goes along', async () => {
  const { user, titles, meeting } = await opened()
  const row = itemButton(/Første sak/)
  row.focus()
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
  await waitFor(async () => expect(await titles(meeting.id)).toEqual(['Andre sak', 'Første sak', 'Tredje sak']))
  await waitFor(() => expect(agenda().getAllByRole('listitem')[1]?.textContent).toContain('Første sak'))
  expect(document.activeElement?.textContent).toContain('Første sak')
})

test('Enter adds an item and the next can be typed at once', async () => {
  const { user, titles, meeting } = await opened()
  await user.type(screen.getByLabelText('Ny sak'), 'Fjerde sak{Enter}')
  await waitFor(async () => expect(await titles(meeting.id)).toHaveLength(4))
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Ny sak').value).toBe(''))
  await user.keyboard('Femte sak{Enter}')
  await waitFor(async () => expect((await titles(meeting.id)).at(-1)).toBe('Femte sak'))
})

test('an item without a title is refused at its field', async () => {
  const { user, titles, meeting } = await opened()
  await user.click(screen.getByRole('button', { name: 'Legg til sak' }))
  await waitFor(() => expect(screen.getByLabelText('Ny sak').getAttribute('aria-invalid')).toBe('true'))
  expect(await titles(meeting.id)).toHaveLength(3)
})

test('what waits in the queue is taken onto the agenda', async () => {
  const { user, item, titles, meeting } = await opened()
  await item(null, 'Ventet lenge')
  await user.click(screen.getByRole('button', { name: 'Hent fra sakskøen' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Hent fra sakskøen' }))
  await user.click(await dialog.findByRole('checkbox', { name: 'Ventet lenge' }))
  await user.click(dialog.getByRole('button', { name: 'Legg til 1 sak' }))
  await waitFor(async () => expect((await titles(meeting.id)).at(-1)).toBe('Ventet lenge'))
})

test("an item's fields save themselves; put in the queue it leaves the agenda, and undo brings it back", async () => {
  const { user, stored, titles, meeting } = await opened()
  await user.click(itemButton(/Andre sak/))
  const title = await screen.findByLabelText(/^Tittel/)
  await user.clear(title)
  await user.type(title, 'Ny tittel{Enter}')
  await waitFor(async () => expect((await stored()).items[1]?.item.title).toBe('Ny tittel'))
  const editor = within(screen.getByRole('region', { name: 'Ny tittel' }))
  await user.click(editor.getByRole('button', { name: 'Mer' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Legg i sakskøen' }))
  await waitFor(async () => expect(await titles(meeting.id)).toEqual(['Første sak', 'Tredje sak']))
  await user.click(await screen.findByRole('button', { name: 'Angre' }))
  await waitFor(async () => expect(await titles(meeting.id)).toHaveLength(3))
})

test('a decision item without a proposal is warned of, and the warning leads to the item', async () => {
  const { user, item, meeting } = await opened()
  await item(meeting.id, 'Budsjett', { type: 'decision' })
  await user.click(await screen.findByRole('button', { name: /«Budsjett» har ikke noe forslag til vedtak/ }))
  await screen.findByRole('region', { name: 'Budsjett' })
})

test('marking the notice as sent makes opening the meeting the next step', async () => {
  const { user, stored } = await opened()
  await user.click(screen.getByRole('button', { name: 'Merk innkallingen som sendt' }))
  await screen.findByText('Innkallingen ble sendt 15.09.2026.')
  expect((await stored()).meeting).toMatchObject({ status: 'noticeSent', noticeSentOn: '2026-09-15' })
  expect(screen.queryByRole('button', { name: 'Merk innkallingen som sendt' })).toBeNull()
})

test('cancelling asks for the reason, keeps the meeting and seals it', async () => {
  const { user, stored } = await opened()
  const header = within(screen.getByRole('article'))
  await user.click(header.getAllByRole('button', { name: 'Mer' })[0] as HTMLElement)
  await user.click(await screen.findByRole('menuitem', { name: 'Avlys møtet' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Avlys møtet' }))
  await user.click(dialog.getByRole('button', { name: 'Avlys møtet' }))
  await waitFor(() => expect(dialog.getByLabelText(/^Grunn/).getAttribute('aria-invalid')).toBe('true'))
  await user.type(dialog.getByLabelText(/^Grunn/), 'For få kan komme')
  await user.click(dialog.getByRole('button', { name: 'Avlys møtet' }))
  await screen.findByText('Avlyst: For få kan komme')
  expect((await stored()).meeting.status).toBe('cancelled')
  expect(screen.queryByLabelText('Ny sak')).toBeNull()
})

test('a person is invited in a role, and taken off the list again', async () => {
  const { user, desk, stored } = await opened({}, '?tab=attendance')
  await desk.call('persons.add', { givenName: 'Nils', familyName: 'Gjest' })
  await screen.findByRole('button', { name: 'Ta Anne Dahl av listen' })
  const invited = (await stored()).attendances.length
  await user.type(screen.getByRole('combobox', { name: 'Person' }), 'Nils')
  await user.click(await screen.findByRole('option', { name: 'Nils Gjest' }))
  await user.click(screen.getByRole('button', { name: 'Kall inn' }))
  await screen.findByRole('button', { name: 'Ta Nils Gjest av listen' })
  expect((await stored()).attendances.at(-1)).toMatchObject({ personName: 'Nils Gjest', role: 'guest', votes: false })
  await user.click(screen.getByRole('button', { name: 'Ta Nils Gjest av listen' }))
  await waitFor(async () => expect((await stored()).attendances).toHaveLength(invited))
})

test("a meeting's own fields save themselves, and what breaks a rule stays in the field with the reason", async () => {
  const { user, stored } = await opened({}, '?tab=details')
  const ends = await screen.findByLabelText('Slutter kl.')
  await user.clear(ends)
  await user.type(ends, '8{Enter}')
  await screen.findByText('Ikke lagret')
  expect((await stored()).meeting.endsAt).toBe('10:00')
  await user.clear(ends)
  await user.type(ends, '11.30{Enter}')
  await waitFor(async () => expect((await stored()).meeting.endsAt).toBe('11:30'))
})

test('an item carried over from an earlier meeting links to where it stood', async () => {
  const { desk, plan, item, at } = await aBoard()
  const earlier = await plan('2026-09-02')
  const before = await item(earlier.id, 'Ny avtale')
  await desk.call('agendaItems.settle', { id: before.id, status: 'postponed' })
  const later = await plan('2026-09-30')
  const [carried] = await desk.call('agendaItems.carryOver', { meetingId: later.id, itemIds: [before.id] })
  at(`/meetings/${later.id}?item=${carried?.id}`)
  const link = await screen.findByRole('link', { name: /Ny avtale/ })
  expect(link.getAttribute('href')).toContain(`/meetings/${earlier.id}`)
  expect(link.getAttribute('href')).toContain(before.id)
})
