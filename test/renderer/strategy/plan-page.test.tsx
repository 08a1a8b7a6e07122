/** The plan at a glance, as a tree, with all that is said of it, and its versions. */
import { expect, test } from 'vitest'
import { aDeskOn, screen, waitFor, windowAt, within } from '../a-window.tsx'

type Desk = Awaited<ReturnType<typeof aDeskOn>>
async function aPlan(desk: Desk) {
  const plan = await desk.call('plans.add', { title: 'Næringsplan', status: 'inForce' })
  const planId = plan.id
  const area = await desk.call('focusAreas.add', { planId, title: 'Kompetanse' })
  const goal = await desk.call('goals.add', { planId, focusAreaId: area.id, title: 'Flere i arbeid' })
  await desk.call('activities.add', { planId, goalId: goal.id, title: 'Kurs for gründere' })
  return { plan, area, goal }
}

test('without a plan the screen says how to begin, and the first plan is in force and opens where it is built', async () => {
  const desk = await aDeskOn()
  const { user } = windowAt(desk, '/strategy')
  await screen.findByText('Ingen plan ennå')
  await user.click(screen.getByRole('button', { name: 'Skriv planen' }))
  const form = within(await screen.findByRole('dialog'))
  await user.type(form.getByLabelText(/^Tittel/), 'Næringsplan')
  await user.click(form.getByRole('button', { name: 'Legg til' }))
  await screen.findByRole('tab', { name: 'Tre', selected: true })
  expect(await desk.call('plans.list', {})).toMatchObject([{ title: 'Næringsplan', status: 'inForce' }])
})

test('the map shows areas with their goals, how each stands, what serves it and what it lacks', async () => {
  const desk = await aDeskOn()
  await aPlan(desk)
  windowAt(desk, '/strategy')
  const column = within(await screen.findByRole('region', { name: '1 Kompetanse' }))
  column.getByRole('link', { name: /Flere i arbeid/ })
  column.getByText('Ikke satt')
  column.getByText('Bidrar: 1 tiltak')
  column.getByText(/Ingen ansvarlig/)
})

test('a filter that nothing fits says so and is taken off', async () => {
  const desk = await aDeskOn()
  await aPlan(desk)
  const { user } = windowAt(desk, '/strategy')
  await user.click(await screen.findByRole('checkbox', { name: 'Nådd' }))
  await screen.findByText('Ingen mål passer')
  await user.click(screen.getByRole('button', { name: 'Fjern filtre' }))
  await screen.findByRole('link', { name: /Flere i arbeid/ })
})

test('areas are added one after another by Enter, moved by their menu, and removing one is taken back', async () => {
  const desk = await aDeskOn()
  await desk.call('plans.add', { title: 'Næringsplan' })
  const { user } = windowAt(desk, '/strategy?tab=tree')
  await user.click(await screen.findByRole('button', { name: 'Legg til innsatsområde' }))
  await user.type(screen.getByLabelText('Ny: innsatsområde'), 'Kompetanse{Enter}')
  await screen.findByRole('heading', { name: '1 Kompetanse' })
  await user.keyboard('Areal{Enter}')
  await screen.findByRole('heading', { name: '2 Areal' })
  await user.click(screen.getByRole('button', { name: 'Valg for 2 Areal' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Flytt opp' }))
  await screen.findByRole('heading', { name: '1 Areal' })
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Valg for 1 Areal'))
  await screen.findByText('Areal er flyttet til plass 1 av 2.')
  await user.click(screen.getByRole('button', { name: 'Valg for 1 Areal' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Slett' }))
  await waitFor(() => expect(screen.queryByRole('heading', { name: /Areal/ })).toBeNull())
})

test('a field of the plan saves itself', async () => {
  const desk = await aDeskOn()
  const { plan } = await aPlan(desk)
  const { user } = windowAt(desk, `/strategy/${plan.id}?tab=about`)
  await user.type(await screen.findByLabelText(/^Verdier/), 'Åpen{Enter}Modig')
  await user.tab()
  await waitFor(async () => expect((await desk.call('plans.list', {}))[0]?.values).toEqual(['Åpen', 'Modig']))
})

test('a new version is made, compared with the one before, and adopted', async () => {
  const desk = await aDeskOn()
  const { plan } = await aPlan(desk)
  const { user } = windowAt(desk, `/strategy/${plan.id}?tab=versions`)
  await user.click(await screen.findByRole('button', { name: 'Ny versjon' }))
  const form = within(await screen.findByRole('dialog'))
  await user.type(form.getByLabelText(/^Hva versjonen kalles/), 'Rullert 2027')
  await user.click(form.getByRole('button', { name: 'Ny versjon' }))
  await screen.findByRole('heading', { name: 'Næringsplan – Rullert 2027' })
  await user.click(screen.getByRole('tab', { name: /^Versjoner/ }))
  await screen.findByText('De to versjonene sier det samme.')
  await user.click(screen.getByRole('button', { name: 'Vedta' }))
  const adopting = within(await screen.findByRole('dialog'))
  adopting.getByText(/blir avløst/)
  await user.click(adopting.getByRole('button', { name: 'Vedta' }))
  await waitFor(async () =>
    expect((await desk.call('plans.list', {})).map(({ status }) => status)).toEqual(['inForce', 'superseded']),
  )
})

test('a file that is too large is told before it is read', async () => {
  const desk = await aDeskOn()
  const { user, container } = windowAt(desk, '/strategy?dialog=import')
  await screen.findByRole('dialog', { name: 'Hent plan fra fil' })
  const file = new File(['a'.repeat(4_000_001)], 'plan.yaml')
  const chooser = container.ownerDocument.querySelector<HTMLInputElement>('input[type="file"]')
  await user.upload(chooser as HTMLInputElement, file)
  await screen.findByText(/plan.yaml er for stor/)
})
