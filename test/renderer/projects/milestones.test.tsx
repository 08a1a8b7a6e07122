import { expect, test } from 'vitest'
import { aDeskOn, screen, waitFor, windowAt, within } from '../a-window.tsx'
import { aMilestone, aProject, type Desk } from './a-project.ts'

const open = (desk: Desk, id: string) => desk.call('milestones.open', { id })
type User = ReturnType<typeof windowAt>['user']

/** Sets the day of a form that is open, as people type it. */
async function typeDay(user: User, label: RegExp, day: string) {
  const field = screen.getByLabelText(label)
  await user.clear(field)
  await user.type(field, day)
}

test('a milestone is added in its project, owned by the lead unless said otherwise', async () => {
  const desk = await aDeskOn()
  const project = await aProject(desk)
  const { user } = windowAt(desk, `/projects/${project.id}?tab=milestones`)
  await screen.findByText('Ingen milepæler ennå')
  await user.click(screen.getByRole('button', { name: 'Legg til milepæl' }))
  const form = within(screen.getByRole('group', { name: 'Legg til milepæl' }))
  await user.type(form.getByLabelText(/^Tittel/), 'Første kurs')
  await user.type(form.getByLabelText(/^Planlagt dato/), '31.10.2026')
  await user.click(form.getByRole('button', { name: 'Legg til' }))
  await screen.findByText('Milepælen er lagt til.')
  expect((await desk.call('milestones.list', {})).rows).toMatchObject([
    { title: 'Første kurs', baselineOn: '2026-10-31', ownerName: 'Kari Berg', state: 'onTime' },
  ])
})

test('a later forecast asks why at once, and each slip stands in the history with its reason', async () => {
  const desk = await aDeskOn()
  const project = await aProject(desk)
  const milestone = await aMilestone(desk, project.id)
  const { user } = windowAt(desk, `/milestones/${milestone.id}`)
  const slip = async (button: string, day: string, why: string) => {
    await user.click(await screen.findByRole('button', { name: button }))
    await typeDay(user, /^Prognose/, day)
    await user.click(screen.getByRole('button', { name: 'Sett prognosen' }))
    screen.getByText(/Årsaken mangler/)
    await user.type(screen.getByLabelText(/^Hvorfor senere/), why)
    await user.click(screen.getByRole('button', { name: 'Sett prognosen' }))
    await screen.findByText('Prognosen er satt.')
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Sett prognosen' })).toBeNull())
  }
  await slip('Sett prognose', '12.11.2026', 'Lokalet var opptatt')
  await screen.findAllByText('12 dager sent')
  await slip('Endre prognosen', '30.11.2026', 'Kursholderen ble syk')
  const history = within(screen.getByRole('region', { name: 'Slik har datoene endret seg' }))
  await history.findByText('Prognose endret fra 12.11.2026 til 30.11.2026')
  history.getByText('Lokalet var opptatt')
  history.getByText('Kursholderen ble syk')
  expect((await open(desk, milestone.id)).milestone).toMatchObject({ state: 'late', slipDays: 30 })
})

test('an earlier day needs no reason, and a day to come is refused for what is reached', async () => {
  const desk = await aDeskOn()
  const project = await aProject(desk)
  const milestone = await aMilestone(desk, project.id)
  const { user } = windowAt(desk, `/milestones/${milestone.id}`)
  await user.click(await screen.findByRole('button', { name: 'Merk som nådd' }))
  await typeDay(user, /^Nådd den/, '20.9.2026')
  await user.click(screen.getByRole('button', { name: 'Merk som nådd' }))
  await waitFor(() => expect(screen.getByLabelText(/^Nådd den/).getAttribute('aria-invalid')).toBe('true'))
  expect(screen.queryByLabelText(/^Hvorfor senere/)).toBeNull()
  await typeDay(user, /^Nådd den/, '14.9.2026')
  await user.click(screen.getByRole('button', { name: 'Merk som nådd' }))
  await screen.findByText('Milepælen er nådd.')
  await screen.findAllByText('47 dager tidlig')
  expect((await open(desk, milestone.id)).milestone).toMatchObject({ state: 'reached', actualOn: '2026-09-14' })
})

test('Enter in a day that cannot be read says so at the day, and nothing is saved', async () => {
  const desk = await aDeskOn()
  const project = await aProject(desk)
  const milestone = await aMilestone(desk, project.id)
  const { user } = windowAt(desk, `/milestones/${milestone.id}`)
  await user.click(await screen.findByRole('button', { name: 'Sett prognose' }))
  await typeDay(user, /^Prognose/, '31.13.2026{Enter}')
  const field = screen.getByLabelText(/^Prognose/)
  expect(field.getAttribute('aria-invalid')).toBe('true')
  const [told = ''] = (field.getAttribute('aria-describedby') ?? '').split(' ')
  expect(document.getElementById(told)?.textContent).not.toBe('')
  expect((await open(desk, milestone.id)).milestone.forecastOn).toBeNull()
})

test('a new baseline is dated and reasoned, and the old one is kept', async () => {
  const desk = await aDeskOn()
  const project = await aProject(desk)
  const milestone = await aMilestone(desk, project.id)
  const { user } = windowAt(desk, `/milestones/${milestone.id}`)
  await user.click(await screen.findByRole('button', { name: 'Ny planlagt dato' }))
  await typeDay(user, /^Ny planlagt dato/, '15.1.2027')
  await user.click(screen.getByRole('button', { name: 'Sett ny dato' }))
  expect(screen.getByLabelText(/^Begrunnelse/).getAttribute('aria-invalid')).toBe('true')
  await user.type(screen.getByLabelText(/^Begrunnelse/), 'Styret utvidet prosjektet')
  await user.click(screen.getByRole('button', { name: 'Sett ny dato' }))
  const kept = within(await screen.findByRole('region', { name: 'Tidligere planlagte datoer' }))
  kept.getByText('31.10.2026, satt 15.09.2026, erstattet 15.09.2026')
  kept.getByText('Styret utvidet prosjektet')
  expect((await open(desk, milestone.id)).milestone).toMatchObject({ baselineOn: '2027-01-15', rebaselined: 1 })
})

test('milestones are put in order by the keyboard, and the handle keeps the focus', async () => {
  const desk = await aDeskOn()
  const project = await aProject(desk)
  await aMilestone(desk, project.id, { title: 'Først' })
  await aMilestone(desk, project.id, { title: 'Sist' })
  const { user } = windowAt(desk, `/projects/${project.id}?tab=milestones`)
  const handle = await screen.findByRole('button', { name: 'Flytt Sist' })
  handle.focus()
  await user.keyboard('{ArrowUp}')
  await waitFor(async () =>
    expect((await desk.call('projects.open', { id: project.id })).milestones.map(({ title }) => title)).toEqual([
      'Sist',
      'Først',
    ]),
  )
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Flytt Sist' }))
})

test('what unfolds a milestone tells whether it is unfolded', async () => {
  const desk = await aDeskOn()
  const project = await aProject(desk)
  const { title } = await aMilestone(desk, project.id)
  const { user } = windowAt(desk, `/projects/${project.id}?tab=milestones`)
  const folded = await screen.findByRole('button', { name: `Åpne ${title}`, expanded: false })
  await user.click(folded)
  await screen.findByRole('button', { name: `Lukk ${title}`, expanded: true })
})

test('a milestone unfolds in its project and stays so in the address', async () => {
  const desk = await aDeskOn()
  const project = await aProject(desk)
  const milestone = await aMilestone(desk, project.id)
  const { user, history } = windowAt(desk, `/projects/${project.id}?tab=milestones`)
  await user.click(await screen.findByRole('button', { name: 'Åpne Kurs holdt' }))
  await screen.findByRole('region', { name: 'De tre datoene' })
  await user.click(screen.getByRole('link', { name: 'Åpne i registeret' }))
  await screen.findByRole('heading', { name: 'Kurs holdt', level: 2 })
  expect(history.location.pathname).toBe(`/milestones/${milestone.id}`)
  await screen.findByRole('link', { name: 'Næringsvertskap' })
})

test('the register tells state and slip in words, counts by state, and filters by state', async () => {
  const desk = await aDeskOn()
  const project = await aProject(desk)
  const late = await aMilestone(desk, project.id, { title: 'Sent' })
  await desk.call('milestones.forecast', { id: late.id, forecastOn: '2026-11-01', reason: 'Ferie' })
  await aMilestone(desk, project.id, { title: 'Over', baselineOn: '2026-09-10' })
  await aMilestone(desk, project.id, { title: 'I tide' })
  const { user } = windowAt(desk, '/milestones')
  const row = async (name: RegExp) => within(await screen.findByRole('row', { name }))
  ;(await row(/Sent/)).getByText('1 dag sent')
  ;(await row(/Over/)).getByText('5 dager over fristen')
  screen.getByText('I rute 1 · Forsinket 1 · Over fristen 1')
  await user.click(screen.getByRole('button', { name: 'Filtrer' }))
  await user.click(await screen.findByRole('checkbox', { name: 'Over fristen' }))
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('row', { name: /I tide/ })).toBeNull())
  screen.getByRole('row', { name: /Over/ })
})

test('with no milestone at all the register leads to the projects', async () => {
  const desk = await aDeskOn()
  const { user, history } = windowAt(desk, '/milestones')
  await screen.findByText('Ingen milepæler ennå')
  await user.click(screen.getByRole('button', { name: 'Gå til Prosjekter' }))
  await waitFor(() => expect(history.location.pathname).toBe('/projects'))
})
