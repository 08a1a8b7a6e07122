// @vitest-environment jsdom
import { createMemoryHistory } from '@tanstack/react-router'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { App } from '#renderer/app/app.tsx'
import { aDesk, aHost } from '../a-host.ts'

vi.stubGlobal('scrollTo', () => {})
afterEach(cleanup)

const about = (notify: boolean) => ({
  version: '1.0.0',
  sqlite: '3',
  node: 'v24',
  host: 'electron' as const,
  can: { openFiles: true, revealFiles: true, notify },
})
function open(notify: boolean) {
  const chosen = { language: 'nb' as const, theme: 'light' as const, me: null, deviceName: 'L' }
  const host = aHost({
    ...aDesk(),
    'app.about': about(notify),
    'preferences.choose': { ...chosen, followUpNotices: true },
  })
  render(<App client={host.client} history={createMemoryHistory({ initialEntries: ['/settings/window'] })} />)
  return host
}

test('notices of follow-ups are off until they are chosen', async () => {
  const { calls } = open(true)
  // The page's own part is loaded the first time.
  const choice = await screen.findByRole<HTMLInputElement>(
    'switch',
    { name: /Varsle når oppfølginger/ },
    { timeout: 10_000 },
  )
  expect(choice.checked).toBe(false)
  await userEvent.setup().click(choice)
  await waitFor(() =>
    expect(calls.find((call) => call.name === 'preferences.choose')?.input).toEqual({ followUpNotices: true }),
  )
})

test('where the host has no notices there is nothing to choose', async () => {
  open(false)
  await screen.findByLabelText(/Navn på denne maskinen/, {}, { timeout: 10_000 })
  expect(screen.queryByRole('switch', { name: /Varsle/ })).toBeNull()
})
