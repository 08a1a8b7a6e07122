import { expect, test, vi } from 'vitest'
import { createAppRouter } from '#renderer/app/router.tsx'
import { aDeskOn, screen, waitFor, windowAt, within } from '../a-window.tsx'

test('the window says what happened to the keeper of the file, reads it out, and forgets it when it was read', async () => {
  const desk = await aDeskOn()
  const health = vi.spyOn(desk.backend.supervision, 'show')
  const { user } = windowAt(desk, '/visits')
  await screen.findByRole('heading', { level: 1 })
  expect(screen.queryByText(/stanset uventet/)).toBeNull()
  health.mockReturnValue({
    restarted: { at: '2026-09-15T08:00:00.000Z', done: 2, notSaved: 1, unknown: 1, job: true },
    windowCrashed: false,
    finishing: false,
  })
  await desk.call('preferences.choose', { deviceName: 'PC' })
  const note = await screen.findByText(/Delen av Fyr som tar vare på filen, stanset uventet/)
  expect(note.closest('[role=status]')).not.toBeNull()
  for (const part of ['2 endringer', 'ble ikke lagret', 'Se etter før', 'i ferd med å bli laget'])
    expect(note.textContent).toContain(part)
  health.mockRestore()
  const banner = note.closest('[role=status]') as HTMLElement
  await user.click(within(banner).getByRole('button', { name: 'Lukk' }))
  await waitFor(() => expect(screen.queryByText(/stanset uventet/)).toBeNull())
})

test('a window that crashed and one that is to be closed say so', async () => {
  const desk = await aDeskOn({ language: 'sv' })
  windowAt(desk, '/visits')
  await screen.findByRole('heading', { level: 1 })
  desk.backend.supervision.tell('windowCrashed')
  await screen.findByText(/Fönstret stannade oväntat/)
  desk.backend.supervision.tell('finishing')
  await screen.findByText(/avslutar det som pågår/)
  desk.backend.supervision.tell('notFinishing')
  await waitFor(() => expect(screen.queryByText(/avslutar det som pågår/)).toBeNull())
})

test('a screen that can’t be drawn leaves the rest of the window, is noted without its message, and another try shows it', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  const desk = await aDeskOn()
  const noted = vi.spyOn(desk.backend.supervision, 'note')
  const route = createAppRouter().routesByPath['/timeline']
  const { component } = route.options
  let fails = true
  route.update({
    component: () => {
      if (fails) throw new TypeError('Kari Berg')
      return <h1>Tidslinje</h1>
    },
  })
  const { user } = windowAt(desk, '/timeline')
  await screen.findByText('Skjermbildet kunne ikke vises')
  expect(screen.getByRole('navigation', { name: 'Områder' })).toBeTruthy()
  expect(noted).toHaveBeenCalledWith(expect.objectContaining({ kind: 'screen', name: 'TypeError' }))
  expect(JSON.stringify(noted.mock.calls)).not.toContain('Kari')
  fails = false
  await user.click(screen.getByRole('button', { name: 'Prøv igjen' }))
  await screen.findByRole('heading', { name: 'Tidslinje' })
  if (component) route.update({ component })
})
