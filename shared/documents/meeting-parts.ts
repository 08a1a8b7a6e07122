/** Which parts of a board package its body's meetings, its partners' commitments and its projects fill. */
import { timesOf } from './meeting/paper-facts.ts'
import { type PaperWords, paperWords } from './meeting/words.ts'
import type { MeetingPaper } from './meeting-paper.ts'
import { redactPaper } from './redact-paper.ts'
import type { Snapshot } from './snapshot.ts'
import type { Words } from './words.ts'

/**
 * True where the body holds meetings in the file. Otherwise the package looks as it did before there were meetings: so do
 * packages that were made then.
 */
export function hasMeetings({ meeting, previousMinutes, decisions, attendance, nextMeetings }: Snapshot): boolean {
  const followed = decisions === null ? 0 : decisions.open + decisions.done
  return meeting !== null || previousMinutes !== null || followed + attendance.length + nextMeetings.length > 0
}

type Commitments = NonNullable<Snapshot['commitments']>

/** True where partners have promised something for the period. Older packages, and those of a partnership without commitments, tell nothing of them. */
export function hasCommitments(snapshot: Snapshot): snapshot is Snapshot & { commitments: Commitments } {
  const { commitments } = snapshot
  return commitments !== null && commitments.rows.length + commitments.byPartner.length + commitments.notPublic > 0
}

/** True where projects run in the period. Older packages, and those of a partnership without projects, tell nothing of them. */
export function hasProjects(
  snapshot: Snapshot,
): snapshot is Snapshot & { projects: NonNullable<Snapshot['projects']> } {
  return snapshot.projects !== null && snapshot.projects.rows.length > 0
}

/** True where a plan in force has goals, activities or indicators. Older packages tell nothing of them. */
export function hasStrategy(
  snapshot: Snapshot,
): snapshot is Snapshot & { strategy: NonNullable<Snapshot['strategy']> } {
  return (
    snapshot.strategy?.plans.some(
      ({ goals, activities, indicators }) => goals.length + activities.length + indicators.length > 0,
    ) ?? false
  )
}

/** True where something printed is exempt from disclosure: the reader must know before passing it on. */
export function holdsConfidential({ meeting, previousMinutes, decisions, commitments }: Snapshot): boolean {
  const printed = (paper: MeetingPaper | null) =>
    paper?.items.some(
      ({ confidential, withheld, attachments }) =>
        (confidential && !withheld) || attachments.some(({ notPublic }) => notPublic),
    ) ?? false
  return (
    printed(meeting) ||
    printed(previousMinutes) ||
    (decisions?.rows.some(({ confidential }) => confidential) ?? false) ||
    (commitments?.rows.some(({ isPublic }) => !isPublic) ?? false)
  )
}

/** The snapshot with its redacted papers emptied once more: what is withheld stays out of a package, whoever made it. */
export function redacted(snapshot: Snapshot): Snapshot {
  const safe = (paper: MeetingPaper | null) => (paper?.redacted ? redactPaper(paper) : paper)
  return { ...snapshot, meeting: safe(snapshot.meeting), previousMinutes: safe(snapshot.previousMinutes) }
}

/** Rows of decisions and actions that are counted and not listed. */
export function withheldRows({ decisions }: Snapshot): number {
  return decisions === null ? 0 : decisions.open + decisions.done - decisions.rows.length
}

/** Commitments that are not public and stand in no row. */
export function withheldCommitments({ rows, notPublic }: Commitments): number {
  return notPublic - rows.filter(({ isPublic }) => !isPublic).length
}

/** The words of the meetings' papers in a package, which follow the form of its body. */
export function packagePaperWords(snapshot: Snapshot, nextList?: () => number): PaperWords {
  const paper = snapshot.meeting ?? snapshot.previousMinutes
  const { language, partnership } = snapshot
  return paperWords({ language, partnership, body: { rules: paper?.body.rules ?? 'associationOrCompany' } }, nextList)
}

/** Number, day, time, place and link of the meeting that the package is for, as labels and values; none where it is for no meeting. */
export function meetingFacts(snapshot: Snapshot, { t }: Pick<Words, 't'>): [label: string, value: string][] {
  const { meeting: paper } = snapshot
  if (paper?.meeting == null) return []
  const { meeting } = paper
  const words = packagePaperWords(snapshot)
  const number = meeting.number === null ? null : [meeting.number, meeting.numberYear].filter(Boolean).join('/')
  const name = [
    number === null ? t(`codes.meetingKind.${meeting.kind}`) : t('documents.meetings.cover.number', { number }),
    meeting.title,
  ]
  return [
    [t('documents.meetings.cover.meeting'), name.filter((part) => part !== null).join(', ')],
    [t('documents.meetings.cover.day'), words.dayLong(meeting.startsOn)],
    [t('documents.meetings.cover.time'), timesOf(paper, words) ?? ''],
    [t('documents.meetings.cover.place'), meeting.place ?? ''],
    [t('documents.meetings.cover.link'), meeting.remoteLink ?? ''],
  ].filter((fact): fact is [string, string] => fact[1] !== '')
}
