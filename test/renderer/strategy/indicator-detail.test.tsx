import { expect, test } from 'vitest'
import { aDeskOn, screen, waitFor, windowAt, within } from '../a-window.tsx'

// Today is 2026-09-15.
async function anIndicator() {
  const desk = await aDeskOn()
  const jobs = await desk.call('indicators.add', {
    code: 'I-1',
    title: 'Arbeidsplasser',
    unit: 'number',
    unitText: 'arbeidsplasser',
    frequency: 'yearly',
    regionCodes: ['31'],
  })
  const enter = (period: string, value: number, vintage: string) =>
    desk.call('measurements.enter', {
      figures: [{ indicatorId: jobs.id, regionCode: '31', period, value, vintage }],
    })
  const series = async () => (await desk.call('indicators.open', { id: jobs.id })).series[0]?.figures ?? []
  return { desk, jobs, enter, series }
}
const theForm = async (name: string) => within(await screen.findByRole('dialog', { name }))
const row = (period: string) => within(screen.getByRole('rowheader', { name: period }).closest('tr') as HTMLElement)

test('a field that is refused says why at the field and keeps what was typed', async () => {
  const { desk, jobs } = await anIndicator()
  await desk.call('indicators.add', { code: 'I-2', title: 'Vekst' })
  const { user } = windowAt(desk, `/indicators/${jobs.id}?tab=fields`)
  const code = await screen.findByLabelText(/^Kode/)
  await user.clear(code)
  await user.type(code, 'I-2')
  await user.tab()
  await waitFor(() => expect(code.getAttribute('aria-invalid')).toBe('true'))
  await screen.findByText('Koden er alt brukt: Vekst. Velg en annen.')
  expect((code as HTMLInputElement).value).toBe('I-2')
  const factor = screen.getByLabelText(/^Spør ved endring/)
  await user.type(factor, '1')
  await user.tab()
  await screen.findByText('Skriv et tall fra 1,01 til 1000.')
  await user.clear(factor)
  await user.type(factor, '1,5')
  await user.tab()
  await waitFor(async () =>
    expect((await desk.call('indicators.open', { id: jobs.id })).indicator).toMatchObject({
      code: 'I-1',
      jumpFactor: 1.5,
    }),
  )
})

test('a figure that is missing needs a reason, and one after a break needs to say what broke', async () => {
  const { desk, jobs, series } = await anIndicator()
  const { user } = windowAt(desk, `/indicators/${jobs.id}`)
  await user.click(await screen.findByRole('button', { name: 'Legg til måleverdi' }))
  const form = await theForm('Legg til måleverdi')
  await user.type(form.getByLabelText(/^Periode/), '2024')
  await user.type(form.getByLabelText(/^Verdi/), ':')
  await user.click(form.getByRole('checkbox', { name: 'Brudd i serien før denne verdien' }))
  await user.click(form.getByRole('button', { name: 'Legg til' }))
  await form.findByText('Skriv hvorfor verdien mangler.')
  await form.findByText('Skriv hva bruddet i serien skyldes.')
  await user.type(form.getByLabelText(/^Hvorfor verdien mangler/), 'Ikke publisert')
  await user.type(form.getByLabelText(/^Om bruddet/), 'Ny definisjon')
  await user.click(form.getByRole('button', { name: 'Legg til' }))
  await screen.findAllByText('mangler: Ikke publisert')
  expect(await series()).toMatchObject([
    { period: '2024', value: null, missingReason: 'Ikke publisert', status: 'missing', breakNote: 'Ny definisjon' },
  ])
})

test('a figure far from the last is asked about at its field, and saved when it is confirmed', async () => {
  const { desk, jobs, enter, series } = await anIndicator()
  await enter('2023', 100, '2024-02-01')
  const { user } = windowAt(desk, `/indicators/${jobs.id}`)
  await user.click(await screen.findByRole('button', { name: 'Legg til måleverdi' }))
  const form = await theForm('Legg til måleverdi')
  await user.type(form.getByLabelText(/^Periode/), '2024')
  await user.type(form.getByLabelText(/^Verdi/), '9 000')
  await user.click(form.getByRole('button', { name: 'Legg til' }))
  await form.findByText(/^Tallet er svært ulikt det forrige \(100 i 2023\)/)
  expect(form.getByLabelText(/^Verdi/).getAttribute('aria-invalid')).toBe('true')
  await user.click(form.getByRole('checkbox', { name: 'Tallet stemmer' }))
  await user.click(form.getByRole('button', { name: 'Legg til' }))
  await screen.findByText('1 måleverdi er lagret.')
  expect((await series()).map(({ value }) => value).toSorted()).toEqual([100, 9000])
})

test('the drawing says in words what it shows, and the table what was said before a figure was revised', async () => {
  const { desk, jobs, enter } = await anIndicator()
  await enter('2023', 100, '2024-02-01')
  await enter('2024', 120, '2025-02-01')
  await enter('2024', 118, '2025-06-01')
  const { user } = windowAt(desk, `/indicators/${jobs.id}`)
  const drawing = await screen.findByRole('img', { name: /^Utvikling\./ })
  expect(drawing.getAttribute('aria-label')).toMatch(/Østfold.*100 arbeidsplasser.*2023.*118 arbeidsplasser.*2024/)
  await user.click(row('2024').getByRole('button', { name: 'Vis tidligere utgaver' }))
  await screen.findByText('Var 120 arbeidsplasser den 01.02.2025 (endelig)')
  await user.click(row('2023').getByRole('button', { name: 'Vis tidligere utgaver' }))
  await screen.findByText('Tallet er ikke revidert.')
})

test('a figure is corrected in its form, and removed with an undo', async () => {
  const { desk, jobs, enter, series } = await anIndicator()
  await enter('2024', 120, '2025-02-01')
  const { user } = windowAt(desk, `/indicators/${jobs.id}`)
  await screen.findByRole('rowheader', { name: '2024' })
  await user.click(row('2024').getByRole('button', { name: 'Rett måleverdien' }))
  const form = await theForm('Rett måleverdien')
  const value = form.getByLabelText(/^Verdi/)
  await user.clear(value)
  await user.type(value, '121')
  await user.click(form.getByRole('button', { name: 'Rett måleverdien' }))
  await screen.findByText('Måleverdien er rettet.')
  expect(await series()).toMatchObject([{ period: '2024', value: 121, vintage: '2025-02-01' }])
  await user.click(row('2024').getByRole('button', { name: 'Slett måleverdien' }))
  await screen.findByText('Måleverdien er slettet.')
  expect(await series()).toEqual([])
  await user.click(screen.getAllByRole('button', { name: 'Angre' }).at(-1) as HTMLElement)
  await screen.findByRole('rowheader', { name: '2024' })
  expect(await series()).toMatchObject([{ value: 121 }])
})

test('a series many times larger is not drawn over the first one until it is chosen', async () => {
  const { desk, jobs } = await anIndicator()
  await desk.call('indicators.revise', { id: jobs.id, changes: { regionCodes: ['31', 'NO'] } })
  await desk.call('measurements.enter', {
    figures: ['31', 'NO'].map((regionCode) => ({
      indicatorId: jobs.id,
      regionCode,
      period: '2024',
      value: regionCode === 'NO' ? 2_800_000 : 130_000,
    })),
  })
  const { user } = windowAt(desk, `/indicators/${jobs.id}`)
  const drawing = () => screen.getByRole('img', { name: /^Utvikling\./ }).getAttribute('aria-label')
  await screen.findByRole('img', { name: /^Utvikling\./ })
  expect(drawing()).not.toContain('Norge')
  await user.click(screen.getByRole('checkbox', { name: 'Norge' }))
  await waitFor(() => expect(drawing()).toContain('Norge'))
})

test('a goal and the one that took over from it are told apart by their plans, the one in force first', async () => {
  const { desk, jobs } = await anIndicator()
  const plan = await desk.call('plans.add', { title: 'Næringsplan', versionLabel: 'Vedtatt 2023', status: 'inForce' })
  const goal = await desk.call('goals.add', { planId: plan.id, code: 'M-1', title: 'Flere i arbeid' })
  await desk.call('goals.revise', { id: goal.id, changes: { leadIndicatorId: jobs.id } })
  const once = windowAt(desk, `/indicators/${jobs.id}`)
  const only = await screen.findByRole('link', { name: 'M-1 Flere i arbeid' })
  expect(only.closest('li')?.textContent).toBe('M-1 Flere i arbeid · hovedindikator')
  once.unmount()
  const next = await desk.call('plans.newVersion', { id: plan.id, versionLabel: 'Rullert 2027' })
  await desk.call('plans.adopt', { id: next.id, adoptedOn: '2026-09-01', adoptedBy: null })
  windowAt(desk, `/indicators/${jobs.id}`)
  await waitFor(() => expect(screen.getAllByRole('link', { name: 'M-1 Flere i arbeid' })).toHaveLength(2))
  const lines = screen.getAllByRole('link', { name: 'M-1 Flere i arbeid' })
  expect(lines.map((line) => line.closest('li')?.textContent?.replace(/^.*? · /, ''))).toEqual([
    'hovedindikator · Næringsplan – Rullert 2027',
    'hovedindikator · Næringsplan – Vedtatt 2023 · planen gjelder ikke',
  ])
})
