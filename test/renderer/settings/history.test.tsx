import { expect, test } from 'vitest'
import { aDeskOn, screen, waitFor, windowAt, within } from '../a-window.tsx'

const lineOf = (text: string) => within(screen.getByText(text, { selector: 'ins' }).closest('ol > li') as HTMLElement)

test('a change is told by the record’s name, with codes and ids in words and days as they are written here', async () => {
  const desk = await aDeskOn()
  const partner = await desk.call('partners.add', { name: 'Moss kommune', partnerType: 'municipality' })
  const company = await desk.aCompany({ name: 'Bruket AS' })
  const contact = await desk.aContact({ companyId: company.id, givenName: 'Ada', familyName: 'Lien' })
  const visit = await desk.aVisit({ companyId: company.id, visitedOn: '2026-09-01' })
  await desk.call('visits.revise', {
    id: visit.id,
    changes: { theirParticipantIds: [contact.id], flags: ['expanding', 'training'], nextVisitBy: '2027-03-01' },
  })
  await desk.call('partners.revise', { id: partner.id, changes: { municipalityCode: '3103' } })
  windowAt(desk, '/settings/history')
  await screen.findByText('Ada Lien', { selector: 'ins' })
  const visitLine = lineOf('Ada Lien')
  visitLine.getByRole('link', { name: 'Bruket AS, 01.09.2026' })
  visitLine.getByText('Vokser, Opplæring')
  visitLine.getByText('01.03.2027')
  lineOf('Moss').getByText('Moss kommune')
})

test('a confidential text is not told in the history of the whole file', async () => {
  const desk = await aDeskOn()
  const visit = await desk.aVisit()
  await desk.call('visits.revise', { id: visit.id, changes: { confidentialText: 'Selger til høsten' } })
  windowAt(desk, '/settings/history')
  await screen.findByText('fortrolig tekst')
  expect(screen.queryByText(/Selger til høsten/)).toBeNull()
})

test('a change is undone in its line; one that was overwritten since says so and stays', async () => {
  const desk = await aDeskOn()
  const company = await desk.aCompany({ name: 'Bruket AS' })
  const placeNow = async () => (await desk.call('companies.open', { id: company.id })).company.place
  await desk.call('companies.revise', { id: company.id, changes: { place: 'Moss' } })
  await desk.call('companies.revise', { id: company.id, changes: { place: 'Rygge' } })
  const { user } = windowAt(desk, '/settings/history')
  await screen.findByText('Rygge', { selector: 'ins' })
  const undoOf = (text: string) => lineOf(text).getByRole('button', { name: 'Angre' })
  await user.click(undoOf('Moss'))
  await screen.findByText(/er endret siden/)
  expect(await placeNow()).toBe('Rygge')
  await user.click(undoOf('Rygge'))
  await waitFor(async () => expect(await placeNow()).toBe('Moss'))
  await screen.findByText('Angret')
})

test('only changes of the chosen kind of record are listed, and more of them come by the hundred', async () => {
  const desk = await aDeskOn()
  const company = await desk.aCompany({ name: 'Bruket AS' })
  await desk.call('bodies.add', { name: 'Styret', kind: 'board' })
  for (let each = 0; each < 105; each += 1) {
    await desk.call('companies.revise', { id: company.id, changes: { place: `Sted ${each}` } })
  }
  const { user } = windowAt(desk, '/settings/history')
  await screen.findByText('Sted 104')
  expect(screen.queryByText('Styret')).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Vis flere' }))
  await screen.findByText('Styret')
  await user.click(screen.getByRole('button', { name: 'Filtrer' }))
  await user.click(await screen.findByRole('checkbox', { name: 'Organ' }))
  await waitFor(() => expect(screen.queryByText('Sted 104')).toBeNull())
  screen.getByText('Styret')
})
