import type { AttendanceRow, ItemDetail } from '#shared/contract/meetings.ts'
import type { Decision } from '#shared/domain/records/decision.ts'
import { richFromPlain } from '#shared/domain/rich-text.ts'
import type { Day } from '#shared/domain/values.ts'
import type { Board } from './board.ts'
import type { Desk } from './desk.ts'
import type { Turn } from './turns.ts'

/** A meeting in session. */
export interface Session {
  readonly desk: Desk
  readonly board: Board
  readonly meetingId: string
  readonly day: Day
  readonly turn: Turn
  /** Voting members but the chair, in the order in which things befall them. */
  readonly cast: readonly string[]
  /** A deputy who sits in without a vote. */
  spareId: string | null
  /** The newest meeting of all leaves something undone. */
  readonly newest: boolean
}

/** What the minutes tell of an item, a paragraph a line. */
export function write(desk: Desk, { item, textStamps }: ItemDetail, lines: readonly string[]): void {
  const content = richFromPlain(lines.join('\n'))
  desk.call('agendaItems.write', { id: item.id, field: 'minutesText', content, basedOn: textStamps.minutesText ?? '' })
}

/** Agreed without a count; gives the vote. */
export function acclaim(
  { desk }: Session,
  itemId: string,
  text: string,
  more: Partial<Pick<Decision, 'correctsId' | 'responsibleId' | 'deadline'>> = {},
): void {
  const vote = desk.call('votes.add', { itemId, kind: 'acclamation' })
  desk.call('decisions.take', { itemId, text, voteId: vote.id, ...more })
}

export function rollOf({ desk, meetingId }: Session): readonly AttendanceRow[] {
  return desk.call('meetings.open', { id: meetingId }).attendances
}
