/**
 * The window at a path, over the whole backend in this process: what is tested is what is used. Tests take Testing Library
 * from here, since it must come after the page.
 */
import './a-page.ts'

import { createMemoryHistory } from '@tanstack/react-router'
import { cleanup, configure, render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { onTestFinished, vi } from 'vitest'
import { App } from '#renderer/app/app.tsx'
import type { Client } from '#shared/contract/client.ts'
import { aBackend, today } from '#test/db/a-backend.ts'

export { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'

// The first screen of a file loads its modules; on a busy machine that takes longer than the second that is usual.
configure({ asyncUtilTimeout: 8000 })

type Desk = Awaited<ReturnType<typeof aBackend>>

/** A backend with an open partnership, on the day that its clock shows. */
export async function aDeskOn(given: Parameters<typeof aBackend>[0] = {}): Promise<Desk> {
  vi.stubGlobal('scrollTo', () => {})
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${today}T10:00:00Z`) })
  onTestFinished(() => {
    vi.useRealTimers()
  })
  const desk = await aBackend(given)
  await desk.call('preferences.choose', { language: given.language ?? 'nb', theme: 'light' })
  return desk
}

/** Shows the window at a path. Its host stops answering when the test is over, so that nothing asks a closed file. */
export function windowAt(desk: Desk, path: string) {
  return showWindow(desk, path)
}

/** The same over any host. */
export function showWindow(client: Client, path: string) {
  const history = createMemoryHistory({ initialEntries: [path] })
  const view = render(<App client={client} history={history} />)
  onTestFinished(cleanup)
  return { ...view, history, user: userEvent.setup() }
}
