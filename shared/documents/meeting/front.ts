/** The head of a paper: who, which paper, of which meeting, and what must be known before reading on. */
import type { MeetingPaper } from '../meeting-paper.ts'
import { type Block, heading, sentence } from '../word/blocks.ts'
import { facts, labelled } from './blocks.ts'
import { meetingName, paperTitle, timesOf } from './paper-facts.ts'
import type { PaperWords } from './words.ts'

/** Day, time, place, link and openness of the meeting. */
export function meetingFacts(paper: MeetingPaper, words: PaperWords): Block[] {
  const { t, dayLong } = words
  const { meeting } = paper
  if (meeting === null) return []
  return facts([
    [t('papers.doc.fact.meeting'), meeting.title],
    [t('papers.doc.fact.day'), dayLong(meeting.startsOn)],
    [t('papers.doc.fact.time'), timesOf(paper, words)],
    [t('papers.doc.fact.place'), meeting.place],
    [t('papers.doc.fact.link'), meeting.remoteLink],
    [
      t('papers.doc.fact.kind'),
      [t(`codes.meetingKind.${meeting.kind}`), t(`codes.openness.${meeting.openness}`).toLocaleLowerCase()].join(', '),
    ],
  ])
}

/** Kicker, Heading 1, which meeting. The built-in style "Title" is not read as a heading (uutilsynet). */
export function paperHead(paper: MeetingPaper, words: PaperWords, title = paperTitle(paper, words)): Block[] {
  const { meeting } = paper
  const which = [meetingName(paper, words), ...(meeting === null ? [] : [words.dayLong(meeting.startsOn)])].join(' · ')
  return [sentence(paper.partnership.name, 'PaperKicker'), heading(1, title), sentence(which, 'PaperSubtitle')]
}

/** What must be known before reading on: a cancelled meeting, a version without confidential items, one that holds them. */
export function paperNotices(paper: MeetingPaper, { t, number }: PaperWords): Block[] {
  const shown = itemsShown(paper)
  const withheld = shown.filter((item) => item.withheld).length
  const isConfidential =
    shown.some((item) => item.confidential && !item.withheld) ||
    (showsFollowUps(paper) && paper.followUps.some((row) => row.confidential))
  return [
    ...(paper.meeting?.status === 'cancelled' ? [sentence(t('papers.doc.cancelled'), 'Notice')] : []),
    ...(paper.redacted
      ? [
          sentence(
            withheld === 0
              ? t('papers.doc.redactedNone')
              : t('papers.doc.redacted', { count: withheld, number: number(withheld) }),
            'Notice',
          ),
        ]
      : []),
    ...(isConfidential ? [sentence(t('papers.doc.holdsConfidential'), 'Notice')] : []),
  ]
}

function itemsShown({ kind, items, extractOf }: MeetingPaper): MeetingPaper['items'] {
  if (kind === 'followUpList' || kind === 'attendanceList') return []
  return kind === 'extract' ? items.filter((_, index) => index === extractOf?.item) : items
}

function showsFollowUps({ kind }: MeetingPaper): boolean {
  return kind === 'followUpList' || kind === 'casePapers'
}

/** Who made the paper, where the reader may turn. */
export function sender(paper: MeetingPaper, words: PaperWords): Block[] {
  const { t } = words
  const { meeting, partnership } = paper
  const name = meeting?.secretary ?? partnership.contactName ?? paper.madeBy
  const ways = meeting?.secretary ? [meeting.secretaryEmail, meeting.secretaryPhone] : [partnership.contactEmail]
  const reach = ways.filter((way) => way !== null).join(', ')
  return [labelled(t('papers.doc.sender'), [name, partnership.name, reach].filter((part) => part !== '').join(', '))]
}
