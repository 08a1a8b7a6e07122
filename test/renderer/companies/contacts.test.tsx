import { expect, test } from 'vitest'
import { aDeskOn, screen, waitFor, windowAt, within } from '../a-window.tsx'

async function withContacts() {
  const desk = await aDeskOn()
  const company = await desk.aCompany({ name: 'Nordic Mekaniske AS' })
  const contact = await desk.aContact({
    companyId: company.id,
    givenName: 'Dag',
    familyName: 'Almåsen',
    email: 'dag.almasen@nordic-mek.example',
  })
  const visit = await desk.aVisit({ companyId: company.id, notes: 'Dag Almåsen viste oss rundt.' })
  const view = windowAt(desk, `/companies/${company.id}?tab=contacts`)
  return { ...view, desk, company, contact, visit }
}

test('a new contact is added in the list, with basis and review day proposed', async () => {
  const { desk, company, user } = await withContacts()
  await user.click(await screen.findByRole('button', { name: 'Ny kontaktperson' }))
  await user.type(screen.getByLabelText(/Fornavn/), 'Kari')
  await user.type(screen.getByLabelText(/Etternavn/), 'Nordmann')
  await user.type(screen.getByLabelText('E-post'), 'post@nordic.no')
  await screen.findByText('Rolleadresse, ikke en personopplysning.')
  await user.click(screen.getByRole('button', { name: 'Legg til kontaktperson' }))
  await screen.findByRole('button', { name: /Kari Nordmann/ })
  const { contacts } = await desk.call('companies.open', { id: company.id })
  expect(contacts.find((one) => one.givenName === 'Kari')).toMatchObject({
    email: 'post@nordic.no',
    collectedOn: '2026-09-15',
  })
})

test('anonymising shows first where the name stands, and takes it out of the texts too', async () => {
  const { desk, contact, visit, user } = await withContacts()
  await user.click(await screen.findByRole('button', { name: /Dag Almåsen/ }))
  expect(screen.getByText('Adressen er en personopplysning.')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Anonymiser' }))
  const dialog = await screen.findByRole('alertdialog')
  await within(dialog).findByText('Navnet står i én tekst:')
  expect(within(dialog).getByText(/viste oss rundt/)).toBeTruthy()
  expect(within(dialog).getByText('Dette kan ikke angres.')).toBeTruthy()
  await user.click(within(dialog).getByRole('button', { name: 'Anonymiser' }))
  await screen.findByText('Kontaktpersonen er anonymisert.')
  const opened = await desk.call('visits.open', { id: visit.id })
  expect(opened.visit.notes).not.toContain('Almåsen')
  await waitFor(() => expect(screen.queryByText(/Almåsen/)).toBeNull())
  expect((await desk.problemOf('contacts.revise', { id: contact.id, changes: { roleTitle: 'x' } })).key).toBe(
    'problems.anonymised',
  )
})

test('cancelling leaves the contact as it was', async () => {
  const { desk, company, user } = await withContacts()
  await user.click(await screen.findByRole('button', { name: /Dag Almåsen/ }))
  await user.click(screen.getByRole('button', { name: 'Anonymiser' }))
  await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Avbryt' }))
  const { contacts } = await desk.call('companies.open', { id: company.id })
  expect(contacts[0]?.status).toBe('active')
})
