import { afterEach, expect, test, vi } from 'vitest'
import { today } from '#test/db/a-backend.ts'
import { screen, waitFor, within } from '../a-window.tsx'
import { aSession, sessionAt } from './a-session.ts'

afterEach(() => vi.useRealTimers())

/** Held and closed, with one decision. */
async function held(given: Parameters<typeof aSession>[0] = {}) {
  const desk = await aSession(given)
  await desk.decide(desk.itemId)
  await desk.call('meetings.close', { id: desk.meetingId, adjournedAt: '11:00' })
  return desk
}
const signed = { body: { adjustmentRule: 'signedInMeeting', adjusters: 1 } } as const

test('the minutes are read as they will be printed before they are sent', async () => {
  const desk = await held()
  await sessionAt(desk, 'minutes')
  const paper = within(await screen.findByRole('region', { name: 'Protokollen slik den skrives ut' }))
  await paper.findByText('Utkast. Protokollen er ikke godkjent.')
  paper.getByRole('heading', { name: 'Sak 1/26 Budsjett 2027' })
  paper.getByText('Budsjettet vedtas.')
  paper.getByRole('row', { name: /Anne Ek Medlem/ })
})

test('a refusal with its comment gives the minutes back, and the reason stands there', async () => {
  const desk = await held(signed)
  await desk.call('minutes.chooseAdjusters', { meetingId: desk.meetingId, personIds: [desk.memberIds[0] ?? ''] })
  const { user } = await sessionAt(desk, 'minutes')
  await user.click(await screen.findByRole('button', { name: 'Send til godkjenning' }))
  await user.click(await screen.findByRole('button', { name: 'Før svaret fra Anne Ek' }))
  const answer = within(await screen.findByRole('form', { name: 'Før svaret fra Anne Ek' }))
  await user.click(answer.getByRole('radio', { name: 'Ikke godkjent' }))
  await user.click(answer.getByRole('button', { name: 'Lagre' }))
  await waitFor(() =>
    expect(answer.getByRole('textbox', { name: /^Merknad/ }).getAttribute('aria-invalid')).toBe('true'),
  )
  await user.type(answer.getByRole('textbox', { name: /^Merknad/ }), 'Sak 1 mangler dissens.')
  await user.click(answer.getByRole('button', { name: 'Lagre' }))
  await screen.findByText(/Protokollen ble sendt tilbake: Sak 1 mangler dissens/)
  expect((await desk.open(desk.meetingId)).meeting.status).toBe('held')
})

test('approval asks, locks the minutes, and shows their checksum', async () => {
  const desk = await held(signed)
  await desk.call('minutes.sendToReview', { meetingId: desk.meetingId, language: 'nb' })
  for (const { id } of (await desk.open(desk.meetingId)).adjustments) {
    await desk.call('minutes.adjust', { id, verdict: 'approved', decidedOn: today })
  }
  const { user } = await sessionAt(desk, 'minutes')
  await user.click(await screen.findByRole('button', { name: 'Godkjenn protokollen' }))
  const ask = within(await screen.findByRole('alertdialog'))
  await user.click(ask.getByRole('button', { name: 'Godkjenn protokollen' }))
  await screen.findByRole('heading', { name: 'Protokollen er godkjent' })
  const { minutes } = await desk.open(desk.meetingId)
  expect(screen.getByText(minutes[0]?.snapshotSha256 ?? '-')).toBeTruthy()
})

test('minutes open again only with a reason, and the version before is kept', async () => {
  const desk = await held(signed)
  await desk.call('minutes.sendToReview', { meetingId: desk.meetingId, language: 'nb' })
  const { user } = await sessionAt(desk, 'minutes')
  await user.click(await screen.findByRole('button', { name: 'Ta protokollen tilbake' }))
  const form = within(await screen.findByRole('form', { name: 'Ta protokollen tilbake' }))
  await user.click(form.getByRole('button', { name: 'Ta protokollen tilbake' }))
  const reason = form.getByRole('textbox', { name: /^Begrunnelse/ })
  await waitFor(() => expect(reason.getAttribute('aria-invalid')).toBe('true'))
  await user.type(reason, 'Feil stemmetall.')
  await user.click(form.getByRole('button', { name: 'Ta protokollen tilbake' }))
  await screen.findByText('Protokollen ble åpnet igjen: Feil stemmetall.')
  await screen.findByText('Versjon 1')
})
