import { Paragraph } from 'docx'
import { cleanLine } from '../clean-text.ts'
import type { MeetingPaper } from '../meeting-paper.ts'
import { type Block, sentence } from '../word/blocks.ts'
import { facts, headingAt, type Level, paperTable } from './blocks.ts'
import { adjustmentFacts, adjustmentSentence, announcementFacts, appealSentences, signers } from './signature-words.ts'
import type { PaperWords } from './words.ts'

/** More signatures than this may run over to the next page. */
const mostTogether = 12

/**
 * Who makes the minutes final and how: chair, adjusters, secretary with room for place, day and signature; who has approved in Fyr
 * has that in its place. SE adds the adjustment with its deadline, the notice-board announcement and, for public bodies, how
 * decisions are appealed (practice.md 6.1). `level` is that of the sections' headings.
 */
export function signatureBlocks(paper: MeetingPaper, words: PaperWords, level: Level): Block[] {
  const { t, form, isPublic } = words
  const rule = adjustmentSentence(paper, words)
  return [
    headingAt(level, form === 'SE' ? t('papers.doc.sign.headingSe') : t('papers.doc.sign.heading')),
    ...(rule === null ? facts(adjustmentFacts(paper, words), { keepNext: true }) : [kept(rule)]),
    ...signatureTable(paper, words),
    ...(form === 'SE' && isPublic
      ? [
          headingAt(level, t('papers.doc.board.heading')),
          sentence(t('papers.doc.board.text')),
          ...facts(announcementFacts(paper, words)),
          headingAt(level, t('papers.doc.appeal.heading')),
          ...appealSentences(paper, words).map((text) => sentence(text)),
        ]
      : []),
  ]
}

/** A sentence on the page of the table after it. */
function kept(text: string): Block {
  return new Paragraph({ text: cleanLine(text), keepNext: true })
}

function signatureTable(paper: MeetingPaper, words: PaperWords): Block[] {
  const { t } = words
  const rows = signers(paper, words)
  if (rows.length === 0) return []
  return paperTable(
    [
      { header: t('papers.doc.person.role'), width: 2.3 },
      { header: t('papers.doc.person.name'), width: 2.3 },
      { header: t('papers.doc.sign.placeAndDay'), width: 2.2 },
      { header: t('papers.doc.sign.signature'), width: 3 },
    ],
    rows.map(({ role, name, placeAndDay, signature }) => ({ cells: [role, name, placeAndDay, signature] })),
    { formHeight: 720, together: rows.length <= mostTogether },
  )
}

/** "Certified copy": place, day and signature under an extract. */
export function certified(paper: MeetingPaper, words: PaperWords): Block[] {
  const { t } = words
  return [
    headingAt(2, t('papers.doc.extract.certified')),
    sentence(t('papers.doc.extract.text', { name: paper.body.name })),
    ...paperTable(
      [
        { header: t('papers.doc.sign.placeAndDay'), width: 2.6 },
        { header: t('papers.doc.sign.signature'), width: 3.6 },
        { header: t('papers.doc.person.name'), width: 2.8 },
      ],
      [{ cells: ['', '', ''] }],
      { formHeight: 760, plainFirst: true },
    ),
  ]
}
