// @vitest-environment jsdom
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { SavingDay, SavingSelect, SavingText } from '#renderer/components/saving-field.tsx'
import type { Reply } from '#shared/contract/dispatcher.ts'
import { aHost, now } from '../a-host.ts'
import { Providers } from '../providers.tsx'

afterEach(cleanup)
const accepted: Reply = { ok: true, value: {}, change: 's' }
const refused: Reply = {
  ok: false,
  problem: { code: 'invalid', key: 'problems.invalid', fields: { 'changes.name': { key: 'problems.field.required' } } },
}

test('a text saves itself when it is left, once, and says so', async () => {
  const saved: unknown[] = []
  const { client } = aHost({})
  const onSave = async (value: string | null) => {
    saved.push(value)
    return accepted
  }
  render(
    <Providers client={client}>
      <SavingText label="Navn" field="name" value="Før" onSave={onSave} />
    </Providers>,
  )
  const user = userEvent.setup()
  await user.clear(screen.getByLabelText('Navn'))
  await user.type(screen.getByLabelText('Navn'), 'Etter')
  expect(saved).toEqual([])
  await user.tab()
  await screen.findByText('Lagret')
  await user.click(screen.getByLabelText('Navn'))
  await user.tab()
  expect(saved).toEqual(['Etter'])
})

test('a refused text stays as typed, with the field’s own sentence tied to it', async () => {
  const { client } = aHost({})
  render(
    <Providers client={client}>
      <SavingText label="Navn" field="name" value="Før" onSave={async () => refused} />
    </Providers>,
  )
  const user = userEvent.setup()
  await user.type(screen.getByLabelText('Navn'), ' og mer')
  await user.tab()
  await screen.findByText('Feltet er tomt. Fyll det ut.')
  expect(screen.getByLabelText<HTMLInputElement>('Navn').value).toBe('Før og mer')
  expect(screen.getByLabelText('Navn').getAttribute('aria-invalid')).toBe('true')
})

test('a day that can’t be read is not saved and not lost', async () => {
  const saved: unknown[] = []
  const { client } = aHost({})
  const onSave = async (value: string | null) => {
    saved.push(value)
    return accepted
  }
  render(
    <Providers client={client}>
      <SavingDay label="Dag" field="visitedOn" value="2026-03-14" onSave={onSave} />
    </Providers>,
  )
  const user = userEvent.setup()
  const field = screen.getByLabelText<HTMLInputElement>('Dag')
  await user.clear(field)
  await user.type(field, '32.03.2026')
  await user.tab()
  await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'))
  expect(field.value).toBe('32.03.2026')
  expect(saved).toEqual([])
  await user.clear(field)
  await user.type(field, '31.03.2026{Enter}')
  await waitFor(() => expect(saved).toEqual(['2026-03-31']))
})

test('text left half-written by an earlier window comes back, and is told as unsaved', async () => {
  const { client, calls } = aHost({ 'drafts.load': { value: 'Halvskrevet', savedAt: now } })
  render(
    <Providers client={client}>
      <SavingText
        label="Notater"
        field="notes"
        multiline
        draftKey="visit:1:notes"
        value={null}
        onSave={async () => accepted}
      />
    </Providers>,
  )
  await screen.findByText('Ikke lagret tekst er hentet fram')
  const field = screen.getByLabelText<HTMLTextAreaElement>('Notater')
  expect(field.value).toBe('Halvskrevet')
  const user = userEvent.setup()
  await user.click(field)
  await user.tab()
  await screen.findByText('Lagret')
  expect(calls.some((call) => call.name === 'drafts.discard')).toBe(true)
})

test('what is being typed is kept when the page goes away', async () => {
  const { client, calls } = aHost({})
  render(
    <Providers client={client}>
      <SavingText label="Notater" field="notes" draftKey="visit:1:notes" value={null} onSave={async () => accepted} />
    </Providers>,
  )
  await userEvent.setup().type(screen.getByLabelText('Notater'), 'I bilen')
  window.dispatchEvent(new Event('pagehide'))
  await waitFor(() =>
    expect(calls).toContainEqual({ name: 'drafts.save', input: { key: 'visit:1:notes', value: 'I bilen' } }),
  )
})

test('a choice that is refused goes back to what is stored', async () => {
  const { client } = aHost({})
  const options = [
    { key: 'open', label: 'Åpen' },
    { key: 'closed', label: 'Avsluttet' },
  ] as const
  render(
    <Providers client={client}>
      <SavingSelect label="Status" field="status" value="open" options={options} onSave={async () => refused} />
    </Providers>,
  )
  const user = userEvent.setup()
  await user.click(screen.getByRole('button', { name: /Status/ }))
  await user.click(await screen.findByRole('option', { name: 'Avsluttet' }))
  await waitFor(() => expect(screen.getByRole('button', { name: /Status/ }).textContent).toContain('Åpen'))
})

test('“saved” goes when an undo or another window puts another text in its place', async () => {
  const { client } = aHost({})
  const field = (value: string) => (
    <Providers client={client}>
      <SavingText label="Navn" field="name" value={value} onSave={async () => accepted} />
    </Providers>
  )
  const { rerender } = render(field('Før'))
  const user = userEvent.setup()
  await user.type(screen.getByLabelText('Navn'), '!')
  await user.tab()
  await screen.findByText('Lagret')
  rerender(field('Før!'))
  expect(screen.queryByText('Lagret')).toBeTruthy()
  rerender(field('Før'))
  await waitFor(() => expect(screen.queryByText('Lagret')).toBeNull())
  expect(screen.getByLabelText<HTMLInputElement>('Navn').value).toBe('Før')
})
