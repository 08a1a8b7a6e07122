import { expect, test } from 'vitest'
import { aDeskOn, screen, windowAt, within } from './a-window.tsx'
import { aBoard } from './meetings/a-board.ts'

test('a company’s history tells of a contact that was removed, in words, and leads into that one’s own history', async () => {
  const desk = await aDeskOn()
  const company = await desk.aCompany({ name: 'Bruket AS' })
  const contact = await desk.aContact({ companyId: company.id, givenName: 'Ada', familyName: 'Lien' })
  await desk.call('contacts.revise', { id: contact.id, changes: { status: 'leftCompany' } })
  await desk.call('companies.revise', { id: company.id, changes: { place: 'Moss' } })
  await desk.call('contacts.remove', { id: contact.id })
  const { user } = windowAt(desk, `/companies/${company.id}?tab=history`)
  const lines = (await screen.findByText('Moss', { selector: 'ins' })).closest('ol')
  const texts = [...(lines?.children ?? [])].map((line) => line.textContent ?? '')
  expect(texts[0]).toMatch(/Kontaktperson · Ada Lien.*Slettet/)
  // What is the company's own bears no title: the page says whose it is.
  expect(texts[1]).not.toContain('Bruket AS')
  expect(texts[2]).toMatch(/Ada Lien.*Status.*Sluttet/)
  expect(lines?.textContent).not.toMatch(/leftCompany|[0-9a-f]{8}-[0-9a-f]{4}-/)
  const [first] = screen.getAllByRole('button', { name: 'Historikk for Ada Lien' })
  if (first) await user.click(first)
  const dialog = within(await screen.findByRole('dialog', { name: 'Historikk for Ada Lien' }))
  await dialog.findByText(/^Sluttet/, { selector: 'ins' })
  expect(dialog.queryByText('Moss')).toBeNull()
})

test('an item’s history opens from its menu and tells of a statement that was removed', async () => {
  const board = await aBoard()
  const meeting = await board.plan('2026-09-15')
  const item = await board.item(meeting.id, 'Første sak')
  await board.desk.call('agendaItems.revise', { id: item.id, changes: { minutesPlanned: 25 } })
  const said = await board.desk.call('statements.add', {
    itemId: item.id,
    personId: board.member,
    kind: 'noteToMinutes',
    text: 'Ber om en ny vurdering',
  })
  await board.desk.call('statements.remove', { id: said.id })
  const { user } = board.at(`/meetings/${meeting.id}?item=${item.id}`)
  const form = (await screen.findByDisplayValue('Første sak')).closest('div[class*=form]') as HTMLElement
  await user.click(within(form).getByRole('button', { name: 'Mer' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Historikk' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Historikk for Første sak' }))
  await dialog.findByText('25', { selector: 'ins' })
  expect(dialog.getAllByText('Ber om en ny vurdering')).toHaveLength(2)
})

test('a package’s history opens beside its title', async () => {
  const board = await aBoard()
  const made = await board.desk.call('packages.make', {
    bodyId: board.body.id,
    periodFrom: '2026-01-01',
    periodTo: '2026-12-31',
    language: 'nb',
  })
  const { user } = board.at(`/packages/${made.id}`)
  await user.click(await screen.findByRole('button', { name: 'Historikk' }))
  const dialog = within(await screen.findByRole('dialog', { name: `Historikk for ${made.title}` }))
  await dialog.findByText('Opprettet')
})
