import { expect, test } from 'vitest'
import { aDeskOn, fireEvent, screen, waitFor, windowAt, within } from '../a-window.tsx'

// Today is 2026-09-15.
async function aGrid() {
  const desk = await aDeskOn()
  const jobs = await desk.call('indicators.add', {
    code: 'I-1',
    title: 'Arbeidsplasser',
    unit: 'number',
    frequency: 'yearly',
    regionCodes: ['NO'],
  })
  const growth = await desk.call('indicators.add', {
    code: 'I-2',
    title: 'Vekst',
    unit: 'percent',
    decimals: 2,
    frequency: 'yearly',
    regionCodes: ['NO'],
  })
  const figures = async (id: string) => {
    const open = await desk.call('indicators.open', { id })
    return Object.fromEntries(open.series.flatMap((one) => one.figures.map(({ period, value }) => [period, value])))
  }
  return { desk, jobs, growth, figures }
}
const path = '/figures?plan=all&from=%222021%22&to=%222025%22'
const grid = () => screen.findByRole('grid', { name: 'Måleverdier per indikator og periode' })
const active = (sheet: HTMLElement) => document.getElementById(sheet.getAttribute('aria-activedescendant') ?? '')
const paste = (sheet: HTMLElement, text: string) =>
  fireEvent.paste(sheet, { clipboardData: { getData: () => text, types: ['text/plain'] } })

test('figures are typed as in a sheet and saved together, and one undo takes them back', async () => {
  const { desk, jobs, growth, figures } = await aGrid()
  const { user } = windowAt(desk, path)
  const sheet = await grid()
  sheet.focus()
  await user.keyboard('{Home}1234{Enter}3,87 %{Tab}4,01{Enter}')
  await screen.findByText('3 verdier venter på lagring.')
  await user.click(screen.getByRole('button', { name: 'Lagre 3 verdier' }))
  await screen.findByText('3 måleverdier er lagret.')
  expect(await figures(jobs.id)).toEqual({ '2021': 1234 })
  expect(await figures(growth.id)).toEqual({ '2021': 3.87, '2022': 4.01 })
  await user.click(screen.getByRole('button', { name: 'Angre' }))
  await waitFor(async () => expect(await figures(growth.id)).toEqual({}))
})

test('a pasted block fills the cells, and what it says wrongly stays at its cell until it is put right', async () => {
  const { desk, jobs, growth, figures } = await aGrid()
  const { user } = windowAt(desk, path)
  const sheet = await grid()
  sheet.focus()
  await user.keyboard('{Home}')
  paste(sheet, '1 200\t1.234\t5 %\n3,87\t:\t4,5\n9\t9\t9')
  await screen.findByText('6 verdier venter på lagring.')
  await user.click(screen.getByRole('button', { name: 'Lagre 6 verdier' }))
  await screen.findByRole('heading', { name: '1 celle må rettes' })
  expect(active(sheet)?.getAttribute('aria-invalid')).toBe('true')
  await user.keyboard('1300{Enter}')
  await user.click(screen.getByRole('button', { name: 'Lagre 6 verdier' }))
  await screen.findByText('6 måleverdier er lagret.')
  expect(await figures(jobs.id)).toEqual({ '2021': 1200, '2022': 1234, '2023': 1300 })
  expect(await figures(growth.id)).toEqual({ '2021': 3.87, '2022': null, '2023': 4.5 })
})

test('a figure far from the last is asked about, and saved when it is confirmed', async () => {
  const { desk, jobs, figures } = await aGrid()
  const { user } = windowAt(desk, path)
  const sheet = await grid()
  sheet.focus()
  await user.keyboard('{Home}')
  paste(sheet, '100\t5000')
  await user.click(await screen.findByRole('button', { name: 'Lagre 2 verdier' }))
  await user.click(await screen.findByRole('button', { name: 'Alle stemmer, lagre' }))
  await waitFor(async () => expect(await figures(jobs.id)).toEqual({ '2021': 100, '2022': 5000 }))
})

test('of two figures far from those before, one is confirmed by itself and the other put right', async () => {
  const { desk, jobs, growth, figures } = await aGrid()
  const { user } = windowAt(desk, path)
  const sheet = await grid()
  sheet.focus()
  await user.keyboard('{Home}')
  paste(sheet, '100\t5000\n2\t80')
  await user.click(await screen.findByRole('button', { name: 'Lagre 4 verdier' }))
  const jumps = within(await screen.findByRole('region', { name: '2 verdier er svært ulike de forrige' }))
  const [first] = jumps.getAllByRole('button', { name: 'Tallet stemmer' })
  await user.click(first as HTMLElement)
  await screen.findByRole('heading', { name: '1 verdi er svært ulik den forrige' })
  await screen.findByText(/^I-1 Arbeidsplasser, .*2022 er bekreftet og lagres med de andre\.$/)
  // The button is gone; the focus went on to the next that is asked about.
  const next = screen.getAllByRole('button', { name: 'Tallet stemmer' })
  expect(next).toContain(document.activeElement)
  const said = document.getElementById(document.activeElement?.getAttribute('aria-describedby') ?? '')
  expect(said?.textContent).toMatch(/^I-2 Vekst, .*2022: 80$/)
  await user.click(screen.getByRole('button', { name: /^I-2 Vekst, .*2022: 80/ }))
  await user.keyboard('3{Enter}')
  await user.click(screen.getByRole('button', { name: 'Lagre 4 verdier' }))
  await waitFor(async () => expect(await figures(jobs.id)).toEqual({ '2021': 100, '2022': 5000 }))
  expect(await figures(growth.id)).toEqual({ '2021': 2, '2022': 3 })
})

test('when the last figure far from the one before is confirmed, the focus is at its cell', async () => {
  const { desk, jobs, figures } = await aGrid()
  const { user } = windowAt(desk, path)
  const sheet = await grid()
  sheet.focus()
  await user.keyboard('{Home}')
  paste(sheet, '100\t5000')
  await user.click(await screen.findByRole('button', { name: 'Lagre 2 verdier' }))
  const jumps = within(await screen.findByRole('region', { name: '1 verdi er svært ulik den forrige' }))
  await user.click(jumps.getByRole('button', { name: 'Tallet stemmer' }))
  await waitFor(() => expect(document.activeElement).toBe(sheet))
  expect(active(sheet)?.getAttribute('aria-label')).toMatch(/^5\s000, venter/)
  await user.click(screen.getByRole('button', { name: 'Forkast' }))
  await waitFor(() => expect(document.activeElement).toBe(sheet))
  expect(await figures(jobs.id)).toEqual({})
})

test('the grid shows what measures a goal, which is found by its words', async () => {
  const { desk, jobs } = await aGrid()
  const plan = await desk.call('plans.add', { title: 'Strategi', status: 'inForce' })
  const goal = await desk.call('goals.add', { planId: plan.id, title: 'Flere i arbeid' })
  await desk.call('goals.revise', { id: goal.id, changes: { leadIndicatorId: jobs.id } })
  const { user, history } = windowAt(desk, path)
  await screen.findByRole('rowheader', { name: /I-2 Vekst/ })
  await user.type(screen.getByRole('combobox', { name: 'Mål' }), 'arbeid')
  await user.click(await screen.findByRole('option', { name: /Flere i arbeid/ }))
  await waitFor(() => expect(screen.queryByRole('rowheader', { name: /I-2 Vekst/ })).toBeNull())
  expect(screen.getByRole('rowheader', { name: /I-1 Arbeidsplasser/ })).toBeTruthy()
  expect(decodeURIComponent(history.location.href)).toContain(goal.id)
})

test('where there are more indicators than are shown, that is said, and a search finds the rest', async () => {
  const desk = await aDeskOn()
  for (let number = 1; number <= 201; number += 1) {
    await desk.call('indicators.add', { code: `I-${number}`, title: `Indikator ${number}`, regionCodes: ['NO'] })
  }
  const { next } = await desk.call('indicators.list', { limit: 200 })
  const [last] = (await desk.call('indicators.list', { limit: 200, cursor: next })).rows
  const { user } = windowAt(desk, path)
  await screen.findByText('Bare de 200 første indikatorene vises. Velg en plan eller søk for å finne resten.')
  await user.type(screen.getByRole('searchbox'), last?.title ?? '')
  await screen.findByRole('rowheader', { name: new RegExp(`${last?.code} ${last?.title}`) })
  await waitFor(() => expect(screen.queryByText(/^Bare de 200/)).toBeNull())
  // Its region finds it as well, though neither its code nor its title has the word.
  await desk.call('indicators.revise', { id: last?.id ?? '', changes: { regionCodes: ['3101'] } })
  await user.clear(screen.getByRole('searchbox'))
  await screen.findByText(/^Bare de 200/)
  await user.type(screen.getByRole('searchbox'), 'halden')
  await screen.findByRole('rowheader', { name: new RegExp(`${last?.code} ${last?.title}`) })
  expect(screen.getAllByRole('rowheader')).toHaveLength(1)
})

test('a word that says missing asks why; Escape gives up, Delete drops, Ctrl+Z brings back', async () => {
  const { desk } = await aGrid()
  const { user } = windowAt(desk, path)
  const sheet = await grid()
  sheet.focus()
  await user.keyboard('{Home}77{Escape}')
  await screen.findByText('Ingenting venter på lagring.')
  await user.keyboard('mangler{Enter}{ArrowUp}')
  await screen.findByText('Skriv hvorfor verdien mangler.', { selector: 'p' })
  sheet.focus()
  await user.keyboard('{Delete}')
  await screen.findByText('Ingenting venter på lagring.')
  await user.keyboard('{Control>}z{/Control}')
  await screen.findByText('1 verdi venter på lagring.')
})

test('what waits is found again when the screen is left and opened anew', async () => {
  const { desk } = await aGrid()
  const first = windowAt(desk, path)
  const sheet = await grid()
  sheet.focus()
  await first.user.keyboard('{Home}55{Enter}')
  await screen.findByText('1 verdi venter på lagring.')
  first.unmount()
  windowAt(desk, path)
  await screen.findByText(/1 verdi venter på lagring\..*Hentet fram fra sist/)
})
