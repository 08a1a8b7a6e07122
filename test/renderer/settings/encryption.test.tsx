import { expect, test } from 'vitest'
import { translator } from '#shared/i18n/translator.ts'
import { aDeskOn, screen, waitFor, windowAt, within } from '../a-window.tsx'

/** The page of the file on a desk whose file is encrypted, and whose device keeps codes. */
async function thePage(language: 'nb' | 'sv' | 'en') {
  const kept = new Set<string>()
  const desk = await aDeskOn({
    language,
    ports: () => ({
      canKeepCodes: async () => true,
      keepCode: async ({ code }) => ({ ok: kept.add(code).size > 0 }),
      dropCode: async ({ code }) => ({ ok: kept.delete(code) }),
    }),
  })
  const { code } = await desk.call('encryption.newCode', {})
  const partnership = { name: 'Hemmelig', country: 'NO', language, givenName: 'Kari', familyName: 'Berg' } as const
  await desk.call('workspace.create', { ...partnership, recoveryCode: code, keepCode: true })
  const t = translator(language)
  const shown = windowAt(desk, '/settings/file')
  await screen.findByText(t('encryption.file.encrypted'))
  return { desk, code, t, kept, ...shown }
}

test.each(['nb', 'sv', 'en'] as const)(
  'the code is shown when asked for, spelled for who listens, and hidden again (%s)',
  async (language) => {
    const { code, t, user } = await thePage(language)
    expect(document.body.textContent).not.toContain(code)
    await user.click(screen.getByRole('button', { name: t('encryption.file.show') }))
    const list = await screen.findByRole('list', { name: t('encryption.step.code') })
    const [first = ''] = code.split('-')
    expect(
      within(list).getByText(t('encryption.step.group', { number: 1, letters: [...first].join(' ') })),
    ).toBeTruthy()
    await user.click(screen.getByRole('button', { name: t('encryption.file.hide') }))
    expect(document.body.textContent).not.toContain(code)
  },
)

test('the code is forgotten only by who types it, and what was typed wrong stays to be mended', async () => {
  const { code, t, user, kept } = await thePage('nb')
  await user.click(screen.getByRole('button', { name: t('encryption.file.forget') }))
  const dialog = await screen.findByRole('dialog', { name: t('encryption.file.forgetTitle') })
  const field = within(dialog).getByRole('textbox')
  await user.type(field, `${code.slice(0, -1)}U`)
  await user.click(within(dialog).getByRole('button', { name: t('encryption.file.forgetAction') }))
  expect(await within(dialog).findByText(t('problems.field.recoveryCodeLetter', { letter: 'U' }))).toBeTruthy()
  expect((field as HTMLInputElement).value).toBe(`${code.slice(0, -1)}U`)
  expect(document.activeElement).toBe(field)
  expect([...kept]).toEqual([code])
  await user.clear(field)
  await user.type(field, `${code}{Enter}`)
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(kept.size).toBe(0)
  await user.click(await screen.findByRole('button', { name: t('encryption.file.keep') }))
  await screen.findByText(t('encryption.file.kept'))
  expect([...kept]).toEqual([code])
})
