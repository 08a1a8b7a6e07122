import { expect, test } from 'vitest'
import { cumulative } from '#renderer/features/home/year-progress.tsx'
import { aDeskOn, fireEvent, screen, waitFor, windowAt, within } from '../a-window.tsx'

const panel = (name: string | RegExp) => screen.findByRole('region', { name })

test('an empty file shows three steps, and each leads somewhere', async () => {
  const desk = await aDeskOn()
  const { user } = windowAt(desk, '/')
  const steps = await panel('Kom i gang')
  expect(within(steps).getAllByRole('listitem')).toHaveLength(3)
  await user.click(within(steps).getByRole('button', { name: 'Lag besøksplan' }))
  await screen.findByRole('heading', { name: 'Besøksplan 2026' })
})

test('visits are counted against the target and the plan so far, and the chart is a table one press away', async () => {
  const desk = await aDeskOn()
  const company = await desk.aCompany({ name: 'Alfa AS' })
  await desk.aVisit({ companyId: company.id, visitedOn: '2026-01-10', type: 'companyVisit' })
  await desk.aVisit({ companyId: company.id, visitedOn: '2026-03-10', type: 'companyVisit' })
  await desk.aVisit({ companyId: company.id, visitedOn: '2026-04-10', type: 'phone' })
  await desk.call('visitPlans.set', { year: 2026, target: 12, distribution: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1] })
  const { user } = windowAt(desk, '/')
  const progress = await panel('Bedriftsbesøk 2026')
  expect(within(progress).getByText('av 12')).toBeTruthy()
  expect(within(progress).getByRole('meter').getAttribute('aria-valuenow')).toBe('2')
  // Eight months are over and half of September: 8.5, rounded up.
  expect(within(progress).getByText('7 besøk etter planen')).toBeTruthy()
  await user.click(within(progress).getByRole('button', { name: /^Vis som tabell: / }))
  const march = within(progress).getByRole('row', { name: /^mar/ })
  expect(march.textContent).toBe('mar23')
})

test('what is overdue says by how many days, and drafts are counted', async () => {
  const desk = await aDeskOn()
  const company = await desk.aCompany({ name: 'Alfa AS' })
  const visit = await desk.aVisit({ companyId: company.id, visitedOn: '2026-05-01' })
  await desk.aFollowUp({ visitId: visit.id, description: 'Ringe kommunen', dueOn: '2026-09-01' })
  await desk.aVisit({ companyId: company.id, visitedOn: '2026-05-02', draft: true })
  windowAt(desk, '/')
  const due = await panel('Må gjøres nå')
  expect(within(due).getByText('14 dager over')).toBeTruthy()
  expect(within(due).getByText('1 besøk ligger som utkast')).toBeTruthy()
})

test('next to visit says why: agreed, never, or how long ago', async () => {
  const desk = await aDeskOn()
  const agreed = await desk.aCompany({ name: 'Avtalt AS' })
  const old = await desk.aCompany({ name: 'Gammel AS' })
  await desk.aCompany({ name: 'Aldri AS' })
  await desk.aVisit({ companyId: agreed.id, visitedOn: '2026-01-10', nextVisitBy: '2026-09-01' })
  await desk.aVisit({ companyId: old.id, visitedOn: '2022-09-01' })
  windowAt(desk, '/')
  const next = await panel('Neste å besøke')
  const lines = within(next)
    .getAllByRole('listitem')
    .map((line) => line.textContent)
  expect(lines).toEqual([
    expect.stringContaining('Avtalt innen 01.09.2026'),
    expect.stringContaining('Aldri besøkt'),
    expect.stringContaining('4 år siden'),
  ])
})

test('the list of those not visited follows day, sector and municipality, and keeps them in the address', async () => {
  const desk = await aDeskOn()
  await desk.aCompany({ name: 'Sarpsborg AS', municipalityCode: '3105' })
  await desk.aCompany({ name: 'Moss AS', municipalityCode: '3103' })
  const { history } = windowAt(desk, '/?show=due&municipality=%223103%22')
  await screen.findByRole('row', { name: /Moss AS/ })
  expect(screen.queryByRole('row', { name: /Sarpsborg AS/ })).toBeNull()
  const since = screen.getByRole('textbox', { name: 'Ikke besøkt siden' })
  fireEvent.change(since, { target: { value: '01.06.2026' } })
  await waitFor(() => expect(history.location.href).toContain('since=2026-06-01'))
})

test('another year shows its own numbers', async () => {
  const desk = await aDeskOn()
  const company = await desk.aCompany({ name: 'Alfa AS' })
  await desk.aVisit({ companyId: company.id, visitedOn: '2025-02-10', type: 'companyVisit' })
  const { user } = windowAt(desk, '/')
  await panel('Bedriftsbesøk 2026')
  await user.click(screen.getByRole('button', { name: 'Vis 2025' }))
  const progress = await panel('Bedriftsbesøk 2025')
  await waitFor(() => expect(within(progress).getByText(/besøk under målet/).textContent).toBe('49 besøk under målet'))
})

test('a plan is saved only when the months add up, and undo takes it back', async () => {
  const desk = await aDeskOn()
  await desk.aCompany({ name: 'Alfa AS' })
  const { user } = windowAt(desk, '/?show=plan')
  const target = await screen.findByLabelText('Mål for året')
  await user.clear(target)
  await user.type(target, '53')
  await screen.findByText('Månedene gir 50. Fordel 3 til for å nå målet.')
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Lagre planen' }).disabled).toBe(true)
  await user.click(screen.getByRole('button', { name: 'Fordel jevnt' }))
  await screen.findByText('Månedene gir 53, som er målet.')
  const july = screen.getByLabelText('juli')
  await user.clear(july)
  await user.type(july, '2')
  await screen.findByText(/2 mer enn målet/)
  await user.clear(july)
  await user.click(screen.getByRole('button', { name: 'Lagre planen' }))
  await screen.findByText('Planen for 2026 er lagret.')
  expect(await desk.call('visitPlans.show', { year: 2026 })).toMatchObject({ target: 53 })
  await user.click(screen.getByRole('button', { name: 'Angre' }))
  await waitFor(async () => expect(await desk.call('visitPlans.show', { year: 2026 })).toBeNull())
})

test('months to come have no visits yet, rather than none', () => {
  const months = [
    { month: '2026-01', count: 2, target: 1 },
    { month: '2026-02', count: 3, target: 1 },
    { month: '2026-03', count: 0, target: 2 },
  ]
  expect(cumulative(months, '2026-02')).toEqual({ visits: [2, 5, null], plan: [1, 2, 4] })
})
