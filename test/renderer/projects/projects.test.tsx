import { expect, test } from 'vitest'
import { aDeskOn, cleanup, screen, waitFor, windowAt, within } from '../a-window.tsx'
import { aMilestone, aProject, type Desk } from './a-project.ts'

/** Money and figures are written with hard blanks. */
const text = (element: Element | null) => (element?.textContent ?? '').replaceAll(/\s/g, ' ')
const open = (desk: Desk, id: string) => desk.call('projects.open', { id })

test('the first project names its plan and its focus areas on the way, and opens at its details', async () => {
  const desk = await aDeskOn()
  const { user } = windowAt(desk, '/projects')
  await screen.findByText('Ingen prosjekter ennå')
  await user.click(screen.getAllByRole('button', { name: 'Nytt prosjekt' })[0] as HTMLElement)
  const form = within(await screen.findByRole('dialog'))
  await user.type(await form.findByLabelText(/^Tittel/), 'Næringsvertskap')
  await user.click(form.getByRole('button', { name: 'Legg til' }))
  form.getByText(/Velg minst ett innsatsområde/)
  await user.type(form.getByLabelText(/^Planens navn/), 'Næringsplan 2024–2028')
  await user.type(form.getByLabelText('Nytt innsatsområde'), 'Kompetanse{Enter}')
  await user.click(form.getByRole('checkbox', { name: /^Fyrtårn/ }))
  await user.click(form.getByRole('button', { name: 'Legg til' }))
  await screen.findByRole('heading', { name: 'Næringsvertskap', level: 2 })
  await screen.findByRole('tab', { name: 'Opplysninger', selected: true })
  expect(await desk.call('plans.list', {})).toMatchObject([
    { title: 'Næringsplan 2024–2028', areas: [{ title: 'Kompetanse', number: 1 }] },
  ])
  expect((await desk.call('projects.list', {})).rows).toMatchObject([
    { title: 'Næringsvertskap', lighthouse: true, startYear: 2026, focusAreaTitles: ['Kompetanse'] },
  ])
})

test('a focus area typed for a new project is said aloud, and taking it out leaves the focus where the next is typed', async () => {
  const desk = await aDeskOn()
  const { user } = windowAt(desk, '/projects?adding=true')
  const form = within(await screen.findByRole('dialog', { name: 'Nytt prosjekt' }))
  const field = await form.findByLabelText('Nytt innsatsområde')
  await user.type(field, 'Mat{Enter}')
  expect(form.getByRole('status').textContent).toContain('Mat')
  form.getByRole('button', { name: 'Ta bort Mat' }).focus()
  await user.keyboard('{Enter}')
  await waitFor(() => expect(form.queryByRole('button', { name: 'Ta bort Mat' })).toBeNull())
  expect(document.activeElement).toBe(field)
})

test('a half-written project is there again when the form is opened anew', async () => {
  const desk = await aDeskOn()
  await aProject(desk)
  const first = windowAt(desk, '/projects?adding=true')
  await first.user.type(await screen.findByLabelText(/^Tittel/), 'Havneutvikling')
  await first.user.click(screen.getByRole('checkbox', { name: /^1 Kompetanse/ }))
  cleanup()
  windowAt(desk, '/projects?adding=true')
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>(/^Tittel/).value).toBe('Havneutvikling'))
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /^1 Kompetanse/ }).checked).toBe(true)
})

test('an amber light without a comment is refused at the comment, and with one it leads the record', async () => {
  const desk = await aDeskOn()
  const project = await aProject(desk)
  const { user } = windowAt(desk, `/projects/${project.id}`)
  await user.click(await screen.findByRole('button', { name: 'Meld status' }))
  const form = within(screen.getByRole('group', { name: 'Meld status' }))
  await user.click(form.getByRole('radio', { name: 'Gult' }))
  await user.click(form.getByRole('button', { name: 'Meld status' }))
  await waitFor(() => expect(form.getByLabelText(/^Kommentar/).getAttribute('aria-invalid')).toBe('true'))
  expect((await open(desk, project.id)).reports).toEqual([])
  await user.type(form.getByLabelText(/^Kommentar/), 'Anbudet kom inn for høyt')
  await user.click(form.getByRole('button', { name: 'Meld status' }))
  await screen.findByText('Anbudet kom inn for høyt')
  expect((await open(desk, project.id)).project).toMatchObject({ light: 'amber', lightOn: '2026-09-15' })
})

test('a field that is refused keeps what was typed and says why; what is to be looked at stands beside its field', async () => {
  const desk = await aDeskOn()
  const project = await aProject(desk, { status: 'running', leadId: null })
  const { user } = windowAt(desk, `/projects/${project.id}?tab=fields`)
  const end = await screen.findByLabelText<HTMLInputElement>('Planlagt slutt')
  await user.type(end, '31.12.2020{Enter}')
  await waitFor(() => expect(end.getAttribute('aria-invalid')).toBe('true'))
  expect(end.value).toBe('31.12.2020')
  screen.getByText(/^Prosjektet pågår uten prosjektleder/)
})

test('the budget brings its currency along, and one undo takes both back', async () => {
  const desk = await aDeskOn()
  const project = await aProject(desk)
  const { user } = windowAt(desk, `/projects/${project.id}?tab=fields`)
  await user.type(await screen.findByLabelText('Budsjett'), '1 500 000,50 kr{Enter}')
  await waitFor(async () =>
    expect((await open(desk, project.id)).project).toMatchObject({ budgetAmount: 150_000_050, currency: 'NOK' }),
  )
  await user.click(screen.getByRole('button', { name: 'Angre siste endring' }))
  await waitFor(async () =>
    expect((await open(desk, project.id)).project).toMatchObject({ budgetAmount: null, currency: null }),
  )
})

test('a project is not carried on in a ring: the field says so', async () => {
  const desk = await aDeskOn()
  const study = await aProject(desk, { title: 'Forstudie' })
  const network = await aProject(desk, { title: 'Nettverk' })
  await desk.call('projects.revise', { id: study.id, changes: { continuesAsId: network.id } })
  const { user } = windowAt(desk, `/projects/${network.id}?tab=fields`)
  const field = await screen.findByRole('combobox', { name: 'Videreføres i' })
  await user.type(field, 'Forst')
  await user.click(await screen.findByRole('option', { name: /Forstudie/ }))
  await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'))
  expect((await open(desk, network.id)).project.continuesAsId).toBeNull()
})

test('partners take their roles, and their commitments are tied to the project and let go', async () => {
  const desk = await aDeskOn()
  const project = await aProject(desk)
  const partner = await desk.call('partners.add', { name: 'Moss kommune', partnerType: 'municipality' })
  const pledge = await desk.call('commitments.add', {
    partnerId: partner.id,
    title: 'Årlig tilskudd',
    kind: 'money',
    amount: 20_000_000,
    unit: 'NOK',
    periodFrom: '2026-01-01',
    periodTo: '2026-12-31',
  })
  const { user } = windowAt(desk, `/projects/${project.id}?tab=partners`)
  await user.click(await screen.findByRole('button', { name: 'Legg til partner' }))
  const form = within(screen.getByRole('group', { name: 'Legg til partner' }))
  await user.click(form.getByRole('button', { name: /Partner/ }))
  await user.click(await screen.findByRole('option', { name: 'Moss kommune' }))
  await user.click(form.getByRole('button', { name: 'Legg til' }))
  await waitFor(async () => expect((await open(desk, project.id)).partners).toMatchObject([{ role: 'owner' }]))
  await user.click(screen.getByRole('button', { name: 'Knytt en forpliktelse' }))
  await user.type(screen.getByRole('combobox', { name: /^Forpliktelse/ }), 'Årlig')
  await user.click(await screen.findByRole('option', { name: /Årlig tilskudd/ }))
  await user.click(screen.getByRole('button', { name: 'Knytt en forpliktelse' }))
  const tied = await screen.findByRole('link', { name: 'Årlig tilskudd' })
  expect(text(tied.closest('li'))).toContain('0 kr av 200 000 kr')
  await user.click(screen.getByRole('button', { name: 'Løsne Årlig tilskudd fra prosjektet' }))
  await waitFor(async () =>
    expect((await desk.call('commitments.open', { id: pledge.id })).commitment.projectId).toBeNull(),
  )
})

test('financing is summed to the øre against the budget, and more than it is warned of', async () => {
  const desk = await aDeskOn()
  const project = await aProject(desk, { budgetAmount: 100_000_00, currency: 'NOK' })
  await desk.call('financings.add', {
    projectId: project.id,
    source: 'Fylkeskommunen',
    amount: 60_000_25,
    granted: true,
  })
  const { user } = windowAt(desk, `/projects/${project.id}?tab=partners`)
  await user.click(await screen.findByRole('button', { name: 'Legg til finansiering' }))
  const form = within(screen.getByRole('group', { name: 'Legg til finansiering' }))
  await user.type(form.getByLabelText(/^Kilde/), 'Kulturrådet')
  await user.type(form.getByLabelText(/^Beløp/), '50 000')
  await user.click(form.getByRole('button', { name: 'Legg til' }))
  const sums = () =>
    within(screen.getByRole('table'))
      .getAllByRole('row')
      .map((row) => [...row.children].map(text).filter(Boolean))
  await waitFor(() =>
    expect(sums().slice(3)).toEqual([
      ['Sum tilsagn', '60 000,25 kr'],
      ['Sum søkt om', '50 000 kr'],
      ['Budsjett', '100 000 kr'],
      ['Mer enn budsjettet', '10 000,25 kr'],
    ]),
  )
})

test('the register shows light and next milestone in words, sums what it shows, and keeps its filters in the address', async () => {
  const desk = await aDeskOn()
  const host = await aProject(desk, { status: 'running', lighthouse: true, budgetAmount: 100_000_00, currency: 'NOK' })
  await aProject(desk, { title: 'Havn', status: 'idea' })
  await aMilestone(desk, host.id, { baselineOn: '2026-09-01' })
  await desk.call('projects.report', { projectId: host.id, reportedOn: '2026-09-10', light: 'red', comment: 'Stanset' })
  const { user, history } = windowAt(desk, '/projects')
  const row = within(await screen.findByRole('row', { name: /Næringsvertskap/ }))
  row.getByText('Rødt')
  row.getByText('Kurs holdt')
  row.getByText('1 over fristen')
  row.getByRole('img', { name: 'Fyrtårn' })
  const sums = () => within(screen.getByRole('list', { name: 'Summer av det som vises' })).getAllByRole('listitem')
  expect(sums().map(text)).toEqual([
    'Status: Idé 1 · I gang 1',
    'Statuslys: Rødt 1 · Ikke meldt 1',
    'Norske kroner: 100 000 kr i budsjett, 0 kr i tilsagn, 0 kr søkt om',
  ])
  await user.click(screen.getByRole('button', { name: 'Filtrer' }))
  await user.click(await screen.findByRole('switch', { name: 'Bare fyrtårn' }))
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('row', { name: /Havn/ })).toBeNull())
  expect(history.location.href).toContain('lighthouse=true')
})

test('a filter that lets nothing through says so and shows all again; nonsense in the address is left out', async () => {
  const desk = await aDeskOn()
  await aProject(desk)
  const { user } = windowAt(desk, '/projects?text=%22finnes+ikke%22&lead=%22nobody%22&lights=%5B%22blue%22%5D')
  await screen.findByText('Ingen prosjekter passer')
  await user.click(screen.getByRole('button', { name: 'Vis alle' }))
  await screen.findByRole('row', { name: /Næringsvertskap/ })
})

test('a project is removed with a way back', async () => {
  const desk = await aDeskOn()
  const project = await aProject(desk)
  const { user } = windowAt(desk, `/projects/${project.id}`)
  await screen.findByRole('heading', { name: 'Næringsvertskap', level: 2 })
  await user.click(screen.getAllByRole('button', { name: 'Mer' })[0] as HTMLElement)
  await user.click(await screen.findByRole('menuitem', { name: 'Slett prosjektet' }))
  await screen.findByText('Prosjektet er slettet.')
  await user.click(screen.getByRole('button', { name: 'Angre' }))
  await waitFor(async () => expect((await desk.call('projects.list', {})).rows).toHaveLength(1))
})

test('a new project is begun from anywhere by its keys, under one of several plans in force', async () => {
  const desk = await aDeskOn()
  const own = await desk.call('plans.add', { title: 'Næringsplan', versionLabel: 'Rullert 2025', status: 'inForce' })
  await desk.call('focusAreas.add', { planId: own.id, title: 'Kompetanse' })
  const other = await desk.call('plans.add', {
    title: 'Fylkets strategi',
    organisation: 'Fylket',
    status: 'inForce',
  })
  await desk.call('focusAreas.add', { planId: other.id, title: 'Areal' })
  await desk.call('plans.newVersion', { id: own.id, versionLabel: 'Rullert 2027' })
  const { user } = windowAt(desk, '/visits')
  await screen.findByRole('heading', { level: 1, name: 'Besøk' })
  await user.keyboard('{Control>}{Shift>}P{/Shift}{/Control}')
  const form = within(await screen.findByRole('dialog', { name: 'Nytt prosjekt' }))
  await user.type(await form.findByLabelText(/^Tittel/), 'Ny kai')
  await user.click(form.getByRole('button', { name: /^Planen det hører til|Plan/ }))
  // The draft that takes over is told apart from the version in force.
  const options = (await screen.findAllByRole('option')).map(text)
  expect(options).toEqual(
    expect.arrayContaining(['Næringsplan – Rullert 2025', 'Fylkets strategi', 'Næringsplan – Rullert 2027Utkast']),
  )
  await user.click(screen.getByRole('option', { name: 'Fylkets strategi' }))
  expect(form.queryByText(/Kompetanse/)).toBeNull()
  await user.click(form.getByText(/Areal/))
  await user.click(form.getByRole('button', { name: 'Legg til' }))
  await screen.findByRole('heading', { name: 'Ny kai', level: 2 })
  expect((await desk.call('projects.list', {})).rows).toMatchObject([{ planId: other.id, focusAreaTitles: ['Areal'] }])
})
