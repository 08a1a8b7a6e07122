// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { SavingText } from '#renderer/components/saving-field.tsx'
import { aHost, now } from '../a-host.ts'
import { Providers } from '../providers.tsx'

afterEach(() => {
  vi.useRealTimers()
  cleanup()
})

const field = (onSave = vi.fn(async () => ({ ok: true as const, value: {}, change: null }))) => (
  <SavingText label="Notat" field="note" draftKey="company:1:note" multiline value="I filen" onSave={onSave} />
)

test('who types without a pause loses less than a second', async () => {
  const { client, calls } = aHost({})
  render(<Providers client={client}>{field()}</Providers>)
  vi.useFakeTimers()
  const text = screen.getByLabelText('Notat')
  const kept = () => calls.filter(({ name }) => name === 'drafts.save')
  for (let typed = 1; typed <= 50; typed++) {
    fireEvent.change(text, { target: { value: 'x'.repeat(typed) } })
    await vi.advanceTimersByTimeAsync(100)
    // What is kept is never more than 900 ms behind what stands in the field.
    const last = (kept().at(-1)?.input as { value: string } | undefined)?.value.length ?? 0
    expect(typed - last).toBeLessThanOrEqual(9)
  }
  expect(kept().length).toBeGreaterThanOrEqual(5)
  expect(kept().length).toBeLessThanOrEqual(8)
})

test('what a crash left behind is shown beside what is saved, and either may be chosen', async () => {
  const left = { value: 'I filen, og mer til', savedAt: now }
  const { client, calls } = aHost({ 'drafts.load': left })
  const saved = vi.fn(async () => ({ ok: true as const, value: {}, change: null }))
  const { unmount } = render(<Providers client={client}>{field(saved)}</Providers>)
  await screen.findByText(/Du skrev noe her som ikke ble lagret/)
  screen.getByText('I filen', { selector: 'del' })
  fireEvent.click(screen.getByRole('button', { name: 'Bruk det som er lagret' }))
  await waitFor(() => expect((screen.getByLabelText('Notat') as HTMLTextAreaElement).value).toBe('I filen'))
  expect(calls.some(({ name }) => name === 'drafts.discard')).toBe(true)
  expect(saved).not.toHaveBeenCalled()
  unmount()
  render(<Providers client={client}>{field(saved)}</Providers>)
  fireEvent.click(await screen.findByRole('button', { name: 'Behold kladden' }))
  await waitFor(() => expect(saved).toHaveBeenCalledWith('I filen, og mer til'))
})

test.each([
  ['the page goes away', () => window.dispatchEvent(new Event('pagehide'))],
  [
    'the window is hidden',
    () => {
      vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
      document.dispatchEvent(new Event('visibilitychange'))
    },
  ],
])('as %s, the last letters are kept at once', async (_when, leave) => {
  const { client, calls } = aHost({})
  render(<Providers client={client}>{field()}</Providers>)
  vi.useFakeTimers()
  fireEvent.change(screen.getByLabelText('Notat'), { target: { value: 'I filen!' } })
  const kept = () => calls.filter(({ name }) => name === 'drafts.save').map(({ input }) => input)
  expect(kept()).toEqual([])
  leave()
  await vi.advanceTimersByTimeAsync(0)
  expect(kept()).toEqual([{ key: 'company:1:note', value: 'I filen!' }])
  vi.restoreAllMocks()
})
