import { expect, test } from 'vitest'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import { aDeskOn, fireEvent, screen, waitFor, windowAt, within } from '../a-window.tsx'

type Given = Partial<InputOf<'companies.register'>>
async function opened(given: Given = {}, country: 'NO' | 'SE' = 'NO') {
  const desk = await aDeskOn({ country })
  const company = await desk.aCompany({ name: 'Nordic Mekaniske AS', ...given })
  const view = windowAt(desk, `/companies/${company.id}?tab=details`)
  await screen.findByRole('heading', { name: 'Nordic Mekaniske AS', level: 2 })
  const stored = async () => (await desk.call('companies.open', { id: company.id })).company
  return { ...view, desk, company, stored }
}
/** Puts a text in a field and leaves it, as a paste does. */
function fill(label: string | RegExp, text: string) {
  const field = screen.getByLabelText(label)
  fireEvent.focus(field)
  fireEvent.change(field, { target: { value: text } })
  fireEvent.blur(field)
  return field
}

test('a wrong organisation number stays in the field with the digit rule that it broke; a right one is saved', async () => {
  const { stored } = await opened()
  const field = fill('Organisasjonsnummer', '923 609 017')
  await screen.findAllByText(/Kontrollsifferet, det siste, er 7, men skulle være 6/)
  expect((field as HTMLInputElement).value).toBe('923 609 017')
  expect((await stored()).orgNo).toBeNull()
  fill('Organisasjonsnummer', '923 609 016')
  await waitFor(async () => expect((await stored()).orgNo).toBe('923609016'))
})

test('a Swedish sole trader loses the number in the same change, and one undo brings it back', async () => {
  const { stored, user } = await opened({ country: 'SE', orgNo: '5560125790' }, 'SE')
  await user.click(screen.getByRole('switch', { name: /Enkeltpersonforetak/ }))
  await waitFor(async () => expect(await stored()).toMatchObject({ soleTrader: true, orgNo: null }))
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Organisasjonsnummer').disabled).toBe(true))
  expect(screen.getByText(/Lukket: nummeret til en enskild firma/)).toBeTruthy()
  await user.click(await screen.findByRole('button', { name: 'Angre' }))
  await waitFor(async () => expect(await stored()).toMatchObject({ soleTrader: false, orgNo: '5560125790' }))
})

test('an exact number of employees sets the size band with it', async () => {
  const { stored } = await opened({ employeesBand: '1-4' })
  fill('Antall ansatte', '23')
  await waitFor(async () => expect(await stored()).toMatchObject({ employees: 23, employeesBand: '20-49' }))
})

test('a turnover typed in kroner is stored in øre, with last year where none is given', async () => {
  const { stored } = await opened()
  fill('Omsetning', '2 520 000')
  await waitFor(async () => expect(await stored()).toMatchObject({ turnover: 252_000_000, turnoverYear: 2025 }))
  await waitFor(() =>
    expect(screen.getByLabelText<HTMLInputElement>('Omsetning').value).toBe('2\u00a0520\u00a0000\u00a0kr'),
  )
})

test('an industry code gets the newest standard of the country, to be changed beside it', async () => {
  const { stored } = await opened()
  fill('Næringskode', '43.320')
  await waitFor(async () => expect(await stored()).toMatchObject({ industryCode: '43.320', industryVersion: 'SN2025' }))
})

test('founded takes a year alone and shows it so', async () => {
  const { stored } = await opened()
  fill('Stiftet', '1998')
  await waitFor(async () => expect((await stored()).founded).toBe('1998-01-01'))
  expect(screen.getByLabelText<HTMLInputElement>('Stiftet').value).toBe('1998')
})

test('the address is that of the location for a branch unit', async () => {
  const desk = await aDeskOn()
  const head = await desk.aCompany({ name: 'Konsernet AS' })
  const branch = await desk.aCompany({ name: 'Konsernet avd. Moss', localUnitOfId: head.id })
  windowAt(desk, `/companies/${branch.id}?tab=details`)
  await screen.findByLabelText('Beliggenhetsadresse')
  expect(screen.queryByLabelText('Forretningsadresse')).toBeNull()
  expect(screen.getByRole('link', { name: 'Åpne Konsernet AS' })).toBeTruthy()
})

test('a name like another company warns while it is typed, before anything is saved', async () => {
  const { desk, stored, user } = await opened()
  await desk.aCompany({ name: 'Åsen & Sønn AS' })
  const field = screen.getByLabelText(/^Navn/)
  await user.clear(field)
  await user.type(field, 'Åsen og Sønn')
  await screen.findByText(/kan være den samme/)
  expect(screen.getByRole('link', { name: 'Åsen & Sønn AS' })).toBeTruthy()
  expect((await stored()).name).toBe('Nordic Mekaniske AS')
})

test('another country empties what does not fit there, and says nothing of the rest', async () => {
  const { stored, user } = await opened({ orgNo: '923609016', municipalityCode: '3105', place: 'Sarpsborg' })
  await user.click(screen.getByRole('button', { name: /Land/ }))
  await user.click(await screen.findByRole('option', { name: 'Sverige' }))
  await waitFor(async () =>
    expect(await stored()).toMatchObject({ country: 'SE', orgNo: null, municipalityCode: null, place: 'Sarpsborg' }),
  )
})

test('a company with visits is not deleted, and the reason stands at its head; without visits undo brings it back', async () => {
  const { desk, company, user } = await opened()
  const visit = await desk.aVisit({ companyId: company.id })
  await user.click(screen.getByRole('button', { name: 'Mer' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Slett bedriften' }))
  expect((await screen.findByRole('alert')).textContent).toMatch(/har besøk og kan ikke slettes/)
  await desk.call('visits.remove', { id: visit.id })
  await user.click(screen.getByRole('button', { name: 'Mer' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Slett bedriften' }))
  await screen.findByText('Nordic Mekaniske AS er slettet.')
  await user.click(screen.getByRole('button', { name: 'Angre' }))
  await waitFor(async () => expect(await desk.call('companies.count', {})).toBe(1))
})

test('its visits stand with what is promised first, and a visit can be logged from there', async () => {
  const desk = await aDeskOn()
  const company = await desk.aCompany({ name: 'Nordic Mekaniske AS' })
  const visit = await desk.aVisit({ companyId: company.id, visitedOn: '2026-05-04', notes: 'Trenger to fagarbeidere.' })
  await desk.aFollowUp({ visitId: visit.id, description: 'Finne lærlinger', dueOn: '2026-09-01' })
  const { user } = windowAt(desk, `/companies/${company.id}`)
  const panel = await screen.findByRole('tabpanel')
  await within(panel).findByRole('link', { name: 'Finne lærlinger' })
  expect(within(panel).getByText('14 dager over fristen')).toBeTruthy()
  expect(within(panel).getByText('Trenger to fagarbeidere.')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Logg besøk her' }))
  await waitFor(() =>
    expect(within(screen.getByRole('dialog')).getByRole<HTMLInputElement>('combobox', { name: /Bedrift/ }).value).toBe(
      'Nordic Mekaniske AS',
    ),
  )
})

test('of more visits than it shows, a link leads to all of them in the list', async () => {
  const desk = await aDeskOn()
  const company = await desk.aCompany({ name: 'Nordic Mekaniske AS' })
  const other = await desk.aCompany({ name: 'Viken Stål AS' })
  for (let number = 0; number < 51; number++) await desk.aVisit({ companyId: company.id, visitedOn: '2026-05-04' })
  await desk.aVisit({ companyId: other.id, visitedOn: '2026-05-05' })
  const { user } = windowAt(desk, `/companies/${company.id}`)
  await user.click(await screen.findByRole('link', { name: 'Vis alle 51 besøk' }))
  await screen.findByText('51 av 52 besøk')
  const filters = screen.getByRole('list', { name: 'Filtrer' })
  await user.click(await within(filters).findByRole('button', { name: 'Slett: Nordic Mekaniske AS' }))
  await screen.findByText('52 besøk')
})
