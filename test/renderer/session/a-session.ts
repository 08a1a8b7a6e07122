/** The screen of a meeting over the whole backend, on the day that its clock shows. */

import { vi } from 'vitest'
import { today } from '#test/db/a-backend.ts'
import { aMeetingDesk, type MeetingDesk } from '#test/db/a-meeting.ts'
import { screen, windowAt } from '../a-window.tsx'

export interface SessionDesk extends MeetingDesk {
  readonly meetingId: string
  readonly itemId: string
}

export const proposedText = 'Budsjettet vedtas som foreslått.'
const proposed = {
  type: 'doc' as const,
  content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: proposedText }] }],
}

/** A meeting today with one deciding item and one for information; `open` opens it with everybody present. */
export async function aSession(
  given: Parameters<typeof aMeetingDesk>[0] & { readonly open?: boolean } = {},
): Promise<SessionDesk> {
  vi.stubGlobal('scrollTo', () => {})
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${today}T10:00:00Z`) })
  const desk = await aMeetingDesk(given)
  await desk.call('preferences.choose', { language: 'nb', theme: 'light' })
  const { id: meetingId } = await desk.aMeeting({
    startsOn: today,
    chairId: desk.chairId,
    secretaryId: desk.secretaryId,
  })
  const { id: itemId } = await desk.anItem(meetingId, { proposedDecision: proposed })
  await desk.anItem(meetingId, { type: 'information', title: 'Orientering om besøk' })
  if (given.open ?? true) {
    await desk.call('meetings.start', { id: meetingId, openedAt: '09:00' })
    const { attendances } = await desk.open(meetingId)
    await desk.call('attendances.call', {
      meetingId,
      answers: attendances.map(({ id, role }) => ({ id, status: role === 'deputy' ? 'absent' : 'present' })),
    })
  }
  return { ...desk, meetingId, itemId }
}

/** Shows the meeting, with its first item, once that is there. */
export async function sessionAt(desk: SessionDesk, panel = 'meeting') {
  const view = windowAt(desk, `/meetings/${desk.meetingId}/session?panel=${panel}`)
  await screen.findByRole('tab', { selected: true })
  return view
}
