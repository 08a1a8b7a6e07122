import { expect, test } from 'vitest'
import { aDeskOn, screen, waitFor, windowAt, within } from '../a-window.tsx'

const rows = () => within(screen.getByRole('grid')).getAllByRole('row').slice(1)

test('the list shows number, municipality, size and last visit as the language writes them', async () => {
  const desk = await aDeskOn()
  const company = await desk.aCompany({
    name: 'Ås Bakeri AS',
    orgNo: '923609016',
    municipalityCode: '3105',
    employees: 1200,
  })
  await desk.aVisit({ companyId: company.id, visitedOn: '2026-03-04' })
  windowAt(desk, '/companies')
  const row = await screen.findByRole('row', { name: /Ås Bakeri AS/ })
  expect(row.textContent).toContain('923\u00a0609\u00a0016')
  expect(row.textContent).toContain('Sarpsborg')
  expect(row.textContent).toContain('1\u00a0200')
  expect(row.textContent).toContain('04.03.2026')
  await screen.findByText('1 bedrift')
})

test('the address keeps search, filters and sort order', async () => {
  const desk = await aDeskOn()
  await desk.aCompany({ name: 'Alfa AS', municipalityCode: '3105', status: 'active' })
  await desk.aCompany({ name: 'Beta AS', municipalityCode: '3107', status: 'active' })
  await desk.aCompany({ name: 'Alfa Gruve AS', municipalityCode: '3105', status: 'bankrupt' })
  const { history, user } = windowAt(desk, '/companies?statuses=%5B%22active%22%5D&sort=name&direction=desc')
  await waitFor(() =>
    expect(rows().map((row) => row.textContent)).toEqual([
      expect.stringMatching(/^Beta/),
      expect.stringMatching(/^Alfa AS/),
    ]),
  )
  await screen.findByText('2 av 3 bedrifter')
  await user.type(screen.getByRole('searchbox'), 'alfa')
  await waitFor(() => expect(rows()).toHaveLength(1))
  await user.click(screen.getByRole('button', { name: 'Fjern filteret Aktiv' }))
  await waitFor(() => expect(rows()).toHaveLength(2))
  expect(history.location.href).toContain('text=alfa')
  expect(history.location.href).not.toContain('statuses')
})

test('an address with filters that do not exist shows the list all the same', async () => {
  const desk = await aDeskOn()
  await desk.aCompany({ name: 'Alfa AS' })
  windowAt(desk, '/companies?bands=%5B%22huge%22%5D&since=someday&sort=colour')
  await screen.findByRole('row', { name: /Alfa AS/ })
})

test('a search that finds nothing offers to take the filters off', async () => {
  const desk = await aDeskOn()
  await desk.aCompany({ name: 'Alfa AS' })
  const { user } = windowAt(desk, '/companies?text=zzz')
  await screen.findByText('Ingen bedrift passer')
  await user.click(screen.getByRole('button', { name: 'Fjern filtre' }))
  await screen.findByRole('row', { name: /Alfa AS/ })
})

test('an empty file says what to do first', async () => {
  const desk = await aDeskOn()
  const { user } = windowAt(desk, '/companies')
  await screen.findByText('Ingen bedrifter ennå')
  await user.click(screen.getAllByRole('button', { name: 'Ny bedrift' })[0] as HTMLElement)
  await screen.findByRole('heading', { name: 'Ny bedrift' })
})
