// @vitest-environment jsdom
/** As in the built window, where no words are there until they are loaded. */
import { act, cleanup, render, screen } from '@testing-library/react'
import { Suspense } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import type { Language } from '#shared/domain/values.ts'

vi.mock('#shared/i18n/catalogues.ts', () => ({ catalogues: {} }))
const { loadWords, useLoadedLanguage, useWords } = await import('#renderer/lib/load-words.ts')
const { someWords, translator } = await import('#shared/i18n/translator.ts')
afterEach(cleanup)

// The tests follow upon each other: what is loaded stays loaded.
test('no language is there before it is loaded, and asking for one says so', async () => {
  expect(() => translator('nb')).toThrow('The words of nb are not loaded')
  expect(someWords).toThrow('No words are loaded yet')
  await loadWords('nb')
  expect(translator('nb')('app.areas.visits')).toBe('Besøk')
  expect(Object.keys(someWords().codes.visitType).length).toBeGreaterThan(1)
  expect(() => translator('sv')).toThrow('The words of sv are not loaded')
})

test('a window keeps its language until the words of the next are there', async () => {
  function Title({ wanted }: { readonly wanted: Language }) {
    return <h1>{translator(useLoadedLanguage(wanted))('app.areas.visits')}</h1>
  }
  const { rerender } = render(<Title wanted="nb" />)
  rerender(<Title wanted="sv" />)
  expect(screen.getByRole('heading').textContent).toBe('Besøk')
  await act(() => loadWords('sv'))
  expect(screen.getByRole('heading').textContent).toBe('Besök')
})

test('a part in another language than the window’s waits for its words', async () => {
  function Paper() {
    useWords('en')
    return <h1>{translator('en')('app.areas.visits')}</h1>
  }
  await act(async () => {
    render(
      <Suspense fallback={<p>…</p>}>
        <Paper />
      </Suspense>,
    )
  })
  expect((await screen.findByRole('heading')).textContent).toBe('Visits')
})
