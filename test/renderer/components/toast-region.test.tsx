import '../a-page.ts'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { ToastRegion } from '#renderer/components/toast-region.tsx'
import { createToasts, ToastsProvider } from '#renderer/lib/toasts.ts'
import { LanguageProvider } from '#renderer/lib/use-t.ts'

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

function aWindow() {
  const toasts = createToasts()
  const user = userEvent.setup()
  render(
    <ToastsProvider value={toasts}>
      <LanguageProvider value="nb">
        <button type="button">Under</button>
        <input aria-label="Felt" />
        <ToastRegion />
      </LanguageProvider>
    </ToastsProvider>,
  )
  return { toasts, user, region: () => screen.getByRole('region', { name: 'Meldinger' }) }
}

test('Escape closes the newest notice from anywhere but a field, which has its own use for it', async () => {
  const { toasts, user } = aWindow()
  toasts.show({ text: 'Den første' })
  toasts.show({ text: 'Den andre' })
  await screen.findByText('Den andre')
  await user.click(screen.getByRole('textbox', { name: 'Felt' }))
  await user.keyboard('{Escape}')
  expect(toasts.list()).toHaveLength(2)
  await user.click(screen.getByRole('button', { name: 'Under' }))
  await user.keyboard('{Escape}')
  expect(toasts.list().map(({ text }) => text)).toEqual(['Den første'])
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Under' }))
  await user.keyboard('{Escape}')
  expect(toasts.list()).toEqual([])
})

test('a notice moves out of the way of what has the focus', async () => {
  const { toasts, user, region } = aWindow()
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function (this: HTMLElement) {
    const under = this.textContent === 'Under' || region().contains(this)
    return under ? new DOMRect(300, innerHeight - 76, 400, 60) : new DOMRect(0, 0, 100, 30)
  })
  toasts.show({ text: 'Lagret' })
  await screen.findByText('Lagret')
  expect(region().dataset.side).toBe('bottom')
  await user.click(screen.getByRole('button', { name: 'Under' }))
  expect(region().dataset.side).toBe('top')
})
