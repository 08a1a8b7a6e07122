// @vitest-environment jsdom
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, test } from 'vitest'
import { useKeepFocus } from '#renderer/lib/use-keep-focus.ts'

afterEach(cleanup)

/** Chips that a press takes away, a job whose button gives way to another, and an undo that has nothing left to do. */
function Page() {
  useKeepFocus()
  const [chips, setChips] = useState(['Moss', 'Halden', 'Hvaler'])
  const [running, setRunning] = useState(false)
  const [undone, setUndone] = useState(false)
  return (
    <main id="main" tabIndex={-1}>
      <button type="button">Filtrer</button>
      <ul>
        {chips.map((chip) => (
          <li key={chip}>
            <button type="button" onClick={() => setChips(chips.filter((one) => one !== chip))}>
              {chip}
            </button>
          </li>
        ))}
      </ul>
      <div>
        {running ? (
          <button key="stop" type="button" onClick={() => setRunning(false)}>
            Avbryt
          </button>
        ) : (
          <button key="start" type="button" onClick={() => setRunning(true)}>
            Lag filen
          </button>
        )}
      </div>
      <div>
        <button type="button" disabled={undone} onClick={() => setUndone(true)}>
          Angre
        </button>
        <button type="button">Gjør om igjen</button>
      </div>
    </main>
  )
}
const focused = () => document.activeElement?.textContent

async function press(name: string) {
  screen.getByRole('button', { name }).focus()
  await userEvent.setup().keyboard('{Enter}')
}

test('a removed chip hands the focus on to the next one, the last one to the one before', async () => {
  render(<Page />)
  await press('Halden')
  await waitFor(() => expect(focused()).toBe('Hvaler'))
  await press('Hvaler')
  await waitFor(() => expect(focused()).toBe('Moss'))
})

test('what Tab passes by does not take the focus: the box of the last row of a list', async () => {
  function List() {
    useKeepFocus()
    const [chosen, setChosen] = useState(true)
    return (
      <main id="main" tabIndex={-1}>
        <button type="button">Navn</button>
        <input type="checkbox" tabIndex={-1} aria-label="Velg Ødetjern AS" />
        {chosen && (
          <button type="button" onClick={() => setChosen(false)}>
            Opphev valget
          </button>
        )}
      </main>
    )
  }
  render(<List />)
  await press('Opphev valget')
  await waitFor(() => expect(focused()).toBe('Navn'))
})

test('a button that gives way to another hands the focus to it', async () => {
  render(<Page />)
  await press('Lag filen')
  await waitFor(() => expect(focused()).toBe('Avbryt'))
})

test('a button that can do no more hands the focus to its neighbour', async () => {
  render(<Page />)
  await press('Angre')
  // jsdom leaves the focus on a disabled button, where browsers drop it.
  ;(document.activeElement as HTMLElement).blur()
  await waitFor(() => expect(focused()).toBe('Gjør om igjen'))
})

test('what a press of the mouse removes takes no focus along', async () => {
  render(<Page />)
  screen.getByRole('button', { name: 'Moss' }).focus()
  await userEvent.setup().click(document.body)
  screen.getByRole('button', { name: 'Moss' }).click()
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Moss' })).toBeNull())
  expect(document.activeElement).toBe(document.body)
})
