import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aDeskOn, screen, waitFor, windowAt, within } from '../a-window.tsx'

type Desk = Awaited<ReturnType<typeof aDeskOn>>
async function withBoard(): Promise<{ desk: Desk; bodyId: string }> {
  const desk = await aDeskOn()
  const body = await desk.call('bodies.add', { name: 'Styret', kind: 'board' })
  return { desk, bodyId: body.id }
}
function made(desk: Desk, bodyId: string) {
  return desk.call('packages.make', { bodyId, periodFrom: '2026-07-01', periodTo: '2026-12-31', language: 'nb' })
}

test('the preview names what is missing, with a way there, before anything is made', async () => {
  const { desk } = await withBoard()
  const company = await desk.aCompany({ name: 'Alfa AS' })
  const visit = await desk.aVisit({ companyId: company.id, visitedOn: '2026-08-10', publishableSummary: null })
  await desk.aVisit({ companyId: company.id, visitedOn: '2026-08-11', draft: true })
  await desk.aVisit({ companyId: company.id, visitedOn: '2026-08-12', confidentiality: 'confidential' })
  windowAt(desk, '/packages/new')
  const preview = await screen.findByRole('region', { name: 'Dette blir med' })
  const finding = await within(preview).findByText('1 besøk mangler sammendrag og telles uten tekst.')
  const link = within(finding.closest('li') as HTMLElement).getByRole('link', { name: 'Alfa AS' })
  expect(link.getAttribute('href')).toContain(visit.id)
  expect(within(preview).getByText('1 utkast i perioden blir ikke med.')).toBeTruthy()
  expect(within(preview).getByText('1 fortrolig besøk telles, men nevnes ikke.')).toBeTruthy()
})

test('a package is made for the chosen period and language, and opens', async () => {
  const { desk } = await withBoard()
  const { user } = windowAt(desk, '/packages/new')
  await user.click(await screen.findByRole('radio', { name: 'Forrige halvår' }))
  await user.click(screen.getByRole('button', { name: /Språk i dokumentene/ }))
  await user.click(await screen.findByRole('option', { name: 'Svensk' }))
  await user.click(screen.getByRole('button', { name: 'Lag pakken' }))
  await screen.findByText('Versjon 1 er laget.')
  const [row] = await desk.call('packages.list', {})
  expect(row).toMatchObject({ language: 'sv', periodFrom: '2026-01-01', periodTo: '2026-06-30', bodyName: 'Styret' })
  await screen.findByRole('heading', { name: row?.title ?? '' })
})

test('a notice without a meeting is refused at the field, and what was chosen stays', async () => {
  const { desk } = await withBoard()
  const { user } = windowAt(desk, '/packages/new')
  await user.type(await screen.findByLabelText('Tittel'), 'Til høstmøtet')
  expect(screen.queryByRole('button', { name: /Møte$/ })).toBeNull()
  await user.click(screen.getByRole('radio', { name: 'Innkalling' }))
  await user.click(await screen.findByRole('button', { name: 'Lag pakken' }))
  await screen.findByText(
    'En innkalling og en saksliste gjelder et møte. Velg møtet, eller lag møtepapirer for perioden.',
  )
  await waitFor(() => expect(document.activeElement?.textContent).toContain('Uten møte'))
  expect(screen.queryByText(/Pakken kan lages likevel/)).toBeNull()
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Tittel' }).value).toBe('Til høstmøtet')
  expect(await desk.call('packages.list', {})).toEqual([])
})

test('with no body in the file the first one is made here', async () => {
  const desk = await aDeskOn()
  for (const body of await desk.call('bodies.list', {})) await desk.call('bodies.remove', { id: body.id })
  const { user } = windowAt(desk, '/packages/new')
  await user.click(await screen.findByRole('button', { name: 'Legg til organet' }))
  await screen.findByRole('button', { name: 'Lag pakken' })
})

test('a package tells what changed since the one before', async () => {
  const { desk, bodyId } = await withBoard()
  await made(desk, bodyId)
  const company = await desk.aCompany({ name: 'Alfa AS' })
  await desk.aVisit({ companyId: company.id, visitedOn: '2026-08-10' })
  const second = await made(desk, bodyId)
  windowAt(desk, `/packages/${second.id}`)
  await screen.findByText(/Sammenlignet med versjon 1/)
  expect(screen.getByText('1 nytt besøk')).toBeTruthy()
  expect(screen.getByText('1 ny bedrift')).toBeTruthy()
})

test('only the newest package of a body can be deleted, after a question', async () => {
  const { desk, bodyId } = await withBoard()
  const first = await made(desk, bodyId)
  const second = await made(desk, bodyId)
  const { history, user } = windowAt(desk, `/packages/${first.id}`)
  await screen.findByText(/Bare den nyeste pakken til et organ kan slettes/)
  history.push(`/packages/${second.id}`)
  await user.click(await screen.findByRole('button', { name: 'Slett pakken' }))
  const dialog = await screen.findByRole('alertdialog')
  await user.click(within(dialog).getByRole('button', { name: 'Slett pakken' }))
  await screen.findByText('Pakken er slettet.')
  expect((await desk.call('packages.list', {})).map((one) => one.id)).toEqual([first.id])
})

test('an export is followed to its end and names the file', async () => {
  const { desk, bodyId } = await withBoard()
  const one = await made(desk, bodyId)
  const { user } = windowAt(desk, `/packages/${one.id}`)
  await user.click(await screen.findByRole('checkbox', { name: 'Word' }))
  await user.click(await screen.findByRole('button', { name: 'Lag filen' }))
  await screen.findByText(
    /Styrepakke Styret 2026-07-01–2026-12-31 v1\.xlsx \(\d+ kB\) er lagret/,
    {},
    { timeout: 20_000 },
  )
})

test('an export that fails says why and can be tried again', async () => {
  let locked = true
  const desk = await aDeskOn({
    ports: (home) => ({
      pickSave: async ({ suggestedName }) => {
        if (locked && suggestedName.endsWith('.xlsx')) throw Object.assign(new Error('busy'), { code: 'EBUSY' })
        return `${home}/${suggestedName}`
      },
    }),
  })
  const body = await desk.call('bodies.add', { name: 'Styret', kind: 'board' })
  const one = await made(desk, body.id)
  const { user } = windowAt(desk, `/packages/${one.id}`)
  await user.click(await screen.findByRole('checkbox', { name: 'Word' }))
  await user.click(await screen.findByRole('button', { name: 'Lag filen' }))
  const alert = await screen.findByRole('alert', {}, { timeout: 20_000 })
  expect(alert.textContent).toMatch(/\./)
  locked = false
  await user.click(screen.getByRole('button', { name: 'Prøv igjen' }))
  await screen.findByText(/er lagret/, {}, { timeout: 20_000 })
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
})

test('an export that the user breaks off saves nothing and says so', async () => {
  const desk = await aDeskOn({
    ports: (home) => ({
      pickSave: async ({ suggestedName }) => (suggestedName.endsWith('.xlsx') ? null : `${home}/${suggestedName}`),
    }),
  })
  const body = await desk.call('bodies.add', { name: 'Styret', kind: 'board' })
  const one = await made(desk, body.id)
  const { user } = windowAt(desk, `/packages/${one.id}`)
  await user.click(await screen.findByRole('checkbox', { name: 'Word' }))
  await user.click(await screen.findByRole('button', { name: 'Lag filen' }))
  await screen.findByText('Avbrutt. Ingen fil er lagret.', {}, { timeout: 20_000 })
})

test('a saved file is opened and shown in its folder, and one that is gone says where to look', async () => {
  const asked: string[] = []
  const told =
    (what: string) =>
    async ({ path }: { path: string }) => {
      asked.push(`${what} ${path}`)
      return { ok: true }
    }
  const desk = await aDeskOn({
    can: { openFiles: true, revealFiles: true },
    ports: () => ({ openFile: told('open'), revealFile: told('reveal') }),
  })
  const body = await desk.call('bodies.add', { name: 'Styret', kind: 'board' })
  const one = await made(desk, body.id)
  const { user } = windowAt(desk, `/packages/${one.id}`)
  await user.click(await screen.findByRole('checkbox', { name: 'Word' }))
  await user.click(await screen.findByRole('button', { name: 'Lag filen' }))
  await screen.findByText(/er lagret/, {}, { timeout: 20_000 })
  await user.click(await screen.findByRole('button', { name: 'Åpne' }))
  await user.click(screen.getByRole('button', { name: 'Vis i mappe' }))
  const path = join(desk.home, 'Styrepakke Styret 2026-07-01–2026-12-31 v1.xlsx')
  await waitFor(() => expect(asked).toEqual([`open ${path}`, `reveal ${path}`]))

  rmSync(path)
  await user.click(screen.getByRole('button', { name: 'Åpne' }))
  await screen.findByText(/Filen ligger ikke lenger der den ble lagret\./)
  expect(asked).toHaveLength(2)
})

test('a file that no program opens says so, and where a host opens none there is no button for it', async () => {
  const desk = await aDeskOn({ can: { openFiles: true, revealFiles: false } })
  const body = await desk.call('bodies.add', { name: 'Styret', kind: 'board' })
  const one = await made(desk, body.id)
  const { user } = windowAt(desk, `/packages/${one.id}`)
  await user.click(await screen.findByRole('checkbox', { name: 'Word' }))
  await user.click(await screen.findByRole('button', { name: 'Lag filen' }))
  await screen.findByText(/er lagret/, {}, { timeout: 20_000 })
  await user.click(await screen.findByRole('button', { name: 'Åpne' }))
  expect(screen.queryByRole('button', { name: 'Vis i mappe' })).toBeNull()
  await screen.findByText('Filen kunne ikke åpnes herfra. Åpne den fra mappen der den ligger.')
})

test('a look at a visit and back finds the choices as they were; once made they are gone', async () => {
  const { desk } = await withBoard()
  const company = await desk.aCompany({ name: 'Alfa AS' })
  await desk.aVisit({ companyId: company.id, visitedOn: '2025-08-10', publishableSummary: null })
  const council = await desk.call('bodies.add', { name: 'Næringsrådet', kind: 'council' })
  const { history, user } = windowAt(desk, '/packages/new')
  await user.click(await screen.findByRole('button', { name: /Styret.*Organ/ }))
  await user.click(await screen.findByRole('option', { name: 'Næringsrådet' }))
  await user.click(screen.getByRole('radio', { name: 'I fjor' }))
  await user.click(screen.getByRole('button', { name: /Språk i dokumentene/ }))
  await user.click(await screen.findByRole('option', { name: 'Engelsk' }))
  await user.type(screen.getByLabelText('Tittel'), 'Til vårmøtet')
  await user.click(await screen.findByRole('link', { name: 'Alfa AS' }))
  await screen.findByRole('heading', { level: 2, name: 'Alfa AS' })
  history.back()
  expect((await screen.findByRole<HTMLInputElement>('textbox', { name: 'Tittel' })).value).toBe('Til vårmøtet')
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'I fjor' }).checked).toBe(true)
  await user.click(screen.getByRole('button', { name: 'Lag pakken' }))
  await screen.findByText('Versjon 1 er laget.')
  const [row] = await desk.call('packages.list', {})
  expect(row).toMatchObject({ bodyId: council.id, language: 'en', periodFrom: '2025-01-01', title: 'Til vårmøtet' })
  await waitFor(() => expect(history.location.search).toBe(''))
})
