import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aDeskOn, screen, waitFor, windowAt, within } from '../a-window.tsx'

async function thePage() {
  let stick = ''
  const desk = await aDeskOn({
    ports: (home) => ({
      pickFolder: async () => {
        stick = join(home, 'minnepinne')
        mkdirSync(stick, { recursive: true })
        return stick
      },
    }),
  })
  const { user } = windowAt(desk, '/settings/backups')
  await screen.findByRole('heading', { name: 'Sikkerhetskopier', level: 2 })
  const here = () => screen.findByRole('region', { name: 'På denne maskinen' })
  const make = async () => {
    await user.click(await screen.findByRole('button', { name: 'Ta sikkerhetskopi nå' }))
    await screen.findByText('Sikkerhetskopien er tatt og kontrollert.')
  }
  return { desk, user, here, make }
}

test('with none yet it says when the first comes; one made by hand stands in the list', async () => {
  const { here, make } = await thePage()
  expect(await within(await here()).findByText('Ingen sikkerhetskopier ennå')).toBeTruthy()
  expect(screen.getByText(/personopplysninger og det som er fortrolig/)).toBeTruthy()
  await make()
  expect(await within(await here()).findByText(/^Tatt for hånd/)).toBeTruthy()
  expect(await screen.findByText('Alt i filen er med.')).toBeTruthy()
})

test('a restore shows what would be lost, keeps the present file, and the file tells of it', async () => {
  const { desk, user, here, make } = await thePage()
  await make()
  await desk.aCompany({ name: 'Tapt AS' })
  await user.click(await within(await here()).findByRole('button', { name: 'Gjenopprett …' }))
  const dialog = await screen.findByRole('dialog')
  expect(await within(dialog).findByText('Én endring siden da går ut av filen:')).toBeTruthy()
  expect(within(dialog).getByText(/Bedrift: Tapt AS, ny/)).toBeTruthy()
  expect(within(dialog).getByText(/blir tatt vare på som sikkerhetskopi/)).toBeTruthy()
  await user.click(within(dialog).getByRole('button', { name: 'Gjenopprett' }))
  await screen.findByText('Filen er gjenopprettet.')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(await screen.findByText(/^Filen ble gjenopprettet/)).toBeTruthy()
  expect(await within(await here()).findByText(/^Før gjenoppretting/)).toBeTruthy()
  expect(await desk.call('companies.count', {})).toBe(0)
})

test('a second place is chosen, filled and left again', async () => {
  const { user, make } = await thePage()
  await make()
  await user.click(screen.getByRole('button', { name: 'Velg mappe …' }))
  expect(await screen.findByText(/minnepinne$/)).toBeTruthy()
  const there = await screen.findByRole('region', { name: 'På det andre stedet' })
  expect(await within(there).findByText(/^Tatt for hånd/)).toBeTruthy()
  expect(await screen.findByText(/^Alt var kopiert/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Slutt å kopiere hit' }))
  expect(await screen.findByRole('button', { name: 'Velg mappe …' })).toBeTruthy()
})

test('the menu checks, and deletes all but the newest', async () => {
  const { desk, user, here, make } = await thePage()
  await make()
  await desk.aCompany()
  await user.click(await screen.findByRole('button', { name: 'Ta sikkerhetskopi nå' }))
  await waitFor(async () => expect((await within(await here()).findAllByText(/^Tatt for hånd/)).length).toBe(2))
  const [newest, old] = await within(await here()).findAllByRole('button', { name: /^Flere valg/ })
  if (!newest || !old) throw new Error('no menus')
  await user.click(newest)
  expect(screen.queryByRole('menuitem', { name: 'Slett …' })).toBeNull()
  await user.click(await screen.findByRole('menuitem', { name: 'Kontroller nå' }))
  expect(await screen.findByText('Sikkerhetskopien er hel og uendret.')).toBeTruthy()
  await user.click(old)
  await user.click(await screen.findByRole('menuitem', { name: 'Slett …' }))
  await user.click(await screen.findByRole('button', { name: 'Slett sikkerhetskopien' }))
  await screen.findByText('Sikkerhetskopien er slettet.')
  await waitFor(async () => expect(within(await here()).getAllByText(/^Tatt for hånd/).length).toBe(1))
})
