/** What was decided before: minutes of the meeting before, and what became of decisions (board-package.md 4.1, sections 5 and 6). */
import { followUpTable } from '../meeting/follow-up.ts'
import { minutesBlocks } from '../meeting/minutes.ts'
import { meetingName } from '../meeting/paper-facts.ts'
import type { PaperWords } from '../meeting/words.ts'
import { withheldRows } from '../meeting-parts.ts'
import type { Snapshot } from '../snapshot.ts'
import type { Words } from '../words.ts'
import { type Block, heading, sentence, table } from './blocks.ts'

/** The whole minutes under the name of their meeting; they say themselves whether they are approved. */
export function previousMinutesBlocks(
  { meeting, previousMinutes: paper }: Snapshot,
  { t }: Words,
  paperWords: PaperWords,
): Block[] {
  if (paper === null) return meeting === null ? [] : [sentence(t('documents.meetings.previous.none'))]
  const day = paper.meeting === null ? [] : [paperWords.dayLong(paper.meeting.startsOn)]
  return [heading(3, [meetingName(paper, paperWords), ...day].join(' · ')), ...minutesBlocks(paper, paperWords, 4)]
}

/** What became of decisions and actions: figures, then overdue, open and done. None where the body holds no meetings. */
export function decisionsBlocks(snapshot: Snapshot, { t, number }: Words, paperWords: PaperWords): Block[] {
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
