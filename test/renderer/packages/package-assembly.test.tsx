/** The screen where a package is put together: what is ready, what is missing, what is left out, and the way there and back. */
import { expect, test } from 'vitest'
import { aDeskOn, screen, waitFor, windowAt, within } from '../a-window.tsx'

type Desk = Awaited<ReturnType<typeof aDeskOn>>
async function withBoard(): Promise<{ desk: Desk; bodyId: string }> {
  const desk = await aDeskOn()
  const { id: bodyId } = await desk.call('bodies.add', { name: 'Styret', kind: 'board' })
  return { desk, bodyId }
}
const preview = async () => within(await screen.findByRole('region', { name: 'Dette blir med' }))
/** The section's own row in the list. */
const row = (name: string) => within(screen.getByRole('switch', { name }).closest('li') as HTMLElement)

test('an empty file tells what it lacks, says which sections have nothing to tell, and makes a package all the same', async () => {
  const { desk, bodyId } = await withBoard()
  const { user } = windowAt(desk, `/packages/new?forBody=${bodyId}`)
  const shown = await preview()
  expect(shown.getByText('2 ting mangler.')).toBeTruthy()
  expect(shown.getByRole('status').textContent).toContain('Pakken kan lages likevel.')
  expect(row('Fyrtårn og prosjekter').getByText('Ingenting å fortelle')).toBeTruthy()
  expect(row('Bedriftsbesøk').getByText('Klar')).toBeTruthy()
  expect(screen.queryByRole('switch', { name: 'Forside' })).toBeNull()
  const contact = shown.getByText('Kontakten for partnerskapet er ufullstendig.').closest('li') as HTMLElement
  expect(within(contact).getByRole('link').getAttribute('href')).toBe('/settings/partnership')
  await user.click(screen.getByRole('button', { name: 'Lag pakken' }))
  await screen.findByText('Versjon 1 er laget.')
})

test('a section left out is said to be so, lacks nothing, stays so in the address, and is not in the package', async () => {
  const { desk, bodyId } = await withBoard()
  const company = await desk.aCompany({ name: 'Alfa AS' })
  await desk.aVisit({ companyId: company.id, visitedOn: '2026-08-10' })
  const { user, history } = windowAt(desk, `/packages/new?forBody=${bodyId}`)
  const shown = await preview()
  await shown.findByText('1 besøk mangler sammendrag og telles uten tekst.')
  await user.click(screen.getByRole('switch', { name: 'Bedriftsbesøk' }))
  await row('Bedriftsbesøk').findByText('Utelatt')
  expect(shown.queryByText('1 besøk mangler sammendrag og telles uten tekst.')).toBeNull()
  expect(shown.getByText('2 ting mangler.')).toBeTruthy()
  await waitFor(() => expect(decodeURIComponent(history.location.search)).toContain('leftOut=["visits"]'))
  await user.click(screen.getByRole('button', { name: 'Lag pakken' }))
  await screen.findByText('Versjon 1 er laget.')
  const [made] = await desk.call('packages.list', {})
  const { snapshot } = await desk.call('packages.open', { id: made?.id ?? '' })
  expect(snapshot.layout?.sections.map(({ section }) => section)).not.toContain('visits')
  expect(history.location.search).not.toContain('leftOut')
})

test('a link leads to what is missing, and back comes to the same choice', async () => {
  const { desk, bodyId } = await withBoard()
  const company = await desk.aCompany({ name: 'Alfa AS' })
  const visit = await desk.aVisit({ companyId: company.id, visitedOn: '2026-08-10' })
  const { user, history } = windowAt(desk, `/packages/new?forBody=${bodyId}`)
  await preview()
  await user.click(await screen.findByRole('switch', { name: 'Risiko og avvik' }))
  await row('Risiko og avvik').findByText('Utelatt')
  await user.click(row('Bedriftsbesøk').getByRole('link', { name: 'Alfa AS' }))
  await waitFor(() => expect(history.location.pathname).toBe(`/visits/${visit.id}`))
  await user.click(await screen.findByRole('link', { name: 'Tilbake til pakken' }))
  await waitFor(() => expect(history.location.pathname).toBe('/packages/new'))
  await waitFor(() => expect(row('Risiko og avvik').getByText('Utelatt')).toBeTruthy())
  expect(screen.queryByRole('link', { name: 'Tilbake til pakken' })).toBeNull()
})

test('where nothing is missing it says so', async () => {
  const { desk, bodyId } = await withBoard()
  await desk.call('partnership.revise', { changes: { contactName: 'Kari Berg', contactEmail: 'kari@example.org' } })
  windowAt(desk, `/packages/new?forBody=${bodyId}&variant=annualReport`)
  const shown = await preview()
  expect(shown.getByRole('status').textContent?.trim()).toBe('Ingenting mangler.')
})

test('another variant has other sections, and an annual report is about a year', async () => {
  const { desk, bodyId } = await withBoard()
  const { user } = windowAt(desk, `/packages/new?forBody=${bodyId}`)
  await preview()
  await user.click(screen.getByRole('radio', { name: 'Årsrapport' }))
  await screen.findByRole('switch', { name: 'Året i korte trekk' })
  expect(screen.queryByRole('switch', { name: 'Saksframlegg' })).toBeNull()
  const chosen = screen.getAllByRole('radio', { checked: true }).map((one) => one.closest('label')?.textContent)
  expect(chosen.some((name) => name === 'I år' || name === 'I fjor')).toBe(true)
})

test('a template of the body is chosen, and its own headings are the names of the sections', async () => {
  const { desk, bodyId } = await withBoard()
  await desk.call('packageTemplates.add', { name: 'Vanlig', variant: 'papers', bodyId })
  await desk.call('packageTemplates.add', {
    name: 'Kort',
    variant: 'papers',
    bodyId,
    sections: [{ section: 'visits', heading: 'Ute hos bedriftene', introduction: null }],
  })
  const { user } = windowAt(desk, `/packages/new?forBody=${bodyId}`)
  await preview()
  await user.click(screen.getByRole('button', { name: /Oppsett/ }))
  await user.click(await screen.findByRole('option', { name: 'Kort' }))
  await screen.findByRole('switch', { name: 'Ute hos bedriftene' })
  expect(screen.getAllByRole('switch', { name: /./ }).map((one) => one.closest('label')?.textContent)).toEqual([
    'Ute hos bedriftene',
  ])
})

test('a template that is deleted while it is chosen is told of, and the usual one takes its place', async () => {
  const desk = await aDeskOn()
  const body = await desk.call('bodies.add', { name: 'Styret', kind: 'board' })
  const template = await desk.call('packageTemplates.add', { name: 'Kort', variant: 'papers', bodyId: body.id })
  const { user } = windowAt(desk, `/packages/new?forBody=${body.id}`)
  await user.click(await screen.findByRole('button', { name: /Oppsett/ }, { timeout: 10_000 }))
  await user.click(await screen.findByRole('option', { name: 'Kort' }))
  expect(screen.queryByText(/Oppsettet er slettet/)).toBeNull()
  await desk.call('packageTemplates.remove', { id: template.id })
  await screen.findByText(
    'Oppsettet er slettet siden det ble valgt. Pakken følger nå det vanlige oppsettet.',
    {},
    { timeout: 10_000 },
  )
})
