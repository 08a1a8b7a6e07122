import { expect, test } from 'vitest'
import { aDeskOn, screen, waitFor, windowAt } from '../a-window.tsx'

test('who looks for partners in the settings is shown their own area', async () => {
  const desk = await aDeskOn()
  const { user } = windowAt(desk, '/settings/partners')
  await user.click(await screen.findByRole('button', { name: 'Gå til Partnere' }))
  await screen.findByRole('heading', { name: 'Partnere', level: 1 })
})

test('a person’s address is told apart as personal or a role’s, and the review day gets a proposal', async () => {
  const desk = await aDeskOn()
  const person = await desk.call('persons.add', {
    givenName: 'Per',
    familyName: 'Moe',
    email: 'per.moe@moss.no',
    reviewBy: '2027-01-01',
  })
  const { user } = windowAt(desk, `/settings/people?record=${person.id}`)
  await screen.findByText('Adressen er en personopplysning.')
  await user.clear(screen.getByLabelText('E-post'))
  await user.type(screen.getByLabelText('E-post'), 'post@moss.no{Enter}')
  await screen.findByText('Rolleadresse, ikke en personopplysning.')
  await user.click(screen.getByRole('button', { name: /^Bruk forslaget/ }))
  await waitFor(async () => {
    const people = await desk.call('persons.list', {})
    expect(people.find((one) => one.id === person.id)?.reviewBy).toBe('2029-09-15')
  })
})

test('the country of the partnership can be read with its reason, and not changed', async () => {
  const desk = await aDeskOn()
  windowAt(desk, '/settings/partnership')
  const field = await screen.findByLabelText<HTMLInputElement>('Land')
  expect([field.value, field.readOnly]).toEqual(['Norge', true])
  screen.getByText(/^Landet ble valgt da filen ble laget/)
})
