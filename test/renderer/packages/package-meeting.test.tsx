import { expect, test } from 'vitest'
import { nextMeeting } from '#renderer/features/packages/body-meetings.ts'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import type { RichText } from '#shared/domain/rich-text.ts'
import { aDeskOn, screen, waitFor, windowAt, within } from '../a-window.tsx'

type Desk = Awaited<ReturnType<typeof aDeskOn>>
const proposed = (text: string): RichText => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})

/** A board with a meeting behind it, the next on 30 September and one in November. */
async function withMeetings() {
  const desk = await aDeskOn()
  const body = await desk.call('bodies.add', { name: 'Styret', kind: 'board' })
  const plan = (startsOn: string, place: string) =>
    desk.call('meetings.plan', { bodyId: body.id, startsOn, startsAt: '10:00', place })
  await plan('2026-11-25', 'Teams')
  const next = await plan('2026-09-30', 'Rådhuset')
  await plan('2026-06-10', 'Fabrikken')
  return { desk, bodyId: body.id, meetingId: next.id }
}
async function anItem(desk: Desk, fields: Omit<InputOf<'agendaItems.add'>, 'type'>) {
  return desk.call('agendaItems.add', { type: 'decision', ...fields })
}
const preview = () => screen.findByRole('region', { name: 'Dette blir med' })

test('the next planned meeting is proposed, and what its papers lack is named with a way there', async () => {
  const { desk, bodyId, meetingId } = await withMeetings()
  const bare = await anItem(desk, { bodyId, meetingId, title: 'Budsjett 2027' })
  await anItem(desk, { bodyId, meetingId, title: 'Plan', proposedDecision: proposed('Planen vedtas.') })
  await anItem(desk, {
    bodyId,
    meetingId,
    title: 'Ansettelse',
    proposedDecision: proposed('Kari ansettes.'),
    confidential: true,
    confidentialGround: 'offentleglova § 13',
  })
  windowAt(desk, `/packages/new?forBody=${bodyId}`)
  expect(await screen.findByRole('button', { name: /onsdag 30\. september 2026, 10:00.*Møte/ })).toBeTruthy()
  const shown = within(await preview())
  const finding = (await shown.findByText('1 vedtakssak mangler forslag til vedtak.')).closest('li')
  const href = within(finding as HTMLElement)
    .getByRole('link', { name: 'Budsjett 2027' })
    .getAttribute('href')
  expect(href).toContain(meetingId)
  expect(href).toContain(bare.id)
  expect(shown.getByText('1 sak er unntatt offentlighet og står med nummer og hjemmel.')).toBeTruthy()
})

test('a package is made for the meeting proposed, and its papers are read on the screen', async () => {
  const { desk, bodyId, meetingId } = await withMeetings()
  await anItem(desk, { bodyId, meetingId, title: 'Plan for 2027', proposedDecision: proposed('Planen vedtas.') })
  const { user } = windowAt(desk, `/packages/new?forBody=${bodyId}`)
  await screen.findByRole('switch', { name: 'Saksframlegg' })
  expect(screen.queryByText(/mangler forslag til vedtak/)).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Lag pakken' }))
  await screen.findByText('Versjon 1 er laget.')
  const [made] = await desk.call('packages.list', {})
  expect(made).toMatchObject({ meetingId, withConfidential: false })
  await user.click(await screen.findByText('Saksframlegg'))
  expect((await screen.findAllByText(/Plan for 2027/)).length).toBeGreaterThan(0)
  expect(screen.getByText('Planen vedtas.')).toBeTruthy()
  await user.click(screen.getByText('Innkalling og saksliste'))
  expect(screen.getByText('Innkalte')).toBeTruthy()
  expect(screen.getByText(/onsdag 25\. november 2026, 10:00 · Teams/)).toBeTruthy()
})

test('what is exempt from disclosure goes in on a switch only, with a warning that stays in the address', async () => {
  const { desk, bodyId, meetingId } = await withMeetings()
  const hidden = {
    title: 'HEMMELIG SAK',
    proposedDecision: proposed('HEMMELIG VEDTAK'),
    confidential: true,
    confidentialGround: 'offentleglova § 13',
  }
  await anItem(desk, { bodyId, meetingId, ...hidden })
  const withheld = await desk.call('packages.make', {
    bodyId,
    meetingId,
    periodFrom: '2026-07-01',
    periodTo: '2026-12-31',
    language: 'nb',
  })
  expect(JSON.stringify(await desk.call('packages.open', { id: withheld.id }))).not.toContain('HEMMELIG')
  const { history, user } = windowAt(desk, '/packages/new')
  const warning = /Gi den bare til dem som har rett til å se det/
  const control = await screen.findByRole('switch', { name: /Ta med innholdet i saker unntatt offentlighet/ })
  expect(screen.queryByText(warning)).toBeNull()
  await user.click(control)
  await screen.findByText(warning)
  expect(history.location.search).toContain('withConfidential=true')
  await waitFor(() => expect(screen.queryByText(/står med nummer og hjemmel\.$/)).toBeNull())
  await user.click(screen.getByRole('button', { name: 'Lag pakken' }))
  await screen.findByText('Versjon 2 er laget.')
  await screen.findByText('Innholdet er med')
  await user.click(await screen.findByText('Saksframlegg'))
  expect((await screen.findAllByText(/HEMMELIG SAK/)).length).toBeGreaterThan(0)
  expect(history.location.search).toBe('')
})

test('a package may be for no meeting, or for another one, and the choice is found again in the address', async () => {
  const { desk, bodyId } = await withMeetings()
  const first = windowAt(desk, `/packages/new?forBody=${bodyId}`)
  await first.user.click(await screen.findByRole('button', { name: /30\. september 2026, 10:00.*Møte/ }))
  expect(await screen.findAllByRole('option')).toHaveLength(4)
  await first.user.click(screen.getByRole('option', { name: 'Uten møte' }))
  await waitFor(() => expect(first.history.location.search).toContain('forMeeting=none'))
  await screen.findByRole('button', { name: /Uten møte.*Møte/ })
  await first.user.click(screen.getByRole('button', { name: 'Lag pakken' }))
  await screen.findByText('Versjon 1 er laget.')
  expect((await desk.call('packages.list', {}))[0]?.meetingId).toBeNull()
})

test('a body without meetings is asked for none', async () => {
  const desk = await aDeskOn()
  await desk.call('bodies.add', { name: 'Styret', kind: 'board' })
  windowAt(desk, '/packages/new')
  await preview()
  expect(screen.queryByRole('button', { name: /Møte$/ })).toBeNull()
  expect(screen.queryByRole('switch', { name: /unntatt offentlighet/ })).toBeNull()
})

test('the next meeting is the first from today on that is planned or called', () => {
  const at = (startsOn: string, status: 'planned' | 'noticeSent' | 'held', startsAt = '10:00') => ({
    startsOn,
    startsAt,
    status,
  })
  const today = '2026-09-15'
  expect(nextMeeting([at('2026-10-01', 'planned'), at('2026-09-15', 'held')], today)?.startsOn).toBe('2026-10-01')
  expect(
    nextMeeting([at('2026-10-01', 'planned', '12:00'), at('2026-10-01', 'noticeSent', '08:00')], today)?.startsAt,
  ).toBe('08:00')
  expect(nextMeeting([at('2026-09-14', 'planned')], today)).toBeNull()
})
