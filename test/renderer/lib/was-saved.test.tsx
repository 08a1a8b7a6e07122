/** A change that stands in the file, but whose answer could not be brought back, is taken for done. */
// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { SavingText } from '#renderer/components/saving-field.tsx'
import { createUndoStack } from '#renderer/lib/undo.ts'
import { aHost } from '../a-host.ts'
import { Providers } from '../providers.tsx'

afterEach(cleanup)

const lost = (code: 'wasSaved' | 'wasNotSaved') => ({ ok: false, problem: { code, key: `problems.${code}` } }) as const

test('a field says that it is saved and lets its draft go; told that it was not, it keeps both and says why', async () => {
  for (const code of ['wasSaved', 'wasNotSaved'] as const) {
    const { client, calls } = aHost({})
    const onSave = vi.fn(async () => lost(code))
    render(
      <Providers client={client}>
        <SavingText label="Notat" field="note" draftKey="company:1:note" value="I filen" onSave={onSave} />
      </Providers>,
    )
    const text = screen.getByLabelText('Notat')
    fireEvent.focus(text)
    fireEvent.change(text, { target: { value: 'Nytt' } })
    fireEvent.blur(text)
    const told = code === 'wasSaved' ? 'Lagret' : /Dette ble ikke lagret/
    await waitFor(() => expect(screen.getAllByText(told).length).toBeGreaterThan(0))
    expect((text as HTMLInputElement).value).toBe('Nytt')
    expect(calls.some(({ name }) => name === 'drafts.discard')).toBe(code === 'wasSaved')
    cleanup()
  }
})

test('an undo whose answer was lost is told as done, and the next press goes on from there', async () => {
  const answers = { 'history.undo': lost('wasSaved') as unknown, 'history.steps': ok({ undo: 's1', redo: null }) }
  const ask = vi.fn(async (name: string) =>
    name === 'history.details' ? ok({ rows: [], names: {} }) : answers[name as keyof typeof answers],
  )
  const stack = createUndoStack({ ask } as never)
  expect(await stack.undo()).toEqual({ told: { fields: [], names: {} } })
  expect(stack.refused()).toEqual([])
  answers['history.undo'] = lost('wasNotSaved')
  expect(await stack.undo()).toMatchObject({ problem: { code: 'wasNotSaved' } })
  expect(stack.refused()).toEqual(['s1'])
})

function ok(value: unknown) {
  return { ok: true, value, change: null }
}
