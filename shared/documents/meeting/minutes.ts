import type { MeetingPaper } from '../meeting-paper.ts'
import { type Block, sentence } from '../word/blocks.ts'
import { attendanceBlocks, quorumStatement } from './attendance.ts'
import { below, facts, headingAt, type Level } from './blocks.ts'
import { meetingFacts } from './front.ts'
import { isMatter, numberSpan } from './items.ts'
import { minutesItem } from './minutes-item.ts'
import { standing } from './paper-facts.ts'
import { certified, signatureBlocks } from './signatures.ts'
import { capital } from './vote-words.ts'
import type { PaperWords } from './words.ts'

/**
 * The minutes: draft or approved, when and where, who was there, quorum, each item, the next meeting, signatures
 * (board-package.md, "Minutes document"; practice.md 6.1). `level` is that of the sections' headings; items stand one below.
 */
export function minutesBlocks(paper: MeetingPaper, words: PaperWords, level: Level = 2): Block[] {
  const { t } = words
  const { meeting } = paper
  return [
    sentence(standing(paper, words), 'Notice'),
    ...meetingFacts(paper, words),
    ...facts([
      [t('papers.doc.fact.chair'), meeting?.chair ?? null],
      [t('papers.doc.fact.secretary'), meeting?.secretary ?? null],
      [words.form === 'SE' ? t('papers.doc.sign.sections') : t('papers.doc.sign.items'), numberSpan(paper.items)],
    ]),
    ...(meeting?.allSeeAndHear ? [sentence(t('papers.doc.allSeeAndHear'))] : []),
    ...attendanceBlocks(paper, words, level),
    headingAt(level, t('papers.doc.quorum.heading')),
    ...quorumStatement(paper, words),
    headingAt(level, t('papers.doc.items')),
    ...itemBlocks(paper, words, below(level)),
    ...nextMeeting(paper, words, level),
    ...signatureBlocks(paper, words, level),
  ]
}

function itemBlocks({ items }: MeetingPaper, words: PaperWords, level: Level): Block[] {
  let votersBefore: number | null = null
  return items.flatMap((item) => {
    const blocks = minutesItem(item, words, { level, votersBefore })
    if (isMatter(item)) votersBefore = item.quorum.voters
    return blocks
  })
}

function nextMeeting({ nextMeetings }: MeetingPaper, { t, dayLong, time }: PaperWords, level: Level): Block[] {
  const [next] = nextMeetings
  if (next === undefined) return []
  const values = { day: dayLong(next.startsOn), at: time(next.startsAt), place: next.place ?? '' }
  return [
    headingAt(level, t('papers.doc.next.one')),
    sentence(capital(next.place === null ? t('papers.doc.next.at', values) : t('papers.doc.next.atPlace', values))),
  ]
}

/**
 * One decision with its item, and a line to certify the copy. Throws where the paper does not say which decision.
 */
export function extractBlocks(paper: MeetingPaper, words: PaperWords): Block[] {
  const { extractOf, meeting } = paper
  const item = extractOf === null ? undefined : paper.items[extractOf.item]
  if (extractOf === null || item === undefined) throw new Error('an extract says which decision it is of')
  const { t } = words
  return [
    ...(paper.minutes === null ? [] : [sentence(standing(paper, words), 'Notice')]),
    ...meetingFacts(paper, words),
    ...facts([
      [t('papers.doc.fact.chair'), meeting?.chair ?? null],
      [t('papers.doc.fact.secretary'), meeting?.secretary ?? null],
    ]),
    ...minutesItem(item, words, { level: 2, votersBefore: null, onlyDecision: extractOf.decision }),
    ...certified(paper, words),
  ]
}
