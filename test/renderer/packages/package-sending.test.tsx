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
  await screen.findByRole('button', { name: 'Lag 2 filer' })
  expect(screen.queryByRole('group', { name: /Utgaver/ })).toBeNull()
  history.push(`/packages/${whole.id}`)
  await user.click(await screen.findByRole('checkbox', { name: 'Offentlig utgave' }))
  await user.click(screen.getByRole('button', { name: 'Lag 4 filer' }))
  await screen.findByText(/v2\.zip .* er lagret/, {}, { timeout: 30_000 })
  const zip = unzipSync(readFileSync(join(desk.home, 'Styrepakke Styret 2026-01-01–2026-06-30 v2.zip')))
  const stem = 'Styrepakke Styret 2026-01-01–2026-06-30 v2'
  expect(Object.keys(zip)).toEqual([
    `${stem}.docx`,
    `${stem}.xlsx`,
    `${stem}, offentlig utgave.docx`,
    `${stem}, offentlig utgave.xlsx`,
  ])
  const bytes = zip[`${stem}, offentlig utgave.xlsx`] ?? new Uint8Array()
  const text = Object.values(unzipSync(bytes))
    .map((part) => strFromU8(part))
    .join('\n')
  expect(text).toContain('Offentleglova § 23')
  expect(text).not.toContain(secret)
}, 90_000)

test('what was made last for a body is ticked the next time; nothing ticked is said at the field', async () => {
  const { desk, made } = await aPackage()
  const other = await desk.call('bodies.add', { name: 'Rådet', kind: 'council' })
  const period = { periodFrom: '2026-01-01', periodTo: '2026-06-30', language: 'nb' } as const
  const next = await desk.call('packages.make', { ...period, bodyId: made.bodyId })
  const theirs = await desk.call('packages.make', { ...period, bodyId: other.id })
  const { history, user } = windowAt(desk, `/packages/${made.id}`)
  const box = (name: string) => screen.findByRole<HTMLInputElement>('checkbox', { name })
  for (const name of ['Word', 'Excel']) await user.click(await box(name))
  await user.click(screen.getByRole('button', { name: 'Lag filen' }))
  await screen.findByText('Velg minst én fil.')
  expect(await desk.call('packages.usualFiles', { bodyId: made.bodyId })).toBeNull()
  await user.click(await box('Excel'))
  await user.click(screen.getByRole('button', { name: 'Lag filen' }))
  await screen.findByText(/v1\.xlsx .* er lagret/, {}, { timeout: 30_000 })
  history.push(`/packages/${next.id}`)
  await screen.findByText(/^Versjon 2/)
  expect([(await box('Word')).checked, (await box('Excel')).checked]).toEqual([false, true])
  history.push(`/packages/${theirs.id}`)
  await screen.findByText(/Versjon 1 · Rådet/)
  expect([(await box('Word')).checked, (await box('Excel')).checked]).toEqual([true, true])
}, 60_000)

test('findings are told before anything is sent, and sending all the same is the sender’s choice', async () => {
  const { desk, made: first } = await aPackage()
  const company = await desk.aCompany({ name: 'Alfa AS' })
  const summary = '- De vokser\n- De søker folk\n- De bygger'
  await desk.aVisit({ companyId: company.id, visitedOn: '2026-02-02', publishableSummary: summary })
  const period = { periodFrom: '2026-01-01', periodTo: '2026-06-30', language: 'nb' } as const
  const made = await desk.call('packages.make', { ...period, bodyId: first.bodyId })
  const { user } = windowAt(desk, `/packages/${made.id}`)
  await user.click(await screen.findByRole('button', { name: 'Registrer som sendt' }))
  const form = await screen.findByRole('group', { name: 'Registrer som sendt' })
  await user.click(within(form).getByRole('button', { name: 'Registrer som sendt' }))
  const found = await within(form).findByRole('region', { name: 'Funn før sending' }, { timeout: 30_000 })
  within(found).getByText(/Gjør den til en punktliste/)
  expect((await desk.call('packages.open', { id: made.id })).package.sentOn).toBeNull()
  const again = within(found).getByRole('link', { name: 'Sett pakken sammen på nytt' })
  expect(again.getAttribute('href')).toContain(`forBody=${first.bodyId}`)
  // Other files than those that were looked at are looked at anew.
  await user.click(within(form).getByRole('checkbox', { name: 'Excel' }))
  expect(within(form).queryByRole('region', { name: 'Funn før sending' })).toBeNull()
  await user.click(within(form).getByRole('button', { name: 'Registrer som sendt' }))
  await user.click(
    await within(form).findByRole('button', { name: 'Registrer som sendt likevel' }, { timeout: 30_000 }),
  )
  await screen.findByRole('heading', { name: 'Sendt 15.09.2026' }, { timeout: 30_000 })
  expect((await desk.call('packages.open', { id: made.id })).files.map(({ format }) => format)).toEqual(['docx'])
}, 90_000)
