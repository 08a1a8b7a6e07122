import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { read, utils } from 'xlsx'
import type { Client } from '#shared/contract/client.ts'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import { registerSheets } from '#shared/documents/registers/sheets.ts'
import { type Register, registers } from '#shared/domain/records/saved-view.ts'
import { registerGroups } from '#shared/domain/register-groups.ts'
import { aDeskOn, screen, waitFor, windowAt, within } from '../a-window.tsx'

const rows = () => within(screen.getByRole('grid')).getAllByRole('row').slice(1)
const bar = () => screen.findByRole('region', { name: 'Endre flere' })

async function threeCompanies() {
  const desk = await aDeskOn()
  const made = [
    await desk.aCompany({ name: 'Alfa AS', municipalityCode: '3105' }),
    await desk.aCompany({ name: 'Beta AS', municipalityCode: '3107' }),
    await desk.aCompany({ name: 'Gamma AS', municipalityCode: '3105' }),
  ]
  const statuses = async () =>
    Promise.all(made.map(async ({ id }) => (await desk.call('companies.open', { id })).company.status))
  return { desk, made, statuses }
}

describe('changing many at once', () => {
  test('what is chosen gets the new value in one change, and one undo takes it back', async () => {
    const { desk, statuses } = await threeCompanies()
    const { user } = windowAt(desk, '/companies')
    await user.click(await screen.findByRole('checkbox', { name: 'Velg Alfa AS' }))
    const form = within(await bar())
    expect(form.getByText('1 valgt')).toBeTruthy()
    await user.click(form.getByRole('button', { name: 'Velg alle 3 som vises' }))
    await form.findByText('3 valgt')
    await user.click(screen.getByRole('checkbox', { name: 'Velg Beta AS' }))
    expect(form.getByRole<HTMLButtonElement>('button', { name: 'Endre 2' }).disabled).toBe(true)
    await user.click(form.getByRole('button', { name: /Status/ }))
    await user.click(await screen.findByRole('option', { name: 'Nedlagt' }))
    await user.click(form.getByRole('button', { name: 'Endre 2' }))
    await screen.findByText('2 er endret.')
    expect(await statuses()).toEqual(['woundUp', 'active', 'woundUp'])
    expect(screen.queryByRole('region', { name: 'Endre flere' })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Angre' }))
    await waitFor(async () => expect(await statuses()).toEqual(['active', 'active', 'active']))
  })

  test('a refusal names the record, changes nothing, and keeps what was chosen and set', async () => {
    const desk = await aDeskOn()
    const [alfa, beta] = [await desk.aCompany({ name: 'Alfa AS' }), await desk.aCompany({ name: 'Beta AS' })]
    await desk.aVisit({ companyId: alfa.id, confidentiality: 'internal' })
    const closed = await desk.aVisit({ companyId: beta.id, confidentiality: 'confidential' })
    const { user } = windowAt(desk, '/visits')
    await screen.findByRole('checkbox', { name: 'Velg Beta AS' })
    screen.getByRole('grid').focus()
    await user.keyboard('{Control>}a{/Control}')
    const form = within(await bar())
    await user.click(form.getByRole('button', { name: /Fortrolighet/ }))
    await user.click(await screen.findByRole('option', { name: 'Åpen' }))
    await user.click(form.getByRole('button', { name: 'Endre 2' }))
    expect((await screen.findByRole('alert')).textContent).toContain('Beta AS')
    expect((await desk.call('visits.open', { id: closed.id })).visit.confidentiality).toBe('confidential')
    expect(form.getByText('2 valgt')).toBeTruthy()
    expect(form.getByRole('button', { name: /Fortrolighet/ }).textContent).toContain('Åpen')
  })

  test('the focus goes back to the list when the bar goes, not to a row far away', async () => {
    const { desk } = await threeCompanies()
    const { user } = windowAt(desk, '/companies')
    await screen.findByRole('checkbox', { name: 'Velg Alfa AS' })
    const grid = screen.getByRole('grid')
    grid.focus()
    await user.keyboard('{Control>} {/Control}')
    within(await bar())
      .getByRole('button', { name: 'Opphev valget' })
      .focus()
    await user.keyboard('{Enter}')
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Endre flere' })).toBeNull())
    expect(document.activeElement).toBe(grid)
  })

  test('another filter lets go of what was chosen', async () => {
    const { desk } = await threeCompanies()
    const { user } = windowAt(desk, '/companies')
    await user.click(await screen.findByRole('checkbox', { name: 'Velg Alfa AS' }))
    await bar()
    await user.type(screen.getByRole('searchbox'), 'a')
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Endre flere' })).toBeNull())
  })
})

describe('saved views', () => {
  test('a view is saved, left, taken up again, overwritten, renamed and removed', async () => {
    const { desk } = await threeCompanies()
    const { user, history } = windowAt(desk, '/companies?sort=name&direction=desc&text=a&groupBy=municipality')
    await screen.findByRole('row', { name: /Alfa AS/ })
    const open = async (name: string) => user.click(screen.getByRole('button', { name }))
    const choose = async (name: string, role = 'menuitem') => user.click(await screen.findByRole(role, { name }))
    await open('Visninger')
    await choose('Lagre denne visningen …')
    await user.type(await screen.findByLabelText(/^Navn/), 'Mine kommuner')
    await user.keyboard('{Enter}')
    await screen.findByText('Visningen «Mine kommuner» er lagret.')
    await screen.findByRole('button', { name: 'Mine kommuner' })

    await open('Mine kommuner')
    await choose('Standardvisning', 'menuitemradio')
    await waitFor(() => expect(history.location.search).toBe(''))
    await open('Visninger')
    await choose('Mine kommuner', 'menuitemradio')
    await waitFor(() => expect(history.location.href).toContain('groupBy=municipality'))
    expect(history.location.href).toContain('text=a')
    expect(history.location.href).toContain('direction=desc')

    await user.clear(screen.getByRole('searchbox'))
    await screen.findByRole('button', { name: 'Mine kommuner, endret' })
    await open('Mine kommuner, endret')
    await choose('Lagre endringene i «Mine kommuner»')
    await screen.findByRole('button', { name: 'Mine kommuner' })
    expect(await desk.call('views.list', { register: 'companies' })).toMatchObject([
      { name: 'Mine kommuner', search: { direction: 'desc', groupBy: 'municipality' } },
    ])

    await open('Mine kommuner')
    await choose('Gi «Mine kommuner» nytt navn …')
    const name = await screen.findByLabelText(/^Navn/)
    await user.clear(name)
    await user.type(name, 'Etter kommune{Enter}')
    await screen.findByRole('button', { name: 'Etter kommune' })
    await open('Etter kommune')
    await choose('Slett «Etter kommune»')
    await waitFor(async () => expect(await desk.call('views.list', { register: 'companies' })).toEqual([]))
  })
})

describe('groups', () => {
  test('the groups hold every row, with the right numbers, and the address keeps them', async () => {
    const { desk } = await threeCompanies()
    const { user, history } = windowAt(desk, '/companies')
    await screen.findByRole('row', { name: /Alfa AS/ })
    await user.click(screen.getByRole('button', { name: 'Grupper' }))
    await user.click(await screen.findByRole('menuitemradio', { name: 'Kommune' }))
    await waitFor(() =>
      expect(rows().map((row) => row.textContent)).toEqual([
        'Fredrikstad1 rad',
        expect.stringMatching(/^Beta/),
        'Sarpsborg2 rader',
        expect.stringMatching(/^Alfa/),
        expect.stringMatching(/^Gamma/),
      ]),
    )
    expect(history.location.href).toContain('groupBy=municipality')
    expect(screen.getByRole('region', { name: 'Til sammen' }).textContent).toContain('3 rader')
    await user.click(screen.getByRole('checkbox', { name: 'Velg alle i gruppen Sarpsborg' }))
    await within(await bar()).findByText('2 valgt')
  })

  test('a register too long for groups says so, and shows its rows without them', async () => {
    const { desk } = await threeCompanies()
    // The count alone is another one: two thousand companies would prove no more.
    const long: Client = {
      ...desk,
      call: async (name, input) => (name === 'companies.count' ? (2001 as never) : desk.call(name, input)),
    }
    windowAt({ ...desk, ...long }, '/companies?groupBy=municipality')
    const note = await screen.findByText(/rommer høyst 2\s000/)
    expect(note.textContent).toMatch(/Nå vises 2\s001 uten grupper/)
    await waitFor(() => expect(rows()).toHaveLength(3))
  })
})

describe('export', () => {
  test('the workbook has the rows, the order, the groups and the columns that are shown', async () => {
    const { desk } = await threeCompanies()
    const { user } = windowAt(desk, '/companies?text=a&direction=desc&groupBy=municipality')
    await screen.findByRole('row', { name: /Alfa AS/ })
    await user.click(screen.getByRole('button', { name: 'Eksporter til Excel' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Eksporter til Excel' }))
    expect(dialog.getByText(/Gruppert etter kommune/)).toBeTruthy()
    await user.click(dialog.getByRole('checkbox', { name: 'Ansatte' }))
    await user.click(dialog.getByRole('button', { name: 'Lag arbeidsbok' }))
    const said = await dialog.findByText(/\.xlsx/)
    const file = /\S.*\.xlsx/.exec(said.textContent ?? '')?.[0] ?? ''
    const [name] = readdirSync(desk.home).filter((one) => one.endsWith('.xlsx'))
    expect(file).toContain(name ?? 'no file')
    const book = read(readFileSync(join(desk.home, name ?? '')))
    const sheet = utils.sheet_to_json<unknown[]>(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, { header: 1 })
    const order = sheet.flatMap((row) => row.filter((cell) => /^(Alfa|Beta|Gamma) AS$/.test(String(cell))))
    expect(order).toEqual(['Beta AS', 'Gamma AS', 'Alfa AS'])
    expect(sheet.flat()).not.toContain('Ansatte')
    expect(sheet.flat()).toContain('Sarpsborg')
  })

  test.each(registers)('%s: what the screen shows and groups by, the workbook knows', async (register) => {
    const paths: Record<Register, string> = {
      companies: 'companies',
      visits: 'visits',
      followUps: 'follow-ups',
      meetings: 'meetings',
      decisions: 'decisions',
      actions: 'actions',
      partners: 'partners',
      commitments: 'commitments',
      projects: 'projects',
      milestones: 'milestones',
      documents: 'documents',
      goals: 'goals',
      activities: 'activities',
      indicators: 'indicators',
    }
    for (const key of registerGroups[register]) expect(Object.keys(registerSheets[register].groups)).toContain(key)
    const desk = await aDeskOn()
    const asked: InputOf<'registers.export'>[] = []
    const heard: Client = {
      ...desk,
      ask: async (name, input) => {
        if (name === 'registers.export') asked.push(input as InputOf<'registers.export'>)
        return desk.ask(name, input)
      },
    }
    const [group] = registerGroups[register]
    const { user } = windowAt({ ...desk, ...heard }, `/${paths[register]}?groupBy=${group}`)
    await screen.findByRole('grid')
    await user.click(screen.getByRole('button', { name: 'Eksporter til Excel' }))
    await user.click(await screen.findByRole('button', { name: 'Lag arbeidsbok' }))
    await screen.findByText(/\.xlsx/)
    expect(asked).toMatchObject([{ register, groupBy: group, language: 'nb' }])
  })
})
