import { problem } from '#shared/contract/problem.ts'
import { type MeetingStep, statusAfter } from '#shared/domain/meeting-states.ts'
import type { Meeting, MeetingStatus } from '#shared/domain/records/meeting.ts'

/** The state after a step. @throws ProblemError `refused` with what the meeting is now, where the step can't be taken. */
export function stepTo(step: MeetingStep, { status }: Pick<Meeting, 'status'>): MeetingStatus {
  const next = statusAfter(step, status)
  if (next === null) throw problem('refused', `problems.step.${step}.${stageOf(status)}`)
  return next
}

/** How far a meeting is, as the refusals tell it. */
function stageOf(status: MeetingStatus): 'before' | 'held' | 'cancelled' {
  if (status === 'cancelled') return 'cancelled'
  return status === 'planned' || status === 'noticeSent' ? 'before' : 'held'
}

/** The first thing that keeps a step from being taken, as a refusal; the screen lists them all. @throws ProblemError `refused`. */
export function refuseObstacle(
  obstacles: readonly { readonly key: string; readonly params?: Readonly<Record<string, string | number>> }[],
): void {
  const [first] = obstacles
  if (first) throw problem('refused', first.key, first.params)
}
