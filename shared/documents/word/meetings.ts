/** The sections of a board package that come from meetings (board-package.md 4.1, sections 3–8, 14, 15). */
import { agendaTable } from '../meeting/agenda.ts'
import { headingAt } from '../meeting/blocks.ts'
import { attachmentTable, casePaperBlocks, informationBlocks } from '../meeting/case-papers.ts'
import { followUpTable, nextMeetingsTable } from '../meeting/follow-up.ts'
import { minutesBlocks } from '../meeting/minutes.ts'
import { noticeBlocks } from '../meeting/notice.ts'
import { meetingName } from '../meeting/paper-facts.ts'
import type { PaperWords } from '../meeting/words.ts'
import type { MeetingPaper } from '../meeting-paper.ts'
import { hasMeetings, withheldRows } from '../meeting-parts.ts'
import type { Snapshot } from '../snapshot.ts'
import type { Words } from '../words.ts'
import { type Block, heading, places, sentence, table } from './blocks.ts'

/** Notice, agenda, the minutes before, what became of decisions, case papers, information: each on a page of its own. None without meetings. */
export function meetingSections(snapshot: Snapshot, words: Words, paperWords: PaperWords): Block[] {
  if (!hasMeetings(snapshot)) return []
  const { t } = words
  const { meeting } = snapshot
  const section = (title: string, blocks: readonly Block[], place?: string) =>
    blocks.length === 0
      ? []
      : [heading(2, title, { pageBreakBefore: true, ...(place === undefined ? {} : { place }) }), ...blocks]
  const papers = (blocksOf: (paper: MeetingPaper) => Block[]) => (meeting === null ? [] : blocksOf(meeting))
  // Not spread into one call: a pasted text of 160,000 lines would overflow the stack.
  return [
    section(
      t('codes.paperKind.notice'),
      papers((paper) => noticeBlocks(paper, paperWords, 3)),
    ),
    section(
      t('codes.paperKind.agenda'),
      papers((paper) => agendaTable(paper, paperWords)),
    ),
    section(t('documents.meetings.previous.heading'), previousMinutes(snapshot, words, paperWords)),
    section(t('documents.meetings.decisions.heading'), decisions(snapshot, words, paperWords), places.decisions),
    section(
      t('documents.meetings.casePapers'),
      papers((paper) => casePaperBlocks(paper, paperWords, 3, { firstBreaks: false })),
    ),
    section(
      t('documents.meetings.information'),
      papers((paper) => informationBlocks(paper, paperWords, 3)),
    ),
  ].flat()
}

/** The whole minutes under the name of their meeting; they say themselves whether they are approved. */
function previousMinutes({ meeting, previousMinutes: paper }: Snapshot, { t }: Words, paperWords: PaperWords): Block[] {
  if (paper === null) return meeting === null ? [] : [sentence(t('documents.meetings.previous.none'))]
  const day = paper.meeting === null ? [] : [paperWords.dayLong(paper.meeting.startsOn)]
  return [heading(3, [meetingName(paper, paperWords), ...day].join(' · ')), ...minutesBlocks(paper, paperWords, 4)]
}

function decisions(snapshot: Snapshot, { t, number }: Words, paperWords: PaperWords): Block[] {
  const { decisions: followed } = snapshot
  if (followed === null) return []
  const withheld = withheldRows(snapshot)
  return [
    sentence(t('documents.meetings.decisions.intro'), 'Lead'),
    heading(3, t('documents.meetings.decisions.figures')),
    ...table(
      [
        { header: t('documents.followUps.measure'), width: 4 },
        { header: t('documents.followUps.number'), width: 1, number: true },
      ],
      (['overdue', 'open', 'done'] as const).map((key) => [
        t(`documents.meetings.decisions.${key}`),
        number(followed[key]),
      ]),
    ),
    ...(withheld === 0
      ? []
      : [sentence(t('documents.meetings.decisions.withheld', { count: withheld, number: number(withheld) }))]),
    // Where all rows are withheld, "nothing is followed up" would be wrong.
    ...(followed.rows.length === 0 && withheld > 0
      ? []
      : followUpTable({ followUps: followed.rows }, paperWords, { level: 3, ownBody: snapshot.body.name })),
  ]
}

/** Coming meetings with their deadlines, and every attachment of the items. None without meetings. */
export function nextAndAttachments(snapshot: Snapshot, { t }: Words, paperWords: PaperWords): Block[] {
  if (!hasMeetings(snapshot)) return []
  const { meeting } = snapshot
  const attachments = meeting === null ? [] : attachmentTable(meeting, paperWords)
  return [
    heading(2, t('documents.meetings.next'), { pageBreakBefore: true }),
    ...nextMeetingsTable(snapshot, paperWords),
    ...(attachments.length === 0
      ? []
      : [headingAt(2, t('documents.meetings.attachments'), { spacing: { before: 560 } }), ...attachments]),
  ]
}
