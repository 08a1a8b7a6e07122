/** Where projects and milestones are met outside their own screens, and in a file that can't be written. */
import { expect, test } from 'vitest'
import { aDeskOn, screen, windowAt, within } from '../a-window.tsx'
import { aMilestone, aProject, type Desk } from './a-project.ts'

test('a focus area that a project serves stays, and says which way out there is', async () => {
  const desk = await aDeskOn()
  await aProject(desk)
  const [plan] = await desk.call('plans.list', {})
  const area = plan?.areas[0]
  await aProject(desk, { title: 'Kurs', crossCutting: false, focusAreaIds: [area?.id ?? ''] })
  const { user } = windowAt(desk, `/strategy/${plan?.id}?tab=tree`)
  await user.click(await screen.findByRole('button', { name: 'Valg for 1 Kompetanse' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Slett' }))
  await screen.findByText('Et prosjekt viser fortsatt til posten. Fjern den derfra først.')
  expect((await desk.call('plans.list', {}))[0]?.areas.map(({ title }) => title)).toContain('Kompetanse')
})

test('a partner shows the projects that it takes part in, with what it is in each', async () => {
  const desk = await aDeskOn()
  const project = await aProject(desk)
  const partner = await desk.call('partners.add', { name: 'Moss kommune', partnerType: 'municipality' })
  const own = { projectId: project.id, partnerId: partner.id }
  await desk.call('projectPartners.add', { ...own, role: 'owner' })
  await desk.call('projectPartners.add', { ...own, role: 'funder' })
  windowAt(desk, `/partners/${partner.id}`)
  const section = within(await screen.findByRole('region', { name: 'Prosjekter' }))
  const link = await section.findByRole('link', { name: 'Næringsvertskap' })
  expect(link.getAttribute('href')).toContain(`/projects/${project.id}`)
  section.getByText('Eier, Finansiør')
})

test('a commitment is given to a project in its own record', async () => {
  const desk = await aDeskOn()
  const project = await aProject(desk)
  const partner = await desk.call('partners.add', { name: 'Moss kommune', partnerType: 'municipality' })
  const pledge = await desk.call('commitments.add', {
    partnerId: partner.id,
    title: 'Rådgivning',
    kind: 'hours',
    amount: 1_000,
    unit: 'hours',
    periodFrom: '2026-01-01',
    periodTo: '2026-12-31',
  })
  const { user } = windowAt(desk, `/commitments/${pledge.id}`)
  await user.type(await screen.findByRole('combobox', { name: 'Prosjekt' }), 'Næring')
  await user.click(await screen.findByRole('option', { name: /Næringsvertskap/ }))
  await screen.findByRole('link', { name: 'Åpne prosjektet' })
  expect((await desk.call('projects.open', { id: project.id })).commitments).toMatchObject([{ title: 'Rådgivning' }])
})

test('a milestone past its day is among what is due at home', async () => {
  const desk = await aDeskOn()
  await desk.aVisit()
  const project = await aProject(desk, { status: 'running' })
  const milestone = await aMilestone(desk, project.id, { baselineOn: '2026-09-10' })
  windowAt(desk, '/')
  const due = within(await screen.findByRole('region', { name: 'Frister' }))
  const link = await due.findByRole('link', { name: 'Kurs holdt' })
  expect(link.getAttribute('href')).toContain(`/milestones/${milestone.id}`)
  due.getByText('Næringsvertskap · Kari Berg')
  due.getByText('5 dager over')
})

test('a new project is begun from anywhere by its command', async () => {
  const desk = await aDeskOn()
  const { user } = windowAt(desk, '/partners')
  await screen.findByRole('heading', { name: 'Partnere', level: 1 })
  await user.keyboard('{Control>}k{/Control}')
  await user.type(await screen.findByRole('combobox'), 'Nytt prosjekt')
  await user.click(await screen.findByRole('option', { name: /Nytt prosjekt/ }))
  await screen.findByRole('dialog', { name: 'Nytt prosjekt' })
})

/** The same file, opened so that it can't be written. */
function readOnly(desk: Desk): Desk {
  const call: Desk['call'] = async (name, input) => {
    const value = await desk.call(name, input)
    if (name === 'workspace.current' && value !== null) Object.assign(value, { readOnly: true })
    return value
  }
  return { ...desk, call }
}

test('in a file that cannot be written a project is read, and nothing offers to change it', async () => {
  const desk = await aDeskOn()
  const project = await aProject(desk)
  const milestone = await aMilestone(desk, project.id)
  windowAt(readOnly(desk), `/projects/${project.id}?tab=milestones&milestone=%22${milestone.id}%22`)
  await screen.findByText(/Filen er skrivebeskyttet/)
  const dates = within(await screen.findByRole('region', { name: 'De tre datoene' }))
  for (const button of dates.getAllByRole<HTMLButtonElement>('button')) expect(button.disabled).toBe(true)
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Flytt Kurs holdt' }).disabled).toBe(true)
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Legg til milepæl' }).disabled).toBe(true)
  expect(screen.getByLabelText<HTMLInputElement>(/^Tittel/).readOnly).toBe(true)
})
