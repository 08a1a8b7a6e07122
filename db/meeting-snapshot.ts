/** What a board package holds of meetings: the papers of the one it is for, the minutes before, decisions and what became of them. */
import type { Snapshot } from '#shared/documents/snapshot.ts'
import type { Day, Id, Language } from '#shared/domain/values.ts'
import { assemblePaper, nextMeetings } from './meeting-papers.ts'
import { actionsOfConfidentialVisits, followUpList } from './repositories/follow-up-list.ts'
import { read, type Store, sql } from './store.ts'

interface Choice {
  readonly bodyId: Id
  readonly meetingId: Id | null
  readonly withConfidential: boolean
  readonly periodFrom: Day
  readonly periodTo: Day
  readonly language: Language
  readonly madeBy: string
}
type MeetingPart = Pick<Snapshot, 'meeting' | 'previousMinutes' | 'decisions' | 'attendance' | 'nextMeetings'>

/**
 * Sections 3–8 and 14 of a package (board-package.md). Confidential items are withheld unless the choice says otherwise;
 * addresses of those called never come in.
 */
export function meetingPart(store: Store, choice: Choice, today: Day): MeetingPart {
  const { bodyId, meetingId, language, withConfidential } = choice
  const by = { today, madeBy: choice.madeBy }
  const paper = (id: Id, kind: 'casePapers' | 'minutes') => ({
    ...assemblePaper(
      store,
      { kind, bodyId, meetingId: id, decisionId: null, language, redacted: !withConfidential },
      by,
    ),
    emails: [],
  })
  const before = minutesBefore(store, choice)
  const after = meetingId === null ? today : read(store, 'meetings', meetingId).startsOn
  return {
    meeting: meetingId === null ? null : paper(meetingId, 'casePapers'),
    previousMinutes: before === undefined ? null : paper(before, 'minutes'),
    decisions: decisionPart(store, choice, today),
    attendance: attendanceOf(store, choice),
    nextMeetings: nextMeetings(store, bodyId, after, meetingId),
  }
}

/** Open, overdue and done decisions and actions, counted with those of confidential items. */
export function decisionPart(
  store: Store,
  { bodyId, periodFrom, withConfidential }: Pick<Choice, 'bodyId' | 'periodFrom' | 'withConfidential'>,
  today: Day,
): NonNullable<Snapshot['decisions']> {
  const all = followUpList(store, bodyId, periodFrom, today)
  const open = all.filter(({ doneOn }) => doneOn === null)
  const ofConfidentialVisits = actionsOfConfidentialVisits(store)
  return {
    open: open.length + ofConfidentialVisits,
    overdue: open.filter(({ daysOverdue }) => daysOverdue > 0).length,
    done: all.length - open.length,
    confidential: all.filter(({ confidential }) => confidential).length + ofConfidentialVisits,
    rows: all.filter(({ confidential }) => withConfidential || !confidential),
  }
}

/** The closed meeting whose minutes go into a package: the one before its meeting, or else the last of the period. */
export function minutesBefore(
  store: Store,
  { bodyId, meetingId, periodTo }: Pick<Choice, 'bodyId' | 'meetingId' | 'periodTo'>,
): Id | undefined {
  return meetingId === null ? lastMinuted(store, bodyId, periodTo) : meetingBefore(store, bodyId, meetingId)
}

/** The newest closed meeting of the body before another. */
function meetingBefore(store: Store, bodyId: Id, meetingId: Id): Id | undefined {
  const { startsOn, startsAt } = read(store, 'meetings', meetingId)
  return sql(
    store,
    `SELECT id FROM meetings WHERE deleted_at IS NULL AND body_id = ? AND number IS NOT NULL AND (starts_on, starts_at) < (?, ?)
     ORDER BY starts_on DESC, starts_at DESC LIMIT 1`,
  )
    .pluck()
    .get(bodyId, startsOn, startsAt) as Id | undefined
}

/** The newest closed meeting of the body up to a day. */
function lastMinuted(store: Store, bodyId: Id, upTo: Day): Id | undefined {
  return sql(
    store,
    `SELECT id FROM meetings WHERE deleted_at IS NULL AND body_id = ? AND number IS NOT NULL AND starts_on <= ?
     ORDER BY starts_on DESC, starts_at DESC LIMIT 1`,
  )
    .pluck()
    .get(bodyId, upTo) as Id | undefined
}

/** The roll of every closed meeting of the body in the period, in order. */
function attendanceOf(store: Store, { bodyId, periodFrom, periodTo }: Choice): Snapshot['attendance'] {
  const rows = sql(
    store,
    `SELECT m.starts_on AS "meetingOn", m.number || '/' || m.number_year AS "meetingNumber",
       p.given_name || ' ' || p.family_name AS name, a.role, a.status,
       r.given_name || ' ' || r.family_name AS replaces, a.votes
     FROM meetings m JOIN attendances a ON a.meeting_id = m.id JOIN persons p ON p.id = a.person_id
       LEFT JOIN persons r ON r.id = a.replaces_id
     WHERE m.deleted_at IS NULL AND a.deleted_at IS NULL AND m.body_id = ? AND m.number IS NOT NULL
       AND m.starts_on BETWEEN ? AND ?
     ORDER BY m.starts_on, m.starts_at, a.position, a.id`,
  ).all(bodyId, periodFrom, periodTo) as (Omit<Snapshot['attendance'][number], 'votes'> & { votes: 0 | 1 })[]
  return rows.map((row) => ({ ...row, votes: row.votes === 1 }))
}

/** What the preview of a package says of its meeting, before it is made. */
export function previewMeeting(
  store: Store,
  choice: Pick<Choice, 'bodyId' | 'meetingId' | 'withConfidential' | 'periodFrom'>,
  today: Day,
) {
  const items =
    choice.meetingId === null
      ? []
      : (sql(
          store,
          `SELECT id, title, type, confidential, proposed_decision IS NOT NULL AS proposed FROM agenda_items
           WHERE meeting_id = ? AND deleted_at IS NULL ORDER BY position`,
        ).all(choice.meetingId) as { id: Id; title: string; type: string; confidential: 0 | 1; proposed: 0 | 1 }[])
  const decisions = decisionPart(store, choice, today)
  return {
    // Headings and breaks are lines of the agenda, not items to treat.
    items: items.filter(({ type }) => type !== 'heading' && type !== 'break').length,
    withheldItems: choice.withConfidential ? 0 : items.filter(({ confidential }) => confidential === 1).length,
    withoutProposal: items
      .filter(({ type, proposed }) => type === 'decision' && proposed === 0)
      .map(({ id, title }) => ({ id, title })),
    openDecisions: decisions.open,
    overdueDecisions: decisions.overdue,
  }
}

/** The body's next meeting still to be held; null where none is planned. What a package is for unless told otherwise. */
export function nextMeetingId(store: Store, bodyId: Id, today: Day): Id | null {
  return (
    (sql(
      store,
      `SELECT id FROM meetings WHERE deleted_at IS NULL AND body_id = ? AND starts_on >= ? AND status IN ('planned', 'noticeSent')
       ORDER BY starts_on, starts_at LIMIT 1`,
    )
      .pluck()
      .get(bodyId, today) as Id | undefined) ?? null
  )
}
