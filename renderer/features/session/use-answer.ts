import { useCommand } from '#renderer/lib/use-command.ts'
import type { AttendanceRow } from '#shared/contract/meetings.ts'
import { useSession } from './use-session.ts'

/** What the keys 1–4 answer to a name that is called. "A part of the meeting" follows from the times. */
export const rollKeys = ['present', 'remote', 'absentWithReason', 'absent'] as const
export type Answer = (typeof rollKeys)[number]

/** Saves an answer. */
export function useAnswer() {
  const call = useCommand('attendances.call', { problemAsToast: true })
  const { detail } = useSession()
  return (row: AttendanceRow, status: Answer) =>
    call.run({ meetingId: detail.meeting.id, answers: [{ id: row.id, status }] })
}
