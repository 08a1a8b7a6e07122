import { expect, test } from 'vitest'
import { aDeskOn, cleanup, screen, waitFor, windowAt } from '../a-window.tsx'

test('a company without a name is refused at the field; with one it opens where the form stood', async () => {
  const desk = await aDeskOn()
  const { user } = windowAt(desk, '/companies/new')
  await user.click(await screen.findByRole('button', { name: 'Registrer bedriften' }))
  const name = screen.getByLabelText(/^Navn/)
  await waitFor(() => expect(name.getAttribute('aria-invalid')).toBe('true'))
  await user.type(name, 'Nordic Mekaniske AS')
  await user.type(screen.getByLabelText('Organisasjonsnummer'), '923 609 016')
  await user.type(screen.getByLabelText('Antall ansatte'), '12')
  await user.click(screen.getByRole('button', { name: 'Registrer bedriften' }))
  await screen.findByRole('heading', { name: 'Nordic Mekaniske AS' })
  const row = (await desk.call('companies.list', {})).rows[0]
  expect(row).toMatchObject({ orgNo: '923609016', employees: 12, employeesBand: '10-19', country: 'NO' })
})

test('a wrong number is told when its field is left, before anything is sent', async () => {
  const desk = await aDeskOn()
  const { user } = windowAt(desk, '/companies/new')
  await user.type(await screen.findByLabelText('Organisasjonsnummer'), '12345')
  await user.tab()
  await screen.findByText(/Antall siffer er 5, men et norsk organisasjonsnummer har 9/)
})

test('what was typed is there again after the window was lost', async () => {
  const desk = await aDeskOn()
  const { user } = windowAt(desk, '/companies/new')
  await user.type(await screen.findByLabelText(/^Navn/), 'Halvskrevet')
  await waitFor(async () => expect(await desk.call('drafts.load', { key: 'company:new' })).not.toBeNull())
  cleanup()
  windowAt(desk, '/companies/new')
  await waitFor(async () => expect((await screen.findByLabelText<HTMLInputElement>(/^Navn/)).value).toBe('Halvskrevet'))
  expect(screen.getByText('Det du skrev sist, er hentet fram.')).toBeTruthy()
})

test('giving up throws the draft away', async () => {
  const desk = await aDeskOn()
  const { user } = windowAt(desk, '/companies/new')
  await user.type(await screen.findByLabelText(/^Navn/), 'Feil')
  await waitFor(async () => expect(await desk.call('drafts.load', { key: 'company:new' })).not.toBeNull())
  await user.click(screen.getByRole('button', { name: 'Avbryt' }))
  await waitFor(async () => expect(await desk.call('drafts.load', { key: 'company:new' })).toBeNull())
})
