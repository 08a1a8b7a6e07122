import { expect, test } from 'vitest'
import { aDeskOn, screen, waitFor, windowAt, within } from '../a-window.tsx'

test('a new partner opens unfolded; a wrong number says which digit rule it breaks, at its field', async () => {
  const desk = await aDeskOn()
  const { user } = windowAt(desk, '/settings/partners')
  await user.click(await screen.findByRole('button', { name: 'Legg til partner' }))
  const form = within(await screen.findByRole('dialog'))
  await user.type(form.getByLabelText(/^Navn/), 'Moss Havn')
  await user.type(form.getByLabelText('Organisasjonsnummer'), '974 760 674')
  await user.click(form.getByRole('button', { name: 'Legg til' }))
  await form.findByText(/kontrollsiffer/i)
  await user.clear(form.getByLabelText('Organisasjonsnummer'))
  await user.type(form.getByLabelText('Organisasjonsnummer'), '974 760 673')
  await user.click(form.getByRole('button', { name: 'Legg til' }))
  const line = await screen.findByRole('button', { name: /^Moss Havn/, expanded: true })
  await waitFor(() => expect(document.activeElement).toBe(line))
  expect(screen.getByLabelText<HTMLInputElement>('Organisasjonsnummer').value.replaceAll(/\s/g, ' ')).toBe(
    '974 760 673',
  )
})

test('a partner that moves to the other country loses the number that does not fit there, and one undo brings it back', async () => {
  const desk = await aDeskOn()
  const partner = await desk.call('partners.add', {
    name: 'Moss',
    partnerType: 'municipality',
    orgNo: '974760673',
    municipalityCode: '3103',
  })
  const { user } = windowAt(desk, `/settings/partners?record=${partner.id}`)
  await user.click(await screen.findByRole('button', { name: /Land/ }))
  await user.click(await screen.findByRole('option', { name: 'Sverige' }))
  await waitFor(async () =>
    expect((await desk.call('partners.list', {}))[0]).toMatchObject({
      country: 'SE',
      orgNo: null,
      municipalityCode: null,
    }),
  )
  await user.click(screen.getByRole('button', { name: 'Angre siste endring' }))
  await waitFor(async () =>
    expect((await desk.call('partners.list', {}))[0]).toMatchObject({
      country: 'NO',
      orgNo: '974760673',
      municipalityCode: '3103',
    }),
  )
})

test('an active partner without a signed agreement is refused at the status, and becomes active once it is signed', async () => {
  const desk = await aDeskOn()
  const partner = await desk.call('partners.add', { name: 'Moss', partnerType: 'municipality' })
  const { user } = windowAt(desk, `/settings/partners?record=${partner.id}`)
  const choose = async () => {
    await user.click(await screen.findByRole('button', { name: /^(?!.*Moss).*Status/ }))
    await user.click(await screen.findByRole('option', { name: 'Aktiv' }))
  }
  await choose()
  await screen.findAllByText(/har underskrevet partnerskapsavtalen/)
  await user.type(screen.getByLabelText(/^Avtale underskrevet/), '1.2.2026{Enter}')
  await waitFor(async () => expect((await desk.call('partners.list', {}))[0]?.agreementSignedOn).toBe('2026-02-01'))
  await choose()
  await waitFor(async () => expect((await desk.call('partners.list', {}))[0]?.status).toBe('active'))
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
