import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { today } from '#test/db/a-backend.ts'
import { screen, waitFor, within } from '../a-window.tsx'
import { aSession, type SessionDesk, sessionAt } from './a-session.ts'

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

/** The minutes are made as a Word file, and somebody writes in it. */
async function editedInWord(desk: SessionDesk, meetingId: string): Promise<string> {
  const choice = { kind: 'minutes', bodyId: desk.bodyId, meetingId, language: 'nb', redacted: false } as const
  const { jobId } = await desk.call('papers.export', { ...choice, format: 'docx' })
  const file = await vi.waitFor(async () => {
    const job = await desk.call('jobs.show', { id: jobId })
    if (!job?.file) throw new Error('the file is not made yet')
    return job.file
  }, 20_000)
  appendFileSync(join(desk.home, file.name), 'rettet')
  return file.name
}
async function everybodyApproves(desk: SessionDesk) {
  const waiting = (await desk.open(desk.meetingId)).adjustments.filter(({ verdict }) => verdict === null)
  for (const { id } of waiting) await desk.call('minutes.adjust', { id, verdict: 'approved', decidedOn: today })
}

test('minutes whose Word file was edited are approved only after the user is told which file', async () => {
  const desk = await held(signed)
  await desk.call('minutes.sendToReview', { meetingId: desk.meetingId, language: 'nb' })
  await everybodyApproves(desk)
  const name = await editedInWord(desk, desk.meetingId)
  const { user } = await sessionAt(desk, 'minutes')
  await user.click(await screen.findByRole('button', { name: 'Godkjenn protokollen' }))
  const ask = within(await screen.findByRole('alertdialog'))
  await user.click(ask.getByRole('button', { name: 'Godkjenn protokollen' }))
  expect((await ask.findByRole('alert')).textContent).toContain(name)
  expect((await desk.open(desk.meetingId)).meeting.status).toBe('minutesInReview')
  await user.click(ask.getByRole('button', { name: 'Godkjenn uten endringene' }))
  await screen.findByRole('heading', { name: 'Protokollen er godkjent' })
})

test('minutes sent to review anew while the question is open are not approved unread', async () => {
  const desk = await held(signed)
  await desk.call('minutes.sendToReview', { meetingId: desk.meetingId, language: 'nb' })
  await everybodyApproves(desk)
  const { user } = await sessionAt(desk, 'minutes')
  await user.click(await screen.findByRole('button', { name: 'Godkjenn protokollen' }))
  const ask = within(await screen.findByRole('alertdialog'))
  await desk.call('minutes.reopen', { meetingId: desk.meetingId, reason: 'Feil tall' })
  await desk.call('minutes.sendToReview', { meetingId: desk.meetingId, language: 'nb' })
  await everybodyApproves(desk)
  await user.click(ask.getByRole('button', { name: 'Godkjenn protokollen' }))
  await screen.findByText(/sendt til godkjenning på nytt siden dette vinduet viste den. Les versjon 2/)
  expect((await desk.open(desk.meetingId)).meeting.status).toBe('minutesInReview')
  await user.click(screen.getByRole('button', { name: 'Godkjenn protokollen' }))
  await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Godkjenn protokollen' }))
  await screen.findByRole('heading', { name: 'Protokollen er godkjent' })
})

test('closing the meeting that approves earlier minutes asks the same, one question after the other', async () => {
  const desk = await aSession({ open: false })
  const earlier = await desk.inReview({ startsOn: '2026-08-20' })
  const item = await desk.anItem(desk.meetingId, {
    type: 'minutesApproval',
    title: 'Godkjenning av protokoll',
    aboutMeetingId: earlier.meetingId,
  })
  await desk.call('meetings.start', { id: desk.meetingId, openedAt: '09:00' })
  await desk.callRoll(desk.meetingId)
  await desk.decide(desk.itemId)
  await desk.call('decisions.take', { itemId: item.id, text: 'Protokollen godkjennes.', kind: 'approval' })
  await desk.call('minutes.reopen', { meetingId: earlier.meetingId, reason: 'Feil tall' })
  await desk.call('minutes.sendToReview', { meetingId: earlier.meetingId, language: 'nb' })
  const name = await editedInWord(desk, earlier.meetingId)
  const { user } = await sessionAt(desk)
  await user.click(await screen.findByRole('button', { name: 'Avslutt møtet' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Avslutte møtet?' }))
  await user.click(dialog.getByRole('button', { name: 'Avslutt møtet' }))
  expect((await dialog.findByRole('alert')).textContent).toContain('versjon 2')
  await user.click(dialog.getByRole('button', { name: 'Avslutt, og godkjenn den nye versjonen' }))
  await waitFor(() => expect(dialog.getByRole('alert').textContent).toContain(name))
  expect((await desk.open(desk.meetingId)).meeting.status).toBe('planned')
  await user.click(dialog.getByRole('button', { name: 'Avslutt, og godkjenn uten endringene' }))
  await waitFor(async () =>
    expect((await desk.open(earlier.meetingId)).meeting).toMatchObject({
      status: 'minutesApproved',
      approvedInId: desk.meetingId,
    }),
  )
})

test('the minutes on screen say who adjusts them and by when, as the Word file does', async () => {
  const desk = await held({ country: 'SE', body: { rules: 'municipalLikeSe', adjusters: 1 } })
  await desk.call('minutes.chooseAdjusters', { meetingId: desk.meetingId, personIds: [desk.memberIds[0] ?? ''] })
  await desk.call('minutes.sendToReview', { meetingId: desk.meetingId, language: 'nb' })
  await sessionAt(desk, 'minutes')
  const paper = within(await screen.findByRole('region', { name: 'Protokollen slik den skrives ut' }))
  const fact = async (label: string) => (await paper.findByText(label)).nextElementSibling?.textContent
  expect(await fact('Protokollunderskrivere')).toBe('Anne Ek')
  expect(await fact('Frist for underskrift')).toMatch(/29\.09\.2026/)
})
