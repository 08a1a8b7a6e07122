import {
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Tab,
  TableOfContents,
  TextRun,
} from 'docx'
import { timeZoneOf, todayIn } from '../domain/days.ts'
import { cleanLine } from './clean-text.ts'
import { type HouseStyle, ownStyle } from './look.ts'
import { agendaTable } from './meeting/agenda.ts'
import { attendanceForm } from './meeting/attendance.ts'
import { facts, headingAt, meetingLists } from './meeting/blocks.ts'
import { attachmentTable, casePaperBlocks, informationBlocks } from './meeting/case-papers.ts'
import { followUpTable, nextMeetingsTable } from './meeting/follow-up.ts'
import { meetingFacts, paperHead, paperNotices, sender } from './meeting/front.ts'
import { extractBlocks, minutesBlocks } from './meeting/minutes.ts'
import { noticeBlocks, noticeWithAgenda } from './meeting/notice.ts'
import { isDraft, meetingName, paperTitle } from './meeting/paper-facts.ts'
import { calmHeadings } from './meeting/styles.ts'
import { type PaperWords, paperWords } from './meeting/words.ts'
import type { MeetingPaper } from './meeting-paper.ts'
import { redactPaper } from './redact-paper.ts'
import { settleWord } from './settle-word.ts'
import type { Block } from './word/blocks.ts'
import { pageNumbersIn } from './word/layout/pages.ts'
import { logoAbove } from './word/pictures.ts'
import { colours, page, stylesFor } from './word/styles.ts'
import type { OnProgress } from './words.ts'

/**
 * A paper of a meeting as a Word document (.docx): notice, agenda, case papers, minutes, extract, follow-up list or attendance list,
 * in the language and the form that the paper says. Sees the paper and the house `style` and nothing else, no clock and no host, and
 * gives the same bytes for the same ones. A redacted paper holds nothing of a confidential item, whoever made it. Throws for an extract of no decision;
 * an error thrown by `onProgress` stops the work and comes out unchanged.
 */
export async function renderMeetingPaperDocx(
  given: MeetingPaper,
  onProgress?: OnProgress,
  style: HouseStyle = ownStyle,
): Promise<Uint8Array> {
  const paper = given.redacted ? redactPaper(given) : given
  const words = paperWords(paper)
  onProgress?.(0.05, 'layout')
  const children = [...logoAbove(style, paper.partnership.name), ...contentOf(paper, words)]
  onProgress?.(0.3, 'layout')
  const document = new Document({
    ...properties(paper, words),
    styles: paper.kind === 'casePapers' ? stylesFor(words.locale) : calmHeadings(stylesFor(words.locale), colours),
    numbering: { config: meetingLists },
    ...(paper.kind === 'casePapers' ? { pageNumbers: pageNumbersIn(style.look.font) } : {}),
    sections: [{ ...pageFrame(paper, words), children }],
  })
  const packed = await Packer.pack(document, 'uint8array')
  onProgress?.(0.8, 'writing')
  const bytes = settleWord(packed, paper.dataAsOf, words.locale, [], style.look)
  onProgress?.(1, 'writing')
  return bytes
}

function contentOf(paper: MeetingPaper, words: PaperWords): Block[] {
  const head = [...paperHead(paper, words), ...paperNotices(paper, words)]
  switch (paper.kind) {
    case 'notice':
      return [...head, ...noticeWithAgenda(paper, words)]
    case 'agenda':
      return [
        ...head,
        ...meetingFacts(paper, words),
        headingAt(2, words.t('papers.doc.items')),
        ...agendaTable(paper, words),
        ...sender(paper, words),
      ]
    case 'casePapers':
      return casePapers(paper, words)
    case 'minutes':
      return [...head, ...minutesBlocks(paper, words)]
    case 'extract':
      return [...head, ...extractBlocks(paper, words)]
    case 'followUpList':
      return [...head, ...followUpTable(paper, words, { width: landscapeWidth })]
    case 'attendanceList':
      return [...head, ...meetingFacts(paper, words), ...attendanceForm(paper, words)]
  }
}

/** Cover with contents, notice, agenda, a case paper per deciding item, the rest, lists at the end. */
function casePapers(paper: MeetingPaper, words: PaperWords): Block[] {
  const { t } = words
  const section = (
    title: string,
    blocks: Block[],
    options: { pageBreakBefore?: boolean; spacing?: { before: number } } = {},
  ) => (blocks.length === 0 ? [] : [headingAt(2, title, options), ...blocks])
  return [
    ...paperHead(paper, words),
    ...paperNotices(paper, words),
    ...meetingFacts(paper, words),
    ...facts([[t('papers.doc.dataAsOf'), words.day(todayIn(timeZoneOf(paper.partnership.country), paper.dataAsOf))]]),
    new Paragraph({ style: 'ContentsTitle', text: t('documents.contents'), spacing: { before: 480, after: 160 } }),
    new TableOfContents(t('documents.contents'), { hyperlink: true, headingStyleRange: '2-2' }),
    ...section(t('codes.paperKind.notice'), noticeBlocks(paper, words, 3), { pageBreakBefore: true }),
    ...section(t('codes.paperKind.agenda'), agendaTable(paper, words), { pageBreakBefore: true }),
    ...(paper.followUps.length === 0
      ? []
      : section(t('codes.paperKind.followUpList'), followUpTable(paper, words, { level: 3 }), {
          pageBreakBefore: true,
        })),
    ...casePaperBlocks(paper, words, 2),
    ...section(t('papers.doc.information'), informationBlocks(paper, words, 3), { pageBreakBefore: true }),
    ...section(t('papers.doc.attachmentsHeading'), attachmentTable(paper, words), { pageBreakBefore: true }),
    ...section(t('papers.doc.next.heading'), nextMeetingsTable(paper, words), { spacing: { before: 480 } }),
  ]
}

function properties(paper: MeetingPaper, words: PaperWords) {
  const { t } = words
  const day = paper.meeting === null ? [] : [words.day(paper.meeting.startsOn)]
  return {
    title: cleanLine([paperTitle(paper, words), meetingName(paper, words), ...day].join(', ')),
    subject: cleanLine(`${paper.partnership.name}, ${paper.body.name}`),
    creator: cleanLine(paper.madeBy),
    lastModifiedBy: cleanLine(paper.madeBy),
    keywords: t('papers.doc.keywords', { kind: paperTitle(paper, words).toLocaleLowerCase() }),
    ...(paper.redacted ? { description: t('papers.doc.redactedNone') } : {}),
  }
}

/** The text's width on a page laid on its side: a follow-up list has seven columns. */
const landscapeWidth = page.height - 2 * page.margin

/** A4 with the body and meeting at the head and "page x of y" at the foot; the first page tells its meeting itself. */
function pageFrame(paper: MeetingPaper, words: PaperWords) {
  const { t } = words
  const { width, height, margin } = page
  const isWide = paper.kind === 'followUpList'
  const draft = paper.kind === 'minutes' && isDraft(paper) ? [t('papers.doc.draftMark')] : []
  const told = [
    meetingName(paper, words),
    ...(paper.meeting === null ? [] : [words.day(paper.meeting.startsOn)]),
    paperTitle(paper, words),
  ]
  const header = new Paragraph({ style: 'PageHeader', text: cleanLine([...told, ...draft].join(' · ')) })
  const foot = () =>
    new Footer({
      children: [
        new Paragraph({
          style: isWide ? 'PageFooter' : 'PageFooterSides',
          children: [
            ...(isWide
              ? []
              : [new TextRun({ children: [cleanLine([paper.partnership.name, ...draft].join(' · ')), new Tab()] })]),
            new TextRun({
              children: [
                `${t('documents.page')} `,
                PageNumber.CURRENT,
                ` ${t('documents.pageOf')} `,
                PageNumber.TOTAL_PAGES,
              ],
            }),
          ],
        }),
      ],
    })
  return {
    properties: {
      titlePage: true,
      page: {
        size: { width, height, ...(isWide ? { orientation: PageOrientation.LANDSCAPE } : {}) },
        margin: { top: margin + 200, right: margin, bottom: margin, left: margin, header: 700, footer: 600 },
      },
    },
    headers: { default: new Header({ children: [header] }), first: new Header({ children: [new Paragraph('')] }) },
    footers: { default: foot(), first: foot() },
  }
}
