import type { MeetingPaper, PaperFollowUp } from '../meeting-paper.ts'
import { type Block, sentence } from '../word/blocks.ts'
import { headingAt, type Level, paperTable } from './blocks.ts'
import { isClosed } from './paper-facts.ts'
import type { PaperWords } from './words.ts'

interface FollowUpOptions {
  /** Level of the groups' headings. */
  readonly level?: Level
  /** Width of the tables in twips, on a page laid on its side; upright pages have fewer columns. */
  readonly width?: number
  /** The body that the reader belongs to: upright pages name others only. */
  readonly ownBody?: string
}

/**
 * Decisions and actions with what has become of them, in groups: overdue first, then those with time left, then those done
 * (board-package.md 4.1, section 6). A sentence where nothing is followed up.
 */
export function followUpTable(
  { followUps }: Pick<MeetingPaper, 'followUps'>,
  words: PaperWords,
  options: FollowUpOptions = {},
): Block[] {
  const { t, number } = words
  const { level = 2, width, ownBody = null } = options
  if (followUps.length === 0) return [sentence(t('papers.doc.followUp.empty'))]
  const groups = [
    [t('papers.doc.followUp.overdue'), followUps.filter((row) => row.daysOverdue > 0)],
    [t('papers.doc.followUp.open'), followUps.filter((row) => row.daysOverdue === 0 && !isClosed(row))],
    [t('papers.doc.followUp.done'), followUps.filter((row) => row.daysOverdue === 0 && isClosed(row))],
  ] as const
  return groups.flatMap(([name, rows]) =>
    rows.length === 0
      ? []
      : [
          headingAt(level, `${name} (${number(rows.length)})`),
          ...(width === undefined ? uprightTable(rows, words, ownBody) : wideTable(rows, words, width)),
        ],
  )
}

/** An external decision is called by how its text begins: then the text says it all. */
function ownTitle({ title, text }: PaperFollowUp): string | null {
  return text?.startsWith(title.replace(/…$/, '')) ? null : title
}

/** Number, file and day of the meeting in one column: seven don't fit. */
function uprightTable(rows: readonly PaperFollowUp[], words: PaperWords, ownBody: string | null): Block[] {
  const { t, day } = words
  const told = (parts: readonly (string | null)[]) => parts.filter((part) => part !== null)
  return paperTable(
    [
      { header: t('papers.doc.followUp.case'), width: 1.3 },
      { header: t('papers.doc.followUp.decision'), width: 2.6 },
      { header: t('papers.doc.followUp.responsible'), width: 1.35 },
      { header: t('papers.doc.followUp.due'), width: 1.3 },
      { header: t('papers.doc.followUp.status'), width: 1.35 },
      { header: t('papers.doc.followUp.result'), width: 2 },
    ],
    rows.map((row) => ({
      cells: [
        told([row.numberText, row.caseNo, row.meetingOn && day(row.meetingOn)]),
        told([ownTitle(row), row.text ?? row.origin, row.bodyName === ownBody ? null : row.bodyName]),
        told([row.responsible, row.organisation]),
        row.dueOn === null ? '' : day(row.dueOn),
        statusOf(row, words),
        told([row.doneOn && day(row.doneOn), row.result]),
      ],
    })),
  )
}

function wideTable(rows: readonly PaperFollowUp[], words: PaperWords, width: number): Block[] {
  const { t, day } = words
  return paperTable(
    [
      { header: t('papers.doc.followUp.case'), width: 1.25 },
      { header: t('papers.doc.followUp.meeting'), width: 1.3 },
      { header: t('papers.doc.followUp.decision'), width: 3.4 },
      { header: t('papers.doc.followUp.responsible'), width: 1.5 },
      { header: t('papers.doc.followUp.due'), width: 1.25 },
      { header: t('papers.doc.followUp.status'), width: 1.4 },
      { header: t('papers.doc.followUp.result'), width: 1.8 },
    ],
    rows.map((row) => ({
      cells: [
        [row.numberText, row.caseNo].filter((part) => part !== null),
        [row.meetingOn === null ? null : day(row.meetingOn), row.bodyName].filter((part) => part !== null),
        [ownTitle(row), row.text ?? row.origin].filter((part) => part !== null),
        [row.responsible, row.organisation].filter((part) => part !== null),
        row.dueOn === null ? '' : day(row.dueOn),
        statusOf(row, words),
        [row.doneOn === null ? null : day(row.doneOn), row.result].filter((part) => part !== null),
      ],
    })),
    { width },
  )
}

function statusOf(row: PaperFollowUp, { t, number }: PaperWords): string[] {
  const status = row.decisionStatus
    ? t(`codes.decisionStatus.${row.decisionStatus}`)
    : row.actionStatus
      ? t(`codes.actionStatus.${row.actionStatus}`)
      : ''
  return [
    ...(row.daysOverdue > 0
      ? [t('papers.doc.followUp.daysOverdue', { count: row.daysOverdue, number: number(row.daysOverdue) })]
      : []),
    status,
  ]
}

/** Days of the coming meetings with the deadlines for papers; a sentence where none is planned. */
export function nextMeetingsTable({ nextMeetings }: Pick<MeetingPaper, 'nextMeetings'>, words: PaperWords): Block[] {
  const { t, day, dayLong, time } = words
  if (nextMeetings.length === 0) return [sentence(t('papers.doc.next.none'))]
  return paperTable(
    [
      { header: t('papers.doc.fact.day'), width: 3 },
      { header: t('papers.doc.fact.time'), width: 1.3 },
      { header: t('papers.doc.fact.place'), width: 2.6 },
      { header: t('papers.doc.next.papersDue'), width: 2 },
    ],
    nextMeetings.map((next) => ({
      cells: [
        dayLong(next.startsOn),
        t('papers.doc.timeFrom', { from: time(next.startsAt) }),
        next.place ?? '',
        next.papersDueOn === null ? '' : day(next.papersDueOn),
      ],
    })),
  )
}
