import { isDeciding } from '../../domain/meeting-readiness.ts'
import { hasCasePaper } from '../filled-sections.ts'
import type { MeetingPaper, PaperItem } from '../meeting-paper.ts'
import { richBlocks } from '../rich-text-docx.ts'
import { type Block, prose, sentence } from '../word/blocks.ts'
import { below, bulletLines, facts, headingAt, type Level, labelled, paperTable } from './blocks.ts'
import { confidentialMark, isMatter, itemTitle } from './items.ts'
import type { PaperWords } from './words.ts'

/**
 * One case paper per deciding item that has something to read, each on a new page: header block, proposed decision FIRST, summary,
 * attachments, background, recipients (practice.md 6.2). `level` is that of each case's heading. The first stays on the page of a
 * heading above it unless `firstBreaks`.
 */
export function casePaperBlocks(
  paper: MeetingPaper,
  words: PaperWords,
  level: Level = 2,
  { firstBreaks = true }: { firstBreaks?: boolean } = {},
): Block[] {
  return paper.items
    .filter((item) => isDeciding(item.type) && hasCasePaper(item))
    .flatMap((item, index) => casePaper(paper, item, words, level, firstBreaks || index > 0))
}

function casePaper(
  { body, meeting }: MeetingPaper,
  item: PaperItem,
  words: PaperWords,
  level: Level,
  pageBreakBefore: boolean,
): Block[] {
  const { t, dayLong, nextList } = words
  const inner = below(level)
  // A withheld item fills no page.
  const top = pageBreakBefore ? { pageBreakBefore, spacing: { before: 0 } } : {}
  const title = headingAt(level, itemTitle(item, words), item.withheld ? { spacing: { before: 480 } } : top)
  if (item.withheld) return [title, sentence(t('papers.doc.withheldText'))]
  return [
    title,
    ...facts([
      [t('papers.doc.case.officer'), item.responsible],
      [t('papers.doc.case.presenter'), item.presenter],
      [t('papers.doc.case.fileNo'), item.caseNo],
      [t('papers.doc.case.number'), item.numberText],
      [t('papers.doc.fact.body'), body.name],
      [t('papers.doc.fact.day'), meeting === null ? null : dayLong(meeting.startsOn)],
    ]),
    ...(item.confidential ? [sentence(confidentialMark(item, words), 'Notice')] : []),
    headingAt(inner, t('papers.doc.case.proposed')),
    ...(item.proposedDecision === null
      ? [sentence(t('papers.doc.case.noProposal'))]
      : richBlocks(item.proposedDecision, { level: inner, nextList, style: 'Decision' })),
    ...(item.summary === null ? [] : [headingAt(inner, t('papers.doc.case.summary')), ...prose(item.summary)]),
    ...(item.attachments.length === 0
      ? []
      : [
          headingAt(inner, t('papers.doc.case.attachments')),
          ...bulletLines(item.attachments.map((one) => `${t('papers.doc.attachment', { no: one.no })}: ${one.title}`)),
        ]),
    ...background(item, words, inner),
    ...(item.recipients.length === 0
      ? []
      : [headingAt(inner, t('papers.doc.case.recipients')), ...bulletLines(item.recipients)]),
  ]
}

/** Under a heading of its own, unless the text begins with one. */
function background({ background: text }: PaperItem, { t, nextList }: PaperWords, inner: Level): Block[] {
  if (text === null) return []
  if (text.content[0]?.type === 'heading') return richBlocks(text, { level: (inner - 1) as Level, nextList })
  return [headingAt(inner, t('papers.doc.case.background')), ...richBlocks(text, { level: inner, nextList })]
}

/** Items that decide nothing: a heading, who presents, a short text. `level` is that of each item's heading. Empty where there are none. */
export function informationBlocks(paper: MeetingPaper, words: PaperWords, level: Level = 3): Block[] {
  const { t, nextList } = words
  return paper.items
    .filter((item) => isMatter(item) && !isDeciding(item.type) && hasCasePaper(item))
    .flatMap((item) => {
      const title = headingAt(level, itemTitle(item, words))
      if (item.withheld) return [title, sentence(t('papers.doc.withheldText'))]
      const told = [t(`codes.itemType.${item.type}`), item.caseNo, item.presenter].filter((part) => part !== null)
      return [
        title,
        sentence(told.join(' · '), 'Byline'),
        ...(item.confidential ? [sentence(confidentialMark(item, words), 'Notice')] : []),
        ...(item.summary === null ? [] : prose(item.summary)),
        ...richBlocks(item.background, { level, nextList }),
        ...(item.attachments.length === 0
          ? []
          : [
              labelled(
                t('papers.doc.case.attachments'),
                item.attachments.map((one) => `${one.no} ${one.title}`).join('; '),
              ),
            ]),
      ]
    })
}

/** Every attachment of the paper with its running number and the item it belongs to. Empty where there are none. */
export function attachmentTable({ items }: MeetingPaper, { t }: PaperWords): Block[] {
  const rows = items.flatMap((item) =>
    item.attachments.map((one) => ({
      cells: [t('papers.doc.attachment', { no: one.no }), one.title, item.numberText ?? item.title ?? '', one.fileName],
    })),
  )
  if (rows.length === 0) return []
  return paperTable(
    [
      { header: t('papers.doc.attachmentHeader'), width: 1.2 },
      { header: t('papers.doc.attachmentTitle'), width: 3.6 },
      { header: t('papers.doc.attachmentItem'), width: 1.3 },
      { header: t('papers.doc.attachmentFile'), width: 2.6 },
    ],
    rows,
  )
}
