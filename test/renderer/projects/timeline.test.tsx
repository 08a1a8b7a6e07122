import { expect, test } from 'vitest'
import { aDeskOn, fireEvent, screen, waitFor, windowAt, within } from '../a-window.tsx'

// Today is 2026-09-15.
async function aTimeline() {
  const desk = await aDeskOn()
  const kari = await desk.call('persons.add', { givenName: 'Kari', familyName: 'Nordmann' })
  const project = await desk.call('projects.add', {
    title: 'Grønn havn',
    number: 'F-1',
    lighthouse: true,
    crossCutting: true,
    leadId: kari.id,
    startYear: 2026,
    startOn: '2026-01-01',
    endPlannedOn: '2027-06-30',
    status: 'running',
    newPlan: 'Næringsplanen',
  })
  const add = (title: string, baselineOn: string) =>
    desk.call('milestones.add', { projectId: project.id, title, baselineOn, ownerId: kari.id })
  const fibre = await add('Fiber lagt', '2026-11-01')
  const charging = await add('Ladeanlegg', '2026-12-01')
  const dates = async (id: string) => {
    const { milestone } = await desk.call('milestones.open', { id })
    return { forecastOn: milestone.forecastOn, reason: milestone.deviationReason }
  }
  return { desk, project, fibre, charging, dates }
}
const grid = () => screen.findByRole('treegrid', { name: 'Tidslinje over prosjekter og milepæler' })
/** The row that a screen reader stands on. */
const activeRow = (chart: HTMLElement) => document.getElementById(chart.getAttribute('aria-activedescendant') ?? '')
const nameOfActive = (chart: HTMLElement) => activeRow(chart)?.getAttribute('aria-label')

test('each row tells all of its dates, so that nothing must be seen', async () => {
  const { desk, charging } = await aTimeline()
  await desk.call('milestones.forecast', { id: charging.id, forecastOn: '2027-01-20', reason: 'Leveransen er utsatt.' })
  windowAt(desk, '/timeline')
  await grid()
  screen.getByRole('row', {
    name: 'Milepæl Ladeanlegg, ansvarlig Kari Nordmann, planlagt dato 1. desember 2026, prognose 20. januar 2027, forsinket, 50 dager sent, årsak: Leveransen er utsatt.',
  })
  screen.getByRole('row', {
    name: 'Prosjekt F-1 Grønn havn, fyrtårn, i gang, fra 1. januar 2026, planlagt slutt 30. juni 2027, 2 milepæler',
  })
})

test('the keyboard walks the rows, and left and right hide and show milestones', async () => {
  const { desk } = await aTimeline()
  const { user } = windowAt(desk, '/timeline')
  const chart = await grid()
  chart.focus()
  expect(nameOfActive(chart)).toMatch(/^Prosjekt F-1/)
  await user.keyboard('{ArrowDown}{ArrowDown}')
  expect(nameOfActive(chart)).toMatch(/^Milepæl Ladeanlegg/)
  await user.keyboard('{ArrowLeft}')
  expect(nameOfActive(chart)).toMatch(/^Prosjekt F-1/)
  expect(activeRow(chart)?.getAttribute('aria-expanded')).toBe('true')
  await user.keyboard('{ArrowLeft}')
  expect(activeRow(chart)?.getAttribute('aria-expanded')).toBe('false')
  expect(screen.queryByRole('row', { name: /^Milepæl/ })).toBeNull()
  await user.keyboard('{ArrowRight}{ArrowRight}')
  expect(nameOfActive(chart)).toMatch(/^Milepæl Fiber lagt/)
  expect(chart.getAttribute('aria-rowcount')).toBe('4')
})

test('a forecast is moved by keys, told on the way, and late it asks why before it is set', async () => {
  const { desk, fibre, dates } = await aTimeline()
  const { user } = windowAt(desk, '/timeline')
  const chart = await grid()
  chart.focus()
  await user.keyboard('{ArrowDown}{F2}')
  await screen.findByText(/Flytter prognosen, 1\. november 2026/)
  await user.keyboard('{PageDown}{Shift>}{ArrowRight}{/Shift}{ArrowRight}{ArrowLeft}{ArrowLeft}')
  await screen.findByText('7. desember 2026, 36 dager sent')
  await user.keyboard('{Enter}')
  const dialog = within(await screen.findByRole('dialog', { name: 'Flytt prognosen for Fiber lagt' }))
  await user.click(dialog.getByRole('button', { name: 'Sett prognosen' }))
  await dialog.findByText(/Årsaken mangler/)
  expect((await dates(fibre.id)).forecastOn).toBeNull()
  await user.type(dialog.getByLabelText(/^Hvorfor senere/), 'Gravingen ble utsatt.')
  await user.click(dialog.getByRole('button', { name: 'Sett prognosen' }))
  await screen.findByText('Prognosen er satt.')
  expect(await dates(fibre.id)).toEqual({ forecastOn: '2026-12-07', reason: 'Gravingen ble utsatt.' })
  await screen.findByRole('row', { name: /Fiber lagt.*prognose 7\. desember 2026.*36 dager sent/ })
  await user.click(screen.getByRole('button', { name: 'Angre' }))
  await waitFor(async () => expect(await dates(fibre.id)).toEqual({ forecastOn: null, reason: null }))
})

test('an earlier forecast is set at once: nothing is to be explained', async () => {
  const { desk, fibre, dates } = await aTimeline()
  const { user } = windowAt(desk, '/timeline')
  const chart = await grid()
  chart.focus()
  await user.keyboard('{ArrowDown}m{PageUp}{Enter}')
  await screen.findByText('Prognosen er satt.')
  expect(screen.queryByRole('dialog')).toBeNull()
  expect((await dates(fibre.id)).forecastOn).toBe('2026-10-01')
})

test('Escape and a dialog left without an answer put the forecast back', async () => {
  const { desk, fibre, dates } = await aTimeline()
  const { user } = windowAt(desk, '/timeline')
  const chart = await grid()
  chart.focus()
  await user.keyboard('{ArrowDown}{F2}{ArrowRight}{Escape}')
  await screen.findByText('Prognosen står som før.')
  await user.keyboard('{F2}{PageDown}{Enter}')
  await screen.findByRole('dialog')
  await user.click(screen.getByRole('button', { name: 'Avbryt' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(nameOfActive(chart)).toContain('ingen prognose')
  expect(await dates(fibre.id)).toEqual({ forecastOn: null, reason: null })
})

test('a mark dragged with the pointer asks why too', async () => {
  const { desk, fibre, dates } = await aTimeline()
  const { user } = windowAt(desk, '/timeline?zoom=month')
  await grid()
  const row = screen.getByRole('row', { name: /^Milepæl Fiber lagt/ })
  const mark = row.querySelector('[data-grab]')
  if (!mark) throw new Error('the mark cannot be taken hold of')
  // jsdom lays nothing out: every mark stands at 0, so the pointer says by itself how far it goes.
  const from = Number.parseFloat((mark as HTMLElement).style.left)
  const chart = await grid()
  const at = from + 320 - chart.scrollLeft
  fireEvent.pointerDown(mark, { button: 0, clientX: 0 })
  fireEvent.pointerMove(mark, { clientX: at + 19 * 12 })
  fireEvent.pointerUp(mark, { clientX: at + 19 * 12 })
  const dialog = within(await screen.findByRole('dialog', { name: 'Flytt prognosen for Fiber lagt' }))
  await user.type(dialog.getByLabelText(/^Hvorfor senere/), 'Frost i bakken.')
  await user.click(dialog.getByRole('button', { name: 'Sett prognosen' }))
  await screen.findByText('Prognosen er satt.')
  expect(await dates(fibre.id)).toEqual({ forecastOn: '2026-11-20', reason: 'Frost i bakken.' })
})

test('a milestone that is reached stays where it is', async () => {
  const { desk, fibre } = await aTimeline()
  await desk.call('milestones.reach', { id: fibre.id, actualOn: '2026-09-01' })
  const { user } = windowAt(desk, '/timeline')
  const chart = await grid()
  chart.focus()
  await user.keyboard('{ArrowDown}{F2}')
  await screen.findByText('Milepælen er nådd og kan ikke flyttes.')
  expect(activeRow(chart)?.querySelector('[data-grab]')).toBeNull()
})

test('the zoom goes from week to decade by keys and lies in the address', async () => {
  const { desk } = await aTimeline()
  const { user, history } = windowAt(desk, '/timeline?zoom=week')
  const chart = await grid()
  const chosen = () => screen.getAllByRole('radio').find((one) => (one as HTMLInputElement).checked)
  for (const zoom of ['Uke', 'Måned', 'Kvartal', 'År', 'Tiår', 'Tiår']) {
    await waitFor(() => expect(chosen()?.closest('label')?.textContent).toBe(zoom))
    chart.focus()
    await user.keyboard('-')
  }
  expect(history.location.search).toContain('zoom=decade')
  await user.keyboard('0')
  await waitFor(() => expect(chosen()?.closest('label')?.textContent).toBe('Alt'))
})

test('the same stands in an ordinary table, with links to every milestone', async () => {
  const { desk, charging } = await aTimeline()
  await desk.call('milestones.forecast', { id: charging.id, forecastOn: '2027-01-20', reason: 'Leveransen er utsatt.' })
  const { user } = windowAt(desk, '/timeline')
  await grid()
  await user.click(screen.getByRole('switch', { name: 'Vis som tabell' }))
  const table = await screen.findByRole('table', { name: 'Prosjekter og milepæler med de tre datoene' })
  expect(screen.queryByRole('treegrid')).toBeNull()
  const row = within(table).getByRole('row', { name: /^Ladeanlegg/ })
  expect(
    within(row)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  ).toEqual(['Kari Nordmann', '01.12.2026', '20.01.2027', '–', 'Forsinket', '50 dager sentLeveransen er utsatt.'])
  expect(within(row).getByRole('link').getAttribute('href')).toBe(`/milestones/${charging.id}`)
})

test('filters say what to do where they leave nothing', async () => {
  const { desk, project } = await aTimeline()
  await desk.call('projects.revise', { id: project.id, changes: { status: 'finished' } })
  const { user } = windowAt(desk, '/timeline')
  await screen.findByText('Ingen prosjekter å vise')
  await user.click(screen.getByRole('button', { name: 'Vis alle' }))
  await grid()
})
