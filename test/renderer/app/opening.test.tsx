/** A file that would not open, and one that opened as less than it was: what the window shows and offers. */
import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { aDeskOn, screen, waitFor, windowAt, within } from '../a-window.tsx'

/** The path of the desk's file, which is closed and damaged. */
async function damaged(desk: Awaited<ReturnType<typeof aDeskOn>>, from: number, to: number): Promise<string> {
  const { path = '' } = desk.backend.workspaces.file() ?? {}
  await desk.call('workspace.close', {})
  const bytes = readFileSync(path)
  bytes.fill(0xa5, from, to)
  writeFileSync(path, bytes)
  return path
}

test.each([
  ['nb', /kunne ikke åpnes/, 'Berg det som kan leses …', 'Alt ble lest. Ingenting mangler.', 'Jeg har lest det'],
  ['sv', /kunde inte öppnas/, 'Rädda det som går att läsa …', 'Allt lästes. Inget saknas.', 'Jag har läst det'],
  [
    'en',
    /could not be opened/,
    'Salvage what can be read …',
    'Everything was read. Nothing is missing.',
    'I have read it',
  ],
] as const)(
  'a damaged file is named on the welcome screen, and its salvage opens with the report (%s)',
  async (language, title, way, all, read) => {
    const desk = await aDeskOn()
    await desk.call('preferences.choose', { language })
    await desk.aCompany({ name: 'Borregaard' })
    const path = await damaged(desk, 100, 4096)
    expect(() => desk.backend.workspaces.open(path)).toThrow()
    const { user } = windowAt(desk, '/companies')
    const panel = await screen.findByRole('region', { name: title })
    expect(within(panel).getByRole('alert').textContent).not.toBe('')
    await user.click(within(panel).getByRole('button', { name: way }))
    const dialog = await screen.findByRole('dialog', {}, { timeout: 25_000 })
    await within(dialog).findByText(all)
    await user.click(within(dialog).getByRole('button', { name: read }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(screen.queryByRole('region', { name: title })).toBeNull()
    expect((await desk.call('companies.list', {})).rows.map((row) => row.name)).toEqual(['Borregaard'])
  },
)

test('a file that would not open is told beside the one that is open, and goes when it is dismissed', async () => {
  const desk = await aDeskOn()
  const { user } = windowAt(desk, '/companies')
  await screen.findByRole('navigation', { name: 'Områder' })
  // As by a double click while Fyr runs.
  expect(() => desk.backend.workspaces.open('/nowhere/borte.fyr')).toThrow()
  const panel = await screen.findByRole('region', { name: 'borte.fyr kunne ikke åpnes' })
  within(panel).getByRole('button', { name: 'Prøv igjen' })
  expect(within(panel).queryByRole('button', { name: 'Berg det som kan leses …' })).toBeNull()
  await user.click(within(panel).getByRole('button', { name: 'Lukk meldingen' }))
  await waitFor(() => expect(screen.queryByRole('region', { name: 'borte.fyr kunne ikke åpnes' })).toBeNull())
  screen.getByRole('navigation', { name: 'Områder' })
})

test('another file shows its own records, none of the one before', async () => {
  const desk = await aDeskOn()
  await desk.aCompany({ name: 'Borregaard' })
  const { path: first = '' } = desk.backend.workspaces.file() ?? {}
  const { user } = windowAt(desk, '/companies')
  await screen.findByText('Borregaard')
  await user.click(screen.getByRole('link', { name: 'Besøk' }))
  await waitFor(() => expect(screen.queryByText('Borregaard')).toBeNull())
  // In the same folder, as partnerships of one office lie.
  await desk.call('workspace.create', {
    name: 'Naboen',
    country: 'NO',
    language: 'nb',
    givenName: 'Per',
    familyName: 'Dahl',
  })
  await desk.aCompany({ name: 'Kværner' })
  await screen.findByText('Naboen')
  await user.click(screen.getByRole('link', { name: 'Bedrifter' }))
  await screen.findByText('Kværner')
  expect(screen.queryByText('Borregaard')).toBeNull()
  desk.backend.workspaces.open(first)
  await screen.findByText('Borregaard')
  expect(screen.queryByText('Kværner')).toBeNull()
})

test('a file found damaged takes no more writing, and leads to the ways out', async () => {
  const desk = await aDeskOn()
  const { user } = windowAt(desk, '/companies')
  await screen.findByRole('navigation', { name: 'Områder' })
  desk.backend.workspaces.foundDamaged()
  await screen.findByText(/Filen er skadet\. Ingenting mer lagres i den/)
  await user.click(screen.getByRole('button', { name: 'Se hva som kan gjøres' }))
  await screen.findByRole('heading', { name: 'Velkommen til Fyr' })
  await screen.findByRole('button', { name: 'Berg det som kan leses …' })
})

test('how many acknowledged changes are missing is told until it is said to be known', async () => {
  const desk = await aDeskOn()
  const { path = '' } = desk.backend.workspaces.file() ?? {}
  await desk.call('workspace.close', {})
  const counter = JSON.parse(readFileSync(`${path}-commits`, 'utf8')) as { changes: number }
  writeFileSync(`${path}-commits`, JSON.stringify({ ...counter, changes: counter.changes + 3 }))
  desk.backend.workspaces.open(path)
  const { user } = windowAt(desk, '/companies')
  await screen.findByText('Filen mangler 3 endringer som var lagret. De kan stå i en sikkerhetskopi.')
  await user.click(screen.getByRole('button', { name: 'Jeg vet om det' }))
  await waitFor(() => expect(screen.queryByText(/Filen mangler 3 endringer/)).toBeNull())
  await desk.call('workspace.close', {})
  desk.backend.workspaces.open(path)
  expect((await desk.call('workspace.current', {}))?.warnings).toEqual([])
})
