import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test, vi } from 'vitest'
import { aMeetingDesk } from '#test/db/a-meeting.ts'
import { aDeskOn, screen, windowAt, within } from '../a-window.tsx'

async function aPackage() {
  const desk = await aDeskOn()
  const body = await desk.call('bodies.add', { name: 'Styret', kind: 'board' })
  const made = await desk.call('packages.make', {
    bodyId: body.id,
    periodFrom: '2026-01-01',
    periodTo: '2026-06-30',
    language: 'nb',
  })
  return { desk, made }
}

test('a package is marked as sent: its files are kept and verified, and it can no longer be deleted', async () => {
  const { desk, made } = await aPackage()
  const { user } = windowAt(desk, `/packages/${made.id}`)
  await screen.findByRole('button', { name: 'Slett pakken' })
  const list = await screen.findByRole('grid', { name: 'Styrepakker' })
  expect(within(list).queryByText('15.09.2026')).toBeNull()
  await user.click(await screen.findByRole('button', { name: 'Registrer som sendt' }))
  const form = await screen.findByRole('group', { name: 'Registrer som sendt' })
  await user.type(within(form).getByLabelText(/Til hvem/), 'Styret og vara')
  // Nothing chosen is said at the field, and what was typed stays.
  for (const name of ['Word', 'Excel']) await user.click(within(form).getByRole('checkbox', { name }))
  await user.click(within(form).getByRole('button', { name: 'Registrer som sendt' }))
  await within(form).findByText('Velg minst én fil.')
  expect((await desk.call('packages.open', { id: made.id })).package.sentOn).toBeNull()
  await user.click(within(form).getByRole('checkbox', { name: 'Excel' }))
  await user.click(within(form).getByRole('button', { name: 'Registrer som sendt' }))
  await screen.findByRole('heading', { name: 'Sendt 15.09.2026 til Styret og vara' }, { timeout: 30_000 })
  const { files } = await desk.call('packages.open', { id: made.id })
  expect(files.map(({ format }) => format)).toEqual(['xlsx'])
  expect(screen.getByText(new RegExp(`kontrollsum ${files[0]?.sha256.slice(0, 8)}$`))).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Slett pakken' })).toBeNull()
  await within(list).findByText('15.09.2026')
  await user.click(screen.getByRole('button', { name: 'Kontroller filene' }))
  await screen.findByText('Uendret. Samme data gir nøyaktig den samme filen.', {}, { timeout: 30_000 })
  const { db } = desk.backend.workspaces.store()
  db.prepare('UPDATE blobs SET bytes = ? WHERE sha256 = ?').run(Buffer.from('x'), files[0]?.sha256)
  await user.click(screen.getByRole('button', { name: 'Kontroller filene' }))
  await screen.findByText(/Filen er ikke lenger den som ble sendt/)
}, 90_000)

test('a day before the package was made is refused at its field', async () => {
  const { desk, made } = await aPackage()
  const { user } = windowAt(desk, `/packages/${made.id}`)
  await user.click(await screen.findByRole('button', { name: 'Registrer som sendt' }))
  const form = await screen.findByRole('group', { name: 'Registrer som sendt' })
  const day = within(form).getByLabelText<HTMLInputElement>(/^Sendt/)
  await user.clear(day)
  await user.type(day, '1.9.2026')
  await user.click(within(form).getByRole('button', { name: 'Registrer som sendt' }))
  await within(form).findByText('Dagen er før pakken ble laget.')
  expect((await desk.call('packages.open', { id: made.id })).package.sentOn).toBeNull()
})

test('the edition chosen is the one made; a package without anything confidential has no choice of it', async () => {
  vi.stubGlobal('scrollTo', () => {})
  const desk = await aMeetingDesk()
  await desk.call('preferences.choose', { language: 'nb', theme: 'light' })
  const meeting = await desk.aMeeting({ startsOn: '2026-10-01' })
  const secret = 'KANARIFUGL-5521'
  await desk.anItem(meeting.id, { title: secret, confidential: true, confidentialGround: 'Offentleglova § 23' })
  const choice = {
    bodyId: desk.bodyId,
    meetingId: meeting.id,
    periodFrom: '2026-01-01',
    periodTo: '2026-06-30',
    language: 'nb' as const,
  }
  const open = await desk.call('packages.make', choice)
  const whole = await desk.call('packages.make', { ...choice, withConfidential: true })
  const { history, user } = windowAt(desk, `/packages/${open.id}`)
  await screen.findByRole('button', { name: 'Lag Excel-filen' })
  expect(screen.queryByRole('radiogroup', { name: 'Utgave' })).toBeNull()
  history.push(`/packages/${whole.id}`)
  await user.click(await screen.findByRole('radio', { name: 'Offentlig utgave' }))
  await user.click(screen.getByRole('button', { name: 'Lag Excel-filen' }))
  await screen.findByText(/offentlig utgave\.xlsx .* er lagret/, {}, { timeout: 30_000 })
  const bytes = readFileSync(join(desk.home, 'Styrepakke Styret 2026-01-01–2026-06-30 v2, offentlig utgave.xlsx'))
  const text = Object.values(unzipSync(bytes))
    .map((part) => strFromU8(part))
    .join('\n')
  expect(text).toContain('Offentleglova § 23')
  expect(text).not.toContain(secret)
}, 90_000)
