import type { Day } from '#shared/domain/values.ts'
import type { Board } from './board.ts'
import type { Desk } from './desk.ts'
import type { Turn } from './turns.ts'

/** A member has a note taken to the minutes before they are adjusted. */
function addNote(desk: Desk, board: Board, day: Day, deliveredOn: Day): void {
  const split = withDissent(desk, board, day)
  if (!split) return
  const { personId = null, party = null } = split.statements[0] ?? {}
  desk.call('statements.add', {
    itemId: split.item.id,
    kind: 'noteToMinutes',
    personId,
    party,
    text: board.source.texts.note,
    deliveredOn,
  })
}

/** Freezes the minutes and asks the adjusters. */
function sendToReview(desk: Desk, board: Board, day: Day): void {
  const meetingId = board.meetingIds.get(day)
  if (meetingId !== undefined) desk.call('minutes.sendToReview', { meetingId, language: board.language })
}

/** The chair or the adjuster answers; nothing where the body asks nobody. */
function adjust(
  desk: Desk,
  board: Board,
  day: Day,
  answer: { readonly by: 'chair' | 'adjuster'; readonly verdict: 'approved' | 'refused'; readonly on: Day },
): void {
  const meetingId = board.meetingIds.get(day)
  if (meetingId === undefined) return
  const { meeting, minutes, adjustments } = desk.call('meetings.open', { id: meetingId })
  const version = minutes.at(-1)
  const asked = adjustments.find(
    ({ minutesId, personId }) =>
      minutesId === version?.id && (personId === meeting.chairId) === (answer.by === 'chair'),
  )
  if (!asked) return
  desk.call('minutes.adjust', {
    id: asked.id,
    verdict: answer.verdict,
    comment: answer.verdict === 'refused' ? board.source.texts.refusedComment : '',
    decidedOn: answer.on,
    place: answer.verdict === 'approved' ? (board.source.place.split(',')[0] ?? '') : '',
  })
}

/** The secretary puts the counted votes right and sends the minutes again. */
function sendAgain(desk: Desk, board: Board, day: Day): void {
  const split = withDissent(desk, board, day)
  const vote = split?.votes[0]
  if (!split || !vote || vote.forCount === null) return
  desk.call('votes.revise', { id: vote.id, changes: { forCount: vote.forCount + 1 } })
  const { item, textStamps } = split
  const content = item.minutesText
  if (content !== null) {
    const added = {
      type: 'paragraph' as const,
      content: [{ type: 'text' as const, text: board.source.texts.corrected }],
    }
    desk.call('agendaItems.write', {
      id: item.id,
      field: 'minutesText',
      content: { ...content, content: [...content.content, added] },
      basedOn: textStamps.minutesText ?? '',
    })
  }
  sendToReview(desk, board, day)
}

/** Adjusted minutes become final at once, and are announced the day after. Others wait for the next meeting. */
function approve(desk: Desk, board: Board, day: Day, approvedOn: Day): void {
  const meetingId = board.meetingIds.get(day)
  if (meetingId === undefined) return
  const minutesId = desk.call('meetings.open', { id: meetingId }).minutes.at(-1)?.id
  if (minutesId !== undefined) desk.call('minutes.approve', { meetingId, minutesId, approvedOn })
}

function announce(desk: Desk, board: Board, day: Day, announcedOn: Day): void {
  const id = board.meetingIds.get(day)
  if (id !== undefined) desk.call('meetings.revise', { id, changes: { announcedOn } })
}

export function archive(desk: Desk, board: Board, day: Day): void {
  const id = board.meetingIds.get(day)
  if (id !== undefined) desk.call('meetings.archive', { id })
}

function withDissent(desk: Desk, board: Board, day: Day) {
  const id = board.meetingIds.get(day)
  if (id === undefined) return undefined
  return desk.call('meetings.open', { id }).items.find(({ statements }) => statements.length > 0)
}

/** What follows a meeting: day → what happens. `adjusted` is true for bodies whose minutes are adjusted by persons. */
export function afterwards(
  turn: Turn,
  adjusted: boolean,
): readonly {
  readonly after: number
  readonly time: string
  readonly does: (desk: Desk, board: Board, day: Day, on: Day) => void
}[] {
  const by =
    (who: 'chair' | 'adjuster', verdict: 'approved' | 'refused') => (desk: Desk, board: Board, day: Day, on: Day) =>
      adjust(desk, board, day, { by: who, verdict, on })
  const refused = adjusted && turn.miscounted === true
  return [
    ...(turn.named ? [{ after: 1, time: '10:00', does: addNote }] : []),
    { after: 5, time: '14:00', does: sendToReview },
    ...(refused
      ? [
          { after: 6, time: '09:00', does: by('adjuster', 'refused') },
          { after: 7, time: '10:00', does: sendAgain },
        ]
      : []),
    ...(adjusted
      ? [
          { after: 8, time: '08:30', does: by('chair', 'approved') },
          { after: 12, time: '15:00', does: by('adjuster', 'approved') },
          { after: 12, time: '15:30', does: approve },
          { after: 13, time: '08:15', does: announce },
        ]
      : []),
  ]
}
